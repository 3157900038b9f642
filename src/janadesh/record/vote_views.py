"""
The queries of the readable views of votes: results, contests and standings, as they stand now.

Joins are on a level of their own, and so are windows of each partition; every window keeps elections
apart, and nothing is grouped. So SQLite can hand down a condition on the election to where an index
answers it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa

from janadesh import model
from janadesh.laws.law import countries
from janadesh.laws.law import law_on
from janadesh.record.view_parts import PLACE
from janadesh.record.view_parts import Instant
from janadesh.record.view_parts import Select
from janadesh.record.view_parts import agree
from janadesh.record.view_parts import count_where
from janadesh.record.view_parts import counted_so_far
from janadesh.record.view_parts import is_final
from janadesh.record.view_parts import stands


def results(now: Instant) -> Select:
    """Select every candidacy with its votes, shares, and what became of it."""
    votes, place, party = _votes(now), stands(model.Constituency, now), stands(model.Party, now)
    election, source = stands(model.Election, now), stands(model.Source, now)
    elected = sa.func.coalesce(votes.c.won, sa.false())
    deposit = _deposits(now)
    lost = sa.and_(votes.c.votes * deposit.c.denominator <= votes.c.valid * deposit.c.numerator, sa.not_(elected))
    return (
        sa.select(
            votes.c.election,
            election.c.name.label("election_name"),
            place.c.number,
            place.c.name.label("constituency_name"),
            votes.c.constituency,
            sa.case((votes.c.votes.is_not(None), votes.c.place)).label("position"),
            votes.c.serial,
            votes.c.candidate,
            votes.c.party,
            party.c.name.label("party_name"),
            votes.c.votes,
            votes.c.evm,
            votes.c.postal,
            votes.c.migrant,
            _percent(votes.c.votes, votes.c.valid).label("share"),
            _percent(votes.c.votes, votes.c.valid + sa.func.coalesce(votes.c.nota, 0)).label("share_with_nota"),
            votes.c.won,
            sa.case((sa.and_(votes.c.is_final, deposit.c.numerator.is_not(None)), lost)).label("lost_deposit"),
            votes.c.status,
            votes.c.person,
            votes.c.known_at,
            source.c.title.label("source"),
        )
        .select_from(votes)
        .outerjoin(place, place.c.id == votes.c.constituency)
        .outerjoin(party, party.c.id == votes.c.party)
        .outerjoin(election, election.c.id == votes.c.election)
        .outerjoin(source, source.c.id == votes.c.source)
        .outerjoin(deposit, deposit.c.house == election.c.house)
    )


def _deposits(now: Instant) -> sa.Subquery:
    """Give of each house the share of votes below which a deposit is lost, by its country's law of today."""
    house = stands(model.House, now)
    # a house's territory is a country, or within one, or within something within one
    near = stands(model.Territory, now).alias("near")
    middle = stands(model.Territory, now).alias("middle")
    country = sa.func.coalesce(middle.c.within, near.c.within, near.c.id)
    laws = {name: law_on(name, "lost deposit", dt.date.max) for name in countries()}
    shares = {name: law.share for name, law in laws.items() if law and law.share}

    def part(which: str) -> sa.ColumnElement[int]:
        value = sa.case({name: getattr(share, which) for name, share in shares.items()}, value=country)
        # a territory or house may have had several statuses
        return sa.func.max(value).label(which)

    joined = house.outerjoin(near, near.c.id == house.c.territory).outerjoin(middle, middle.c.id == near.c.within)
    parts = [part("numerator"), part("denominator")]
    return sa.select(house.c.id.label("house"), *parts).select_from(joined).group_by(house.c.id).subquery("deposits")


def contests_now(now: Instant) -> Select:
    """Select each contest with its first two and the margin."""
    contest, place, party = _contests(now), stands(model.Constituency, now), stands(model.Party, now)
    counting = sa.case((contest.c.winner_votes.is_not(None), "counting"), else_="scheduled")
    return (
        sa.select(
            contest.c.election,
            place.c.number,
            place.c.name.label("constituency_name"),
            contest.c.constituency,
            place.c.reservation,
            contest.c.phase,
            sa.func.coalesce(contest.c.declared, counting).label("status"),
            contest.c.winner,
            party.c.name.label("winner_party"),
            contest.c.winner_votes,
            contest.c.runner_up,
            contest.c.runner_up_party,
            contest.c.runner_up_votes,
            (contest.c.winner_votes - contest.c.runner_up_votes).label("margin"),
            contest.c.candidates,
            contest.c.valid,
            contest.c.nota,
        )
        .select_from(contest)
        .outerjoin(place, place.c.id == contest.c.constituency)
        .outerjoin(party, party.c.id == contest.c.winner_party)
    )


