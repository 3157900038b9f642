"""The course of a count: a contest's votes as they grew, and what is new in an election's count."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import polars as pl

from janadesh import model
from janadesh.desk.as_of import AsOf
from janadesh.desk.colours import colour_class
from janadesh.desk.constituency_facts import ConstituencyFacts
from janadesh.desk.constituency_facts import Standing
from janadesh.desk.contest_rows import ContestRow
from janadesh.desk.desk import Desk
from janadesh.desk.drawings.count_lines import Counted
from janadesh.desk.drawings.count_lines import CountLines
from janadesh.desk.drawings.count_lines import count_lines
from janadesh.desk.election_facts import ElectionFacts
from janadesh.names.casing import in_title_case

MOST_LINES = 4
"""Candidates whose votes are drawn as lines."""
ALWAYS = 2
LEAST = 3.0
"""Of these, all but the first two need so many per cent of the votes."""
MOST_ROWS = 12
"""Moments in the table beside the lines; of more, as many spread evenly."""
MOST_NEWS = 12
LOOKS_BACK = (dt.timedelta(minutes=20), dt.timedelta(hours=2), dt.timedelta(days=3))
"""How far back news is looked for, further only where there is not enough: a count's last minutes are read fastest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """One moment of a count: its round where the source says so, its time there, and votes in the lines' order."""

    round: int | None
    clock: str
    votes: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How the votes of a contest grew: the drawing, whose lines they are, and moments from first to last."""

    drawn: CountLines
    candidates: tuple[Standing, ...]
    rows: tuple[At, ...]
    is_by_round: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A seat that was declared, or whose lead went to another; `before` is the party until then, or empty."""

    clock: str
    contest: ContestRow
    is_declared: bool
    person: str | None
    name: str
    party: str
    short: str
    colour: str
    before: str
    before_short: str
    before_colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarmed:
    """An alarm that nothing has cleared: where, by which rule, and what conflicts."""

    clock: str
    contest: ContestRow
    rule: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountNews:
    """What is new, the latest first, and alarms that stand; `alarms` are the latest of `alarms_in_all`."""

    news: tuple[News, ...]
    alarms: tuple[Alarmed, ...]
    alarms_in_all: int


def course_of(desk: Desk, here: ConstituencyFacts, election: str, as_of: AsOf) -> Course | None:
    """Give a contest's count as it went, remembered; None where fewer than two of its moments are known."""
    return desk.remembered.answer(
        ("course", election, here.place["id"]), as_of.moment, lambda: _course(desk, here, election, as_of)
    )


