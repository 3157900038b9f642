"""
The list of a state's seats, 20 a page: who leads, who is second, by how much, rounds counted, and the status.

Cells of parties hold tables of their own, tooltips with the party's name once more; only the list's own rows
are read. The column of rounds is there since 2024.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

from janadesh.names.spelling import spelling_key
from janadesh.sources.eci_page_seat import status_of
from janadesh.sources.eci_page_tree import UNKNOWN
from janadesh.sources.eci_page_tree import other_layout
from janadesh.sources.eci_page_tree import own_text
from janadesh.sources.eci_page_tree import rows
from janadesh.sources.eci_page_tree import tables
from janadesh.sources.eci_page_tree import unreadable
from janadesh.sources.eci_page_tree import votes

_HEADINGS = {
    "constituency": "seat",
    "constno": "number",
    "constituencyno": "number",
    "leadingcandidate": "leading",
    "winningcandidate": "leading",
    "leadingparty": "leading_party",
    "trailingcandidate": "trailing",
    "trailingparty": "trailing_party",
    "margin": "margin",
    "round": "rounds",
    "rounds": "rounds",
    "status": "status",
}
_NEEDED = frozenset({"seat", "number", "leading", "leading_party", "trailing", "trailing_party", "margin", "status"})
_PLACES = ("seat", "number", "leading", "leading_party", "trailing", "trailing_party", "margin", "rounds", "status")
_ROUNDS = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSeat:
    """One seat of the list. Names are None where the cell is `-`; `status` as in `eci_page_seat`."""

    number: int
    seat: str
    leading: str | None
    leading_party: str | None
    trailing: str | None
    trailing_party: str | None
    margin: int | None
    round: int | None
    rounds: int | None
    status: str | None


def read_statewise(tree: html.HtmlElement, file: str) -> tuple[ListedSeat, ...]:
    """
    Read the list of seats.

    Raises: UnreadablePage, where there is no such table, or a row is not of its form.
    """
    for table in tables(tree):
        every = list(rows(table))
        at = next((place for place, cells in enumerate(every) if _columns(cells)), None)
        if at is None:
            continue
        columns = _columns(every[at])
        seats = [
            _seat({column: cells[place] for place, column in columns.items()}, file, row)
            for row, cells in enumerate(every[at + 1 :], start=1)
            if _is_row(cells, columns, file, row)
        ]
        if not seats:
            raise unreadable(file, "its list of seats has no rows")
        if len({seat.number for seat in seats}) < len(seats):
            raise unreadable(file, "a seat stands in its list twice")
        return tuple(seats)
    raise other_layout(tree, file, "a table with the columns Constituency, Leading Candidate, Margin and Status")


def _columns(cells: list[html.HtmlElement]) -> dict[int, str]:
    """Find the list's columns in a row of headings; empty where it is none."""
    found: dict[int, str] = {}
    for place, cell in enumerate(cells):
        column = _HEADINGS.get(spelling_key(own_text(cell)))
        # older lists have columns on the last election after these, under the same names
        if column and column not in found.values():
            found[place] = column
    return found if set(found.values()) >= _NEEDED else {}


def _is_row(cells: list[html.HtmlElement], columns: dict[int, str], file: str, row: int) -> bool:
    if len(cells) <= 1 or not any(own_text(cell) for cell in cells):
        return False
    if len(cells) <= max(columns):
        raise unreadable(file, f"a row of its list has only {len(cells)} cells", row=row)
    return True


def _seat(cells: dict[str, html.HtmlElement], file: str, row: int) -> ListedSeat:
    texts = {column: own_text(cell) or _first_inside(cell) for column, cell in cells.items()}
    if not texts["number"].isdigit() or not texts["number"].isascii():
        raise unreadable(file, "the seat's number is none", value=texts["number"], row=row)
    counted = _ROUNDS.fullmatch(texts.get("rounds", ""))
    if not counted and texts.get("rounds", "") not in UNKNOWN:
        raise unreadable(file, "the rounds are not of the form 24/24", value=texts["rounds"], row=row)
    status = status_of(texts["status"])
    if status is None and texts["status"] not in UNKNOWN:
        raise unreadable(file, "the status is none that is known", value=texts["status"], row=row)
    names = {name: texts[name] if texts[name] not in UNKNOWN else None for name in _PLACES[2:6]}
    return ListedSeat(
        number=int(texts["number"]),
        seat=texts["seat"],
        margin=None if status_of(texts["margin"]) else votes(texts["margin"], file, row),
        round=int(counted[1]) if counted else None,
        rounds=int(counted[2]) if counted else None,
        status=status,
        **names,
    )


def _first_inside(cell: html.HtmlElement) -> str:
    """Give the party's name where it stands in the tooltip's table only."""
    inside = cell.xpath(".//table//td[normalize-space()]")
    return own_text(inside[0]) if inside else ""
