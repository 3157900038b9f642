"""Which partner gets which seat: a mixed-integer program, solved with HiGHS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds
from scipy.optimize import LinearConstraint
from scipy.optimize import milp
from scipy.sparse import csr_array

from janadesh.errors import Impossible

Floats = npt.NDArray[np.float64]

FRIENDLY = -1
"""Stands for a seat in which all partners stand against each other."""

_WORTH_IT = 0.005
"""By how much a friendly contest has to be better before it is proposed."""

_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """
    What the partners insist on; partners and seats by their place.

    `minimum` seats of a partner, seats that a partner `must` have, and each partner's `fair` part of the seats
    allotted (from 0 to 1), which it gets but for `tolerance` seats.
    """

    minimum: Mapping[int, int] = field(default_factory=dict)
    must: Mapping[int, int] = field(default_factory=dict)
    fair: Mapping[int, float] = field(default_factory=dict)
    tolerance: float = 1.0
    friendly: int | None = None
    """The most friendly contests; None is as many as pay."""


@dataclass(frozen=True, slots=True)
class Allotment:
    """
    Each seat's partner, or `FRIENDLY`; the seats won in expectation, the most that any allotment could, and whether
    it is proved that none is better (the gap between the two closed).
    """

    choice: npt.NDArray[np.int64]
    value: float
    bound: float
    proved: bool


def allot(chances: Floats, friendly: Floats, demands: Demands, names: tuple[str, ...]) -> Allotment:
    """
    Find the allotment that wins most in expectation.

    One binary for each seat and partner, and one for a friendly contest; each seat goes to exactly one. Demands are
    linear rows. The solver is HiGHS (Q. Huangfu and J. A. J. Hall, Parallelizing the Dual Revised Simplex Method,
    Mathematical Programming Computation 10, 2018) through SciPy.

    Args:
        chances: of each seat (row) with each partner's candidate (column), or what else is to be as large as can be.
        friendly: of each seat where all partners stand.
        demands: what they insist on.
        names: of the partners, for messages.

    Raises: Impossible, where no allotment meets the demands.
    """
    seats, partners = chances.shape
    _possible(demands, seats, names)
    worth = np.concatenate([chances, friendly[:, None] - _WORTH_IT], axis=1)
    rows, low, high = _rows(demands, seats, partners)
    lower, upper = _fixed(demands, seats, partners)
    found = milp(
        -worth.ravel(),
        integrality=np.ones(worth.size, dtype=np.int64),
        bounds=Bounds(lower, upper),
        constraints=LinearConstraint(rows, low, high),
        options={"time_limit": _SECONDS, "mip_rel_gap": 0.0},
    )
    if found.x is None:
        raise Impossible(_why_not(demands, seats, names))
    choice = found.x.reshape(seats, partners + 1).argmax(axis=1)
    value = np.where(choice < partners, worth[np.arange(seats), choice], friendly).sum()
    # the bound is of worth, from which what friendly contests have to be better by was taken
    slack = _WORTH_IT * int((choice == partners).sum())
    bound = value if found.status == 0 else -float(found.mip_dual_bound) + slack
    return Allotment(np.where(choice == partners, FRIENDLY, choice), float(value), float(bound), found.status == 0)


def _rows(demands: Demands, seats: int, partners: int) -> tuple[csr_array, Floats, Floats]:
    options = partners + 1
    each = [(np.arange(seat * options, (seat + 1) * options), np.ones(options), 1.0, 1.0) for seat in range(seats)]
    held = {partner: np.arange(partner, seats * options, options) for partner in range(options)}
    ones = np.ones(seats)
    each += [(held[partner], ones, float(least), np.inf) for partner, least in demands.minimum.items()]
    if demands.friendly is not None:
        each.append((held[partners], ones, 0.0, float(demands.friendly)))
    for partner, part in demands.fair.items():
        # seats of the partner less its part of all that are not friendly
        columns = np.concatenate([held[partner], held[partners]])
        weights = np.concatenate([ones, part * ones])
        each.append((columns, weights, part * seats - demands.tolerance, part * seats + demands.tolerance))
    pointers = np.concatenate([[0], np.cumsum([len(columns) for columns, *_ in each])])
    matrix = csr_array(
        (np.concatenate([w for _, w, *_ in each]), np.concatenate([c for c, *_ in each]), pointers),
        shape=(len(each), seats * options),
    )
    return matrix, np.array([low for *_, low, _ in each]), np.array([high for *_, high in each])


def _fixed(demands: Demands, seats: int, partners: int) -> tuple[Floats, Floats]:
    lower, upper = np.zeros((seats, partners + 1)), np.ones((seats, partners + 1))
    for seat, partner in demands.must.items():
        upper[seat] = 0
        lower[seat, partner] = upper[seat, partner] = 1
    return lower.ravel(), upper.ravel()


def _possible(demands: Demands, seats: int, names: tuple[str, ...]) -> None:
    least = sum(demands.minimum.values())
    if least > seats:
        said = " and ".join(f"{number} for {names[partner]}" for partner, number in demands.minimum.items())
        raise Impossible(f"The house has {seats} seats, and {said} make {least}.")


def _why_not(demands: Demands, seats: int, names: tuple[str, ...]) -> str:
    parts = []
    if demands.minimum:
        parts.append("at least " + ", ".join(f"{n} for {names[p]}" for p, n in demands.minimum.items()))
    if demands.must:
        parts.append(f"{len(demands.must)} seats that are fixed")
    if demands.fair:
        fair = ", ".join(f"{part * seats:.1f} for {names[p]}" for p, part in demands.fair.items())
        parts.append(f"a fair {fair} within {demands.tolerance:g}")
    return f"No allotment of the {seats} seats meets all demands: {'; '.join(parts)}."
