"""
What `janadesh show` tells of a thing: sections, each a table of its own.

One function for each noun gathers the answers of several questions; none of them reckons anything.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliances
from janadesh.analysis.alliances import alliances_of_party
from janadesh.analysis.alliances import seat_share_totals
from janadesh.analysis.earlier import earlier_contests
from janadesh.analysis.house import house_size
from janadesh.analysis.margins import with_margins
from janadesh.analysis.offices import with_names
from janadesh.analysis.parties import party_results
from janadesh.analysis.schedule import schedule
from janadesh.analysis.things import NAMED
from janadesh.analysis.things import Thing
from janadesh.analysis.votes import candidate_votes
from janadesh.cli.dated_tables import alliances_table
from janadesh.cli.dated_tables import offices_table
from janadesh.cli.dated_tables import schedule_table
from janadesh.cli.result_tables import candidacies_table
from janadesh.cli.result_tables import earlier_table
from janadesh.cli.result_tables import party_record_table
from janadesh.export.figures import Digits
from janadesh.export.tables import Column
from janadesh.export.tables import PeoplesTable
from janadesh.export.tables import peoples_table
from janadesh.export.tables import rows_for_json
from janadesh.export.tables import text
from janadesh.record.book import Record


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a portrait: its name for programs, its rows, and its table for people."""

    name: str
    frame: pl.DataFrame
    table: PeoplesTable


@dataclass(frozen=True, slots=True)
class Asked:
    """The record that is asked, the moment, and how figures are written."""

    record: Record
    as_of: str | None
    digits: Digits


def portrait(asked: Asked, thing: Thing) -> list[Section]:
    """Gather what the record tells of a thing; sections without rows are left out."""
    sections = [_facts(asked, thing), *_OF_NOUN.get(thing.noun, _of_nothing_more)(asked, thing), _names(asked, thing)]
    return [section for section in sections if not section.frame.is_empty()]


def _of_nothing_more(_asked: Asked, _thing: Thing) -> Iterable[Section]:
    return ()


def _facts(asked: Asked, thing: Thing) -> Section:
    row = rows_for_json(asked.record.frame(NAMED[thing.noun], asked.as_of, id=thing.id))[-1]
    told = {name: value for name, value in row.items() if value is not None}
    if thing.noun == "election":
        size = house_size(asked.record, thing.id, asked.as_of)
        told |= {"elected_seats": size.elected, "nominated_seats": size.nominated, "majority": size.majority}
        # a house that is whole needs no more words
        told |= {"vacant_seats": size.vacant, "majority_of_who_is_left": size.majority_now} if size.vacant else {}
    frame = pl.DataFrame(
        [{"fact": name, "value": str(value)} for name, value in told.items()],
        schema={"fact": pl.String, "value": pl.String},
    )
    columns = (Column("fact", "", lambda name: name.replace("_", " ")), Column("value", "", text))
    return Section("facts", frame, peoples_table(f"{thing.name} ({thing.noun})", frame, columns))


def _names(asked: Asked, thing: Thing) -> Section:
    rows = asked.record.frame(model.Name, asked.as_of, noun=thing.noun, of=thing.id)
    frame = rows.select("name", "kind", "language", "source")
    columns = (Column("name", "Name"), Column("kind", "Kind"), Column("language", "Language"))
    return Section("names", frame, peoples_table("Other names", frame, columns))


def _of_election(asked: Asked, thing: Thing) -> Iterator[Section]:
    days = schedule(asked.record, thing.id, asked.as_of)
    yield Section("schedule", days, schedule_table("Schedule", days, asked.record.time_zone))
    members = alliances(asked.record, thing.id, asked.as_of)
    yield Section("alliances", members, alliances_table("Alliances", members))
    shares = seat_share_totals(asked.record, thing.id, asked.as_of)
    columns = (
        Column("alliance_name", "Alliance", text),
        Column("party_name", "Party", text),
        Column("arrangement", "Arrangement"),
        Column("seats", "Seats", is_number=True),
    )
    yield Section("seat_shares", shares, peoples_table("Seats as shared out", shares, columns))


def _of_constituency(asked: Asked, thing: Thing) -> Iterator[Section]:
    held = earlier_contests(asked.record, thing.id, asked.as_of)
    if not held.is_empty():
        yield Section("contests", held, earlier_table("Contests", held, asked.digits))


def _of_party(asked: Asked, thing: Thing) -> Iterator[Section]:
    members = alliances_of_party(asked.record, thing.id, asked.as_of)
    columns = (Column("alliance_name", "Alliance", text), Column("election", "Election"), Column("status", "Standing"))
    yield Section("alliances", members, peoples_table("Alliances", members, columns))
    held = [
        party_results(asked.record, election, asked.as_of)
        .filter(pl.col("party") == thing.id)
        .select(pl.lit(election).alias("election"), pl.all())
        for election in _elections_with(asked, party=thing.id)
    ]
    if held:
        frame = pl.concat(held)
        yield Section("results", frame, party_record_table("Results", frame, asked.digits))
    yield from _offices(asked, of=thing.id)


def _of_alliance(asked: Asked, thing: Thing) -> Iterator[Section]:
    for election in (
        asked.record.frame(model.AllianceMember, asked.as_of, alliance=thing.id)["election"].unique().sort()
    ):
        members = alliances(asked.record, election, asked.as_of).filter(pl.col("alliance") == thing.id)
        yield Section(election, members, alliances_table(f"In {election}", members))


def _of_person(asked: Asked, thing: Thing) -> Iterator[Section]:
    yield from _offices(asked, person=thing.id)
    held = [
        with_margins(candidate_votes(asked.record, election, asked.as_of)).filter(pl.col("person") == thing.id)
        for election in _elections_with(asked, person=thing.id)
    ]
    if held:
        frame = pl.concat(held)
        yield Section("candidacies", frame, candidacies_table("Candidacies", frame, asked.digits, with_election=True))


def _of_territory(asked: Asked, thing: Thing) -> Iterator[Section]:
    frame = asked.record.frame(model.Territory, asked.as_of, id=thing.id).select(
        "status", "within", "code", "valid_from", "valid_to", "source"
    )
    columns = (
        Column("status", "Status"),
        Column("within", "Within", text),
        Column("code", "Code", text),
        Column("valid_from", "From", text),
        Column("valid_to", "To", text),
    )
    yield Section("status", frame, peoples_table("Status", frame, columns))
    yield from _offices(asked, of=thing.id)


def _of_house(asked: Asked, thing: Thing) -> Iterator[Section]:
    yield from _offices(asked, of=thing.id)


def _offices(asked: Asked, **of: Any) -> Iterator[Section]:
    rows = asked.record.frame(model.Office, asked.as_of, **of)
    frame = with_names(asked.record, rows, asked.as_of)
    yield Section("offices", frame, offices_table("Offices", frame))


def _elections_with(asked: Asked, **of: str) -> list[str]:
    stood = asked.record.frame(model.Candidacy, asked.as_of, **of)["election"].unique().to_list()
    years = asked.record.frame(model.Election, asked.as_of, id=stood).sort("year", "id", descending=[True, False])
    return years["id"].to_list()


_OF_NOUN: dict[str, Callable[[Asked, Thing], Iterable[Section]]] = {
    "election": _of_election,
    "constituency": _of_constituency,
    "party": _of_party,
    "alliance": _of_alliance,
    "person": _of_person,
    "territory": _of_territory,
    "house": _of_house,
}
