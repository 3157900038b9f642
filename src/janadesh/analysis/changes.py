"""What parties and alliances gained and lost from one election to the next."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.parties import tallied
from janadesh.analysis.parties import with_declared
from janadesh.analysis.party_descents import carried_on
from janadesh.record.book import Record
from janadesh.record.moments import Moment

_PARTY = ["party", "party_name", "party_short", "colour"]
_ALLIANCE = ["alliance", "alliance_name", "alliance_short", "colour"]
_MEASURES = ("won", "contested", "votes", "share")


def party_changes(record: Record, election: str, earlier: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each party's seats and votes at two elections, and the change.

    A party that was renamed or merged is compared with the one that carries it on.

    Returns: `party, party_name, party_short, colour`, then for each of `won`, `contested`, `votes` and `share` its
        value, `…_before` and `…_change`; 0 where the party did not stand. Most seats first.
    """
    frames = [_of_parties(record, e, as_of) for e in (election, earlier)]
    return _compared(tallied(frames[0], _PARTY), tallied(frames[1], _PARTY), _PARTY)


def alliance_changes(record: Record, election: str, earlier: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each alliance's seats and votes at two elections, with the members that it has at the later one.

    So like is compared with like: what the same parties had apart, or in other alliances, is added up.

    Returns: as `party_changes`, with `alliance, alliance_name, alliance_short, colour` for the party's columns.
    """
    frames = [
        alliance_of_candidacies(record, _of_parties(record, e, as_of), election, as_of) for e in (election, earlier)
    ]
    return _compared(tallied(frames[0], _ALLIANCE), tallied(frames[1], _ALLIANCE), _ALLIANCE)


def _of_parties(record: Record, election: str, as_of: Moment | None) -> pl.DataFrame:
    names = record.frame(model.Party, as_of).select(
        party="id", party_name="name", party_short="abbreviation", colour="colour"
    )
    rows = with_declared(record, election, as_of).drop("party_name", "party_short", "colour")
    moved = rows.with_columns(pl.col("party").replace(carried_on(record, as_of)))
    return moved.join(names, on="party", how="left", maintain_order="left")


def _compared(now: pl.DataFrame, then: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    key, names = by[0], by[1:]
    both = now.select(*by, *_MEASURES).join(
        then.select(*by, *_MEASURES), on=key, how="full", coalesce=True, suffix="_before"
    )
    named = both.with_columns(pl.coalesce(name, f"{name}_before").alias(name) for name in names)
    counts = named.with_columns(pl.col(*_MEASURES, *(f"{m}_before" for m in _MEASURES)).fill_null(0))
    # counts are unsigned, and a loss is below zero
    signed = counts.with_columns(pl.col(m, f"{m}_before").cast(pl.Int64) for m in ("won", "contested", "votes"))
    changed = signed.with_columns((pl.col(m) - pl.col(f"{m}_before")).alias(f"{m}_change") for m in _MEASURES)
    columns = [column for m in _MEASURES for column in (m, f"{m}_before", f"{m}_change")]
    return changed.select(*by, *columns).sort("won", "votes", "votes_before", key, descending=[True, True, True, False])
