"""Who sits where in the half-circle: the two largest blocks face each other, the others sit between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.desk.blocks import Block
from janadesh.desk.contest_rows import ContestRow
from janadesh.export.drawings.half_circle import Place
from janadesh.export.drawings.half_circle import half_circle

FEWEST = 12


@dataclass(frozen=True, slots=True)
class Bench:
    """One seat of the drawing; `place` in a box 2 wide and 1 high whose lower middle is the centre."""

    place: Place
    contest: ContestRow


@dataclass(frozen=True, slots=True)
class Benches:
    """All seats from left to right, and the radius of a dot."""

    seats: tuple[Bench, ...]
    dot: float


def benches(blocks: Sequence[Block], contests: Sequence[ContestRow]) -> Benches | None:
    """
    Seat the winners, and those ahead, block by block; seats without votes stand with the others in the middle.

    Returns: None where there are fewer than `FEWEST` seats, which make no half-circle.
    """
    if len(contests) < FEWEST:
        return None
    drawn = half_circle(len(contests))
    order = _left_to_right(blocks)
    of_party: dict[str | None, list[ContestRow]] = {}
    for row in contests:
        of_party.setdefault(row.winner_party, []).append(row)
    left, right = order
    seated = [row for party in left for row in of_party.pop(party, [])]
    end = [row for party in right for row in of_party.pop(party, [])]
    without_block = [row for rows in of_party.values() for row in rows]
    everyone = [*seated, *without_block, *end]
    return Benches(tuple(Bench(place, row) for place, row in zip(drawn.places, everyone, strict=True)), drawn.dot)


def _left_to_right(blocks: Sequence[Block]) -> tuple[list[str], list[str]]:
    first, second, others = list(blocks[:1]), list(blocks[1:2]), list(blocks[2:])
    left = [party.party for block in [*first, *others] for party in block.parties]
    right = [party.party for block in second for party in reversed(block.parties)]
    return left, right
