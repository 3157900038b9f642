"""
The file behind the live map, since 2025: who leads in every seat, as JSON, without votes.

One file may hold several states counted on one day, whatever its name says.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from janadesh.sources.eci_page_tree import UNKNOWN
from janadesh.sources.eci_page_tree import squashed
from janadesh.sources.eci_page_tree import unreadable
from janadesh.sources.page_encoding import decoded_page
from janadesh.sources.text_file import UnreadableFile

_CELLS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveLead:
    """Who leads in a seat; party by its abbreviation. None where nobody does yet."""

    state: str
    number: int
    candidate: str | None
    party: str | None


def read_live_leads(content: bytes, file: str) -> tuple[LiveLead, ...]:
    """
    Read the leads of all states in the file.

    Raises: UnreadablePage, where it is cut or not of this form.
    """
    try:
        states = json.loads(decoded_page(content, None, file))
    except (UnreadableFile, ValueError, RecursionError):
        raise unreadable(file, "it is cut off, or no JSON at all") from None
    if not isinstance(states, dict) or not states:
        raise unreadable(file, 'it has another form than is known; {"S03": {"chartData": [...]}} was looked for')
    leads = []
    for state, told in states.items():
        lines = told.get("chartData") if isinstance(told, dict) else None
        if not isinstance(lines, list):
            raise unreadable(file, "a state has no list `chartData`", value=str(state))
        leads += [_lead(line, file, row) for row, line in enumerate(lines, start=1)]
    if len({(lead.state, lead.number) for lead in leads}) < len(leads):
        raise unreadable(file, "a seat stands in it twice")
    return tuple(leads)


def _lead(line: object, file: str, row: int) -> LiveLead:
    if not isinstance(line, list) or len(line) < _CELLS or not str(line[2]).isdigit():
        raise unreadable(file, "a seat is not [party, state, number, candidate, colour]", value=str(line), row=row)
    party, state, number, candidate = (squashed(str(cell)) if cell is not None else "" for cell in line[:4])
    return LiveLead(
        state=state.upper(),
        number=int(number),
        candidate=None if candidate in UNKNOWN else candidate,
        party=None if party in UNKNOWN else party,
    )
