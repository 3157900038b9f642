"""
Wide booth tables: a row a polling station, a column a candidate. Form 20 as CSV, and Uttar Pradesh 2014.

- Form 20 (Conduct of Elections Rules 1961, rule 56C): one file a parliamentary constituency, with its
  number and name and the segment's in each row, then `polling_station`, a column for each candidate,
  `total_valid`, `rejected`, `nota`, `total`, `tendered`.
- Uttar Pradesh 2014: one file an assembly segment, named by its number, in a folder or tar archive. Two
  heading rows; electors and voters by gender; candidates as `1 - NAME`, NOTA among them; a total. Neither
  constituency nor party is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.booth_table import STATION_SCHEMA
from janadesh.sources.booth_table import VOTE_SCHEMA
from janadesh.sources.booth_table import Ballot
from janadesh.sources.booth_table import BoothTable
from janadesh.sources.booth_table import OnBallot
from janadesh.sources.booth_table import numbered_again
from janadesh.sources.booth_table import set_aside
from janadesh.sources.text_table import text_table

FORM_20 = ("pc_no", "pc_name", "ac_no", "polling_station", "total_valid", "rejected", "nota", "total", "tendered")
SEGMENT_FILE = ("Part No", "Part Name", "Total No. of electors", "Tendered Voter", "Total Votes Secured")
_NUMBERED = re.compile(r"^\d+\s*-\s*")
_NUMBER = r"^\d+$"


def form_20(file: str, content: bytes) -> BoothTable:
    """
    Read Form 20 of one parliamentary constituency.

    Raises: Refused, where it is no CSV of this heading.
    """
    table = text_table(content, file).with_row_index("row", offset=2).with_columns(pl.col("row").cast(pl.Int64))
    headings = table.columns
    missing = [column for column in FORM_20 if column not in headings]
    if missing or table.is_empty():
        problem = f"it lacks {', '.join(missing)}" if missing else "there is no row under the heading"
        raise Refused(file, [Fault(file=file, row=1, problem=problem, cure="Give Form 20 as CSV.")])
    first = table.row(0, named=True)
    names = headings[headings.index("polling_station") + 1 : headings.index("total_valid")]
    ballot = Ballot(
        candidates=(*(OnBallot(name=name) for name in names), OnBallot(name="NOTA")),
        row=2,
        file=file,
        number=_whole(first["pc_no"]),
        name=first["pc_name"],
    )
    valid = pl.sum_horizontal(names)
    fits = (valid == pl.col("total_valid")) & (
        pl.col("total_valid") + pl.col("rejected") + pl.col("nota") == pl.col("total")
    )
    stations = table.select(
        "row",
        *_numbers([*names, "total_valid", "rejected", "nota", "total", "tendered"]),
        ballot=pl.lit(0, dtype=pl.Int64),
        segment=pl.col("ac_no").cast(pl.Int64, strict=False),
        station=pl.col("polling_station").str.strip_chars(),
        name=pl.lit(None, dtype=pl.String),
        electors=pl.lit(None, dtype=pl.Int64),
        voters=pl.lit(None, dtype=pl.Int64),
    )
    return _checked(file, stations, fits, ballot, [*names, "nota"], ("total_valid", "rejected", "nota", "total"))


def segment_file(file: str, segment: int, content: bytes, ballot_number: int = 0) -> BoothTable:
    """
    Read the stations of one assembly segment, in the layout of Uttar Pradesh 2014.

    Args:
        file: what faults call the file.
        segment: its number, which only the file's name tells.
        content: the file.
        ballot_number: what the frames have in `ballot`.

    Raises: Refused, where it is no CSV of this layout.
    """
    # the first heading row holds titles of groups, so that Male and Female are there twice
    table = (
        text_table(content, file, skip_rows=1)
        .with_row_index("row", offset=3)
        .with_columns(pl.col("row").cast(pl.Int64))
    )
    if any(column not in table.columns for column in SEGMENT_FILE):
        missing = ", ".join(column for column in SEGMENT_FILE if column not in table.columns)
        raise Refused(
            file, [Fault(file=file, row=2, problem=f"it lacks {missing}", cure="Give the file as published.")]
        )
    headings = table.columns
    columns = headings[headings.index("Tendered Voter") + 1 : headings.index("Total Votes Secured")]
    candidates = tuple(OnBallot(name=" ".join(_NUMBERED.sub("", column).split())) for column in columns)
    voters = headings[headings.index("No of voters identifying using EPIC") - 1]
    fits = pl.sum_horizontal(columns) == pl.col("Total Votes Secured")
    stations = table.select(
        "row",
        *_numbers([*columns, "Total Votes Secured"]),
        ballot=pl.lit(ballot_number, dtype=pl.Int64),
        segment=pl.lit(segment, dtype=pl.Int64),
        station=pl.col("Part No").str.strip_chars(),
        name=pl.col("Part Name").str.strip_chars(),
        electors=pl.col("Total No. of electors").cast(pl.Int64, strict=False),
        voters=pl.col(voters).cast(pl.Int64, strict=False),
        rejected=pl.lit(None, dtype=pl.Int64),
        tendered=pl.col("Tendered Voter").cast(pl.Int64, strict=False),
    )
    ballot = Ballot(candidates=candidates, row=2, file=file)
    return _checked(file, stations, fits, ballot, columns, ("Total Votes Secured",))


def together(file: str, tables: Sequence[BoothTable]) -> BoothTable:
    """Put the tables of several segments together; those of the same candidates share a ballot."""
    ballots: list[Ballot] = []
    numbers: dict[tuple[str, ...], int] = {}
    stations, votes = [], []
    for table in tables:
        names = tuple(one.name for one in table.ballots[0].candidates)
        number = numbers.setdefault(names, len(ballots))
        if number == len(ballots):
            ballots.append(table.ballots[0])
        renumbered = pl.lit(number, dtype=pl.Int64)
        stations.append(table.stations.with_columns(ballot=renumbered))
        votes.append(table.votes.with_columns(ballot=renumbered))
    return BoothTable(
        file=file,
        ballots=tuple(replace(ballot) for ballot in ballots),
        stations=pl.concat(stations),
        votes=pl.concat(votes),
        told=tuple(fault for table in tables for fault in table.told),
    )


def _numbers(columns: Sequence[str]) -> list[pl.Expr]:
    return [pl.col(column).cast(pl.Int64, strict=False) for column in columns]


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and re.match(_NUMBER, text) else None


def _checked(
    file: str,
    stations: pl.DataFrame,
    fits: pl.Expr,
    ballot: Ballot,
    columns: Sequence[str],
    totals: Sequence[str],
) -> BoothTable:
    unreadable = pl.any_horizontal(pl.col(*columns, *totals, "station", "segment").is_null())
    negative = pl.any_horizontal(pl.col(*columns) < 0)
    marked = stations.with_columns(unreadable=unreadable, wrong=~fits | negative)
    no_numbers = marked.filter("unreadable")
    wrong = marked.filter(~pl.col("unreadable") & pl.col("wrong"))
    kept, again = numbered_again(file, marked.filter(~pl.col("unreadable") & ~pl.col("wrong")))
    places = {column: place for place, column in enumerate(columns)}
    votes = kept.unpivot(columns, index=["ballot", "segment", "station"], variable_name="column", value_name="votes")
    return BoothTable(
        file=file,
        ballots=(ballot,),
        stations=kept.select(pl.col(name).cast(dtype) for name, dtype in STATION_SCHEMA.items()),
        votes=votes.with_columns(candidate=pl.col("column").replace_strict(places, return_dtype=pl.Int64)).select(
            pl.col(name).cast(dtype) for name, dtype in VOTE_SCHEMA.items()
        ),
        told=(
            *set_aside(file, no_numbers, "some of its votes are missing or no whole numbers"),
            *set_aside(file, wrong, "its votes do not add up to its total"),
            *again,
        ),
    )
