"""What the earlier observations of each contest show at a moment: where it was, how lively it is, how it jolted."""

from __future__ import annotations

import datetime as dt

import polars as pl

WINDOW = dt.timedelta(hours=1)
SLOT_MINUTES = 10


def past(standing: pl.DataFrame, history: pl.DataFrame, at: dt.datetime) -> pl.DataFrame:
    """
    Give what came before `at`, one row a contest, in the order of `standing` (`contest`, `leader`).

    Returns: `was` and `window` (the leader's margin an hour ago, or when first seen, and the hours since), `first` and
        `hours` (the same since first seen), `lively` (slots of ten minutes of the last hour with a change), `quiet`
        (minutes without one), `jolts` (root of the sum of squared moves of the margin, in votes, from slot to slot).
    """
    seen = history.filter(pl.col("at") <= at).sort("at")
    minutes = (pl.lit(at) - pl.col("at")).dt.total_seconds() / 60
    first = seen.group_by("contest", maintain_order=True).first()
    old = seen.filter(pl.col("at") <= at - WINDOW).group_by("contest", maintain_order=True).last()
    hour_ago = pl.concat([old, first]).unique("contest", keep="first", maintain_order=True)
    changes = seen.filter(
        (pl.col("leader") != pl.col("leader").shift(1).over("contest"))
        | (pl.col("margin") != pl.col("margin").shift(1).over("contest"))
    )
    lively = (
        changes.filter(pl.col("at") > at - WINDOW)
        .group_by("contest")
        .agg(lively=(minutes // SLOT_MINUTES).n_unique().cast(pl.Float64))
    )
    quiet = pl.concat([first, changes], how="vertical").group_by("contest").agg(quiet=minutes.min())
    begun = first.select("contest", "at", first="margin", first_leader="leader")
    rows = standing.select("contest", "leader")
    for frame in (
        hour_ago.select("contest", "at", was="margin", was_leader="leader"),
        begun.rename({"at": "begun"}),
        lively,
        quiet,
        _jolts(seen, begun, minutes),
    ):
        rows = rows.join(frame, on="contest", how="left", maintain_order="left")
    since = (pl.lit(at) - pl.col("begun")).dt.total_seconds() / 3600
    return rows.with_columns(
        was=_towards("was", "was_leader", "leader"),
        first=_towards("first", "first_leader", "leader"),
        window=(minutes / 60).clip(0.0, WINDOW.total_seconds() / 3600),
        hours=since,
        lively=pl.col("lively").fill_null(0.0),
    )


def _towards(margin: str, leader: str, now: str) -> pl.Expr:
    """Give a margin as one of the leader `now`: against it where another led."""
    return pl.when(pl.col(leader) == pl.col(now)).then(pl.col(margin)).otherwise(-pl.col(margin))


def _jolts(seen: pl.DataFrame, begun: pl.DataFrame, minutes: pl.Expr) -> pl.DataFrame:
    """Give the root of summed squared moves, margins taken as they stood first and at the end of every slot."""
    sided = seen.join(begun, on="contest", how="left", maintain_order="left").select(
        "contest", slot=minutes // SLOT_MINUTES, margin=_towards("margin", "leader", "first_leader")
    )
    ends = sided.group_by("contest", "slot", maintain_order=True).last().select("contest", "margin")
    start = begun.select("contest", margin="first")
    moves = pl.concat([start, ends], how="vertical_relaxed").select(
        "contest", move=pl.col("margin") - pl.col("margin").shift(1).over("contest")
    )
    return moves.group_by("contest").agg(jolts=(pl.col("move") ** 2).sum().cast(pl.Float64).sqrt())
