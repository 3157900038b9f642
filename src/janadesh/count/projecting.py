"""What the record knows of a running count at a moment, as the projection asks for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.found import the_election
from janadesh.analysis.segment_votes import votes_of_segments
from janadesh.count.projection import NO_HISTORY
from janadesh.count.projection import Projection
from janadesh.count.projection import project
from janadesh.count.standings import contest_standings
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.reading_once import read_once

COUNT_BEGINS = dt.time(8)
"""Counting of votes in India begins at 8 in the morning (Commission's handbook for counting agents)."""
_ENDED = ("declared", "uncontested")
_SEED = 2024


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """
    What `projection.project` is asked with.

    - `contests`, `candidates`, `history`: as it wants them; `contest` is a constituency's id, `candidate` a serial.
    - `previous`, `segments`: what the election before had in the very same constituencies, as it wants them; empty
      where the record holds none. Segments are summed from polling stations, or given as such.
    - `at`: the moment. `hours`: since the count began.
    - `names`: `contest`, `candidate`, `name`, `party`, `party_name`, `party_short`, `alliance`, `alliance_name`,
      `alliance_short`, for people.
    - `unseen`: how many contests nothing was shown of by then; they are not projected.
    """

    contests: pl.DataFrame
    candidates: pl.DataFrame
    history: pl.DataFrame
    previous: pl.DataFrame
    segments: pl.DataFrame
    at: dt.datetime
    hours: float
    names: pl.DataFrame
    unseen: int

    @property
    def without_previous(self) -> int:
        """Count the contests of which the record holds no previous result: they were redrawn, or it was not loaded."""
        return int((~self.contests["contest"].is_in(self.previous["contest"].implode())).sum())


def known_at(record: Record, election: str, as_of: Moment | None = None) -> Known:
    """
    Gather what the record knew by a moment of an election's count.

    Only contests of which votes or a lead were shown are in it. The previous votes of a contest are those of the
    election's predecessor in the very same constituency. History are the lists of leads.

    Raises: NotInRecord.
    """
    record = read_once(record)
    held = the_election(record, election, as_of)
    at = record.moment(as_of)
    standings = contest_standings(record, held.id, at)
    seen = standings.filter(pl.col("leader_serial").is_not_null())
    leads = record.history(model.Lead, at, election=held.id).sort("known_at")
    previous = _previous(record, held.previous, at)
    return Known(
        contests=_contests(record, held, seen, previous, at),
        candidates=_candidates(record, held.id, seen, at),
        history=_history(leads),
        previous=previous,
        segments=_segments(record, held.previous, at),
        at=at,
        hours=_hours(leads, seen, at, held.time_zone),
        names=_names(record, held.id, at),
        unseen=standings.height - seen.height,
    )


def projection_of(known: Known) -> Projection | None:
    """Project a count; None before anything was shown. Asked again it gives the same, since the seed is fixed."""
    if known.contests.is_empty():
        return None
    return project(
        known.contests,
        known.candidates,
        at=known.at,
        hours=known.hours,
        rng=np.random.default_rng(_SEED),
        history=known.history,
        previous=known.previous,
        segments=known.segments,
    )


def _contests(
    record: Record, held: model.Election, seen: pl.DataFrame, previous: pl.DataFrame, at: dt.datetime
) -> pl.DataFrame:
    figures = (
        record.frame(model.Figure, at, election=held.id, scope="constituency", measure=["electors", "turnout"])
        .sort("known_at")
        .group_by(constituency="scope_id")
        .agg(
            electors=pl.col("value").filter(pl.col("measure") == "electors").last(),
            turnout=pl.col("value").filter(pl.col("measure") == "turnout").last() / 100,
        )
    )
    valid = previous.group_by(constituency="contest").agg(previous_valid=pl.col("votes").sum())
    return (
        seen.join(figures, on="constituency", how="left", maintain_order="left")
        .join(valid, on="constituency", how="left", maintain_order="left")
        .select(
            "electors",
            "turnout",
            "previous_valid",
            contest="constituency",
            state="territory",
            margin=pl.when(pl.col("shown_by") == "leads").then("margin"),
            declared=pl.col("status").is_in(_ENDED),
        )
    )


def _previous(record: Record, election: str | None, at: dt.datetime) -> pl.DataFrame:
    """Give `contest`, `party` (null: independent, or not known), `votes` of the election before."""
    votes = (
        record.frame(model.Tally, at, election=election or "")
        .filter(pl.col("serial") != model.NOTA)
        .select("constituency", "serial", votes=pl.coalesce("total", "evm"))
    )
    return _by_party(record, election, at, votes).select("contest", "party", pl.col("votes").cast(pl.Float64))


def _segments(record: Record, election: str | None, at: dt.datetime) -> pl.DataFrame:
    """Give `contest`, `segment`, `party`, `votes` of the election before, where its polling stations are known."""
    stations = record.frame(model.StationTally, at, election=election or "")
    votes = votes_of_segments(stations.filter((pl.col("serial") != model.NOTA) & pl.col("segment").is_not_null()))
    return _by_party(record, election, at, votes).select(
        "contest", pl.col("segment").cast(pl.String), "party", pl.col("votes").cast(pl.Float64)
    )


def _by_party(record: Record, election: str | None, at: dt.datetime, votes: pl.DataFrame) -> pl.DataFrame:
    parties = record.frame(model.Party, at).filter(pl.col("kind") != "independent").select("id")
    stood = (
        record.frame(model.Candidacy, at, election=election or "")
        .select("constituency", "serial", "party")
        .join(parties, left_on="party", right_on="id", how="semi")
    )
    return votes.join(stood, on=["constituency", "serial"], how="left").rename({"constituency": "contest"})


def _candidates(record: Record, election: str, seen: pl.DataFrame, at: dt.datetime) -> pl.DataFrame:
    votes = record.frame(model.Tally, at, election=election).select(
        "constituency", "serial", "postal", votes=pl.coalesce("total", "evm")
    )
    ahead = seen.select(
        "constituency",
        "leader_serial",
        "second_serial",
        by_leads=pl.col("shown_by") == "leads",
        ended=pl.col("status").is_in(_ENDED),
    )
    serial = pl.col("serial")
    return (
        record.frame(model.Candidacy, at, election=election)
        .filter(pl.col("status").is_in(["contesting", "uncontested"]))
        .select("constituency", "serial", "party")
        .join(ahead, on="constituency", how="inner", maintain_order="left")
        .join(votes, on=["constituency", "serial"], how="left", maintain_order="left")
        .join(_alliances(record, election, at), on="party", how="left", maintain_order="left")
        .select(
            "party",
            "alliance",
            "votes",
            "postal",
            contest="constituency",
            candidate=serial.cast(pl.String),
            place=pl.when("by_leads").then(
                pl.when(serial == pl.col("leader_serial")).then(1).when(serial == pl.col("second_serial")).then(2)
            ),
            won=pl.col("ended") & (serial == pl.col("leader_serial")),
        )
    )


def _alliances(record: Record, election: str, at: dt.datetime) -> pl.DataFrame:
    parties = record.frame(model.Party, at).select("colour", party="id", party_name="name", party_short="abbreviation")
    return alliance_of_candidacies(record, parties, election, at).drop("colour", "alliance_colour")


def _names(record: Record, election: str, at: dt.datetime) -> pl.DataFrame:
    stood = record.frame(model.Candidacy, at, election=election).select(
        "name", "party", contest="constituency", candidate=pl.col("serial").cast(pl.String)
    )
    return stood.join(_alliances(record, election, at), on="party", how="left", maintain_order="left")


def _history(leads: pl.DataFrame) -> pl.DataFrame:
    rows = leads.filter(pl.col("leading").is_not_null() & pl.col("margin").is_not_null()).select(
        contest="constituency",
        at="known_at",
        leader=pl.col("leading").cast(pl.String),
        margin=pl.col("margin").cast(pl.Float64),
    )
    return rows if rows.height else NO_HISTORY


def _hours(leads: pl.DataFrame, seen: pl.DataFrame, at: dt.datetime, time_zone: str) -> float:
    """Give the hours since 8 in the morning of the day on which anything was first shown, 0 at least."""
    shown = [frame.min() for frame in (leads["known_at"], seen["last_at"]) if frame.drop_nulls().len()]
    zone = ZoneInfo(time_zone)
    first = min(moment for moment in shown if isinstance(moment, dt.datetime)) if shown else at
    begun = dt.datetime.combine(first.astimezone(zone).date(), COUNT_BEGINS, zone)
    return max((at - begun).total_seconds() / 3600, 0.0)
