"""What is told of earlier elections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.election_facts import ContestFacts
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import house
from janadesh.claims.judging import margin
from janadesh.claims.judging import outcome
from janadesh.claims.judging import rank
from janadesh.claims.judging import seats
from janadesh.claims.judging import subjects
from janadesh.claims.judging import turnout
from janadesh.claims.judging import vote_share
from janadesh.claims.judging import votes
from janadesh.claims.judging import wording
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import result_rows
from janadesh.claims.judging.saying import unverifiable

_NEAR_MISS = 5
"""Years within which a wrong "after N years" is taken to speak of the last election."""

_AS_KIND: dict[str, Callable[[Facts, Reading, dt.date], Judgement]] = {
    "seats": seats.judge,
    "votes": votes.judge,
    "margin": margin.judge,
    "vote_share": vote_share.judge,
    "turnout": turnout.judge,
    "house": house.judge,
    "rank": rank.judge,
    "won": outcome.judge,
    "outcome": outcome.judge,
}


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge something about an earlier election, or how long ago the last was."""
    role = reading.role or _role_of_unit(reading)
    if role in ("years since", "first since"):
        return _since(facts, reading, written_on)
    if role == "held":
        return _held(facts, reading)
    if role == "first win":
        return _first_win(facts, reading)
    if role in ("won", "outcome") and reading.subject is not None and reading.subject.type == "constituency":
        return _winner_of(facts, reading)
    as_kind = _AS_KIND.get(role or "")
    if as_kind is None or reading.election is None:
        return unverifiable("The record holds nothing that decides this.")
    # nothing of an earlier election is still being counted
    return as_kind(
        facts, replace(reading, while_counting=False, role=None if role == "house" else reading.role), written_on
    )


def _role_of_unit(reading: Reading) -> str | None:
    """Tell what a reading counts from its unit and subject, where it does not say."""
    kind = reading.subject.type if reading.subject else None
    if reading.unit == "percent":
        return "turnout" if kind in ("election", "constituency") else "vote_share"
    if reading.unit == "votes":
        return "votes" if kind in ("candidate", "party") else None
    if reading.unit == "seats":
        return "house" if kind == "election" else "seats" if kind in ("party", "alliance") else None
    if reading.value is None and reading.constituency is not None and reading.side in ("won", "lost", None):
        return "won"
    return None


