"""
Build the pack `haryana-2024`: the Haryana assembly elections of 2024 and 2019, candidate by candidate.

Usage: python tools/build_haryana_2024.py ../shared/data RESULTS.csv

`RESULTS.csv` is the official result of 2024 (results.eci.gov.in/AcResultGenOct2024) as a table with the columns of
`eci-assembly/`. Districts, partners and rebels are in `haryana_facts.py`. What the pack `india` has of schedule,
figures, offices and parties is restated as it stands there, so that either loads alone and both load together.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import india_lok_sabha
import india_resources
import polars as pl
from build_india import CODES
from build_india import earlier_result
from build_india import party_of_code
from build_india import read
from haryana_facts import ALLIANCES
from haryana_facts import DISTRICTS
from haryana_facts import NEW_SOURCES
from haryana_facts import PARTNERS
from haryana_facts import PERSONS
from haryana_facts import REBELS
from haryana_facts import SPELLED
from india_shared import restated

from janadesh import model
from janadesh.names.spelling import spelling_key

PACK = Path(__file__).resolve().parents[1] / "src" / "janadesh" / "packs" / "haryana-2024"
HOUSE = "in-hr-assembly"
ELECTIONS = ("in-hr-2024", "in-hr-2019")
COUNTED = {"in-hr-2024": "2024-10-08", "in-hr-2019": "2019-10-24"}
SOURCES = {"in-hr-2024": "eci-results-2024-hr", "in-hr-2019": "lokdhaba"}
Row = dict[str, Any]

OF_ELECTION = (model.Election, model.ScheduleEntry, model.Figure, model.AllianceMember)
"""Nouns of which `india` states something about the two elections."""

CODE_OF_2019 = {"CPIM": "in-cpim", "HaLP": "in-haryana-lokhit-party"}


def main(data: Path, results_of_2024: Path) -> None:
    """Write every table and the description of the pack."""
    newest = official_result(results_of_2024)
    before = earlier_result(data / "lokdhaba" / "Haryana_AE.csv.gz", 2019)
    india = {noun: read(noun) for noun in model.NOUNS}
    by_name, by_code = known_parties(india), party_of_code() | CODES | CODE_OF_2019
    made = [*made_parties(newest, before, by_name, by_code)]
    by_name |= {spelling_key(row["name"]): row["id"] for row in made}
    by_code |= {row["abbreviation"].removesuffix(" (abbreviation only)"): row["id"] for row in made}
    votes = {
        "in-hr-2024": newest.with_columns(
            party=pl.col("party").map_elements(lambda p: by_name.get(spelling_key(p)), pl.String)
        ),
        "in-hr-2019": before.with_columns(party=pl.col("party").replace(by_code)),
    }
    segments = india_lok_sabha.seats_of_segments(data / "lokdhaba" / "Haryana_GA.csv.gz", "S07")
    tables: dict[type[model.Noun], list[Row]] = {noun: [] for noun in model.NOUNS} | {
        noun: [row for row in india[noun] if of_haryana(row)] for noun in OF_ELECTION
    }
    tables[model.Source] = [*NEW_SOURCES]
    tables[model.Party] = made
    tables[model.Office] = [row for row in india[model.Office] if row["of"] == "in-hr"]
    tables[model.Name] = [row for row in india[model.Name] if row["of"].startswith("in-hr")]
    tables[model.Constituency] = [*constituencies(newest, data, segments)]
    tables[model.Alliance] = [*alliances()]
    tables[model.AllianceMember] += [*alliance_members()]
    tables[model.SeatShare] = [*seat_shares(votes["in-hr-2024"])]
    for election, frame in votes.items():
        tables[model.Contest] += [*contests(election)]
        tables[model.Candidacy] += [*candidacies(election, frame)]
        tables[model.Tally] += [*tallies(election, frame)]
        tables[model.Declaration] += [*declarations(election, frame)]
    tables[model.Figure] += [*electors(before)]
    whole = restated({noun: [*map(as_text(noun), rows)] for noun, rows in tables.items()}, india)
    with_names(whole, india)
    PACK.mkdir(parents=True, exist_ok=True)
    for noun, rows in whole.items():
        if rows:
            write(noun, rows)
    (PACK / "datapackage.json").write_text(described(), encoding="utf-8")


def official_result(file: Path) -> pl.DataFrame:
    """Read the result of 2024: number, official_name, serial (0 is NOTA), candidate, party, evm, postal, votes."""
    table = pl.read_csv(file).with_columns(pl.col("candidate", "party").str.replace_all(r"\s+", " "))
    serial = pl.when(pl.col("candidate") == "NOTA").then(model.NOTA).otherwise("serial_no")
    return table.select(
        pl.col("constituency_no").alias("number"),
        pl.col("constituency").alias("official_name"),
        serial.alias("serial"),
        "candidate",
        "party",
        pl.col("evm_votes").alias("evm"),
        pl.col("postal_votes").alias("postal"),
        votes=pl.col("evm_votes") + pl.col("postal_votes"),
        nota=pl.col("candidate") == "NOTA",
    ).sort("number", "serial")


def known_parties(india: Mapping[type[model.Noun], list[dict[str, str]]]) -> dict[str, str]:
    """Map names of parties, as they are compared, to ids."""
    also = {spelling_key(row["name"]): row["of"] for row in india[model.Name] if row["noun"] == "party"}
    return also | {spelling_key(row["name"]): row["id"] for row in india[model.Party]}


def made_parties(
    newest: pl.DataFrame, before: pl.DataFrame, by_name: Mapping[str, str], by_code: Mapping[str, str]
) -> Iterable[Row]:
    """Give the parties that `india` has not: by their names in 2024, by their abbreviations alone in 2019."""
    for name in newest.filter(~pl.col("nota"))["party"].unique(maintain_order=True):
        if spelling_key(name) not in by_name:
            slug = re.sub(r"[^a-z]+", "-", name.lower()).strip("-")
            yield party(f"in-{slug}", name, name, "in-hr-2024", "eci-parties")
    for code in before.filter(~pl.col("nota"))["party"].unique(maintain_order=True):
        if code not in by_code:
            only = f"{code} (abbreviation only)"
            slug = re.sub(r"[^a-z]+", "-", code.lower()).strip("-")
            yield party(f"in-code-{slug}", only, only, "in-hr-2019", "lokdhaba", "The source gives no name")


def party(name_id: str, name: str, abbreviation: str, election: str, source: str, note: str = "") -> Row:
    """Give the row of a registered party."""
    known_at = "2019-10-24" if name_id in CODE_OF_2019.values() else COUNTED[election]
    row = {"id": name_id, "name": name, "abbreviation": abbreviation, "kind": "registered", "known_at": known_at}
    return row | {"source": source, "note": note}


def of_haryana(row: Mapping[str, str]) -> bool:
    """Tell whether a row of `india` is about one of the elections."""
    return (row.get("election") or row.get("id")) in ELECTIONS


def seat_id(number: int) -> str:
    """Give the id of a seat."""
    return f"{HOUSE}.2008.{number}"


def constituencies(newest: pl.DataFrame, data: Path, segments: Mapping[int, str]) -> Iterable[Row]:
    """Give the 90 seats of the map of 2008."""
    before = pl.read_csv(data / "lokdhaba" / "Haryana_AE.csv.gz", infer_schema_length=0)
    kinds = before.filter(pl.col("Year") == "2019").select(pl.col("Constituency_No").cast(int), "Constituency_Type")
    reserved = dict(kinds.unique().iter_rows())
    district = {number: name for name, numbers in DISTRICTS.items() for number in numbers}
    for number, official in newest.select("number", "official_name").unique().sort("number").iter_rows():
        yield {
            "id": seat_id(number),
            "house": HOUSE,
            "delimitation": "2008",
            "number": number,
            "name": SPELLED.get(number, official.title()),
            "official_name": official,
            "territory": "in-hr",
            "reservation": reserved[number],
            "district": district[number],
            "within": segments[number],
            "known_at": "2008-02-19",
            "source": "delimitation-2008",
        }


def alliances() -> Iterable[Row]:
    """Give the two alliances that stood in Haryana alone."""
    for name_id, name, short, _, known_at in ALLIANCES:
        row = {"id": name_id, "name": name, "short_name": short, "known_at": known_at}
        yield row | {"source": "alliance-announcements"}


def alliance_members() -> Iterable[Row]:
    """Give the parties of those alliances."""
    for name_id, _, _, members, known_at in ALLIANCES:
        for member in members:
            row = {"alliance": name_id, "party": member, "election": "in-hr-2024", "status": "member"}
            yield row | {"known_at": known_at, "source": "alliance-announcements"}


def seat_shares(newest: pl.DataFrame) -> Iterable[Row]:
    """Give which partner stood where, as the ballot papers show it."""
    for alliance, members in PARTNERS.items():
        standing = newest.filter(pl.col("party").is_in(members)).select("number", "party").unique().sort(pl.all())
        rivals = dict(standing["number"].value_counts().iter_rows())
        for number, member in standing.iter_rows():
            yield {
                "election": "in-hr-2024",
                "alliance": alliance,
                "constituency": seat_id(number),
                "party": member,
                "arrangement": "friendly" if rivals[number] > 1 else "allotted",
                # the last day on which candidates could withdraw
                "known_at": "2024-09-16",
                "source": "ballot-papers-hr-2024",
            }


def said(election: str) -> Row:
    """Give what every row about a result shares."""
    return {"election": election, "known_at": COUNTED[election], "source": SOURCES[election]}


def contests(election: str) -> Iterable[Row]:
    """Give the contests of an election, each from the schedule that announced them."""
    announced = {"in-hr-2024": "2024-08-16", "in-hr-2019": "2019-09-21"}[election]
    for number in range(1, 91):
        row = {"election": election, "constituency": seat_id(number)}
        yield row | {"known_at": announced, "source": f"eci-schedule-{announced}"}


def candidacies(election: str, frame: pl.DataFrame) -> Iterable[Row]:
    """Give the candidates: of 2024 in the order of the ballot, of 2019 by votes."""
    newest = election == "in-hr-2024"
    for row in frame.filter(~pl.col("nota")).iter_rows(named=True):
        key = (row["number"], row["candidate"])
        rebel_of = REBELS.get(key) if newest else None
        yield said(election) | {
            "constituency": seat_id(row["number"]),
            "serial": row["serial"],
            "serial_kind": "ballot" if newest else "list",
            "name": row["candidate"],
            "party": row["party"],
            "person": PERSONS.get((key[0], key[1].upper())),
            "status": "contesting",
            "rebel_of": rebel_of,
            "note": "A rebel, as newspapers told in September 2024" if rebel_of else None,
        }


def tallies(election: str, frame: pl.DataFrame) -> Iterable[Row]:
    """Give the votes; those of 2019 are not told apart by kind."""
    for row in frame.iter_rows(named=True):
        counted = {"evm": row.get("evm"), "postal": row.get("postal"), "total": row["votes"], "status": "final"}
        yield said(election) | {"constituency": seat_id(row["number"]), "serial": row["serial"]} | counted


def declarations(election: str, frame: pl.DataFrame) -> Iterable[Row]:
    """Give who won each seat."""
    first = frame.filter(~pl.col("nota")).sort("votes", descending=True).unique("number", keep="first").sort("number")
    for number, serial in first.select("number", "serial").iter_rows():
        row = {"constituency": seat_id(number), "status": "declared", "winner": serial, "by_lot": "false"}
        yield said(election) | row


def electors(before: pl.DataFrame) -> Iterable[Row]:
    """Give the electors of each seat in 2019."""
    seats = before.unique("number", keep="first").sort("number").select("number", "electors")
    for number, count in seats.iter_rows():
        row = {"scope": "constituency", "scope_id": seat_id(number), "measure": "electors", "value": count}
        yield said("in-hr-2019") | row | {"unit": "votes", "basis": "final"}


def with_names(tables: dict[type[model.Noun], list[dict[str, str]]], india: Mapping[Any, list[dict[str, str]]]) -> None:
    """Add the other names of what the pack holds."""
    held = {row["id"] for noun in (model.Party, model.Person, model.Alliance) for row in tables[noun]}
    here = tables[model.Name]
    here += [row for row in india[model.Name] if row["of"] in held and row not in here]
    sources = {row["id"] for row in tables[model.Source]}
    wanted = {row["source"] for row in here} - sources
    tables[model.Source] += [row for row in india[model.Source] if row["id"] in wanted]


def as_text(noun: type[model.Noun]) -> Any:
    """Give a function that writes out a row's cells as a file has them."""
    blank = dict.fromkeys(model.columns(noun), "")
    return lambda row: blank | {name: "" if cell is None else str(cell) for name, cell in row.items()}


def write(noun: type[model.Noun], rows: Iterable[Mapping[str, str]]) -> None:
    """Write a table of the pack."""
    with (PACK / f"{noun.TABLE}.csv").open("w", newline="", encoding="utf-8") as lines:
        table = csv.DictWriter(lines, list(model.columns(noun)), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def described() -> str:
    """Describe the pack as `india` is, under its own name, to be loaded by name only."""
    head = {
        "name": "haryana-2024",
        "title": "Haryana: its assembly elections of 2024 and 2019",
        "description": "Every candidate and vote of both elections, seats, alliances and rebels of 2024. "
        "It is loaded by name only.",
        "by_name_only": True,
    }
    package = json.loads(india_resources.package(PACK)) | head
    of_this = {
        "constituencies": "The 90 seats of the map of 2008, and the Lok Sabha seats that they are segments of.",
        "candidacies": "Candidates of 2024 in the order of the ballot, of 2019 listed by votes.",
        "tallies": "Their votes: of 2024 at machines and by post, of 2019 in all.",
        "elections": "The elections of 2024 and 2019 and those that came before.",
    }
    for resource in package["resources"]:
        resource["description"] = of_this.get(resource["name"], resource["description"])
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
