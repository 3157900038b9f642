"""
Which candidacies are worth comparing: those that share a rare word of the name, two words, or a place and a word.

Comparing every candidacy of a state with every other is hopeless, so pairs are taken from blocks that agree on a
key (the blocking of record linkage; Christen, Data Matching, 2012, chapter 4). A block that grows too large is
cut down to the places in it, since a common name far from home links nobody anyway.
"""

from __future__ import annotations

import polars as pl

from janadesh.names.person_names import sounds
from janadesh.names.sound import joined_sound_key

_LARGEST = 120
"""Candidacies in a block that are all compared with each other; larger blocks are divided by place."""
_COMMON = 0.04
"""A word in more than this share of names says nothing within a place."""


def candidate_pairs(names: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """
    Give the pairs of candidacies that are compared.

    Args:
        names: `row, words` (a list), a row for each form of each candidacy's name.
        places: `row, place` (a word or number for where it is), several for one candidacy where it has several.

    Returns: `left, right`, rows of candidacies, left below right, each pair once.
    """
    heard = _heard(names)
    whole = heard.group_by("row", "form").agg(key=pl.col("sound").sort().str.join(" ")).select("row", "key")
    two = (
        heard.join(heard.drop("together"), on=["row", "form"], suffix="_2")
        .filter((pl.col("sound") < pl.col("sound_2")) & (_is_word("sound") | _is_word("sound_2")))
        .select("row", key=pl.concat_str("sound", "sound_2", separator=" + "))
    )
    heard = heard.filter(_is_word("sound"))
    one = heard.select("row", key="sound")
    run_together = heard.select("row", key=pl.col("together"))
    keys = pl.concat([whole, two, one, run_together]).unique()
    size = pl.len().over("key")
    small = keys.filter(size.is_between(2, _LARGEST))
    local = (
        pl.concat([keys.filter(size > _LARGEST), _beginnings(heard)])
        .unique()
        .join(places, on="row")
        .select("row", key=pl.concat_str("place", "key", separator=": "))
        .unique()
    )
    return pl.concat([_pairs_within(small), _pairs_within(local)]).unique()


def _heard(names: pl.DataFrame) -> pl.DataFrame:
    distinct = names.select("words").unique()
    told = [sounds(tuple(words)) for words in distinct["words"].to_list()]
    together = [joined_sound_key(tuple(words)) + "." for words in distinct["words"].to_list()]
    heard = distinct.with_columns(
        sound=pl.Series(told, dtype=pl.List(pl.String)), together=pl.Series(together, dtype=pl.String)
    ).with_row_index("form")
    return names.join(heard, on="words").select("row", "form", "sound", "together").explode("sound")


def _is_word(column: str) -> pl.Expr:
    return pl.col(column).str.len_chars() > 1


def _beginnings(heard: pl.DataFrame) -> pl.DataFrame:
    """Key a word by how it begins, so that misspelt names meet within a place."""
    rare = pl.len().over("sound") <= _COMMON * heard["row"].n_unique()
    return heard.filter(rare).select("row", key=pl.col("sound").str.slice(0, 2) + "-").unique()


def _pairs_within(keys: pl.DataFrame) -> pl.DataFrame:
    sized = keys.with_columns(size=pl.len().over("key")).filter(pl.col("size") > 1)
    pairs = sized.join(sized, on="key", suffix="_2").filter(pl.col("row") < pl.col("row_2"))
    return pairs.select(left="row", right="row_2").unique()
