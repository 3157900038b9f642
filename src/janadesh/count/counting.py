"""
Counting: one step takes a state and a batch of observations to statements and the next state.

A step is a pure function. What it states does not depend on where a count is cut into batches, only on what was
observed at which second: each figure is held against the one shown before it, and against nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from janadesh import model
from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rules import RULES
from janadesh.count.confirming import confirming_moments
from janadesh.count.holding import Fired
from janadesh.count.holding import cleared
from janadesh.count.holding import fire
from janadesh.count.holding import raised
from janadesh.count.holding import with_held
from janadesh.count.leading import leads_beside_earlier
from janadesh.count.observations import in_order
from janadesh.count.scene import KEY
from janadesh.count.scene import Contests
from janadesh.count.scene import Scene
from janadesh.count.scene import completed
from janadesh.count.state import LEADING
from janadesh.count.state import SHOWN
from janadesh.count.state import CountState
from janadesh.record.statements import conformed
from janadesh.record.statements import frame_schema
from janadesh.sources.observations import FIGURES
from janadesh.sources.observations import Observations

_ALARM_KEY = ["election", "constituency", "rule", "serial", "raised_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """
    What a batch came to.

    - `state`: the next state.
    - `frames`: statements on tallies, held tallies, leads, declarations and alarms.
    """

    state: CountState
    frames: dict[type[model.Noun], pl.DataFrame]


def step(state: CountState, batch: Observations, contests: Contests, rules: Sequence[Rule] = RULES) -> Step:
    """
    Take in a batch of observations.

    Args:
        state: the count before it.
        batch: observations, in any order; those of contests that are not in `contests` are left out.
        contests: what is known of the contests.
        rules: what is checked.
    """
    scene, vectors = _scene(state, batch, contests)
    fired = fire(rules, scene)
    rows = with_held(vectors, fired)
    alarms, standing_alarms = _alarms(state, fired, scene)
    tallies, held = _tallies(rows, scene)
    frames: dict[type[model.Noun], pl.DataFrame] = {
        model.Tally: conformed(model.Tally, contests.named(tallies)),
        model.Lead: conformed(model.Lead, contests.named(scene.leads.with_columns(known_at="at"))),
        model.HeldTally: conformed(model.HeldTally, contests.named(held)),
        model.Alarm: alarms,
        model.Declaration: conformed(model.Declaration, contests.named(_declarations(scene.leads, contests))),
    }
    return Step(state=_next(state, rows, scene, standing_alarms), frames={n: f for n, f in frames.items() if f.height})


def _scene(state: CountState, batch: Observations, contests: Contests) -> tuple[Scene, pl.DataFrame]:
    ordered = in_order(batch)
    votes, beside, leads = (
        contests.numbered(frame).rename({"observed_at": "at"})
        for frame in (ordered.votes, ordered.beside, ordered.leads)
    )
    last = state.shown.group_by("contest").agg(last_at=pl.col("at").max())
    votes = votes.join(last, on="contest", how="left")
    is_late = (pl.col("at") <= pl.col("last_at")).fill_null(value=False)
    shown = state.shown.select(*KEY, "at", *FIGURES)
    late = votes.filter(is_late).join(shown, on=[*KEY, "at", *FIGURES], how="anti", nulls_equal=True)
    on_time = votes.filter(~is_late).drop("last_at")
    confirmed = confirming_moments(leads, on_time, state.shown)
    vectors = completed(on_time, state.shown, confirmed).with_columns(pl.col("held").fill_null(value=False))
    standing = leads_beside_earlier(leads, state.leads)
    led_before = state.leads.join(standing, on="contest", how="anti")
    return Scene(
        pages=vectors.filter(~pl.col("is_before")),
        vectors=vectors,
        others=state.shown.join(vectors, on="contest", how="anti").select("contest", "at", "serial", "total", "page"),
        leads=standing.filter(~pl.col("is_before")),
        standing_leads=pl.concat([led_before, standing.select(*LEADING)]),
        late=late,
        beside=beside,
        contests=contests,
    ), vectors


def _tallies(rows: pl.DataFrame, scene: Scene) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give what is stated as good and what is held, each where it is new."""
    here = (
        rows.filter(~pl.col("is_before"))
        .with_columns(known_at="at")
        .join(scene.contests.frame.select("contest", "final_at"), on="contest", how="left")
    )
    # where the record has a final result already, what is shown later stands beside it
    is_over = (pl.col("at") >= pl.col("final_at")).fill_null(value=False)
    good = ~pl.col("held") & (pl.col("changed") | pl.col("held_before"))
    tallies = here.filter(good & ~is_over)
    new_held = pl.col("held") & (pl.col("changed") | ~pl.col("held_before"))
    held = [
        here.filter(new_held | (pl.col("changed") & is_over)),
        *(other.with_columns(known_at="at") for other in (scene.late, scene.beside)),
    ]
    together = pl.concat([frame.select("known_at", *KEY, *_KEPT) for frame in held])
    # where more than two were shown in one second the highest of the others is kept, and the alarm lists them all
    highest = together.sort(*KEY, "known_at", "total", nulls_last=False)
    return tallies, highest.unique([*KEY, "known_at"], keep="last", maintain_order=True)


