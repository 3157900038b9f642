"""Plans of sharing seats beside each other: the proposal, what was agreed and announced, and each alone."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from janadesh import model
from janadesh.analysis.allotment import FRIENDLY
from janadesh.analysis.shared_seats import proposed_seats
from janadesh.analysis.win_chances import WinChances
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def seats_won(told: WinChances, choice: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Count seats won in each draw under an allotment."""
    return np.asarray(told.wins[:, np.arange(len(choice)), choice].sum(axis=1))


def agreed_allotment(
    record: Record, election: str, parties: Sequence[str], seats: Sequence[str], as_of: Moment | None
) -> npt.NDArray[np.int64] | None:
    """
    Give what the partners agreed as an allotment of these seats, or None where the record knows of no deal.

    A deal that one of them alone made with others is none between them.
    """
    shares = proposed_seats(record, election, as_of).filter(pl.col("party").is_in(list(parties)))
    shares = shares.filter(pl.col("party").n_unique().over("alliance") > 1)
    if shares.is_empty():
        return None
    by_seat = {
        seat: FRIENDLY if friendly else parties.index(party)
        for seat, party, friendly in shares.select("constituency", "party", "friendly").iter_rows()
    }
    # a seat that went to a partner outside these, or of which nothing is known, is one where they all stand
    return np.array([by_seat.get(seat, FRIENDLY) for seat in seats])


def plans_compared(
    told: WinChances, plans: Mapping[str, npt.NDArray[np.int64]], mark: int, shorts: Mapping[str, str]
) -> pl.DataFrame:
    """Give, of each plan and of each partner alone, expected seats, the chance of a majority, and seats by partner."""
    alone = np.full(told.wins.shape[1], FRIENDLY)
    rows = []
    for plan, choice in {**plans, "each alone": alone}.items():
        wins = seats_won(told, choice)
        counts = [int((choice == place).sum()) for place in range(len(told.partners))]
        friendly = int((choice == FRIENDLY).sum())
        rows.append((plan, float(wins.mean()), float((wins >= mark).mean()), *counts, friendly))
    schema = {"plan": pl.String, "expected": pl.Float64, "majority": pl.Float64}
    schema |= {shorts[party]: pl.Int64 for party in told.partners} | {"friendly": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def announced_totals(
    record: Record, election: str, parties: Sequence[str], shorts: Mapping[str, str], as_of: Moment | None
) -> pl.DataFrame:
    """Give the seats that the partners announced for each, where they did; other partners' are not among them."""
    totals = record.frame(model.SeatShareTotal, as_of, election=election)
    told = totals.filter(pl.col("party").is_in(list(parties)))
    told = told.filter(pl.col("party").n_unique().over("alliance") > 1)
    if told.is_empty():
        return pl.DataFrame()
    totals = totals.filter(pl.col("alliance").is_in(told["alliance"].unique().to_list()))
    of_party = dict(told.select("party", "seats").iter_rows())
    friendly = totals.filter(pl.col("arrangement") == "friendly")["seats"].sum()
    row = {"plan": "announced"} | {shorts[p]: of_party.get(p, 0) for p in parties} | {"friendly": friendly}
    return pl.DataFrame([row])
