"""How a projection of the counting day is scored: winners, seats of parties, and how sure its gain is."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from janadesh.count.projection_draws import seat_range
from janadesh.count.projection_draws import seats_drawn
from janadesh.count.projection_draws import shared_errors
from janadesh.count.projection_draws import winners_drawn
from projection_moments import Moment

Floats = npt.NDArray[np.float64]


def scores(chance: Floats, m: Moment) -> tuple[float, float]:
    """Give mean log loss and Brier score of the winner; a declared contest costs every method nothing."""
    won = m.truth["won"].to_numpy()
    p = np.where(m.live, chance, 1.0)
    loss = np.where(m.live, -np.log(np.where(won, chance, 1 - chance)), 0.0)
    return float(loss.mean()), float(((p - won) ** 2).mean())


def seat_coverage(m: Moment, chance: Floats, shared: tuple[float, float]) -> list[tuple[str, float, bool, float]]:
    """Give party, level, whether its range held its true seats, and the range's own chance; parties in doubt only."""
    s = m.standing
    p = np.where(m.live, chance, 1.0)
    errors = shared_errors(s["state"], s["leader_party"], s["rival_party"], shared, 4000, np.random.default_rng(5))
    names = pl.concat([s["leader_party"], s["rival_party"], m.truth["winner_party"]]).unique().sort().to_list()
    code = {n: i for i, n in enumerate(names)}
    groups = np.array([[code[a], code[b]] for a, b in s.select("leader_party", "rival_party").iter_rows()])
    draws = seats_drawn(winners_drawn(errors, np.column_stack([p, 1 - p])), groups, len(names))
    true = np.bincount([code[w] for w in m.truth["winner_party"]], minlength=len(names))
    rows = []
    for i, name in enumerate(names):
        for level in (0.7, 0.9) if draws[:, i].std() > 0.3 else ():
            low, high, inside = seat_range(draws[:, i], level)
            rows.append((name, level, low <= int(true[i]) <= high, inside))
    return rows


def gain_range(ours: list[Floats], other: list[Floats], moments: list[Moment]) -> tuple[float, float]:
    """Give how far ours is below the other on log loss in 90 % of 2,000 draws of whole states, with replacement."""
    rows = []
    for m, a, b in zip(moments, ours, other, strict=True):
        won, live = m.truth["won"].to_numpy(), m.live
        one, two = (np.where(live, -np.log(np.where(won, c, 1 - c)), 0.0) / len(won) for c in (a, b))
        rows.append(m.standing.select("state").with_columns(one=pl.Series(one), two=pl.Series(two)))
    sums = (
        pl.concat(rows).group_by("state").agg(pl.col("one", "two").sum()).sort("state").select("one", "two").to_numpy()
    )
    drawn = np.random.default_rng(5).integers(0, len(sums), (2000, len(sums)))
    both = sums[drawn].sum(axis=1)
    low, high = np.quantile(1 - both[:, 0] / both[:, 1], [0.05, 0.95])
    return float(low), float(high)


def shown(name: str, values: list[tuple[float, float]]) -> str:
    means = np.mean(values, axis=0)
    return f"{name:34s} {means[0]:.4f} {means[1]:.4f} | " + " ".join(f"{v[0]:.4f}/{v[1]:.4f}" for v in values)
