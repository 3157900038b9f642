"""What election a table is of that names neither its state nor its year: told by its file's name and its seats."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import polars as pl

from janadesh.names.spelling import spelling_key
from janadesh.record.moments import Moment
from janadesh.record.moments import read_moment
from janadesh.sources.eci_assembly_seats import PlacedSeats
from janadesh.sources.eci_assembly_seats import place_seats
from janadesh.sources.eci_elections import INDIA
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.known import Known

_YEAR = re.compile(r"(?<!\d)(19[5-9]\d|20\d\d)(?!\d)")
_YEARS_UNTIL_PUBLISHED = 2
_ENOUGH_SEATS = 0.9


def state_in_name(path: Path, known: Known) -> str | None:
    """Give the territory whose name the file's or its folder's name has in it."""
    written = spelling_key(f"{path.parent.name} {path.name}")
    fits = [
        (len(key), place)
        for place, territory in known.territories.items()
        if territory.status != "country" and (key := spelling_key(territory.name)) in written
    ]
    return max(fits)[1] if fits else None


def state_of_seats(seats: pl.DataFrame, known: Known) -> str | None:
    """
    Give the territory whose assembly has nearly all of the seats under their numbers in the record.

    Args:
        seats: columns `constituency_no`, `constituency`.
        known: what the record knows.
    """
    printed = {no: spelling_key(name) for no, name in seats.select("constituency_no", "constituency").iter_rows()}
    fits: list[tuple[int, str]] = []
    houses = known.constituencies.filter(pl.col("house").str.ends_with("-assembly"))
    for (house, _), of_house in houses.group_by("house", "delimitation"):
        same = sum(
            printed.get(number) in {spelling_key(name) for name in known.seat_names[seat]}
            for number, seat in of_house.select("number", "id").iter_rows()
        )
        fits.append((same, str(house).removesuffix("-assembly")))
    best = max(fits, default=(0, ""))
    return best[1] if printed and best[0] >= _ENOUGH_SEATS * len(printed) else None


def year_in_name(path: Path) -> int | None:
    """Give the year that the file's or its folder's name has in it."""
    written = _YEAR.findall(f"{path.parent.name} {path.name}")
    return int(written[-1]) if written else None


def election_year(path: Path, territory: str, known: Known, known_at: Moment | None) -> int | None:
    """
    Give the year of the assembly election that a file is about.

    It is the year in the file's or its folder's name, else that of an election which the record has within
    two years before `known_at`, else the year of `known_at`, and without one the last that the record has.
    """
    written = year_in_name(path)
    if written is not None:
        return written
    held = sorted(_years_held(territory, known))
    if known_at is None:
        return held[-1] if held else None
    published = read_moment(known_at, INDIA).year
    near = [year for year in held if 0 <= published - year <= _YEARS_UNTIL_PUBLISHED]
    return near[-1] if near else published


def placed_seats(file: str, seats: pl.DataFrame, election: PlacedElection, known: Known) -> PlacedSeats:
    """Place seats as `place_seats` does, and make those new that a record with a few of them lacks."""
    held = place_seats(file, seats.clear(), election, known).ids
    printed = seats["constituency_no"].n_unique()
    if not held or len(held) >= printed:
        return place_seats(file, seats, election, known)
    is_held = pl.col("constituency_no").is_in(list(held))
    unknown = replace(known, constituencies=known.constituencies.clear(), contests=known.contests.clear())
    old = place_seats(file, seats.filter(is_held), election, known)
    new = place_seats(file, seats.filter(~is_held), election, unknown)
    return PlacedSeats({**old.ids, **new.ids}, new.statements, (*old.faults, *new.faults))


def _years_held(territory: str, known: Known) -> Iterable[int]:
    for election, house in known.elections.items():
        year = election.removeprefix(f"{territory}-")
        if house == f"{territory}-assembly" and year.isdigit() and int(year) <= dt.MAXYEAR:
            yield int(year)
