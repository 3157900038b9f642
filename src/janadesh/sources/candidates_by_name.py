"""Candidates of a contest as a second source prints them, found among those that the record has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz
from rapidfuzz import process

_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LEAST_LIKENESS = 75
"""In per cent. Transliterations and swapped words stay above, two candidates of one contest seldom reach it."""

_NOT_UNLIKE = 50
"""In per cent, where the votes are the same too."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A candidate as a source prints them; `votes` and `party` where the source has them."""

    name: str
    votes: int | None = None
    party: str | None = None


def serials_of(printed: Sequence[Printed], held: Mapping[int, Printed]) -> list[int | None]:
    """
    Find the serial of each printed candidate among those held of the same contest.

    First come those who alone have a number of votes on both sides and are not unlike by name, then those
    alike by name, the likest first, at last whoever alone has a number of votes under whatever name.
    Namesakes are told apart by party, then by the nearest votes. Each serial is given once.

    Args:
        printed: the candidates of one contest, NOTA left out.
        held: the record's candidates of it by serial.

    Returns: a serial for each printed candidate, or None.
    """
    found: list[int | None] = [None] * len(printed)
    free = set(held)
    for likeness in sorted(_likenesses(printed, held)):
        if found[likeness.place] is None and likeness.serial in free:
            found[likeness.place] = likeness.serial
            free.discard(likeness.serial)
    return found


def _with_votes_of_their_own(candidates: Sequence[Printed]) -> set[int | None]:
    counted = Counter(candidate.votes for candidate in candidates if candidate.votes)
    return {votes for votes, times in counted.items() if times == 1}


class _Surety(IntEnum):
    """Why two are taken for one, the surest first."""

    VOTES_AND_NAME = 0
    NAME = 1
    VOTES = 2


@dataclass(frozen=True, slots=True, order=True)
class _Likeness:
    """How like two candidates are; the surest and likest sorts first, among equals the one with the nearest votes."""

    surety: _Surety
    unlike: float
    votes_apart: int
    place: int
    serial: int


def _likenesses(printed: Sequence[Printed], held: Mapping[int, Printed]) -> Iterator[_Likeness]:
    if not printed or not held:
        return
    names, others = [_letters(one.name) for one in printed], [_letters(one.name) for one in held.values()]
    scores = process.cdist(names, others, scorer=fuzz.token_sort_ratio)
    # joined or parted initials (M.Y.PATIL, M Y Patil) are as good as words in another order
    joined = process.cdist([n.replace(" ", "") for n in names], [o.replace(" ", "") for o in others], scorer=fuzz.ratio)
    once = _with_votes_of_their_own(list(held.values())) & _with_votes_of_their_own(printed)
    for place, one in enumerate(printed):
        for column, (serial, other) in enumerate(held.items()):
            score = float(max(scores[place][column], joined[place][column]))
            surety = _surety(score, same_votes=one.votes in once and one.votes == other.votes)
            if surety is not None:
                same_party = one.party is not None and one.party == other.party
                apart = abs((one.votes or 0) - (other.votes or 0))
                yield _Likeness(surety, -score - same_party, apart, place, serial)


def _surety(score: float, *, same_votes: bool) -> _Surety | None:
    if same_votes:
        return _Surety.VOTES_AND_NAME if score >= _NOT_UNLIKE else _Surety.VOTES
    return _Surety.NAME if score >= _LEAST_LIKENESS else None


def _letters(name: str) -> str:
    return _NOT_LETTERS.sub(" ", name).casefold().strip()
