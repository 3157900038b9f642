"""How united the opponents of the strongest side are."""

from __future__ import annotations

from collections.abc import Sequence


def opposition_unity(opponents: Sequence[float]) -> float | None:
    """
    Give the index of opposition unity, from 0 to 100: the largest opponent's part of all opponents' votes.

    At 100 one candidate gets all that is cast against the strongest side.

    Source: D. Butler, A. Lahiri and P. Roy, India Decides: Elections 1952-1989 (Living Media 1989).

    Args:
        opponents: votes of each that is not of the strongest side. None comes of no such votes.
    """
    total = sum(opponents)
    return 100 * max(opponents) / total if total > 0 else None
