"""The state of a count as the record has it, from which a count that is followed goes on."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.count.scene import FEED
from janadesh.count.scene import Contests
from janadesh.count.standing_alarms import alarms
from janadesh.count.state import LEADING
from janadesh.count.state import SHOWN
from janadesh.count.state import CountState
from janadesh.record.book import Record
from janadesh.record.statements import conformed

_KEY = ["contest", "serial"]


def state_of(record: Record, contests: Contests) -> CountState:
    """
    Give the state that the record's last statements on a count add up to.

    Args:
        record: the record.
        contests: of the count; only what sources of running counts said of them is taken.
    """
    elections = contests.frame["election"].unique().to_list()
    good = _shown(record, model.Tally, contests, elections).with_columns(held=pl.lit(value=False))
    held = _shown(record, model.HeldTally, contests, elections).with_columns(held=pl.lit(value=True))
    last = pl.concat([good, held]).sort("at", "held").unique(_KEY, keep="last", maintain_order=True)
    raised = [alarms(record, election).filter("standing") for election in elections]
    return CountState(
        shown=last,
        good=good,
        leads=_leads(record, contests, elections),
        alarms=pl.concat([conformed(model.Alarm, frame) for frame in raised]) if raised else last.clear(),
    )


def _shown(
    record: Record, noun: type[model.Tally | model.HeldTally], contests: Contests, elections: list[str]
) -> pl.DataFrame:
    rows = contests.numbered(record.frame(noun, election=elections)).filter(pl.col("source").str.starts_with(FEED))
    return rows.select(
        pl.lit("the record").alias("page")
        if name == "page"
        else pl.col("known_at").alias(name)
        if name in {"at", "since"}
        else pl.lit(value=False).alias(name)
        if name == "held"
        else pl.col(name)
        for name in SHOWN
    ).cast(SHOWN)  # type: ignore[arg-type]


def _leads(record: Record, contests: Contests, elections: list[str]) -> pl.DataFrame:
    rows = contests.numbered(record.history(model.Lead, election=elections)).sort("contest", "known_at")
    before = pl.col("leading").shift().over("contest")
    takes = (pl.col("leading").ne_missing(before)).fill_null(value=True)
    rows = rows.with_columns(
        at=pl.col("known_at"),
        page=pl.lit("the record"),
        leader_since=pl.when(takes).then("known_at").forward_fill().over("contest"),
        leader_before=pl.when(takes).then(before).forward_fill().over("contest"),
    )
    last = rows.unique("contest", keep="last", maintain_order=True)
    return last.select(*LEADING).cast(LEADING)  # type: ignore[arg-type]
