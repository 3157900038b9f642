"""
Which party an abbreviation of Lok Dhaba means.

The collection gives abbreviations without names, and one abbreviation served several parties in sixty
years (SP was not the Samajwadi Party in 1975). The record's party is meant where it was known by the
year of the election, or where the collection's own number for the party (`Party_ID`) shows that it is
the same as one of later years. Of several parties that an abbreviation may mean, a national or state
party goes first, and one that merely has these initials goes last: official tables print no
abbreviations, so initials are made up for the parties found in them. Every other abbreviation is a
party of its own, for which no name is made up.

What a record knows of parties grows with every load, so an abbreviation may come to mean another party.
A candidacy that an earlier load of the collection gave a party keeps it, if the abbreviation may mean
that party at all: the same file loaded again says the same, and a corrected abbreviation is heeded.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from janadesh.names.spelling import spelling_key
from janadesh.sources.party_names import abbreviation

_INDEPENDENT = ("ind", "independent", "iind", "i")
_NAMELESS = " (abbreviation only"
_RECOGNISED, _OWN, _OTHER_NAME, _INITIALS = range(4)
_RECOGNISED_KINDS = ("national", "state")
_WHO = ["election", "constituency", "serial"]
_CODE = ["party_code", "party_number"]


@dataclass(frozen=True, slots=True)
class _Called:
    """That a party is called so: how surely an abbreviation means it (0 most), and the year it is known since."""

    party: str
    rank: int
    since: int


def with_parties(rows: pl.DataFrame, parties: pl.DataFrame, names: pl.DataFrame, loaded: pl.DataFrame) -> pl.DataFrame:
    """
    Add `party`, `party_name` and `party_short` to the rows of `lokdhaba_table.Table`; null for NOTA.

    Args:
        rows: with `party_code`, `party_number`, `year`, `is_nota`, and `election`, `constituency`, `serial`.
        parties: the record's parties, with `known_at` of the first word of each.
        names: the record's other names.
        loaded: the candidacies that earlier loads of the collection made.
    """
    called = _by_abbreviation(parties, names)
    has_independents = "in-ind" in parties["id"]
    said = (
        rows.filter(~pl.col("is_nota"))
        .group_by(_CODE)
        .agg(first=pl.col("year").min(), last=pl.col("year").max())
        .sort(_CODE, nulls_last=False)
    )
    found = [
        (code, number, *_party(code, number, last, called, has_independents=has_independents))
        for code, number, last in said.select("party_code", "party_number", "last").iter_rows()
    ]
    columns = dict.fromkeys((*_CODE, "party", "party_name", "party_short"), pl.String)
    table = pl.DataFrame(found, schema=columns, orient="row")
    joined = rows.join(table, on=_CODE, how="left", nulls_equal=True, maintain_order="left")
    if loaded.height:
        joined = _with_those_loaded(joined, loaded, said, called)
    return joined.with_columns(
        pl.when("is_nota").then(None).otherwise(pl.col(name)).alias(name)
        for name in ("party", "party_name", "party_short")
    )


def _with_those_loaded(
    rows: pl.DataFrame, loaded: pl.DataFrame, said: pl.DataFrame, called: Mapping[str, Sequence[_Called]]
) -> pl.DataFrame:
    """Put the party that an earlier load gave a candidacy, where its abbreviation may mean that party."""
    may_mean = [
        (code, number, party, party)
        for code, number in said.select(_CODE).iter_rows()
        for party in {_own_id(code, number), *(each.party for each in called.get(spelling_key(code), ()))}
    ]
    columns = dict.fromkeys((*_CODE, "loaded", "kept"), pl.String)
    before = loaded.select(*_WHO, loaded="party")
    kept = rows.join(before, on=_WHO, how="left", maintain_order="left").join(
        pl.DataFrame(may_mean, schema=columns, orient="row"),
        on=[*_CODE, "loaded"],
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )
    return kept.with_columns(pl.coalesce("kept", "party").alias("party")).drop("loaded", "kept")


def _party(
    code: str, number: str | None, last: int, called: Mapping[str, Sequence[_Called]], *, has_independents: bool
) -> tuple[str, str | None, str | None]:
    key = spelling_key(code)
    if key in _INDEPENDENT and has_independents:
        return "in-ind", None, None
    meant = _meant(called.get(key, ()), last)
    if meant is not None:
        return meant, None, None
    name = f"{code}{_NAMELESS})" if number is None else f"{code}{_NAMELESS}, Lok Dhaba {number})"
    return _own_id(code, number), name, name


def _own_id(code: str, number: str | None) -> str:
    """Name a party that is known by an abbreviation alone."""
    key = spelling_key(code)
    return f"in-code-{key}" if number is None else f"in-code-{key}-{number}"


def _meant(called: Sequence[_Called], last: int) -> str | None:
    """Give the party most surely meant by an abbreviation last used in a year; None where none is, or several are."""
    # a party first known after the last candidate is a later namesake
    there = [each for each in called if each.since <= last]
    surest = min((each.rank for each in there), default=None)
    meant = {each.party for each in there if each.rank == surest}
    return meant.pop() if len(meant) == 1 else None


def _by_abbreviation(parties: pl.DataFrame, names: pl.DataFrame) -> dict[str, list[_Called]]:
    since = dict(parties.select("id", pl.col("known_at").dt.year()).iter_rows())
    called: dict[str, list[_Called]] = {}
    for name, party, rank in (*_own_names(parties), *_other_names(names)):
        if (key := spelling_key(name)) and party in since:
            called.setdefault(key, []).append(_Called(party, rank, since[party]))
    return called


def _own_names(parties: pl.DataFrame) -> Iterator[tuple[str, str, int]]:
    # what has no name but an abbreviation and a number is meant by both together alone
    named = parties.filter(~pl.col("name").str.contains(_NAMELESS, literal=True))
    for party, name, short, kind in named.select("id", "name", "abbreviation", "kind").iter_rows():
        rank = _RECOGNISED if kind in _RECOGNISED_KINDS else _OWN
        yield name, party, rank
        is_made_up = rank == _OWN and short == abbreviation(name)
        yield short, party, _INITIALS if is_made_up else rank


def _other_names(names: pl.DataFrame) -> Iterator[tuple[str, str, int]]:
    other = names.filter(pl.col("noun") == "party", pl.col("kind").is_in(["short", "spelling", "former"]))
    for party, name in other.select("of", "name").iter_rows():
        yield name, party, _OTHER_NAME


def party_statements(rows: pl.DataFrame, parties: pl.DataFrame, source: str) -> pl.DataFrame:
    """
    State parties that are new, and that a party of the record was known before the record's first word of it.

    Args:
        rows: with `party`, `party_name`, `party_short`, `known_at`.
        parties: the record's parties, with `known_at` of the first word of each.
        source: the source's id.
    """
    first = (
        rows.filter(pl.col("party").is_not_null())
        .sort("known_at")
        .group_by("party", maintain_order=True)
        .agg(pl.col("known_at").first(), pl.col("party_name").first(), pl.col("party_short").first())
    )
    held = parties.select("id", "name", "abbreviation", "kind", "colour", since="known_at")
    every = first.join(held, left_on="party", right_on="id", how="left")
    new_or_earlier = every.filter(pl.col("since").is_null() | (pl.col("since") > pl.col("known_at")))
    return new_or_earlier.select(
        id="party",
        name=pl.coalesce("name", "party_name"),
        abbreviation=pl.coalesce("abbreviation", "party_short"),
        kind=pl.coalesce("kind", pl.lit("registered")),
        colour="colour",
        known_at="known_at",
        source=pl.lit(source),
        note=pl.when(pl.col("since").is_null()).then(pl.lit("The source gives no name")),
    ).sort("id")
