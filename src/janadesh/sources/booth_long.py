"""
Long booth tables: a row a polling station and candidate, as gathered for Gujarat 2014.

Columns: `pc`, `pc_name`, `ac`, `booth`, `candidate`, `party`, `votes`; half a million rows. NOTA is not among
the candidates. Published as CSV by https://github.com/datameet/india-election-data.
"""

from __future__ import annotations

import polars as pl

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.booth_table import STATION
from janadesh.sources.booth_table import STATION_SCHEMA
from janadesh.sources.booth_table import VOTE_SCHEMA
from janadesh.sources.booth_table import Ballot
from janadesh.sources.booth_table import BoothTable
from janadesh.sources.booth_table import OnBallot
from janadesh.sources.booth_table import numbered_again
from janadesh.sources.booth_table import set_aside
from janadesh.sources.text_table import text_table

COLUMNS = ("pc", "pc_name", "ac", "booth", "candidate", "party", "votes")
_TURN = "turn"
"""Which station of one number a row is of, for auxiliary stations printed without their letter."""


def long_booths(file: str, content: bytes) -> BoothTable:
    """
    Read a long table of polling stations.

    A station with a cell that is no number is set aside whole. One that is there twice with the same
    votes is kept once; with other votes, as two stations.

    Raises: Refused, where it is no CSV of this heading.
    """
    rows = _rows(file, content)
    unreadable = pl.any_horizontal(pl.col("pc", "segment", "station", "votes").is_null()) | (pl.col("votes") < 0)
    rows = rows.with_columns(
        pl.col("candidate", "party").str.strip_chars(), ballot=pl.col("pc").rank("dense").cast(pl.Int64) - 1
    )
    rows = rows.with_columns(turn=pl.col("row").rank("ordinal").over(*STATION, "candidate", "party"))
    rows = rows.with_columns(bad=unreadable.any().over(*STATION, _TURN))
    stations = rows.unique([*STATION, _TURN], keep="first", maintain_order=True)
    bad = stations.filter("bad")
    rows, copies = _without_copies(rows.filter(~pl.col("bad")))
    kept = rows.unique([*STATION, _TURN], keep="first", maintain_order=True)
    named, again = numbered_again(file, kept)
    names = named.select("ballot", "segment", _TURN, "station", old=kept["station"])
    votes = rows.join(names, left_on=[*STATION, _TURN], right_on=["ballot", "segment", "old", _TURN], suffix="_new")
    ballots, places = _ballots(file, rows)
    votes = votes.join(places, on=["ballot", "candidate", "party"]).select(
        "ballot", "segment", pl.col("station_new").alias("station"), pl.col("place").alias("candidate"), "votes"
    )
    empty = [
        pl.lit(None, dtype=dtype).alias(name) for name, dtype in STATION_SCHEMA.items() if name not in named.columns
    ]
    return BoothTable(
        file=file,
        ballots=ballots,
        stations=named.with_columns(empty).select(pl.col(name).cast(dtype) for name, dtype in STATION_SCHEMA.items()),
        votes=votes.select(pl.col(name).cast(dtype) for name, dtype in VOTE_SCHEMA.items()),
        told=(
            *set_aside(file, bad, "some of its votes are no whole numbers"),
            *set_aside(file, copies, "the same station with the same votes is above"),
            *again,
        ),
    )


def _rows(file: str, content: bytes) -> pl.DataFrame:
    table = text_table(content, file, COLUMNS)
    if table.is_empty():
        problem = "there is no row under the heading"
        raise Refused(file, [Fault(file=file, row=1, problem=problem, cure="Give the table as published.")])
    return table.with_row_index("row", offset=2).select(
        pl.col("row").cast(pl.Int64),
        "candidate",
        "party",
        pc=pl.col("pc").cast(pl.Int64, strict=False),
        pc_name=pl.col("pc_name").str.strip_chars(),
        segment=pl.col("ac").cast(pl.Int64, strict=False),
        station=pl.col("booth").str.strip_chars(),
        votes=pl.col("votes").str.strip_chars().cast(pl.Int64, strict=False),
    )


def _without_copies(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Take out stations that a station of the same number above is the same as, vote for vote."""
    by_station = rows.group_by(*STATION, _TURN, maintain_order=True).agg(
        pl.col("row").first(), said=pl.struct("candidate", "votes").sort().hash().implode()
    )
    is_copy = ~pl.struct(*STATION, "said").is_first_distinct()
    copies = by_station.filter(is_copy)
    return rows.join(copies, on=[*STATION, _TURN], how="anti", maintain_order="left"), copies


def _ballots(file: str, rows: pl.DataFrame) -> tuple[tuple[Ballot, ...], pl.DataFrame]:
    listed = rows.unique(["ballot", "candidate", "party"], keep="first", maintain_order=True).with_columns(
        place=pl.col("row").rank("ordinal").over("ballot").cast(pl.Int64) - 1
    )
    ballots = []
    for _, of_ballot in listed.sort("ballot", "place").group_by("ballot", maintain_order=True):
        first = of_ballot.row(0, named=True)
        candidates = of_ballot.select("candidate", "party").iter_rows()
        ballots.append(
            Ballot(
                candidates=tuple(OnBallot(name=name, party=party) for name, party in candidates),
                row=first["row"],
                file=file,
                number=first["pc"],
                name=first["pc_name"],
            )
        )
    return tuple(ballots), listed.select("ballot", "candidate", "party", "place")
