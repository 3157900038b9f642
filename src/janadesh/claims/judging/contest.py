"""Somebody stands in a constituency; a party contests so many seats; so many candidates stand."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Evidence
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.contest_facts import Standing
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import contest_counts
from janadesh.claims.judging import party_counts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import shown_by
from janadesh.claims.judging.saying import standing_row
from janadesh.claims.judging.saying import tally_row
from janadesh.claims.judging.saying import unverifiable

NOT_STANDING = frozenset({"absent", "not standing", "withdrawn"})


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge who stands where, for whom, and how many."""
    election = facts.of(reading.election)
    subject = reading.subject
    if election is None or subject is None:
        return unverifiable("The record does not hold this election.")
    if not any(c.standings for c in election.contests.values()) and not election.deal_totals and not election.figures:
        return unverifiable("The record holds no list of candidates of this election.")
    if subject.type == "candidate":
        if isinstance(reading.value, int | float):
            return _of_seats(facts, election, reading, float(reading.value))
        return _of_candidate(facts, election, reading)
    if isinstance(reading.value, int | float):
        if subject.type == "party":
            judged = party_counts.of_party(facts, election, reading, float(reading.value), written_on)
            return shown_by(judged, *_tally(facts, election, reading))
        if subject.type == "alliance":
            return contest_counts.of_alliance(facts, election, reading, float(reading.value))
        return contest_counts.of_candidates(facts, election, reading, float(reading.value), written_on)
    if reading.constituency is not None and subject.type == "party":
        return _of_party_in(facts, election, reading)
    if subject.type == "alliance" and reading.side == "friendly":
        return contest_counts.friendly_contests(election, reading)
    return unverifiable("The words do not say who stands where.")


def _tally(facts: Facts, election: ElectionFacts, reading: Reading) -> tuple[Evidence, ...]:
    contests = subjects.contests_in(facts, election, reading)
    party = reading.subject.id if reading.subject else None
    return (tally_row(facts, election, contests, party),) if contests and party else ()


def _of_candidate(facts: Facts, election: ElectionFacts, reading: Reading) -> Judgement:
    subject = reading.subject
    if subject is None:
        return unverifiable("The words do not say who stands.")
    everywhere = subjects.candidacies(election, subject, None)
    if reading.side in NOT_STANDING:
        return _not_standing(facts, election, reading, everywhere)
    found = subjects.candidacies(election, subject, reading.constituency)
    if not found:
        return _elsewhere(facts, election, reading, everywhere)
    standing = found[0] if len(found) == 1 else next((s for s in found if s.party == reading.party), found[0])
    where = wording.seat(election.contests[standing.constituency])
    row = standing_row(facts, election, standing)
    official = f"{standing.name} ({wording.party(facts, standing.party)}) in {where}"
    if reading.party is not None and not _stands_for(election, standing, reading.party):
        who, asked = wording.person(standing), wording.party(facts, reading.party)
        if len(found) > 1 or (subject.serial is None and reading.constituency is None and subject.id is None):
            return unverifiable("Several people of this name stand.", row)
        why = f"{who} stood in {where} for {wording.party(facts, standing.party)}, not for {asked}."
        if wording.party(facts, standing.party) == "Independent":
            why = f"{who} stood in {where} as an Independent, not for {asked}."
        return contradicted(wording.party(facts, standing.party), why, row)
    if reading.phase is not None and election.contests[standing.constituency].phase not in (None, reading.phase):
        phase = wording.phase_in_words(election.contests[standing.constituency].phase or 0)
        return partial(official, f"{wording.person(standing)} stood in {where}, a seat of {phase}.", row)
    party = wording.party(facts, standing.party)
    how = "as an Independent" if party == "Independent" else f"for {party}"
    said = f"{wording.person(standing)} stood in {where} {how}."
    # the words were of the party alone
    if reading.party is not None:
        return confirmed(party, said, row)
    return confirmed(official, said, row)


