"""By how many votes somebody won or lost."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.contest_facts import Standing
from janadesh.claims.contest_facts import evm_gap
from janadesh.claims.contest_facts import gap
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import Fit
from janadesh.claims.judging.comparing import fit_of_count
from janadesh.claims.judging.comparing import is_swap
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import result_rows
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import unverifiable
from janadesh.claims.judging.when import is_during_count
from janadesh.claims.judging.when import no_result

Pair = tuple[Standing, Standing]


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge by how many votes somebody won or lost."""
    election = facts.of(reading.election)
    if election is None or not isinstance(reading.value, int | float):
        return unverifiable("The record does not hold this election.")
    pairs = [p for s in _meant(election, reading) if (p := the_two(election, s, reading)) is not None]
    if not pairs:
        return no_result(election, reading, written_on)
    told = float(reading.value)
    if len(pairs) > 1:
        pairs = [p for p in pairs if fit_of_count(told, gap(*p) or 0, reading.comparator).confirms]
        if len(pairs) != 1:
            return unverifiable("The person stood in several seats, and the words do not say which.")
    return _judge_pair(facts, election, reading, pairs[0], written_on)


def the_two(election: ElectionFacts, standing: Standing, reading: Reading) -> Pair | None:
    """Find the two candidates that a margin lies between: the winner, and the runner-up or the loser spoken of."""
    contest = election.contests[standing.constituency]
    winner, second = contest.winner, contest.runner_up
    if winner is None or second is None:
        return None
    if standing is not winner:
        return winner, standing
    rival = subjects.the_candidacy(election, reading.against, standing.constituency) if reading.against else None
    return winner, rival if rival is not None and rival is not winner else second


def _meant(election: ElectionFacts, reading: Reading) -> tuple[Standing, ...]:
    if reading.subject is None:
        return ()
    if reading.subject.type == "constituency":
        contest = election.contests.get(reading.subject.id or reading.constituency or "")
        return (contest.winner,) if contest and contest.winner else ()
    return tuple(
        s
        for s in subjects.candidacies(election, reading.subject, reading.constituency)
        if election.contests[s.constituency].settled
    )


def _judge_pair(facts: Facts, election: ElectionFacts, reading: Reading, pair: Pair, written_on: dt.date) -> Judgement:
    told, official = float(reading.value or 0), gap(*pair)
    contest = election.contests[pair[0].constituency]
    rows = result_rows(facts, election, contest)
    if official is None:
        return unverifiable("The record does not hold both candidates' votes.", *rows)
    said = wording.votes(election, official)
    fit = fit_of_count(told, official, reading.comparator)
    if fit.confirms:
        exact = fit is Fit.EXACT or told != official
        return confirmed(official, f"The official margin is {'' if exact else 'exactly '}{said}.", *rows)
    if reading.comparator == "=" and told == evm_gap(*pair):
        return partial(official, f"The margin in EVM votes; with postal votes it is {said}.", *rows)
    if fit is Fit.ROUNDED_DOWN:
        return partial(official, f"Rounded down; the official margin is {said}.", *rows)
    if reading.while_counting:
        return superseded(official, f"Said during the count; the final margin was {said}.", *rows)
    if fit is Fit.FAR:
        return partial(official, f"True as a bound but far off: the official margin was {said} votes.", *rows)
    if fit.is_partly_true:
        how = "Only roughly" if fit is Fit.ROUGH else "Just missed"
        return partial(official, f"{how}; the official margin is {said}.", *rows)
    if _is_gap_of_others(contest, told):
        return contradicted(official, f"The official margin in {wording.seat(contest)} is {said}.", *rows)
    if is_during_count(election, written_on):
        return superseded(official, f"Told on the day of the count; the final margin was {said}.", *rows)
    return contradicted(official, _explained(facts, election, contest, pair, told, reading), *rows)


def _is_gap_of_others(contest: ContestFacts, told: float) -> bool:
    return any(told in (s.counted, s.evm) for s in contest.standings[:2])


def _explained(
    facts: Facts, election: ElectionFacts, contest: ContestFacts, pair: Pair, told: float, reading: Reading
) -> str:
    """Say what the told number is where it is another margin of the same people or seat."""
    said = f"in {wording.seat(contest)} the official margin is {wording.votes(election, gap(*pair) or 0)}"
    if reading.comparator == "=":
        for standing in pair:
            for other in subjects.other_candidacies(election, standing):
                elsewhere = election.contests[other.constituency]
                if told == elsewhere.margin:
                    return f"This is the margin in {wording.seat(elsewhere)}; {said}."
        second = contest.runner_up
        if second is not None and pair[1] is not second and told == gap(pair[0], second):
            return f"This is the margin over {wording.person(second)}; {said}."
        line = {contest.constituency, *facts.predecessors.get(contest.constituency, ())}
        for before in facts.before(election.id):
            earlier = [before.contests[seat] for seat in line if seat in before.contests]
            if any(told == c.margin for c in earlier):
                return f"This is the margin of {before.year}; {said}."
        if is_swap(told, gap(*pair) or 0):
            return f"Two figures are swapped: {said}."
    return f"{said[0].upper()}{said[1:]}."
