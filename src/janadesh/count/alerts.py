"""Alerts: what of an update somebody wants to be told at once."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from janadesh import model
from janadesh.analysis.house import house_size
from janadesh.count.replaying import Update
from janadesh.count.scene import Contests
from janadesh.count.state import CountState
from janadesh.record.book import Record

KINDS = ("lead-change", "declared", "majority", "alarm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One thing to be told: of which kind, when it was seen, where (no constituency is the whole house), in words."""

    kind: str
    at: dt.datetime
    election: str
    constituency: str | None
    says: str

    @property
    def id(self) -> str:
        """Tell one alert from another; the same alert raised again has the same id."""
        return hashlib.sha256(json.dumps(self._content(), sort_keys=True).encode()).hexdigest()[:16]

    def as_json(self) -> str:
        """Write it as one line of JSON."""
        return json.dumps({"id": self.id, **self._content()}, ensure_ascii=False)

    def _content(self) -> dict[str, str | None]:
        return {
            "kind": self.kind,
            "at": self.at.isoformat(),
            "election": self.election,
            "constituency": self.constituency,
            "says": self.says,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """
    What alerts need beside an update.

    - `contests`: of the count. `seats`: names by constituency.
    - `people`: `election, constituency, serial, name, party`. `parties`: abbreviations by id.
    - `alliances`: by election and party. `majorities`: seats for one, by election.
    """

    contests: Contests
    seats: Mapping[str, str]
    people: pl.DataFrame
    parties: Mapping[str, str]
    alliances: Mapping[tuple[str, str], str]
    majorities: Mapping[str, int]


def told_of(record: Record, contests: Contests) -> Told:
    """Gather it from the record."""
    elections = contests.frame["election"].unique().sort().to_list()
    members = record.frame(model.AllianceMember, election=elections, status="member")
    named = members.join(record.frame(model.Alliance).select(alliance="id", short="short_name"), on="alliance")
    return Told(
        contests=contests,
        seats=dict(record.frame(model.Constituency).select("id", "name").iter_rows()),
        people=record.frame(model.Candidacy, election=elections).select(
            "election", "constituency", "serial", "name", "party"
        ),
        parties=dict(record.frame(model.Party).select("id", "abbreviation").iter_rows()),
        alliances={(e, party): short for e, party, short in named.select("election", "party", "short").iter_rows()},
        majorities={election: house_size(record, election).majority for election in elections},
    )


def alerts(update: Update, told: Told, kinds: Collection[str]) -> Iterator[Alert]:
    """Yield an update's alerts of some kinds (see `KINDS`), each time in the same order."""
    if "lead-change" in kinds:
        yield from _lead_changes(update, told)
    if "declared" in kinds:
        yield from _declared(update, told)
    if "majority" in kinds:
        yield from _majorities(update, told)
    if "alarm" in kinds:
        yield from _alarms(update, told)


def ahead(state: CountState) -> pl.DataFrame:
    """
    Give who is ahead in each contest, by the list of leads or by votes, whichever was seen to change last.

    Ties lead nowhere, and NOTA never.

    Returns: `contest`, `serial`.
    """
    led = state.leads.filter(pl.col("leading").is_not_null()).select("contest", "at", serial="leading")
    votes = state.good.filter(pl.col("serial") != model.NOTA).with_columns(votes=pl.coalesce("total", "evm"))
    first = votes.filter(pl.col("votes") == pl.col("votes").max().over("contest"), pl.col("votes") > 0)
    alone = first.filter(pl.len().over("contest") == 1).select("contest", "serial")
    changed = state.good.group_by("contest").agg(changed_at=pl.col("since").max())
    later = alone.join(changed, on="contest").join(led.select("contest", "at"), on="contest", how="left")
    by_votes = later.filter(pl.col("at").is_null() | (pl.col("changed_at") > pl.col("at"))).select("contest", "serial")
    return pl.concat([led.select("contest", "serial").join(by_votes, on="contest", how="anti"), by_votes])


def _lead_changes(update: Update, told: Told) -> Iterator[Alert]:
    before = ahead(update.before).rename({"serial": "earlier"})
    moved = ahead(update.step.state).join(before, on="contest").filter(pl.col("serial") != pl.col("earlier"))
    for row in told.contests.named(moved).sort("election", "constituency").iter_rows(named=True):
        now, then = _person(told, row, row["serial"]), _person(told, row, row["earlier"])
        yield _alert("lead-change", update.at, row, f"{_seat(told, row)}: {now} leads, before {then}")


def _declared(update: Update, told: Told) -> Iterator[Alert]:
    said = update.step.frames.get(model.Declaration)
    if said is None:
        return
    for row in said.sort("known_at", "election", "constituency").iter_rows(named=True):
        winner = _person(told, row, row["winner"])
        words = f"{_seat(told, row)}: {winner} is elected"
        yield _alert("declared", row["known_at"], row, words + (" unopposed" if row["status"] == "uncontested" else ""))


def _majorities(update: Update, told: Told) -> Iterator[Alert]:
    before, now = _seats(update.before, told), _seats(update.step.state, told)
    for election, name in sorted(before.keys() | now.keys()):
        had, has = before.get((election, name), 0), now.get((election, name), 0)
        mark = told.majorities[election]
        where = {"election": election, "constituency": None}
        if had < mark <= has:
            yield _alert("majority", update.at, where, f"{name} leads or has won in {has} seats; a majority is {mark}")
        elif has < mark <= had:
            yield _alert("majority", update.at, where, f"{name} falls to {has} seats, below the majority of {mark}")


def _alarms(update: Update, told: Told) -> Iterator[Alert]:
    said = update.step.frames.get(model.Alarm)
    if said is None:
        return
    for row in said.filter(pl.col("status") == "raised").sort("raised_at", *model.Alarm.KEY[:4]).iter_rows(named=True):
        about = "" if row["serial"] is None else f", {_person(told, row, row['serial'])}"
        yield _alert("alarm", row["raised_at"], row, f"{_seat(told, row)}{about}: {row['rule']}: {row['says']}")


def _seats(state: CountState, told: Told) -> dict[tuple[str, str], int]:
    first = told.contests.named(ahead(state)).join(told.people, on=["election", "constituency", "serial"])
    seats: dict[tuple[str, str], int] = {}
    for election, party, count in first.group_by("election", "party").len().iter_rows():
        short = told.parties.get(party, party)
        for name in {short, told.alliances.get((election, party), short)}:
            seats[election, name] = seats.get((election, name), 0) + count
    return seats


def _seat(told: Told, row: Mapping[str, object]) -> str:
    return told.seats.get(str(row["constituency"]), str(row["constituency"]))


def _person(told: Told, row: Mapping[str, object], serial: object) -> str:
    if serial == model.NOTA:
        return "NOTA"
    found = told.people.filter(
        pl.col("election") == row["election"], pl.col("constituency") == row["constituency"], pl.col("serial") == serial
    )
    if found.is_empty():
        return f"candidate {serial}"
    return f"{found['name'][0]} ({told.parties.get(found['party'][0], found['party'][0])})"


def _alert(kind: str, at: dt.datetime, where: Mapping[str, object], says: str) -> Alert:
    seat = where["constituency"]
    return Alert(
        kind=kind,
        at=at,
        election=str(where["election"]),
        constituency=None if seat is None else str(seat),
        says=says,
    )
