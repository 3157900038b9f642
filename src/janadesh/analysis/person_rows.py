"""The record's candidacies as the rows that linking reads, and the other names of the persons it knows."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.same_person import CANDIDACIES
from janadesh.analysis.votes import PLACE
from janadesh.analysis.votes import counted_so_far
from janadesh.record.book import Record
from janadesh.record.moments import Moment

SOURCE = model.Source(
    id="same-person",
    title="Candidacies linked by name, place and party",
    publisher="Janadesh",
    kind="derived",
    note="Reasoned from the record, not said by any authority; see docs/explanation/people.md",
)
"""Who says that candidacies are one person's; its own statements are no evidence for further ones."""


def candidacy_rows(record: Record, as_of: Moment | None = None, territory: str | None = None) -> pl.DataFrame:
    """
    Give every candidacy known at a moment as `same_person` reads it, NOTA not among them.

    A territory whose seats carry on from another's, as Ladakh's from the state of Jammu and Kashmir, is taken
    together with it.

    Args:
        record: the record.
        as_of: the moment; None is now.
        territory: only candidacies in constituencies of this state and of what it is taken together with.

    Returns: `election, constituency, serial`, the columns of `same_person.CANDIDACIES`, and `linked`, the person
        by an earlier link, who is not in `person`; sorted by the first three.
    """
    seats = record.frame(model.Constituency, as_of).select(
        "house", "number", "district", "territory", constituency="id", map="delimitation", place="name"
    )
    came_from = _came_from(record, as_of)
    seats = seats.with_columns(pl.col("territory").replace(came_from))
    if territory is not None:
        seats = seats.filter(pl.col("territory") == came_from.get(territory, territory))
    kinds = record.frame(model.House, as_of).unique("id", keep="first").select(house="id", kind="kind")
    people = record.frame(model.Person, as_of).select("gender", person="id")
    parties = record.frame(model.Party, as_of).select(party="id", independent=pl.col("kind") == "independent")
    share = pl.col("votes") / pl.col("votes").sum().over(PLACE)
    return (
        record.frame(model.Candidacy, as_of)
        .select(
            *PLACE,
            "serial",
            "name",
            "party",
            person=pl.when(pl.col("source") != SOURCE.id).then("person"),
            linked=pl.when(pl.col("source") == SOURCE.id).then("person"),
        )
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
        .select(*PLACE, "serial", "linked", *(name for name in CANDIDACIES if name not in PLACE))
        .sort(*PLACE, "serial")
    )


def other_names(record: Record, as_of: Moment | None = None, *, with_links: bool = False) -> pl.DataFrame:
    """Give `person, name`: each name that the record has for a person; those by earlier links only `with_links`."""
    own = record.frame(model.Person, as_of).select("name", "source", person="id")
    other = record.frame(model.Name, as_of, noun="person").select("name", "source", person="of")
    told = pl.concat([own, other]).filter(pl.lit(with_links) | (pl.col("source") != SOURCE.id))
    return told.select("person", "name").unique(maintain_order=True)


def _came_from(record: Record, as_of: Moment | None) -> dict[str, str]:
    """Map a territory to the one that its seats were of before, back to the first."""
    of_seat = dict(record.frame(model.Constituency, as_of).select("id", "territory").iter_rows())
    lineage = record.frame(model.Lineage, as_of).select("constituency", "predecessor").iter_rows()
    before = {of_seat[later]: of_seat[earlier] for later, earlier in lineage if of_seat[later] != of_seat[earlier]}
    found: dict[str, str] = {}
    for territory in before:
        passed = [territory]
        while (further := before.get(passed[-1])) is not None and further not in passed:
            passed.append(further)
        found[territory] = passed[-1]
    return found


def _when(record: Record, as_of: Moment | None) -> pl.DataFrame:
    polls = record.frame(model.ScheduleEntry, as_of, event=["poll", "count"])
    days = polls.group_by("election").agg(day=pl.col("on_date").max())
    years = record.frame(model.Election, as_of).select("year", election="id")
    of_day = pl.col("day").dt.year() + pl.col("day").dt.ordinal_day() / 366
    return years.join(days, on="election", how="left").select("election", when=of_day.fill_null(pl.col("year") + 0.5))


def _votes(record: Record, as_of: Moment | None) -> pl.DataFrame:
    tallies = record.frame(model.Tally, as_of).filter(pl.col("serial") != model.NOTA)
    return tallies.select(*PLACE, "serial", votes=counted_so_far().cast(pl.Float64))
