"""The size of a house, the seats at stake, the majority mark."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.election_facts import FigureFact
from janadesh.claims.facts import Facts
from janadesh.claims.judging import subjects
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import fit_of_count
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import figure_row
from janadesh.claims.judging.saying import house_row
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import shown_by
from janadesh.claims.judging.saying import unverifiable
from janadesh.names.spelling import spelling_key

_OTHER_HOUSE = 0.1
"""Share of a house by which a number told of it may be smaller and still be meant of the whole."""
_RESERVED = {"sc": "SC", "scheduledcastes": "SC", "st": "ST", "scheduledtribes": "ST", "gen": "GEN", "general": "GEN"}
_KIND_OF_SEAT = {
    "SC": "seats reserved for Scheduled Castes",
    "ST": "seats reserved for Scheduled Tribes",
    "GEN": "general seats",
}


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:  # noqa: ARG001 - sizes do not depend on it
    """Judge a number of seats of a house."""
    election = facts.of(reading.election)
    if election is None or not isinstance(reading.value, int | float):
        return unverifiable("The record does not hold the size of this house.")
    return shown_by(_judged(facts, election, reading, float(reading.value)), house_row(facts, election))


def _judged(facts: Facts, election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    # a number told of an earlier house does not say what it counts
    if reading.role == "majority" or (reading.kind == "history" and told == election.majority):
        return _majority(election, reading, told)
    if reading.role == "nominated":
        return _nominated(election, told)
    if reading.role == "reserved":
        return _reserved(election, reading, told)
    if reading.role == "vacant":
        return _vacant(facts, election, told)
    if reading.phase is not None or reading.scope_name is not None:
        return _part(facts, election, reading, told)
    if reading.role == "at stake":
        return _at_stake(facts, election, reading, told)
    return _size(election, reading, told)


def _size(election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    size = election.elected_seats
    if not size:
        return unverifiable("The record does not hold the size of this house.")
    what = "The assembly" if election.house_kind == "assembly" else f"The {election.house_name}"
    if fit_of_count(told, size, reading.comparator).confirms:
        return confirmed(size, f"{what} has {size} elected seats.")
    if election.nominated_seats and told == size + election.nominated_seats:
        why = f"{size} elected seats and {election.nominated_seats} that may be nominated."
        return confirmed(size + election.nominated_seats, why)
    if told == election.majority:
        return unverifiable(f"{told:.0f} is the majority mark of {size} seats; the words do not say what it counts.")
    for phase in election.phases:
        if told == _phase_size(election, phase):
            return confirmed(int(told), f"{_capital(wording.phase_in_words(phase))} covered {told:.0f} seats.")
    if told < size and (reading.role is None or election.kind != "general" or size - told > _OTHER_HOUSE * size):
        return unverifiable(f"{what} has {size} elected seats; which part of them is meant is not plain.")
    return contradicted(size, f"{what} has {size} elected seats.")


def _majority(election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    size, nominated = election.elected_seats, election.nominated_seats
    if not size:
        return unverifiable("The record does not hold the size of this house.")
    if told == election.majority or (reading.comparator == ">" and told == election.majority - 1):
        return confirmed(election.majority, f"More than half of {size} is {election.majority}.")
    if nominated and told == election.full_majority:
        return confirmed(election.full_majority, f"More than half of {size + nominated} is {election.full_majority}.")
    if told in (size, size + nominated):
        return confirmed(int(told), f"The house has {size} elected seats.")
    if told == (2 * size + 2) // 3:
        return unverifiable(f"{told:.0f} is two thirds of {size} seats; more than half is {election.majority}.")
    return contradicted(election.majority, f"More than half of {size} is {election.majority}.")


def _nominated(election: ElectionFacts, told: float) -> Judgement:
    nominated = election.nominated_seats
    if not nominated:
        return unverifiable("The record holds no nominated seats of this house.")
    if told == nominated:
        return confirmed(nominated, f"{nominated} members may be nominated.")
    return contradicted(nominated, f"{nominated} members may be nominated.")


def _reserved(election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    counts = {kind: sum(c.reservation == kind for c in election.contests.values()) for kind in _KIND_OF_SEAT}
    if not election.whole:
        return unverifiable("The record does not hold every seat of this house.")
    kind = _RESERVED.get((reading.scope_name or "").lower().replace(" ", ""))
    if kind is not None:
        why = f"{election.house_name} has {counts[kind]} {_KIND_OF_SEAT[kind]}."
        return confirmed(counts[kind], why) if told == counts[kind] else contradicted(counts[kind], why)
    for kind, count in counts.items():
        if told == count:
            return confirmed(count, f"The house has {count} {_KIND_OF_SEAT[kind]}.")
    both = counts["SC"] + counts["ST"]
    if told == both:
        return confirmed(both, f"{counts['SC']} seats are reserved for Scheduled Castes and {counts['ST']} for Tribes.")
    return unverifiable(f"{both} seats are reserved; which of them are meant is not plain.")


def _vacant(facts: Facts, election: ElectionFacts, told: float) -> Judgement:
    for figure in election.figures_by_measure.get("seats_vacant", ()):
        row = figure_row(facts, election, figure)
        if told == figure.value:
            return confirmed(int(told), f"{told:.0f} seats are kept vacant.", row)
        return contradicted(int(figure.value), f"{figure.value:.0f} seats are kept vacant.", row)
    return unverifiable("The record does not say how many seats are vacant.")


def _at_stake(facts: Facts, election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    """Judge seats that vote on a day, or in a phase that the words do not number."""
    if reading.day is not None:
        phases = {s.phase for s in election.standing_steps.values() if s.event == "poll" and s.on_date == reading.day}
        if len(phases) == 1 and (phase := phases.pop()) is not None:
            return _of_phase(facts, election, phase, told)
    return _size(election, replace(reading, role=None), told)


def _part(facts: Facts, election: ElectionFacts, reading: Reading, told: float) -> Judgement:
    if reading.phase is not None and reading.scope_name is None:
        return _of_phase(facts, election, reading.phase, told)
    contests = subjects.contests_in(facts, election, reading)
    name = wording.in_title(reading.scope_name or "")
    if contests is None:
        seat = election.by_constituency_name.get(spelling_key(reading.scope_name or ""))
        if seat is not None:
            return _one_seat(election, election.contests[seat], told)
        return unverifiable(f"The record does not know {name} as a part of this election.")
    official = len(contests)
    within = f" in {wording.phase_in_words(reading.phase)}" if reading.phase else ""
    why = f"{name} has {wording.plural(official, 'seat')}{within}."
    if told == official:
        return confirmed(official, why)
    if reading.phase is not None:
        whole = subjects.contests_in(
            facts, election, Reading(kind="house", start=0, end=0, scope_name=reading.scope_name)
        )
        if whole is not None and told == len(whole):
            return partial(official, f"True of the whole election; {official} of the {len(whole)} vote in that phase.")
        return contradicted(official, why)
    for phase in election.phases:
        if sum(c.phase == phase for c in contests) == told:
            why = f"{told:.0f} of its {official} seats are in {wording.phase_in_words(phase)}."
            return confirmed(int(told), f"{name}: {why}")
    # fewer may be meant of a part of it, or of a change
    if told > official and (election.whole or _is_whole_part(election, contests)):
        return contradicted(official, why)
    return unverifiable(f"{why[:-1]}; which of them are meant is not plain.")


def _is_whole_part(election: ElectionFacts, contests: list[ContestFacts]) -> bool:
    """Whether the record holds the part whole, though not the house: the seats of one state in a parliament."""
    return election.house_kind == "parliament" and len({c.territory for c in contests}) == 1


def _one_seat(election: ElectionFacts, contest: ContestFacts, told: float) -> Judgement:
    inside = f", one of those of {contest.district} district" if contest.district else ""
    name = wording.seat(contest)
    if told == 1:
        return confirmed(1, f"{name} is one seat.")
    if not election.whole:
        return unverifiable("The record does not hold every seat of this house.")
    return contradicted(1, f"{name} is one seat{inside}.")


def _of_phase(facts: Facts, election: ElectionFacts, phase: int, told: float) -> Judgement:
    official = _phase_size(election, phase)
    name = _capital(wording.phase_in_words(phase))
    rows = [figure_row(facts, election, f) for f in _seat_figures(election, phase)]
    if not official:
        return unverifiable("The record does not hold which seats vote in that phase.")
    if told == official:
        return confirmed(official, f"{name} covered {official} seats.", *rows)
    for other in election.phases:
        if other != phase and _phase_size(election, other) == told:
            # words that pair numbers with phases are easily paired wrongly
            why = f"{name} covered {official} seats; {told:.0f} voted in {wording.phase_in_words(other)}."
            return unverifiable(why, *rows)
    return contradicted(official, f"{name} covered {official} seats.", *rows)


def _phase_size(election: ElectionFacts, phase: int) -> int:
    counted = sum(c.phase == phase for c in election.contests.values())
    if counted and election.whole:
        return counted
    published = _seat_figures(election, phase)
    return int(published[-1].value) if published else (counted if election.whole else 0)


def _seat_figures(election: ElectionFacts, phase: int) -> list[FigureFact]:
    return [f for f in election.figures_by_measure.get("seats", ()) if f.scope == "phase" and f.scope_id == str(phase)]


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
