"""
Build the bundled pack `jk-2024` from the official tables beside the checkout and the literal tables in `jk_2024/`.

Usage: python tools/build_jk_2024.py ../shared/data
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

RESULT_SOURCES = {
    "in-jk-2024": "eci-results-2024-jk",
    "in-ls-2024": "eci-results-2024-ls",
    "in-ls-2019": "eci-results-2019-ls",
}

REBELS = {
    ("in-ls-2024", "mohmad-haneefa"): "in-nc",
    ("in-ls-2009", "hassan-khan"): "in-nc",
}
"""Candidacies of somebody who stood against the party's own choice."""


ENDORSED = {
    ("in-ls-2024", "tsering-namgyal"): ("in-india", "in-nc"),
    ("in-ls-2024", "abdul-rashid-sheikh"): ("in-jkaip",),
    ("in-ls-2024", "choudhary-lal-singh"): ("in-india", "in-nc", "in-pdp"),
    ("in-ls-2024", "raman-bhalla"): ("in-india", "in-nc", "in-pdp"),
    ("in-jk-2024", "khursheed-ahmad-sheikh"): ("in-jkaip",),
}
"""Alliances and parties that backed a candidacy, by election and person."""


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
    candidacies = [row for election, frame in votes.items() for row in candidates(election, frame, phases)]
    check_that_everybody_was_found(candidacies)
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
        model.Contest: [row for election, frame in votes.items() for row in contests(election, frame, phases)],
        model.Candidacy: candidacies,
        model.Endorsement: endorsements(candidacies),
        model.Tally: [row for election, frame in votes.items() for row in tallies(election, frame)],
        model.Declaration: [row for election, frame in votes.items() for row in declarations(election, frame)],
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


def constituency(election: str, seat: str) -> str:
    """Name the constituency that an election's seat is: `27`, `U08-1` or `S09-4` as the readers give it."""
    if "-" not in seat:
        return places.assembly_seat(int(seat), "2022" if election == "in-jk-2024" else "1995")
    code, number = seat.split("-")
    if code == "U09":
        return places.LADAKH
    return places.lok_sabha_seat(int(number), "2022" if code == "U08" else "1995")


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


def said_of_result(election: str) -> Row:
    """Give what every row about an election's result shares."""
    return {
        "election": election,
        "known_at": schedule.COUNTED[election],
        "source": RESULT_SOURCES.get(election, "eci-statistical-reports"),
    }


def candidates(election: str, frame: pl.DataFrame, phases: dict[int, int]) -> Iterable[Row]:
    """Give the candidates of an election; they are known from the day on which nobody could withdraw any more."""
    party_ids, persons = parties.ids(), people.who_stood()
    on_ballot = election in ("in-jk-2024", "in-ls-2019")
    for row in frame.filter(pl.col("serial") != model.NOTA).iter_rows(named=True):
        known_at = schedule.COUNTED[election]
        if election == "in-jk-2024":
            known_at = schedule.WITHDRAWN_2024[phases[int(row["seat"])]]
        elif election == "in-ls-2024":
            known_at = schedule.WITHDRAWN_LOK_SABHA_2024[schedule.LOK_SABHA_PHASES[election][row["seat"]]]
        person = persons.get((election, row["seat"], row["candidate"]))
        yield said_of_result(election) | {
            "constituency": constituency(election, row["seat"]),
            "serial": row["serial"],
            "serial_kind": "ballot" if on_ballot else "list",
            "name": row["candidate"],
            "party": party_ids[row["party"]],
            "person": person,
            "status": "contesting",
            "rebel_of": REBELS.get((election, person or "")),
            "known_at": known_at,
        }


def check_that_everybody_was_found(candidacies: list[Row]) -> None:
    """Stop where a line of `stood.py` names no candidacy, or two namesakes of one seat."""
    found = [(c["election"], c["constituency"], c["name"]) for c in candidacies if c["person"] is not None]
    for election, seat, name in people.who_stood():
        times = found.count((election, constituency(election, seat), name))
        if times != 1:
            raise ValueError(f"{name} in {seat}, {election}, is listed {times} times; correct stood.py")


def contests(election: str, frame: pl.DataFrame, phases: dict[int, int]) -> Iterable[Row]:
    """Give the seats that vote in an election, with their phase where it is known."""
    announced = schedule.ANNOUNCED[election]
    for seat in frame["seat"].unique(maintain_order=True):
        of_lok_sabha = schedule.LOK_SABHA_PHASES.get(election, {})
        yield {
            "election": election,
            "constituency": constituency(election, seat),
            "phase": phases[int(seat)] if election == "in-jk-2024" else of_lok_sabha.get(seat),
            "known_at": announced,
            "source": f"eci-schedule-{announced}",
        }
    if election == "in-ls-2024":
        yield {
            "election": election,
            "constituency": places.lok_sabha_seat(3),
            "phase": 6,
            "known_at": "2024-04-30",
            "source": "eci-press-2024-04-30",
            "note": "Moved from 7 to 25 May",
        }


def tallies(election: str, frame: pl.DataFrame) -> Iterable[Row]:
    """Give the final votes of an election."""
    for row in frame.iter_rows(named=True):
        yield said_of_result(election) | {
            "constituency": constituency(election, row["seat"]),
            "serial": row["serial"],
            "evm": row["evm"],
            "postal": row["postal"],
            "migrant": row["migrant"],
            "total": row["total"],
            "status": "final",
        }


def declarations(election: str, frame: pl.DataFrame) -> Iterable[Row]:
    """Give the winner of each seat of an election."""
    first = frame.filter(pl.col("serial") != model.NOTA).sort("total", descending=True, maintain_order=True)
    winners = dict(first.unique("seat", keep="first").select("seat", "serial").iter_rows())
    for seat in frame["seat"].unique(maintain_order=True):
        yield said_of_result(election) | {
            "constituency": constituency(election, seat),
            "status": "declared",
            "winner": winners[seat],
        }


def endorsements(candidacies: list[Row]) -> list[Row]:
    """Say who backed whose candidacy beside the party on the ballot paper."""
    rows: list[Row] = []
    for (election, person), backers in ENDORSED.items():
        for candidacy in (c for c in candidacies if (c["election"], c["person"]) == (election, person)):
            place = {key: candidacy[key] for key in ("election", "constituency", "serial", "known_at")}
            rows.extend(place | {"backer": backer, "source": "alliance-announcements"} for backer in backers)
    return rows


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
        of_seat = {constituency(election, seat): count for seat, count in read.items()}
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
