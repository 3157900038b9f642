"""The state of a count out of the record alone, for going on with a count that is followed live."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.count.scene import FEED
from janadesh.count.scene import KEPT
from janadesh.count.scene import KEY
from janadesh.count.scene import Contests
from janadesh.count.state import LEADING
from janadesh.count.state import SHOWN
from janadesh.count.state import CountState
from janadesh.record.book import Record


def state_of(record: Record, contests: Contests) -> CountState:
    """
    Give the state after all that the record has of the counts of some contests.

    Pages on which nothing changed are not in the record, so a contest's last page is the last that said something,
    and a figure's page is called by its source.
    """
    elections = contests.frame["election"].unique().to_list()
    tallies, held = (
        contests.numbered(record.history(noun, election=elections).filter(pl.col("source").str.starts_with(FEED)))
        .select(*KEY, *KEPT, "source", "known_at")
        .with_columns(held=pl.lit(value=noun is model.HeldTally))
        for noun in (model.Tally, model.HeldTally)
    )
    every = pl.concat([tallies, held]).sort(*KEY, "known_at", pl.col("held").not_())
    last_page = pl.col("known_at").max().over("contest")
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.col(name).shift()) for name in (*KEY, *KEPT))
    row = pl.int_range(pl.len())
    # what was held and then made good has been shown since it was held
    since = pl.col("known_at").gather(pl.when(~same.fill_null(value=False)).then(row).forward_fill())
    shown = every.with_columns(at=last_page, page=pl.col("source"), since=since)
    columns = [pl.col(name).cast(dtype) for name, dtype in SHOWN.items()]
    stands = record.frame(model.Alarm, election=elections, status="raised")
    return CountState(
        shown=shown.unique(KEY, keep="last", maintain_order=True).select(columns),
        good=shown.filter(~pl.col("held")).unique(KEY, keep="last", maintain_order=True).select(columns),
        leads=_leads(record, contests, elections),
        alarms=stands,
    )


def _leads(record: Record, contests: Contests, elections: list[str]) -> pl.DataFrame:
    said = record.history(model.Lead, election=elections).filter(pl.col("source").str.starts_with(FEED))
    rows = contests.numbered(said).sort("contest", "known_at").with_columns(at="known_at", page="source")
    before = pl.col("leading").shift().over("contest")
    rows = rows.with_columns(before=before, is_first=pl.int_range(pl.len()).over("contest") == 0)
    taken = pl.col("is_first") | pl.col("leading").ne_missing(pl.col("before"))
    change = pl.when(taken).then(pl.int_range(pl.len())).forward_fill()
    rows = rows.with_columns(leader_since=pl.col("at").gather(change), leader_before=pl.col("before").gather(change))
    last = rows.unique("contest", keep="last", maintain_order=True)
    return last.select(pl.col(name).cast(dtype) for name, dtype in LEADING.items())
