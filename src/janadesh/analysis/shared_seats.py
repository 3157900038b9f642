"""Which partner each seat was given to in an election, as known at a moment."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def proposed_seats(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give the seats that the deals of an election gave to partners, those outside the deal left out.

    Returns: `constituency, party, alliance, friendly`, a row a seat and party; `friendly` where partners stand
        against each other there.
    """
    shares = record.frame(model.SeatShare, as_of, election=election).filter(pl.col("arrangement") != "outside")
    friendly = (pl.col("arrangement") == "friendly").any().over("alliance", "constituency")
    return shares.with_columns(friendly=friendly).select("constituency", "party", "alliance", "friendly")
