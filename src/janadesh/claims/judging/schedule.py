"""Days of polling and counting, and the number of phases."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.election_facts import Step
from janadesh.claims.facts import Facts
from janadesh.claims.judging import wording
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import step_row
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import unverifiable

_DONE = {
    "poll": "polled",
    "count": "Votes were counted",
    "announcement": "The election was announced",
    "notification": "It was notified",
    "nominations": "Nominations closed",
    "scrutiny": "Nominations were scrutinised",
    "withdrawal": "Nominations could be withdrawn until then",
    "swearing-in": "The swearing-in was",
}


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge a day as it stood when the article was written, or the number of phases."""
    election = facts.of(reading.election)
    if election is None:
        return unverifiable("The record does not hold this election.")
    if reading.unit == "phases":
        return _phases(facts, election, reading)
    told = _day(reading)
    if told is None:
        return unverifiable("The words name no day.")
    steps = [s for s in election.steps if _is_meant(s, election, reading)]
    if not steps:
        return unverifiable("The record holds no day for this.")
    stands = _standing(steps)
    now = [s for s in stands if s.on_date == told]
    if now:
        return confirmed(told.isoformat(), _said(now[0], written_on), step_row(facts, now[0]))
    moved = [s for s in steps if s.on_date == told]
    if moved:
        return _moved(facts, election, moved[-1], steps, written_on)
    return _wrong(facts, election, reading, told, stands, written_on)


def _day(reading: Reading) -> dt.date | None:
    if isinstance(reading.value, str):
        try:
            return dt.date.fromisoformat(reading.value)
        except ValueError:
            return None
    return reading.day


def _is_meant(step: Step, election: ElectionFacts, reading: Reading) -> bool:
    if reading.event is not None and step.event != reading.event:
        return False
    phase = reading.phase
    if phase is None and reading.constituency in election.contests and step.event == "poll":
        phase = election.contests[reading.constituency].phase
    return phase is None or step.event != "poll" or step.phase in (phase, None)


def _standing(steps: list[Step]) -> list[Step]:
    """Keep, of each step, what was last announced."""
    return list({(s.event, s.phase): s for s in steps}.values())


def _said(step: Step, near: dt.date) -> str:
    day = wording.day(step.on_date, near)
    if step.event == "poll":
        return f"Phase {step.phase} polled on {day}." if step.phase is not None else f"The poll was on {day}."
    return f"{_DONE.get(step.event, step.event)} on {day}."


def _moved(facts: Facts, election: ElectionFacts, was: Step, steps: list[Step], written_on: dt.date) -> Judgement:
    """Judge a day that was announced and later moved."""
    later = [s for s in steps if (s.event, s.phase) == (was.event, was.phase) and s.known_at > was.known_at]
    stands = later[-1]
    said_on = election.local_day(later[0].known_at)
    what = {"count": "the count", "poll": "the poll"}.get(was.event, f"the {was.event}")
    source = facts.sources.get(later[0].source)
    who = _who(source.publisher) if source is not None and source.kind == "official" else None
    new = wording.day(stands.on_date, written_on)
    on = wording.day(said_on, written_on)
    how = f"{who} moved {what} to {new}" if who else f"{what} was moved to {new}"
    rows = (step_row(facts, was), step_row(facts, stands))
    if written_on <= said_on:
        return superseded(stands.on_date.isoformat(), f"Right when written; on {on} {how}.", *rows)
    return contradicted(stands.on_date.isoformat(), f"Already on {on} {how}.", *rows)


def _who(publisher: str) -> str:
    return "the Commission" if "commission" in publisher.lower() else publisher


def _wrong(
    facts: Facts, election: ElectionFacts, reading: Reading, told: dt.date, stands: list[Step], written_on: dt.date
) -> Judgement:
    if reading.event is None:
        return unverifiable("The words do not say what is on that day.")
    if reading.phase is None and reading.event == "poll" and len(stands) > 1:
        # polling "ends" on the last day; which of several is meant is not sure otherwise
        days = [s.on_date for s in stands]
        if min(days) < told < max(days) and any(abs((told - day).days) <= 1 for day in days):
            return unverifiable("Polling was on several days; which phase is meant is not plain.")
    nearest = min(stands, key=lambda s: abs((s.on_date - told).days))
    if abs((nearest.on_date - told).days) > 400:
        return unverifiable("This day belongs to another election.")
    if reading.event == "count" and (told - nearest.on_date).days == 1 and told <= written_on:
        return unverifiable("A count can run past midnight; which day is meant is not plain.")
    rows = tuple(step_row(facts, s) for s in sorted(stands, key=lambda s: s.on_date))
    other = _other_event(election, reading.event, told)
    said = _said(nearest, written_on)
    if other is not None and any(s.on_date == told for s in election.standing_steps.values()):
        # polling and counting told in one breath are easily taken for each other
        return unverifiable(f"{said[:-1]}; {wording.day(told, written_on)} is {other}.", *rows)
    if other is not None:
        day = wording.day(told, written_on)
        return contradicted(nearest.on_date.isoformat(), f"{said[:-1]}; {day} was {other}.", *rows)
    return contradicted(nearest.on_date.isoformat(), said, *rows)


def _other_event(election: ElectionFacts, event: str, told: dt.date) -> str | None:
    """Name what else was set for a day, as announced when the article was written."""
    for step in election.steps:
        if step.event == event or step.on_date != told:
            continue
        then = "" if election.standing_steps[step.event, step.phase].on_date == told else "then "
        day = {"count": "the day of counting", "poll": "a day of polling"}.get(
            step.event, f"the day of the {step.event}"
        )
        return f"{then}{day}"
    return None


def _phases(facts: Facts, election: ElectionFacts, reading: Reading) -> Judgement:
    polls = [s for s in election.standing_steps.values() if s.event == "poll"]
    if not polls:
        return unverifiable("The record does not hold the phases of this election.")
    official = len(polls)
    rows = tuple(step_row(facts, s) for s in polls)
    why = f"Polling was in {wording.plural(official, 'phase')}."
    if reading.value == official:
        return confirmed(official, why, *rows)
    here = {c.phase for c in election.contests.values() if c.phase is not None}
    if len(here) == reading.value:
        return confirmed(len(here), f"The seats on record voted in {wording.plural(len(here), 'phase')}.", *rows)
    if not election.whole and election.kind == "general" and election.house_kind == "parliament":
        return unverifiable("Which part of the country is meant is not plain.")
    if not election.phases and official > 1:
        return unverifiable("The record does not number the phases.")
    return contradicted(official, why, *rows)
