"""
Which election a contest of Lok Dhaba belongs to, and by when its result was known.

General elections to an assembly are `in-<state>-<year>`, with the month behind it where a state voted twice
in a year; by-elections of a year are one election each state, `in-<state>-<year>-by`. The polls of one
Lok Sabha are one election, also where a state voted a year later (Assam and Punjab 1985, Punjab 1992).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl

from janadesh.sources.lokdhaba_places import LOK_SABHA
from janadesh.sources.lokdhaba_table import CONTEST

INDIA = "Asia/Kolkata"

LOK_SABHA_YEARS: Mapping[int, int] = {
    3: 1962, 4: 1967, 5: 1971, 6: 1977, 7: 1980, 8: 1984, 9: 1989, 10: 1991,
    11: 1996, 12: 1998, 13: 1999, 14: 2004, 15: 2009, 16: 2014, 17: 2019,
}  # fmt: skip
"""The year of the general election to each Lok Sabha."""

_COUNTED_LATER: Mapping[str, int] = {
    "in-ls-1991": 6, "in-ls-1996": 5, "in-ls-1999": 10, "in-ls-2004": 5, "in-ls-2009": 5, "in-ls-2014": 5,
    "in-ls-2019": 5, "in-tn-1996": 5, "in-wb-1996": 5, "in-as-1996": 5, "in-py-1996": 5, "in-jk-1996": 10,
    "in-up-1996": 10, "in-wb-2011": 5, "in-ap-2019": 5, "in-ar-2019": 5, "in-od-2019": 5, "in-sk-2019": 5,
}  # fmt: skip
"""The month of the count where the source's `month` is before it: that of a first poll, or mistaken."""


def with_elections(rows: pl.DataFrame, count_days: Mapping[str, dt.date]) -> pl.DataFrame:
    """
    Add `election`, `election_year`, `by_election` and `known_at` to the rows of `lokdhaba_table.Table`.

    A result counts as known from the end of the day of the count, where the record's schedule has it,
    else of the last day of the month of the result, and for by-elections, whose month is not told, of the year.

    Args:
        rows: the table's rows.
        count_days: the day of the count by election id.
    """
    year_of_term = pl.col("term").replace_strict(LOK_SABHA_YEARS, default=None, return_dtype=pl.Int64)
    is_lok_sabha = pl.col("house") == LOK_SABHA
    by_election = pl.col("poll") > 0
    year = pl.when(is_lok_sabha & ~by_election).then(pl.coalesce(year_of_term, "year")).otherwise("year")
    contests = (
        rows.unique(CONTEST, keep="first", maintain_order=True)
        .with_columns(by_election=by_election, election_year=year)
        .with_columns(place=pl.when(is_lok_sabha).then(pl.lit("in-ls")).otherwise("territory"))
    )
    seat_in_year = ["place", "territory", "delimitation", "number", "year", "by_election"]
    again = pl.col("term").rank("ordinal").over([*seat_in_year])
    generals = pl.col("term").n_unique().over("place", "election_year", "by_election")
    contests = contests.sort("term", "poll").with_columns(
        election=pl.when("by_election")
        .then(
            pl.format("{}-{}-by", "place", "election_year")
            + pl.when(again > 1).then(pl.format("-{}", again)).otherwise(pl.lit(""))
        )
        .when((generals > 1) & ~is_lok_sabha)
        .then(pl.format("{}-{}-{}", "place", "election_year", pl.col("month").fill_null(12)))
        .otherwise(pl.format("{}-{}", "place", "election_year"))
    )
    contests = contests.with_columns(known_at=_known_at(contests, count_days))
    return rows.join(
        contests.select(*CONTEST, "election", "election_year", "by_election", "known_at"),
        on=CONTEST,
        how="left",
        maintain_order="left",
    )


def election_rows(
    rows: pl.DataFrame, held: pl.DataFrame, houses: Mapping[str, str], source: str
) -> Iterator[dict[str, Any]]:
    """
    State the elections that the record lacks, and that one of a single territory there is now told for all.

    Args:
        rows: with what `with_elections` adds.
        held: the record's elections, those of earlier years too.
        houses: names of houses by id.
        source: the source's id.
    """
    in_record = {row["id"]: row for row in held.iter_rows(named=True)}
    elections = (
        rows.group_by("election")
        .agg(
            pl.col("house").first(),
            pl.col("election_year").first(),
            pl.col("by_election").first(),
            pl.col("known_at").min(),
            pl.col("known_at").max().alias("complete_at"),
            pl.col("territory").unique().sort().alias("territories"),
            pl.col("month").first(),
        )
        .sort("known_at", "election")
    )
    latest = _latest_general(held)
    for row in elections.iter_rows(named=True):
        election, house = row["election"], row["house"]
        partial = row["territories"][0] if house == LOK_SABHA and len(row["territories"]) == 1 else None
        if election in in_record:
            there = in_record[election]
            if there["territory"] and row["territories"] != [there["territory"]]:
                yield {**there, "territory": None, "known_at": row["known_at"], "source": source, "note": None}
        else:
            previous = _before(latest.get(house, []), row["election_year"])
            name = f"{houses.get(house, house)} {'by-elections' if row['by_election'] else 'election'}"
            yield {
                "id": election,
                "name": f"{name}, {_when(row)}",
                "house": house,
                "year": row["election_year"],
                "kind": "by-election" if row["by_election"] else "general",
                "time_zone": INDIA,
                "previous": None if row["by_election"] else previous,
                "territory": partial,
                "known_at": row["known_at"],
                "source": source,
            }
        if not row["by_election"]:
            latest.setdefault(house, []).append((row["election_year"], election))


def _when(row: Mapping[str, Any]) -> str:
    # where a state voted twice in a year the id ends in the month
    if row["election"].endswith(f"-{row['election_year']}-{row['month']}"):
        return dt.date(row["election_year"], row["month"], 1).strftime("%B %Y")
    again = row["election"].rpartition("-by-")[2]
    return f"{row['election_year']} ({again})" if again.isdigit() and row["by_election"] else str(row["election_year"])


def _latest_general(held: pl.DataFrame) -> dict[str, list[tuple[int, str]]]:
    generals = held.filter(pl.col("kind") == "general").sort("year")
    found: dict[str, list[tuple[int, str]]] = {}
    for house, year, election in generals.select("house", "year", "id").iter_rows():
        found.setdefault(house, []).append((year, election))
    return found


def _before(generals: Iterable[tuple[int, str]], year: int) -> str | None:
    earlier = [(held_year, election) for held_year, election in generals if held_year < year]
    return max(earlier)[1] if earlier else None


def _known_at(contests: pl.DataFrame, count_days: Mapping[str, dt.date]) -> pl.Series:
    days = []
    for row in contests.select("election", "year", "election_year", "month", "by_election").iter_rows(named=True):
        day = count_days.get(row["election"]) if row["year"] == row["election_year"] else None
        if day is None:
            month = None if row["by_election"] else row["month"]
            if month is not None:
                month = _COUNTED_LATER.get(row["election"], month)
            day = _last_day(row["year"], month or 12)
        days.append(dt.datetime.combine(day, dt.time(23, 59, 59), ZoneInfo(INDIA)).astimezone(dt.UTC))
    return pl.Series("known_at", days, dtype=pl.Datetime("us", "UTC"))


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
