"""What a wrong number of votes is, where it is another official figure of the same people or seat."""

from __future__ import annotations

from janadesh.claims.contest_facts import Standing
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import is_swap

_TELLING = 100
"""Votes below which two candidates have the same number by chance."""


def what_else(facts: Facts, election: ElectionFacts, standing: Standing, told: float) -> str | None:
    """
    Say what a number told as somebody's votes is instead; None where it is no other figure on record.

    Only figures of the same person, contest or earlier election are looked at, and only to explain.
    """
    contest = election.contests[standing.constituency]
    here = f"{wording.person(standing)} polled {wording.votes(election, standing.counted or 0)}"
    elsewhere = _of_another_seat(election, standing, told)
    if elsewhere is not None:
        return f"This is the figure of {elsewhere}; in {wording.seat(contest)} {here}."
    rival = _of_a_rival(election, standing, told)
    if rival is not None:
        return f"This is the figure of {rival}; {here}."
    if told == contest.margin:
        return f"This is the winning margin; {here}."
    if contest.nota and told == (standing.counted or 0) + contest.nota:
        return f"This counts NOTA in; {here}."
    year = _of_an_earlier_year(facts, election, standing, told)
    if year is not None:
        return f"This is the figure of {year}; in {election.year} {here}."
    return f"Two figures are swapped: {here}." if is_swap(told, standing.counted or 0) else None


def _of_another_seat(election: ElectionFacts, standing: Standing, told: float) -> str | None:
    others = subjects.other_candidacies(election, standing)
    found = next((s for s in others if told in (s.counted, s.evm)), None)
    return wording.seat(election.contests[found.constituency]) if found else None


def _of_a_rival(election: ElectionFacts, standing: Standing, told: float) -> str | None:
    if told < _TELLING:
        return None
    rivals = election.contests[standing.constituency].standings
    found = next((s for s in rivals if s is not standing and told in (s.counted, s.evm)), None)
    return wording.person(found) if found else None


def _of_an_earlier_year(facts: Facts, election: ElectionFacts, standing: Standing, told: float) -> int | None:
    if standing.person is None:
        return None
    for before in facts.before(election.id):
        if any(told == s.counted for s in before.by_person.get(standing.person, ())):
            return before.year
    return None
