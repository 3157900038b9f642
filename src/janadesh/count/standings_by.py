"""Standings added up: by party, alliance, region or state, with what was gained and lost since a moment."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.territories import territory_names
from janadesh.analysis.votes import candidate_votes
from janadesh.count.standings import contest_standings
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.reading_once import read_once

_ENDED = ("declared", "uncontested")


def standings_by_party(
    record: Record, election: str, as_of: Moment | None = None, since: Moment | None = None
) -> pl.DataFrame:
    """
    Give each party's standing in a count, most seats first.

    Returns: a frame with the columns

        party, party_name, party_short
        won              seats declared for it; leading: seats it is ahead in; seats: both together
        second           seats it is next in
        votes, share     votes so far, and per cent of the votes for candidates
        gained, lost     seats it is ahead in and was not at `since`, and the other way round; only with `since`
    """
    return _seats(record, election, ["party", "party_name", "party_short"], as_of, since)


def standings_by_alliance(
    record: Record, election: str, as_of: Moment | None = None, since: Moment | None = None
) -> pl.DataFrame:
    """Give the same by alliance, `alliance, alliance_name, alliance_short`; a party in none stands for itself."""
    return _seats(record, election, ["alliance", "alliance_name", "alliance_short"], as_of, since)


def standings_by_place(record: Record, election: str, by: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give, of each state (`by="territory"`) or region, how far the count is and who is ahead in how many contests.

    Returns: `place, contests, declared, counting, counted, party, party_short, won, leading`, one row a place and party
        ahead anywhere in it; places in order of name, parties by seats.
    """
    contests = contest_standings(record, election, as_of)
    named = dict(territory_names(record, as_of).select("territory", "name").iter_rows())
    place = pl.col(by).replace(named) if by == "territory" else pl.col(by)
    rows = contests.with_columns(place=place, has_ended=pl.col("status").is_in(_ENDED))
    whole = rows.group_by("place").agg(
        contests=pl.len(),
        declared=pl.col("has_ended").sum(),
        counting=(pl.col("status") == "counting").sum(),
        counted=pl.col("counted").sum(),
    )
    ahead = rows.group_by("place", party="leader_party", party_short="leader_short").agg(
        won=pl.col("has_ended").sum(), leading=(~pl.col("has_ended")).sum()
    )
    return whole.join(ahead.filter(pl.col("party").is_not_null()), on="place", how="left", nulls_equal=True).sort(
        "place", pl.col("won") + pl.col("leading"), "party", descending=[False, True, False]
    )


def trend(record: Record, election: str, moments: Sequence[Moment], by: str = "party") -> pl.DataFrame:
    """
    Give the seats of each party or alliance at several moments.

    Returns: `moment` and the columns of `standings_by_party`, or those of `standings_by_alliance`.
    """
    each = standings_by_party if by == "party" else standings_by_alliance
    frames = [each(record, election, moment).with_columns(moment=pl.lit(record.moment(moment))) for moment in moments]
    return pl.concat(frames).select("moment", pl.exclude("moment"))


def _seats(record: Record, election: str, by: list[str], as_of: Moment | None, since: Moment | None) -> pl.DataFrame:
    record = read_once(record)
    ahead = _ahead(record, election, by, as_of)
    votes = _votes(record, election, by, as_of)
    valid = int(votes["votes"].sum() or 0)
    seats = ahead.group_by(by[0]).agg(
        won=pl.col("has_ended").sum(), leading=(~pl.col("has_ended")).sum(), seats=pl.len()
    )
    second = _ahead(record, election, by, as_of, place="second").group_by(by[0]).agg(second=pl.len())
    rows = (
        votes.join(seats, on=by[0], how="left")
        .join(second, on=by[0], how="left")
        .with_columns(pl.col("won", "leading", "seats", "second").fill_null(0))
        .with_columns(share=pl.col("votes") * 100 / valid if valid else pl.lit(None, dtype=pl.Float64))
    )
    columns = [*by, "won", "leading", "seats", "second", "votes", "share"]
    if since is not None:
        rows = rows.join(_moved(ahead, _ahead(record, election, by, since), by[0]), on=by[0], how="left").with_columns(
            pl.col("gained", "lost").fill_null(0)
        )
        columns += ["gained", "lost"]
    return rows.select(columns).sort("seats", "votes", by[0], descending=[True, True, False])


def _ahead(record: Record, election: str, by: list[str], as_of: Moment | None, place: str = "leader") -> pl.DataFrame:
    contests = contest_standings(record, election, as_of).filter(pl.col(f"{place}_party").is_not_null())
    rows = contests.select("constituency", party=f"{place}_party", has_ended=pl.col("status").is_in(_ENDED)).join(
        _parties(record, as_of), on="party", how="left"
    )
    return alliance_of_candidacies(record, rows, election, as_of) if by[0] == "alliance" else rows


def _votes(record: Record, election: str, by: list[str], as_of: Moment | None) -> pl.DataFrame:
    rows = candidate_votes(record, election, as_of)
    rows = alliance_of_candidacies(record, rows, election, as_of) if by[0] == "alliance" else rows
    return rows.group_by(by).agg(votes=pl.col("counted").sum())


def _parties(record: Record, as_of: Moment | None) -> pl.DataFrame:
    return record.frame(model.Party, as_of).select(
        party="id", party_name="name", party_short="abbreviation", colour="colour"
    )


def _moved(now: pl.DataFrame, before: pl.DataFrame, by: str) -> pl.DataFrame:
    both = now.select("constituency", now=by).join(before.select("constituency", before=by), on="constituency")
    moved = both.filter(pl.col("now") != pl.col("before"))
    gained = moved.group_by(pl.col("now").alias(by)).agg(gained=pl.len())
    lost = moved.group_by(pl.col("before").alias(by)).agg(lost=pl.len())
    return gained.join(lost, on=by, how="full", coalesce=True)
