"""Candidacies as the pages of parties and people list them: where, with how many votes, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh.desk.colours import colour_class
from janadesh.names.casing import in_title_case


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidacyRow:
    """One candidacy. `margin` is votes ahead of the second, or behind the first (below 0); None is unknown."""

    election: str
    constituency: str
    number: int
    place: str
    name: str
    official_name: str
    person: str | None
    party: str
    party_short: str
    party_name: str
    votes: int | None
    share: float | None
    position: int | None
    margin: int | None
    won: bool | None
    lost_deposit: bool | None
    status: str
    is_declared: bool

    @property
    def colour(self) -> str:
        """The style class of its party."""
        return colour_class(self.party)


def candidacy_rows(rows: pl.DataFrame) -> tuple[CandidacyRow, ...]:
    """Turn rows of `candidate_votes` with margins into rows of a page, in their order."""
    return tuple(_row(row) for row in rows.iter_rows(named=True))


def _row(row: Mapping[str, Any]) -> CandidacyRow:
    return CandidacyRow(
        election=row["election"],
        constituency=row["constituency"],
        number=row["number"],
        place=row["constituency_name"],
        name=in_title_case(row["candidate"]),
        official_name=row["candidate"],
        person=row["person"],
        party=row["party"],
        party_short=row["party_short"],
        party_name=row["party_name"],
        votes=row["counted"],
        share=row["share"],
        position=row["position"],
        margin=row["margin"],
        won=row["won"],
        lost_deposit=row["lost_deposit"],
        status=row["status"],
        is_declared=row["declaration"] is not None,
    )
