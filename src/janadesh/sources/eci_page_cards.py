"""
The page of all candidates of a seat as cards, since 2024: total votes, the margin, and who won or leads.

It tells no ballot number and no votes by kind. An uncontested seat's one card has the word in place of votes.
"""

from __future__ import annotations

import re

from lxml import html

from janadesh.sources.eci_page_seat import COUNTING
from janadesh.sources.eci_page_seat import DECLARED
from janadesh.sources.eci_page_seat import STANDINGS
from janadesh.sources.eci_page_seat import UNCONTESTED
from janadesh.sources.eci_page_seat import Line
from janadesh.sources.eci_page_seat import SeatVotes
from janadesh.sources.eci_page_seat import check_lines
from janadesh.sources.eci_page_seat import status_of
from janadesh.sources.eci_page_tree import UNKNOWN
from janadesh.sources.eci_page_tree import other_layout
from janadesh.sources.eci_page_tree import text_of
from janadesh.sources.eci_page_tree import unreadable
from janadesh.sources.eci_page_tree import votes

_INFO = "//div[contains(concat(' ', normalize-space(@class), ' '), ' cand-info ')]"
_STATUS = "./div[contains(concat(' ', normalize-space(@class), ' '), ' status ')]"
_VOTES = re.compile(r"(?P<votes>[\d,]+|-+)\s*(?:\(\s*(?P<sign>[+-]?)\s*(?P<margin>[\d,]+)\s*\)|\(\s*-*\s*\))?")


def read_cards(tree: html.HtmlElement, file: str) -> SeatVotes:
    """
    Read the cards of a seat's candidates.

    Raises: UnreadablePage, where there are none, or votes, margins and who is ahead do not fit.
    """
    cards = tree.xpath(_INFO)
    if not cards:
        raise other_layout(tree, file, "`div.cand-info`, a card for each candidate,")
    lines = tuple(_line(card, file, place) for place, card in enumerate(cards, start=1))
    check_lines(lines, file)
    standings = {line.standing for line in lines}
    if UNCONTESTED in standings:
        if len(lines) > 1:
            raise unreadable(file, "it is uncontested, and has several cards")
        return SeatVotes(lines=lines, status=UNCONTESTED)
    _check_first(lines, file)
    status = DECLARED if "won" in standings else COUNTING if "leading" in standings else None
    return SeatVotes(lines=lines, status=status)


def _line(card: html.HtmlElement, file: str, place: int) -> Line:
    names, parties, states = card.xpath(".//h5"), card.xpath(".//h6"), card.xpath(_STATUS)
    if len(names) != 1 or len(parties) != 1 or len(states) != 1 or not text_of(names[0]):
        raise unreadable(file, "a card lacks a name (`h5`), a party (`h6`) or `div.status`", row=place)
    inner = [text_of(part) for part in states[0].xpath("./div")]
    standing = inner[0].lower() if inner else ""
    if standing and standing not in STANDINGS:
        raise unreadable(file, "a card's status is none that is known", value=standing, row=place)
    counted = inner[1] if len(inner) > 1 else ""
    name, party = text_of(names[0]), text_of(parties[0])
    if status_of(counted) == UNCONTESTED:
        return Line(name=name, party=party, standing=UNCONTESTED)
    found = _VOTES.fullmatch(counted) if counted not in UNKNOWN else None
    if counted not in UNKNOWN and found is None:
        raise unreadable(file, "a card's votes cannot be read", value=counted, row=place)
    margin = votes(found["margin"], file, place) if found and found["margin"] else None
    if margin is not None and found and found["sign"] == "-":
        margin = -margin
    total = votes(found["votes"], file, place) if found else None
    return Line(name=name, party=party, total=total, standing=standing or None, margin=margin)


def _check_first(lines: tuple[Line, ...], file: str) -> None:
    """Refuse cards of which the first is not ahead by the margin that is printed."""
    ahead = [line for line in lines if line.standing in {"won", "leading"}]
    others = [line for line in lines if line not in ahead and not line.is_nota]
    totals = [line.total for line in others]
    if len(ahead) != 1 or None in totals or not totals or ahead[0].total is None:
        if len(ahead) > 1:
            raise unreadable(file, "two cards say that theirs has won or leads")
        return
    margin = ahead[0].total - max(total for total in totals if total is not None)
    if margin < 0:
        raise unreadable(file, f"{ahead[0].name} is said to be ahead, and is {-margin} votes behind")
