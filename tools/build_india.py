"""
Build the derived tables of the pack `india` from the tables beside the checkout.

Most of the pack is written by hand: territories, houses, elections, schedule, parties, alliances, names,
persons, offices and sources are edited in their CSV files. This script makes the rest, and may be run again
at any time:

- the constituencies of the Lok Sabha, of Jharkhand and Delhi and of by-elections, and the contests of elections,
- their earlier results (`lokdhaba/`: official figures only, none of the collection's own columns or ids),
- the seats that partners left to each other in 2024 and 2025, as seen on the ballot papers (`eci-assembly/`),
- rows that the pack shares with `jk-2024`, restated as they stand there,
- `datapackage.json`, whose fields come from `janadesh.model`.

Usage: python tools/build_india.py ../shared/data
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import india_by_elections
import india_lok_sabha
import polars as pl
from india_places import DELHI
from india_places import DELHI_1993
from india_places import JHARKHAND
from india_places import Place
from india_resources import package
from india_shared import restated

from janadesh import model

PACK = Path(__file__).resolve().parents[1] / "src" / "janadesh" / "packs" / "india"
SHARED_WITH = PACK.parent / "jk-2024"
Row = dict[str, Any]

COUNTED = {
    ("jh", 2005): "2005-02-27",
    ("jh", 2009): "2009-12-23",
    ("jh", 2014): "2014-12-23",
    ("jh", 2019): "2019-12-23",
    ("dl", 1993): "1993-12-02",
    ("dl", 1998): "1998-11-28",
    ("dl", 2003): "2003-12-04",
    ("dl", 2008): "2008-12-08",
    ("dl", 2013): "2013-12-08",
    ("dl", 2015): "2015-02-10",
    ("dl", 2020): "2020-02-11",
}
"""When each earlier election was counted; for 1993 the day on which the new ministry was sworn in."""

ANNOUNCED = {("jh", 2024): "2024-10-15", ("dl", 2025): "2025-01-07"}

FILES = {"jh": "Jharkhand_AE.csv.gz", "dl": "Delhi_AE.csv.gz"}

FIRST_PHASE_2024 = frozenset([*range(19, 23), *range(25, 28), *range(44, 61), *range(63, 82)])
"""Jharkhand's 43 seats of 13 November 2024; they have the 683 candidates that were announced for that phase."""

CODES = {
    "CPI(M (L)L)": "in-cpi-ml-l",
    "CPI(ML (L))": "in-cpi-ml-l",
    "CPI( (LML)": "in-cpi-ml-l",
    "CPI( ML (L)": "in-cpi-ml-l",
    "CPIM": "in-cpimrs",
    "LS": "in-ls",
}
"""Codes that the source writes in a way of its own."""

CODES_OF_ELECTION = {("dl", 2020, "CPIM"): "in-cpim"}

PARTNERS = {
    "in-jh-2024": (
        ("in-nda", ("in-bjp", "in-ajsup", "in-jdu", "in-ljprv"), "2024-11-01"),
        ("in-india", ("in-jmm", "in-inc", "in-rjd", "in-cpi-ml-l"), "2024-11-01"),
    ),
    "in-dl-2025": (("in-nda", ("in-bjp", "in-jdu", "in-ljprv"), "2025-01-20"),),
}
"""Alliances of the two newest elections, their parties, and the last day on which candidates could withdraw."""