_KEPT = (*FIGURES, "status", "round", "rounds", "source")


def _alarms(state: CountState, fired: Fired, scene: Scene) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the statements on alarms, raised and cleared, and the alarms that still stand."""
    contests = scene.contests
    if fired.conflicts.is_empty() and state.alarms.is_empty():
        return _no_alarms(), state.alarms
    stood = contests.numbered(state.alarms)
    new = raised(fired, scene, stood)
    sources = pl.concat(
        [frame.select("contest", "source") for frame in (scene.pages, scene.leads, scene.late, scene.beside)]
    ).unique("contest", keep="first", maintain_order=True)
    told = new.join(sources, on="contest", how="left").with_columns(
        raised_at="at", known_at="at", later_at="at", status=pl.lit("raised")
    )
    new_alarms = conformed(model.Alarm, contests.named(told))
    every = pl.concat([state.alarms, new_alarms])
    ends = cleared(contests.numbered(every), fired, scene)
    said = ends.with_columns(status=pl.lit("cleared"), known_at="cleared_at")
    clearings = conformed(model.Alarm, contests.named(said)) if said.height else _no_alarms()
    standing = every.join(clearings, on=_ALARM_KEY, how="anti", nulls_equal=True)
    return pl.concat([new_alarms, clearings]), standing


def _no_alarms() -> pl.DataFrame:
    return pl.DataFrame(schema=frame_schema(model.Alarm))


def _declarations(leads: pl.DataFrame, contests: Contests) -> pl.DataFrame:
    ended = pl.col("status") != "counting"
    new = pl.col("status").ne_missing(pl.col("earlier_status")) | pl.col("leading").ne_missing(
        pl.col("earlier_leading")
    )
    rows = leads.filter(ended & new).join(contests.frame.select("contest", "final_at"), on="contest", how="left")
    before_result = pl.col("final_at").is_null() | (pl.col("at") < pl.col("final_at"))
    return rows.filter(before_result).with_columns(known_at="at", winner="leading")


def _next(state: CountState, rows: pl.DataFrame, scene: Scene, alarms: pl.DataFrame) -> CountState:
    last = rows.unique(KEY, keep="last", maintain_order=True).select(*SHOWN)
    good = rows.filter(~pl.col("held")).unique(KEY, keep="last", maintain_order=True).select(*SHOWN)
    return CountState(
        shown=pl.concat([state.shown.join(last, on=KEY, how="anti"), last]),
        good=pl.concat([state.good.join(good, on=KEY, how="anti"), good]),
        leads=scene.standing_leads.unique("contest", keep="last", maintain_order=True),
        alarms=alarms,
    )
