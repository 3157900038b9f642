"""Standings: who is ahead in each contest of a running count, as of any second."""

from __future__ import annotations

import datetime as dt

import polars as pl

from janadesh import model
from janadesh.analysis.contests import contest_results
from janadesh.analysis.leads_shown import leads_shown
from janadesh.analysis.votes import places_of
from janadesh.count.standing_alarms import alarms
from janadesh.count.standing_alarms import held
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.reading_once import read_once
from janadesh.sources.observations import CONTEST

_CALLED = {"winner": "leader", "runner_up": "second"}


def contest_standings(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each contest of an election as it stood at a moment of the count, in order of number.

    Lists of leads and pages of candidates come minutes apart; whichever was seen last says who is ahead.

    Returns: a frame with the columns

        election, constituency, number, constituency_name, territory, region
        status           scheduled, counting, declared, uncontested …
        leader, leader_serial, leader_party, leader_short, leader_votes   who is ahead, or won
        second, second_serial, second_party, second_short, second_votes   who is next; never NOTA
        margin           votes between the two, as the later of the two sources shows it
        shown_by         `votes` or `leads`: which source that is
        counted          all votes counted, NOTA's among them; evm, postal: by kind, null where none is known
        round, rounds    counted, and in all, where a source says so
        last_at          when anything new was last shown
        held             candidacies whose last figures an alarm holds
        alarms           alarms that stand
    """
    record = read_once(record)
    base = contest_results(record, election, as_of)
    tallies = record.frame(model.Tally, as_of, election=election)
    counted = tallies.group_by(CONTEST).agg(
        counted=pl.coalesce("total", "evm").sum(),
        evm=pl.when(pl.col("evm").count() > 0).then(pl.col("evm").sum()),
        postal=pl.when(pl.col("postal").count() > 0).then(pl.col("postal").sum()),
        tally_round=pl.col("round").max(),
        tally_rounds=pl.col("rounds").max(),
        tallied_at=pl.col("known_at").max(),
    )
    listed = record.frame(model.Lead, as_of, election=election).select(
        *CONTEST, lead_round="round", lead_rounds="rounds", led_at="known_at"
    )
    by_leads = leads_shown(record, election, as_of).select(*CONTEST, shown_by=pl.lit("leads"))
    places = places_of(record, base["constituency"], as_of).select("constituency", "territory")
    together = base.rename(
        {f"{place}{part}": f"{called}{part}" for place, called in _CALLED.items() for part in _PARTS}
    ).join(places, on="constituency", how="left", maintain_order="left")
    for told in (counted, listed, by_leads, _alarmed(record, election, as_of)):
        together = together.join(told, on=list(CONTEST), how="left", maintain_order="left")
    return together.with_columns(
        shown_by=pl.coalesce("shown_by", pl.when(pl.col("tallied_at").is_not_null()).then(pl.lit("votes"))),
        status=pl.when((pl.col("status") == "scheduled") & pl.col("led_at").is_not_null())
        .then(pl.lit("counting"))
        .otherwise("status"),
        round=pl.coalesce("tally_round", "lead_round"),
        rounds=pl.coalesce("tally_rounds", "lead_rounds"),
        last_at=pl.max_horizontal("tallied_at", "led_at"),
        held=pl.col("held").fill_null(0),
        alarms=pl.col("alarms").fill_null(0),
    ).select(_COLUMNS)


_PARTS = ("", "_serial", "_party", "_short", "_votes")
_COLUMNS = (
    *("election", "constituency", "number", "constituency_name", "territory", "region", "status"),
    *(f"{called}{part}" for called in _CALLED.values() for part in _PARTS),
    *("margin", "shown_by", "counted", "evm", "postal", "round", "rounds", "last_at", "held", "alarms"),
)


def lead_changes(record: Record, election: str, since: Moment, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give the contests in which another candidate is ahead than at an earlier moment.

    Returns: `constituency, number, constituency_name, status, from_candidate, from_party, from_short, leader,
        leader_party, leader_short, margin`, without contests where nobody was ahead then.
    """
    now = contest_standings(record, election, as_of)
    before = contest_standings(record, election, since).select(
        "constituency",
        from_serial="leader_serial",
        from_candidate="leader",
        from_party="leader_party",
        from_short="leader_short",
    )
    return (
        now.join(before, on="constituency", maintain_order="left")
        .filter(pl.col("from_serial") != pl.col("leader_serial"))
        .select(
            *("constituency", "number", "constituency_name", "status", "from_candidate", "from_party", "from_short"),
            *("leader", "leader_party", "leader_short", "margin"),
        )
    )


def changed_within(record: Record, election: str, minutes: float, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give the contests of which something new was shown in the minutes before a moment.

    Returns: `constituency, number, constituency_name, status, leader, leader_short, margin, margin_before,
        leader_before, votes_added, last_at`, the latest first.
    """
    end = record.moment(as_of)
    begin = end - dt.timedelta(minutes=minutes)
    before = contest_standings(record, election, begin).select(
        "constituency", margin_before="margin", leader_before="leader", counted_before="counted"
    )
    now = contest_standings(record, election, end)
    return (
        now.filter(pl.col("last_at") > begin)
        .join(before, on="constituency", how="left")
        .with_columns(votes_added=pl.col("counted") - pl.col("counted_before").fill_null(0))
        .sort("last_at", "number", descending=[True, False])
        .select(
            *("constituency", "number", "constituency_name", "status", "leader", "leader_short", "margin"),
            *("margin_before", "leader_before", "votes_added", "last_at"),
        )
    )


def _alarmed(record: Record, election: str, as_of: Moment | None) -> pl.DataFrame:
    standing = alarms(record, election, as_of).filter("standing").group_by(CONTEST).agg(alarms=pl.len())
    kept = held(record, election, as_of).group_by(CONTEST).agg(held=pl.len())
    return standing.join(kept, on=list(CONTEST), how="left")
