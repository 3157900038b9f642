"""The rows of the table of constituencies: one contest each, and the reader's sorting and filtering of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import polars as pl

from janadesh.desk.colours import colour_class
from janadesh.desk.seat_names import SeatNames
from janadesh.desk.seat_names import State
from janadesh.names.casing import in_title_case
from janadesh.names.said_alike import said_alike
from janadesh.names.spelling import spelling_key

SORTS: Mapping[str, str] = {
    "number": "number",
    "name": "name",
    "winner": "winner",
    "party": "winner_short",
    "votes": "winner_votes",
    "margin": "margin",
    "share": "margin_share",
    "turnout": "turnout",
    "candidates": "candidates",
    "phase": "phase",
}
"""What the table can be sorted by, as the address says it, and the row's field."""


@dataclass(frozen=True, slots=True)
class ContestRow:
    """One contest as the page shows it. Votes, margin (in votes) and shares (in per cent) are None where unknown."""

    constituency: str
    reference: str
    """What the constituency's address ends in: its number, or its id where two have one number."""
    number: int
    name: str
    official_name: str
    district: str | None
    region: str | None
    reservation: str
    phase: int | None
    status: str
    candidates: int
    winner: str | None
    winner_official: str | None
    winner_party: str | None
    winner_short: str | None
    winner_votes: int | None
    runner_up: str | None
    runner_up_short: str | None
    runner_up_party: str | None
    margin: int | None
    margin_share: float | None
    turnout: float | None
    electors: int | None
    valid: int
    nota: int | None
    winner_person: str | None = None
    """The id of the winner's person, where the record ties the candidacy to one; so for the runner-up."""
    runner_up_person: str | None = None
    state: State | None = None
    """The state that it is in, where the election is held in several."""
    also_named: str = ""
    """Further names of the place and of who is ahead or next, in any script."""

    @property
    def colour(self) -> str:
        """The style class of the party ahead."""
        return colour_class(self.winner_party)

    @property
    def runner_up_colour(self) -> str:
        """The style class of the party next to it."""
        return colour_class(self.runner_up_party)

    @property
    def area(self) -> str | None:
        """What the table is filtered by: the state, where there are several, or a region of it."""
        return self.state.name if self.state else self.region

    @property
    def is_decided(self) -> bool:
        """Whether it has been declared, or won without a poll."""
        return self.winner is not None and self.status != "counting"

    @property
    def searched(self) -> str:
        """What a search looks through: the names of place and people, in small letters."""
        state = self.state.name if self.state else None
        parts = (self.name, self.official_name, self.district, state, self.winner, self.runner_up, self.also_named)
        # a large election's page has hundreds, whose two names of a place mostly differ in capitals alone
        return " ".join(dict.fromkeys(part.casefold() for part in parts if part))


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the reader wants the table: an order, and what a row must have. Empty text wants nothing."""

    sort: str = "number"
    descending: bool = False
    party: str = ""
    region: str = ""
    phase: str = ""
    search: str = ""

    @property
    def has_filter(self) -> bool:
        """Whether any row is left out."""
        return bool(self.party or self.region or self.phase or self.search)

    def query(self, **changed: str) -> dict[str, str]:
        """Write it as an address's query, with some of it changed."""
        order = "desc" if self.descending else ""
        own = {"sort": self.sort if self.sort != "number" or order else "", "order": order}
        return own | {"party": self.party, "region": self.region, "phase": self.phase, "q": self.search} | changed

    def query_sorted_by(self, sort: str) -> dict[str, str]:
        """Write the query that sorts by a column: the other way round where it is sorted by it already."""
        turn = sort == self.sort and not self.descending
        return self.query(sort=sort, order="desc" if turn else "")

    def aria_sort(self, sort: str) -> str:
        """Name the order of a column for assistive technology."""
        if sort != self.sort:
            return "none"
        return "descending" if self.descending else "ascending"


