"""
Alarms of pages that are set aside: an error, another layout, one that breaks off, one that is older than before.

Nothing is taken from such a page, so no rule of a count sees it. Its contest is told by its address, and the alarm
stands until the page is taken in again, or a person clears it. A list of many seats is of no one contest: what is
wrong with it is told, and leaves no alarm.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Mapping

import polars as pl

from janadesh import model
from janadesh.count.page_observations import source_of
from janadesh.errors import Fault
from janadesh.record.book import Record
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.eci_page import Page
from janadesh.sources.eci_page_names import page_name
from janadesh.sources.eci_page_places import Places
from janadesh.sources.known import known
from janadesh.sources.observations import CONTEST

PAGE_SET_ASIDE = "page set aside"
"""The rule under which these alarms are kept."""

_Contest = tuple[str, str]


def raise_set_aside(record: Record, faults: Iterable[Fault], now: dt.datetime, within: str = "") -> int:
    """
    Keep an alarm of each contest whose page was set aside, where none stands already.

    Args:
        record: the record.
        faults: what is wrong with pages, each named by its address.
        now: when they were found.
        within: folders above their names, which may tell the election.

    Returns: how many alarms are new.
    """
    problems = {fault.file: fault.problem for fault in faults}
    contests = _contests(record, problems, now, within)
    stands = {(alarm["election"], alarm["constituency"]) for alarm in _standing(record).iter_rows(named=True)}
    at = now.replace(microsecond=0)
    alarms = {
        contest: model.Alarm(
            election=contest[0],
            constituency=contest[1],
            rule=PAGE_SET_ASIDE,
            raised_at=at,
            says=f"a page was set aside: {problems[page]}",
            earlier_at=_last_known(record, contest),
            later_at=at,
            later_source=page,
            known_at=at,
            source=source_of(contest[0]).id,
        )
        for page, contest in contests.items()
        if contest not in stands
    }
    if alarms:
        sources = [source_of(election) for election in sorted({election for election, _ in alarms})]
        frames: dict[type[model.Noun], pl.DataFrame] = {
            model.Source: frame_of(model.Source, sources),
            model.Alarm: frame_of(model.Alarm, alarms.values()),
        }
        record.load(Statements("result pages that were set aside", frames))
    return len(alarms)


def clear_taken_in(record: Record, pages: Iterable[str], now: dt.datetime, within: str = "") -> int:
    """Clear the alarms of contests whose pages are taken in again, and give how many these are."""
    standing = _standing(record)
    if standing.is_empty():
        return 0
    again = {*_contests(record, pages, now, within).values()}
    contests = pl.DataFrame([*again], schema=dict.fromkeys(CONTEST, pl.String), orient="row")
    at = now.replace(microsecond=0)
    # it cannot be cleared in the second in which it was raised
    cleared = standing.join(contests, on=list(CONTEST), how="semi").with_columns(
        status=pl.lit("cleared"),
        cleared_by=pl.lit("later update"),
        known_at=pl.max_horizontal(pl.lit(at), pl.col("raised_at") + dt.timedelta(seconds=1)),
    )
    if cleared.height:
        record.load(Statements("result pages that are in order again", {model.Alarm: cleared}))
    return cleared.height


def _standing(record: Record) -> pl.DataFrame:
    return record.frame(model.Alarm, rule=PAGE_SET_ASIDE, status="raised")


def _contests(record: Record, pages: Iterable[str], now: dt.datetime, within: str) -> Mapping[str, _Contest]:
    """Give the contests of the record that pages are of by their addresses."""
    named = {name: page_name(f"{within}/{name}" if within else name) for name in pages}
    of_seats = {name: told for name, told in named.items() if told.number is not None and told.kind is not None}
    if not of_seats:
        return {}
    places = Places(record, known(record))
    held = {*record.frame(model.Contest).select(*CONTEST).iter_rows()}
    contests: dict[str, _Contest] = {}
    for name, told in of_seats.items():
        page = Page(
            file=name,
            kind=told.kind or "",
            content=(),
            state_code=told.state,
            house=told.house,
            election=told.election,
        )
        election = places.election(page, now)
        if isinstance(election, Fault):
            continue
        seat = places.seat(name, told.number, None, election)
        if not isinstance(seat, Fault) and (election.id, seat.id) in held:
            contests[name] = (election.id, seat.id)
    return contests


def _last_known(record: Record, contest: _Contest) -> dt.datetime | None:
    """Give when the contest's last good figures were known."""
    election, constituency = contest
    last = record.frame(model.Tally, election=election, constituency=constituency)["known_at"].max()
    return last if isinstance(last, dt.datetime) else None
