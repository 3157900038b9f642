"""Candidates of a contest as a second source prints them, found among those that the record has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz import process

_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LEAST_LIKENESS = 75
"""In per cent. Transliterations and swapped words stay above, two candidates of one contest seldom reach it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A candidate as a source prints them; `votes` and `party` where the source has them."""

    name: str
    votes: int | None = None
    party: str | None = None


def serials_of(printed: Sequence[Printed], held: Mapping[int, Printed]) -> list[int | None]:
    """
    Find the serial of each printed candidate among those held of the same contest.

    Whoever alone has a number of votes on both sides is the same candidate; the others are found by
    name, the surest first, each serial once. Namesakes are told apart by party, then by the nearest votes.

    Args:
        printed: the candidates of one contest, NOTA left out.
        held: the record's candidates of it by serial.

    Returns: a serial for each printed candidate, or None.
    """
    found: list[int | None] = [None] * len(printed)
    once = _with_votes_of_their_own(list(held.values())) & _with_votes_of_their_own(printed)
    by_votes = {candidate.votes: serial for serial, candidate in held.items() if candidate.votes in once}
    for place, candidate in enumerate(printed):
        found[place] = by_votes.get(candidate.votes) if candidate.votes in once else None
    free = {serial: candidate for serial, candidate in held.items() if serial not in found}
    for likeness in sorted(_likenesses(printed, found, free)):
        if found[likeness.place] is None and likeness.serial in free:
            found[likeness.place] = likeness.serial
            del free[likeness.serial]
    return found


def _with_votes_of_their_own(candidates: Sequence[Printed]) -> set[int | None]:
    counted = Counter(candidate.votes for candidate in candidates if candidate.votes)
    return {votes for votes, times in counted.items() if times == 1}


@dataclass(frozen=True, slots=True, order=True)
class _Likeness:
    """How like two candidates are; the likest sorts first, among equals the one with the nearest votes."""

    unlike: float
    votes_apart: int
    place: int
    serial: int


def _likenesses(
    printed: Sequence[Printed], found: Sequence[int | None], free: Mapping[int, Printed]
) -> Iterator[_Likeness]:
    places = [place for place, serial in enumerate(found) if serial is None]
    serials = list(free)
    if not places or not serials:
        return
    names, others = [_letters(printed[p].name) for p in places], [_letters(free[s].name) for s in serials]
    scores = process.cdist(names, others, scorer=fuzz.token_sort_ratio)
    # joined or parted initials (M.Y.PATIL, M Y Patil) are as good as words in another order
    joined = process.cdist([n.replace(" ", "") for n in names], [o.replace(" ", "") for o in others], scorer=fuzz.ratio)
    for i, place in enumerate(places):
        for j, serial in enumerate(serials):
            score = float(max(scores[i][j], joined[i][j]))
            if score >= _LEAST_LIKENESS:
                one, other = printed[place], free[serial]
                same_party = one.party is not None and one.party == other.party
                yield _Likeness(-score - same_party, abs((one.votes or 0) - (other.votes or 0)), place, serial)


def _letters(name: str) -> str:
    return _NOT_LETTERS.sub(" ", name).casefold().strip()
