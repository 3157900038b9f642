"""A candidate's or a party's share of the vote."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Evidence
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import Fit
from janadesh.claims.judging.comparing import fit_of_share
from janadesh.claims.judging.comparing import rounds_to
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

_NEARLY = 0.1
"""Percentage points within which a share is told slightly off."""


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge a share of the vote; the Election Commission of India prints it with NOTA in the base."""
    election = facts.of(reading.election)
    if election is None or reading.subject is None or not isinstance(reading.value, int | float):
        return unverifiable("The record does not hold this election.")
    contests = _contests(facts, election, reading)
    if not contests or not all(c.settled for c in contests):
        return no_result(election, reading, written_on)
    found = _votes(election, reading, contests)
    if found is None:
        return unverifiable("The record does not show whose share this is.")
    judged = _judged(facts, election, reading, contests, found, written_on)
    return shown_by(judged, *_rows(facts, election, reading, contests))


def _judged(
    facts: Facts,
    election: ElectionFacts,
    reading: Reading,
    contests: list[ContestFacts],
    found: tuple[int, int],
    written_on: dt.date,
) -> Judgement:
    polled, evm = found
    valid, nota = sum(c.valid for c in contests), sum(c.nota or 0 for c in contests)
    if not valid:
        return unverifiable("The record holds no votes for this.")
    with_nota, without = polled * 100 / (valid + nota), polled * 100 / valid
    told, official = float(reading.value or 0), round(with_nota, 2)
    why = (
        f"{wording.votes(election, polled)} of {wording.votes(election, valid + nota)} votes, "
        f"{wording.percent(official)} per cent."
    )
    if fit_of_share(told, with_nota, reading.comparator).confirms:
        return confirmed(official, why)
    if reading.while_counting:
        return superseded(official, f"Told during the count; in the end {why}")
    other = _counted_otherwise(reading, told, (with_nota, without), _share_of_evm(contests, evm))
    if other is not None:
        return partial(official, f"{other}; {why}")
    if is_during_count(election, written_on):
        return superseded(official, f"Told on the day of the count; in the end {why}")
    return contradicted(official, _explained(facts, election, reading, told, why))


def _rows(
    facts: Facts, election: ElectionFacts, reading: Reading, contests: list[ContestFacts]
) -> tuple[Evidence, ...]:
    subject = reading.subject
    if subject is None or subjects.is_nota(subject):
        return ()
    if subject.type == "candidate":
        found = subjects.the_candidacy(election, subject, contests[0].constituency)
        return (standing_row(facts, election, found),) if found else ()
    return tuple(tally_row(facts, election, contests, p) for p in subjects.members_of(election, subject))


def _counted_otherwise(
    reading: Reading, told: float, with_and_without: tuple[float, float], of_evm: float | None
) -> str | None:
    """Say how a told share is the official one counted otherwise, or nearly so."""
    official, without_nota = with_and_without
    if rounds_to(told, without_nota):
        return "The share without NOTA in the base"
    if of_evm is not None and rounds_to(told, of_evm):
        return "The share of the EVM votes"
    fit = fit_of_share(told, official, reading.comparator)
    if fit is Fit.FAR:
        return "True as a bound but far off"
    if fit.is_partly_true or abs(told - official) <= _NEARLY:
        return "Not quite"
    return None


def _contests(facts: Facts, election: ElectionFacts, reading: Reading) -> list[ContestFacts]:
    if reading.constituency is not None:
        contest = election.contests.get(reading.constituency)
        return [contest] if contest else []
    if reading.subject is not None and reading.subject.type == "candidate":
        found = subjects.the_candidacy(election, reading.subject, None)
        return [election.contests[found.constituency]] if found else []
    contests = subjects.contests_in(facts, election, reading)
    if contests is None or not (election.whole or reading.scope_name):
        return []
    return contests


def _votes(election: ElectionFacts, reading: Reading, contests: list[ContestFacts]) -> tuple[int, int] | None:
    """Add up the votes of the subject, all and EVM only."""
    subject = reading.subject
    if subject is None:
        return None
    if subjects.is_nota(subject):
        return sum(c.nota or 0 for c in contests), sum(c.nota_evm or 0 for c in contests)
    if subject.type == "candidate":
        found = subjects.the_candidacy(election, subject, contests[0].constituency)
        return (found.counted or 0, found.evm or 0) if found else None
    members = subjects.members_of(election, subject)
    if not members:
        return None
    inside = {c.constituency for c in contests}
    of_them = [s for party in members for s in election.by_party.get(party, ()) if s.constituency in inside]
    return sum(s.counted or 0 for s in of_them), sum(s.evm or 0 for s in of_them)


def _share_of_evm(contests: list[ContestFacts], evm: int) -> float | None:
    cast = sum((s.evm or 0) for c in contests for s in c.standings) + sum(c.nota_evm or 0 for c in contests)
    return evm * 100 / cast if cast and evm else None


def _explained(facts: Facts, election: ElectionFacts, reading: Reading, told: float, why: str) -> str:
    subject = reading.subject
    if subject is None or subject.type != "party" or reading.constituency is not None:
        return why[0].upper() + why[1:]
    cast = election.votes + election.nota
    for party, standings in election.by_party.items():
        if party != subject.id and rounds_to(told, sum(s.counted or 0 for s in standings) * 100 / cast) and told >= 1:
            return f"This is the share of {wording.party(facts, party)}; {why}"
    for before in facts.before(election.id):
        polled = sum(s.counted or 0 for s in before.by_party.get(subject.id or "", ()))
        if before.votes and rounds_to(told, polled * 100 / (before.votes + before.nota)):
            return f"This is the share of {before.year}; {why}"
    return why[0].upper() + why[1:]
