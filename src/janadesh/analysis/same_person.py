"""
One person across elections: which candidacies are the same person's, told from names, places, parties and ages.

No person id is needed. Names are compared by their words (`names.person_names`), pairs worth comparing are taken
from blocks (`same_person_pairs`), each is given log-odds (`same_person_evidence`), and candidacies are put together
(`same_person_clusters`). Candidacies of different states are never linked: namesakes are too many.
"""

from __future__ import annotations

import polars as pl

from janadesh.analysis.same_person_clusters import Limits
from janadesh.analysis.same_person_clusters import clusters
from janadesh.analysis.same_person_evidence import scored
from janadesh.analysis.same_person_pairs import candidate_pairs
from janadesh.names.person_names import name_forms
from janadesh.names.person_names import sounds
from janadesh.names.spelling import spelling_key

LIMITS = Limits(pair=0.5, together=-1.0, two_seats=1.0, not_compared=-4.0)
"""How sure a link must be; docs/explanation/people.md says how these were chosen."""

CANDIDACIES: dict[str, pl.DataType] = {
    "territory": pl.String(),
    "house": pl.String(),
    "election": pl.String(),
    "constituency": pl.String(),
    "map": pl.String(),
    "number": pl.Int64(),
    "place": pl.String(),
    "district": pl.String(),
    "when": pl.Float64(),
    "name": pl.String(),
    "party": pl.String(),
    "independent": pl.Boolean(),
    "gender": pl.String(),
    "age": pl.Float64(),
    "share": pl.Float64(),
    "person": pl.String(),
}
"""The columns that linking reads; `district, gender, age, share, person` may be null or missing."""


def same_person(
    candidacies: pl.DataFrame, other_names: pl.DataFrame | None = None, limits: Limits = LIMITS
) -> pl.DataFrame:
    """
    Number the persons among candidacies.

    Args:
        candidacies: a row for each, with the columns

            territory     the state; only candidacies of one state are linked
            house         assembly, parliament or council
            election      its id; two seats at one election need stronger evidence
            constituency  its id; an election and constituency are one contest, and nobody stands twice in one
            map           the delimitation: numbers of one map and house are compared
            number, place, district   of the constituency; numbers run across a state, so near numbers are neighbours
            when          the year, with its fraction
            name          as the ballot paper has it
            party, independent   the party's id, and whether that is the heading of independents
            gender, age   where known; ages are taken with tolerance
            share         of the contest's votes, 0 to 1, where known
            person        the id of the person where already known: such are never parted, nor two of them joined

        other_names: `person, name`: other names of persons already known, nicknames and spellings.
        limits: how sure a link must be.

    Returns: the candidacies, in their order, with `number_of_person`: equal for candidacies of one person.
    """
    given = candidacies.with_columns(
        (pl.col(name).cast(dtype) if name in candidacies.columns else pl.lit(None, dtype=dtype)).alias(name)
        for name, dtype in CANDIDACIES.items()
    ).with_row_index("at")
    told = other_names if other_names is not None else pl.DataFrame(schema={"person": pl.String, "name": pl.String})
    parts = [_of_state(part, told, limits) for part in given.partition_by("territory", maintain_order=True)]
    if not parts:
        return candidacies.with_columns(number_of_person=pl.lit(None, dtype=pl.Int64))
    numbered = pl.concat(parts)
    # a person whom the record knows may have stood in several states
    first = pl.col("number_of_person").min().over("person")
    whole = pl.when(pl.col("person").is_null()).then(None).otherwise(first)
    merged = numbered.with_columns(known=whole).with_columns(
        number_of_person=pl.coalesce(pl.col("known").min().over("number_of_person"), "number_of_person")
    )
    return candidacies.with_columns(merged.sort("at")["number_of_person"].cast(pl.Int64))


def _of_state(part: pl.DataFrame, other_names: pl.DataFrame, limits: Limits) -> pl.DataFrame:
    rows = comparable(part)
    names = forms(rows, other_names)
    pairs = candidate_pairs(names, places(rows))
    contest = rows.select("row", contest=pl.struct("election", "constituency"))
    apart = (
        pairs.join(contest, left_on="left", right_on="row")
        .join(contest, left_on="right", right_on="row", suffix="_2")
        .filter(pl.col("contest") != pl.col("contest_2"))
        .select("left", "right")
    )
    group = clusters(
        scored(rows, names, apart),
        list(rows.select("election", "constituency").iter_rows()),
        rows["election"].to_list(),
        rows["person"].to_list(),
        limits,
    )
    at = rows["at"].to_list()
    return rows.select("at", "person", number_of_person=pl.Series([at[row] for row in group], dtype=pl.Int64))


def comparable(candidacies: pl.DataFrame) -> pl.DataFrame:
    """Number the candidacies of a state from 0 as `row`, and add what evidence compares: keys, places, namesakes."""
    place_names = {name: spelling_key(name) for name in {*candidacies["place"], *candidacies["district"]} if name}
    heard = [" ".join(sorted(sounds(found[0]))) if (found := name_forms(n)) else "" for n in candidacies["name"]]
    rows = candidacies.with_row_index("row").with_columns(
        pl.col("place", "district").replace_strict(place_names, default=None, return_dtype=pl.String),
        along=pl.col("number") / pl.col("number").max().over("house", "map"),
        heard=pl.Series(heard, dtype=pl.String),
    )
    # a district that later maps name is the district of a seat of that name before
    by_place = (
        rows.filter(pl.col("district").is_not_null()).group_by("place").agg(found=pl.col("district").mode().min())
    )
    return (
        rows.join(by_place, on="place", how="left", maintain_order="left")
        .with_columns(
            pl.col("place").fill_null(""),
            district=pl.coalesce("district", "found"),
            namesakes=pl.len().over("heard"),
            crowd=pl.len().over("heard") / pl.col("election").n_unique().over("heard"),
            gender=pl.col("gender").str.slice(0, 1).str.to_uppercase(),
        )
        .drop("found", "heard")
    )


def forms(rows: pl.DataFrame, other_names: pl.DataFrame) -> pl.DataFrame:
    """Give `row, words`: each form of each candidacy's name, and of the other names of its person where known."""
    known = rows.select("row", "person").join(other_names, on="person").select("row", "name")
    every = pl.concat([rows.select("row", "name"), known]).unique(maintain_order=True)
    read = [(row, list(words)) for row, name in every.iter_rows() for words in name_forms(name or "")]
    return pl.DataFrame(read, schema={"row": pl.UInt32, "words": pl.List(pl.String)}, orient="row").unique(
        maintain_order=True
    )


def places(rows: pl.DataFrame) -> pl.DataFrame:
    """Give `row, place`: the seat's name and the district of each candidacy."""
    district = rows.filter(pl.col("district").is_not_null()).select("row", place="district: " + pl.col("district"))
    return pl.concat([rows.select("row", "place"), district])
