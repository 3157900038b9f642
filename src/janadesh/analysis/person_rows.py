"""The record's candidacies as the rows that linking reads, and the other names of the persons it knows."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.same_person import CANDIDACIES
from janadesh.analysis.votes import PLACE
from janadesh.analysis.votes import counted_so_far
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def candidacy_rows(record: Record, as_of: Moment | None = None, territory: str | None = None) -> pl.DataFrame:
    """
    Give every candidacy known at a moment as `same_person` reads it, NOTA not among them.

    A constituency's territory is its state; a state that was divided keeps apart what was of each part.

    Args:
        record: the record.
        as_of: the moment; None is now.
        territory: only candidacies in constituencies of this state.

    Returns: `election, constituency, serial` and the columns of `same_person.CANDIDACIES`, in the record's order.
    """
    seats = record.frame(model.Constituency, as_of).select(
        "house", "number", "district", "territory", constituency="id", map="delimitation", place="name"
    )
    if territory is not None:
        seats = seats.filter(pl.col("territory") == territory)
    kinds = record.frame(model.House, as_of).unique("id", keep="first").select(house="id", kind="kind")
    people = record.frame(model.Person, as_of).select("gender", person="id")
    parties = record.frame(model.Party, as_of).select(party="id", independent=pl.col("kind") == "independent")
    share = pl.col("votes") / pl.col("votes").sum().over(PLACE)
    return (
        record.frame(model.Candidacy, as_of)
        .select(*PLACE, "serial", "name", "party", "person")
        .join(seats, on="constituency", maintain_order="left")
        .join(kinds, on="house", how="left", maintain_order="left")
        .join(parties, on="party", how="left", maintain_order="left")
        .join(people, on="person", how="left", maintain_order="left")
        .join(_when(record, as_of), on="election", how="left", maintain_order="left")
        .join(_votes(record, as_of), on=[*PLACE, "serial"], how="left", maintain_order="left")
        .with_columns(
            house="kind",
            share=share.fill_nan(None),
            independent=pl.col("independent").fill_null(value=False),
            age=pl.lit(None, dtype=pl.Float64),
        )
        .select(*PLACE, "serial", *(name for name in CANDIDACIES if name not in PLACE))
    )


def other_names(record: Record, as_of: Moment | None = None) -> pl.DataFrame:
    """Give `person, name`: each name that the record has for a person, nicknames and spellings too."""
    own = record.frame(model.Person, as_of).select("name", person="id")
    other = record.frame(model.Name, as_of, noun="person").select("name", person="of")
    return pl.concat([own, other]).unique(maintain_order=True).select("person", "name")


def _when(record: Record, as_of: Moment | None) -> pl.DataFrame:
    polls = record.frame(model.ScheduleEntry, as_of, event=["poll", "count"])
    days = polls.group_by("election").agg(day=pl.col("on_date").max())
    years = record.frame(model.Election, as_of).select("year", election="id")
    of_day = pl.col("day").dt.year() + pl.col("day").dt.ordinal_day() / 366
    return years.join(days, on="election", how="left").select("election", when=of_day.fill_null(pl.col("year") + 0.5))


def _votes(record: Record, as_of: Moment | None) -> pl.DataFrame:
    tallies = record.frame(model.Tally, as_of).filter(pl.col("serial") != model.NOTA)
    return tallies.select(*PLACE, "serial", votes=counted_so_far().cast(pl.Float64))
