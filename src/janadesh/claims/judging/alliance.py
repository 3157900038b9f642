"""Parties stand together, or a party belongs to an alliance."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Evidence
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.election_facts import Membership
from janadesh.claims.facts import Facts
from janadesh.claims.judging import wording
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import unverifiable


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge that parties stand together in an election."""
    election = facts.of(reading.election)
    if election is None or reading.subject is None:
        return unverifiable("The record does not hold this election.")
    if not election.memberships:
        return unverifiable("The record holds no alliances of this election.")
    parties, alliance = _named(reading)
    if alliance is not None:
        together = [alliance] if all(p in election.members.get(alliance, ()) for p in parties) else []
    else:
        shared = [set(election.alliances_of.get(p, ())) for p in parties]
        together = sorted(set.intersection(*shared)) if shared else []
    if together:
        return _together(facts, election, reading, together, parties, written_on)
    return _apart(facts, election, parties, alliance, written_on)


def _named(reading: Reading) -> tuple[list[str], str | None]:
    everybody = [reading.subject, *reading.with_subjects]
    parties = [s.id for s in everybody if s is not None and s.type == "party" and s.id]
    alliances = [s.id for s in everybody if s is not None and s.type == "alliance" and s.id]
    return parties, alliances[0] if alliances else None


def _together(
    facts: Facts,
    election: ElectionFacts,
    reading: Reading,
    together: list[str],
    parties: list[str],
    written_on: dt.date,
) -> Judgement:
    alliance = max(together, key=lambda a: len(election.members[a]))
    members = parties or list(election.members[alliance])
    # a party named alone is told with its largest partner
    if len(members) == 1:
        others = [p for p in election.members[alliance] if p != members[0]]
        members += sorted(others, key=lambda p: -len(election.by_party.get(p, ())))[:1]
    names = wording.listed([wording.party(facts, p) for p in members])
    rows = tuple(_row(facts, m) for m in election.memberships if m.alliance == alliance and m.party in members)
    if isinstance(reading.value, int | float) and reading.unit == "seats":
        return _on_seats(facts, election, alliance, float(reading.value), written_on, rows)
    if election.house_kind == "parliament" or alliance not in ("",):
        name = facts.alliances.get(alliance, alliance)
        return confirmed(f"{names} stood together in {name}", f"{names} stood in alliance ({name}).", *rows)
    return confirmed(f"{names} stood in alliance", f"{names} stood in alliance.", *rows)


def _on_seats(
    facts: Facts,
    election: ElectionFacts,
    alliance: str,
    told: float,
    written_on: dt.date,
    rows: tuple[Evidence, ...],
) -> Judgement:
    """Judge on how many seats an alliance is agreed: the deal may be later than the words."""
    totals = {(t.party, t.arrangement): t for t in election.deal_totals if t.alliance == alliance}
    if not totals:
        return unverifiable("The record does not hold how the alliance shares the seats.", *rows)
    agreed = [t for t in totals.values() if t.party is not None and t.arrangement == "allotted"]
    friendly = [t for t in totals.values() if t.arrangement == "friendly"]
    parts = [f"{wording.party(facts, t.party or '')} {t.seats}" for t in sorted(agreed, key=lambda t: -t.seats)]
    official = ", ".join(parts)
    open_seats = sum(t.seats for t in friendly)
    if open_seats:
        official += f"; friendly contests in {open_seats}"
    all_seats = sum(t.seats for t in totals.values())
    known = election.local_day(min(t.known_at for t in totals.values()))
    rows = rows + tuple(facts.evidence(f"deal: {official}", t.source, t.known_at) for t in agreed[:1])
    if open_seats and known > written_on and told == all_seats:
        days = (known - written_on).days
        left = f"left {wording.plural(open_seats, 'seat')} to friendly contests"
        return superseded(official, f"The seat-sharing agreed {wording.plural(days, 'day')} later {left}.", *rows)
    if told in (all_seats, all_seats - open_seats):
        on = wording.day(known, written_on)
        return confirmed(official, f"The seat-sharing announced on {on} covered all {told:.0f} seats.", *rows)
    if known > written_on:
        return superseded(official, f"The seat-sharing was agreed later: {official}.", *rows)
    return unverifiable(f"The seat-sharing on record is {official}.", *rows)


def _apart(
    facts: Facts, election: ElectionFacts, parties: list[str], alliance: str | None, written_on: dt.date
) -> Judgement:
    """Judge parties that the record has in no common alliance."""
    stands = {(m.alliance, m.party): m for m in election.memberships}
    left = [m for m in stands.values() if m.party in parties and m.status == "left"]
    if left and (alliance is None or left[-1].alliance == alliance):
        gone = left[-1]
        on = election.local_day(gone.known_at)
        who = wording.party(facts, gone.party)
        why = f"{who} left {facts.alliances.get(gone.alliance, gone.alliance)} on {wording.day(on, written_on)}."
        if written_on <= on:
            return superseded(f"{who} left", f"Right when written; {why}", _row(facts, gone))
        return contradicted(f"{who} left", why, _row(facts, gone))
    if alliance is not None:
        return unverifiable("The record does not have all of them in this alliance.")
    known = [p for p in parties if p in election.alliances_of]
    if len(known) == len(parties) > 1:
        apart = {p: election.alliances_of[p] for p in parties}
        if len(parties) == 2 and not set.intersection(*(set(a) for a in apart.values())):
            said = wording.listed(
                [f"{wording.party(facts, p)} with {facts.alliances.get(a[0], a[0])}" for p, a in apart.items()]
            )
            return unverifiable(f"The record has them apart: {said}.")
    return unverifiable("The record does not say that these parties stood together.")


def _row(facts: Facts, said: Membership) -> Evidence:
    text = f"{wording.party(facts, said.party)}, {facts.alliances.get(said.alliance, said.alliance)}: {said.status}"
    return facts.evidence(text, said.source, said.known_at)
