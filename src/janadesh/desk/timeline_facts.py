"""Everything dated about an election, from the first talks to the swearing-in, each with its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl

from janadesh import model
from janadesh.analysis.offices import with_names
from janadesh.analysis.schedule import schedule
from janadesh.desk.as_of import AsOf
from janadesh.desk.desk import Desk
from janadesh.desk.election_facts import ElectionFacts
from janadesh.export.figures import day_in_words
from janadesh.export.figures import percent

Row = dict[str, Any]

AFTER = dt.timedelta(days=60)
"""Offices taken up later than this after the count belong to no election's timeline."""

_STANDINGS = {"talks": "in talks on the", "member": "in the", "left": "out of the"}
_STEPS = {
    "announcement": "Schedule announced",
    "notification": "Notification",
    "nominations": "Last day for nominations",
    "scrutiny": "Scrutiny of nominations",
    "withdrawal": "Last day to withdraw",
    "poll": "Poll",
    "count": "Votes are counted",
    "swearing-in": "Swearing-in",
}
_MAIN = ("poll", "count", "swearing-in")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened or was said. `sources` are rows of `sources`; `kind` picks its mark."""

    day: dt.date
    kind: str
    """`step`, `main` (polls, the count), `moved`, `alliance`, `candidates`, `figure`, `result`, `office`, `vacancy`."""
    what: str
    detail: str = ""
    constituencies: tuple[str, ...] = ()
    """Ids of constituencies that it is about, for links."""
    sources: tuple[Row, ...] = field(default=())


def timeline(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> tuple[Event, ...]:
    """Gather what is dated about an election and known at a moment, oldest first."""
    told = _Told(desk, facts, as_of)
    every = [
        *told.steps(),
        *told.moves(),
        *told.standings(),
        *told.shares(),
        *told.candidacies(),
        *told.turnouts(),
        *told.declarations(),
        *told.vacancies(),
    ]
    every += told.offices(min((event.day for event in every), default=None))
    return tuple(sorted(every, key=lambda event: event.day))


class _Told:
    """The record's statements about one election at one moment, kind by kind."""

    def __init__(self, desk: Desk, facts: ElectionFacts, as_of: AsOf) -> None:
        self._record, self._moment, self._facts = desk.record, as_of.moment, facts
        self._election = facts.election.id
        self._zone = ZoneInfo(as_of.time_zone)
        self._sources = {row["id"]: row for row in self._record.frame(model.Source, as_of.moment).iter_rows(named=True)}
        parties = self._record.frame(model.Party, as_of.moment).select("id", "name")
        self._parties: Mapping[str, str] = dict(parties.iter_rows())
        alliances = self._record.frame(model.Alliance, as_of.moment).select("id", "name")
        self._alliances: Mapping[str, str] = dict(alliances.iter_rows())

    def steps(self) -> Iterator[Event]:
        for row in schedule(self._record, self._election, self._moment).iter_rows(named=True):
            words = _STEPS.get(row["event"], row["event"].capitalize())
            yield Event(
                day=row["on_date"],
                kind="main" if row["event"] in _MAIN else "step",
                what=f"{words}, phase {row['phase']}" if row["phase"] else words,
                detail=row["note"] or "",
                sources=self._of([row["source"]]),
            )

    def moves(self) -> Iterator[Event]:
        for row in schedule(self._record, self._election, self._moment).iter_rows(named=True):
            if row["moved_from"]:
                step = row["event"].replace("-", " ").capitalize() + (
                    f" of phase {row['phase']}" if row["phase"] else ""
                )
                yield Event(
                    day=self._day(row["moved_on"]),
                    kind="moved",
                    what=f"{step} moved from {day_in_words(row['moved_from'])} to {day_in_words(row['on_date'])}",
                    sources=self._of([row["source"]]),
                )

    def standings(self) -> Iterator[Event]:
        for rows in self._together(model.AllianceMember, "alliance", "status"):
            first = rows[0]
            names = _joined(self._parties.get(row["party"], row["party"]) for row in rows)
            alliance = self._alliances.get(first["alliance"], first["alliance"])
            yield Event(
                day=self._day(first["known_at"]),
                kind="alliance",
                what=f"{names} {_STANDINGS.get(first['status'], first['status'])} {alliance}",
                detail=" ".join(dict.fromkeys(f"{row['note']}." for row in rows if row["note"])),
                sources=self._of(row["source"] for row in rows),
            )

    def shares(self) -> Iterator[Event]:
        for rows in self._together(model.SeatShareTotal, "alliance"):
            given = [
                f"{self._parties.get(row['party'], 'friendly contests')} {row['seats']}"
                if row["party"]
                else f"{row['seats']} {row['arrangement']} contests"
                for row in rows
            ]
            alliance = self._alliances.get(rows[0]["alliance"], rows[0]["alliance"])
            yield Event(
                day=self._day(rows[0]["known_at"]),
                kind="alliance",
                what=f"Seats shared in the {alliance}",
                detail=", ".join(given) + ".",
                sources=self._of(row["source"] for row in rows),
            )
        for rows in self._together(model.SeatShare, "alliance", "arrangement"):
            if rows[0]["arrangement"] == "friendly":
                places = tuple(dict.fromkeys(row["constituency"] for row in rows))
                yield Event(
                    day=self._day(rows[0]["known_at"]),
                    kind="alliance",
                    what=f"Partners stand against each other in {_count(len(places), 'seat')}",
                    constituencies=places,
                    sources=self._of(row["source"] for row in rows),
                )

    def candidacies(self) -> Iterator[Event]:
        phases = {row.constituency: row.phase for row in self._facts.contests}
        rows = self._record.history(model.Candidacy, self._moment, election=self._election)
        first = rows.unique(["constituency", "serial"], keep="first", maintain_order=True)
        grouped = first.with_columns(
            phase=pl.col("constituency").replace_strict(phases, default=None, return_dtype=pl.Int64)
        ).group_by("known_at", "phase", maintain_order=True)
        for (known_at, phase), of_phase in grouped:
            seats = of_phase["constituency"].n_unique()
            yield Event(
                day=self._day(known_at),
                kind="candidates",
                what=f"{_count(of_phase.height, 'candidate')} in {_count(seats, 'seat')}"
                + (f" of phase {phase}" if phase else ""),
                sources=self._of(of_phase["source"].unique(maintain_order=True).to_list()),
            )

    def turnouts(self) -> Iterator[Event]:
        rows = self._record.history(
            model.Figure, self._moment, election=self._election, scope=["election", "phase"], measure="turnout"
        )
        for (of_day, scope, scope_id), told in rows.with_columns(
            day=pl.col("known_at").dt.convert_time_zone(self._zone.key).dt.date()
        ).group_by("day", "scope", "scope_id", maintain_order=True):
            figures = [f"{percent(row['value'])} {row['basis']}" for row in told.iter_rows(named=True)]
            where = f"phase {scope_id}" if scope == "phase" else "all of the election"
            yield Event(
                day=_as_day(of_day),
                kind="figure",
                what=f"Turnout of {where}: {figures[-1]}",
                detail="Before: " + ", ".join(figures[:-1]) + "." if len(figures) > 1 else "",
                sources=self._of(told["source"].unique(maintain_order=True).to_list()),
            )

    def declarations(self) -> Iterator[Event]:
        rows = self._record.history(model.Declaration, self._moment, election=self._election)
        winners = {row.constituency: row.winner_short for row in self._facts.contests}
        for (of_day,), told in rows.with_columns(
            day=pl.col("known_at").dt.convert_time_zone(self._zone.key).dt.date()
        ).group_by(["day"], maintain_order=True):
            places = told["constituency"].unique(maintain_order=True).to_list()
            counts = pl.Series("party", [winners.get(place) for place in places]).drop_nulls().value_counts(sort=True)
            yield Event(
                day=_as_day(of_day),
                kind="result",
                what=f"{_count(len(places), 'result')} declared",
                detail=", ".join(f"{party} {count}" for party, count in counts.iter_rows()) + ".",
                sources=self._of(told["source"].unique(maintain_order=True).to_list()),
            )

    def vacancies(self) -> Iterator[Event]:
        names = {row.constituency: row.name for row in self._facts.contests}
        for row in self._record.frame(model.Vacancy, self._moment, election=self._election).iter_rows(named=True):
            why = "its member chose another seat" if row["reason"] == "other seat" else row["reason"]
            yield Event(
                day=row["on_date"],
                kind="vacancy",
                what=f"{names.get(row['constituency'], row['constituency'])} falls vacant: {why}",
                constituencies=(row["constituency"],),
                sources=self._of([row["source"]]),
            )

    def offices(self, first_day: dt.date | None) -> list[Event]:
        """Give who took up an office of the house or its territory, between the first event and after the count."""
        count_on = self._facts.count_on
        house = self._record.frame(model.House, self._moment, id=self._facts.election.house)
        if first_day is None or count_on is None or house.is_empty():
            return []
        bodies = [self._facts.election.house, house["territory"][-1]]
        held = self._record.frame(model.Office, self._moment, of=bodies).filter(
            pl.col("valid_from").is_between(count_on, count_on + AFTER)
        )
        return [
            Event(
                day=row["valid_from"],
                kind="office",
                what=f"{row['person_name'] or row['person']} becomes {row['office']}, {row['of_name'] or row['of']}",
                sources=self._of([row["source"]]),
            )
            for row in with_names(self._record, held, self._moment).iter_rows(named=True)
        ]

    def _together(self, noun: type[model.Noun], *by: str) -> Iterator[list[Row]]:
        rows = self._record.history(noun, self._moment, election=self._election)
        for _, told in rows.group_by("known_at", *by, maintain_order=True):
            yield told.to_dicts()

    def _of(self, ids: Iterable[str]) -> tuple[Row, ...]:
        return tuple(self._sources[name] for name in dict.fromkeys(ids) if name in self._sources)

    def _day(self, instant: object) -> dt.date:
        if not isinstance(instant, dt.datetime):
            raise TypeError(f"{instant!r} is no instant")
        return instant.astimezone(self._zone).date()


def _as_day(value: object) -> dt.date:
    if not isinstance(value, dt.date):
        raise TypeError(f"{value!r} is no day")
    return value


def _count(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number} {word}s"


def _joined(names: Iterable[str]) -> str:
    listed = list(names)
    return listed[0] if len(listed) == 1 else ", ".join(listed[:-1]) + f" and {listed[-1]}"
