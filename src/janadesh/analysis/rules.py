"""Which rules an election was held under, with the law that makes each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import polars as pl

from janadesh import model
from janadesh.analysis.found import the_election
from janadesh.analysis.territories import countries_of_houses
from janadesh.analysis.territories import country_of
from janadesh.laws.law import KINDS
from janadesh.laws.law import Law
from janadesh.laws.law import law_on
from janadesh.laws.law import laws_of
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.reading_once import read_once


def rules_of(record: Record, election: str, as_of: Moment | None = None) -> tuple[Law, ...]:
    """
    Give the rules in force on an election's day, those for other houses left out.

    Returns: none where the record does not say the country, or the country has no rules here.
    Raises: NotInRecord.
    """
    found = the_election(record, election, as_of)
    country, day = country_of(record, election, as_of), day_of(record, election, as_of)
    return (
        ()
        if country is None
        else tuple(x for x in laws_of(country) if x.in_force(day) and x.house in {None, found.house})
    )


def rule_of(record: Record, election: str, kind: str, as_of: Moment | None = None) -> Law | None:
    """
    Give the rule of a kind (one of `laws.law.KINDS`) in force on an election's day, or None where none is known.

    Raises: NotInRecord; ValueError, for a kind that there is not.
    """
    if kind not in KINDS:
        raise ValueError(f"there is no kind of rule {kind!r}; the kinds are {', '.join(KINDS)}")
    return law_on(country_of(record, election, as_of), kind, day_of(record, election, as_of))


def rule_of_elections(
    record: Record, elections: Sequence[str], kind: str, as_of: Moment | None = None
) -> dict[str, Law | None]:
    """Give `rule_of` for each of many elections; one that the record does not know is left out."""
    record = read_once(record)
    held = record.frame(model.Election, as_of, id=list(elections))
    steps = record.frame(model.ScheduleEntry, as_of, election=list(elections), event=["poll", "count"])
    days = dict(steps.group_by("election").agg(pl.col("on_date").max()).iter_rows())
    countries = countries_of_houses(record, held["house"].unique().to_list(), as_of)
    return {
        election: law_on(countries[house], kind, days.get(election) or dt.date(year, 12, 31))
        for election, house, year in held.select("id", "house", "year").iter_rows()
    }


def day_of(record: Record, election: str, as_of: Moment | None = None) -> dt.date:
    """
    Give the last day on which an election was polled or counted, as known; the last of its year where no day is.

    Raises: NotInRecord.
    """
    steps = record.frame(model.ScheduleEntry, as_of, election=election, event=["poll", "count"])
    return dt.date(the_election(record, election, as_of).year, 12, 31) if steps.is_empty() else max(steps["on_date"])


def rules_table(laws: tuple[Law, ...]) -> pl.DataFrame:
    """Put rules into a frame: `kind, says, law, since, until`."""
    schema = {"kind": pl.String, "says": pl.String, "law": pl.String, "since": pl.Date, "until": pl.Date}
    return pl.DataFrame([(x.kind, x.says, x.law, x.since, x.until) for x in laws], schema=schema, orient="row")
