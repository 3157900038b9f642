"""
The page of all candidates of a seat as a table, of 2014 and since.

Until 2017 it has the columns Candidate, Party, Votes; from 2018 on a serial number, EVM, postal and total votes
and the share, in Jammu and Kashmir in 2019 migrant votes too. So columns are found by their headings.
Rows above the heading name state and seat and, until 2023, the status of the result.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from janadesh.names.spelling import spelling_key
from janadesh.sources.eci_page_seat import UNCONTESTED
from janadesh.sources.eci_page_seat import Line
from janadesh.sources.eci_page_seat import SeatVotes
from janadesh.sources.eci_page_seat import check_lines
from janadesh.sources.eci_page_seat import status_of
from janadesh.sources.eci_page_tree import UNKNOWN
from janadesh.sources.eci_page_tree import other_layout
from janadesh.sources.eci_page_tree import own_text
from janadesh.sources.eci_page_tree import rows
from janadesh.sources.eci_page_tree import tables
from janadesh.sources.eci_page_tree import unreadable
from janadesh.sources.eci_page_tree import votes

_COLUMNS = {
    "osn": "serial",
    "sn": "serial",
    "sno": "serial",
    "srno": "serial",
    "candidate": "name",
    "party": "party",
    "evmvotes": "evm",
    "migrantvotes": "migrant",
    "postalvotes": "postal",
    "totalvotes": "total",
    "votes": "total",
    "ofvotes": "share",
}
_MOST_COLUMNS = 20
_KINDS = ("evm", "migrant", "postal", "total")

Cells = list[str]


def read_constituencywise(tree: html.HtmlElement, file: str) -> SeatVotes:
    """
    Read the table of a seat's candidates.

    Raises: UnreadablePage, where there is no such table or its rows, sums or shares do not fit.
    """
    for table in tables(tree):
        every = [_spread(cells) for cells in rows(table)]
        at = next((place for place, cells in enumerate(every) if _is_heading(cells)), None)
        if at is None:
            continue
        columns = _columns(every[at], file)
        lines, total = _lines(every[at + 1 :], columns, file)
        check_lines(lines, file)
        _check_total(lines, columns, total, file)
        above = [_without_repeats(cells) for cells in every[:at]] or [_first_cells(tree)]
        state, seat = _place([text for cells in above for text in cells])
        status = next((found for cells in above if (found := status_of(" ".join(cells)))), None)
        uncontested = len(lines) == 1 and lines[0].standing == UNCONTESTED
        return SeatVotes(lines=lines, status=UNCONTESTED if uncontested else status, state=state, seat=seat)
    raise other_layout(tree, file, "a table with the columns Candidate, Party and Votes")


def _columns(headings: Cells, file: str) -> list[str | None]:
    columns = [_COLUMNS.get(spelling_key(cell)) for cell in headings]
    for heading, column in zip(headings, columns, strict=True):
        if heading and column is None:
            # it may be votes of a further kind, which must not be lost
            raise unreadable(file, "its table has a column that is not known", value=heading)
    if len(set(columns) & {"evm", "postal"}) == 1:
        raise unreadable(file, "its table has only one of the columns EVM Votes and Postal Votes")
    return columns


def _is_heading(cells: Cells) -> bool:
    keys = {_COLUMNS.get(spelling_key(cell)) for cell in cells}
    return {"name", "party", "total"} <= keys


def _spread(cells: list[html.HtmlElement]) -> Cells:
    """Give the texts of a row, a cell over several columns as often as it has columns."""
    return [own_text(cell) for cell in cells for _ in range(_columns_under(cell))]


def _columns_under(cell: html.HtmlElement) -> int:
    told = (cell.get("colspan") or "").strip()
    return min(int(told), _MOST_COLUMNS) if told.isascii() and told.isdigit() else 1


def _without_repeats(cells: Cells) -> Cells:
    return list(dict.fromkeys(cells))


def _lines(every: list[Cells], columns: list[str | None], file: str) -> tuple[tuple[Line, ...], Cells | None]:
    lines: list[Line] = []
    for place, cells in enumerate(every, start=1):
        if _is_total(cells):
            if any(len(set(more) - {""}) > 1 for more in every[place:]):
                raise unreadable(file, "rows follow the one of totals", row=place)
            return tuple(lines), cells
        if len(set(cells)) <= 1:
            # a note or an empty row over all columns
            continue
        if len(cells) != len(columns):
            raise unreadable(file, f"a row has {len(cells)} cells under {len(columns)} headings", row=place)
        lines.append(_line(dict(zip(columns, cells, strict=True)), file, place))
    return tuple(lines), None


def _is_total(cells: Cells) -> bool:
    first = next((cell for cell in cells if cell), "")
    return spelling_key(first) in {"total", "grandtotal"}


def _line(cells: dict[str | None, str], file: str, row: int) -> Line:
    if not cells["name"] or not cells["party"]:
        raise unreadable(file, "a row has no candidate's name or party", row=row)
    uncontested = any(status_of(cells.get(kind, "")) == UNCONTESTED for kind in _KINDS)
    numbers = {kind: None if uncontested else votes(cells[kind], file, row) for kind in _KINDS if kind in cells}
    return Line(
        name=cells["name"],
        party=cells["party"],
        serial=_serial(cells.get("serial"), file, row),
        share=None if uncontested else _share(cells.get("share", ""), file, row),
        standing=UNCONTESTED if uncontested else None,
        **numbers,
    )


def _serial(text: str | None, file: str, row: int) -> int | None:
    if text is None:
        return None
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise unreadable(file, "the serial number is none", value=text, row=row)
    return int(text)


def _share(text: str, file: str, row: int) -> float | None:
    if text in UNKNOWN:
        return None
    try:
        return float(text.rstrip("% "))
    except ValueError:
        raise unreadable(file, "the share of votes is no number", value=text, row=row) from None


def _check_total(lines: tuple[Line, ...], columns: list[str | None], total: Cells | None, file: str) -> None:
    for kind, printed in _printed_totals(columns, total, file):
        # what is not known yet is not in the printed sum either
        added = sum(getattr(line, kind) or 0 for line in lines)
        if added != printed:
            problem = f"its {kind} votes are {added} together, and {printed} is printed as their total"
            raise unreadable(file, f"{problem}; a row may be missing")


def _printed_totals(columns: list[str | None], total: Cells | None, file: str) -> Iterator[tuple[str, int]]:
    if total is None:
        return
    if len(total) == len(columns):
        by_kind = [(kind, text) for kind, text in zip(columns, total, strict=True) if kind in _KINDS]
    else:
        # the row of totals is often shorter: its numbers stand in the order of the columns
        kinds = [kind for kind in columns if kind in _KINDS]
        numbers = [text for text in total if text and spelling_key(text) not in {"total", "grandtotal"}]
        by_kind = list(zip(kinds, numbers, strict=False))
    for kind, text in by_kind:
        printed = votes(text, file)
        if kind is not None and printed is not None:
            yield kind, printed


def _first_cells(tree: html.HtmlElement) -> Cells:
    """Give the first table's only cell, where pages of 2014 to 2017 name state and seat."""
    for table in tree.xpath("//table[count(.//td | .//th) = 1]"):
        cells = [own_text(cell) for row in rows(table) for cell in row]
        if len(cells) == 1 and "-" in cells[0]:
            return cells
    return []


def _place(texts: Cells) -> tuple[str | None, str | None]:
    for text in texts:
        state, dash, seat = text.partition("-")
        if dash and state.strip() and seat.strip() and status_of(text) is None:
            return state.strip(), seat.strip()
    return None, None
