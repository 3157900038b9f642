"""How many seats a party contests or gets in a deal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from dataclasses import replace

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.election_facts import DealTotal
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import Fit
from janadesh.claims.judging.comparing import fit_of_count
from janadesh.claims.judging.contest_counts import OTHER_COUNT
from janadesh.claims.judging.contest_counts import deal_row
from janadesh.claims.judging.contest_counts import lists_open
from janadesh.claims.judging.contest_counts import part_of
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import unverifiable

_OTHER_THING = 0.3
"""Share by which a number farther from a party's candidates counts something else."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A number of seats or candidates told of a party, with what decides it."""

    facts: Facts
    election: ElectionFacts
    reading: Reading
    party: str
    told: float
    written_on: dt.date
    ballot: int | None
    """The party's candidates on the ballot papers of the part told of; None where not all are on record."""
    deals: tuple[DealTotal, ...]

    @property
    def name(self) -> str:
        return wording.party(self.facts, self.party)

    @property
    def deal(self) -> DealTotal | None:
        """The deal that stands, of the arrangement told where there are several."""
        wanted = self.reading.side or "allotted"
        last = self.deals[-1] if self.deals else None
        return next((t for t in reversed(self.deals) if t.arrangement == wanted), last)

    def fits(self, official: int | None) -> bool:
        return official is not None and fit_of_count(self.told, official, self.reading.comparator).confirms


def of_party(facts: Facts, election: ElectionFacts, reading: Reading, told: float, written_on: dt.date) -> Judgement:
    """Judge how many seats a party contests: by the deal as announced, or by the ballot papers."""
    party = reading.subject.id if reading.subject and reading.subject.id else ""
    whole = reading.phase is None and reading.scope_name is None
    deals = tuple(t for t in election.deal_totals if t.party == party) if whole else ()
    ballot = _on_ballot(facts, election, reading, party)
    case = _Case(facts, election, reading, party, told, written_on, ballot, deals)
    return _as_the_deal_says(case) or _as_the_ballot_says(case) or _otherwise(case)


def _as_the_deal_says(case: _Case) -> Judgement | None:
    deal = case.deal
    if deal is None or not case.fits(deal.seats):
        return None
    row = deal_row(case.facts, deal)
    still_deal = lists_open(case.election, case.written_on) or case.reading.side == "allotted"
    if still_deal or case.ballot in (None, case.told):
        on = wording.day(case.election.local_day(deal.known_at), case.written_on)
        return confirmed(deal.seats, f"As announced on {on}.", row)
    on_papers = f"on the ballot papers {case.name} has {case.ballot}, contests among allies included"
    why = f"{case.told:.0f} by the deal; {on_papers}."
    return partial(case.ballot, why, row)


def _as_the_ballot_says(case: _Case) -> Judgement | None:
    if case.ballot is not None and case.fits(case.ballot):
        part = part_of(case.reading)
        have = wording.plural(case.ballot, f"{case.name} candidate")
        return confirmed(case.ballot, f"The ballot papers have {have}{f' in {part}' if part else ''}.")
    # on polling day the phase that votes need not be named
    today = _voting_on(case.election, case.written_on)
    if today is not None and case.reading.phase is None and case.told == _in_phase(case, today):
        return confirmed(
            int(case.told), f"{case.name} has {case.told:.0f} candidates in {wording.phase_in_words(today)}."
        )
    return None


def _otherwise(case: _Case) -> Judgement:
    if case.deal is not None and case.reading.side == "allotted":
        return _other_than_deal(case, case.deal)
    if case.ballot is None:
        return unverifiable("The record does not hold every list of candidates.")
    if lists_open(case.election, case.written_on):
        why = f"Lists were still open; {case.name} had {case.ballot} candidates in the end."
        return superseded(case.ballot, why) if case.told < case.ballot else unverifiable(why)
    elsewhere = _of_another_part(case)
    if elsewhere:
        here = wording.plural(case.ballot, "candidate")
        return partial(case.ballot, f"{here} {part_of(case.reading) or 'in all'}; {elsewhere}.")
    return _other_than_ballot(case, case.ballot)


def _other_than_deal(case: _Case, deal: DealTotal) -> Judgement:
    known = case.election.local_day(deal.known_at)
    row = deal_row(case.facts, deal)
    earlier = any(t.seats == case.told and t.known_at < deal.known_at for t in case.deals)
    if case.written_on < known or (earlier and case.written_on <= known):
        on = wording.day(known, case.written_on)
        return superseded(deal.seats, f"The deal was announced on {on}: {deal.seats} for {case.name}.", row)
    why = f"The deal as announced gave {case.name} {wording.plural(deal.seats, 'seat')}."
    return contradicted(deal.seats, why, row)


def _other_than_ballot(case: _Case, ballot: int) -> Judgement:
    why = f"The ballot papers have {wording.plural(ballot, f'{case.name} candidate')}."
    fit = fit_of_count(case.told, ballot, case.reading.comparator)
    if _is_independent(case.facts, case.party) and abs(case.told - ballot) <= OTHER_COUNT * ballot:
        return partial(ballot, f"Told before the poll; the result lists {ballot} Independents.")
    if fit is Fit.FAR:
        return partial(ballot, f"True as a bound but far off: {why}")
    if fit.is_partly_true:
        return partial(ballot, f"Only roughly. {why}")
    won = sum(1 for s in case.election.by_party.get(case.party, ()) if s.won)
    if case.told == won or not ballot * (1 - _OTHER_THING) <= case.told <= ballot * (1 + _OTHER_THING):
        return unverifiable(f"What this counts is not plain. {why}")
    return contradicted(ballot, why)


def _of_another_part(case: _Case) -> str | None:
    """Say of which other part of the election the told number is true."""
    if case.reading.phase is not None and case.told == _in_phase(case, None):
        return f"{case.told:.0f} in all"
    for phase in case.election.phases:
        if case.told == _in_phase(case, phase):
            return f"{case.told:.0f} in {wording.phase_in_words(phase)}"
    return None


def _in_phase(case: _Case, phase: int | None) -> int | None:
    return _on_ballot(case.facts, case.election, replace(case.reading, phase=phase), case.party)


def _voting_on(election: ElectionFacts, day: dt.date) -> int | None:
    return next((s.phase for s in election.standing_steps.values() if s.event == "poll" and s.on_date == day), None)


def _on_ballot(facts: Facts, election: ElectionFacts, reading: Reading, party: str) -> int | None:
    """Count the seats in which a party stands; of Independents, the candidates."""
    if not election.whole or not election.candidates:
        return None
    contests = subjects.contests_in(facts, election, reading)
    if contests is None:
        return None
    inside = {c.constituency for c in contests}
    stood = [s.constituency for s in election.by_party.get(party, ()) if s.constituency in inside]
    return len(stood) if _is_independent(facts, party) else len(set(stood))


def _is_independent(facts: Facts, party: str) -> bool:
    return party in facts.parties and facts.parties[party].kind == "independent"
