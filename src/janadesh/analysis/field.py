"""All candidacies of an election with their votes, as arrays that can be reckoned with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from janadesh.analysis.votes import candidate_votes
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.moments import Moment


@dataclass(frozen=True, slots=True)
class Field:
    """
    Who stands where with how many votes, seat by seat, the winner of each seat first.

    `seat` and `party` are places in `seats` (constituency ids) and `parties` (ids); `winner` is the place of each
    seat's winner among the candidacies.
    """

    seats: tuple[str, ...]
    parties: tuple[str, ...]
    seat: npt.NDArray[np.int64]
    party: npt.NDArray[np.int64]
    serial: npt.NDArray[np.int64]
    votes: npt.NDArray[np.float64]
    winner: npt.NDArray[np.int64]

    @property
    def valid(self) -> npt.NDArray[np.float64]:
        """Votes of all candidates of each seat."""
        return np.bincount(self.seat, weights=self.votes, minlength=len(self.seats)).astype(np.float64)

    def seats_won(self) -> dict[str, int]:
        """Count the seats that each party won."""
        counts = np.bincount(self.party[self.winner], minlength=len(self.parties))
        return dict(zip(self.parties, counts.tolist(), strict=True))


def field_of(record: Record, election: str, as_of: Moment | None = None) -> Field:
    """
    Put an election's candidacies and votes into arrays; seats without votes stand with their winner alone.

    Raises: NotInRecord, where no votes are known at the moment.
    """
    won = pl.col("won").fill_null(value=False)
    rows = candidate_votes(record, election, as_of).filter((pl.col("counted") > 0) | won)
    if not rows["counted"].sum():
        raise NotInRecord(
            f"The record held no votes of {election} at that moment, and nothing can be supposed of them."
        )
    # an unopposed winner has no votes, and keeps the seat with one
    ordered = rows.with_columns(counted=pl.col("counted").fill_null(1)).sort(
        "number", "constituency", won, "counted", "serial", descending=[False, False, True, True, False]
    )
    seats, parties = (ordered[name].unique(maintain_order=True).to_list() for name in ("constituency", "party"))
    at = {"seat": ("constituency", seats), "party": ("party", parties)}
    places = {
        name: ordered[column].replace_strict(held, list(range(len(held))), return_dtype=pl.Int64).to_numpy()
        for name, (column, held) in at.items()
    }
    first = np.concatenate([[True], places["seat"][1:] != places["seat"][:-1]])
    return Field(
        seats=tuple(seats),
        parties=tuple(parties),
        seat=places["seat"],
        party=places["party"],
        serial=ordered["serial"].to_numpy(),
        votes=ordered["counted"].to_numpy().astype(np.float64),
        winner=np.flatnonzero(first),
    )
