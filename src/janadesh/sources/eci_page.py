"""
An official result page, read: what is on it, and which seat, state and election it is of.

Where it belongs is told by its name and by itself. Either may leave something out, so one fills in for
the other; where the two contradict one another the page is refused, since either may be the wrong one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import html

from janadesh.names.spelling import spelling_key
from janadesh.sources import eci_page_names as names
from janadesh.sources.eci_assembly_seats import are_alike
from janadesh.sources.eci_page_cards import read_cards
from janadesh.sources.eci_page_constituencywise import read_constituencywise
from janadesh.sources.eci_page_live import LiveLead
from janadesh.sources.eci_page_live import read_live_leads
from janadesh.sources.eci_page_parties import PartySeats
from janadesh.sources.eci_page_parties import WonSeat
from janadesh.sources.eci_page_parties import read_party_wins
from janadesh.sources.eci_page_parties import read_partywise
from janadesh.sources.eci_page_rounds import Round
from janadesh.sources.eci_page_rounds import read_rounds
from janadesh.sources.eci_page_seat import SeatVotes
from janadesh.sources.eci_page_seats import read_seats
from janadesh.sources.eci_page_statewise import ListedSeat
from janadesh.sources.eci_page_statewise import read_statewise
from janadesh.sources.eci_page_tree import Heading
from janadesh.sources.eci_page_tree import OtherLayout
from janadesh.sources.eci_page_tree import heading
from janadesh.sources.eci_page_tree import page_tree
from janadesh.sources.eci_page_tree import rounds
from janadesh.sources.eci_page_tree import text_of
from janadesh.sources.eci_page_tree import unreadable
from janadesh.sources.eci_page_tree import updated

Content = (
    SeatVotes
    | tuple[ListedSeat, ...]
    | tuple[PartySeats, ...]
    | tuple[WonSeat, ...]
    | tuple[Round, ...]
    | tuple[LiveLead, ...]
)

_READERS: Mapping[str, Callable[[html.HtmlElement, str], Any]] = {
    names.CONSTITUENCYWISE: read_constituencywise,
    names.CARDS: read_cards,
    names.ROUNDWISE: read_rounds,
    names.STATEWISE: read_statewise,
    names.PARTY_WINS: read_party_wins,
    names.PARTYWISE: read_partywise,
}
"""By page; where the name does not tell which page it is, the first whose layout is found."""

_HEAD_BYTES = 4096
_SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d+\)(\S{1,300}) -->")

OF_A_SEAT = frozenset({names.CONSTITUENCYWISE, names.CARDS, names.ROUNDWISE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """
    A page and where it belongs; None is not told.

    - `file`: what errors call it.
    - `kind`: one of the names of pages in `eci_page_names`.
    - `content`: what its reader gives.
    - `state_code`, `state`: by code and by name. `number`, `seat`: the seat, on the pages of one.
    - `house`: `assembly` or `parliament`; `election`: as the site's folder or the heading names it.
    - `updated`: when the page says it was last updated.
    - `round`, `rounds`: rounds counted, and rounds in all.
    """

    file: str
    kind: str
    content: Content
    state_code: str | None = None
    state: str | None = None
    number: int | None = None
    seat: str | None = None
    house: str | None = None
    election: names.ElectionName | None = None
    updated: dt.datetime | None = None
    round: int | None = None
    rounds: int | None = None


def read_page(file: str, content: bytes, address: str | None = None) -> Page:
    """
    Read one saved page.

    Args:
        file: its name, which errors use.
        content: the page as it was saved.
        address: the name with folders, or the address, that tells where it belongs; `file` where None.

    Raises: UnreadablePage, where it is empty, cut, an error page, of another layout, or contradicts its name.
    """
    told = names.filled_in(names.page_name(address or file), _saved_from(content))
    if told.contradiction:
        raise unreadable(file, told.contradiction)
    if told.kind == names.LIVE_JSON or (told.kind is None and file.lower().endswith(".json")):
        leads = read_live_leads(content, file)
        state = told.state
        return Page(file=file, kind=names.LIVE_JSON, content=leads, state_code=state, election=told.election)
    tree = page_tree(content, file)
    kind, read = _read(tree, file, told.kind)
    words = text_of(tree)
    seat = heading(tree)
    election = names.election_of_heading(words)
    _check_agreement(file, told, seat, election, kind)
    counted = rounds(words)
    old = read if isinstance(read, SeatVotes) else None
    number = told.number or (seat.number if seat else None) or _number_of(tree, told.state, old, file)
    _check_listed(tree, told, old, file)
    return Page(
        file=file,
        kind=kind,
        content=read,
        state_code=told.state,
        state=seat.state if seat else old.state if old else None,
        number=number if kind in OF_A_SEAT else None,
        seat=seat.name if seat else old.seat if old else None,
        house=told.house or (seat.house if seat else None) or (election.house if election else None),
        election=told.election or election,
        updated=updated(words),
        round=counted[0] if counted else None,
        rounds=counted[1] if counted else None,
    )


def _saved_from(content: bytes) -> names.PageName:
    """Read what a browser notes of a page's address when it saves it."""
    found = _SAVED_FROM.search(content[:_HEAD_BYTES])
    return names.page_name(found[1].decode("ascii", errors="ignore")) if found else names.PageName()


def _read(tree: html.HtmlElement, file: str, kind: str | None) -> tuple[str, Any]:
    if kind is not None:
        return kind, _READERS[kind](tree, file)
    for name, read in _READERS.items():
        try:
            return name, read(tree, file)
        except OtherLayout:
            continue
    raise unreadable(file, "it has the layout of no result page that is known")


def _check_agreement(
    file: str, told: names.PageName, seat: Heading | None, election: names.ElectionName | None, kind: str
) -> None:
    if seat and kind in OF_A_SEAT and told.number and seat.number != told.number:
        raise unreadable(file, f"the name says seat {told.number}, and the page is of seat {seat.number}")
    if seat and told.house and seat.house != told.house:
        raise unreadable(file, f"it lies under an election to the {told.house}, and the page is of the {seat.house}")
    if election and told.election and election != told.election:
        raise unreadable(file, f"it lies under the {told.election}, and the page is of the {election}")


def _number_of(tree: html.HtmlElement, state: str | None, seat: SeatVotes | None, file: str) -> int | None:
    """Find the number of a seat that is told by name only among those that the page's hidden inputs list."""
    if seat is None or seat.seat is None:
        return None
    listed = read_seats(tree)
    key = spelling_key(seat.seat)
    found = {
        number
        for code, seats in listed.items()
        if state in {None, code}
        for number, name in seats.items()
        if spelling_key(name) == key
    }
    if len(found) > 1:
        raise unreadable(file, f"its list of seats has {seat.seat} more than once", value=str(sorted(found)))
    return found.pop() if found else None


def _check_listed(tree: html.HtmlElement, told: names.PageName, seat: SeatVotes | None, file: str) -> None:
    """Refuse a page whose own list of seats has another seat under the number in its name."""
    if seat is None or seat.seat is None or told.number is None or told.state is None:
        return
    listed = read_seats(tree).get(told.state, {}).get(told.number)
    if listed is not None and not are_alike(listed, seat.seat):
        problem = f"the name says seat {told.number}, {listed} by the page's list, and the page is of {seat.seat}"
        raise unreadable(file, problem)
