"""
Who lists of leads show ahead while votes are counted.

The lists come minutes, at first hours, before the pages with each candidate's votes; whichever was seen last counts.
"""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment

_CONTEST = ("election", "constituency")
_BEHIND_BOTH = 3
"""The first place for who is neither ahead nor next."""


def leads_shown(
    record: Record, election: str, as_of: Moment | None = None, constituency: str | None = None
) -> pl.DataFrame:
    """
    Give the contests in which a list of leads was seen last: not before votes, nor where votes are final.

    Returns: `election, constituency, leading, trailing, lead_margin`: ballot serials, and votes between the two.
    """
    seat = {} if constituency is None else {"constituency": constituency}
    leads = record.frame(model.Lead, as_of, election=election, **seat).filter(pl.col("leading").is_not_null())
    shown = leads.select(*_CONTEST, "leading", "trailing", "known_at", lead_margin="margin")
    if shown.is_empty():
        return shown.drop("known_at")
    counted = (
        record.frame(model.Tally, as_of, election=election, **seat)
        .group_by(_CONTEST)
        .agg(tallied_at=pl.col("known_at").max(), is_final=(pl.col("status") == "final").any())
    )
    is_older = (pl.col("known_at") < pl.col("tallied_at")) | pl.col("is_final")
    return (
        shown.join(counted, on=_CONTEST, how="left", maintain_order="left")
        .filter(~is_older.fill_null(value=False))
        .drop("known_at", "tallied_at", "is_final")
    )


def with_leads(rows: pl.DataFrame, leads: pl.DataFrame) -> pl.DataFrame:
    """Put whom leads show ahead at `position` 1 of their contest, and whom they show next at 2; by `serial`."""
    if leads.is_empty():
        return rows
    position, serial = pl.col("position"), pl.col("serial")
    placed = (
        pl.when(serial == pl.col("leading"))
        .then(1)
        .when(serial == pl.col("trailing"))
        .then(2)
        .when(pl.col("leading").is_not_null() & position.is_not_null())
        .then(pl.max_horizontal(position, _BEHIND_BOTH))
        .otherwise(position)
    )
    return (
        rows.join(leads, on=_CONTEST, how="left", maintain_order="left")
        .with_columns(position=placed.cast(rows.schema["position"]))
        .drop("leading", "trailing", "lead_margin")
    )
