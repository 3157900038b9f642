"""What else an election's seats are known by: the state that each is in, and names beside those of the results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from types import MappingProxyType

import polars as pl

from janadesh import model
from janadesh.analysis.territories import territory_names
from janadesh.analysis.votes import places_of
from janadesh.record.book import Record


@dataclass(frozen=True, slots=True)
class State:
    """The state or union territory that a seat is in."""

    id: str
    name: str


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SeatNames:
    """
    Names that the results do not have.

    - `states`: by the constituency's id, where an election's seats are in several states; else empty.
    - `places`, `people`: by id, all further names in any language and script, with blanks between them.
    """

    states: Mapping[str, State] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, str] = field(default_factory=_nothing)
    people: Mapping[str, str] = field(default_factory=_nothing)


def seat_names(record: Record, election: str) -> SeatNames:
    """Gather what the record knows by now: a seat is found by a name, whenever that was told."""
    seats = record.frame(model.Contest, election=election)["constituency"].unique()
    # of all candidates of a large election few have another name
    return SeatNames(
        states=_states(record, seats),
        places=_joined(record.frame(model.Name, noun="constituency", of=seats.sort().to_list())),
        people=_joined(record.frame(model.Name, noun="person")),
    )


def _states(record: Record, seats: pl.Series) -> dict[str, State]:
    places = places_of(record, seats).select("constituency", "territory")
    if places["territory"].n_unique() < 2:
        return {}
    named = dict(territory_names(record).select("territory", "name").iter_rows())
    return {seat: State(state, named.get(state, state)) for seat, state in places.iter_rows()}


def _joined(names: pl.DataFrame) -> dict[str, str]:
    joined = names.group_by("of", maintain_order=True).agg(pl.col("name").str.join(" "))
    return dict(joined.select("of", "name").iter_rows())
