"""What result pages say beyond the record's statements, as frames: leads without votes, rounds, seats by party."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Iterator
from typing import Any

import polars as pl

from janadesh.sources.eci_page_gathering import OfParties
from janadesh.sources.eci_page_gathering import OfSeat
from janadesh.sources.eci_page_names import ROUNDWISE
from janadesh.sources.eci_page_rounds import Round
from janadesh.sources.eci_page_statewise import ListedSeat

_PLACE = {"election": pl.String, "constituency": pl.String}
_SAID = {"known_at": pl.Datetime("us", "UTC"), "file": pl.String}
LEADS: dict[str, Any] = {
    **_PLACE,
    "candidate": pl.String,
    "party": pl.String,
    "trailing": pl.String,
    "margin": pl.Int64,
    "round": pl.Int64,
    "rounds": pl.Int64,
    "status": pl.String,
    **_SAID,
}
ROUNDS: dict[str, Any] = {
    **_PLACE,
    "round": pl.Int64,
    "candidate": pl.String,
    "party": pl.String,
    "before": pl.Int64,
    "of_round": pl.Int64,
    "evm": pl.Int64,
    **_SAID,
}
PARTIES: dict[str, Any] = {
    "election": pl.String,
    "party": pl.String,
    "abbreviation": pl.String,
    "won": pl.Int64,
    "leading": pl.Int64,
    **_SAID,
}


def leads_frame(seats: Iterable[OfSeat]) -> pl.DataFrame:
    """Give who is ahead by lists of seats and live maps: the columns of `LEADS`."""
    return pl.DataFrame(list(_leads(seats)), schema=LEADS)


def _leads(seats: Iterable[OfSeat]) -> Iterator[dict[str, Any]]:
    for each in seats:
        place = _place(each.election.id, each.page.file, each.at) | {"constituency": each.seat}
        if each.lead is not None and each.lead.candidate is not None:
            yield place | {"candidate": each.lead.candidate, "party": each.lead.party}
        elif each.observed is not None and isinstance(row := each.observed.said, ListedSeat):
            yield place | {
                "candidate": row.leading,
                "party": row.leading_party,
                "trailing": row.trailing,
                "margin": row.margin,
                "round": row.round,
                "rounds": row.rounds,
                "status": row.status,
            }


def rounds_frame(seats: Iterable[OfSeat]) -> pl.DataFrame:
    """Give every counting round: the columns of `ROUNDS`; `known_at` is the page's, not the round's."""
    return pl.DataFrame(list(_rounds(seats)), schema=ROUNDS)


def _rounds(seats: Iterable[OfSeat]) -> Iterator[dict[str, Any]]:
    for each in seats:
        if each.observed is None or each.page.kind != ROUNDWISE or not isinstance(each.observed.said, tuple):
            continue
        counted: tuple[Round, ...] = each.observed.said
        place = _place(each.election.id, each.page.file, each.at) | {"constituency": each.seat}
        for number in counted:
            for line in number.lines:
                yield place | {
                    "round": number.number,
                    "candidate": line.name,
                    "party": line.party,
                    "before": line.before,
                    "of_round": line.of_round,
                    "evm": line.evm,
                }


def parties_frame(tallies: Iterable[OfParties]) -> pl.DataFrame:
    """Give seats by party: the columns of `PARTIES`."""
    rows = [
        _place(tally.election.id, tally.page.file, tally.at)
        | {"party": party.party, "abbreviation": party.abbreviation, "won": party.won, "leading": party.leading}
        for tally in tallies
        for party in tally.parties
    ]
    return pl.DataFrame(rows, schema=PARTIES)


def _place(election: str, file: str, known_at: dt.datetime) -> dict[str, Any]:
    return {"election": election, "known_at": known_at, "file": file}
