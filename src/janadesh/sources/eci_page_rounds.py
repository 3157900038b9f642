"""
The page of a seat's counting rounds: a tab a round, with votes brought forward, of the round, and together.

Only EVM votes are in it; postal votes stand on the page of the seat's candidates. The page does not say
at what time a round ended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

from janadesh.names.spelling import spelling_key
from janadesh.sources.eci_page_seat import is_nota
from janadesh.sources.eci_page_tree import other_layout
from janadesh.sources.eci_page_tree import own_text
from janadesh.sources.eci_page_tree import rows
from janadesh.sources.eci_page_tree import unreadable
from janadesh.sources.eci_page_tree import votes

_TABS = "//div[contains(concat(' ', normalize-space(@class), ' '), ' tabcontent ')]"
_TAB = re.compile(r"tab(\d{1,3})")
_CELLS = 5
_TOTAL = frozenset({"total", "grandtotal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """A candidate's EVM votes after a round; `of_round` are those counted in it."""

    name: str
    party: str
    before: int
    of_round: int
    evm: int

    @property
    def is_nota(self) -> bool:
        """Whether the line is of none of the above, who is no candidate."""
        return is_nota(self.name, self.party)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One counting round with its lines in the page's order."""

    number: int
    lines: tuple[RoundLine, ...]


def read_rounds(tree: html.HtmlElement, file: str) -> tuple[Round, ...]:
    """
    Read the rounds, first to last.

    Raises: UnreadablePage, where there are no tabs of rounds, one is missing, or sums do not fit.
    """
    tabs = tree.xpath(_TABS)
    if not tabs:
        raise other_layout(tree, file, "`div.tabcontent`, a tab for each round,")
    found = sorted((_round(tab, file) for tab in tabs), key=lambda each: each.number)
    if [each.number for each in found] != list(range(1, len(found) + 1)):
        raise unreadable(file, f"its rounds are not 1 to {len(found)}, one tab each")
    return tuple(found)


def _round(tab: html.HtmlElement, file: str) -> Round:
    number = _TAB.fullmatch((tab.get("id") or "").strip())
    tables = tab.xpath(".//table[not(ancestor::table)]")
    if number is None or len(tables) != 1:
        raise unreadable(file, "a tab has no number or not one table", value=tab.get("id"))
    lines: list[RoundLine] = []
    for row, cells in enumerate(rows(tables[0]), start=1):
        if all(cell.tag == "th" for cell in cells) or cells[0].getparent().getparent().tag == "thead":
            continue
        texts = [own_text(cell) for cell in cells]
        label = next((text for text in texts if text), "")
        if spelling_key(label) in _TOTAL:
            _check_total(lines, texts, number[1], file, row)
            return Round(number=int(number[1]), lines=tuple(lines))
        if len(texts) == _CELLS + 1:
            # some years number the rows
            texts = texts[1:]
        if len(texts) != _CELLS:
            raise unreadable(file, f"a row of round {number[1]} has {len(texts)} cells", row=row)
        lines.append(_line(texts, number[1], file, row))
    raise unreadable(file, f"round {number[1]} has no row of totals")


def _line(texts: list[str], number: str, file: str, row: int) -> RoundLine:
    before, of_round, evm = (votes(text, file, row) for text in texts[2:])
    if before is None or of_round is None or evm is None:
        raise unreadable(file, f"votes of {texts[0]} in round {number} are missing", row=row)
    if before + of_round != evm:
        raise unreadable(file, f"{before} and {of_round} votes of {texts[0]} in round {number} are not {evm}", row=row)
    return RoundLine(name=texts[0], party=texts[1], before=before, of_round=of_round, evm=evm)


def _check_total(lines: list[RoundLine], texts: list[str], number: str, file: str, row: int) -> None:
    printed = [votes(text, file, row) for text in texts if text and spelling_key(text) not in _TOTAL]
    added = [sum(getattr(line, kind) for line in lines) for kind in ("before", "of_round", "evm")]
    if not lines or printed != added:
        problem = f"votes of round {number} are {added} together, and {printed} are printed as their totals"
        raise unreadable(file, problem, row=row)
