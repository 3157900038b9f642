"""
What a record already knows, made ready for readers that resolve names and numbers against it.

An official table prints a party's name and a seat's number; the record has ids. Readers keep to the
ids that are there, so that a second source speaks of the same things.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment


@dataclass(frozen=True, slots=True)
class Known:
    """
    A record's ids as of a moment.

    - `parties`: party ids by name: official names, former ones, and other spellings of these, where
      no two parties share one. What parties are merely called (PDP) is left out, since small parties
      bear such names officially.
    - `bodies`: ids of parties, alliances, territories and houses; no two share one, since an office is of
      any of them, and a candidacy may be backed by a party or an alliance.
    - `houses`: ids.
    - `territories`: the latest statement on each, by id.
    - `elections`: house by election id; `time_zones` and `count_days` by election id.
    - `constituencies`: columns `id`, `house`, `delimitation`, `number`, `valid_from`, `valid_to`.
    - `seat_names`: every name of a constituency, official name first, by id.
    - `contests`: columns `election`, `constituency`, `number`.
    - `candidacies_in`: gives of an election the columns `constituency`, `serial`, `name`, `party`.
    - `declarations_in`: gives of an election the columns `constituency`, `status`, `winner`.
    """

    parties: Mapping[str, str]
    bodies: frozenset[str]
    territories: Mapping[str, model.Territory]
    houses: frozenset[str]
    elections: Mapping[str, str]
    time_zones: Mapping[str, str]
    count_days: Mapping[str, dt.date]
    constituencies: pl.DataFrame
    seat_names: Mapping[str, tuple[str, ...]]
    contests: pl.DataFrame
    candidacies_in: Callable[[str], pl.DataFrame]
    declarations_in: Callable[[str], pl.DataFrame]


def known(record: Record, as_of: Moment | None = None) -> Known:
    """Gather what a record knows as of a moment; None is now."""
    parties = record.frame(model.Party, as_of)
    names = record.frame(model.Name, as_of)
    elections = record.frame(model.Election, as_of)
    seats = record.frame(model.Constituency, as_of)
    counts = record.frame(model.ScheduleEntry, as_of, event="count").sort("on_date")
    alliances, houses = record.frame(model.Alliance, as_of), record.frame(model.House, as_of)
    territories = record.frame(model.Territory, as_of).sort("valid_from", nulls_last=False)
    seat_number = seats.select(pl.col("id").alias("constituency"), "number")
    places = ["election", "constituency"]
    return Known(
        parties=_party_by_name(parties, names),
        bodies=frozenset(body for frame in (parties, alliances, territories, houses) for body in frame["id"]),
        territories={row["id"]: model.Territory(**row) for row in territories.to_dicts()},
        houses=frozenset(houses["id"]),
        elections=dict(elections.select("id", "house").iter_rows()),
        time_zones=dict(elections.select("id", "time_zone").iter_rows()),
        count_days=dict(counts.select("election", "on_date").iter_rows()),
        constituencies=seats.select("id", "house", "delimitation", "number", "valid_from", "valid_to"),
        seat_names=_seat_names(seats, names),
        contests=record.frame(model.Contest, as_of).select(places).join(seat_number, on="constituency"),
        candidacies_in=_of_election(record, model.Candidacy, as_of, ("constituency", "serial", "name", "party")),
        declarations_in=_of_election(record, model.Declaration, as_of, ("constituency", "status", "winner")),
    )


def _of_election(
    record: Record, noun: type[model.Noun], as_of: Moment | None, columns: tuple[str, ...]
) -> Callable[[str], pl.DataFrame]:
    # asked for one election at a time: all that ever stood in India are half a million
    def rows(election: str) -> pl.DataFrame:
        return record.frame(noun, as_of, election=election).select(columns)

    return rows


def _party_by_name(parties: pl.DataFrame, names: pl.DataFrame) -> dict[str, str]:
    official = dict(parties.select("name", "id").iter_rows())
    taken = {spelling_key(name) for name in official}
    other = names.filter(pl.col("noun") == "party", pl.col("kind").is_in(["spelling", "former"]))
    owners: dict[str, set[str]] = {}
    for name, party in other.select("name", "of").iter_rows():
        owners.setdefault(spelling_key(name), set()).add(party)
    return official | {
        name: party
        for name, party in other.select("name", "of").iter_rows()
        if spelling_key(name) not in taken and len(owners[spelling_key(name)]) == 1
    }


def _seat_names(seats: pl.DataFrame, names: pl.DataFrame) -> dict[str, tuple[str, ...]]:
    other = names.filter(pl.col("noun") == "constituency").select("of", "name")
    every = pl.concat(
        [
            seats.select(pl.col("id").alias("of"), pl.col("official_name").alias("name")),
            seats.select(pl.col("id").alias("of"), "name"),
            other,
        ]
    )
    by_seat = every.group_by("of", maintain_order=True).agg("name")
    return {seat: tuple(told) for seat, told in by_seat.iter_rows()}
