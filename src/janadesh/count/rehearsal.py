"""
A made-up count of a finished election, so that a desk can be rehearsed before the night.

The rounds, their times and the way in which votes come in are drawn by chance; only the end is the official result.
Nothing of it is evidence of how the count went, so the election has an id and a name of its own, and no record but
the one made for it takes the feed in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl

from janadesh import model
from janadesh.errors import Impossible
from janadesh.export.one_election import of_elections
from janadesh.export.packs import packs_of
from janadesh.export.said import everything_said
from janadesh.record.book import Record
from janadesh.record.statements import Statements
from janadesh.sources.observations import CONTEST

PREFIX = "rehearsal-"
"""Begins the id of the rehearsed election."""

_BEGINS = dt.time(8, 0)
_MINUTES_A_ROUND = 14.0
_EVENNESS_OF_ROUNDS = 20.0
_EVENNESS_OF_CANDIDATES = 6.0
_SEED = 20241008


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """
    A made-up count.

    - `election`: the id of the rehearsed election.
    - `before`: what was known before the count, as loads one after the other.
    - `lines`: the feed, ordered by time, each a line of docs/reference/count_feed.md.
    - `begins`, `ends`: the first and the last moment of the count.
    """

    election: str
    before: tuple[Statements, ...]
    lines: pl.DataFrame
    begins: dt.datetime
    ends: dt.datetime


def rehearsal(record: Record, election: model.Election, rounds: int = 15) -> Rehearsal:
    """
    Make up a count that ends in an election's result.

    Args:
        record: the record with the result.
        election: the election, one that is finished.
        rounds: how many rounds each contest is counted in.

    Raises: Impossible, where the record knows no day of the count, no candidates before it, or no votes.
    """
    begins = _begins(record, election)
    elections = [election.id, *([election.previous] if election.previous else [])]
    said = of_elections(everything_said(record, as_of=begins), elections)
    stood = said[model.Candidacy].filter(election=election.id)
    if stood.is_empty():
        raise Impossible(f"Who stood in {election.name} was not known before its count, so it cannot be rehearsed.")
    votes = record.frame(model.Tally, election=election.id).join(
        pl.concat([stood.select(*CONTEST, "serial"), _nota_of(stood)]).unique(), on=[*CONTEST, "serial"], how="semi"
    )
    votes = votes.filter(pl.col("total").is_not_null()).sort(*CONTEST, "serial")
    if votes.is_empty():
        raise Impossible(f"The record has no votes of {election.name}, so there is no end that a count could have.")
    lines = _lines(votes, record.frame(model.Declaration, election=election.id), begins, rounds)
    renamed = {noun: _rehearsed(noun, frame, election) for noun, frame in said.items()}
    packs = packs_of(renamed, name="rehearsal", title="before a rehearsal", time_zone=election.time_zone)
    return Rehearsal(
        election=PREFIX + election.id,
        before=tuple(Statements("before the rehearsal", dict(pack.tables)) for pack in packs),
        lines=lines.with_columns(election=pl.lit(PREFIX + election.id)),
        begins=begins,
        ends=lines["observed_at"].max(),  # type: ignore[arg-type]
    )


def _begins(record: Record, election: model.Election) -> dt.datetime:
    counts = record.frame(model.ScheduleEntry, election=election.id).filter(event="count")["on_date"].drop_nulls()
    day = counts.min()
    if not isinstance(day, dt.date):
        raise Impossible(f"The record has no day on which {election.name} was counted, so it cannot be rehearsed.")
    return dt.datetime.combine(day, _BEGINS, ZoneInfo(election.time_zone)).astimezone(dt.UTC)


def _nota_of(stood: pl.DataFrame) -> pl.DataFrame:
    return stood.select(*CONTEST, serial=pl.lit(model.NOTA, dtype=pl.Int64))


def _rehearsed(noun: type[model.Noun], frame: pl.DataFrame, election: model.Election) -> pl.DataFrame:
    """Give the rehearsed election its own id and name, wherever it is meant."""
    if noun is model.Election:
        is_it = pl.col("id") == election.id
        name = pl.concat_str(pl.lit("Rehearsal, made up: "), pl.col("name"))
        return frame.with_columns(
            id=pl.when(is_it).then(pl.lit(PREFIX + election.id)).otherwise("id"),
            name=pl.when(is_it).then(name).otherwise("name"),
        )
    if noun is model.Name:
        is_it = (pl.col("noun") == "election") & (pl.col("of") == election.id)
        return frame.with_columns(of=pl.when(is_it).then(pl.lit(PREFIX + election.id)).otherwise("of"))
    if "election" in frame.columns:
        return frame.with_columns(pl.col("election").replace(election.id, PREFIX + election.id))
    return frame


def _lines(votes: pl.DataFrame, declared: pl.DataFrame, begins: dt.datetime, rounds: int) -> pl.DataFrame:
    contests = votes.select(*CONTEST).unique(maintain_order=True).with_row_index("contest")
    votes = votes.join(contests, on=list(CONTEST), how="left", maintain_order="left")
    generator = np.random.default_rng(_SEED)
    minutes = generator.gamma(_EVENNESS_OF_ROUNDS, _MINUTES_A_ROUND / _EVENNESS_OF_ROUNDS, (contests.height, rounds))
    seconds = np.rint(np.cumsum(minutes, axis=1) * 60).astype(np.int64)
    rounded = pl.concat([*_rounds(votes, seconds, generator, rounds)])
    ended = _ended(votes, declared, contests, seconds)
    at = pl.lit(begins) + pl.duration(seconds="second")
    together = pl.concat([rounded, ended], how="diagonal").with_columns(observed_at=at)
    return together.sort("observed_at", *CONTEST, "serial", nulls_last=True).drop("second")


def _rounds(
    votes: pl.DataFrame, seconds: np.ndarray, generator: np.random.Generator, rounds: int
) -> Sequence[pl.DataFrame]:
    place = votes["contest"].to_numpy()
    size = generator.gamma(_EVENNESS_OF_ROUNDS, 1.0, (seconds.shape[0], rounds))[place]
    parts = size * generator.gamma(_EVENNESS_OF_CANDIDATES, 1.0, (votes.height, rounds))
    counted = np.cumsum(parts, axis=1) / parts.sum(axis=1, keepdims=True)
    # votes by post are counted first, and the last round has all
    posted = votes["postal"].fill_null(0).to_numpy()
    on_machines = votes["total"].to_numpy() - posted
    counted[:, -1] = 1.0
    frames = []
    for number in range(rounds):
        so_far = np.floor(on_machines * counted[:, number]).astype(np.int64)
        frames.append(
            votes.select(
                *CONTEST,
                "serial",
                evm=pl.when(pl.col("evm").is_not_null()).then(pl.Series(so_far)),
                postal="postal",
                total=pl.Series(so_far + posted),
                status=pl.lit("final" if number == rounds - 1 else "interim"),
                round=pl.lit(number + 1),
                rounds=pl.lit(rounds),
                is_whole=pl.lit(value=True),
                second=pl.Series(seconds[place, number]),
            )
        )
    return frames


def _ended(votes: pl.DataFrame, declared: pl.DataFrame, contests: pl.DataFrame, seconds: np.ndarray) -> pl.DataFrame:
    first_two = (
        votes.filter(pl.col("serial") != model.NOTA)
        .sort("total", descending=True)
        .group_by(*CONTEST, maintain_order=True)
        .agg(first=pl.col("serial").first(), other=pl.col("serial").get(1, null_on_oob=True), votes=pl.col("total"))
    )
    won = declared.select(*CONTEST, "winner")
    ends = contests.with_columns(second=pl.Series(seconds[:, -1] + 60))
    winner = pl.coalesce("winner", "first")
    return (
        ends.join(first_two, on=list(CONTEST))
        .join(won, on=list(CONTEST), how="left")
        .select(
            *CONTEST,
            leading=winner,
            trailing=pl.when(winner == pl.col("first")).then("other").otherwise("first"),
            margin=pl.col("votes").list.get(0) - pl.col("votes").list.get(1, null_on_oob=True),
            status=pl.lit("declared"),
            second="second",
        )
    )


def as_lines(rehearsed: Rehearsal) -> Sequence[Mapping[str, object]]:
    """Give the feed as JSON objects, cells that say nothing left out."""
    written = rehearsed.lines.with_columns(observed_at=pl.col("observed_at").dt.strftime("%Y-%m-%dT%H:%M:%SZ"))
    return [{name: value for name, value in row.items() if value is not None} for row in written.iter_rows(named=True)]