def standings(now: Instant) -> Select:
    """Select each party's seats and votes in each election."""
    votes, party = _votes(now), stands(model.Party, now)
    of_party = [votes.c.election, votes.c.party]
    # Independents stand several in one seat, which is contested once
    in_seat = sa.func.row_number().over(partition_by=[*of_party, votes.c.constituency], order_by=votes.c.serial)
    rows = sa.select(votes, in_seat.label("in_seat")).subquery("of_seats")
    of_all = sa.func.sum(rows.c.votes).over(partition_by=rows.c.election)
    rows = sa.select(rows, of_all.label("of_all")).subquery("of_election")
    of_party = [rows.c.election, rows.c.party]
    leads = sa.and_(rows.c.declared.is_(None), rows.c.votes.is_not(None), rows.c.place == 1)
    tallied = sa.select(
        *of_party,
        count_where(rows.c.won).over(partition_by=of_party).label("won"),
        count_where(leads).over(partition_by=of_party).label("leading"),
        count_where(rows.c.in_seat == 1).over(partition_by=of_party).label("contested"),
        sa.func.sum(rows.c.votes).over(partition_by=of_party).label("votes"),
        rows.c.of_all,
        sa.func.row_number().over(partition_by=of_party, order_by=rows.c.serial).label("row"),
    ).subquery("tallied")
    return (
        sa.select(
            tallied.c.election,
            tallied.c.party,
            party.c.name.label("party_name"),
            tallied.c.won,
            tallied.c.leading,
            tallied.c.contested,
            tallied.c.votes,
            _percent(tallied.c.votes, tallied.c.of_all).label("share"),
        )
        .select_from(tallied)
        .outerjoin(party, party.c.id == tallied.c.party)
        .where(tallied.c.row == 1)
    )


def _contests(now: Instant) -> sa.Subquery:
    """One row a contest: the first two candidates, and how many votes were cast for all."""
    candidacy, contest = stands(model.Candidacy, now), stands(model.Contest, now)
    joined = _with_votes(contest, contest.outerjoin(candidacy, agree(contest, candidacy, *PLACE)), candidacy, now)
    rows = joined.add_columns(contest.c.phase).subquery("joined")
    # the elected is first even on equal votes (a lot decides) or without votes (unopposed)
    order = [sa.func.coalesce(sa.cast(rows.c.won, sa.Integer), 0).desc(), sa.func.coalesce(rows.c.votes, -1).desc()]
    ranked: dict[str, Any] = {"partition_by": _place(rows), "order_by": [*order, rows.c.serial], "rows": (None, None)}
    counts = sa.or_(rows.c.votes.is_not(None), rows.c.won)

    def second(column: str) -> sa.ColumnElement[Any]:
        value = sa.case((rows.c.votes.is_not(None), rows.c[column]))
        return sa.func.lead(value).over(**ranked)

    placed = sa.select(
        *_place(rows),
        rows.c.phase,
        rows.c.declared,
        sa.case((counts, rows.c.candidate)).label("winner"),
        sa.case((counts, rows.c.party)).label("winner_party"),
        rows.c.votes.label("winner_votes"),
        second("candidate").label("runner_up"),
        second("party").label("runner_up_party"),
        second("votes").label("runner_up_votes"),
        sa.func.count(rows.c.serial).over(**ranked).label("candidates"),
        sa.func.sum(rows.c.votes).over(**ranked).label("valid"),
        rows.c.nota,
        sa.func.row_number().over(**ranked).label("row"),
    ).subquery("placed")
    return sa.select(placed).where(placed.c.row == 1).subquery("contest")


def _votes(now: Instant) -> sa.Subquery:
    """Every candidacy with its votes, its place by votes, and the votes for all in its contest."""
    candidacy = stands(model.Candidacy, now)
    rows = _with_votes(candidacy, candidacy, candidacy, now).subquery("joined")
    # one window for both, so that SQLite gives the first rows without having sorted all
    window: dict[str, Any] = {
        "partition_by": _place(rows),
        "order_by": sa.func.coalesce(rows.c.votes, -1).desc(),
        "rows": (None, None),
    }
    place, valid = sa.func.rank().over(**window), sa.func.sum(rows.c.votes).over(**window)
    return sa.select(rows, place.label("place"), valid.label("valid")).subquery("votes")


def _with_votes(base: sa.FromClause, joined: sa.FromClause, candidacy: sa.FromClause, now: Instant) -> Select:
    """Join tallies, NOTA and declarations to what has candidacies; `base` says the election and constituency."""
    tally, declared = stands(model.Tally, now), stands(model.Declaration, now)
    nota = stands(model.Tally, now).alias("nota")
    return (
        sa.select(
            *_place(base),
            candidacy.c.serial,
            candidacy.c.name.label("candidate"),
            candidacy.c.party,
            candidacy.c.person,
            candidacy.c.status,
            tally.c.evm,
            tally.c.postal,
            tally.c.migrant,
            counted_so_far(tally).label("votes"),
            counted_so_far(nota).label("nota"),
            (declared.c.winner == candidacy.c.serial).label("won"),
            declared.c.status.label("declared"),
            is_final(tally).label("is_final"),
            tally.c.known_at,
            tally.c.source,
        )
        .select_from(joined)
        .outerjoin(tally, sa.and_(agree(base, tally, *PLACE), tally.c.serial == candidacy.c.serial))
        .outerjoin(nota, sa.and_(agree(base, nota, *PLACE), nota.c.serial == model.NOTA))
        .outerjoin(declared, agree(base, declared, *PLACE))
    )


def _place(rows: sa.FromClause) -> list[sa.ColumnElement[Any]]:
    return [rows.c[name] for name in PLACE]


def _percent(part: sa.ColumnElement[Any], whole: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return part * 100.0 / sa.func.nullif(whole, 0)
