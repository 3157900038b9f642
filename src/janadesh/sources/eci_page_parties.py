"""The pages by party: how many seats each won and leads in, and the list of seats that one party won or leads in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

from janadesh.names.spelling import spelling_key
from janadesh.sources.eci_page_seat import status_of
from janadesh.sources.eci_page_tree import other_layout
from janadesh.sources.eci_page_tree import own_text
from janadesh.sources.eci_page_tree import rows
from janadesh.sources.eci_page_tree import tables
from janadesh.sources.eci_page_tree import unreadable
from janadesh.sources.eci_page_tree import votes

_SEAT = re.compile(r"(?P<seat>.+?)\s*\(\s*(?P<number>\d{1,3})\s*\)")
_PARTY = re.compile(r"(?P<name>.+\S)\s+-\s+(?P<abbreviation>\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySeats:
    """Seats of one party in a state: won, led in, and both together."""

    party: str
    abbreviation: str | None
    won: int
    leading: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WonSeat:
    """A seat that the page's party won, or leads in; `status` as in `eci_page_seat`."""

    number: int
    seat: str
    candidate: str
    votes: int | None
    margin: int | None
    status: str | None = None


def read_partywise(tree: html.HtmlElement, file: str) -> tuple[PartySeats, ...]:
    """
    Read the tally of seats by party.

    Raises: UnreadablePage, where there is no such table, or its sums do not fit.
    """
    for columns, every in _tables_with(tree, ("party", "won", "leading", "total")):
        parties, totals = [], None
        for row, cells in enumerate(every, start=1):
            won, leading, total = (_seats(cells[columns[name]], file, row) for name in ("won", "leading", "total"))
            if won + leading != total:
                raise unreadable(file, f"{won} won and {leading} leading are not {total}", row=row)
            if spelling_key(cells[columns["party"]]) == "total":
                totals = (won, leading)
            else:
                parties.append(_party(cells[columns["party"]], won, leading))
        added = (sum(party.won for party in parties), sum(party.leading for party in parties))
        if not parties or (totals is not None and totals != added):
            raise unreadable(file, f"its parties have {added[0]} won and {added[1]} leading, and {totals} are printed")
        return tuple(parties)
    raise other_layout(tree, file, "a table with the columns Party, Won, Leading and Total")


def read_party_wins(tree: html.HtmlElement, file: str) -> tuple[WonSeat, ...]:
    """
    Read the list of seats of one party.

    Raises: UnreadablePage, where there is no such table, or a row is not of its form.
    """
    for name in ("winningcandidate", "leadingcandidate"):
        for columns, every in _tables_with(tree, ("constituency", name, "totalvotes", "margin")):
            seats = []
            for row, cells in enumerate(every, start=1):
                found = _SEAT.fullmatch(cells[columns["constituency"]])
                if found is None:
                    value = cells[columns["constituency"]]
                    raise unreadable(file, "a seat is not of the form BUDGAM(27)", value=value, row=row)
                seats.append(
                    WonSeat(
                        number=int(found["number"]),
                        seat=found["seat"],
                        candidate=cells[columns[name]],
                        votes=votes(cells[columns["totalvotes"]], file, row),
                        margin=votes(cells[columns["margin"]], file, row),
                        status=status_of(cells[columns["status"]]) if "status" in columns else None,
                    )
                )
            if not seats:
                raise unreadable(file, "its list of seats has no rows")
            return tuple(seats)
    raise other_layout(tree, file, "a table with the columns Constituency, Winning Candidate, Total Votes and Margin")


def _tables_with(tree: html.HtmlElement, needed: tuple[str, ...]) -> list[tuple[dict[str, int], list[list[str]]]]:
    """Give the tables that have these headings: columns by heading, and the rows as wide as it."""
    found = []
    for table in tables(tree):
        every = [[own_text(cell) for cell in cells] for cells in rows(table)]
        for at, cells in enumerate(every):
            columns = {spelling_key(cell): place for place, cell in reversed(list(enumerate(cells)))}
            if set(needed) <= set(columns):
                below = [row for row in every[at + 1 :] if len(row) == len(cells)]
                found.append((columns, below))
                break
    return found


def _seats(text: str, file: str, row: int) -> int:
    number = votes(text, file, row)
    if number is None:
        raise unreadable(file, "a number of seats is missing", row=row)
    return number


def _party(printed: str, won: int, leading: int) -> PartySeats:
    found = _PARTY.fullmatch(printed)
    name, abbreviation = (found["name"], found["abbreviation"]) if found else (printed, None)
    return PartySeats(party=name, abbreviation=abbreviation, won=won, leading=leading, total=won + leading)
