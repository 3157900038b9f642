"""How seats answer to votes between the two largest sides of a house of single-member seats."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Votes = npt.NDArray[np.float64]


def cube_law_seats(share: float, power: float = 3.0) -> float:
    """
    Give the share of seats that the cube law foretells for a share of the votes of two parties, both from 0 to 1.

    Seats are to seats as the cubes of votes are to votes.

    Source: M. G. Kendall and A. Stuart, The Law of the Cubic Proportion in Election Results, British Journal of
    Sociology 1 (1950).
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share of votes lies between 0 and 1, and {share} does not")
    ours, theirs = math.pow(share, power), math.pow(1 - share, power)
    return ours / (ours + theirs)


def cube_law_power(votes: tuple[float, float], seats: tuple[float, float]) -> float | None:
    """
    Give the power that takes the two parties' votes to their seats: 3 where the cube law holds, 1 in proportion.

    None where the votes are equal or one of the two has no seat, since no power does it then.

    Source: as `cube_law_seats`; the power is free in H. Theil, The Desired Political Entropy, American Political
    Science Review 63 (1969).
    """
    if min(*votes, *seats) <= 0 or votes[0] == votes[1]:
        return None
    return math.log(seats[0] / seats[1]) / math.log(votes[0] / votes[1])


def seat_share_at(first: Votes, second: Votes, others: Votes, share: float) -> float | None:
    """
    Give the first side's share of the seats of both (0 to 1) if it had a share of the votes of both (0 to 1).

    Every seat swings by the same number of points between the two; a third that is ahead of both keeps its
    seat, and a tie counts half.

    Args:
        first: the first side's votes in each seat.
        second: those of the second.
        others: those of the strongest of all others in each seat, 0 where there is none.
        share: of the votes of both. None comes of no votes of either, or where others win every seat.
    """
    both = first + second
    if both.sum() <= 0:
        return None
    moved = (share - first.sum() / both.sum()) * both
    ours, theirs = first + moved, second - moved
    has_one = np.maximum(ours, theirs) >= others
    won = np.where(ours == theirs, 0.5, ours > theirs)
    return float(won[has_one].mean()) if has_one.any() else None


def responsiveness(first: Votes, second: Votes, others: Votes, span: float = 0.05) -> float | None:
    """
    Give by how many per cent of the seats one per cent of the votes moves, around an equal vote of both sides.

    The slope of `seat_share_at` between 0.5 - span and 0.5 + span.

    Source: E. R. Tufte, The Relationship between Seats and Votes in Two-Party Systems, American Political Science
    Review 67 (1973), and A. Gelman and G. King, American Journal of Political Science 38 (1994), for the span.
    """
    low, high = (seat_share_at(first, second, others, 0.5 + way * span) for way in (-1, 1))
    return None if low is None or high is None else (high - low) / (2 * span)


def partisan_bias(first: Votes, second: Votes, others: Votes) -> float | None:
    """
    Give what the first side would have beyond half of the seats at an equal vote, in percentage points.

    Source: G. King and R. X. Browning, Democratic Representation and Partisan Bias in Congressional Elections,
    American Political Science Review 81 (1987).
    """
    at_half = seat_share_at(first, second, others, 0.5)
    return None if at_half is None else 100 * (at_half - 0.5)
