"""How much of the vote changed sides from one election to the next."""

from __future__ import annotations

from collections.abc import Mapping


def volatility(before: Mapping[str, float], after: Mapping[str, float]) -> float | None:
    """
    Give Pedersen's net volatility in percentage points, from 0 to 100.

    Half the sum of absolute changes of vote shares; a party that stood once only had nothing the other time.
    Voters who changed sides both ways cancel out, so it is the least that can have changed.

    Source: M. N. Pedersen, The Dynamics of European Party Systems, European Journal of Political Research 7 (1979).

    Args:
        before: votes by party at the earlier election.
        after: votes by party at the later one. None comes of an election without votes.
    """
    earlier, later = sum(before.values()), sum(after.values())
    if earlier <= 0 or later <= 0:
        return None
    parties = before.keys() | after.keys()
    return 50 * sum(abs(after.get(p, 0) / later - before.get(p, 0) / earlier) for p in sorted(parties))