def read_wanted(query: Mapping[str, str]) -> Wanted:
    """Read `sort`, `order`, `party`, `region`, `phase` and `q`; what the table cannot do is left out."""
    sort = query.get("sort", "number")
    return Wanted(
        sort=sort if sort in SORTS else "number",
        descending=query.get("order") == "desc",
        party=query.get("party", ""),
        region=query.get("region", ""),
        phase=query.get("phase", ""),
        search=query.get("q", "").strip(),
    )


Persons = Mapping[tuple[str, int], str]
"""The person of a candidacy, by constituency and serial."""

NO_NAMES = SeatNames()
"""Where the record has no names beside those of the results, and the election is held in one state."""


def contest_rows(
    contests: pl.DataFrame, persons: Persons = MappingProxyType({}), names: SeatNames = NO_NAMES
) -> tuple[ContestRow, ...]:
    """Turn the frame of `contest_results` into rows, in its order."""
    times = Counter(contests["number"].to_list())
    return tuple(
        _row(row, persons, names, is_alone=times[row["number"]] == 1) for row in contests.iter_rows(named=True)
    )


def _row(row: Mapping[str, Any], persons: Persons, names: SeatNames, *, is_alone: bool) -> ContestRow:
    place = row["constituency"]
    winner, runner_up = persons.get((place, row["winner_serial"])), persons.get((place, row["runner_up_serial"]))
    also = (names.places.get(place), names.people.get(winner or ""), names.people.get(runner_up or ""))
    return ContestRow(
        constituency=place,
        reference=str(row["number"]) if is_alone else place,
        number=row["number"],
        name=row["constituency_name"],
        official_name=row["official_name"],
        district=row["district"],
        region=row["region"],
        reservation=row["reservation"],
        phase=row["phase"],
        status=row["status"],
        candidates=row["candidates"] or 0,
        winner=None if row["winner"] is None else in_title_case(row["winner"]),
        winner_official=row["winner"],
        winner_party=row["winner_party"],
        winner_short=row["winner_short"],
        winner_votes=row["winner_votes"],
        runner_up=None if row["runner_up"] is None else in_title_case(row["runner_up"]),
        runner_up_short=row["runner_up_short"],
        runner_up_party=row["runner_up_party"],
        margin=row["margin"],
        margin_share=row["margin_share"],
        turnout=row["turnout"],
        electors=row["electors"],
        valid=row["valid"] or 0,
        nota=row["nota"],
        winner_person=winner,
        runner_up_person=runner_up,
        state=names.states.get(place),
        also_named=" ".join(filter(None, also)),
    )


def arranged(rows: Sequence[ContestRow], wanted: Wanted) -> list[tuple[ContestRow, bool]]:
    """
    Put rows into the wanted order, each with whether the filters let it through.

    Rows left out are given all the same: the page hides them, and its script can show them again.
    Rows without a value come last in both directions.
    """
    field = SORTS[wanted.sort]
    known = [row for row in rows if getattr(row, field) is not None]
    unknown = [row for row in rows if getattr(row, field) is None]
    known.sort(key=lambda row: _comparable(getattr(row, field)), reverse=wanted.descending)
    return [(row, _let_through(row, wanted)) for row in [*known, *unknown]]


def _comparable(value: Any) -> Any:
    return spelling_key(value) if isinstance(value, str) else value


def _let_through(row: ContestRow, wanted: Wanted) -> bool:
    return (
        (not wanted.party or row.winner_party == wanted.party)
        and (not wanted.region or row.area == wanted.region)
        and (not wanted.phase or str(row.phase) == wanted.phase)
        and is_found(row, wanted.search)
    )


def is_found(row: ContestRow, text: str) -> bool:
    """Say whether a row has every word of a text in its names, or one of them is said like a text in Devanagari."""
    searched = row.searched
    return all(word in searched for word in text.casefold().split()) or _is_said(row, text)


def _is_said(row: ContestRow, text: str) -> bool:
    # of the record's names few are in Devanagari
    names = (row.name, row.winner, row.runner_up)
    return bool(said_alike(text, [spelling_key(name) for name in names if name]))
