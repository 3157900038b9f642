"""The data package that describes the tables of the pack."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from janadesh import model

Row = dict[str, Any]

DESCRIPTIONS = {
    "sources": ("Sources", "Who said what the other tables state."),
    "territories": ("Territories", "Jammu and Kashmir and Ladakh with the status they had and the Commission's codes."),
    "houses": (
        "Houses",
        "The assembly before and after the delimitation of 2022, the Lok Sabha, the two hill councils.",
    ),
    "constituencies": ("Constituencies", "Seats of the maps of 1995 and 2022; the number is what sources share."),
    "lineage": ("Lineage", "Which seat carries on from which of the older map, and how surely."),
    "parties": ("Parties", "Every party that stood, under the name that results print; colours are for drawing only."),
    "party_descents": ("Descent of parties", "Which party split from which, was renamed or merged."),
    "alliances": ("Alliances", "Alliances that reports name; who belongs is in alliance_members."),
    "persons": ("Persons", "People who stand more than once, hold an office or are named by reports."),
    "names": ("Names", "Other names: abbreviations, spellings of other lists, nicknames, Devanagari."),
    "elections": ("Elections", "General elections to the assembly since 2008 and to the Lok Sabha since 2004."),
    "alliance_members": ("Members of alliances", "Which party stood in which alliance at which election."),
    "seat_shares": ("Seats of partners", "Which partner stood where in 2024, and under which part of the deal."),
    "seat_share_totals": ("Seats of partners, in all", "The deal of 26 August 2024 as announced."),
    "schedule": ("Schedule", "Announcement, poll, count; a later row with the same key moves a day."),
    "contests": ("Contests", "Which seat voted in which election and phase."),
    "candidacies": ("Candidacies", "Candidates by ballot serial where known, else listed by votes (`serial_kind`)."),
    "endorsements": ("Endorsements", "Which alliance or party backed a candidacy."),
    "tallies": ("Tallies", "Votes; an empty cell is unknown. Serial 0 is NOTA. Before 2019 only totals are known."),
    "declarations": ("Declarations", "Who won each seat."),
    "vacancies": ("Vacancies", "Seats that fell vacant after the election, and why."),
    "figures": ("Figures", "Electors, turnout and numbers of candidates as published; `basis` says what was counted."),
    "offices": ("Offices", "Who held which office from one day to another."),
}
"""Title and description of every table."""

_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", dt.date: "date", dt.datetime: "any"}
"""Table Schema types; a moment may be a day or a time of day, which no single type of the standard covers."""


def package(tables: Mapping[type[model.Noun], list[Row]], columns: Mapping[type[model.Noun], list[str]]) -> str:
    """Describe the tables, given with the columns that their files have, as the text of `datapackage.json`."""
    sources = {row["id"]: row for row in tables[model.Source]}
    names = {noun.TABLE for noun in tables}
    described = {
        "profile": "data-package",
        "name": "jk-2024",
        "title": "Jammu and Kashmir 2024",
        "description": "The assembly election of 2024 in Jammu and Kashmir, the Lok Sabha seats of Jammu and Kashmir "
        "and Ladakh, and the earlier results of both.",
        "version": "1.0.0",
        "time_zone": "Asia/Kolkata",
        "licenses": [
            {
                "name": "CC0-1.0",
                "title": "CC0 1.0 Universal: facts, free of rights as far as these exist",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
            }
        ],
        "sources": [_origin(row) for row in sources.values() if row["kind"] == "official"],
        "resources": [
            *(_resource(noun, rows, columns[noun], names, sources) for noun, rows in tables.items()),
            _map(),
        ],
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _resource(
    noun: type[model.Noun], rows: list[Row], columns: list[str], tables: set[str], sources: Mapping[str, Row]
) -> Row:
    title, description = DESCRIPTIONS[noun.TABLE]
    used = sources if noun is model.Source else dict.fromkeys(row["source"] for row in rows)
    return {
        "name": noun.TABLE.replace("_", "-"),
        "path": f"{noun.TABLE}.csv",
        "profile": "tabular-data-resource",
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "sources": [_origin(sources[i]) for i in used],
        "schema": _schema(noun, columns, tables),
    }


def _schema(noun: type[model.Noun], columns: list[str], tables: set[str]) -> Row:
    kinds, required = model.columns(noun), model.required(noun)
    fields = [
        {"name": name, "type": _TYPES[kinds[name]]} | ({"constraints": {"required": True}} if name in required else {})
        for name in columns
    ]
    schema: Row = {"fields": fields, "missingValues": [""]}
    key = [*noun.KEY] if noun is model.Source else [*noun.KEY, "known_at"]
    if all(name in required for name in key):
        schema["primaryKey"] = key
    targets = {column: to for (of, column), to in model.REFERENCES.items() if of == noun.TABLE and to in tables}
    if noun is not model.Source:
        targets["source"] = "sources"
    schema["foreignKeys"] = [
        {"fields": column, "reference": {"resource": to.replace("_", "-"), "fields": "id"}}
        for column, to in targets.items()
        if column in columns
    ]
    return schema


def _origin(source: Row) -> dict[str, str]:
    titled = {"title": f"{source['publisher']}: {source['title']}"}
    return titled | ({"path": source["url"]} if source["url"] else {})


def _map() -> Row:
    return {
        "name": "map",
        "path": "map.json",
        "title": "Outlines of the 90 assembly constituencies",
        "description": "For drawing only: traced from a map that is not to scale and simplified. "
        "The property `constituency` is an id of constituencies.csv.",
        "format": "geojson",
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
        "sources": [
            {"title": "Chief Electoral Officer, Jammu and Kashmir: map of the assembly constituencies (vector PDF)"},
            {"title": "shijithpk/2024_maps_supplement: Lok Sabha map, public domain, to which it was fitted"},
        ],
    }
