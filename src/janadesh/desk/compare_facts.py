"""Two elections beside each other, or one election at two moments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.changed_hands import changed_hands
from janadesh.analysis.changed_hands import gains
from janadesh.analysis.changes import party_changes
from janadesh.analysis.schedule import schedule
from janadesh.analysis.swing import swings
from janadesh.desk.as_of import AsOf
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.election_facts import ElectionFacts
from janadesh.desk.party_facts import results_of
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.reading_once import read_once

Row = dict[str, Any]

MEASURES = ("won", "contested", "votes", "share")
SMALL = 0.5
"""Parties with a smaller share at both times, and no seat, are left out of the comparison."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """Butler's swing over all votes, in percentage points, to the first side from the second; None is unknown."""

    first: str
    second: str
    points: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideEarlier:
    """An election beside an earlier one to the same house."""

    parties: tuple[Row, ...]
    hands: tuple[Row, ...]
    """Rows of `changed_hands` that were gained."""
    gains: tuple[Row, ...]
    held: int
    unmatched: int
    """Seats that cannot be compared: they carry on none, several alike, or have no winner."""
    has_other_boundaries: bool
    swing: Swing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideItself:
    """An election at two moments: parties as in `BesideEarlier`, and what else differs, in words."""

    parties: tuple[Row, ...]
    contests: tuple[Row, ...]
    steps: tuple[Row, ...]
    standings: tuple[Row, ...]


def beside_earlier(record: Record, election: str, earlier: str, as_of: Moment) -> BesideEarlier:
    """Compare an election with an earlier one to the same house, as known at a moment."""
    # hands, parties and swing are made of the same votes
    record = read_once(record)
    hands = changed_hands(record, election, earlier, as_of)
    gained = hands.filter(pl.col("how") == "gained")
    exchanged = gains(gained)
    compared = hands.filter(pl.col("how").is_in(["held", "gained"]))
    return BesideEarlier(
        parties=_told(party_changes(record, election, earlier, as_of)),
        hands=tuple(_coloured(gained)),
        gains=tuple(_coloured(exchanged)),
        held=hands.filter(pl.col("how") == "held").height,
        unmatched=hands.height - compared.height,
        has_other_boundaries=bool(compared.filter(~pl.col("basis").is_in(["same", "unchanged"])).height),
        swing=_swing(record, election, earlier, as_of),
    )


def beside_itself(desk: Desk, now: ElectionFacts, then: ElectionFacts, as_of: AsOf, before: AsOf) -> BesideItself:
    """Compare what was known of an election at a moment with what was known before."""
    record, election = desk.record, now.election.id
    results = [results_of(desk, election, moment) for moment in (as_of, before)]
    return BesideItself(
        parties=_told(_side_by_side(*results)),
        contests=_contests(now, then),
        steps=_steps(*(schedule(record, election, moment.moment) for moment in (as_of, before))),
        standings=_standings(record, election, as_of.moment, before.moment),
    )


def _swing(record: Record, election: str, earlier: str, as_of: Moment) -> Swing | None:
    try:
        overall = swings(record, election, earlier, as_of=as_of).filter(pl.col("constituency").is_null())
    except NotInRecord:
        # fewer than two sides have votes yet
        return None
    if overall.is_empty():
        return None
    row = overall.row(-1, named=True)
    shorts = dict(record.frame(model.Party, as_of).select("id", "abbreviation").iter_rows())
    shorts |= dict(record.frame(model.Alliance, as_of).select("id", "short_name").iter_rows())
    return Swing(
        first=shorts.get(row["first"], row["first"]),
        second=shorts.get(row["second"], row["second"]),
        points=row["butler"],
    )


def _side_by_side(now: pl.DataFrame, then: pl.DataFrame) -> pl.DataFrame:
    names = ["party", "party_name", "party_short"]
    seats = pl.col("won") + pl.col("leading")
    both = [frame.with_columns(won=seats).select(*names, *MEASURES) for frame in (now, then)]
    joined = both[0].join(both[1], on=names, how="full", coalesce=True, suffix="_before")
    filled = joined.with_columns(
        pl.col(name).cast(pl.Float64 if name.startswith("share") else pl.Int64).fill_null(0)
        for measure in MEASURES
        for name in (measure, f"{measure}_before")
    )
    changed = filled.with_columns((pl.col(m) - pl.col(f"{m}_before")).alias(f"{m}_change") for m in MEASURES)
    return changed.sort("won", "votes", "party", descending=[True, True, False])


def _told(changes: pl.DataFrame) -> tuple[Row, ...]:
    tell = pl.any_horizontal(
        pl.col("won", "won_before") > 0, (pl.col("share", "share_before") >= SMALL).fill_null(value=False)
    )
    return tuple(row | {"css": colour_class(row["party"])} for row in changes.filter(tell).iter_rows(named=True))


def _coloured(hands: pl.DataFrame) -> list[Row]:
    return [
        row | {"from_css": colour_class(row["from_party"]), "to_css": colour_class(row["to_party"])}
        for row in hands.iter_rows(named=True)
    ]


def _contests(now: ElectionFacts, then: ElectionFacts) -> tuple[Row, ...]:
    """Give the seats whose first party or state differs."""
    before = {row.constituency: row for row in then.contests}
    return tuple(
        {"now": row, "then": earlier}
        for row in now.contests
        if (earlier := before.get(row.constituency)) is None
        or (row.winner_party, row.winner, row.status) != (earlier.winner_party, earlier.winner, earlier.status)
    )


def _steps(now: pl.DataFrame, then: pl.DataFrame) -> tuple[Row, ...]:
    key = ["event", "phase"]
    both = now.select(*key, "on_date").join(
        then.select(*key, before="on_date"), on=key, how="left", nulls_equal=True, maintain_order="left"
    )
    return tuple(both.filter(~pl.col("on_date").eq_missing(pl.col("before"))).to_dicts())


def _standings(record: Record, election: str, now: Moment, then: Moment) -> tuple[Row, ...]:
    key = ["alliance", "party"]
    frames = [record.frame(model.AllianceMember, moment, election=election) for moment in (now, then)]
    names = record.frame(model.Party, now).select(party="id", party_name="name")
    alliances = record.frame(model.Alliance, now).select(alliance="id", alliance_name="name")
    both = (
        frames[0]
        .select(*key, "status")
        .join(frames[1].select(*key, before="status"), on=key, how="left", maintain_order="left")
        .join(names, on="party", how="left")
        .join(alliances, on="alliance", how="left")
    )
    return tuple(both.filter(~pl.col("status").eq_missing(pl.col("before"))).to_dicts())
