"""How many seats an alliance shares out, and how many candidates stand."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Evidence
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.election_facts import DealTotal
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import Fit
from janadesh.claims.judging.comparing import fit_of_count
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import figure_row
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import unverifiable

OTHER_COUNT = 0.05
"""Share by which a count of Independents or of all candidates may differ by who is counted among them."""
_GENDERED = {
    "men": "candidates_male",
    "male": "candidates_male",
    "women": "candidates_female",
    "female": "candidates_female",
    "third gender": "candidates_third_gender",
}


def of_alliance(facts: Facts, election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    """Judge how many seats an alliance shares out, keeps for small allies, or leaves to friendly contests."""
    alliance = reading.subject.id if reading.subject else None
    totals = {(t.party, t.arrangement): t for t in election.deal_totals if t.alliance == alliance}
    friendly = sum(t.seats for t in totals.values() if t.arrangement == "friendly")
    rows = tuple(deal_row(facts, t) for t in totals.values())
    if reading.side == "friendly":
        of_friendly = _friendly(election, reading, told, friendly, rows)
        if of_friendly.verdict == "confirmed":
            return of_friendly
    shares = sorted((t.seats for t in totals.values() if t.arrangement == "allotted"), reverse=True)
    if not shares:
        return unverifiable("The record does not hold how the alliance shares the seats.")
    everything = sum(shares) + friendly
    sums = {
        everything: "The seats of the whole deal",
        sum(shares): "The seats without friendly contests",
        sum(shares[:2]): f"{' and '.join(map(str, shares[:2]))} make {sum(shares[:2])}",
        sum(shares[:2]) + friendly: f"{wording.listed([str(n) for n in [*shares[:2], friendly]])} make {told:.0f}",
        sum(shares[2:]): "The seats kept for the smaller allies",
        friendly: "The seats left to friendly contests",
    }
    if told in sums and told > 0:
        return confirmed(int(told), f"{sums[int(told)]}.", *rows)
    if election.whole and reading.side == "contested":
        stood = _stood_by(election, subjects.members_of(election, reading.subject) if reading.subject else ())
        if told == len(stood):
            return confirmed(len(stood), f"Its parties stand in {len(stood)} seats.", *rows)
    return unverifiable("The deal on record has no such number.", *rows)


def friendly_contests(election: ElectionFacts, reading: Reading) -> Judgement:
    """Judge that allies stand against each other somewhere."""
    seats = _with_two(election, reading)
    if not seats:
        return unverifiable("The record has no seat in which allies stand against each other.")
    places = wording.listed([wording.seat(c) for c in seats[:8]])
    official = f"friendly contests in {places}"
    return confirmed(official, f"Allies stood against each other in {places}.")


def _friendly(
    election: ElectionFacts, reading: Reading, told: float, friendly: int, rows: tuple[Evidence, ...]
) -> Judgement:
    if friendly and told == friendly:
        return confirmed(friendly, f"Friendly contests were announced in {wording.plural(friendly, 'seat')}.", *rows)
    seats = _with_two(election, reading)
    if told == len(seats) and seats:
        places = wording.listed([wording.seat(c) for c in seats[:8]])
        return confirmed(len(seats), f"Allies stood against each other in {places}.", *rows)
    known = f"{friendly} were announced" if friendly else "None were announced"
    return unverifiable(f"{known}; on the ballot papers allies meet in {wording.plural(len(seats), 'seat')}.", *rows)


def of_candidates(
    facts: Facts, election: ElectionFacts, reading: Reading, told: float, written_on: dt.date
) -> Judgement:
    """Judge how many candidates stand in an election, a phase or a seat."""
    if reading.role in _GENDERED:
        return _published(facts, election, reading, _GENDERED[reading.role], told)
    contests = _counted_in(facts, election, reading)
    if contests is None or not contests:
        return _published(facts, election, reading, "candidates", told)
    official = sum(len(c.standings) for c in contests)
    where = part_of(reading)
    why = f"{wording.votes(election, official)} candidates stood{f' in {where}' if where else ''}."
    fit = fit_of_count(told, official, reading.comparator)
    if fit.confirms:
        return confirmed(official, why)
    of_part = _of_a_phase(election, reading, contests, told) or _published(facts, election, reading, "candidates", told)
    if of_part.verdict == "confirmed":
        return of_part
    if fit is Fit.FAR:
        return partial(official, f"True as a bound but far off: {why}")
    if fit.is_partly_true or abs(told - official) <= OTHER_COUNT * official:
        return partial(official, f"Not quite: {why}")
    open_part = reading.phase is None and reading.constituency is None and len(election.phases) > 1
    if told < official or open_part or lists_open(election, written_on):
        return unverifiable(f"Which of the candidates are meant is not plain; in the end {why}")
    return contradicted(official, why)


def _of_a_phase(
    election: ElectionFacts, reading: Reading, contests: list[ContestFacts], told: float
) -> Judgement | None:
    """Find the phase that a number of candidates is of, where the words name no part of the election."""
    if reading.constituency is not None or reading.phase is not None or reading.scope_name is not None:
        return None
    for phase in election.phases:
        of_phase = sum(len(c.standings) for c in contests if c.phase == phase)
        if told == of_phase:
            return confirmed(of_phase, f"{of_phase} candidates stood in {wording.phase_in_words(phase)}.")
    return None


def lists_open(election: ElectionFacts, written_on: dt.date) -> bool:
    """Tell whether candidates could still be named or withdrawn when an article was written."""
    steps = election.standing_steps.values()
    last = [s.on_date for s in steps if s.event == "withdrawal"]
    polls = [s.on_date for s in steps if s.event == "poll"]
    if last:
        return written_on <= max(last)
    return bool(polls) and written_on < min(polls)


def _published(facts: Facts, election: ElectionFacts, reading: Reading, measure: str, told: float) -> Judgement:
    figures = election.figures_by_measure.get(measure, ())
    scope, scope_id = "election", election.id
    if reading.constituency is not None:
        scope, scope_id = "constituency", reading.constituency
    elif reading.phase is not None:
        scope, scope_id = "phase", str(reading.phase)
    of_it = [f for f in figures if f.scope == scope and f.scope_id == scope_id]
    if not of_it and scope == "election" and len(election.phases) > 1:
        of_it = [f for f in figures if f.scope == "phase" and f.value == told]
    for figure in of_it:
        row = figure_row(facts, election, figure)
        if fit_of_count(told, figure.value, reading.comparator).confirms:
            return confirmed(int(figure.value), "As officially announced.", row)
    if of_it and measure != "candidates" and reading.phase is not None:
        said = int(of_it[-1].value)
        return contradicted(said, f"{said} were announced.", figure_row(facts, election, of_it[-1]))
    return unverifiable("The record holds no such count of candidates.")


def _counted_in(facts: Facts, election: ElectionFacts, reading: Reading) -> list[ContestFacts] | None:
    if reading.constituency is not None:
        contest = election.contests.get(reading.constituency)
        return [contest] if contest and contest.standings else None
    if not election.whole or not election.candidates:
        return None
    return subjects.contests_in(facts, election, reading)


def _stood_by(election: ElectionFacts, members: tuple[str, ...]) -> set[str]:
    return {s.constituency for p in members for s in election.by_party.get(p, ())}


def _with_two(election: ElectionFacts, reading: Reading) -> list[ContestFacts]:
    """List the contests in which two members of an alliance stand."""
    members = subjects.members_of(election, reading.subject) if reading.subject else ()
    return [c for c in election.contests.values() if len({s.party for s in c.standings if s.party in members}) > 1]


def part_of(reading: Reading) -> str:
    """Name the part of the election that a reading is about; nothing where it is all of it."""
    places = [wording.in_title(reading.scope_name)] if reading.scope_name else []
    if reading.phase is not None:
        places.append(wording.phase_in_words(reading.phase))
    return " in ".join(places)


def deal_row(facts: Facts, deal: DealTotal) -> Evidence:
    """Show what a deal gives."""
    who = wording.party(facts, deal.party) if deal.party else "both partners"
    return facts.evidence(f"deal: {who}, {deal.arrangement}: {deal.seats} seats", deal.source, deal.known_at)
