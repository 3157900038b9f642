"""The verdict on a reading: each kind of claim has its own judge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.facts import Facts
from janadesh.claims.judging import alliance
from janadesh.claims.judging import contest
from janadesh.claims.judging import electors
from janadesh.claims.judging import history
from janadesh.claims.judging import house
from janadesh.claims.judging import lead
from janadesh.claims.judging import margin
from janadesh.claims.judging import outcome
from janadesh.claims.judging import rank
from janadesh.claims.judging import schedule
from janadesh.claims.judging import seats
from janadesh.claims.judging import turnout
from janadesh.claims.judging import vote_share
from janadesh.claims.judging import votes
from janadesh.claims.judging.saying import unverifiable

Judge = Callable[[Facts, Reading, dt.date], Judgement]

JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "votes": votes.judge,
        "margin": margin.judge,
        "lead": lead.judge,
        "outcome": outcome.judge,
        "rank": rank.judge,
        "seats": seats.judge,
        "house": house.judge,
        "vote_share": vote_share.judge,
        "turnout": turnout.judge,
        "electors": electors.judge,
        "schedule": schedule.judge,
        "contest": contest.judge,
        "alliance": alliance.judge,
        "history": history.judge,
    }
)


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """
    Say what the record says of a reading.

    Args:
        facts: the record, made ready by `facts_of`.
        reading: what the words say; never changed by what the record holds.
        written_on: the article's date: a day or a count was right or wrong as of then.

    Returns: the verdict (see `claim.VERDICTS`), the official figure, one sentence why, the rows it rests on.
    """
    of_kind = JUDGES.get(reading.kind)
    if of_kind is None:
        return unverifiable("This kind of claim is not checked.")
    judged = of_kind(facts, reading, written_on)
    if judged.verdict == "contradicted" and reading.carried:
        why = f"Whom or which election the words mean is told sentences before, and not certain. {judged.why}"
        return replace(judged, verdict="unverifiable", why=why)
    return judged
