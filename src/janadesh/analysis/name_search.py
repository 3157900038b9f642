"""Searching many things by their names: spelled alike first, then by their beginning, their words, and nearly alike."""

from __future__ import annotations

from functools import reduce

import polars as pl
from rapidfuzz import fuzz
from rapidfuzz import process

from janadesh import model
from janadesh.names.said_alike import said_alike
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment

OWN_NAMES = ("name", "abbreviation", "short_name")

NEARLY = 82
"""From how much likeness of 100 on (Indel, as rapidfuzz has it) a spelling is nearly the one typed."""
MOST_NEARLY = 50


def searchable(record: Record, noun: type[model.Noun], called: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give every name of every thing of a noun known at a moment, in the form in which `searched` compares them.

    Args:
        record: the record.
        noun: what has names.
        called: the noun in a word, as `Name.noun` has it.
        as_of: the moment; None is now.

    Returns: `id, key`, a row a name, in the order in which things were loaded.
    """
    held = record.frame(noun, as_of)
    own = [held.select("id", name=name) for name in OWN_NAMES if name in held.columns]
    other = record.frame(model.Name, as_of, noun=called).select("name", id="of").select("id", "name")
    names = pl.concat([*own, other]).drop_nulls().unique(maintain_order=True)
    keys = pl.Series("key", list(map(spelling_key, names["name"].to_list())), dtype=pl.String)
    return names.select("id").with_columns(keys).unique(maintain_order=True)


def searched(names: pl.DataFrame, text: str) -> pl.DataFrame:
    """
    Find the things that a text may name.

    Where none has all of its words in a name, those are given that are said like it, if it is written in Devanagari,
    and else those that are spelled nearly like it.

    Args:
        names: as `searchable` gives them.
        text: what was typed.

    Returns: `id, rank`, the best first; things of one rank in the order of `names`.
    """
    key, words = spelling_key(text), [word for word in map(spelling_key, text.split()) if word]
    if not words:
        return pl.DataFrame(schema={"id": pl.String, "rank": pl.Int64})
    has_all = reduce(lambda one, other: one & other, (pl.col("key").str.contains(word, literal=True) for word in words))
    rank = (
        pl.when(pl.col("key") == key)
        .then(0)
        .when(pl.col("key").str.starts_with(key))
        .then(1)
        .when(has_all)
        .then(2)
        .otherwise(None)
        .cast(pl.Int64)
    )
    found = names.with_columns(rank=rank).drop_nulls("rank")
    if found.is_empty():
        found = _said_alike(names, text)
    if found.is_empty():
        found = _nearly(names, key)
    return found.group_by("id", maintain_order=True).agg(pl.col("rank").min()).sort("rank", maintain_order=True)


def _said_alike(names: pl.DataFrame, text: str) -> pl.DataFrame:
    alike = said_alike(text, names["key"].to_list())
    ranks = [200 - round(likeness) for likeness in alike.values()]
    return names[list(alike)].with_columns(rank=pl.Series(ranks, dtype=pl.Int64))


def _nearly(names: pl.DataFrame, key: str) -> pl.DataFrame:
    near = process.extract(key, names["key"].to_list(), scorer=fuzz.ratio, score_cutoff=NEARLY, limit=MOST_NEARLY)
    likeness = {place: 100 - round(score) + 3 for _, score, place in near}
    return names[list(likeness)].with_columns(rank=pl.Series(list(likeness.values()), dtype=pl.Int64))
