"""
Build the bundled pack `jk-2024` from the official tables beside the checkout and the literal tables in `jk_2024/`.

Usage: python tools/build_jk_2024.py ../shared/data (needs shapely, for the map only: pip install shapely)
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polars as pl
from jk_2024 import alliances
from jk_2024 import ballots
from jk_2024 import changes
from jk_2024 import figures
from jk_2024 import other_names
from jk_2024 import parties
from jk_2024 import people
from jk_2024 import places
from jk_2024 import results
from jk_2024 import schedule
from jk_2024.outline import outline
from jk_2024.resources import package
from jk_2024.sources import sources
from jk_2024.turnout_as_told import turnout_as_told

from janadesh import model

PACK = Path(__file__).resolve().parents[1] / "src" / "janadesh" / "packs" / "jk-2024"
Row = dict[str, Any]


def main(data: Path) -> None:
    """Write every table, the map and the description."""
    seats = pl.read_csv(data / "jk-2024" / "constituencies.csv")
    phases = dict(seats.select("ac_no", "phase").iter_rows())
    votes = read_results(data)
    constituencies = [
        *assembly_2022(seats),
        *assembly_1995(data),
        *places.lok_sabha_constituencies(results.official_lok_sabha_names(data)),
    ]
    candidacies = [row for election, frame in votes.items() for row in ballots.candidates(election, frame, phases)]
    ballots.check_that_everybody_was_found(candidacies)
    persons = people.persons(c for c in candidacies if c["person"] is not None)
    tables: dict[type[model.Noun], list[Row]] = {
        model.Source: sources(),
        model.Territory: places.TERRITORIES,
        model.House: places.HOUSES,
        model.Constituency: constituencies,
        model.Lineage: [
            *places.assembly_lineage(dict(seats.select("ac_no", "ac_name").iter_rows())),
            *places.lok_sabha_lineage(),
        ],
        model.Party: parties.parties(),
        model.PartyDescent: changes.descents(),
        model.Alliance: alliances.alliances(),
        model.Person: persons,
        model.Name: other_names.names(
            borne([*constituencies, *parties.parties(), *persons, *places.TERRITORIES, *places.HOUSES])
        ),
        model.Election: schedule.elections(),
        model.AllianceMember: alliances.members(),
        model.SeatShare: alliances.seat_shares(data, phases),
        model.SeatShareTotal: alliances.seat_share_totals(),
        model.ScheduleEntry: schedule.schedule(),
        model.Contest: [row for election, frame in votes.items() for row in ballots.contests(election, frame, phases)],
        model.Candidacy: candidacies,
        model.Endorsement: ballots.endorsements(candidacies),
        model.Tally: [row for election, frame in votes.items() for row in ballots.tallies(election, frame)],
        model.Declaration: [row for election, frame in votes.items() for row in ballots.declarations(election, frame)],
        model.Vacancy: changes.vacancies(),
        model.Figure: figures.in_order(
            [
                *figures.published(),
                *turnout_as_told(),
                *figures.by_assembly_seat(data),
                *figures.lok_sabha_electors(data),
                *figures.lok_sabha_2014(data),
                *earlier_electors(data),
            ]
        ),
        model.Office: people.offices(),
    }
    PACK.mkdir(parents=True, exist_ok=True)
    columns = {noun: write(noun, rows) for noun, rows in tables.items()}
    (PACK / "datapackage.json").write_text(package(tables, columns), encoding="utf-8")
    (PACK / "map.json").write_text(json.dumps(outline(data), separators=(",", ":")) + "\n", encoding="utf-8")


def borne(rows: list[Row]) -> dict[str, tuple[str, ...]]:
    """Give the names that each thing bears in its own table, by id."""
    columns = ("name", "official_name", "abbreviation")
    return {row["id"]: tuple(row[column] for column in columns if column in row) for row in rows}


def read_results(data: Path) -> dict[str, pl.DataFrame]:
    """Read the results of every election of the pack, newest first."""
    return {
        "in-jk-2024": results.assembly_2024(data),
        "in-ls-2024": results.lok_sabha_2024(data),
        "in-ls-2019": results.lok_sabha_2019(data),
        "in-jk-2014": results.earlier(data, 2014, places.ASSEMBLY),
        "in-ls-2014": results.earlier(data, 2014, places.LOK_SABHA),
        "in-ls-2009": results.earlier(data, 2009, places.LOK_SABHA),
        "in-jk-2008": results.earlier(data, 2008, places.ASSEMBLY),
        "in-ls-2004": results.earlier(data, 2004, places.LOK_SABHA),
    }


def assembly_2022(seats: pl.DataFrame) -> Iterable[Row]:
    """Give the 90 seats of the map of 2022."""
    for seat in seats.iter_rows(named=True):
        yield {
            "id": places.assembly_seat(seat["ac_no"]),
            "house": places.ASSEMBLY,
            "delimitation": "2022",
            "number": seat["ac_no"],
            "name": seat["ac_name"],
            "official_name": seat["ac_name_eci_results"],
            "territory": "in-jk",
            "reservation": seat["reservation"],
            "district": seat["district"],
            "region": seat["division"],
            "within": places.lok_sabha_seat(seat["pc_no"]),
            "valid_from": "2022-05-20",
            "known_at": "2022-05-05",
            "source": "delimitation-2022",
        }


def assembly_1995(data: Path) -> Iterable[Row]:
    """Give the 87 seats of the map of 1995."""
    within = {n: seat for seat, (first, last) in places.SEGMENTS_1995.items() for n in range(first, last + 1)}
    names = places.names_1995()
    for number, (official_name, reservation) in sorted(results.seats_1995(data).items()):
        yield {
            "id": places.assembly_seat(number, "1995"),
            "house": places.ASSEMBLY,
            "delimitation": "1995",
            "number": number,
            "name": names[number],
            "official_name": official_name,
            "territory": "in-jk",
            "reservation": reservation,
            "region": places.region_1995(number),
            "within": places.lok_sabha_seat(within[number], "1995"),
            "valid_to": "2019-10-30" if places.region_1995(number) == "Ladakh" else "2022-05-19",
            "known_at": "1996-04-01",
            "source": "delimitation-1995",
        }


def earlier_electors(data: Path) -> Iterable[Row]:
    """Give the electors of each seat in the earlier elections."""
    for election, house in (
        ("in-ls-2019", places.LOK_SABHA),
        ("in-jk-2014", places.ASSEMBLY),
        ("in-ls-2009", places.LOK_SABHA),
        ("in-jk-2008", places.ASSEMBLY),
        ("in-ls-2004", places.LOK_SABHA),
    ):
        read = results.electors(data, int(election[-4:]), house)
        of_seat = {ballots.constituency(election, seat): count for seat, count in read.items()}
        yield from figures.electors(election, schedule.COUNTED[election], "eci-statistical-reports", of_seat)


def write(noun: type[model.Noun], rows: list[Row]) -> list[str]:
    """
    Write a table of the pack, unknown cells empty, without columns that are wholly empty.

    Returns: the columns written.
    """
    unknown = {key for row in rows for key in row} - set(model.columns(noun))
    if unknown:
        raise ValueError(f"{noun.TABLE} has no column {sorted(unknown)}")
    columns = [name for name in model.columns(noun) if any(row.get(name) is not None for row in rows)]
    with (PACK / f"{noun.TABLE}.csv").open("w", newline="", encoding="utf-8") as lines:
        table = csv.DictWriter(lines, columns, lineterminator="\n", extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)
    return columns


if __name__ == "__main__":
    main(Path(sys.argv[1]))
