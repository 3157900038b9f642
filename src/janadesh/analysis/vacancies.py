"""Which seats of a house fell vacant after an election, and who was elected in more seats than one may keep."""

from __future__ import annotations

import datetime as dt

import polars as pl

from janadesh import model
from janadesh.analysis.found import the_election
from janadesh.analysis.rules import rule_of
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def vacancies(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give the seats won in an election that have fallen vacant since, as known at a moment, earliest first.

    Returns: `constituency, number, constituency_name, on_date, reason, person, person_name, known_at, source`.
    Raises: NotInRecord.
    """
    found = the_election(record, election, as_of)
    seats = record.frame(model.Constituency, as_of).select("number", constituency="id", constituency_name="name")
    people = record.frame(model.Person, as_of).select(person="id", person_name="name")
    return (
        record.frame(model.Vacancy, as_of, election=found.id)
        .join(seats, on="constituency", how="left")
        .join(people, on="person", how="left")
        .select(
            *("constituency", "number", "constituency_name", "on_date", "reason"),
            *("person", "person_name", "known_at", "source"),
        )
        .sort("on_date", "number")
    )


def filled_since(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give the members whom by-elections have since put into the seats that fell vacant, as known at a moment.

    Returns: `constituency, election` (the by-election), `serial, party`; of several by-elections to one seat the last.
    """
    left = record.frame(model.Vacancy, as_of, election=election).group_by("constituency").agg(pl.col("on_date").max())
    seats = left["constituency"].to_list()
    declared = (
        record.frame(model.Declaration, as_of, constituency=seats)
        .filter(pl.col("election") != election, pl.col("winner").is_not_null())
        .join(left, on="constituency")
        .filter(pl.col("known_at").dt.date() > pl.col("on_date"))
        .sort("known_at")
        .unique("constituency", keep="last", maintain_order=True)
        .select("constituency", "election", serial="winner")
    )
    stood = record.frame(model.Candidacy, as_of, constituency=seats).select(
        "constituency", "election", "serial", "party"
    )
    return declared.join(stood, on=["constituency", "election", "serial"], how="left")


def elected_more_than_once(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give who was elected in several seats of an election, and by when all but one have to be given up.

    Returns: a row a seat, `person, person_name, constituency, constituency_name, declared, give_up_by, given_up`;
        `give_up_by` is null where no law is known, `given_up` the day on which the seat was, or null.
    Raises: NotInRecord.
    """
    found = the_election(record, election, as_of)
    declared = record.frame(model.Declaration, as_of, election=found.id).select(
        "constituency", serial="winner", declared=pl.col("known_at")
    )
    law = rule_of(record, found.id, "several seats", as_of)
    within = dt.timedelta(days=law.days) if law and law.days is not None else None
    seats = record.frame(model.Constituency, as_of).select("number", constituency="id", constituency_name="name")
    people = record.frame(model.Person, as_of).select(person="id", person_name="name")
    left = record.frame(model.Vacancy, as_of, election=found.id).select("constituency", "person", given_up="on_date")
    day = pl.col("declared").dt.convert_time_zone(found.time_zone).dt.date()
    return (
        record.frame(model.Candidacy, as_of, election=found.id)
        .select("constituency", "serial", "person")
        .join(declared, on=["constituency", "serial"])
        .filter(pl.col("person").is_not_null(), pl.len().over("person") > 1)
        .join(seats, on="constituency", how="left")
        .join(people, on="person", how="left")
        .join(left, on=["constituency", "person"], how="left")
        # all have to be decided by then, so it is the last declaration that counts
        .with_columns(declared=day, give_up_by=day.max().over("person") + pl.lit(within, dtype=pl.Duration))
        .sort("person", "number")
        .select(
            *("person", "person_name", "constituency", "constituency_name", "declared", "give_up_by", "given_up"),
        )
    )
