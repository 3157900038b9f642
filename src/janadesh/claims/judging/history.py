"""What is told of earlier elections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.contest_facts import Standing
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import house
from janadesh.claims.judging import margin
from janadesh.claims.judging import outcome
from janadesh.claims.judging import power
from janadesh.claims.judging import rank
from janadesh.claims.judging import seats
from janadesh.claims.judging import subjects
from janadesh.claims.judging import turnout
from janadesh.claims.judging import vote_share
from janadesh.claims.judging import votes
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import rounds_to
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import figure_row
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import result_rows
from janadesh.claims.judging.saying import unverifiable
from janadesh.names.spelling import spelling_key

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
    "lost": outcome.judge,
    "outcome": outcome.judge,
}


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge something about an earlier election, or how long ago the last was."""
    role = reading.role or _role_of_unit(reading)
    if role in ("years since", "first since"):
        return _since(facts, reading, written_on)
    if role == "in office" or reading.unit == "terms":
        return power.judge(facts, reading, written_on)
    if role == "all in":
        return _all_in(facts, reading)
    if role == "turnout":
        return _turnout(facts, reading, written_on)
    if role == "held":
        return _held(facts, reading)
    if role == "first win":
        return _first_win(facts, reading)
    if role in ("won", "outcome") and reading.subject is not None and reading.subject.type == "constituency":
        return _winner_of(facts, reading)
    if (
        role == "lost"
        and reading.subject is not None
        and reading.subject.type == "constituency"
        and reading.with_subjects
    ):
        reading = replace(reading, subject=reading.with_subjects[0])
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
    if reading.unit == "year" and kind in ("party", "alliance", "candidate"):
        return "won" if reading.constituency is not None else "in office"
    if reading.unit == "seats":
        return {"election": "house", "party": "seats", "alliance": "seats", "candidate": "won"}.get(kind or "")
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
        return power.judge(facts, reading, written_on)
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
    mine = [e.year for e, _, w in winners if _is(w, subject)]
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


def _is(standing: Standing, subject: Subject) -> bool:
    if subject.type == "party":
        return standing.party == subject.id
    if subject.id is not None and standing.person == subject.id:
        return True
    return spelling_key(standing.name) == spelling_key(subject.name)


def _turnout(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge an earlier turnout, also as given later for the same seats; others' figures are not called wrong."""
    judged = turnout.judge(facts, replace(reading, while_counting=False), written_on)
    if judged.verdict == "confirmed" or not isinstance(reading.value, int | float):
        return judged
    for later in (e.id for e in facts.elections.values() if e.previous == reading.election):
        election = facts.of(later)
        for figure in election.figures_by_measure.get("turnout_previous", ()) if election else ():
            if election is not None and rounds_to(float(reading.value), figure.value):
                said = (
                    f"The figure given for the {figure.basis}." if figure.basis != "final" else "As officially given."
                )
                return confirmed(figure.value, said, figure_row(facts, election, figure))
    if judged.verdict == "contradicted":
        return unverifiable(f"Figures of other hours or sources are not on record. {judged.why}", *judged.evidence)
    return judged


def _all_in(facts: Facts, reading: Reading) -> Judgement:
    """Judge that all seats of a party are in one region."""
    election, subject = facts.of(reading.election), reading.subject
    inside = subjects.contests_in(facts, election, reading) if election else None
    members = subjects.members_of(election, subject) if election and subject else ()
    if election is None or not inside or not members or not (election.settled and election.whole):
        return unverifiable("The record holds nothing that decides this.")
    total = seats.won_in(list(election.contests.values()), members)
    there = seats.won_in(inside, members)
    where = wording.in_title(reading.scope_name or "")
    if total == there:
        return confirmed(f"{total} from {where}", f"All {total} were in {where}.")
    return contradicted(f"{there} from {where}, {total - there} elsewhere", f"{there} of the {total} were in {where}.")


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
