"""
A file of Lok Dhaba as a typed frame, its faults told row by row.

Lok Dhaba (Trivedi Centre for Political Data, Ashoka University) publishes, for each state, one CSV file of
assembly elections (`_AE`) and one of Lok Sabha elections (`_GE`), a row a candidate, NOTA among them. Its
codebook (version 2.0) defines the columns. Only what the Election Commission published is read; the
collection's own columns (`pid`, `Incumbent`, `Turncoat` …) are left where they are, its shares and margins too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.lokdhaba_places import code_of_state
from janadesh.sources.lokdhaba_places import delimitation
from janadesh.sources.lokdhaba_places import house
from janadesh.sources.lokdhaba_places import territory_of_state
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_table import text_table
from janadesh.sources.text_table import unpacked_bytes

MOST_BYTES = 200 * MEGABYTE
CONTEST = ["house", "term", "poll", "delimitation", "territory", "number"]
"""What tells one contest from another; `term` is the number of the assembly or Lok Sabha."""

_WHOLE_NUMBERS = {
    "Assembly_No": "term",
    "Constituency_No": "number",
    "Year": "year",
    "DelimID": "delim",
    "Poll_No": "poll",
    "Position": "position",
}
_MAY_BE_EMPTY = {"month": "month", "Votes": "votes", "Electors": "electors"}
_TEXTS = {"Candidate": "candidate", "Constituency_Name": "seat_name", "Party": "party_code"}
_KEPT_AS_THEY_ARE = {"Constituency_Type": "reservation", "Party_ID": "party_number"}
NEEDED = ("State_Name", *_WHOLE_NUMBERS, *_MAY_BE_EMPTY, *_TEXTS, *_KEPT_AS_THEY_ARE)
"""The columns that have to be there; `Election_Type`, `District_Name`, `Sex` and `Age` are read where they are."""

_GENDERS = {"M": "M", "F": "F", "O": "T"}
_AGES = (18, 110)
"""Ages outside are slips of the source, and unknown."""

_UNSEEN = r"[\u00ad\u200b-\u200f\u2060\ufeff]"
_NOTA_CODES = ("nota", "none of the above")


@dataclass(frozen=True, slots=True)
class Table:
    """
    The rows of a file that can be placed, and the faults of those that cannot.

    `rows` has the columns `row` (in the file, the heading being 1), those of `CONTEST`, `kind` (AE, GE), `code`,
    `year`, `month`, `position`, `candidate`, `gender`, `age`, `party_code`, `party_number`, `votes` and `electors`
    (null where unknown), `seat_name`, `reservation`, `district`, `is_nota` and `uncontested`.
    """

    name: str
    rows: pl.DataFrame
    faults: tuple[Fault, ...]


def read_table(file: Path) -> Table:
    """
    Read a file of Lok Dhaba, plain or gzip-compressed.

    Raises: Refused, where it is too large, no CSV, or lacks a column.
    """
    text = text_table(unpacked_bytes(file, MOST_BYTES, "Split it by state."), file.name)
    missing = [name for name in NEEDED if name not in text.columns]
    if missing:
        cure = "Give a file that ends in _AE.csv or _GE.csv as downloaded from Lok Dhaba."
        raise Refused(file.name, [Fault(file=file.name, problem=f"it lacks {', '.join(missing)}", row=1, cure=cure)])
    if text.is_empty():
        empty = Fault(file=file.name, problem="the file has a heading and no rows", cure="Nothing is to be done.")
        return Table(file.name, _typed(text, file), (empty,))
    rows = _typed(text, file)
    unreadable, rows = _parted(rows, _unplaceable())
    twice, rows = _parted(rows, ~pl.struct(*CONTEST, "position").is_first_distinct())
    second_nota, rows = _parted(rows, pl.col("is_nota") & ~pl.struct(*CONTEST, "is_nota").is_first_distinct())
    rows = rows.with_columns(uncontested=_uncontested())
    no_contest, rows = _parted(rows, pl.col("is_nota") & pl.col("uncontested"))
    faults = [
        *_told(file, unreadable, "the row has an unknown state or a number that cannot be read"),
        *_told(file, twice, "this place in the contest is already taken by a row above"),
        *_told(file, second_nota, "the contest already has NOTA votes in a row above", "votes"),
        *_told(file, no_contest, "nobody voted here, so NOTA has no votes to keep", "votes"),
        *_faults_of_votes(file, rows),
        *_faults_of_electors(file, rows),
    ]
    return Table(file.name, _cleaned(rows), tuple(faults))


def _typed(text: pl.DataFrame, file: Path) -> pl.DataFrame:
    kind = pl.lit("GE" if "_GE" in file.name else "AE")
    if "Election_Type" in text.columns:
        kind = (
            pl.when(pl.col("Election_Type").str.contains("(GE)", literal=True))
            .then(pl.lit("GE"))
            .otherwise(pl.lit("AE"))
        )
    district = pl.col("District_Name") if "District_Name" in text.columns else pl.lit(None, dtype=pl.String)
    numbers = _WHOLE_NUMBERS | _MAY_BE_EMPTY
    return (
        text.with_row_index("row", offset=2)
        .select(
            pl.col("row").cast(pl.Int64),
            "State_Name",
            kind.alias("kind"),
            *(pl.col(old).cast(pl.Int64, strict=False).alias(new) for old, new in numbers.items()),
            *(squashed(pl.col(old)).alias(new) for old, new in _TEXTS.items()),
            *(pl.col(old).alias(new) for old, new in _KEPT_AS_THEY_ARE.items()),
            squashed(district).alias("district"),
            _told_of_candidate(text, "Sex").replace_strict(_GENDERS, default=None).alias("gender"),
            _told_of_candidate(text, "Age").cast(pl.Int64, strict=False).alias("age"),
        )
        .with_columns(age=pl.when(pl.col("age").is_between(*_AGES)).then("age"))
        .with_columns(territory=territory_of_state(), code=code_of_state())
        .with_columns(delimitation=delimitation(), house=house(), is_nota=is_nota())
    )


def _told_of_candidate(text: pl.DataFrame, column: str) -> pl.Expr:
    return pl.col(column) if column in text.columns else pl.lit(None, dtype=pl.String)


def squashed(text: pl.Expr) -> pl.Expr:
    """Take unseen characters and stray blanks out of a text."""
    return text.str.replace_all(_UNSEEN, "").str.replace_all(r"\s+", " ").str.strip_chars()


def is_nota() -> pl.Expr:
    """Tell NOTA's rows from `candidate` and `party_code`."""
    named = pl.col("candidate").str.to_lowercase().is_in(_NOTA_CODES)
    return (
        pl.col("party_code").str.to_lowercase().is_in(_NOTA_CODES) | (named & pl.col("party_code").is_null())
    ).fill_null(False)  # noqa: FBT003