def _since(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge how long ago the last election to the same house was."""
    election = facts.of(reading.election)
    subject = reading.subject
    if election is None or subject is None:
        return unverifiable("The record does not hold this election.")
    before = next(facts.before(election.id), None)
    if before is None:
        return unverifiable("The record holds no earlier election to this house.")
    if subject.type in ("party", "alliance"):
        return _out_of_office(facts, election, reading, written_on)
    official = f"the last {_kind_of(election)} election was in {before.year}"
    why = f"The last {_kind_of(election)} election was held in {before.year}."
    if not isinstance(reading.value, int | float):
        if reading.day is not None and before.year > reading.day.year:
            return contradicted(official, why)
        return confirmed(
            official, f"No {_kind_of(election)} election was held between {before.year} and {election.year}."
        )
    told = float(reading.value)
    if reading.unit == "year" or told > 1800:
        return confirmed(official, why) if told == before.year else unverifiable(why)
    years = election.year - before.year
    if abs(told - years) <= (1 if reading.comparator == "~" else 0) or (reading.comparator == ">" and years >= told):
        return confirmed(official, why)
    if reading.comparator in ("=", "~") and abs(told - years) == 1:
        return confirmed(official, why)
    if abs(told - years) <= _NEAR_MISS and reading.comparator == "=":
        return contradicted(official, why)
    return unverifiable(f"What these years are counted from is not plain. {why}")


def _kind_of(election: ElectionFacts) -> str:
    return {"assembly": "assembly", "parliament": "parliamentary"}.get(election.house_kind, election.house_kind)


def _out_of_office(facts: Facts, election: ElectionFacts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge for how long a party has not won the house: since it last won, or since it lost."""
    members = subjects.members_of(facts, election, reading.subject) if reading.subject else ()
    if not isinstance(reading.value, int | float) or not members:
        return unverifiable("The record holds nothing that decides this.")
    later = election
    for before in facts.before(election.id):
        if not before.settled:
            break
        if seats.won_in(list(before.contests.values()), members) * 2 > before.elected_seats:
            lost, won = written_on.year - later.year, written_on.year - before.year
            told = float(reading.value)
            who = wording.party(facts, members[0])
            official = f"{who} won in {before.year} and lost in {later.year}"
            in_office = later is election
            if told in (lost, won, lost - 1) or (reading.comparator == ">" and told <= lost):
                return confirmed(official, f"{who} last won the house in {before.year} and lost it in {later.year}.")
            if not in_office:
                return unverifiable(f"{who} last won the house in {before.year} and lost it in {later.year}.")
            break
        later = before
    return unverifiable("The record does not show since when.")


def earlier_contests(
    facts: Facts, election: ElectionFacts, constituency: str
) -> list[tuple[ElectionFacts, ContestFacts]]:
    """List the contests before one in the same seat, latest first, across delimitations that carry on from it."""
    line = {constituency}
    found = []
    for before in facts.before(election.id):
        line |= {p for seat in list(line) for p in facts.predecessors.get(seat, ())}
        here = [before.contests[seat] for seat in line if seat in before.contests]
        if len(here) != 1:
            break
        found.append((before, here[0]))
    return found


def _held(facts: Facts, reading: Reading) -> Judgement:
    """Judge that a party or person won a seat in the last so many elections."""
    election, subject = facts.of(reading.election), reading.subject
    if election is None or subject is None or reading.constituency is None:
        return unverifiable("The words do not say which seat.")
    wanted = int(reading.value) if isinstance(reading.value, int | float) else 1
    past = earlier_contests(facts, election, reading.constituency)[:wanted]
    if len(past) < wanted or not all(c.settled for _, c in past):
        return unverifiable("The record does not go back so far in this seat.")
    winners = [(e, c, c.winner) for e, c in past if c.winner is not None]
    mine = [e.year for e, _, w in winners if w.party == subject.id or (w.person is not None and w.person == subject.id)]
    years = wording.listed([str(year) for year in sorted(mine)])
    who = wording.party(facts, subject.id or "") if subject.type == "party" else wording.in_title(subject.name)
    where = wording.seat(past[0][1])
    rows = tuple(row for e, c in past for row in result_rows(facts, e, c)[:1])
    if len(mine) == wanted:
        return confirmed(f"{who} won {where} in {years}", f"{who} won {where} in {years}.", *rows)
    told = "; ".join(f"{e.year}: {w.name} ({wording.party(facts, w.party)})" for e, _, w in winners)
    if mine:
        return partial(told, f"True of {years} only: {told}.", *rows)
    if subject.type == "party":
        return contradicted(told, f"{told}.", *rows)
    return unverifiable(f"{told}.", *rows)


def _first_win(facts: Facts, reading: Reading) -> Judgement:
    """Judge that a party had won no seat in the house before."""
    election, subject = facts.of(reading.election), reading.subject
    if election is None or subject is None or subject.type != "party" or subject.id is None:
        return unverifiable("The record holds nothing that decides this.")
    past = list(facts.before(election.id))
    if not past:
        return unverifiable("The record holds no earlier election to this house.")
    who = wording.party(facts, subject.id)
    for before in past:
        won = seats.won_in(list(before.contests.values()), (subject.id,))
        if won:
            why = f"{who} had won {wording.plural(won, 'seat')} in {before.year}."
            return contradicted(f"{won} seats in {before.year}", why)
    back = past[-1].year
    return confirmed(
        f"no {who} winner from {back} on", f"{who} had won no seat in the elections on record since {back}."
    )


def _winner_of(facts: Facts, reading: Reading) -> Judgement:
    """Judge who won a seat in an earlier election."""
    election = facts.of(reading.election)
    seat = reading.constituency or (reading.subject.id if reading.subject else None)
    contest = election.contests.get(seat or "") if election else None
    if election is None or contest is None or contest.winner is None:
        return unverifiable("The record holds no result of this seat in that election.")
    winner, second = contest.winner, contest.runner_up
    party = wording.party(facts, winner.party)
    official = f"{winner.name} ({party})"
    why = f"{wording.person(winner)} ({party}) won {wording.seat(contest)} in {election.year}"
    if second is not None:
        why += f"; {wording.person(second)} ({wording.party(facts, second.party)}) came second"
    rows = result_rows(facts, election, contest)
    told = [subjects.the_candidacy(election, s, contest.constituency) for s in reading.with_subjects]
    known = [s for s in told if s is not None]
    if known and winner not in known:
        return unverifiable(f"{why}.", *rows)
    if known or reading.party == winner.party:
        return confirmed(official, f"{why}.", *rows)
    return unverifiable(f"{why}; whom the words mean is not plain.", *rows)
