"""Elections that an ECI table gives results of, placed in the record: id, house, and when it was counted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from janadesh import model
from janadesh.errors import Fault
from janadesh.record.moments import Moment
from janadesh.record.moments import read_moment
from janadesh.sources.known import Known

INDIA = "Asia/Kolkata"
_LOAD_INDIA = "Load what is known of India's states first, `janadesh load india`, or correct the code."


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedElection:
    """
    An election with its house and territory in the record, and what is to be said of it.

    `code` is the state's code where seats are numbered by state, as the Lok Sabha's are.
    """

    id: str
    house: str
    territory: str
    year: int
    known_at: dt.datetime
    day: dt.date
    source: str
    statements: tuple[model.Noun, ...]
    code: str | None = None


def place_election(
    file: str, row: int, state: str, year: int, known: Known, known_at: Moment | None = None
) -> PlacedElection | Fault:
    """
    Place an assembly election by state and year; its id is `in-<state>-<year>`.

    Args:
        file: what faults call the file.
        row: the first row of the election in it.
        state: two letters, as in `JK`.
        year: the year of the election.
        known: what the record knows.
        known_at: when the results were published; where None the end of the day of the count.

    Returns: the place, or the fault where the record knows neither state nor house, or no day is known.
    """
    election, territory = f"in-{state.lower()}-{year}", f"in-{state.lower()}"
    house = known.elections.get(election, f"{territory}-assembly")
    if territory not in known.territories:
        problem = "the record knows no state or union territory of this code"
        return Fault(file=file, row=row, column="election_state", value=state, problem=problem, cure=_LOAD_INDIA)
    if house not in known.houses:
        problem = "the record knows no assembly of this state or union territory"
        return Fault(file=file, row=row, column="election_state", value=state, problem=problem, cure=_LOAD_INDIA)
    time_zone = known.time_zones.get(election, INDIA)
    when = known_at or known.count_days.get(election)
    if when is None:
        problem = f"neither the file nor the record says when the votes of {election} were counted"
        return Fault(file=file, problem=problem, cure="Give the day, `--known-at 2024-11-23`, in Python `known_at`.")
    instant = read_moment(when, time_zone)
    day = known.count_days.get(election, instant.date())
    name = known.territories[territory].name
    source = model.Source(
        id=f"eci-assembly-{election}",
        title=f"{name} Legislative Assembly election, {year}: EVM and postal votes by candidate",
        publisher="Election Commission of India",
        kind="official",
        published=day,
    )
    new = model.Election(
        id=election,
        name=f"{name} Legislative Assembly election, {year}",
        house=house,
        year=year,
        time_zone=INDIA,
        known_at=instant,
        source=source.id,
    )
    return PlacedElection(
        id=election,
        house=house,
        territory=territory,
        year=year,
        known_at=instant,
        day=day,
        source=source.id,
        statements=(source,) if election in known.elections else (source, new),
    )