def main(data: Path) -> None:
    """Write every derived table into the pack."""
    parties = party_of_code()
    places = {"jh": JHARKHAND, "dl": DELHI, "dl-1993": DELHI_1993}
    others = [*india_by_elections.constituencies(data / "lokdhaba")]
    codes = {row["code"]: row["id"] for row in read(model.Territory) if not row["valid_to"]}
    lok_sabha = [*india_lok_sabha.constituencies(data, codes)]
    segments = {
        state: india_lok_sabha.seats_of_segments(data / "lokdhaba" / FILES[state].replace("_AE", "_GA"), code)
        for state, code in (("jh", "S27"), ("dl", "U05"))
    }
    own = [row for name, place in places.items() for row in constituencies(place, segments.get(name, {}))]
    write(model.Constituency, [*lok_sabha, *own, *others])
    results = {key: earlier_result(data / "lokdhaba" / FILES[key[0]], key[1]) for key in COUNTED}
    by_elections = india_by_elections.contests(others)
    write(model.Contest, [*newest_contests(), *by_elections, *(row for key in results for row in contests(key))])
    write(model.Candidacy, [row for key, frame in results.items() for row in candidacies(key, frame, parties)])
    write(model.Tally, [row for key, frame in results.items() for row in tallies(key, frame)])
    write(model.Declaration, [row for key in results for row in declarations(key)])
    written = [row for row in read(model.Figure) if row["source"] != "lokdhaba"]
    write(model.Figure, [*written, *(row for key, frame in results.items() for row in electors(key, frame))])
    write(model.SeatShare, [*seat_shares(data / "eci-assembly")])
    here, there = ({noun: read(noun, pack) for noun in model.NOUNS} for pack in (PACK, SHARED_WITH))
    for noun, rows in restated(here, there).items():
        if rows:
            write(noun, rows)
    (PACK / "datapackage.json").write_text(package(PACK), encoding="utf-8")


def constituencies(place: Place, within: Mapping[int, str]) -> Iterable[Row]:
    """Give one row for each seat of a map; `within` gives the Lok Sabha seat that it is a segment of."""
    for number, official_name in enumerate(place.official_names, start=1):
        district = place.district.get(number)
        yield {
            "id": place.id(number),
            "house": place.house,
            "delimitation": place.delimitation,
            "number": number,
            "name": place.name.get(number, official_name.title()),
            "official_name": official_name,
            "territory": place.territory,
            "reservation": place.reservation(number),
            "district": district,
            "region": place.region_of(number),
            "within": within.get(number),
            "valid_from": place.valid_from,
            "valid_to": place.valid_to,
            "known_at": place.known_at,
            "source": place.source,
        }


def map_of(state: str, year: int) -> Place:
    """Choose the map on which a state voted in a year."""
    if state == "jh":
        return JHARKHAND
    return DELHI if year >= 2008 else DELHI_1993


def newest_contests() -> Iterable[Row]:
    """Give the contests of the two elections whose result tables come by file."""
    for (state, year), known_at in ANNOUNCED.items():
        place = map_of(state, year)
        for number in range(1, len(place.official_names) + 1):
            phase = None if state == "dl" else 1 if number in FIRST_PHASE_2024 else 2
            row = {"election": f"in-{state}-{year}", "constituency": place.id(number), "phase": phase}
            yield row | {"known_at": known_at, "source": f"eci-schedule-{known_at}"}


def contests(key: tuple[str, int]) -> Iterable[Row]:
    """Give the contests of an earlier election."""
    place = map_of(*key)
    for number in range(1, len(place.official_names) + 1):
        yield said(key) | {"constituency": place.id(number)}


def said(key: tuple[str, int]) -> Row:
    """Give what every row about an earlier result shares."""
    return {"election": f"in-{key[0]}-{key[1]}", "known_at": COUNTED[key], "source": "lokdhaba"}


def earlier_result(file: Path, year: int) -> pl.DataFrame:
    """
    Read one general election's official figures.

    Returns: number, serial (rank among candidates; 0 is NOTA), candidate, party code, votes, electors.
    """
    table = pl.read_csv(file, infer_schema_length=0).filter(pl.col("Year") == str(year), pl.col("Poll_No") == "0")
    rank = pl.col("position").rank("ordinal").over("number", "nota").cast(pl.Int64)
    return (
        table.select(
            pl.col("Constituency_No").cast(pl.Int64).alias("number"),
            pl.col("Position").cast(pl.Int64).alias("position"),
            pl.col("Candidate").str.strip_chars().str.replace_all(r"\s+", " ").alias("candidate"),
            pl.col("Party").str.strip_chars().alias("party"),
            pl.col("Votes").cast(pl.Int64).alias("votes"),
            pl.col("Electors").cast(pl.Int64).alias("electors"),
        )
        .with_columns(nota=pl.col("party") == "NOTA")
        .with_columns(serial=pl.when("nota").then(model.NOTA).otherwise(rank))
        .sort("number", "position")
    )


