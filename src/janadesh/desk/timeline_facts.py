"""Everything dated about an election, from the first talks to the swearing-in, each with its source."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from gettext import NullTranslations
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl
from markupsafe import Markup

from janadesh import model
from janadesh.analysis.offices import with_names
from janadesh.analysis.schedule import schedule
from janadesh.desk.as_of import AsOf
from janadesh.desk.days import day_text
from janadesh.desk.desk import Desk
from janadesh.desk.election_facts import ElectionFacts
from janadesh.desk.language import filled
from janadesh.desk.words import word
from janadesh.desk.words import words_in
from janadesh.export.figures import percent

Row = dict[str, Any]

AFTER = dt.timedelta(days=60)
"""Offices taken up later than this after the count belong to no election's timeline."""

_MAIN = ("poll", "count", "swearing-in")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened or was said. `sources` are rows of `sources`; `kind` picks its mark."""

    day: dt.date
    kind: str
    """`step`, `main` (polls, the count), `moved`, `alliance`, `candidates`, `figure`, `result`, `office`, `vacancy`, or
    `article`."""
    what: str
    detail: str = ""
    constituencies: tuple[str, ...] = ()
    """Ids of constituencies that it is about, for links."""
    sources: tuple[Row, ...] = field(default=())


def timeline(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> tuple[Event, ...]:
    """Gather what is dated about an election and known at a moment, oldest first, told in the reader's language."""
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
        self._texts, self._naming = desk.pages.texts(as_of), desk.pages.naming(as_of)
        self._zone = ZoneInfo(as_of.time_zone)
        self._sources = {row["id"]: row for row in self._record.frame(model.Source, as_of.moment).iter_rows(named=True)}
        parties = self._record.frame(model.Party, as_of.moment).select("id", "name")
        self._parties: Mapping[str, str] = dict(parties.iter_rows())
        alliances = self._record.frame(model.Alliance, as_of.moment).select("id", "name")
        self._alliances: Mapping[str, str] = dict(alliances.iter_rows())

    def steps(self) -> Iterator[Event]:
        words = _steps(self._texts)
        for row in schedule(self._record, self._election, self._moment).iter_rows(named=True):
            yield Event(
                day=row["on_date"],
                kind="main" if row["event"] in _MAIN else "step",
                what=self._of_phase(words.get(row["event"], row["event"].capitalize()), row["phase"]),
                detail=self._naming.as_written(row["note"]),
                sources=self._of([row["source"]]),
            )

    def moves(self) -> Iterator[Event]:
        gettext, steps = self._texts.gettext, words_in(self._texts)
        for row in schedule(self._record, self._election, self._moment).iter_rows(named=True):
            if row["moved_from"]:
                days = {
                    "step": word(steps, row["event"], "step"),
                    "before": day_text(self._texts, row["moved_from"]),
                    "day": day_text(self._texts, row["on_date"]),
                }
                yield Event(
                    day=self._day(row["moved_on"]),
                    kind="moved",
                    what=filled(
                        gettext("%(step)s of phase %(phase)s moved from %(before)s to %(day)s"),
                        phase=row["phase"],
                        **days,
                    )
                    if row["phase"]
                    else filled(gettext("%(step)s moved from %(before)s to %(day)s"), **days),
                    sources=self._of([row["source"]]),
                )

    def standings(self) -> Iterator[Event]:
        gettext = self._texts.gettext
        said = {
            "talks": gettext("%(parties)s in talks on the %(alliance)s"),
            "member": gettext("%(parties)s in the %(alliance)s"),
            "left": gettext("%(parties)s out of the %(alliance)s"),
        }
        for rows in self._together(model.AllianceMember, "alliance", "status"):
            first = rows[0]
            notes = dict.fromkeys(row["note"] for row in rows if row["note"])
            yield Event(
                day=self._day(first["known_at"]),
                kind="alliance",
                what=filled(
                    said.get(first["status"], said["left"]),
                    parties=self._joined([self._party(row["party"]) for row in rows]),
                    alliance=self._alliance(first["alliance"]),
                ),
                detail=Markup(" ").join(Markup("{}.").format(self._naming.as_written(note)) for note in notes),
                sources=self._of(row["source"] for row in rows),
            )

    def shares(self) -> Iterator[Event]:
        gettext, ngettext = self._texts.gettext, self._texts.ngettext
        for rows in self._together(model.SeatShareTotal, "alliance"):
            given = [
                Markup("{} {}").format(self._party(row["party"]), row["seats"])
                if row["party"]
                else filled(gettext("%(seats)s friendly contests"), seats=row["seats"])
                for row in rows
            ]
            yield Event(
                day=self._day(rows[0]["known_at"]),
                kind="alliance",
                what=filled(gettext("Seats shared in the %(alliance)s"), alliance=self._alliance(rows[0]["alliance"])),
                detail=Markup(", ").join(given) + gettext("."),
                sources=self._of(row["source"] for row in rows),
            )
        for rows in self._together(model.SeatShare, "alliance", "arrangement"):
            if rows[0]["arrangement"] == "friendly":
                places = tuple(dict.fromkeys(row["constituency"] for row in rows))
                text = ngettext(
                    "Partners stand against each other in %(num)s seat",
                    "Partners stand against each other in %(num)s seats",
                    len(places),
                )
                yield Event(
                    day=self._day(rows[0]["known_at"]),
                    kind="alliance",
                    what=filled(text, num=len(places)),
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
            yield Event(
                day=self._day(known_at),
                kind="candidates",
                what=self._candidates(of_phase.height, of_phase["constituency"].n_unique(), phase),
                sources=self._of(of_phase["source"].unique(maintain_order=True).to_list()),
            )

    def turnouts(self) -> Iterator[Event]:
        rows = self._record.history(
            model.Figure, self._moment, election=self._election, scope=["election", "phase"], measure="turnout"
        )
        gettext, bases = self._texts.gettext, words_in(self._texts)["basis of a figure"]
        for (of_day, scope, scope_id), told in rows.with_columns(
            day=pl.col("known_at").dt.convert_time_zone(self._zone.key).dt.date()
        ).group_by("day", "scope", "scope_id", maintain_order=True):
            figures = [
                Markup("{} {}").format(percent(row["value"]), bases.get(row["basis"], row["basis"]))
                for row in told.iter_rows(named=True)
            ]
            what = (
                filled(gettext("Turnout of phase %(phase)s: %(figure)s"), phase=scope_id, figure=figures[-1])
                if scope == "phase"
                else filled(gettext("Turnout of all of the election: %(figure)s"), figure=figures[-1])
            )
            before = filled(gettext("Before: %(figures)s."), figures=Markup(", ").join(figures[:-1]))
            yield Event(
                day=_as_day(of_day),
                kind="figure",
                what=what,
                detail=before if len(figures) > 1 else "",
                sources=self._of(told["source"].unique(maintain_order=True).to_list()),
            )

    def declarations(self) -> Iterator[Event]:
        rows = self._record.history(model.Declaration, self._moment, election=self._election)
        ngettext = self._texts.ngettext
        winners = {
            row.constituency: self._naming.short_named("party", row.winner_party, row.winner_short)
            for row in self._facts.contests
            if row.winner_short
        }
        for (of_day,), told in rows.with_columns(
            day=pl.col("known_at").dt.convert_time_zone(self._zone.key).dt.date()
        ).group_by(["day"], maintain_order=True):
            places = told["constituency"].unique(maintain_order=True).to_list()
            counts = Counter(winners[place] for place in places if place in winners)
            yield Event(
                day=_as_day(of_day),
                kind="result",
                what=filled(
                    ngettext("%(num)s result declared", "%(num)s results declared", len(places)), num=len(places)
                ),
                detail=Markup(", ").join(Markup("{} {}").format(party, count) for party, count in counts.most_common())
                + self._texts.gettext("."),
                sources=self._of(told["source"].unique(maintain_order=True).to_list()),
            )

    def vacancies(self) -> Iterator[Event]:
        gettext, reasons = self._texts.gettext, words_in(self._texts)["why vacant"]
        names = {row.constituency: row.name for row in self._facts.contests}
        for row in self._record.frame(model.Vacancy, self._moment, election=self._election).iter_rows(named=True):
            place = row["constituency"]
            yield Event(
                day=row["on_date"],
                kind="vacancy",
                what=filled(
                    gettext("%(place)s falls vacant: %(why)s"),
                    place=self._naming.named("constituency", place, names.get(place, place)),
                    why=reasons.get(row["reason"], row["reason"]),
                ),
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
        offices = words_in(self._texts)["becomes"]
        return [
            Event(
                day=row["valid_from"],
                kind="office",
                what=filled(
                    self._texts.gettext("%(person)s becomes %(office)s, %(body)s"),
                    person=self._naming.named("person", row["person"], row["person_name"] or row["person"]),
                    office=self._naming.as_written(offices.get(row["office"], row["office"])),
                    body=self._body(row["of"], row["of_name"]),
                ),
                sources=self._of([row["source"]]),
            )
            for row in with_names(self._record, held, self._moment).iter_rows(named=True)
        ]

    def _of_phase(self, words: str, phase: int | None) -> Markup:
        if phase is None:
            return filled("%(words)s", words=words)
        return filled(self._texts.gettext("%(step)s, phase %(phase)s"), step=words, phase=phase)

    def _candidates(self, candidates: int, seats: int, phase: int | None) -> Markup:
        ngettext = self._texts.ngettext
        told = filled(ngettext("%(num)s candidate", "%(num)s candidates", candidates), num=candidates)
        if phase is None:
            text = ngettext("%(candidates)s in %(num)s seat", "%(candidates)s in %(num)s seats", seats)
        else:
            text = ngettext(
                "%(candidates)s in %(num)s seat of phase %(phase)s",
                "%(candidates)s in %(num)s seats of phase %(phase)s",
                seats,
            )
        return filled(text, candidates=told, num=seats, phase=phase)

    def _party(self, party: str) -> str:
        return self._naming.named("party", party, self._parties.get(party, party))

    def _alliance(self, alliance: str) -> str:
        return self._naming.named("alliance", alliance, self._alliances.get(alliance, alliance))

    def _body(self, body: str, name: str | None) -> str:
        noun = "house" if body == self._facts.election.house else "territory"
        return self._naming.named(noun, body, name or body)

    def _joined(self, names: list[str]) -> str:
        if len(names) == 1:
            return names[0]
        return Markup(", ").join(names[:-1]) + self._texts.gettext(" and ") + names[-1]

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


def _steps(texts: NullTranslations) -> dict[str, str]:
    gettext = texts.gettext
    return {
        "announcement": gettext("Schedule announced"),
        "notification": gettext("Notification"),
        "nominations": gettext("Last day for nominations"),
        "scrutiny": gettext("Scrutiny of nominations"),
        "withdrawal": gettext("Last day to withdraw"),
        "poll": gettext("Poll"),
        "count": gettext("Votes are counted"),
        "swearing-in": gettext("Swearing-in"),
    }
