"""Making a judgement, with the rows of the record that it rests on."""

from __future__ import annotations

from dataclasses import replace

from janadesh.claims.claim import Evidence
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Value
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.contest_facts import Standing
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.election_facts import FigureFact
from janadesh.claims.election_facts import Step
from janadesh.claims.facts import Facts
from janadesh.claims.judging import wording


def confirmed(official: Value, why: str, *evidence: Evidence) -> Judgement:
    """Say that the record says the same."""
    return Judgement("confirmed", official, why, evidence)


def partial(official: Value, why: str, *evidence: Evidence) -> Judgement:
    """Say that it is true of a part, of another count, or as a far bound."""
    return Judgement("partial", official, why, evidence)


def superseded(official: Value, why: str, *evidence: Evidence) -> Judgement:
    """Say that it could be said then, and what it came to."""
    return Judgement("superseded", official, why, evidence)


def contradicted(official: Value, why: str, *evidence: Evidence) -> Judgement:
    """Say that the record says otherwise for that moment."""
    return Judgement("contradicted", official, why, evidence)


def unverifiable(why: str, *evidence: Evidence) -> Judgement:
    """Say that the record holds nothing that decides it."""
    return Judgement("unverifiable", None, why, evidence)


def shown_by(judgement: Judgement, *evidence: Evidence) -> Judgement:
    """Add rows to a judgement that shows none yet."""
    if judgement.evidence or judgement.official is None:
        return judgement
    return replace(judgement, evidence=evidence)


def standing_row(facts: Facts, election: ElectionFacts, standing: Standing) -> Evidence:
    """Show a candidate's votes."""
    contest = election.contests[standing.constituency]
    kinds = (
        (standing.evm, "EVM"),
        (standing.postal, "postal"),
        (standing.migrant, "migrant"),
        (standing.counted, "total"),
    )
    counts = ", ".join(f"{name} {wording.votes(election, n)}" for n, name in kinds if n is not None)
    text = f"{standing.name} ({wording.party(facts, standing.party)}), {contest.official_name} {election.year}"
    return facts.evidence(f"{text}: {counts}" if counts else text, standing.source, standing.known_at)


def result_rows(facts: Facts, election: ElectionFacts, contest: ContestFacts) -> tuple[Evidence, ...]:
    """Show the votes of winner and runner-up."""
    return tuple(standing_row(facts, election, s) for s in contest.standings[:2])


def tally_row(facts: Facts, election: ElectionFacts, contests: list[ContestFacts], party: str) -> Evidence:
    """Show a party's seats and votes in an election or a part of it."""
    inside = {c.constituency for c in contests}
    stood = [s for s in election.by_party.get(party, ()) if s.constituency in inside]
    won = sum(1 for c in contests if (w := c.winner) is not None and w.party == party)
    polled = wording.votes(election, sum(s.counted or 0 for s in stood))
    text = f"{wording.party(facts, party)} {election.year}: won {won} of {len(contests)} seats, {polled} votes"
    said = stood[0] if stood else contests[0]
    return facts.evidence(text, said.source, said.known_at)


def house_row(facts: Facts, election: ElectionFacts) -> Evidence:
    """Show the size of a house."""
    nominated = f", {election.nominated_seats} nominated" if election.nominated_seats else ""
    text = f"{election.house_name}: {election.elected_seats} elected seats{nominated}"
    return facts.evidence(text, election.house_source, election.house_known_at)


def step_row(facts: Facts, step: Step) -> Evidence:
    """Show a day of the schedule as it was announced."""
    phase = f", phase {step.phase}" if step.phase is not None else ""
    note = f" ({step.note})" if step.note else ""
    return facts.evidence(f"{step.event}{phase}: {step.on_date.isoformat()}{note}", step.source, step.known_at)


def figure_row(facts: Facts, election: ElectionFacts, figure: FigureFact) -> Evidence:
    """Show a published number."""
    number = wording.percent(figure.value) if figure.unit == "percent" else wording.votes(election, figure.value)
    where = "all" if figure.scope == "election" else f"{figure.scope} {figure.scope_id}"
    text = f"{figure.measure} ({where}, {figure.basis}): {number}"
    return facts.evidence(text, figure.source, figure.known_at)