def news_of(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> CountNews:
    """Give what is new in an election's count, remembered."""
    return desk.remembered.answer(("count news", facts.election.id), as_of.moment, lambda: _news(desk, facts, as_of))


def _course(desk: Desk, here: ConstituencyFacts, election: str, as_of: AsOf) -> Course | None:
    counted = [one for one in here.standings if one.row["counted"] is not None][:MOST_LINES]
    candidates = tuple(one for place, one in enumerate(counted) if place < ALWAYS or (one.row["share"] or 0) >= LEAST)
    serials = [one.row["serial"] for one in candidates]
    told = (
        desk.record.history(model.Tally, as_of.moment, election=election, constituency=here.place["id"])
        .filter(pl.col("status") == "interim", pl.col("serial").is_in(serials))
        .with_columns(votes=pl.coalesce("total", "evm"))
        .drop_nulls("votes")
        .sort("known_at", maintain_order=True)
    )
    if told["known_at"].n_unique() < 2:
        return None
    is_by_round = told["round"].null_count() == 0 and told["round"].n_unique() > 1
    along = pl.col("round").cast(pl.Float64) if is_by_round else pl.col("known_at").dt.epoch("s").cast(pl.Float64)
    told = told.with_columns(along=along).unique(["serial", "along"], keep="last", maintain_order=True)
    points = {
        serial: tuple(told.filter(pl.col("serial") == serial).select("along", "votes").sort("along").iter_rows())
        for serial in serials
    }
    drawn = count_lines([Counted(serial, points[serial]) for serial in serials])
    if drawn is None:
        return None
    return Course(drawn=drawn, candidates=candidates, rows=_rows(told, serials, as_of), is_by_round=is_by_round)


def _rows(told: pl.DataFrame, serials: list[int], as_of: AsOf) -> tuple[At, ...]:
    zone = ZoneInfo(as_of.time_zone)
    wide = told.pivot(on="serial", index="along", values="votes", aggregate_function="last", sort_columns=True).sort(
        "along"
    )
    moments = told.group_by("along").agg(pl.col("known_at").max(), pl.col("round").max())
    filled = wide.with_columns(pl.exclude("along").forward_fill()).join(moments, on="along").sort("along")
    rows = filled.to_dicts()
    if len(rows) > MOST_ROWS:
        rows = [rows[round(place * (len(rows) - 1) / (MOST_ROWS - 1))] for place in range(MOST_ROWS)]
    return tuple(
        At(
            round=row["round"],
            clock=_clock(row["known_at"], zone),
            votes=tuple(row.get(str(serial)) for serial in serials),
        )
        for row in rows
    )


def _turns(desk: Desk, election: str, contests: list[str], moment: dt.datetime, since: dt.timedelta) -> pl.DataFrame:
    """Give the declarations and the changed leads of a time before a moment, the latest first."""
    begins = moment - since
    known = pl.concat(
        [
            # what stood then is what the first turn since is a turn from
            desk.record.frame(model.Lead, begins, election=election),
            desk.record.history(model.Lead, moment, after=begins, election=election),
        ]
    )
    leads = (
        known.select("constituency", "leading", "status", "known_at")
        .filter(pl.col("leading").is_not_null(), pl.col("constituency").is_in(contests))
        .sort("constituency", "known_at", maintain_order=True)
        .with_columns(pl.all().shift().over("constituency").name.prefix("before_"))
    )
    is_declared = (pl.col("status") == "declared") & (pl.col("before_status") == "counting")
    has_turned = (pl.col("leading") != pl.col("before_leading")) & (pl.col("status") == "counting")
    turns = leads.with_columns(is_declared=is_declared).filter(is_declared | has_turned)
    return turns.sort("known_at", descending=True, maintain_order=True).head(MOST_NEWS)


def _news(desk: Desk, facts: ElectionFacts, as_of: AsOf) -> CountNews:
    election, zone = facts.election.id, ZoneInfo(as_of.time_zone)
    contests = {row.constituency: row for row in facts.contests}
    shown = pl.DataFrame()
    for since in LOOKS_BACK:
        shown = _turns(desk, election, list(contests), as_of.moment, since)
        if shown.height == MOST_NEWS:
            break
    stood = desk.record.frame(
        model.Candidacy, as_of.moment, election=election, constituency=shown["constituency"].unique().to_list()
    )
    people = {(row["constituency"], row["serial"]): row for row in stood.iter_rows(named=True)}
    short = dict(desk.record.frame(model.Party, as_of.moment).select("id", "abbreviation").iter_rows())
    raised = desk.record.frame(model.Alarm, as_of.moment, election=election, status="raised")
    raised = raised.filter(pl.col("constituency").is_in(list(contests))).sort("raised_at", descending=True)
    news = []
    for row in shown.iter_rows(named=True):
        ahead = people.get((row["constituency"], row["leading"]))
        behind = people.get((row["constituency"], row["before_leading"]))
        if ahead is None:
            continue
        news.append(
            News(
                clock=_clock(row["known_at"], zone),
                contest=contests[row["constituency"]],
                is_declared=row["is_declared"],
                person=ahead["person"],
                name=in_title_case(ahead["name"]),
                party=ahead["party"],
                short=short.get(ahead["party"], ahead["party"]),
                colour=colour_class(ahead["party"]),
                before=behind["party"] if behind else "",
                before_short=short.get(behind["party"], behind["party"]) if behind else "",
                before_colour=colour_class(behind["party"]) if behind else "",
            )
        )
    return CountNews(
        news=tuple(news),
        alarms=tuple(
            Alarmed(
                clock=_clock(row["raised_at"], zone),
                contest=contests[row["constituency"]],
                rule=row["rule"],
                says=row["says"],
            )
            for row in raised.head(MOST_NEWS).iter_rows(named=True)
        ),
        alarms_in_all=raised.height,
    )


def _clock(instant: dt.datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).strftime("%H:%M")
