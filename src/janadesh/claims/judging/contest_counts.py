"""How many seats a party contests or gets in a deal, and how many candidates stand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from janadesh.claims.claim import Evidence
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.election_facts import ContestFacts
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
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import unverifiable

_OTHER_COUNT = 0.05
"""Share by which a count of Independents or of all candidates may differ by who is counted among them."""
_GENDERED = {
    "men": "candidates_male",
    "male": "candidates_male",
    "women": "candidates_female",
    "female": "candidates_female",
    "third gender": "candidates_third_gender",
}


def of_party(facts: Facts, election: ElectionFacts, reading: Reading, told: float, written_on: dt.date) -> Judgement:
    """Judge how many seats a party contests: by the deal as announced, or by the ballot papers."""
    party = reading.subject.id if reading.subject and reading.subject.id else ""
    partial_place = reading.phase is not None or reading.scope_name is not None
    deals = [] if partial_place else [t for t in election.deal_totals if t.party == party]
    ballot = _on_ballot(facts, election, reading, party)
    open_still = lists_open(election, written_on)
    deal = next(
        (t for t in reversed(deals) if t.arrangement == (reading.side or "allotted")), deals[-1] if deals else None
    )
    name = wording.party(facts, party)
    if deal is not None and fit_of_count(told, deal.seats, reading.comparator).confirms:
        if open_still or reading.side == "allotted" or told == ballot:
            on = wording.day(election.local_day(deal.known_at), written_on)
            return confirmed(deal.seats, f"As announced on {on}.", _deal_row(facts, deal))
        if ballot is not None and told != ballot:
            why = f"{told:.0f} by the deal; on the ballot papers {name} has {ballot}, contests among allies included."
            return partial(ballot, why, _deal_row(facts, deal))
        return confirmed(deal.seats, "As announced.", _deal_row(facts, deal))
    if ballot is not None and fit_of_count(told, ballot, reading.comparator).confirms:
        where = f" in {_part(reading)}" if partial_place else ""
        return confirmed(ballot, f"The ballot papers have {wording.plural(ballot, f'{name} candidate')}{where}.")
    today = _voting_on(election, written_on)
    if today is not None and told == _on_ballot(facts, election, replace(reading, phase=today), party):
        return confirmed(int(told), f"{name} has {told:.0f} candidates in {wording.phase_in_words(today)}.")
    if deal is not None and reading.side == "allotted":
        return _other_than_deal(facts, election, deal, deals, told, name, written_on)
    if ballot is None:
        return unverifiable("The record does not hold every list of candidates.")
    if open_still:
        if told < ballot:
            return superseded(ballot, f"Lists were still open; {name} had {ballot} candidates in the end.")
        return unverifiable(f"Lists were still open; {name} had {ballot} candidates in the end.")
    elsewhere = _of_another_part(facts, election, reading, party, told)
    if elsewhere:
        return partial(ballot, f"{wording.plural(ballot, 'candidate')} {_part(reading) or 'in all'}; {elsewhere}.")
    return _other_than_ballot(facts, reading, party, told, ballot)


def _voting_on(election: ElectionFacts, day: dt.date) -> int | None:
    """Give the phase that votes on a day, or None."""
    return next((s.phase for s in election.standing_steps.values() if s.event == "poll" and s.on_date == day), None)


def _of_another_part(facts: Facts, election: ElectionFacts, reading: Reading, party: str, told: float) -> str | None:
    """Say of which other part of the election the told number of a party's candidates is true."""
    if reading.phase is not None and told == _on_ballot(facts, election, replace(reading, phase=None), party):
        return f"{told:.0f} in all"
    for phase in election.phases:
        if told == _on_ballot(facts, election, replace(reading, phase=phase), party):
            return f"{told:.0f} in {wording.phase_in_words(phase)}"
    return None


def _other_than_ballot(facts: Facts, reading: Reading, party: str, told: float, ballot: int) -> Judgement:
    why = f"The ballot papers have {wording.plural(ballot, f'{wording.party(facts, party)} candidate')}."
    fit = fit_of_count(told, ballot, reading.comparator)
    independent = party in facts.parties and facts.parties[party].kind == "independent"
    if independent and abs(told - ballot) <= _OTHER_COUNT * ballot:
        return partial(ballot, f"Told before the poll; the result lists {ballot} Independents.")
    if fit is Fit.FAR:
        return partial(ballot, f"True as a bound but far off: {why}")
    if fit.is_partly_true:
        return partial(ballot, f"Only roughly. {why}")
    return contradicted(ballot, why)


def _other_than_deal(
    facts: Facts,
    election: ElectionFacts,
    deal: DealTotal,
    deals: list[DealTotal],
    told: float,
    name: str,
    written_on: dt.date,
) -> Judgement:
    known = election.local_day(deal.known_at)
    row = _deal_row(facts, deal)
    earlier = [t for t in deals if t.seats == told and t.known_at < deal.known_at]
    why = f"The deal as announced gave {name} {wording.plural(deal.seats, 'seat')}."
    if written_on < known or (earlier and written_on <= known):
        return superseded(
            deal.seats, f"The deal was announced on {wording.day(known, written_on)}: {deal.seats} for {name}.", row
        )
    return contradicted(deal.seats, why, row)


def of_alliance(facts: Facts, election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    """Judge how many seats an alliance shares out, keeps for small allies, or leaves to friendly contests."""
    alliance = reading.subject.id if reading.subject else None
    totals = {(t.party, t.arrangement): t for t in election.deal_totals if t.alliance == alliance}
    friendly = sum(t.seats for t in totals.values() if t.arrangement == "friendly")
    rows = tuple(_deal_row(facts, t) for t in totals.values())
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
    where = _part(reading)
    why = f"{wording.votes(election, official)} candidates stood{f' in {where}' if where else ''}."
    fit = fit_of_count(told, official, reading.comparator)
    if fit.confirms:
        return confirmed(official, why)
    of_part = _of_a_phase(election, reading, contests, told) or _published(facts, election, reading, "candidates", told)
    if of_part.verdict == "confirmed":
        return of_part
    if fit is Fit.FAR:
        return partial(official, f"True as a bound but far off: {why}")
    if fit.is_partly_true or abs(told - official) <= _OTHER_COUNT * official:
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


def _on_ballot(facts: Facts, election: ElectionFacts, reading: Reading, party: str) -> int | None:
    if not election.whole or not election.candidates:
        return None
    contests = subjects.contests_in(facts, election, reading)
    if contests is None:
        return None
    stood = [s for c in contests for s in c.standings if s.party == party]
    independent = party in facts.parties and facts.parties[party].kind == "independent"
    return len(stood) if independent else len({s.constituency for s in stood})


def _stood_by(election: ElectionFacts, members: tuple[str, ...]) -> set[str]:
    return {s.constituency for p in members for s in election.by_party.get(p, ())}


def _with_two(election: ElectionFacts, reading: Reading) -> list[ContestFacts]:
    """List the contests in which two members of an alliance stand."""
    members = subjects.members_of(election, reading.subject) if reading.subject else ()
    return [c for c in election.contests.values() if len({s.party for s in c.standings if s.party in members}) > 1]


def _part(reading: Reading) -> str:
    places = [wording.in_title(reading.scope_name)] if reading.scope_name else []
    if reading.phase is not None:
        places.append(wording.phase_in_words(reading.phase))
    return " in ".join(places)


def _deal_row(facts: Facts, deal: DealTotal) -> Evidence:
    who = wording.party(facts, deal.party) if deal.party else "both partners"
    return facts.evidence(f"deal: {who}, {deal.arrangement}: {deal.seats} seats", deal.source, deal.known_at)
