"""Territory, house, election and constituencies of a mapped table: those of the record, and new ones."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.sources.mapped_parties import slug
from janadesh.sources.mapped_rows import MappedRow
from janadesh.sources.mapping import TableMap


@dataclass(frozen=True, slots=True)
class MappedPlaces:
    """Constituency ids by what tells them apart in the table, with statements on what the record does not have."""

    seats: Mapping[str, str]
    statements: tuple[model.Noun, ...]


def mapped_places(
    rows: Sequence[MappedRow], mapping: TableMap, record: Record, said: Mapping[str, Any]
) -> MappedPlaces:
    """
    Find or make the places of a mapped table.

    Constituencies of the house on the mapping's map are found by id, else by name. New ones are
    numbered as the table says, else in the order of their names behind those that are there.
    """
    first: dict[str, MappedRow] = {}
    for row in rows:
        first.setdefault(row.seat, row)
    held = record.frame(model.Constituency, house=mapping.house.id, delimitation=mapping.delimitation)
    ids = _held_ids(first, held, record, mapping)
    new = [row for key, row in first.items() if key not in ids]
    numbers = _numbers(new, held["number"].to_list())
    made = [_seat(row, numbers[row.seat], mapping, said) for row in new]
    ids |= {row.seat: seat.id for row, seat in zip(new, made, strict=True)}
    contests = set(record.frame(model.Contest, election=mapping.election.id)["constituency"])
    return MappedPlaces(
        ids,
        (
            *_elected_body(mapping, record, said),
            *made,
            *(
                model.Contest(election=mapping.election.id, constituency=seat, **said)
                for seat in dict.fromkeys(ids.values())
                if seat not in contests
            ),
        ),
    )


def _elected_body(mapping: TableMap, record: Record, said: Mapping[str, Any]) -> Iterator[model.Noun]:
    territory, house, election = mapping.territory, mapping.house, mapping.election
    if record.frame(model.Territory, id=territory.id).is_empty():
        yield model.Territory(id=territory.id, name=territory.name, status=territory.status, **said)
    if record.frame(model.House, id=house.id).is_empty():
        yield model.House(
            id=house.id,
            name=house.name,
            territory=territory.id,
            kind=house.kind,
            elected_seats=house.elected_seats,
            **said,
        )
    if record.frame(model.Election, id=election.id).is_empty():
        yield model.Election(
            id=election.id,
            name=election.name,
            house=house.id,
            year=election.year,
            kind=election.kind,
            time_zone=election.time_zone,
            previous=election.previous,
            **said,
        )


def _held_ids(first: Mapping[str, MappedRow], held: pl.DataFrame, record: Record, mapping: TableMap) -> dict[str, str]:
    ids = set(held["id"])
    names = record.frame(model.Name, noun="constituency").filter(pl.col("of").is_in(list(ids)))
    named = {spelling_key(name): seat for name, seat in names.select("name", "of").iter_rows()}
    named |= {spelling_key(name): seat for name, seat in held.select("name", "id").iter_rows()}
    found: dict[str, str] = {}
    for key, row in first.items():
        seat = _seat_id(row, mapping)
        if seat in ids:
            found[key] = seat
        elif spelling_key(row.seat_name) in named:
            found[key] = named[spelling_key(row.seat_name)]
    return found


def _numbers(new: Sequence[MappedRow], taken: Sequence[int]) -> dict[str, int]:
    if all(row.seat_number is not None for row in new):
        return {row.seat: row.seat_number or 0 for row in new}
    start = max(taken, default=0) + 1
    by_name = sorted(new, key=lambda row: (spelling_key(row.seat_name), row.seat))
    return {row.seat: number for number, row in enumerate(by_name, start=start)}


def _seat_id(row: MappedRow, mapping: TableMap) -> str:
    return f"{mapping.house.id}.{mapping.delimitation}.{slug(row.seat)}"


def _seat(row: MappedRow, number: int, mapping: TableMap, said: Mapping[str, Any]) -> model.Constituency:
    return model.Constituency(
        id=_seat_id(row, mapping),
        house=mapping.house.id,
        delimitation=mapping.delimitation,
        number=number,
        name=row.seat_name,
        official_name=row.seat_name,
        territory=mapping.territory.id,
        region=row.region,
        district=row.district,
        **said,
    )
