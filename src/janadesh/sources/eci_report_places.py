"""Which election and seats a statistical report is about; its workbooks do not name the year, most not the state."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.names.spelling import spelling_key
from janadesh.record.moments import Moment
from janadesh.record.moments import read_moment
from janadesh.sources.eci_assembly_seats import place_seats
from janadesh.sources.eci_elections import INDIA
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.eci_elections import place_election
from janadesh.sources.eci_report_sheets import Kind
from janadesh.sources.eci_report_sheets import Sheet
from janadesh.sources.eci_report_sheets import whole_number
from janadesh.sources.known import Known

_YEAR = re.compile(r"(?<!\d)(19[5-9]\d|20\d\d)(?!\d)")
_WITH_STATES = (Kind.DETAILED, Kind.WINNERS)
_WITH_SEATS = (Kind.DETAILED, Kind.ELECTORS, Kind.VOTERS, Kind.NOMINATIONS, Kind.WINNERS)
_SEAT_NAME = ("acname", "constituency")
_YEARS_UNTIL_PUBLISHED = 2
_ENOUGH_SEATS = 0.9


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """The election of a report, under a source of its own, and its constituency ids by number."""

    election: PlacedElection
    seats: Mapping[int, str]
    statements: tuple[model.Noun, ...]


def place_report(path: Path, sheets: Sequence[Sheet], known: Known, known_at: Moment | None) -> ReportPlace:
    """
    Place a report: its state as the sheets name it, else as the file's or folder's name or its seats tell.

    The year is that in the file's or folder's name, else that of the election which the record has within
    two years before `known_at`, else the year of `known_at`.

    Raises: Refused, where state, year or day cannot be told, or its seats are not those of the record.
    """
    seats = _seat_rows(sheets)
    territory = _stated(sheets, known) or _in_name(path, known) or _of_seats(seats, known)
    if territory is None:
        cure = "Load the folder with the report's other workbooks, or put the state's name into the file's name."
        raise Refused(path.name, [Fault(file=path.name, problem="nothing says which state it is of", cure=cure)])
    year = _year(path, territory, known, known_at)
    if year is None:
        cure = "Say when it was published, `--known-at 2023-05-13`, or put the year into the file's name."
        raise Refused(path.name, [Fault(file=path.name, problem="nothing says which year it is of", cure=cure)])
    code = territory.removeprefix("in-").upper()
    election = place_election(path.name, 1, code, year, known, known_at)
    if isinstance(election, Fault):
        raise Refused(path.name, [election])
    election = _own_source(election, known)
    placed = place_seats(sheets[0].file, seats, election, known)
    if placed.faults:
        raise Refused(path.name, list(placed.faults))
    held = set(known.contests.filter(pl.col("election") == election.id)["constituency"])
    contests = [
        model.Contest(
            election=election.id, constituency=placed.ids[number], known_at=election.known_at, source=election.source
        )
        for number in seats["constituency_no"].unique(maintain_order=True)
        if placed.ids[number] not in held
    ]
    return ReportPlace(election, placed.ids, (*election.statements, *placed.statements, *contests))


def _own_source(election: PlacedElection, known: Known) -> PlacedElection:
    source = f"eci-statistical-report-{election.id}"
    name = known.territories[election.territory].name
    stated = model.Source(
        id=source,
        title=f"Statistical report on the general election to the Legislative Assembly of {name}, {election.year}",
        publisher="Election Commission of India",
        kind="official",
        url="https://www.eci.gov.in/statistical-reports",
    )
    others = [replace(noun, source=source) for noun in election.statements if isinstance(noun, model.Statement)]
    return replace(election, source=source, statements=(stated, *others))


def _seat_rows(sheets: Iterable[Sheet]) -> pl.DataFrame:
    """Take number and name of each seat from the fullest sheet that has them, as `place_seats` needs them."""
    by_kind = {sheet.kind: sheet for sheet in sheets}
    rows: list[tuple[int, int, str]] = []
    for kind in _WITH_SEATS:
        sheet = by_kind.get(kind)
        number = sheet.column("acno") if sheet else None
        name = next((column for key in _SEAT_NAME if sheet and (column := sheet.column(key))), None)
        if sheet and number and name and not rows:
            listed = sheet.rows.select("row", number, name).iter_rows()
            rows = [(row, no, text) for row, cell, text in listed if (no := whole_number(cell)) is not None and text]
    schema = {"row": pl.Int64, "constituency_no": pl.Int64, "constituency": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _stated(sheets: Iterable[Sheet], known: Known) -> str | None:
    names = {spelling_key(territory.name): place for place, territory in known.territories.items()}
    for sheet in sheets:
        if sheet.kind in _WITH_STATES:
            for cell in sheet.rows["1"].head(1):
                return names.get(spelling_key(cell or ""))
    return None


def _in_name(path: Path, known: Known) -> str | None:
    written = spelling_key(f"{path.parent.name} {path.name}")
    fits = [
        (len(key), place)
        for place, territory in known.territories.items()
        if territory.status != "country" and (key := spelling_key(territory.name)) in written
    ]
    return max(fits)[1] if fits else None


def _of_seats(seats: pl.DataFrame, known: Known) -> str | None:
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


def _year(path: Path, territory: str, known: Known, known_at: Moment | None) -> int | None:
    written = _YEAR.findall(f"{path.parent.name} {path.name}")
    if written:
        return int(written[-1])
    held = sorted(_years_held(territory, known))
    if known_at is None:
        return held[-1] if held else None
    published = read_moment(known_at, INDIA).year
    near = [year for year in held if 0 <= published - year <= _YEARS_UNTIL_PUBLISHED]
    return near[-1] if near else published


def _years_held(territory: str, known: Known) -> Iterable[int]:
    for election, house in known.elections.items():
        year = election.removeprefix(f"{territory}-")
        if house == f"{territory}-assembly" and year.isdigit() and int(year) <= dt.MAXYEAR:
            yield int(year)
