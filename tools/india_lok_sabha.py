"""The Lok Sabha seats outside J&K and Ladakh, with the numbers that the result table of 2024 cuts to one digit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

HOUSE = "in-lok-sabha"
_ELSEWHERE = ("U08", "U09")
_ASSAM = "S03"
_ASSAM_RESERVED = {"Diphu": "ST", "Kokrajhar": "ST", "Silchar": "SC"}
"""Reserved seats of the map of 2023, of which no earlier result tells."""

_READABLE = {"Dadar & Nagar Haveli": "Dadra and Nagar Haveli"}

_SINCE = {"S01": "2014-06-02", "S29": "2014-06-02", "U03": "2020-01-26", "S03": "2023-08-11"}
"""Where the numbers are newer than the order of 2008: states and union territories divided, joined or mapped anew."""

_FIRST = "2008-02-19"
_RESERVED = re.compile(r"\s*\((?:SC|ST)\)")


def seat_id(code: str, number: int) -> str:
    """Name a seat by the state's code and its number there."""
    return f"{HOUSE}.{'2023' if code == _ASSAM else '2008'}.{code}-{number}"


def constituencies(data: Path, territories: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    """
    Give one row for each seat, in the order of codes and numbers.

    Args:
        data: the folder of official tables.
        territories: code to territory id.
    """
    official = _official_names(data)
    reserved = _reservations(data)
    for code, number, name, alias in _numbered(data):
        since = _SINCE.get(code, _FIRST)
        plain = _READABLE.get(name) or _RESERVED.sub("", alias).strip()
        yield {
            "id": seat_id(code, number),
            "house": HOUSE,
            "delimitation": "2023" if code == _ASSAM else "2008",
            "number": number,
            "name": plain,
            "official_name": official.get((code, _key(name))) or official[code, _key(alias)],
            "territory": territories[code],
            "reservation": _ASSAM_RESERVED.get(plain, "GEN") if code == _ASSAM else reserved[code, number],
            "valid_from": since,
            "known_at": since,
            "source": "delimitation-2023-assam" if code == _ASSAM else "delimitation-2008",
        }


def seats_of_segments(file: Path, code: str) -> dict[int, str]:
    """Map the assembly seats of a state to the Lok Sabha seat that they are segments of."""
    table = pl.read_csv(file, infer_schema_length=0).filter(pl.col("Year") == "2019")
    rows = table.select("Constituency_No", "PC_No").unique().iter_rows()
    return {int(segment): seat_id(code, int(seat)) for segment, seat in rows}


def _numbered(data: Path) -> list[tuple[str, int, str, str]]:
    table = pl.read_csv(data / "count-feed-2024-06-04" / "2024-PC-attributes.csv", infer_schema_length=0)
    found = []
    for letter, state_number, state, number, name, alias in table.select(
        "s_u", "st_code", "st_name", "pc_no", "pc_name", "pc_name_alias"
    ).iter_rows():
        # the table gives the Andamans the letter of the states
        code = "U01" if state.startswith("ANDAMAN") else f"{letter}{int(state_number):02d}"
        if code not in _ELSEWHERE:
            found.append((code, int(number), name, alias))
    return sorted(found)


def _official_names(data: Path) -> dict[tuple[str, str], str]:
    table = pl.read_csv(
        data / "eci-parliament" / "2024-parliament.csv.gz", separator=";", infer_schema_length=0
    ).select("State ID", pl.col("Constituency").str.strip_chars())
    return {(code, _key(name)): name for code, name in table.unique().iter_rows()}


def _reservations(data: Path) -> dict[tuple[str, int], str]:
    states = pl.read_csv(data / "eci-assembly" / "states.csv", infer_schema_length=0)
    rows = states.select("state_code_eci", "state_name").iter_rows()
    codes = {_key(name.replace("&", "and")): code for code, name in rows}
    codes |= {"delhi": "U05", "dadraandnagarhaveli": "U03-2", "damananddiu": "U03-1"}
    table = pl.read_csv(data / "lokdhaba" / "All_States_GE.csv.gz", infer_schema_length=0)
    last = table.filter(pl.col("Year") == "2019", pl.col("Poll_No") == "0").unique(["State_Name", "Constituency_No"])
    found: dict[tuple[str, int], str] = {}
    for state, number, kind in last.select("State_Name", "Constituency_No", "Constituency_Type").iter_rows():
        code, _, renumbered = codes[_key(state.replace("_", " ").replace("&", "and"))].partition("-")
        found[code, int(renumbered or number)] = kind
    # polls of two seats were not held with the others in 2019
    return {("S22", 8): "GEN"} | found


def _key(name: str) -> str:
    return re.sub(r"[^a-z]", "", _RESERVED.sub("", name).lower())
