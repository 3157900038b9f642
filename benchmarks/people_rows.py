"""Lok Dhaba's rows as candidacies to link, with `pid` beside them as the measure."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from janadesh.names.person_names import name_forms
from janadesh.names.spelling import spelling_key

_KIND = {"AE": "assembly", "GE": "parliament"}
_WHEN = pl.col("Year").cast(pl.Float64) + pl.col("month").cast(pl.Float64, strict=False).fill_null(6) / 12


def candidacies_of(shared: Path, state: str, since: int = 1990) -> pl.DataFrame:
    """Read a state's `_AE` and `_GE` files: the columns of `same_person.CANDIDACIES`, and `pid`; NOTA left out."""
    files = [
        pl.read_csv(shared / "data" / "lokdhaba" / f"{state}_{kind}.csv.gz", infer_schema=False).with_columns(
            house=pl.lit(house), when=_WHEN
        )
        for kind, house in _KIND.items()
    ]
    # the files of parliament have no ages
    rows = pl.concat(files, how="diagonal_relaxed")
    contest = pl.concat_str(
        "house", "Assembly_No", "Constituency_No", "Poll_No", "Year", "month", separator="-", ignore_nulls=True
    )
    votes = pl.col("Votes").cast(pl.Float64, strict=False).clip(0)
    kept = (pl.col("Party") != "NOTA") & (pl.col("pid").fill_null("") != "") & (pl.col("when") >= since)
    return rows.filter(kept).select(
        "house",
        "when",
        "pid",
        territory=pl.lit(state),
        election=pl.concat_str("house", "Assembly_No", "Year", "month", separator="-", ignore_nulls=True),
        constituency=contest,
        map="DelimID",
        number=pl.col("Constituency_No").cast(pl.Int64),
        place="Constituency_Name",
        district="District_Name",
        name=pl.col("Candidate").fill_null(""),
        party=pl.col("Party").str.to_uppercase().replace("INDEPENDENT", "IND"),
        independent=pl.col("Party").str.to_uppercase().is_in(["IND", "INDEPENDENT"]),
        gender="Sex",
        age=pl.col("Age").cast(pl.Float64, strict=False),
        share=(votes / votes.sum().over(contest)).fill_nan(None),
        year=pl.col("Year").cast(pl.Int64),
    )


def sure_misses(rows: pl.DataFrame) -> pl.Series:
    """
    Give each row's `pid`, those joined that are plainly one person's.

    Two rows are so where the name is the same word for word (titles dropped, `Mohd` and the like written out, in
    any order), of two words or more, the seat has the same name in the same house, the elections differ, and the
    party is the same one (not independents) with ages that do not speak against it, or both ages fit within 1.5 years.
    """
    told = rows.with_row_index("row").with_columns(
        key=pl.Series([_words_sorted(name) for name in rows["name"]], dtype=pl.String),
        seat=pl.Series([spelling_key(p) for p in rows["place"]]),
    )
    both = told.join(told, on=["key", "seat", "house"], suffix="_2").filter(
        (pl.col("row") < pl.col("row_2")) & (pl.col("election") != pl.col("election_2"))
    )
    off = (pl.col("age") - pl.col("age_2") - pl.col("when") + pl.col("when_2")).abs()
    same_party = (pl.col("party") == pl.col("party_2")) & ~pl.col("independent") & (off <= 6.5).fill_null(value=True)
    joined = both.filter((same_party | (off <= 1.5)) & (pl.col("pid") != pl.col("pid_2")))
    root: dict[str, str] = {}

    def top(pid: str) -> str:
        while pid in root:
            pid = root[pid]
        return pid

    for one, other in joined.select("pid", "pid_2").unique().sort("pid", "pid_2").iter_rows():
        if top(one) != top(other):
            root[top(one)] = top(other)
    return pl.Series("pid", [top(pid) for pid in rows["pid"]])


def _words_sorted(name: str) -> str | None:
    forms = name_forms(name)
    return " ".join(sorted(forms[0])) if forms and len(forms[0]) > 1 else None
