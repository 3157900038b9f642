"""
Observations made ready for counting: in one order, without repetitions, one figure a candidacy and moment.

Whatever the order in which observations arrive, and however often, they are the same after this.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from janadesh.sources.observations import CONTEST
from janadesh.sources.observations import FIGURES
from janadesh.sources.observations import Observations

_AT_ONCE = [*CONTEST, "serial", "observed_at"]
_LEAD_AT_ONCE = [*CONTEST, "observed_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InOrder:
    """
    Observations in order.

    - `votes`, `leads`: at most one row a candidacy, or contest, and moment.
    - `beside`: figures shown in the same second as higher ones, by a page that was older.
    """

    votes: pl.DataFrame
    leads: pl.DataFrame
    beside: pl.DataFrame


def in_order(observed: Observations) -> InOrder:
    """
    Sort observations, drop repetitions, and of two figures for one candidacy at one moment keep the higher.

    Two scrapers at work at once may be served an old page and a new one in the same second.
    """
    votes = observed.votes.sort(*_AT_ONCE, "total", "evm", "postal", "status", "page", nulls_last=False)
    last = votes.select(pl.struct(_AT_ONCE).is_last_distinct()).to_series()
    kept, others = votes.filter(last), votes.filter(~last)
    differing = others.join(kept.select(*_AT_ONCE, *FIGURES), on=[*_AT_ONCE, *FIGURES], how="anti", nulls_equal=True)
    leads = observed.leads.sort(*_LEAD_AT_ONCE, "status", "margin", "leading", "trailing", "page", nulls_last=False)
    return InOrder(
        votes=kept,
        leads=leads.unique(_LEAD_AT_ONCE, keep="last", maintain_order=True),
        beside=differing.unique([*_AT_ONCE, *FIGURES], keep="first", maintain_order=True),
    )


def up_to(observed: Observations, end: dt.datetime) -> Observations:
    """Give the observations made by a moment, that second included."""
    seen = pl.col("observed_at") <= end
    return Observations(votes=observed.votes.filter(seen), leads=observed.leads.filter(seen))


def batches(observed: Observations, about: int) -> Iterator[tuple[dt.datetime, Observations]]:
    """
    Cut observations into batches of about so many rows, in order of time; no second is ever parted.

    Yields: the last moment of a batch, and the batch.
    """
    counts = (
        pl.concat([observed.votes.select("observed_at"), observed.leads.select("observed_at")])
        .group_by("observed_at")
        .len()
        .sort("observed_at")
        .with_columns(batch=(pl.col("len").cum_sum() - 1) // about)
    )
    numbered = counts.select("observed_at", "batch")
    votes = observed.votes.join(numbered, on="observed_at", how="left").partition_by("batch", as_dict=True)
    leads = observed.leads.join(numbered, on="observed_at", how="left").partition_by("batch", as_dict=True)
    for (number,), moments in counts.group_by("batch", maintain_order=True):
        end: dt.datetime = moments["observed_at"].max()  # type: ignore[assignment]
        yield (
            end,
            Observations(
                votes=votes[number,].drop("batch") if (number,) in votes else observed.votes.clear(),
                leads=leads[number,].drop("batch") if (number,) in leads else observed.leads.clear(),
            ),
        )
