"""What could be known when an article was written: before, during or after the count."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import unverifiable


def is_during_count(election: ElectionFacts, written_on: dt.date) -> bool:
    """Tell whether an article was written on the day of the count, when figures still moved."""
    return written_on == election.day_of_count


def is_by_next_morning(election: ElectionFacts, written_on: dt.date) -> bool:
    """Tell whether an article was written by the morning after the count, which prints the tallies of the night."""
    return election.day_of_count is not None and 0 <= (written_on - election.day_of_count).days <= 1


def is_before_count(election: ElectionFacts, written_on: dt.date) -> bool:
    """Tell whether an article was written before the votes were counted."""
    return election.day_of_count is not None and written_on < election.day_of_count


def no_result(election: ElectionFacts, reading: Reading, written_on: dt.date, *, known: bool = False) -> Judgement:
    """Say that no result on record decides a claim; one made during the count is past anyway."""
    if is_before_count(election, written_on):
        return unverifiable("Votes had not been counted yet on that day.")
    if reading.while_counting:
        return superseded(None, "Said while the count was on; no official final result is in the record.")
    if known:
        return unverifiable("The record holds no result of this contest.")
    if not any(contest.settled for contest in election.contests.values()):
        return unverifiable("The record holds no results of this election.")
    return unverifiable("The record does not show who or which contest is meant.")
