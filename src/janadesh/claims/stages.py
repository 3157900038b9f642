"""Where an election stood when an article was written, and which of its phases a sentence speaks of."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.scene import PHASE_SAID
from janadesh.claims.scene import PHASES
from janadesh.claims.vocabulary import ElectionEntry

_RECENT = 3
"""Days for which reports go on telling of the phase last polled."""


def stage_of(election: ElectionEntry | None, day: dt.date) -> str:
    """Say whether an election is `before` its polls, `polling`, `polled` or `counted` on a day."""
    if election is None or election.counted is None or day >= election.counted:
        return "counted"
    if election.first_poll is None or day < election.first_poll:
        return "before"
    return "polled" if election.last_poll and day > election.last_poll else "polling"


def phase_of(election: ElectionEntry | None, words: str, day: dt.date) -> int | None:
    """Give the phase that a sentence (lower-cased) names, else the one polled that day or up to three days before."""
    said = PHASE_SAID.search(words)
    if said:
        return PHASES.get(said.group(1) or said.group(2))
    if election is None or len(election.polls) < 2:
        return None
    recent = [phase for phase, polled in election.polls if phase and 0 <= (day - polled).days <= _RECENT]
    return recent[-1] if recent and election.counted != day else None
