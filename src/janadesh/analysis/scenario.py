"""What is supposed in a what-if: alliances made or broken, swing, candidates withdrawn, a party split."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from janadesh.errors import Impossible


@dataclass(frozen=True, slots=True)
class Rate:
    """A share from 0 to 1 that is not known surely: its mean, and its standard deviation."""

    mean: float
    sd: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what no Beta distribution has."""
        if not 0 <= self.mean <= 1:
            raise Impossible(f"A rate lies between 0 and 1, and {self.mean:g} does not.")
        if self.sd < 0 or (self.sd and self.sd**2 >= self.mean * (1 - self.mean)):
            raise Impossible(
                f"A rate of {self.mean:g} cannot be uncertain by ±{self.sd:g}: its standard deviation lies under "
                f"{(self.mean * (1 - self.mean)) ** 0.5:.2f}."
            )


@dataclass(frozen=True, slots=True)
class Swing:
    """A swing of a party: `points` of all votes in each seat where it stands, or its own votes `times` something."""

    points: float | None = None
    times: float | None = None
    sd: float = 0.0


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A candidacy withdrawn in favour of a party's candidate in the seat."""

    constituency: str
    serial: int
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """
    All that is supposed.

    Parties are ids. `transfer` is the share of a withdrawn candidate's votes that goes to the partner; `transfers`
    says it for pairs `(from, to)` of parties. Of the rest, `rest` is `home` (lost) or `others` (to all other
    candidates of the seat, as their votes are).
    """

    together: tuple[tuple[str, ...], ...] = ()
    """Groups whose strongest candidate in each seat stands for all."""
    apart: tuple[tuple[str, ...], ...] = ()
    """Groups that break up: a party that left the seat to a partner stands there again."""
    transfer: Rate = Rate(1.0)
    transfers: Mapping[tuple[str, str], Rate] = field(default_factory=dict)
    rest: str = "home"
    swings: Mapping[str, Swing] = field(default_factory=dict)
    withdrawals: tuple[Withdrawal, ...] = ()
    splits: Mapping[str, Rate] = field(default_factory=dict)
    """The share of a party's votes that goes to a breakaway party."""
    local: float = 0.0
    """Standard deviation of every candidate's share in each seat, in points, on top of all."""

    def __post_init__(self) -> None:
        """Refuse what contradicts itself."""
        if self.rest not in {"home", "others"}:
            raise Impossible(f"The rest of the votes goes `home` or to `others`, and not {self.rest!r}.")
        for groups, said in ((self.together, "together"), (self.apart, "apart")):
            members = [party for group in groups for party in group]
            twice = sorted({party for party in members if members.count(party) > 1})
            if twice:
                raise Impossible(f"{', '.join(twice)} cannot be {said} with several groups at once.")
            if any(len(group) < 2 for group in groups):
                raise Impossible(f"It takes two parties to be {said}.")
        both = {frozenset(g) for g in self.together} & {frozenset(g) for g in self.apart}
        if both:
            raise Impossible("The same parties cannot be together and apart.")

    def rate(self, source: str, target: str) -> Rate:
        """Give the share of one party's votes that goes to another where it has withdrawn for it."""
        return self.transfers.get((source, target), self.transfer)
