"""Which elections to a house a party or an alliance won, and so for how long it was in or out of office."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import unverifiable
from janadesh.claims.judging.seats import won_in

_NOT_SAID = "The record does not show for how long."


@dataclass(frozen=True, slots=True)
class Run:
    """Elections won in a row, and the one that ended it; None where the last on record is among them."""

    won: tuple[int, ...]
    lost: int | None


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """
    Judge for how many years or terms a party was in office, or out of it, by the elections it won.

    Winning is having more than half of the elected seats. No verdict is `contradicted`: governments
    also change between elections, and by coalitions.
    """
    election = facts.of(reading.election)
    members = subjects.members_of(election, reading.subject) if election and reading.subject else ()
    if election is None or not members or not isinstance(reading.value, int | float):
        return unverifiable("The record holds nothing that decides this.")
    runs = runs_of(facts, election, members, written_on)
    who = wording.party(facts, members[0]) if len(members) == 1 or reading.subject is None else reading.subject.name
    told, more = float(reading.value), reading.comparator == ">"
    for run in runs:
        years = wording.listed([str(year) for year in run.won])
        until = f" and lost in {run.lost}" if run.lost else ""
        official = f"{who} won in {years}{until}"
        if _fits(run, told, reading.unit, written_on, more=more):
            return confirmed(official, f"{official}.")
    return unverifiable(
        _NOT_SAID if not runs else f"On record, {who} won in {', '.join(str(y) for r in runs for y in r.won)}."
    )


def runs_of(facts: Facts, election: ElectionFacts, members: tuple[str, ...], written_on: dt.date) -> list[Run]:
    """List the runs of elections won, latest first, this election's own result included once it is known."""
    line = [election, *facts.before(election.id)]
    # the article's own election counts only once it was held
    line = [e for e in line if e.settled and (e.day_of_count is None or e.day_of_count <= written_on)]
    runs: list[Run] = []
    won: list[int] = []
    lost: int | None = None
    later: int | None = None
    for held in line:
        if won_in(list(held.contests.values()), members) >= held.majority:
            lost = later if not won else lost
            won.append(held.year)
        elif won:
            runs.append(Run(tuple(reversed(won)), lost))
            won = []
        later = held.year
    return [*runs, Run(tuple(reversed(won)), lost)] if won else runs


def _fits(run: Run, told: float, unit: str | None, written_on: dt.date, *, more: bool) -> bool:
    if unit == "terms":
        return told in (len(run.won), len(run.won) + 1 if run.lost is None else 0)
    if unit == "year" or told > 1800:
        return told in (run.won[0], run.lost)
    now = written_on.year
    spans = [(run.lost or now) - run.won[0]]
    if run.lost is not None:
        # a party is out of office from the day it lost, which the year alone does not tell to the month
        spans += [now - run.lost, now - run.lost - 1, now - run.won[-1]]
    return any(told == span or (more and span * 0.8 <= told <= span) for span in spans)
