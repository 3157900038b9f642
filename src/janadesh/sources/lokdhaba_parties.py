"""
Which party an abbreviation of Lok Dhaba means.

The collection gives abbreviations without names, and one abbreviation served several parties in sixty
years (SP was not the Samajwadi Party in 1975). The record's party is meant where it was known by the
year of the election, or where the collection's own number for the party (`Party_ID`) shows that it is
the same as one of later years. Every other is a party of its own, for which no name is made up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from janadesh.names.spelling import spelling_key

_INDEPENDENT = ("ind", "independent", "iind", "i")
_ONLY_ABBREVIATION = re.compile(r" \(abbreviation only\)$")


def with_parties(rows: pl.DataFrame, parties: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """
    Add `party`, `party_name` and `party_short` to the rows of `lokdhaba_table.Table`; null for NOTA.

    Args:
        rows: with `party_code`, `party_number`, `year`, `is_nota`.
        parties: the record's parties.
        names: the record's other names.
    """
    since = dict(parties.select("id", pl.col("known_at").dt.year()).iter_rows())
    known = _by_abbreviation(parties, names)
    said = (
        rows.filter(~pl.col("is_nota"))
        .group_by("party_code", "party_number")
        .agg(first=pl.col("year").min(), last=pl.col("year").max())
        .sort("party_code", "party_number", nulls_last=False)
    )
    found = [
        (code, number, *_party(code, number, last, known, since))
        for code, number, last in said.select("party_code", "party_number", "last").iter_rows()
    ]
    columns = dict.fromkeys(("party_code", "party_number", "party", "party_name", "party_short"), pl.String)
    table = pl.DataFrame(found, schema=columns, orient="row")
    joined = rows.join(table, on=["party_code", "party_number"], how="left", nulls_equal=True, maintain_order="left")
    return joined.with_columns(
        pl.when("is_nota").then(None).otherwise(pl.col(name)).alias(name)
        for name in ("party", "party_name", "party_short")
    )


def _party(
    code: str, number: str | None, last: int, known: Mapping[str, str], since: Mapping[str, int]
) -> tuple[str, str | None, str | None]:
    key = spelling_key(code)
    if key in _INDEPENDENT and "in-ind" in since:
        return "in-ind", None, None
    held = known.get(key)
    # a party first known after its last candidate under this number is a later namesake
    if held is not None and since[held] <= last:
        return held, None, None
    if number is None:
        return f"in-code-{key}", f"{code} (abbreviation only)", f"{code} (abbreviation only)"
    name = f"{code} (abbreviation only, Lok Dhaba {number})"
    return f"in-code-{key}-{number}", name, name


def _by_abbreviation(parties: pl.DataFrame, names: pl.DataFrame) -> dict[str, str]:
    called: dict[str, set[str]] = {}
    for party, name, short in parties.select("id", "name", "abbreviation").iter_rows():
        for each in (name, short):
            called.setdefault(spelling_key(_ONLY_ABBREVIATION.sub("", each)), set()).add(party)
    sure = {key: ids.copy() for key, ids in called.items()}
    other = names.filter(pl.col("noun") == "party", pl.col("kind").is_in(["short", "spelling", "former"]))
    for party, name in other.select("of", "name").iter_rows():
        if spelling_key(name) not in sure:
            called.setdefault(spelling_key(name), set()).add(party)
    return {key: next(iter(ids)) for key, ids in called.items() if key and len(ids) == 1}


def party_statements(rows: pl.DataFrame, parties: pl.DataFrame, source: str) -> pl.DataFrame:
    """
    State parties that are new, and that a party of the record was known before the record's first word of it.

    Args:
        rows: with `party`, `party_name`, `party_short`, `known_at`.
        parties: the record's parties.
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
