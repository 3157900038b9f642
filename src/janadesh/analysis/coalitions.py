"""Minimal winning coalitions: those that win, and lose once any member leaves."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bench:
    """A party or alliance that sits together, or, with a `count` above one, that many single members alike."""

    id: str
    seats: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Coalition:
    """Benches that govern together; of single members alike, how many are needed."""

    members: tuple[tuple[Bench, int], ...]
    seats: int


def minimal_winning(
    benches: Sequence[Bench], quota: int, never: Collection[frozenset[str]] = (), most: int = 1000
) -> list[Coalition]:
    """
    Find the coalitions of which every member is needed, those of fewest members first.

    Source of the notion: W. H. Riker, The Theory of Political Coalitions (Yale University Press 1962).

    Args:
        benches: who sits in the house; those without seats are needed by nobody.
        quota: seats that win.
        never: pairs of ids that do not govern together.
        most: after so many the search ends.
    """
    seated = sorted((b for b in benches if b.seats > 0), key=lambda b: (-b.seats, b.id))
    found: list[Coalition] = []
    for coalition in _search(seated, quota, {pair for pair in never if len(pair) == 2}):
        found.append(coalition)
        if len(found) == most:
            break
    return sorted(found, key=lambda c: (sum(count for _, count in c.members), c.seats, [b.id for b, _ in c.members]))


def _search(seated: list[Bench], quota: int, never: set[frozenset[str]]) -> Iterator[Coalition]:
    left = [0] * (len(seated) + 1)
    for place in range(len(seated) - 1, -1, -1):
        left[place] = left[place + 1] + seated[place].seats * seated[place].count
    stack: list[tuple[int, int, tuple[tuple[Bench, int], ...]]] = [(0, 0, ())]
    while stack:
        place, seats, members = stack.pop()
        if seats >= quota:
            # the smallest came last, so that without it, and so without anybody, it would not have won
            if members:
                yield Coalition(members, seats)
            continue
        if seats + left[place] < quota:
            continue
        bench = seated[place]
        needed = min(bench.count, -(-(quota - seats) // bench.seats))
        stack.append((place + 1, seats, members))
        if any(frozenset((bench.id, other.id)) in never for other, _ in members):
            continue
        stack += [
            (place + 1, seats + count * bench.seats, (*members, (bench, count))) for count in range(1, needed + 1)
        ]
