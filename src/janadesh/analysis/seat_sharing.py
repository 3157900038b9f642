"""How partners best share the seats of an election, beside what they agreed and standing alone."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

import numpy as np
import numpy.typing as npt
import polars as pl

from janadesh import model
from janadesh.analysis.allotment import Allotment
from janadesh.analysis.allotment import Demands
from janadesh.analysis.allotment import allot
from janadesh.analysis.fair_parts import parts_by_shapley
from janadesh.analysis.fair_parts import parts_by_votes
from janadesh.analysis.found import short_of_side
from janadesh.analysis.found import the_election
from janadesh.analysis.house import house_size
from janadesh.analysis.matched_seats import compared_seats
from janadesh.analysis.past_shares import PastShares
from janadesh.analysis.past_shares import past_shares
from janadesh.analysis.scenario import Rate
from janadesh.analysis.sharing_plans import agreed_allotment
from janadesh.analysis.sharing_plans import announced_totals
from janadesh.analysis.sharing_plans import plans_compared
from janadesh.analysis.sharing_plans import seats_won
from janadesh.analysis.sharing_seats import seats_allotted
from janadesh.analysis.votes import candidate_votes
from janadesh.analysis.win_chances import WinChances
from janadesh.analysis.win_chances import win_chances
from janadesh.errors import Impossible
from janadesh.record.book import Record
from janadesh.record.moments import Moment

_RISKS = (0.1, 0.25, 0.5, 1.0, -0.1, -0.25, -0.5, -1.0)
"""How much variance is sought or shunned for a seat, when a majority is the aim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """
    What is asked of an allotment; parties and constituencies by id.

    `transfer` is the rate at which a partner's votes follow another's candidate, `transfers` that of pairs
    `(from, to)`. `fair` is None, `votes` or `shapley`; `aim` is `seats` or `majority`; `friendly` is the most
    friendly contests, None as many as pay.
    """

    transfer: Rate = field(default_factory=lambda: Rate(0.85, 0.05))
    transfers: Mapping[tuple[str, str], Rate] = field(default_factory=dict)
    minimum: Mapping[str, int] = field(default_factory=dict)
    must: Mapping[str, str] = field(default_factory=dict)
    """Which partner a seat has to go to, by constituency."""
    keep_incumbents: bool = False
    fair: str | None = None
    tolerance: float = 1.0
    aim: str = "seats"
    friendly: int | None = None


@dataclass(frozen=True, slots=True)
class SeatSharing:
    """
    The answer.

    `plans` has a row each for the proposal, what the partners agreed seat by seat and what they announced (where the
    record knows), and standing alone:
    `plan, expected` (seats), `majority` (its chance, 0 to 1), `friendly`, and a column of seats for each partner.
    `seats` has a row a seat: `constituency, number, constituency_name, choice` (a party's id, or `friendly`),
    `choice_short, chance, second_short, second_chance, agreed_short, own, partners, rival_short, rival` (shares in
    per cent), `based_on` and `why`. `proved` says that no allotment wins more in expectation, and `gap` by how many
    seats one might otherwise. `told` are the elections drawn, whose seats are those of `order`, and `choice` is what
    is proposed for each of these.
    """

    plans: pl.DataFrame
    seats: pl.DataFrame
    proved: bool
    gap: float
    majority_mark: int
    parts: Mapping[str, float]
    told: WinChances
    order: tuple[str, ...]
    choice: npt.NDArray[np.int64]


def seat_sharing(
    record: Record,
    election: str,
    parties: Sequence[str],
    earlier: Sequence[str],
    wishes: Wishes | None = None,
    as_of: Moment | None = None,
    *,
    seed: int = 1,
) -> SeatSharing:
    """
    Share the seats of an election among partners so that they win most of them in expectation.

    Args:
        record: holds the elections.
        election: the id of the one to stand in; none of its votes is looked at.
        parties: ids of the partners.
        earlier: ids of elections whose votes speak, as `past_shares` weighs them.
        wishes: what the partners insist on, and the aim.
        as_of: the moment; None is now.
        seed: of the random numbers.

    Raises: NotInRecord, where an election or a partner has no votes; Impossible, where the wishes contradict each
        other or the house.
    """
    asked = wishes or Wishes()
    found = the_election(record, election, as_of)
    _sensible(record, parties, earlier, found.id, asked, as_of)
    past = past_shares(record, found.id, earlier, parties, as_of)
    pairs = {(a, b): asked.transfers.get((a, b), asked.transfer) for a in parties for b in parties if a != b}
    told = win_chances(past, parties, pairs, seed)
    fair = _fair(past, parties, pairs, asked, seed)
    held = _incumbents(record, found, earlier, parties, past.seats, as_of) if asked.keep_incumbents else {}
    demands = _demands(past, parties, asked, fair, held)
    mark = house_size(record, found.id, as_of).majority
    shorts = dict(record.frame(model.Party, as_of).select("id", "abbreviation").iter_rows())
    # of equal chances the one with more votes, by less than a ten-thousandth of a seat
    ahead = past.shares[:, [past.parties.index(party) for party in parties]] * 1e-6
    best = _best(told, ahead, demands, (mark, asked.aim), tuple(shorts[p] for p in parties))
    agreed = agreed_allotment(record, found.id, parties, past.seats, as_of)
    plans = {"proposed": best.choice} | ({"agreed": agreed} if agreed is not None else {})
    return SeatSharing(
        plans=pl.concat(
            [plans_compared(told, plans, mark, shorts), announced_totals(record, found.id, parties, shorts, as_of)],
            how="diagonal_relaxed",
        ),
        seats=seats_allotted(record, past, told, best, agreed, (demands, held), shorts, as_of),
        proved=best.proved,
        gap=max(0.0, best.bound - best.value),
        majority_mark=mark,
        parts=fair,
        told=told,
        order=past.seats,
        choice=best.choice,
    )


