"""The map of tiles of a house that many states elect, of whose seats no outlines are known."""

from __future__ import annotations

from collections import Counter

import pytest

from janadesh.desk.drawings.states import CENTRES
from janadesh.desk.drawings.states import FEWEST
from janadesh.desk.drawings.states import state_points
from janadesh.desk.drawings.tiles import state_cells

STATES = ["in-up"] * 8 + ["in-tn"] * 5 + ["in-wb"] * 4 + ["in-gj"] * 3 + ["in-kl"] * 2


@pytest.fixture(scope="module")
def cells() -> list[tuple[int, int]]:
    return list(state_cells(STATES) or ())


def test_each_seat_has_a_tile_of_its_own(cells: list[tuple[int, int]]) -> None:
    assert len(set(cells)) == len(STATES)


def test_states_lie_as_on_the_ground(cells: list[tuple[int, int]]) -> None:
    seats = Counter(STATES)
    across = {s: sum(c[0] for c, of in zip(cells, STATES, strict=True) if of == s) / seats[s] for s in seats}
    down = {s: sum(c[1] for c, of in zip(cells, STATES, strict=True) if of == s) / seats[s] for s in seats}
    assert across["in-gj"] < across["in-up"] < across["in-wb"]
    assert down["in-up"] < down["in-gj"] < down["in-tn"] <= down["in-kl"]


def test_no_two_states_cover_each_other_much() -> None:
    """A tile of each state of a house in which every state has one is where the state is."""
    points = state_points(list(CENTRES))
    assert points is not None
    assert len({(round(x, 2), round(y, 2)) for x, y in points}) == len(CENTRES)


@pytest.mark.parametrize(
    "states", [[], ["in-up"] * 20, list(CENTRES)[: FEWEST - 1], [*CENTRES, "gb-sct"], [*CENTRES, None]]
)
def test_no_map_is_drawn_of_few_states_or_of_one_whose_place_is_unknown(states: list[str | None]) -> None:
    assert state_cells(states) is None
