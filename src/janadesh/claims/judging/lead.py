"""Somebody is ahead or behind while votes are counted."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.claim import Value
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.contest_facts import Standing
from janadesh.claims.contest_facts import gap
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.saying import result_rows
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import unverifiable
from janadesh.claims.judging.when import is_before_count


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge a lead: it is past, and the final result says what it came to."""
    election = facts.of(reading.election)
    if election is None or reading.subject is None:
        return unverifiable("The record does not hold this election.")
    if is_before_count(election, written_on):
        return unverifiable("Votes had not been counted yet on that day.")
    if reading.subject.type in ("party", "alliance") and reading.constituency is None:
        return _of_parties(facts, election, reading)
    found = [
        s
        for s in subjects.candidacies(election, reading.subject, reading.constituency)
        if election.contests[s.constituency].settled
    ]
    if not found:
        return superseded(None, "Said while the count was on; no official final result is in the record.")
    if len(found) > 1:
        return _of_several(facts, election, found)
    return _of_one(facts, election, reading, found[0])


def _of_one(facts: Facts, election: ElectionFacts, reading: Reading, standing: Standing) -> Judgement:
    contest = election.contests[standing.constituency]
    margin, won = margin_of(contest, standing)
    rows = result_rows(facts, election, contest)
    if margin is None:
        return superseded(
            "won" if won else "lost", f"Said during the count; {end_of(election, contest, standing)}.", *rows
        )
    behind = reading.side == "trailing"
    official: Value = f"{'won' if won else 'lost'} by {margin}"
    if isinstance(reading.value, int | float) and won is not behind:
        official = margin
    said = wording.votes(election, margin)
    where = wording.seat(contest)
    if won and not behind and reading.value is not None:
        return superseded(official, f"A lead during the count; the final margin in {where} was {said}.", *rows)
    return superseded(official, f"Said during the count; {end_of(election, contest, standing)}.", *rows)


def margin_of(contest: ContestFacts, standing: Standing) -> tuple[int | None, bool]:
    """Give the final margin of a candidate (won by, or behind the winner by) and whether the seat was won."""
    if standing is contest.winner:
        return contest.margin, True
    return gap(contest.winner, standing), False


def end_of(election: ElectionFacts, contest: ContestFacts, standing: Standing) -> str:
    """Say in a few words how a contest ended for a candidate."""
    margin, won = margin_of(contest, standing)
    who, where = wording.person(standing), wording.seat(contest)
    if margin is None:
        return f"{who} {'won' if won else 'lost'} {where}"
    said = wording.votes(election, margin)
    if won:
        return f"{who} won {where} by {said} votes"
    if standing.position == 2:
        return f"{who} lost {where} by {said} votes"
    return f"{who} came {wording.place_in_words(standing.position or 0)} in {where}, {said} votes behind the winner"


def _of_several(facts: Facts, election: ElectionFacts, found: list[Standing]) -> Judgement:
    ends = []
    for standing in found:
        contest = election.contests[standing.constituency]
        margin, won = margin_of(contest, standing)
        ends.append(f"{'won' if won else 'lost'} {wording.seat(contest)} by {margin}")
    wins = sum(s is election.contests[s.constituency].winner for s in found)
    who = wording.person(found[0])
    if wins == len(found):
        why = f"Said during the count; {who} went on to win {'both' if wins == 2 else 'all ' + str(wins)} seats."
    else:
        why = f"Said during the count; {who} won {wins} of the {len(found)} seats in the end."
    rows = [row for s in found for row in result_rows(facts, election, election.contests[s.constituency])[:1]]
    return superseded(wording.listed(ends), why, *rows)


def _of_parties(facts: Facts, election: ElectionFacts, reading: Reading) -> Judgement:
    contests = subjects.contests_in(facts, election, reading)
    members = subjects.members_of(election, reading.subject) if reading.subject else ()
    if not contests or not members or not all(c.settled for c in contests):
        return superseded(None, "Said while the count was on; no official final result is in the record.")
    won = sum(1 for c in contests if c.winner is not None and c.winner.party in members)
    name = reading.subject.name if reading.subject and reading.subject.type == "alliance" else None
    who = name or wording.party(facts, members[0])
    return superseded(f"won {won} seats", f"Said during the count; {who} ended with {wording.plural(won, 'seat')}.")
