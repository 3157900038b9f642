"""Published numbers: electors, turnout, candidates, votes counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
from jk_2024.places import assembly_seat

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
    (_JK, "phase", "2", "electors", 2578000, "votes", "approximate", "2024-09-25", "hansindia-2024-09-25", "25.78 lakh"),
    (_JK, "phase", "3", "electors", 3918220, "votes", "final", "2024-10-01", "etvbharat-2024-10-01", None),
    (_JK, "phase", "3", "electors_male", 2009033, "votes", "final", "2024-10-01", "etvbharat-2024-10-01", None),
    (_JK, "phase", "3", "electors_female", 1909130, "votes", "final", "2024-10-01", "etvbharat-2024-10-01", None),
    (_JK, "phase", "3", "electors_third_gender", 57, "votes", "final", "2024-10-01", "etvbharat-2024-10-01", None),
    (_JK, "phase", "1", "candidates", 219, "candidates", "final", "2024-08-30", "zeenews-2024-09-17", None),
    (_JK, "phase", "2", "candidates", 239, "candidates", "final", "2024-09-09", "newsx-2024-09-24", None),
    (_JK, "phase", "3", "candidates", 415, "candidates", "final", "2024-09-17", "newsx-2024-09-30", None),
    (_JK, "phase", "1", "turnout", 61.11, "percent", "interim", "2024-09-18", "press-turnout-2024", "Given out on the evening"),
    (_JK, "phase", "1", "turnout", 61.13, "percent", "interim", "2024-09-19", "press-turnout-2024", None),
    (_JK, "phase", "1", "turnout", 61.38, "percent", "final", "2024-09-20", "eci-press-2024-09-20", "At polling stations, without postal votes"),
    (_JK, "phase", "2", "turnout", 56.79, "percent", "interim", "2024-09-25", "press-turnout-2024", None),
    (_JK, "phase", "2", "turnout", 57.03, "percent", "interim", "2024-09-26", "press-turnout-2024", None),
    (_JK, "phase", "2", "turnout", 57.31, "percent", "final", "2024-09-27", "eci-press-2024-09-27", "At polling stations, without postal votes"),
    (_JK, "phase", "3", "turnout", 65.48, "percent", "at 5 pm", "2024-10-01T17:30+05:30", "press-turnout-2024", None),
    (_JK, "phase", "3", "turnout", 65.58, "percent", "interim", "2024-10-01T19:30+05:30", "press-turnout-2024", "Given out at 7 pm"),
    (_JK, "phase", "3", "turnout", 68.72, "percent", "interim", "2024-10-01", "press-turnout-2024", "Given out late in the evening"),
    (_JK, "phase", "3", "turnout", 69.65, "percent", "interim", "2024-10-02", "press-turnout-2024", None),
    (_JK, "phase", "3", "turnout", 69.69, "percent", "final", "2024-10-03", "eci-press-2024-10-03", "At polling stations, without postal votes"),
    ("in-ls-2024", "election", "in-ls-2024", "turnout", 57.89, "percent", "chief electoral officer", "2024-09-30", "press-turnout-2024", "Jammu and Kashmir, as the chief electoral officer stated it"),
    ("in-ls-2024", "election", "in-ls-2024", "turnout", 58.58, "percent", "final", "2024-10-03", "eci-press-2024-10-03", "Jammu and Kashmir without Ladakh"),
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
            of_spring = {"election": "in-ls-2024", "known_at": "2024-06-04", "source": "eci-form-20-2024-ls"}
            rows.append(
                place | {"measure": "electors", "value": seat["electors_2024_lok_sabha"], "unit": "votes"} | of_spring
            )
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
