"""Everything that an election's page says, asked of the record once for each state of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.house import HouseSize
from janadesh.analysis.house import house_size
from janadesh.analysis.parties import party_results
from janadesh.analysis.rules import rule_of
from janadesh.analysis.schedule import schedule
from janadesh.analysis.sources import sources_of
from janadesh.analysis.territories import country_of
from janadesh.desk.as_of import AsOf
from janadesh.desk.blocks import Block
from janadesh.desk.blocks import blocks_of
from janadesh.desk.contest_rows import ContestRow
from janadesh.desk.contest_rows import contest_rows
from janadesh.desk.deals import Deal
from janadesh.desk.deals import deals_of
from janadesh.desk.desk import Desk
from janadesh.desk.headline import Seats
from janadesh.desk.party_tally import PartyTally
from janadesh.desk.party_tally import party_tally
from janadesh.desk.seat_names import seat_names
from janadesh.desk.turns import Turn
from janadesh.desk.turns import turns_of
from janadesh.export.figures import Digits
from janadesh.export.figures import digits_of_country
from janadesh.record.book import Record
from janadesh.record.reading_once import read_once

Row = dict[str, Any]

WHOLE = 0.9
"""Part of a house's seats that must be on the record for its majority to mean anything; polls are countermanded."""
CLOSEST = 8
"""How many of the closest contests the page lists."""


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes of the whole election; None where unknown."""

    valid: int
    nota: int | None
    electors: int | None
    turnout: float | None
    candidates: int
    lost_deposits: int


@dataclass(frozen=True, slots=True)
class ElectionFacts:
    """What the page of one election says at one moment."""

    election: model.Election
    house: HouseSize | None
    digits: Digits
    seats: Seats
    deposit_share: Fraction | None
    """Of the votes for candidates, what the country's law asks to be exceeded; None where no rule is known."""
    today: dt.date
    """The moment's day, where the election is held."""
    blocks: tuple[Block, ...]
    parties: tuple[PartyTally, ...]
    contests: tuple[ContestRow, ...]
    closest: tuple[ContestRow, ...]
    votes: Votes
    schedule: tuple[Row, ...]
    deals: tuple[Deal, ...]
    turns: tuple[Turn, ...]
    sources: tuple[Row, ...]

    @property
    def count_on(self) -> dt.date | None:
        """The day of the count, as announced by the moment."""
        return next((step["on_date"] for step in self.schedule if step["event"] == "count"), None)

    def poll_on(self, phase: int | None) -> dt.date | None:
        """The day on which a phase is polled; of an election without phases, its one day."""
        polls = [step for step in self.schedule if step["event"] == "poll"]
        of_phase = [step["on_date"] for step in polls if step["phase"] == phase]
        return of_phase[0] if of_phase else (polls[0]["on_date"] if len(polls) == 1 else None)


def election_facts(desk: Desk, election: model.Election, as_of: AsOf) -> ElectionFacts:
    """Ask the record for an election's page."""
    record, moment = read_once(desk.record), as_of.moment
    names = desk.remembered.until_loaded(("seat names", election.id), lambda: seat_names(record, election.id))
    contests = contest_rows(desk.contests(election.id, as_of, record), _persons(record, election.id, as_of), names)
    parties = party_results(record, election.id, moment)
    is_house_known = record.frame(model.House, moment, id=election.house).height > 0
    house = house_size(record, election.id, moment) if is_house_known else None
    seats = _seats(election, house, contests)
    blocks = blocks_of(record, parties, election.id, moment, names_leader=seats.majority is not None)
    steps = tuple(schedule(record, election.id, moment).iter_rows(named=True))
    deposit = rule_of(record, election.id, "lost deposit", moment)
    said_in = (model.Candidacy, model.Tally, model.Lead, model.Declaration, model.ScheduleEntry, model.Figure)
    return ElectionFacts(
        election=election,
        house=house,
        digits=digits_of_country(country_of(record, election.id, moment)),
        deposit_share=deposit.share if deposit else None,
        seats=seats,
        today=as_of.date,
        blocks=blocks,
        parties=tuple(map(party_tally, parties.iter_rows(named=True))),
        contests=contests,
        closest=_closest(contests),
        votes=_votes(desk, election.id, as_of, contests, parties),
        schedule=steps,
        deals=deals_of(record, election.id, moment),
        turns=desk.remembered.until_loaded(("turns", election.id), lambda: turns_of(desk.record, election.id)),
        sources=tuple(sources_of(record, said_in, moment, election=election.id).iter_rows(named=True)),
    )


def _seats(election: model.Election, house: HouseSize | None, contests: tuple[ContestRow, ...]) -> Seats:
    is_whole = house is not None and len(contests) >= WHOLE * house.elected
    fills_the_house = election.kind == "general" and election.territory is None and is_whole
    return Seats(
        total=len(contests),
        declared=sum(row.is_decided for row in contests),
        counting=sum(row.status == "counting" for row in contests),
        majority=house.majority if house is not None and fills_the_house else None,
    )


def _persons(record: Record, election: str, as_of: AsOf) -> dict[tuple[str, int], str]:
    rows = record.frame(model.Candidacy, as_of.moment, election=election).filter(pl.col("person").is_not_null())
    return {(place, serial): person for place, serial, person in rows.select("constituency", "serial", "person").rows()}


def _closest(contests: tuple[ContestRow, ...]) -> tuple[ContestRow, ...]:
    with_margin = [row for row in contests if row.margin is not None]
    return tuple(sorted(with_margin, key=lambda row: row.margin or 0)[:CLOSEST])


def _votes(desk: Desk, election: str, as_of: AsOf, contests: tuple[ContestRow, ...], parties: pl.DataFrame) -> Votes:
    known_nota = [row.nota for row in contests if row.nota is not None]
    whole = desk.record.frame(
        model.Figure, as_of.moment, election=election, scope="election", measure=["electors", "turnout"], basis="final"
    )
    figures = dict(whole.select("measure", "value").iter_rows())
    return Votes(
        valid=sum(row.valid for row in contests),
        nota=sum(known_nota) if known_nota else None,
        electors=int(figures["electors"]) if "electors" in figures else None,
        turnout=figures.get("turnout"),
        candidates=sum(row.candidates for row in contests),
        lost_deposits=int(parties["lost_deposits"].sum() or 0),
    )
