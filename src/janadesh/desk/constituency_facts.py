"""Everything that a constituency's page says, asked of the record once for each state of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.ballots import ballot_results
from janadesh.analysis.earlier import earlier_contests
from janadesh.analysis.found import the_constituency
from janadesh.analysis.sources import sources_of
from janadesh.desk.as_of import AsOf
from janadesh.desk.colours import colour_class
from janadesh.desk.contest_rows import ContestRow
from janadesh.desk.desk import Desk
from janadesh.desk.election_facts import ElectionFacts
from janadesh.names.casing import in_title_case

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """A candidate's row as the page shows it, with `name` in title case beside the official spelling."""

    row: Row
    name: str
    colour: str
    elsewhere: tuple[ContestRow, ...]
    """Other contests of the election in which the same person stands."""
    rebel_of: str | None
    """The name of the party whose rebel the candidate is, where a source says so."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier contest of the place. `basis` is how the constituency carries on from that one; None for itself."""

    row: Row
    winner: str | None
    colour: str
    basis: str | None
    reference: str


@dataclass(frozen=True, slots=True)
class ConstituencyFacts:
    """What the page of one constituency says at one moment."""

    place: Row
    contest: ContestRow
    standings: tuple[Standing, ...]
    nota: Row | None
    deposit_share: Fraction | None
    """The share of the votes for candidates at or below which a deposit is lost; None where no law is known."""
    poll_on: dt.date | None
    earlier: tuple[Earlier, ...]
    previous: ContestRow | None
    next: ContestRow | None
    sources: tuple[Row, ...]

    @property
    def most_votes(self) -> int:
        """The votes of the candidate ahead, to which the bars are drawn; 1 before any are counted."""
        return max((standing.row["counted"] or 0 for standing in self.standings), default=0) or 1

    @property
    def is_counted(self) -> bool:
        """Whether any votes are known."""
        return any(standing.row["counted"] is not None for standing in self.standings)

    @property
    def deposit_needs(self) -> int | None:
        """Fewest votes that keep the deposit: more than the share that the law names of those for candidates."""
        share = self.deposit_share
        return None if share is None else self.contest.valid * share.numerator // share.denominator + 1

    @property
    def has_kinds_of_vote(self) -> bool:
        """Whether votes on machines and postal votes are told apart for anybody."""
        rows = [standing.row for standing in self.standings] + ([self.nota] if self.nota else [])
        return any(row[kind] is not None for row in rows for kind in ("evm", "postal"))

    @property
    def has_migrant_votes(self) -> bool:
        """Whether votes of migrant polling stations were counted apart."""
        return any(standing.row["migrant"] is not None for standing in self.standings)

    @property
    def is_other_place(self) -> bool:
        """Whether any earlier contest was held within other boundaries."""
        return any(earlier.basis not in (None, "unchanged") for earlier in self.earlier)


def find_constituency(desk: Desk, facts: ElectionFacts, constituency: str, as_of: AsOf) -> ConstituencyFacts:
    """
    Give the facts of an election's constituency, found by number, id or name, remembered.

    Raises: NotInRecord.
    """
    election = facts.election.id
    place = desk.remembered.answer(
        ("place", election, constituency),
        as_of.moment,
        lambda: the_constituency(desk.record, election, constituency, as_of.moment),
    )
    return desk.remembered.answer(
        ("constituency facts", election, place["id"]),
        as_of.moment,
        lambda: constituency_facts(desk, facts, place, as_of),
    )


def constituency_facts(desk: Desk, facts: ElectionFacts, place: Row, as_of: AsOf) -> ConstituencyFacts:
    """Ask the record for a constituency's page, `place` being its row of `constituencies`."""
    record, election = desk.record, facts.election
    contests = facts.contests
    contest = next(row for row in contests if row.constituency == place["id"])
    # in each state the numbers begin anew
    beside = [row for row in contests if row.state == contest.state]
    index = beside.index(contest)
    ballot = _in_order(ballot_results(record, election.id, place["id"], as_of.moment))
    elsewhere = _persons_elsewhere(desk, ballot, facts, place["id"], as_of)
    party_names = dict(record.frame(model.Party, as_of.moment).select("id", "name").iter_rows())
    standings = tuple(
        Standing(
            row=row,
            name=in_title_case(row["candidate"]),
            colour=colour_class(row["party"]),
            elsewhere=elsewhere.get(row["person"], ()),
            rebel_of=party_names.get(row["rebel_of"]),
        )
        for row in ballot.filter(pl.col("serial") != model.NOTA).iter_rows(named=True)
    )
    nota = ballot.filter(pl.col("serial") == model.NOTA).to_dicts()
    said_in = (model.Candidacy, model.Tally, model.Lead, model.Declaration)
    return ConstituencyFacts(
        place=place,
        contest=contest,
        standings=standings,
        nota=nota[0] if nota else None,
        deposit_share=facts.deposit_share,
        poll_on=facts.poll_on(contest.phase),
        earlier=_earlier(desk, election, place["id"], as_of),
        previous=beside[index - 1] if index else None,
        next=beside[index + 1] if index + 1 < len(beside) else None,
        sources=tuple(
            sources_of(record, said_in, as_of.moment, election=election.id, constituency=place["id"]).iter_rows(
                named=True
            )
        ),
    )


def _in_order(ballot: pl.DataFrame) -> pl.DataFrame:
    """Order candidates by votes, as they come, or by the ballot where none are counted: a lead may be known alone."""
    return ballot if ballot["counted"].count() else ballot.sort("serial")


def _persons_elsewhere(
    desk: Desk, ballot: pl.DataFrame, facts: ElectionFacts, here: str, as_of: AsOf
) -> dict[str, tuple[ContestRow, ...]]:
    persons = ballot["person"].drop_nulls().to_list()
    if not persons:
        return {}
    others = desk.record.frame(model.Candidacy, as_of.moment, election=facts.election.id, person=persons)
    by_place = {row.constituency: row for row in facts.contests}
    found: dict[str, tuple[ContestRow, ...]] = {}
    for person, constituency in others.select("person", "constituency").iter_rows():
        if constituency != here and constituency in by_place:
            found[person] = (*found.get(person, ()), by_place[constituency])
    return found


def _earlier(desk: Desk, election: model.Election, constituency: str, as_of: AsOf) -> tuple[Earlier, ...]:
    rows = earlier_contests(desk.record, constituency, as_of.moment, lambda _, held, __: desk.contests(held, as_of))
    if rows.is_empty():
        return ()
    before = rows.filter((pl.col("election") != election.id) & (pl.col("year") <= election.year))
    return tuple(
        Earlier(
            row=row,
            winner=None if row["winner"] is None else in_title_case(row["winner"]),
            colour=colour_class(row["winner_party"]),
            basis=row["basis"],
            reference=row["constituency"],
        )
        for row in before.iter_rows(named=True)
    )
