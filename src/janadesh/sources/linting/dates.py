"""Days in an order that they cannot have."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.sources.linting.given import ROW
from janadesh.sources.linting.given import Given
from janadesh.sources.linting.words import STEPS

_TERMS = (model.Territory, model.House, model.Constituency, model.AllianceMember, model.Office)
_AFTER_ALL_PHASES = ("count", "swearing-in")


def steps_out_of_order(given: Given) -> Iterator[Fault]:
    """Tell a step of an election that lies after one which follows it; each phase has its own order."""
    order = {step: place for place, step in enumerate(STEPS)}
    steps = given.standing(model.ScheduleEntry).filter(pl.col("event").is_in(STEPS))
    for _, entries in steps.group_by("election", maintain_order=True):
        rows = entries.select("event", "phase", "on_date", ROW).rows()
        for event, phase, day, row in rows:
            later = [
                (other, other_day)
                for other, other_phase, other_day, _ in rows
                if order[other] < order[event]
                and other_day > day
                and (other_phase in {None, phase} or event in _AFTER_ALL_PHASES)
            ]
            if later:
                other, other_day = max(later, key=lambda one: one[1])
                problem = f"the {event} is before the {other}, {other_day}"
                yield given.advice(
                    model.ScheduleEntry, problem, "Correct one of the two days.", row=row, column="on_date", value=day
                )


def terms_that_end_before_they_begin(given: Given) -> Iterator[Fault]:
    """Tell a `valid_to` that is before `valid_from`."""
    for noun in _TERMS:
        for row, until in (
            given.every(noun).filter(pl.col("valid_to") < pl.col("valid_from")).select(ROW, "valid_to").iter_rows()
        ):
            problem = "this ends before it begins"
            yield given.advice(noun, problem, "Correct one of the two days.", row=row, column="valid_to", value=until)


def results_known_before_the_poll(given: Given) -> Iterator[Fault]:
    """Tell final votes and winners that are said to be known before the first day of the poll."""
    polled = (
        given.standing(model.ScheduleEntry)
        .filter(pl.col("event") == "poll")
        .group_by("election")
        .agg(pl.col("on_date").min())
    )
    unopposed = pl.col("status") == "uncontested"
    for noun in (model.Tally, model.Declaration):
        said = given.every(noun).filter(~unopposed).join(polled, on="election")
        early = said.filter(pl.col("known_at").dt.date() < pl.col("on_date"))
        for row, known, day in early.select(ROW, "known_at", "on_date").iter_rows():
            problem = f"this was known before the poll on {day}"
            cure = "Say when it was published; a nomination or a forecast is no result."
            yield given.advice(noun, problem, cure, row=row, column="known_at", value=known.date())
