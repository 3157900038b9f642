"""The instants at which anything became known of an election: the stops of the time slider."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from janadesh import model
from janadesh.record.book import Record

MOST = 300
"""More instants than this, as a running count has them, are thinned evenly."""

_OF_ELECTIONS = tuple(
    noun for noun in model.NOUNS if issubclass(noun, model.Statement) and "election" in model.columns(noun)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An instant, where the election is held, and its text for `as_of`: a day, or a day and a time."""

    instant: dt.datetime
    asked: str

    @property
    def has_clock(self) -> bool:
        """Whether it is a time of day, not the end of a day."""
        return len(self.asked) > len("2024-10-08")

    @property
    def date(self) -> dt.date:
        """Its day."""
        return self.instant.date()

    @property
    def clock(self) -> str:
        """Its time of day, `14:05`."""
        return self.instant.strftime("%H:%M")


def steps_of(record: Record, election: str) -> tuple[Step, ...]:
    """List the instants at which a statement on an election became known, oldest first."""
    zone = ZoneInfo(record.time_zone)
    instants: set[dt.datetime] = set()
    for noun in _OF_ELECTIONS:
        instants.update(record.history(noun, election=election)["known_at"].unique().to_list())
    return tuple(_step(instant.astimezone(zone)) for instant in _thinned(sorted(instants)))


def step_at(steps: tuple[Step, ...], moment: dt.datetime) -> int:
    """Give the place of the last step by a moment; 0 before the first."""
    return max(sum(step.instant <= moment for step in steps) - 1, 0)


def _step(there: dt.datetime) -> Step:
    # what is known of a day is known at its last second
    is_whole_day = there.time() >= dt.time(23, 59, 59)
    asked = there.date().isoformat() if is_whole_day else there.strftime("%Y-%m-%dT%H:%M:%S")
    return Step(instant=there, asked=asked)


def _thinned(instants: list[dt.datetime]) -> list[dt.datetime]:
    if len(instants) <= MOST:
        return instants
    return [instants[round(place * (len(instants) - 1) / (MOST - 1))] for place in range(MOST)]
