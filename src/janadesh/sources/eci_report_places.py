"""Which election and seats a statistical report is about; its workbooks do not name the year, most not the state."""

from __future__ import annotations

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
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.eci_elections import place_election
from janadesh.sources.eci_report_sheets import Kind
from janadesh.sources.eci_report_sheets import Sheet
from janadesh.sources.eci_report_sheets import whole_number
from janadesh.sources.eci_untold import election_year
from janadesh.sources.eci_untold import placed_seats
from janadesh.sources.eci_untold import state_in_name
from janadesh.sources.eci_untold import state_of_seats
from janadesh.sources.known import Known

_WITH_STATES = (Kind.DETAILED, Kind.WINNERS)
_WITH_SEATS = (Kind.DETAILED, Kind.ELECTORS, Kind.VOTERS, Kind.NOMINATIONS, Kind.WINNERS)
_SEAT_NAME = ("acname", "constituency")


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """The election of a report, under a source of its own, and its constituency ids by number."""

    election: PlacedElection
    seats: Mapping[int, str]
    statements: tuple[model.Noun, ...]


def place_report(path: Path, sheets: Sequence[Sheet], known: Known, known_at: Moment | None) -> ReportPlace:
    """
    Place a report: its state as the sheets name it, else as the file's or folder's name or its seats tell.

    Raises: Refused, where state, year or day cannot be told, or its seats are not those of the record.
    """
    seats = _seat_rows(sheets)
    territory = _stated(sheets, known) or state_in_name(path, known) or state_of_seats(seats, known)
    if territory is None:
        cure = "Load the folder with the report's other workbooks, or put the state's name into the file's name."
        raise Refused(path.name, [Fault(file=path.name, problem="nothing says which state it is of", cure=cure)])
    year = election_year(path, territory, known, known_at)
    if year is None:
        cure = "Say when it was published, `--known-at 2023-05-13`, in Python `known_at`, "
        cure += "or put the year into the file's name."
        raise Refused(path.name, [Fault(file=path.name, problem="nothing says which year it is of", cure=cure)])
    code = territory.removeprefix("in-").upper()
    election = place_election(path.name, 1, code, year, known, known_at)
    if isinstance(election, Fault):
        raise Refused(path.name, [election])
    election = _own_source(election, known)
    placed = placed_seats(sheets[0].file, seats, election, known)
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
