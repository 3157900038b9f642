"""Seats that a party or an alliance won, leads in or lost."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Evidence
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.claims.judging import contest as contests_of_party
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import Fit
from janadesh.claims.judging.comparing import fit_of_count
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import tally_row
from janadesh.claims.judging.saying import unverifiable
from janadesh.claims.judging.when import is_by_next_morning
from janadesh.claims.judging.when import no_result


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge so many seats."""
    election = facts.of(reading.election)
    if election is None or reading.subject is None or not isinstance(reading.value, int | float):
        return unverifiable("The record does not hold this election.")
    if reading.side in ("contested", "allotted", "friendly"):
        return contests_of_party.judge(facts, reading, written_on)
    if reading.subject.type == "candidate":
        return unverifiable("The record counts seats of parties and alliances.")
    if not any(c.settled for c in election.contests.values()):
        return no_result(election, reading, written_on)
    contests = subjects.contests_in(facts, election, reading)
    if contests is None:
        return unverifiable(f"The record does not know {reading.scope_name or 'that part'} of this election.")
    members = subjects.members_of(election, reading.subject)
    if not members:
        if reading.while_counting:
            why = "A tally while votes were counted"
            return superseded(None, f"{why}; the record does not say who is counted in it.")
        return unverifiable("The record does not say which parties are counted in this.")
    if reading.side == "lost":
        return _lost(facts, election, reading, contests, members, written_on)
    return _won(facts, election, reading, contests, members, written_on)


def won_in(contests: list[ContestFacts], members: tuple[str, ...]) -> int:
    """Count the seats that parties won among contests."""
    return sum(1 for c in contests if (w := c.winner) is not None and w.party in members)


def _won(
    facts: Facts,
    election: ElectionFacts,
    reading: Reading,
    contests: list[ContestFacts],
    members: tuple[str, ...],
    written_on: dt.date,
) -> Judgement:
    told, official = float(reading.value or 0), won_in(contests, members)
    complete = all(c.settled for c in contests) and (election.whole or reading.scope_name is not None)
    split = _split(facts, contests, members)
    rows = _rows(facts, election, contests, members)
    if reading.while_counting:
        if not complete:
            return superseded(None, "A tally while votes were counted.")
        why = f"A tally while votes were counted; the final figure is {official}"
        return superseded(official, f"{why}{split and f' ({split})'}.", *rows)
    if not complete:
        return unverifiable("The record does not hold every seat of this election.")
    fit = fit_of_count(told, official, reading.comparator)
    if fit.confirms:
        return confirmed(
            official, f"{split} make {official}." if split else f"The official result gives {official}.", *rows
        )
    core = _without_smallest(facts, contests, members, told) if reading.comparator == "=" else None
    if core:
        return confirmed(int(told), f"{core}; with its other allies the alliance has {official}.", *rows)
    return _other_than_won(facts, election, reading, contests, members, official, written_on)


def _other_than_won(
    facts: Facts,
    election: ElectionFacts,
    reading: Reading,
    contests: list[ContestFacts],
    members: tuple[str, ...],
    official: int,
    written_on: dt.date,
) -> Judgement:
    """Judge a number of seats told as final that is not the official one."""
    told, rows = float(reading.value or 0), _rows(facts, election, contests, members)
    fit = fit_of_count(told, official, reading.comparator)
    whole = won_in(list(election.contests.values()), members)
    if (reading.scope_name or reading.phase) and told == whole and election.whole:
        where = reading.scope_name or wording.phase_in_words(reading.phase or 0)
        return partial(
            f"{whole} in all, {official} in {where}",
            f"True of the whole election; {official} of the {whole} are in {where}.",
            *rows,
        )
    if fit is Fit.FAR:
        return partial(official, f"True as a bound but far off: the official result gives {official}.", *rows)
    if fit.is_partly_true:
        return partial(official, f"Only roughly; the official result gives {official}.", *rows)
    if is_by_next_morning(election, written_on):
        return superseded(official, f"Told before the last results were in; the final figure is {official}.", *rows)
    doubt = _whose_else(facts, election, contests, members, told)
    if doubt is not None:
        return unverifiable(f"{doubt}; the official result gives {official}.", *rows)
    return contradicted(
        official, _explained(facts, election, reading, told, official, _split(facts, contests, members)), *rows
    )