def _stands_for(election: ElectionFacts, standing: Standing, party: str) -> bool:
    if standing.party == party:
        return True
    if (standing.constituency, standing.serial, party) in election.backers:
        return True
    # the joint candidate of an alliance stands for every member
    return any(party == alliance for alliance in election.alliances_of.get(standing.party, ()))


def _not_standing(
    facts: Facts, election: ElectionFacts, reading: Reading, everywhere: tuple[Standing, ...]
) -> Judgement:
    if not election.whole:
        return unverifiable("The record does not hold every list of candidates.")
    if not everywhere:
        return confirmed("not on the list of candidates", "On no official list of candidates.")
    standing = everywhere[0]
    where = wording.seat(election.contests[standing.constituency])
    row = standing_row(facts, election, standing)
    if reading.subject is not None and reading.subject.id is None:
        return unverifiable(f"Somebody of this name stands in {where}.", row)
    return contradicted(f"candidate in {where}", f"{wording.person(standing)} stood in {where}.", row)


def _elsewhere(facts: Facts, election: ElectionFacts, reading: Reading, everywhere: tuple[Standing, ...]) -> Judgement:
    """Say where somebody stands that the record does not have in the seat told."""
    if everywhere and reading.constituency in election.contests:
        there = wording.listed([wording.seat(election.contests[s.constituency]) for s in everywhere[:3]])
        here = wording.seat(election.contests[reading.constituency])
        rows = (standing_row(facts, election, s) for s in everywhere[:2])
        return unverifiable(f"The record has {wording.person(everywhere[0])} in {there}, not in {here}.", *rows)
    return unverifiable("The record has nobody of this name on the lists of candidates.")


def _of_seats(facts: Facts, election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    """Judge in how many seats somebody stands."""
    subject = reading.subject
    found = subjects.candidacies(election, subject, None) if subject is not None else ()
    if not found:
        return unverifiable("The record has nobody of this name on the lists of candidates.")
    where = wording.listed([wording.seat(election.contests[s.constituency]) for s in found])
    rows = tuple(standing_row(facts, election, s) for s in found)
    why = f"{wording.person(found[0])} stood in {where}."
    if len(found) == told:
        return confirmed(len(found), why, *rows)
    if found[0].person is None or not election.whole:
        return unverifiable(f"Whether these are one person is not on record: {where}.", *rows)
    return contradicted(len(found), why, *rows)


def _of_party_in(facts: Facts, election: ElectionFacts, reading: Reading) -> Judgement:
    """Judge that a party has a candidate in a seat."""
    contest = election.contests.get(reading.constituency or "")
    subject = reading.subject
    if contest is None or not contest.standings or subject is None:
        return unverifiable("The record holds no list of candidates of this seat.")
    parties = [
        subject.id,
        *(s.id for s in (reading.against, *reading.with_subjects) if s is not None and s.type == "party"),
    ]
    found = {p: next((s for s in contest.standings if s.party == p), None) for p in parties if p}
    where = wording.seat(contest)
    missing = [p for p, s in found.items() if s is None]
    if missing:
        why = f"{wording.listed([wording.party(facts, p) for p in missing])} has no candidate in {where}."
        if reading.side in ("friendly", "contested") and len(missing) == len(found) == 1:
            return contradicted(f"no candidate in {where}", why)
        return unverifiable(why)
    stood = [s for s in found.values() if s is not None]
    rows = tuple(standing_row(facts, election, s) for s in stood)
    named = wording.listed([f"{s.name} ({wording.party(facts, s.party)})" for s in stood])
    official = f"{named} stood in {where}"
    if reading.phase is not None and contest.phase not in (None, reading.phase):
        phase = wording.phase_in_words(contest.phase or 0)
        both = "Both parties" if len(stood) == 2 else "It"
        return partial(official, f"{both} stood there, but the seat voted in {phase}.", *rows)
    return confirmed(official, f"{official}.", *rows)
