"""A `_GA` file of Lok Dhaba as a typed frame: a row a candidate and assembly segment of a Lok Sabha contest."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.lokdhaba_elections import LOK_SABHA_YEARS
from janadesh.sources.lokdhaba_places import code_of_state
from janadesh.sources.lokdhaba_places import delimitation
from janadesh.sources.lokdhaba_places import house
from janadesh.sources.lokdhaba_places import territory_of_state
from janadesh.sources.lokdhaba_seats import with_seats
from janadesh.sources.lokdhaba_table import MOST_BYTES
from janadesh.sources.lokdhaba_table import is_nota
from janadesh.sources.lokdhaba_table import squashed
from janadesh.sources.text_table import text_table
from janadesh.sources.text_table import unpacked_bytes

CONTEST = ["election", "constituency"]

_WHOLE_NUMBERS = {
    "Assembly_No": "term",
    "Constituency_No": "segment",
    "PC_No": "number",
    "Year": "year",
    "DelimID": "delim",
    "Poll_No": "poll",
    "Votes": "votes",
}
_TEXTS = {
    "Candidate": "candidate",
    "Constituency_Name": "segment_name",
    "PC_Name": "seat_name",
    "Party": "party_code",
    "CandID": "listed",
}
NEEDED = ("State_Name", *_WHOLE_NUMBERS, *_TEXTS)


def matches(head: str) -> bool:
    """Tell from a file's first lines whether it is a table of Lok Dhaba by segment (GA)."""
    heading = set(head.partition("\n")[0].strip().lstrip("\ufeff").replace('"', "").split(","))
    return set(NEEDED) <= heading


def read_segments(file: Path) -> tuple[pl.DataFrame, tuple[Fault, ...]]:
    """
    Read a file, plain or gzip-compressed.

    Returns: the rows that can be placed, with `row` (the heading being 1), `election`, `constituency` (of the Lok
        Sabha), `segment`, `segment_name`, `assembly_seat` (its id in the record), `seat_name`, `year`, `listed` (the
        file's number of the candidate), `candidate`, `party_code`, `votes`, `is_nota`; and the faults of the others.
    Raises: Refused, where it is too large, no CSV, or lacks a column.
    """
    text = text_table(unpacked_bytes(file, MOST_BYTES, "Split it by state."), file.name)
    missing = [name for name in NEEDED if name not in text.columns]
    if missing:
        cure = "Give a file that ends in _GA.csv as downloaded from Lok Dhaba."
        raise Refused(file.name, [Fault(file=file.name, problem=f"it lacks {', '.join(missing)}", row=1, cure=cure)])
    rows = _typed(text)
    good = pl.all_horizontal(pl.col(*_WHOLE_NUMBERS.values(), "election", "constituency", "candidate").is_not_null())
    # which by-election of a year one is, the file does not tell
    good &= (pl.col("votes") >= 0) & (pl.col("poll") == 0)
    problem = "the row is of an unknown state or Lok Sabha, of a by-election, or has a number that cannot be read"
    told = [
        Fault(file=file.name, row=row["row"], value=row["candidate"], problem=problem)
        for row in rows.filter(~good).iter_rows(named=True)
    ]
    if text.is_empty():
        told.append(Fault(file=file.name, problem="the file has a heading and no rows", cure="Nothing is to be done."))
    return rows.filter(good), tuple(told)


def _typed(text: pl.DataFrame) -> pl.DataFrame:
    year = pl.col("term").replace_strict(LOK_SABHA_YEARS, default=None, return_dtype=pl.Int64)
    rows = (
        text.with_row_index("row", offset=2)
        .select(
            pl.col("row").cast(pl.Int64),
            "State_Name",
            *(pl.col(old).cast(pl.Int64, strict=False).alias(new) for old, new in _WHOLE_NUMBERS.items()),
            *(squashed(pl.col(old)).alias(new) for old, new in _TEXTS.items()),
        )
        .with_columns(territory=territory_of_state(), code=code_of_state(), election=pl.format("in-ls-{}", year))
        .with_columns(is_nota=is_nota())
    )
    of_assembly = _seats(rows, "AE", "segment")
    return _seats(rows, "GE", "number").with_columns(assembly_seat=of_assembly["constituency"])


def _seats(rows: pl.DataFrame, kind: str, number: str) -> pl.DataFrame:
    placed = rows.with_columns(kind=pl.lit(kind), number=number).with_columns(delimitation=delimitation())
    return with_seats(placed.with_columns(house=house()))