def _whose_else(
    facts: Facts, election: ElectionFacts, contests: list[ContestFacts], members: tuple[str, ...], told: float
) -> str | None:
    """
    Say why a wrong number may not be the named party's at all: another party won so many, or it did not stand.

    A sentence that lists parties and numbers is more easily paired wrongly than printed wrongly.
    """
    if not any(party in election.by_party for party in members):
        return "The record has no candidate of it in this election"
    won: dict[str, int] = {}
    for contest in contests:
        if contest.winner is not None:
            won[contest.winner.party] = won.get(contest.winner.party, 0) + 1
    other = next((party for party, seats in won.items() if seats == told and party not in members), None)
    return f"{wording.party(facts, other)} won {told:.0f} seats" if other is not None else None


def _explained(facts: Facts, election: ElectionFacts, reading: Reading, told: float, official: int, split: str) -> str:
    said = f"{split} make {official}" if split else f"The official result gives {official}"
    if reading.subject is not None and reading.subject.type == "party" and reading.subject.id:
        for alliance in election.alliances_of.get(reading.subject.id, ()):
            together = won_in(list(election.contests.values()), election.members[alliance])
            if told == together:
                name = facts.alliances.get(alliance, alliance)
                return f"{told:.0f} is the figure of {name} together; the party won {official}."
        before = next(facts.before(election.id), None)
        if before is not None and told == won_in(list(before.contests.values()), (reading.subject.id,)):
            return f"{told:.0f} is the figure of {before.year}; in {election.year} it won {official}."
    return f"{said}."


def _rows(
    facts: Facts, election: ElectionFacts, contests: list[ContestFacts], members: tuple[str, ...]
) -> tuple[Evidence, ...]:
    return tuple(tally_row(facts, election, contests, party) for party in members) if contests else ()


def _split(facts: Facts, contests: list[ContestFacts], members: tuple[str, ...]) -> str:
    """Name the seats of each party of an alliance: `NC 42, INC 6 and CPI(M) 1`."""
    if len(members) < 2:
        return ""
    won = [(won_in(contests, (party,)), party) for party in members]
    return wording.listed([f"{wording.party(facts, p)} {n}" for n, p in sorted(won, key=lambda w: -w[0]) if n])


def _without_smallest(facts: Facts, contests: list[ContestFacts], members: tuple[str, ...], told: float) -> str | None:
    """Find the largest members that make the told number: an alliance named by its two main parties."""
    won = sorted(((won_in(contests, (party,)), party) for party in members), reverse=True)
    for size in range(2, len(won)):
        if sum(n for n, _ in won[:size]) == told and won[size - 1][0] > 0:
            return f"{wording.listed([f'{wording.party(facts, p)} {n}' for n, p in won[:size]])} make {told:.0f}"
    return None


def _lost(
    facts: Facts,
    election: ElectionFacts,
    reading: Reading,
    contests: list[ContestFacts],
    members: tuple[str, ...],
    written_on: dt.date,
) -> Judgement:
    stood = [c for c in contests if any(s.party in members for s in c.standings)]
    if not stood or not all(c.settled for c in stood):
        return no_result(election, reading, written_on)
    lost = [c for c in stood if c.winner is None or c.winner.party not in members]
    if len(lost) == reading.value:
        winners = sorted({wording.party(facts, c.winner.party) for c in lost if c.winner})
        places = wording.listed([wording.seat(c) for c in lost[:4]])
        if len(stood) > len(lost) and len(stood) <= 6:
            kept = wording.listed([wording.seat(c) for c in stood if c not in lost])
            return confirmed(f"lost {places}, won {kept}", f"It lost {places} and won {kept}.")
        if len(lost) <= 4 and len(winners) == 1:
            said = f"{winners[0]} won {places}"
            return confirmed(said, f"{said}.")
        return confirmed(len(lost), f"It won {len(stood) - len(lost)} of the {len(stood)} seats that it contested.")
    before = next(facts.before(election.id), None)
    won = len(stood) - len(lost)
    if before is not None and won_in(list(before.contests.values()), members) - won == reading.value:
        return confirmed(won, f"It went from {won + int(reading.value)} seats in {before.year} to {won}.")
    return unverifiable(f"It won {won} of the {len(stood)} seats contested; what is counted as lost is not plain.")
