"""
One party, or one alliance and its parties, at every election that it stood in, by one question over all of them.

A large party stood in hundreds. Asked one by one, each would bring all that is known of every candidate; here only
what the sums are made of is read, and all elections are added up at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
import sqlalchemy as sa

from janadesh import model
from janadesh.analysis.parties import NOT_STANDING
from janadesh.analysis.parties import tallied
from janadesh.analysis.rules import rule_of_elections
from janadesh.analysis.votes import PLACE
from janadesh.analysis.votes import with_places
from janadesh.record import schema
from janadesh.record.book import Record
from janadesh.record.by_contest import by_contest
from janadesh.record.by_contest import elections_with
from janadesh.record.moments import Moment
from janadesh.record.reading_once import read_once
from janadesh.record.view_parts import counted_so_far
from janadesh.record.view_parts import is_final

_KEY = (pl.col("contest").cast(pl.Int64) * (1 << 32) + pl.col("serial")).alias("key")
"""A candidate's number in a contest, and the contest's, in one: what has one key is joined in half the time."""


def party_over_elections(record: Record, party: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give a party's seats and votes at every election it stood in, as known at a moment.

    Returns: `election`, and the columns of `party_results`; a row an election.
    """
    record = read_once(record)
    names = record.frame(model.Party, as_of, id=party).select(
        party="id", party_name="name", party_short="abbreviation", colour="colour"
    )
    is_of_party = schema.TABLES[model.Candidacy].c.party == party
    held = elections_with(record, model.Candidacy, is_of_party, as_of)
    rows = _stood(record, held, [party], as_of)
    stood = tallied(rows, ["election", "party"], within=["election"]).filter(pl.col("party") == party)
    named = stood.join(names, on="party", how="left", maintain_order="left")
    return named.select("election", *names.columns, pl.exclude("election", *names.columns))


def alliance_over_elections(record: Record, alliance: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give seats and votes of an alliance, and of each party ever named with it, at every election that tells of it.

    Returns: `election, party`, and the columns of `party_results` from `won` on; `party` is null in the row of the
        alliance's members at that election together.
    """
    record = read_once(record)
    named = record.frame(model.AllianceMember, as_of, alliance=alliance)
    held = named["election"].unique().sort().to_list()
    rows = _stood(record, held, named["party"].unique().sort().to_list(), as_of)
    # a party said to be in two alliances counts for the one named last, as in `alliance_of_candidacies`
    said = record.frame(model.AllianceMember, as_of, election=held).filter(pl.col("status") == "member")
    last = said.unique(["election", "party"], keep="last", maintain_order=True).filter(pl.col("alliance") == alliance)
    members = last.select("election", "party", "alliance")
    together = tallied(
        rows.join(members, on=["election", "party"], how="left", maintain_order="left"),
        ["election", "alliance"],
        within=["election"],
    ).filter(pl.col("alliance").is_not_null())
    each = tallied(rows, ["election", "party"], within=["election"]).filter(pl.col("party").is_not_null())
    return pl.concat([together.drop("alliance"), each], how="diagonal").select(each.columns)


def _stood(record: Record, held: Sequence[str], parties: Sequence[str], as_of: Moment | None) -> pl.DataFrame:
    """Give who stood at some elections as `tallied` takes them, with the `party` of those who stood for some."""
    rows = _placed(record, _candidates(record, held, parties, as_of), held, as_of)
    ids = pl.Series(parties, dtype=pl.String)
    return rows.with_columns(party=pl.lit(ids).gather(pl.col("side")) if parties else pl.lit(None, dtype=pl.String))


def _candidates(record: Record, held: Sequence[str], parties: Sequence[str], as_of: Moment | None) -> pl.DataFrame:
    """
    Give every candidate of some elections, as `with_places` takes them; `side` is the place of the party among some.

    A contest's number stands for the constituency's id, since what follows groups by it again and again.
    """
    candidacy, tally, declaration = (schema.TABLES[n] for n in (model.Candidacy, model.Tally, model.Declaration))
    places = {party: place for place, party in enumerate(parties)}
    place = sa.case(places, value=candidacy.c.party) if places else sa.cast(sa.null(), sa.Integer)
    side: dict[str, sa.ColumnElement[int]] = {"side": place}
    away = {"away": candidacy.c.status.in_(NOT_STANDING)}
    stand = by_contest(record, model.Candidacy, held, side, away, as_of)
    contests = stand.select(*PLACE).with_row_index("contest")
    counted, interim = {"counted": counted_so_far(tally)}, {"interim": sa.not_(is_final(tally))}
    votes = _by_number(by_contest(record, model.Tally, held, counted, interim, as_of), contests)
    winner = {"winner": declaration.c.winner}
    ended = _by_number(by_contest(record, model.Declaration, held, winner, as_of=as_of), contests)
    tallies = votes.select("contest", "serial", "counted").explode("serial", "counted")
    nota = tallies.filter(pl.col("serial") == model.NOTA).select("contest", nota="counted")
    declared = ended.select("contest", declared=pl.lit(value=True), winner=pl.col("winner").list[0])
    of_contests = (
        contests.drop("constituency").join(nota, on="contest", how="left").join(declared, on="contest", how="left")
    )
    stand = stand.with_row_index("contest")
    said = _those(stand, "away").join(_those(votes, "interim"), on="key", how="full", coalesce=True)
    final = pl.when(pl.col("interim").is_null())
    return (
        stand.select("contest", "serial", "side")
        .explode("serial", "side")
        .with_columns(_KEY)
        .join(tallies.select("counted", _KEY), on="key", how="left", maintain_order="left")
        .join(said, on="key", how="left", maintain_order="left")
        .join(of_contests, on="contest", how="left", maintain_order="left")
        .with_columns(total=final.then("counted"), tally_status=final.then(pl.lit("final")))
        .rename({"contest": "constituency"})
    )


def _by_number(rows: pl.DataFrame, contests: pl.DataFrame) -> pl.DataFrame:
    return rows.join(contests, on=PLACE).drop(PLACE)


def _those(rows: pl.DataFrame, which: str) -> pl.DataFrame:
    told = rows.select("contest", serial=which).drop_nulls().explode("serial")
    return told.select(_KEY, pl.lit(value=True).alias(which))


def _placed(record: Record, rows: pl.DataFrame, held: Sequence[str], as_of: Moment | None) -> pl.DataFrame:
    """Add positions, shares and lost deposits, each election's by its own law, and leave out who does not stand."""
    rules = rule_of_elections(record, held, "lost deposit", as_of)
    shares = {election: law.share if law else None for election, law in rules.items()}
    parts = [
        with_places(rows.filter(pl.col("election").is_in([e for e in held if shares.get(e) == share])), share)
        for share in set(shares.values())
    ]
    return pl.concat(parts).filter(pl.col("away").is_null()) if parts else with_places(rows, None)
