"""Votes of one seat as several pages have them, and whether two of these fit together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from janadesh import model
from janadesh.sources.eci_page_seat import COUNTING
from janadesh.sources.eci_page_seat import DECLARED
from janadesh.sources.eci_page_seat import UNCONTESTED
from janadesh.sources.eci_page_seat import Line

_SURER = {None: 0, COUNTING: 1, DECLARED: 2, UNCONTESTED: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """
    One seat's votes at one moment, as one page has them, or as pages that fit together do.

    - `file`: the page; `at`: when it was known.
    - `lines`: by serial, NOTA under 0; empty where the page names only who is ahead.
    - `status`: as in `eci_page_seat`; `said_at`: when the page that says it was known.
    - `ahead`: the serial of whom the page names as elected or ahead; `margin`: the votes ahead.
    - `round`, `rounds`: rounds counted, and in all.
    - `only_evm`: whether it is a page of rounds, which has no postal votes.
    """

    file: str
    at: dt.datetime
    lines: Mapping[int, Line] = field(default_factory=dict)
    status: str | None = None
    said_at: dt.datetime | None = None
    ahead: int | None = None
    margin: int | None = None
    round: int | None = None
    rounds: int | None = None
    only_evm: bool = False

    def first(self) -> tuple[int, ...]:
        """Give the serials of who has most votes: several where they are equal, none where votes are unknown."""
        totals = {serial: line.total for serial, line in self.lines.items() if serial != model.NOTA}
        known = {serial: total for serial, total in totals.items() if total is not None}
        if not known or len(known) < len(totals) or not max(known.values()):
            return ()
        most = max(known.values())
        return tuple(serial for serial, total in known.items() if total == most)

    def lead(self) -> int | None:
        """Give the margin of the first over the next candidate, NOTA left out; None where it is unknown."""
        totals = sorted(
            (line.total for serial, line in self.lines.items() if serial != model.NOTA and line.total is not None),
            reverse=True,
        )
        return totals[0] - totals[1] if self.first() and len(totals) > 1 else None


def difference(votes: Votes, other: Votes) -> str | None:
    """Say in which figure another page differs; None where all that both know is equal."""
    return next(_differences(votes, other), None)


def is_surer(status: str | None, than: str | None) -> bool:
    """Tell whether one status says more than another."""
    return _SURER[status] > _SURER[than]


def _differences(votes: Votes, other: Votes) -> Iterator[str]:
    if other.status == UNCONTESTED and any(line.total or line.evm for line in votes.lines.values()):
        yield f"the seat is uncontested by it, and has votes by {votes.file}"
    for serial, line in other.lines.items():
        there = votes.lines.get(serial)
        for kind in ("evm", "total"):
            one, two = getattr(there, kind, None), getattr(line, kind)
            if one is not None and two is not None and one != two:
                yield f"{line.name} has {two} {kind} votes by it, and {one} by {votes.file}"
    lead, first = votes.lead(), votes.first()
    if other.margin is not None and lead is not None and other.margin != lead:
        yield f"the margin is {other.margin} by it, and {lead} by {votes.file}"
    if other.ahead is not None and first and other.ahead not in first:
        yield f"candidate {other.ahead} is ahead by it, and {', '.join(map(str, first))} by {votes.file}"


def must_agree(votes: Votes, other: Votes) -> bool:
    """Tell whether two pages speak of the same votes: at one moment, or when no more are counted."""
    return votes.at == other.at or (other.status == DECLARED and (votes.status == DECLARED or other.at <= votes.at))


def joined(votes: Votes, other: Votes) -> Votes:
    """Add to a page's votes what another, which agrees, says of status and rounds."""
    surer = is_surer(other.status, votes.status)
    return replace(
        votes,
        status=other.status if surer else votes.status,
        said_at=other.at if surer else votes.said_at,
        ahead=votes.ahead if other.ahead is None else other.ahead,
        round=other.round if votes.round is None else votes.round,
        rounds=other.rounds if votes.rounds is None else votes.rounds,
    )