def _sensible(
    record: Record, parties: Sequence[str], earlier: Sequence[str], election: str, asked: Wishes, as_of: Moment | None
) -> None:
    if len(set(parties)) < 2 or len(set(parties)) < len(parties):
        raise Impossible("Seats are shared among two partners or more, each named once.")
    if not earlier:
        raise Impossible("It takes an earlier election whose votes say where each partner is strong.")
    if election in earlier:
        name = the_election(record, election, as_of).name
        raise Impossible(f"{name} cannot speak for itself: name elections before it.")
    strangers = sorted({*asked.minimum, *asked.must.values()} - set(parties))
    if strangers:
        told = " and ".join(short_of_side(record, party, as_of) for party in strangers)
        raise Impossible(f"{told} is no partner here, and can have no seats of theirs.")
    if asked.fair not in {None, "votes", "shapley"} or asked.aim not in {"seats", "majority"}:
        raise ValueError("`fair` is votes or shapley, and `aim` is seats or majority")


def _fair(
    past: PastShares, parties: Sequence[str], pairs: Mapping[tuple[str, str], Rate], asked: Wishes, seed: int
) -> dict[str, float]:
    if asked.fair is None:
        return {}
    return parts_by_votes(past, parties) if asked.fair == "votes" else parts_by_shapley(past, parties, pairs, seed)


def _incumbents(
    record: Record,
    found: model.Election,
    earlier: Sequence[str],
    parties: Sequence[str],
    seats: Sequence[str],
    as_of: Moment | None,
) -> dict[int, int]:
    """Find the seats that a partner won at the latest election to the same house that is asked about."""
    houses = record.frame(model.Election, as_of, id=list(earlier)).filter(pl.col("house") == found.house).sort("year")
    if houses.is_empty():
        raise Impossible(f"None of {', '.join(earlier)} filled the house of {found.id}, and nobody is incumbent.")
    last = houses["id"][-1]
    won = candidate_votes(record, last, as_of).filter(pl.col("won"), pl.col("party").is_in(list(parties)))
    held = compared_seats(record, found.id, last, as_of).join(won.select("party", before="constituency"), on="before")
    at = {seat: place for place, seat in enumerate(seats)}
    return {at[seat]: parties.index(party) for seat, party in held.select("constituency", "party").iter_rows()}


def _demands(
    past: PastShares, parties: Sequence[str], asked: Wishes, fair: Mapping[str, float], held: Mapping[int, int]
) -> Demands:
    at = {seat: place for place, seat in enumerate(past.seats)}
    return Demands(
        minimum={parties.index(party): seats for party, seats in asked.minimum.items()},
        # what a partner insists on goes before what another holds
        must=dict(held) | {at[seat]: parties.index(party) for seat, party in asked.must.items()},
        fair={parties.index(party): part for party, part in fair.items()},
        tolerance=asked.tolerance,
        friendly=asked.friendly,
    )


def _best(
    told: WinChances,
    ahead: npt.NDArray[np.float64],
    demands: Demands,
    aim: tuple[int, str],
    names: tuple[str, ...],
) -> Allotment:
    most = allot(told.chances + ahead, told.friendly, demands, names)
    tried = [most]
    if aim[1] == "majority":
        options = np.column_stack([told.chances, told.friendly])
        for risk in _RISKS:
            worth = options + risk * options * (1 - options)
            tried.append(allot(worth[:, :-1] + ahead, worth[:, -1], demands, names))
    chosen = max(tried, key=lambda made: ((seats_won(told, made.choice) >= aim[0]).mean(), made.value))
    proved = all(made.proved for made in tried)
    value = float(seats_won(told, chosen.choice).mean())
    return Allotment(chosen.choice, value, most.bound if not most.proved else value, proved)