def _unplaceable() -> pl.Expr:
    needed = [
        pl.col(name).is_null()
        for name in (*_WHOLE_NUMBERS.values(), "territory", "delimitation", "candidate", "seat_name")
    ]
    return pl.any_horizontal(*needed) | (pl.col("party_code").is_null() & ~pl.col("is_nota"))


def _uncontested() -> pl.Expr:
    # the source writes no votes, -1, 0, or in Arunachal Pradesh a single vote as a placeholder
    alone = pl.col("is_nota").not_().sum().over(CONTEST) == 1
    return alone & (pl.col("votes").fill_null(0).max().over(CONTEST) <= 1)


def _parted(rows: pl.DataFrame, condition: pl.Expr) -> tuple[pl.DataFrame, pl.DataFrame]:
    marked = rows.with_columns(condition.fill_null(True).alias("_apart"))  # noqa: FBT003
    return marked.filter("_apart").drop("_apart"), marked.filter(~pl.col("_apart")).drop("_apart")


def _told(file: Path, rows: pl.DataFrame, problem: str, column: str | None = None) -> Iterator[Fault]:
    for row in rows.iter_rows(named=True):
        shown = row["candidate"] if column is None else row[column]
        value = None if shown is None else str(shown)
        yield Fault(file=file.name, row=row["row"], column=_published(column), value=value, problem=problem)


def _published(column: str | None) -> str | None:
    return next((old for old, new in _MAY_BE_EMPTY.items() if new == column), None)


def _faults_of_votes(file: Path, rows: pl.DataFrame) -> Iterator[Fault]:
    unknown = ~pl.col("uncontested") & (pl.col("votes").is_null() | (pl.col("votes") < 0))
    yield from _told(file, rows.filter(unknown), "the votes are unknown; only who stood is kept", "votes")


def _faults_of_electors(file: Path, rows: pl.DataFrame) -> Iterator[Fault]:
    first = rows.with_columns(polled=pl.col("votes").clip(0).sum().over(CONTEST)).unique(
        CONTEST, keep="first", maintain_order=True
    )
    fewer = first.filter((pl.col("electors") > 0) & (pl.col("electors") < pl.col("polled")))
    yield from _told(file, fewer, "there are fewer electors than votes; the electors are not kept", "electors")
    yield from _told(file, first.filter(pl.col("electors") <= 0), "no electors are no number of electors", "electors")


def _cleaned(rows: pl.DataFrame) -> pl.DataFrame:
    polled = pl.col("votes").clip(0).sum().over(CONTEST)
    known = pl.when((pl.col("votes") >= 0) & ~pl.col("uncontested")).then("votes")
    believable = pl.when((pl.col("electors") > 0) & (pl.col("electors") >= polled)).then("electors")
    return rows.with_columns(believable.alias("electors")).with_columns(known.alias("votes"))
