"""Somebody won or lost a seat."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.contest_facts import Standing
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.lead import end_of
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import result_rows
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import unverifiable
from janadesh.claims.judging.when import no_result


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge that somebody won or lost."""
    election = facts.of(reading.election)
    if election is None or reading.subject is None:
        return unverifiable("The record does not hold this election.")
    if reading.subject.type == "alliance" and reading.constituency:
        return _of_alliance(facts, election, reading, written_on)
    found = [
        s
        for s in subjects.candidacies(election, reading.subject, reading.constituency)
        if election.contests[s.constituency].settled
    ]
    if not found:
        return _nobody(election, reading, written_on)
    if len(found) > 1:
        return _of_several(facts, election, reading, found)
    return _of_one(facts, election, reading, found[0])


def _of_one(facts: Facts, election: ElectionFacts, reading: Reading, standing: Standing) -> Judgement:
    contest = election.contests[standing.constituency]
    winner = contest.winner
    rows = result_rows(facts, election, contest)
    if winner is None:
        return unverifiable("The record holds no result of this contest.", *rows)
    won = standing is winner
    official = f"{winner.name} won" if won else f"{winner.name} won {wording.seat(contest)}"
    end = end_of(election, contest, standing)
    end = end[0].upper() + end[1:]
    said_won = reading.side not in ("lost", "trailing")
    if won is said_won:
        rival = subjects.the_candidacy(election, reading.against, contest.constituency) if reading.against else None
        if not won and rival is not None and rival is not winner:
            why = f"{wording.person(winner)} won the seat, not {wording.person(rival)}."
            return contradicted(official, why, *rows)
        if not won:
            return confirmed(official, f"{wording.person(winner)} won the seat; {end}.", *rows)
        return confirmed(official, f"{end}.", *rows)
    if reading.while_counting:
        return superseded(official, f"Said during the count; {end}.", *rows)
    if reading.constituency is None or (reading.subject is not None and not _is_sure(reading.subject)):
        return unverifiable(f"The words leave open which seat or namesake is meant; {end}.", *rows)
    return contradicted(official, f"{end}." if won else f"{wording.person(winner)} won the seat; {end}.", *rows)


def _is_sure(subject: Subject) -> bool:
    return subject.type == "party" or subject.serial is not None or subject.id is not None


def _of_several(facts: Facts, election: ElectionFacts, reading: Reading, found: list[Standing]) -> Judgement:
    """Judge of somebody in several seats, where the words name none."""
    won = [s for s in found if s is election.contests[s.constituency].winner]
    rows = [row for s in found for row in result_rows(facts, election, election.contests[s.constituency])[:1]]
    places = wording.listed([wording.seat(election.contests[s.constituency]) for s in won])
    who, said_won = wording.person(found[0]), reading.side not in ("lost", "trailing")
    if isinstance(reading.value, int | float):
        count = len(won) if said_won else len(found) - len(won)
        official = f"won {places}" if won else "won none"
        if count == reading.value:
            many = f"both seats" if count == len(found) == 2 else wording.plural(count, "seat")  # noqa: F541
            return confirmed(official, f"{who} {'won' if said_won else 'lost'} {many}.", *rows)
        if reading.while_counting:
            return superseded(official, f"Said during the count; {who} {official}.", *rows)
        return contradicted(official, f"{who} {official}.", *rows)
    if len(won) == (len(found) if said_won else 0):
        official = f"won {places}" if said_won else "won none"
        return confirmed(official, f"{who} {'won' if said_won else 'lost'} every seat contested.", *rows)
    return unverifiable(f"{who} stood in several seats, and the words do not say which.", *rows)


def _of_alliance(facts: Facts, election: ElectionFacts, reading: Reading, written_on: dt.date) -> Judgement:
    contest = election.contests.get(reading.constituency or "")
    members = subjects.members_of(election, reading.subject) if reading.subject else ()
    if contest is None or contest.winner is None or not members:
        return no_result(election, reading, written_on)
    winner = contest.winner
    won = winner.party in members
    official = f"{winner.name} ({wording.party(facts, winner.party)}) won {wording.seat(contest)}"
    why = f"{wording.person(winner)} of {wording.party(facts, winner.party)} won the seat."
    rows = result_rows(facts, election, contest)
    if won is (reading.side not in ("lost", "trailing")):
        return confirmed(official, why, *rows)
    if reading.while_counting:
        return superseded(official, f"Said during the count; {why}", *rows)
    return contradicted(official, why, *rows)


def _nobody(election: ElectionFacts, reading: Reading, written_on: dt.date) -> Judgement:
    """Say why nobody was found: another seat, no such party in the seat, or no result."""
    contest: ContestFacts | None = election.contests.get(reading.constituency or "")
    subject = reading.subject
    if contest is not None and contest.winner is not None and subject is not None and subject.type == "candidate":
        elsewhere = subjects.candidacies(election, subject, None)
        if elsewhere:
            place = wording.seat(election.contests[elsewhere[0].constituency])
            return unverifiable(
                f"The record has {wording.person(elsewhere[0])} in {place}, not in {wording.seat(contest)}."
            )
    return no_result(election, reading, written_on)
