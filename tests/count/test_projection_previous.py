"""What the result before says of a running count, and that nothing else of it is read."""

from __future__ import annotations

import polars as pl
import pytest

from janadesh.count.projection_previous import NO_PREVIOUS
from janadesh.count.projection_previous import NO_SEGMENTS
from janadesh.count.projection_previous import mixed
from janadesh.count.projection_previous import previous_margin


def standing(leader_party: str | None, rival_party: str | None) -> pl.DataFrame:
    kind = {"contest": pl.String, "leader_party": pl.String, "rival_party": pl.String}
    return pl.DataFrame({"contest": ["a"], "leader_party": [leader_party], "rival_party": [rival_party]}, schema=kind)


def previous(votes: dict[str | None, int]) -> pl.DataFrame:
    return pl.DataFrame({"contest": "a", "party": list(votes), "votes": list(votes.values())})


def margin(leader_party: str | None, rival_party: str | None, votes: dict[str | None, int]) -> float | None:
    found = previous_margin(standing(leader_party, rival_party), previous(votes)).item()
    return None if found is None else float(found)


def segments(votes: list[tuple[int, int]]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            ("a", str(at), party, count)
            for at, pair in enumerate(votes)
            for party, count in zip("PQ", pair, strict=True)
        ],
        schema=["contest", "segment", "party", "votes"],
        orient="row",
    )


def test_the_previous_margin_is_a_share_of_all_votes() -> None:
    assert margin("P", "Q", {"P": 50, "Q": 30, None: 20}) == pytest.approx(0.2)


def test_a_party_that_did_not_stand_takes_the_place_of_the_best_other() -> None:
    assert margin("New", "Q", {"P": 50, "Q": 30, "R": 20}) == pytest.approx(0.2)
    assert margin("P", "New", {"P": 50, "Q": 30, "R": 20}) == pytest.approx(0.2)


def test_two_parties_that_did_not_stand_have_no_previous_margin() -> None:
    assert margin("New", "Newer", {"P": 50, "Q": 30}) is None


def test_an_independent_is_nobodys_successor() -> None:
    assert margin(None, None, {"P": 50, None: 30}) is None
    assert margin("P", None, {"P": 50, None: 30, "Q": 20}) == pytest.approx(0.3)


def test_a_seat_without_a_previous_result_has_none() -> None:
    assert previous_margin(standing("P", "Q"), NO_PREVIOUS).to_list() == [None]
    assert mixed(standing("P", "Q"), NO_SEGMENTS).to_list() == [None]


def test_the_order_in_which_candidates_are_listed_is_not_read() -> None:
    """Some tables list the winner first; a projection that read it would know the end."""
    rows = previous({"P": 50, "Q": 30, "R": 20})
    assert previous_margin(standing("P", "New"), rows).equals(previous_margin(standing("P", "New"), rows.reverse()))


def test_parts_that_voted_alike_are_not_mixed() -> None:
    assert mixed(standing("P", "Q"), segments([(60, 40), (120, 80), (30, 20)])).item() == pytest.approx(0.0)
    assert mixed(standing("P", "Q"), segments([(90, 10), (10, 90), (50, 50)])).item() == pytest.approx(0.653, abs=1e-3)


def test_two_parts_tell_nothing_of_how_mixed_a_seat_is() -> None:
    assert mixed(standing("P", "Q"), segments([(90, 10), (10, 90)])).item() is None
