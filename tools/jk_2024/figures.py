"""Published numbers: electors, turnout, candidates, votes counted."""

# ruff: noqa: E501 - a table reads best with one fact a line
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl

from jk_2024.places import LADAKH
from jk_2024.places import LOK_SABHA
from jk_2024.places import assembly_seat
from jk_2024.places import lok_sabha_seat

Row = dict[str, Any]

_JK = "in-jk-2024"

# election, scope, scope id, measure, value, unit, basis, known, source, note
_SAID: list[tuple[str, str, str, str, float, str, str, str, str, str | None]] = [
    (_JK, "election", _JK, "electors", 8709000, "votes", "approximate", "2024-08-16", "indiatv-2024-09-02", "87.09 lakh at announcement"),
    (_JK, "election", _JK, "seats_vacant", 24, "seats", "final", "2022-05-05", "scroll-2024-10-08", "Kept vacant for areas under Pakistani control; they do not count for a majority"),
    (_JK, "election", _JK, "candidates", 873, "candidates", "final", "2024-09-17", "eci-results-2024-jk", None),
    (_JK, "election", _JK, "votes_counted", 5702324, "votes", "final", "2024-10-08", "computed", "EVM and postal votes, NOTA included"),
    (_JK, "election", _JK, "turnout", 63.45, "percent", "tentative", "2024-10-01", "press-turnout-2024", "Given out on the evening of the third phase"),
    (_JK, "election", _JK, "turnout", 63.88, "percent", "final", "2024-10-03", "eci-press-2024-10-03", "At polling stations, without postal votes"),
    (_JK, "election", _JK, "turnout_male", 64.68, "percent", "final", "2024-10-03", "eci-press-2024-10-03", None),
    (_JK, "election", _JK, "turnout_female", 63.04, "percent", "final", "2024-10-03", "eci-press-2024-10-03", None),
    (_JK, "phase", "1", "electors", 2327580, "votes", "final", "2024-09-17", "zeenews-2024-09-17", None),
    (_JK, "phase", "1", "electors_male", 1176462, "votes", "final", "2024-09-17", "zeenews-2024-09-17", None),
    (_JK, "phase", "1", "electors_female", 1151058, "votes", "final", "2024-09-17", "zeenews-2024-09-17", None),
    (_JK, "phase", "1", "electors_third_gender", 60, "votes", "final", "2024-09-17", "zeenews-2024-09-17", None),
    (_JK, "phase", "2", "electors", 2578099, "votes", "final", "2024-09-25", "lokmat-2024-09-25", None),
    (_JK, "phase", "2", "electors_male", 1312730, "votes", "final", "2024-09-25", "lokmat-2024-09-25", None),
    (_JK, "phase", "2", "electors_female", 1265316, "votes", "final", "2024-09-25", "lokmat-2024-09-25", None),
    (_JK, "phase", "2", "electors_third_gender", 53, "votes", "final", "2024-09-25", "lokmat-2024-09-25", None),
    (_JK, "election", _JK, "electors", 8823899, "votes", "final", "2024-10-01", "computed", "The electors of the three phases together"),
    (_JK, "election", _JK, "turnout_third_gender", 38.24, "percent", "final", "2024-10-03", "eci-press-2024-10-03", None),
    (_JK, "phase", "3", "electors", 3918220, "votes", "final", "2024-10-01", "etvbharat-2024-10-01", None),
    (_JK, "phase", "3", "electors_male", 2009033, "votes", "final", "2024-10-01", "etvbharat-2024-10-01", None),
    (_JK, "phase", "3", "electors_female", 1909130, "votes", "final", "2024-10-01", "etvbharat-2024-10-01", None),
    (_JK, "phase", "3", "electors_third_gender", 57, "votes", "final", "2024-10-01", "etvbharat-2024-10-01", None),
    (_JK, "phase", "1", "candidates", 219, "candidates", "final", "2024-08-30", "zeenews-2024-09-17", None),
    (_JK, "phase", "2", "candidates", 239, "candidates", "final", "2024-09-09", "newsx-2024-09-24", None),
    (_JK, "phase", "3", "candidates", 415, "candidates", "final", "2024-09-17", "newsx-2024-09-30", None),
    ("in-ls-2024", "election", "in-ls-2024", "turnout", 57.89, "percent", "chief electoral officer", "2024-09-30", "press-turnout-2024", "Jammu and Kashmir, as the chief electoral officer stated it"),
    ("in-ls-2024", "election", "in-ls-2024", "turnout", 58.58, "percent", "final", "2024-10-03", "eci-press-2024-10-03", "Jammu and Kashmir without Ladakh"),
    ("in-ls-2024", "constituency", "in-lok-sabha.2022.U08-1", "turnout", 59.1, "percent", "final", "2024-05-25", "eci-press-turnout-2024-ls", None),
    ("in-ls-2024", "constituency", "in-lok-sabha.2022.U08-2", "turnout", 38.49, "percent", "final", "2024-05-25", "eci-press-turnout-2024-ls", None),
    ("in-ls-2024", "constituency", "in-lok-sabha.2022.U08-3", "turnout", 55.4, "percent", "final", "2024-05-28", "eci-press-turnout-2024-ls", None),
    ("in-ls-2024", "constituency", "in-lok-sabha.2022.U08-4", "turnout", 68.27, "percent", "final", "2024-05-25", "eci-press-turnout-2024-ls", None),
    ("in-ls-2024", "constituency", "in-lok-sabha.2022.U08-5", "turnout", 72.22, "percent", "final", "2024-05-25", "eci-press-turnout-2024-ls", None),
    ("in-ls-2024", "constituency", "in-lok-sabha.2019.U09-1", "turnout", 71.82, "percent", "final", "2024-05-25", "eci-press-turnout-2024-ls", None),
    ("in-jk-2008", "election", "in-jk-2008", "turnout", 61.37, "percent", "final", "2008-12-28", "computed", "3,965,644 votes counted of 6,461,757 electors"),
    ("in-jk-2014", "election", "in-jk-2014", "turnout", 65.85, "percent", "final", "2014-12-23", "computed", "4,817,981 votes counted of 7,316,946 electors, NOTA included"),
    ("in-jk-2014", "election", "in-jk-2014", "turnout", 65.52, "percent", "Commission", "2014-12-23", "press-turnout-2024", "As printed in 2024"),
    ("in-jk-2014", "election", "in-jk-2014", "turnout", 65.84, "percent", "chief electoral officer", "2014-12-23", "press-turnout-2024", "As printed in 2024"),
]  # fmt: skip

