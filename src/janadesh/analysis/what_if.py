"""What would have been: an election's votes under other alliances, swings and candidates, drawn many times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import polars as pl

from janadesh import model
from janadesh.analysis.draws import Draws
from janadesh.analysis.draws import draw
from janadesh.analysis.field import Field
from janadesh.analysis.field import field_of
from janadesh.analysis.found import short_of_side
from janadesh.analysis.found import the_election
from janadesh.analysis.house import house_size
from janadesh.analysis.past_shares import past_shares
from janadesh.analysis.scenario import Scenario
from janadesh.analysis.supposed_votes import BREAKAWAY
from janadesh.analysis.supposed_votes import supposed_votes
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.moments import Moment


@dataclass(frozen=True, slots=True)
class WhatIf:
    """
    The answer to a what-if.

    `parties` has a row a party, `sides` one for each alliance and each party outside, with the columns `id, name,
    short, colour, actual, expected, low, middle, high` (seats; 5th, 50th and 95th of a hundred draws) and
    `majority`, the chance of one from 0 to 1. `seats` has `constituency, number, constituency_name, winner,
    winner_short, likely, likely_short, chance` and `changed`, whether the likely winner is another party.
    `unparted` names the constituencies in which partners break up and the one that stood has no earlier votes: it
    keeps all.
    """

    parties: pl.DataFrame
    sides: pl.DataFrame
    seats: pl.DataFrame
    draws: int
    majority_mark: int
    unparted: tuple[str, ...] = ()


def what_if(
    record: Record,
    election: str,
    scenario: Scenario,
    as_of: Moment | None = None,
    *,
    draws: int = 10_000,
    seed: int = 1,
    earlier: Sequence[str] = (),
) -> WhatIf:
    """
    Put a scenario to an election's votes and draw what is uncertain.

    Args:
        record: holds the election.
        election: its id or name.
        scenario: what is supposed; parties by id.
        as_of: the moment; None is now.
        draws: how often the uncertain is drawn.
        seed: of the random numbers; the same seed answers the same.
        earlier: ids of elections by which parties that break up are told apart; none is the one before.

    Raises: NotInRecord; Impossible, where the scenario cannot be.
    """
    found = the_election(record, election, as_of)
    field = field_of(record, found.id, as_of)
    past = _past(record, found, scenario, earlier, as_of)
    called = partial(_called, record, as_of)
    supposed = supposed_votes(field, scenario, past, called)
    drawn = draw(supposed, draws, seed, scenario.local)
    majority = house_size(record, found.id, as_of).majority
    names = _names(record, drawn.parties, as_of)
    sides = _sides(record, found.id, scenario, drawn.parties, as_of)
    actual = field.seats_won()
    return WhatIf(
        _summed(drawn, names, {p: p for p in drawn.parties}, actual, majority),
        _summed(drawn, names | _alliances(record, as_of), sides, actual, majority),
        _seats(record, field, drawn, names, as_of),
        draws,
        majority,
        tuple(map(called, supposed.unparted)),
    )


def _called(record: Record, as_of: Moment | None, thing: str) -> str:
    places = record.frame(model.Constituency, as_of, id=thing)["name"].to_list()
    return str(places[0]) if places else short_of_side(record, thing, as_of)


def _past(
    record: Record, found: model.Election, scenario: Scenario, earlier: Sequence[str], as_of: Moment | None
) -> dict[tuple[str, str], float]:
    if not scenario.apart:
        return {}
    known = list(earlier) or ([found.previous] if found.previous else [])
    if not known:
        raise NotInRecord(
            f"Partners are told apart by an earlier election, and the record names none before {found.id}."
        )
    parties = [party for group in scenario.apart for party in group]
    return past_shares(record, found.id, known, parties, as_of).by_seat()


Named = dict[str, tuple[str, str, str | None]]


def _names(record: Record, parties: Sequence[str], as_of: Moment | None) -> Named:
    rows = record.frame(model.Party, as_of).select("id", "name", "abbreviation", "colour").iter_rows()
    known: Named = {party: (name, short, colour) for party, name, short, colour in rows}
    for party in parties:
        old = party.removesuffix(BREAKAWAY)
        if old != party and old in known:
            known[party] = (f"{known[old][0]}, breakaway", f"{known[old][1]} (new)", known[old][2])
    return known


def _alliances(record: Record, as_of: Moment | None) -> Named:
    rows = record.frame(model.Alliance, as_of).select("id", "name", "short_name", "colour").iter_rows()
    return {alliance: (name, short, colour) for alliance, name, short, colour in rows}


def _sides(
    record: Record, election: str, scenario: Scenario, parties: Sequence[str], as_of: Moment | None
) -> dict[str, str]:
    """Say which alliance each party is in, once alliances are made and broken."""
    members = record.frame(model.AllianceMember, as_of, election=election, status="member")
    sides = {party: party for party in parties} | dict(members.select("party", "alliance").iter_rows())
    for group in scenario.apart:
        sides |= {party: party for party in group}
    for group in scenario.together:
        joined = {sides[party] for party in group}
        # an alliance that is joined by others is joined whole
        largest = max(joined, key=lambda side: sum(held == side for held in sides.values()))
        sides = {party: largest if side in joined else side for party, side in sides.items()}
    return {party: sides[party] for party in parties}


def _summed(drawn: Draws, names: Named, sides: dict[str, str], actual: dict[str, int], majority: int) -> pl.DataFrame:
    rows = []
    for side in dict.fromkeys(sides.values()):
        members = [place for place, party in enumerate(drawn.parties) if sides[party] == side]
        seats = drawn.seats[:, members].sum(axis=1)
        low, middle, high = np.percentile(seats, [5, 50, 95], method="nearest")
        name, short, colour = names.get(side, (side, side, None))
        won = sum(actual.get(drawn.parties[place], 0) for place in members)
        counts = (won, float(seats.mean()), int(low), int(middle), int(high), float((seats >= majority).mean()))
        rows.append((side, name, short, colour, *counts))
    schema = {"id": pl.String, "name": pl.String, "short": pl.String, "colour": pl.String, "actual": pl.Int64}
    schema |= {"expected": pl.Float64, "low": pl.Int64, "middle": pl.Int64, "high": pl.Int64, "majority": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row").sort(
        "expected", "actual", "id", descending=[True, True, False]
    )


def _seats(record: Record, field: Field, drawn: Draws, names: Named, as_of: Moment | None) -> pl.DataFrame:
    likely = drawn.chance.argmax(axis=1)
    winners = [field.parties[place] for place in field.party[field.winner]]
    to = [drawn.parties[place] for place in likely]
    places = record.frame(model.Constituency, as_of).select("number", constituency="id", constituency_name="name")
    frame = pl.DataFrame(
        {
            "constituency": field.seats,
            "winner": winners,
            "winner_short": [names[p][1] if p in names else p for p in winners],
            "likely": to,
            "likely_short": [names[p][1] if p in names else p for p in to],
            "chance": drawn.chance[np.arange(len(likely)), likely],
        }
    )
    return (
        frame.join(places, on="constituency", how="left")
        .with_columns(changed=pl.col("winner") != pl.col("likely"))
        .sort("number", "constituency")
        .select(
            "constituency",
            "number",
            "constituency_name",
            "winner",
            "winner_short",
            "likely",
            "likely_short",
            "chance",
            "changed",
        )
    )
