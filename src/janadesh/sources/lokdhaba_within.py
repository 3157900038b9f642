"""Which Lok Sabha constituency an assembly constituency is within, as votes by segment show it."""

from __future__ import annotations

import polars as pl
from rapidfuzz import fuzz
from rapidfuzz import process

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.statements import conformed
from janadesh.sources.lokdhaba import SOURCE

_LEAST_LIKENESS = 75


def seats_within(segments: pl.DataFrame, record: Record) -> pl.DataFrame:
    """
    State what Lok Sabha constituency those assembly constituencies are within of which the record does not say it.

    A segment is the constituency of its number on the map of the year, where it is also alike by name: segments of
    migrants have numbers too. Of several elections the last counts.

    Args:
        segments: `constituency` (of the Lok Sabha), `assembly_seat`, `segment_name`, `known_at`.
        record: has the assembly constituencies.
    """
    last = segments.sort("known_at").unique("assembly_seat", keep="last", maintain_order=True)
    ids = last["assembly_seat"].drop_nulls().to_list()
    held = record.frame(model.Constituency, id=ids).filter(pl.col("within").is_null())
    names = record.frame(model.Name, noun="constituency", of=ids).select(id="of", called="name")
    called = pl.concat([held.select("id", called="name"), held.select("id", called="official_name"), names])
    by_id = dict(called.group_by("id").agg("called").iter_rows())
    both = held.join(last.select("segment_name", "constituency", id="assembly_seat", seen="known_at"), on="id")
    alike = [is_alike(name, by_id[seat]) for seat, name in both.select("id", "segment_name").iter_rows()]
    said = both.filter(pl.Series(alike, dtype=pl.Boolean)).with_columns(
        within="constituency", known_at=pl.max_horizontal("known_at", "seen"), source=pl.lit(SOURCE.id)
    )
    return conformed(model.Constituency, said)


def is_alike(name: str, names: list[str]) -> bool:
    """Tell whether a name is one of a constituency's, spelling and word order aside."""
    keys = [spelling_key(each) for each in names if each]
    return process.extractOne(spelling_key(name), keys, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS) is not None