_KEYS = ("election", "scope", "scope_id", "measure", "value", "unit", "basis", "known_at", "source", "note")


def published() -> list[Row]:
    """Give the figures of whole elections and of phases."""
    return [dict(zip(_KEYS, row, strict=True)) for row in _SAID]


def by_assembly_seat(data: Path) -> list[Row]:
    """Give electors and turnout of the assembly seats of 2024, where a source has them."""
    rows = []
    for seat in pl.read_csv(data / "jk-2024" / "constituencies.csv").iter_rows(named=True):
        day, source = {
            1: ("2024-09-20", "eci-press-2024-09-20"),
            2: ("2024-09-27", "eci-press-2024-09-27"),
            3: ("2024-10-03", "eci-press-2024-10-03"),
        }[seat["phase"]]
        place = {"election": _JK, "scope": "constituency", "scope_id": assembly_seat(seat["ac_no"]), "basis": "final"}
        said = {"known_at": day, "source": source}
        for measure, column in (
            ("electors", "electors_2024_assembly"),
            ("turnout", "turnout_pct_total"),
            ("turnout_male", "turnout_pct_male"),
            ("turnout_female", "turnout_pct_female"),
        ):
            if seat[column] is not None:
                unit = "votes" if measure == "electors" else "percent"
                rows.append(place | {"measure": measure, "value": seat[column], "unit": unit} | said)
        if seat["electors_2024_lok_sabha"] is not None:
            of_spring = {
                "election": "in-ls-2024",
                "scope": "segment",
                "known_at": "2024-06-04",
                "source": "eci-form-20-2024-ls",
            }
            rows.append(
                place | {"measure": "electors", "value": seat["electors_2024_lok_sabha"], "unit": "votes"} | of_spring
            )
    return rows


def lok_sabha_electors(data: Path) -> list[Row]:
    """Give the electors of the Lok Sabha seats of 2024; Udhampur's are not in the source."""
    of_seat = {}
    for file, code in (("JK.json", "U08"), ("LA.json", "U09")):
        with (data / "ls-2024-by-segment" / file).open(encoding="utf-8") as lines:
            for seat in json.load(lines).values():
                of_seat[f"{code}-{seat['constituencyNo']}"] = int(seat["electors"])
    named = {LADAKH if seat == "U09-1" else f"{LOK_SABHA}.2022.{seat}": count for seat, count in of_seat.items()}
    return electors("in-ls-2024", "2024-06-04", "eci-form-20-2024-ls", named)


def lok_sabha_2014(data: Path) -> list[Row]:
    """Give electors and turnout, by gender too, of the Lok Sabha seats of 2014."""
    table = pl.read_csv(data / "eci-parliament" / "2014-pc-wise-turnout.csv", infer_schema_length=0)
    rows = []
    for seat in table.filter(pl.col("State") == "Jammu & Kashmir").iter_rows(named=True):
        place = {"election": "in-ls-2014", "scope": "constituency", "basis": "final"} | {
            "scope_id": lok_sabha_seat(int(seat["PC Code"]), "1995"),
            "known_at": "2014-05-16",
            "source": "eci-turnout-2014-ls",
        }
        for suffix, who in (("", "Total"), ("_male", "Male"), ("_female", "Female")):
            count = int(seat[f"{who} Electors"].replace(",", ""))
            share = float(seat[f"{who} Turnout"].removesuffix("%"))
            rows.append(place | {"measure": f"electors{suffix}", "value": count, "unit": "votes"})
            rows.append(place | {"measure": f"turnout{suffix}", "value": share, "unit": "percent"})
    return rows


def electors(election: str, known_at: str, source: str, of_seat: dict[str, int]) -> list[Row]:
    """Give the electors of seats, keyed by constituency id, in one election."""
    return [
        {
            "election": election,
            "scope": "constituency",
            "scope_id": seat,
            "measure": "electors",
            "value": count,
            "unit": "votes",
            "basis": "final",
            "known_at": known_at,
            "source": source,
        }
        for seat, count in of_seat.items()
    ]


def in_order(rows: list[Row]) -> list[Row]:
    """Sort figures: the whole before phases, districts and seats, then by measure and by when they were known."""
    scopes = ("election", "phase", "region", "district", "constituency", "segment")
    elections = list(dict.fromkeys(row["election"] for row in rows))

    def place(row: Row) -> tuple[int, int, str, int, str, str]:
        stem, _, number = row["scope_id"].rpartition(".")
        digits = "".join(c for c in number if c.isdigit())
        of_seat = (stem, int(digits)) if stem and digits else (row["scope_id"], 0)
        # a day counts from its end, so it comes after the clock times of that day
        known_at = row["known_at"] if "T" in row["known_at"] else row["known_at"] + "U"
        return (elections.index(row["election"]), scopes.index(row["scope"]), *of_seat, row["measure"], known_at)

    return sorted(rows, key=place)
