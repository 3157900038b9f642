"""
Lok Dhaba's constituencies: their ids in the record, and what is said of those the record lacks.

A seat is a house, a delimitation and a number (for the Lok Sabha with the state's code before it). Its
name is spelled anew from election to election; the latest general election's spelling is taken, the
others are `spelling` names.
"""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.record.statements import conformed
from janadesh.sources.lokdhaba_places import LOK_SABHA

_DISTRICT = r"(?i)\s*,?\s*district\b.*$"
_RESERVED = r"(?i)\s*\((SC|ST|BL)\)\s*$"


def with_seats(rows: pl.DataFrame) -> pl.DataFrame:
    """Add `constituency`, the seat's id, to rows with `house`, `delimitation`, `code` and `number`."""
    number = (
        pl.when(pl.col("house") == LOK_SABHA)
        .then(pl.format("{}-{}", "code", "number"))
        .otherwise(pl.col("number").cast(pl.String))
    )
    return rows.with_columns(constituency=pl.format("{}.{}.{}", "house", "delimitation", number))


def seat_statements(rows: pl.DataFrame, held: pl.DataFrame, source: str) -> dict[type[model.Noun], pl.DataFrame]:
    """
    State constituencies that are new, or were known before the record's first word of them, and their spellings.

    Args:
        rows: with `constituency`, `seat_name`, `reservation`, `known_at` and the columns of a seat.
        held: the record's constituencies.
        source: the source's id.
    """
    tidy = rows.with_columns(
        tidy_name=pl.col("seat_name").str.replace(_DISTRICT, "").str.replace(_RESERVED, "").str.strip_chars()
    )
    latest = (
        tidy.sort(pl.col("by_election").not_(), "known_at", "row")
        .group_by("constituency", maintain_order=True)
        .agg(
            pl.col("house", "delimitation", "number", "territory", "tidy_name").last(),
            pl.col("reservation", "district").drop_nulls().last(),
            pl.col("known_at").min(),
        )
    )
    return {
        model.Constituency: _constituencies(latest, held, source),
        model.Name: _spellings(tidy, latest, held, source),
    }


def _constituencies(latest: pl.DataFrame, held: pl.DataFrame, source: str) -> pl.DataFrame:
    new = latest.join(held, left_on="constituency", right_on="id", how="anti").select(
        "house",
        "delimitation",
        "number",
        "territory",
        "district",
        "known_at",
        id="constituency",
        name=pl.col("tidy_name").str.to_titlecase(),
        official_name="tidy_name",
        reservation="reservation",
        source=pl.lit(source),
        note=pl.when(pl.col("reservation").is_null()).then(pl.lit("The source does not say whether it is reserved")),
    )
    first = latest.select(id="constituency", first="known_at")
    earlier = held.join(first, on="id").filter(pl.col("known_at") > pl.col("first"))
    # a segment's Lok Sabha seat may be newer than the segment
    earlier = earlier.with_columns(known_at="first", source=pl.lit(source), within=pl.lit(None, dtype=pl.String))
    return pl.concat([conformed(model.Constituency, new), conformed(model.Constituency, earlier)])


def _spellings(tidy: pl.DataFrame, latest: pl.DataFrame, held: pl.DataFrame, source: str) -> pl.DataFrame:
    said = (
        tidy.group_by("constituency", "tidy_name")
        .agg(pl.col("known_at").min())
        .join(latest.select("constituency", chosen="tidy_name"), on="constituency")
        .join(held.select(constituency="id", held_name="official_name"), on="constituency", how="left")
        .sort("constituency", "known_at", "tidy_name")
    )
    others = [
        row
        for row in said.iter_rows(named=True)
        if spelling_key(row["tidy_name"]) != spelling_key(row["held_name"] or row["chosen"])
    ]
    frame = pl.DataFrame(others, schema=said.schema) if others else said.clear()
    unique = frame.unique(["constituency", "tidy_name"], keep="first", maintain_order=True)
    return conformed(
        model.Name,
        unique.select(
            noun=pl.lit("constituency"),
            of="constituency",
            name="tidy_name",
            kind=pl.lit("spelling"),
            known_at="known_at",
            source=pl.lit(source),
        ),
    )