def party_of_code() -> dict[str, str]:
    """Map the abbreviations of parties, as parties.csv and names.csv have them, to ids."""
    only = " (abbreviation only)"
    ids = {row["abbreviation"].removesuffix(only): row["id"] for row in read(model.Party)[::-1]}
    for row in read(model.Name):
        if row["noun"] == "party" and row["kind"] == "short":
            ids.setdefault(row["name"], row["of"])
    return ids | CODES


def candidacies(key: tuple[str, int], frame: pl.DataFrame, parties: Mapping[str, str]) -> Iterable[Row]:
    """Give the candidates of an earlier election, numbered by votes since the ballot's order is not known."""
    place = map_of(*key)
    for row in frame.filter(~pl.col("nota")).iter_rows(named=True):
        party = CODES_OF_ELECTION.get((*key, row["party"])) or parties[row["party"]]
        yield said(key) | {
            "constituency": place.id(row["number"]),
            "serial": row["serial"],
            "serial_kind": "list",
            "name": row["candidate"],
            "party": party,
            "status": "contesting",
        }


def tallies(key: tuple[str, int], frame: pl.DataFrame) -> Iterable[Row]:
    """Give the votes of an earlier election; EVM and postal votes are not told apart by the source."""
    place = map_of(*key)
    for row in frame.iter_rows(named=True):
        seat = {"constituency": place.id(row["number"]), "serial": row["serial"]}
        yield said(key) | seat | {"total": row["votes"], "status": "final"}


def declarations(key: tuple[str, int]) -> Iterable[Row]:
    """Say that the first of the list won, in each seat of an earlier election."""
    place = map_of(*key)
    for number in range(1, len(place.official_names) + 1):
        seat = {"constituency": place.id(number), "status": "declared", "winner": 1, "by_lot": "false"}
        yield said(key) | seat


def electors(key: tuple[str, int], frame: pl.DataFrame) -> Iterable[Row]:
    """Give the electors of each seat, and of all seats together, in an earlier election."""
    place = map_of(*key)
    seats = frame.unique("number", keep="first", maintain_order=True).sort("number")
    common = said(key) | {"measure": "electors", "unit": "votes", "basis": "final"}
    for number, count in seats.select("number", "electors").iter_rows():
        yield common | {"scope": "constituency", "scope_id": place.id(number), "value": count}


def seat_shares(folder: Path) -> Iterable[Row]:
    """Give which partner stood where, as the ballot papers of the two newest elections show it."""
    files = {"in-jh-2024": "2024Assembly-JH.csv", "in-dl-2025": "2025Assembly-DL.csv"}
    ids = {row["name"]: row["id"] for row in read(model.Party)}
    for election, alliances in PARTNERS.items():
        place = JHARKHAND if election == "in-jh-2024" else DELHI
        table = pl.read_csv(folder / files[election]).with_columns(pl.col("party").replace(ids).alias("party"))
        for alliance, members, known_at in alliances:
            standing = table.filter(pl.col("party").is_in(members)).unique(["constituency_no", "party"])
            for number, party in standing.select("constituency_no", "party").sort(pl.all()).iter_rows():
                rivals = standing.filter(pl.col("constituency_no") == number).height
                yield {
                    "election": election,
                    "alliance": alliance,
                    "constituency": place.id(number),
                    "party": party,
                    "arrangement": "friendly" if rivals > 1 else "allotted",
                    "known_at": known_at,
                    "source": "ballot-papers",
                }


def read(noun: type[model.Noun], pack: Path = PACK) -> list[Row]:
    """Read a table of a pack as text, columns that it leaves out empty; a missing table is empty."""
    file = pack / f"{noun.TABLE}.csv"
    if not file.exists():
        return []
    with file.open(newline="", encoding="utf-8") as lines:
        return [dict.fromkeys(model.columns(noun), "") | row for row in csv.DictReader(lines)]


def write(noun: type[model.Noun], rows: Iterable[Row]) -> None:
    """Write a table of the pack, unknown cells empty."""
    with (PACK / f"{noun.TABLE}.csv").open("w", newline="", encoding="utf-8") as lines:
        table = csv.DictWriter(lines, list(model.columns(noun)), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
