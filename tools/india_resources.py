"""What the tables of the pack `india` are about, and the data package that describes them."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

from janadesh import model

DESCRIPTIONS = {
    "sources": ("Sources", "Who said what the other tables state."),
    "territories": ("Territories", "India, its states and union territories with the status they had and ECI codes."),
    "houses": ("Houses", "The Legislative Assemblies with their seats; Jammu and Kashmir's is in jk-2024."),
    "constituencies": ("Constituencies", "The seats of Jharkhand and Delhi by map; the number is what sources share."),
    "parties": ("Parties", "Parties under the name that official results print; colours are for drawing only."),
    "alliances": ("Alliances", "Alliances that reports name; who belongs is in alliance_members."),
    "persons": ("Persons", "Leaders whom reports name without a seat."),
    "names": ("Names", "Other names: abbreviations, short forms, nicknames, spellings, Devanagari."),
    "elections": ("Elections", "General elections to the assemblies, and by-elections of 2024 and 2025."),
    "alliance_members": ("Members of alliances", "Which party stood in which alliance at which election."),
    "seat_shares": ("Seats of partners", "Which partner stood where, as the ballot papers show it."),
    "seat_share_totals": ("Seats of partners, in all", "How many seats a deal gave each partner, as announced."),
    "schedule": ("Schedule", "Announcement, poll and count; a later row with the same key moves a day."),
    "contests": ("Contests", "Which seat voted in which election and phase."),
    "candidacies": ("Candidacies", "Candidates of earlier elections in Jharkhand and Delhi, listed by votes."),
    "tallies": ("Tallies", "Their votes; EVM and postal votes are not told apart, so only the total is given."),
    "declarations": ("Declarations", "Who won each seat of those elections."),
    "figures": ("Figures", "Electors, turnout and numbers of candidates as published; `basis` says what was counted."),
    "offices": ("Offices", "Who held which office from one day to another."),
}
"""Title and description of every table."""

_TYPES = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    dt.date: "date",
    dt.datetime: "any",
}
"""Table Schema types; a moment may be a day or a time of day, which no single type of the standard covers."""


def package(pack: Path) -> str:
    """Describe the tables that a pack folder has, as the text of its `datapackage.json`."""
    present = [noun for noun in model.NOUNS if (pack / f"{noun.TABLE}.csv").exists()]
    described = {
        "profile": "tabular-data-package",
        "name": "india",
        "title": "India: reference facts for its elections",
        "description": "What official result tables lack: schedules, parties and their names, alliances, offices, "
        "and the earlier results of Jharkhand and Delhi.",
        "version": "1.0.0",
        "time_zone": "Asia/Kolkata",
        "licenses": [
            {
                "name": "CC0-1.0",
                "title": "CC0 1.0 Universal: facts, free of rights as far as these exist",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
            }
        ],
        "sources": _sources(pack, None),
        "resources": [_resource(pack, noun, {n.TABLE for n in present}) for noun in present],
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _resource(pack: Path, noun: type[model.Noun], tables: set[str]) -> dict[str, Any]:
    title, description = DESCRIPTIONS[noun.TABLE]
    resource: dict[str, Any] = {
        "name": noun.TABLE.replace("_", "-"),
        "path": f"{noun.TABLE}.csv",
        "profile": "tabular-data-resource",
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(noun, tables),
    }
    if noun is not model.Source:
        resource["sources"] = _sources(pack, noun)
    return resource


def _schema(noun: type[model.Noun], tables: set[str]) -> dict[str, Any]:
    required = model.required(noun)
    fields = []
    for name, kind in model.columns(noun).items():
        field: dict[str, Any] = {"name": name, "type": _TYPES[kind]}
        if name in required:
            field["constraints"] = {"required": True}
        fields.append(field)
    return {"fields": fields, "missingValues": [""], "foreignKeys": [*_foreign_keys(noun, tables)]}


def _foreign_keys(noun: type[model.Noun], tables: set[str]) -> list[dict[str, Any]]:
    targets = {column: to for (of, column), to in model.REFERENCES.items() if of == noun.TABLE and to in tables}
    if noun is not model.Source:
        targets["source"] = "sources"
    return [
        {"fields": column, "reference": {"resource": to.replace("_", "-"), "fields": "id"}}
        for column, to in targets.items()
    ]


def _sources(pack: Path, noun: type[model.Noun] | None) -> list[dict[str, str]]:
    sources = {row["id"]: row for row in _read(pack, model.Source)}
    used = sources if noun is None else dict.fromkeys(row["source"] for row in _read(pack, noun))
    return [
        {"title": f"{sources[i]['publisher']}: {sources[i]['title']}"}
        | ({"path": sources[i]["url"]} if sources[i]["url"] else {})
        for i in used
    ]


def _read(pack: Path, noun: type[model.Noun]) -> list[dict[str, str]]:
    with (pack / f"{noun.TABLE}.csv").open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))
