"""Territories, houses, constituencies, regions and districts as the reporting units of a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from janadesh import model
from janadesh.export.nist_parts import Part
from janadesh.export.nist_parts import identified
from janadesh.export.nist_parts import object_id
from janadesh.export.nist_parts import own_id
from janadesh.export.nist_parts import part
from janadesh.export.nist_parts import words
from janadesh.export.nist_scene import Scene
from janadesh.sources.nist_terms import DELIMITATION
from janadesh.sources.nist_terms import NATIONAL_CODE
from janadesh.sources.nist_terms import OTHER
from janadesh.sources.nist_terms import SEAT

_TYPES = {"country": "country", "state": "state"}


def unit_id(noun: type[model.Noun], value: str) -> str:
    """Name a reporting unit within the report."""
    return object_id({model.Territory: "territory", model.House: "house"}.get(noun, "seat"), value)


def units(scene: Scene) -> list[Part]:
    """Make the units, the larger first; each lists those that it is composed of."""
    territories, houses, seats = (scene.by_id(noun) for noun in (model.Territory, model.House, model.Constituency))
    wanted = _with_parents([row["constituency"] for row in scene.of[model.Contest]], seats, "within")
    seats = {seat: seats[seat] for seat in sorted(wanted) if seat in seats}
    wanted_houses = {row["house"] for row in seats.values()} | {scene.election["house"]}
    houses = {house: houses[house] for house in sorted(wanted_houses) if house in houses}
    places = {row["territory"] for row in [*seats.values(), *houses.values()]} | {scope_of(scene)}
    wanted = _with_parents(sorted(places), territories, "within")
    territories = {place: territories[place] for place in sorted(wanted) if place in territories}
    electors = _figures(scene, "electors")
    voters = _figures(scene, "voters")
    return [
        *(_territory(row, territories, houses, seats) for row in territories.values()),
        *(_house(row, seats) for row in houses.values()),
        *_areas("region", seats),
        *_areas("district", seats),
        *(_seat(row, houses, seats, electors, voters) for row in seats.values()),
    ]


def scope_of(scene: Scene) -> str:
    """Name the territory of an election: all of the house's, or the part that the record holds."""
    house = scene.by_id(model.House)[scene.election["house"]]
    return str(scene.election["territory"] or house["territory"])


def _with_parents(ids: Iterable[str], rows: dict[str, dict[str, Any]], column: str) -> set[str]:
    found: set[str] = set()
    for start in ids:
        place: str | None = start
        while place is not None and place not in found:
            found.add(place)
            place = rows[place][column] if place in rows else None
    return found


_Rows = dict[str, dict[str, Any]]


def _composing(noun: type[model.Noun], rows: _Rows, column: str, value: str) -> list[str]:
    return [unit_id(noun, row["id"]) for row in rows.values() if row[column] == value]


def _territory(row: dict[str, Any], territories: _Rows, houses: _Rows, seats: _Rows) -> Part:
    kind = _TYPES.get(row["status"], OTHER)
    code = part("ExternalIdentifier", Type=NATIONAL_CODE, Value=row["code"]) if row["code"] else None
    return identified(
        "ReportingUnit",
        unit_id(model.Territory, row["id"]),
        ComposingGpUnitIds=[
            *_composing(model.Territory, territories, "within", row["id"]),
            *_composing(model.House, houses, "territory", row["id"]),
            *_composing(model.Constituency, seats, "territory", row["id"]),
        ],
        ExternalIdentifier=[own_id(model.Territory, row["id"]), *([code] if code else [])],
        Name=words(row["name"]),
        Type=kind,
        OtherType=row["status"] if kind == OTHER else None,
    )


def _house(row: dict[str, Any], seats: _Rows) -> Part:
    return identified(
        "ReportingUnit",
        unit_id(model.House, row["id"]),
        ComposingGpUnitIds=_composing(model.Constituency, seats, "house", row["id"]),
        ExternalIdentifier=[own_id(model.House, row["id"])],
        Name=words(row["name"]),
        TotalSubUnits=row["elected_seats"],
        Type=OTHER,
        OtherType=row["kind"],
    )


def _areas(kind: str, seats: _Rows) -> list[Part]:
    names = sorted({row[kind] for row in seats.values() if row[kind]})
    return [
        identified(
            "ReportingUnit",
            object_id(kind, name),
            ComposingGpUnitIds=_composing(model.Constituency, seats, kind, name),
            Name=words(name),
            Type=OTHER,
            OtherType=kind,
        )
        for name in names
    ]


def _seat(row: dict[str, Any], houses: _Rows, seats: _Rows, electors: dict[str, int], voters: dict[str, int]) -> Part:
    return identified(
        "ReportingUnit",
        unit_id(model.Constituency, row["id"]),
        ComposingGpUnitIds=_composing(model.Constituency, seats, "within", row["id"]),
        ExternalIdentifier=[
            own_id(model.Constituency, row["id"]),
            part("ExternalIdentifier", Type=OTHER, OtherType=DELIMITATION, Value=row["delimitation"]),
        ],
        Name=words(row["name"]),
        IsDistricted=True,
        Number=str(row["number"]),
        Type=OTHER,
        OtherType=SEAT.format(houses[row["house"]]["kind"]),
        VotersParticipated=voters.get(row["id"]),
        VotersRegistered=electors.get(row["id"]),
    )


def _figures(scene: Scene, measure: str) -> dict[str, int]:
    return {
        row["scope_id"]: int(row["value"])
        for row in scene.of[model.Figure]
        if (row["scope"], row["measure"], row["basis"]) == ("constituency", measure, "final")
        and float(row["value"]).is_integer()
    }
