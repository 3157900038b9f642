"""Somebody came second, third …"""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import standing_row
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import unverifiable
from janadesh.claims.judging.when import is_during_count
from janadesh.claims.judging.when import no_result

_NEAR = 2
"""Places by which a wrong place may be off and still be meant as one."""


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge a place; NOTA takes none."""
    election = facts.of(reading.election)
    if election is None or reading.subject is None or not isinstance(reading.value, int | float):
        return unverifiable("The record does not hold this election.")
    if reading.subject.type in ("party", "alliance") and reading.constituency is None:
        return _of_party(facts, election, reading, written_on)
    found = [
        s
        for s in subjects.candidacies(election, reading.subject, reading.constituency)
        if s.position is not None and election.contests[s.constituency].settled
    ]
    if not found:
        return no_result(election, reading, written_on)
    standing = next((s for s in found if s.position == reading.value), found[0])
    place = wording.place_in_words(standing.position or 0)
    who, row = wording.person(standing), standing_row(facts, election, standing)
    # a place told during the count that is the final one has not been overtaken
    if standing.position == reading.value:
        return confirmed(standing.position, f"{who} came {place} on the official count.", row)
    if reading.while_counting:
        return superseded(standing.position, f"Said during the count; {who} came {place}.", row)
    if len(found) > 1 or (reading.subject.serial is None and reading.constituency is None):
        return unverifiable("The words leave open which contest is meant.", row)
    if abs((standing.position or 0) - reading.value) > _NEAR:
        return unverifiable(f"What is counted here is not plain; {who} came {place} on the official count.", row)
    if is_during_count(election, written_on):
        return superseded(standing.position, f"Told on the day of the count; {who} came {place}.", row)
    return contradicted(standing.position, f"{who} came {place} on the official count.", row)


def _of_party(facts: Facts, election: ElectionFacts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge a party's place by seats won, or by votes where those make it so."""
    subject = reading.subject
    if subject is None or subject.type != "party" or subject.id is None or not (election.settled and election.whole):
        return no_result(election, reading, written_on)
    won: dict[str, int] = {}
    for contest in election.contests.values():
        winner = contest.winner
        if winner is not None and not _is_independent(facts, winner.party):
            won[winner.party] = won.get(winner.party, 0) + 1
    votes = {p: sum(s.counted or 0 for s in of) for p, of in election.by_party.items() if not _is_independent(facts, p)}
    if subject.id not in votes:
        return unverifiable("The record has no such party in this election.")
    seats = won.get(subject.id, 0)
    by_seats = 1 + sum(1 for n in won.values() if n > seats)
    by_votes = 1 + sum(1 for n in votes.values() if n > votes[subject.id])
    if reading.while_counting:
        return superseded(by_seats, f"Said during the count; it ended {wording.place_in_words(by_seats)} by seats.")
    if reading.value == by_seats:
        return confirmed(by_seats, f"{wording.place_in_words(by_seats).capitalize()} by seats, with {seats}.")
    if reading.value == by_votes:
        return confirmed(by_votes, f"{wording.place_in_words(by_votes).capitalize()} by votes.")
    why = f"It came {wording.place_in_words(by_seats)} by seats, {wording.place_in_words(by_votes)} by votes."
    if is_during_count(election, written_on):
        return superseded(by_seats, f"Told on the day of the count. {why}")
    return contradicted(by_seats, why)


def _is_independent(facts: Facts, party: str) -> bool:
    found = facts.parties.get(party)
    return found is not None and found.kind == "independent"
