"""Votes of a candidate, a party or NOTA."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.contest_facts import Standing
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import Fit
from janadesh.claims.judging.comparing import fit_of_count
from janadesh.claims.judging.other_figures import what_else
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import shown_by
from janadesh.claims.judging.saying import standing_row
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import tally_row
from janadesh.claims.judging.saying import unverifiable
from janadesh.claims.judging.when import is_during_count
from janadesh.claims.judging.when import no_result


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge that somebody got so many votes."""
    election = facts.of(reading.election)
    if election is None or reading.subject is None or not isinstance(reading.value, int | float):
        return unverifiable("The record does not hold this election.")
    if subjects.is_nota(reading.subject):
        return _of_nota(election, reading, float(reading.value))
    if reading.subject.type in ("party", "alliance") and reading.constituency is None:
        return _of_party(facts, election, reading, float(reading.value), written_on)
    if reading.subject.type == "constituency":
        return _of_several(election, reading, float(reading.value))
    found = subjects.candidacies(election, reading.subject, reading.constituency)
    counted = [s for s in found if s.counted is not None and election.contests[s.constituency].settled]
    if not counted:
        return no_result(election, reading, written_on, known=bool(found))
    if len(counted) > 1:
        return _of_one_of(facts, election, reading, counted)
    return _of_candidate(facts, election, reading, counted[0], written_on)


def _of_candidate(
    facts: Facts, election: ElectionFacts, reading: Reading, standing: Standing, written_on: dt.date
) -> Judgement:
    told, official = float(reading.value or 0), standing.counted or 0
    row = standing_row(facts, election, standing)
    total = wording.votes(election, official)
    fit = fit_of_count(told, official, reading.comparator)
    if fit is Fit.EXACT and told == official:
        kinds = "The official total, EVM and postal votes." if standing.postal else f"The official total is {total}."
        return confirmed(official, kinds, row)
    if reading.while_counting:
        return superseded(official, f"A count in progress; the official total is {total}.", row)
    if fit.confirms:
        return confirmed(official, f"The official total is {total}.", row)
    if reading.comparator == "=" and told == standing.evm and standing.postal is not None:
        postal = wording.votes(election, standing.postal)
        why = f"This is the EVM count; with {postal} postal votes the official total is {total}."
        return partial(official, why, row)
    if (
        reading.comparator == "="
        and standing.migrant
        and standing.evm is not None
        and told == official - (standing.postal or 0)
    ):
        return partial(official, f"Without postal votes; the official total is {total}.", row)
    if fit.is_partly_true:
        return partial(official, f"{_partly(fit)}: the official total is {total}.", row)
    if is_during_count(election, written_on) and told < official:
        return superseded(official, f"Told on the day of the count; the official total is {total}.", row)
    other = what_else(facts, election, standing, told) if reading.comparator == "=" else None
    return contradicted(official, other or f"The official total is {total}.", row)


def _of_one_of(facts: Facts, election: ElectionFacts, reading: Reading, found: list[Standing]) -> Judgement:
    told = float(reading.value or 0)
    for standing in found:
        if fit_of_count(told, standing.counted or 0, reading.comparator).confirms:
            place = wording.seat(election.contests[standing.constituency])
            row = standing_row(facts, election, standing)
            return confirmed(standing.counted, f"The official total in {place}.", row)
    why = f"{reading.subject.name if reading.subject else ''} stood in several seats, and the words do not say which."
    return unverifiable(why, *(standing_row(facts, election, s) for s in found[:2]))


def _of_party(facts: Facts, election: ElectionFacts, reading: Reading, told: float, written_on: dt.date) -> Judgement:
    contests = subjects.contests_in(facts, election, reading)
    members = subjects.members_of(election, reading.subject) if reading.subject else ()
    if contests is None or not members or not (election.settled and election.whole):
        return unverifiable("The record does not hold the whole result that this is about.")
    seats = {c.constituency for c in contests}
    standings = [s for p in members for s in election.by_party.get(p, ()) if s.constituency in seats]
    official = sum(s.counted or 0 for s in standings)
    evm = sum(s.evm or 0 for s in standings)
    rows = tuple(tally_row(facts, election, contests, p) for p in members)
    return shown_by(_of_sum(election, reading, told, (official, evm), written_on), *rows)


def _of_sum(
    election: ElectionFacts, reading: Reading, told: float, all_and_evm: tuple[int, int], written_on: dt.date
) -> Judgement:
    official, evm = all_and_evm
    total = wording.votes(election, official)
    fit = fit_of_count(told, official, reading.comparator)
    if fit.confirms:
        return confirmed(official, f"The official votes add up to {total}.")
    if reading.while_counting:
        return superseded(official, f"A count in progress; the official votes add up to {total}.")
    if told == evm:
        return partial(official, f"These are the EVM votes; with postal votes they add up to {total}.")
    if fit.is_partly_true:
        return partial(official, f"{_partly(fit)}: the official votes add up to {total}.")
    if is_during_count(election, written_on):
        return superseded(official, f"Told on the day of the count; the official votes add up to {total}.")
    return contradicted(official, f"The official votes add up to {total}.")


def _of_nota(election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    contest: ContestFacts | None = election.contests.get(reading.constituency) if reading.constituency else None
    if (reading.constituency and contest is None) or not (contest.settled if contest else election.settled):
        return unverifiable("The record holds no NOTA votes for this.")
    official = contest.nota if contest else (election.nota or None)
    evm = contest.nota_evm if contest else sum(c.nota_evm or 0 for c in election.contests.values())
    if official is None:
        return unverifiable("The record holds no NOTA votes for this.")
    total = wording.votes(election, official)
    fit = fit_of_count(told, official, reading.comparator)
    if fit.confirms:
        return confirmed(official, f"NOTA polled {total}.")
    if reading.while_counting:
        return superseded(official, f"A count in progress; NOTA ended on {total}.")
    if told == evm:
        return partial(official, f"These are NOTA's EVM votes; with postal votes it polled {total}.")
    if fit.is_partly_true:
        return partial(official, f"{_partly(fit)}: NOTA polled {total}.")
    return contradicted(official, f"NOTA polled {total}.")


def _of_several(election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    """Judge that candidates of a seat stayed under so many votes."""
    contest = election.contests.get(reading.constituency or "")
    if contest is None or not contest.settled or reading.comparator != "<":
        return unverifiable("The words do not say whose votes these are.")
    under = sorted(s.counted for s in contest.standings if s.counted is not None and s.counted < told)
    if not under:
        return unverifiable("The words do not say whose votes these are.")
    of_them = wording.plural(len(under), "candidate")
    said = f"{of_them} polled {wording.votes(election, under[0])}"
    if under[-1] != under[0]:
        said += f" to {wording.votes(election, under[-1])} votes"
    return confirmed(said, f"{said[0].upper()}{said[1:]}.")


def _partly(fit: Fit) -> str:
    return {
        Fit.FAR: "True as a bound but far off",
        Fit.ROUNDED_DOWN: "Rounded down",
        Fit.ROUGH: "Only roughly",
        Fit.SHORT: "Just missed",
    }[fit]
