"""An allotment of seats that somebody changed by hand, beside the best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from janadesh.analysis.allotment import FRIENDLY
from janadesh.analysis.seat_sharing import SeatSharing
from janadesh.analysis.sharing_plans import seats_won
from janadesh.errors import Impossible

FRIENDLY_WORD = "friendly"
"""What a seat in which all partners stand against each other goes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedSeats:
    """
    What an allotment is worth.

    `to` says by constituency where its seat goes: to a partner's id, or `friendly`; `seats` counts them. `expected`
    are seats won in expectation, `majority` the chance of a majority (0 to 1), `cost` how many seats in expectation it
    wins fewer than the best allotment that meets the wishes (below 0 where it breaks these and wins more).
    """

    to: Mapping[str, str]
    seats: Mapping[str, int]
    expected: float
    majority: float
    cost: float


def moved_seats(sharing: SeatSharing, moves: Mapping[str, str]) -> MovedSeats:
    """
    Reckon the proposed allotment with some seats moved, on the same drawn elections.

    Args:
        sharing: the proposal.
        moves: by constituency, the partner's id or `friendly`.

    Raises: Impossible, where a constituency or a partner is none of these.
    """
    partners = sharing.told.partners
    places = {seat: place for place, seat in enumerate(sharing.order)}
    choice = sharing.choice.copy()
    for seat, to in moves.items():
        if seat not in places:
            raise Impossible(f"{seat!r} is no constituency of this election, and no seat of it can be moved.")
        if to != FRIENDLY_WORD and to not in partners:
            raise Impossible(f"{to!r} is no partner here, and no seat can be moved to it.")
        choice[places[seat]] = FRIENDLY if to == FRIENDLY_WORD else partners.index(to)
    won, best = seats_won(sharing.told, choice), seats_won(sharing.told, sharing.choice)
    words = [*partners, FRIENDLY_WORD]
    to_whom = [words[option] for option in choice]
    return MovedSeats(
        to=dict(zip(sharing.order, to_whom, strict=True)),
        seats={word: to_whom.count(word) for word in words},
        expected=float(won.mean()),
        majority=float((won >= sharing.majority_mark).mean()),
        cost=float(best.mean() - won.mean()),
    )


def chances_of_seats(sharing: SeatSharing) -> dict[str, dict[str, float]]:
    """Give, by constituency, the partners' chance with the candidate of each, and in a friendly contest."""
    words = [*sharing.told.partners, FRIENDLY_WORD]
    options = np.column_stack([sharing.told.chances, sharing.told.friendly])
    return {
        seat: dict(zip(words, map(float, row), strict=True)) for seat, row in zip(sharing.order, options, strict=True)
    }
