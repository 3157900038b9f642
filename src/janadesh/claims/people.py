"""
Who a name in a text is: a run of capitalised words against the candidates of an election.

A full name is matched word by word as it sounds, so that spelling and missing middle names do not
matter. A surname alone is somebody named before in the article, or somebody the record knows by it.
What stays ambiguous is nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from rapidfuzz import fuzz

from janadesh.claims.election_names import Candidate
from janadesh.claims.election_names import ElectionNames
from janadesh.claims.election_names import name_words
from janadesh.names.sound import joined_sound_key
from janadesh.names.sound import sound_key

_RUN = re.compile(
    r"(?<![\w'’@#/])[A-Z]\w*\.?(?:-[A-Z]\w+)*"
    r"(?:[ ](?:(?:ul|bin|u|al|de|van|din|i)[ ])?[A-Z]\w*\.?(?:-[A-Z]\w+)*)*"
)
_COMMON = """
    the a an in on at by of for with and but as it its he she his her they their that this these those there
    here when while after before from to both all also one two three mr mrs ms dr shri smt er prof adv sir
    former ex chief minister cm pm mla mp mps mlas president vice leader general secretary speaker deputy
    governor lieutenant union home finance state national party candidate candidates independent jailed
    incumbent veteran senior minister ministers prime commission election counting polling votes vote seats
    seat if who what how why where is are was were be has have had will would may no not only just now then
    today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march
    april june july august september october november december says said
    congressman congresswoman rep sen gov senator representative cllr councillor
    lord lady dame hon premier mayor alderman taoiseach td rebel sitting outgoing
    according meanwhile however earlier later across among around though although live updates update
    wins won win loses lost beat beats defeats defeated retains leads trails leading trailing bags bagged polled polls
    secures secured margin majority
    results result trends read follow watch also image source photo
"""
_TITLES = frozenset(_COMMON.split())
_FULL_NAME = 2
"""Words of a name at least."""
_ALIKE = 60
"""How alike (per cent, rapidfuzz ratio) two spellings that sound the same must be."""


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words in a row, `text[start:end]`, titles and common words left out."""

    start: int
    end: int
    words: tuple[str, ...]


def name_runs(text: str, start: int, end: int, taken: Iterable[tuple[int, int]]) -> list[NameRun]:
    """Find runs of capitalised words in a stretch of text, outside the spans already understood."""
    spans = _apart(taken)
    found = []
    for match in _RUN.finditer(text, start, end):
        for piece_start, piece_end in _outside(match.start(), match.end(), spans):
            found += _without_titles(text, piece_start, piece_end)
    return found


def _apart(taken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put spans that overlap into one, in order."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(taken):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(apart[-1][1], end))
        else:
            apart.append((start, end))
    return apart


def _outside(start: int, end: int, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give what of a stretch lies outside spans that are apart and in order."""
    pieces = []
    # those before it are many where a whole article is gone through
    for place in range(bisect_right(spans, start, key=itemgetter(1)), len(spans)):
        taken_start, taken_end = spans[place]
        if taken_start >= end:
            break
        if taken_start > start:
            pieces.append((start, taken_start))
        start = max(start, taken_end)
    if start < end:
        pieces.append((start, end))
    return pieces


def _without_titles(text: str, start: int, end: int) -> list[NameRun]:
    runs: list[NameRun] = []
    words: list[re.Match[str]] = []
    for word in [*re.finditer(r"[^\W\d_]+\.?", text[start:end]), None]:
        if word is not None and word.group().rstrip(".").lower() not in _TITLES:
            words.append(word)
            continue
        if words:
            first, last = start + words[0].start(), start + words[-1].end()
            runs.append(NameRun(first, last, name_words(text[first:last])))
            words = []
    return runs


def candidates_named(
    run: tuple[str, ...], names: ElectionNames, seats: frozenset[str], parties: frozenset[str]
) -> tuple[Candidate, ...]:
    """
    Find the candidates of an election that a name of two words or more can mean.

    Args:
        run: the words of the name.
        names: the election's names.
        seats: constituencies that the words around the name speak of.
        parties: parties that the words around the name speak of.

    Returns: the one candidate, or the namesakes that nothing tells apart; empty where nobody fits.
    """
    if len(run) < 2:
        alone = [c for c in names.by_sound.get(sound_key(run[0]), ()) if c.words == run] if run else []
        return _told_apart(alone, seats, parties)
    alike = _alike(names.by_joined_sound.get(joined_sound_key(run), ()), run)
    found = _by_words(run, names) or alike
    # a namesake written in other words goes before, where only that one is of the seat or party spoken of
    for told in (seats and {c for c in alike if c.constituency in seats}, {c for c in alike if c.party in parties}):
        if told and not any(c.constituency in seats or c.party in parties for c in found):
            found = [c for c in alike if c in told]
    return _told_apart(found, seats, parties)


def candidate_by_surname(
    word: str, names: ElectionNames, seats: frozenset[str], parties: frozenset[str]
) -> tuple[Candidate, ...]:
    """Find who of the constituencies spoken of is meant by one word of a name: the best placed that has it."""
    if not seats:
        return ()
    found = [
        c for seat in seats for c in names.by_seat.get(seat, ()) if sound_key(word) in c.sounds and _has_word(word, c)
    ]
    fitting = [c for c in found if c.party in parties] or found
    best = min((c.rank for c in fitting), default=None)
    return tuple(c for c in fitting if c.rank == best and c.rank <= 4)


def candidate_by_first_name(run: tuple[str, ...], names: ElectionNames, seats: frozenset[str]) -> tuple[Candidate, ...]:
    """Find who stands under a first name alone where a full one is told: "Vinesh Phogat" for VINESH of Julana."""
    if len(run) < _FULL_NAME:
        return ()
    alone = (c for seat in seats for c in names.by_seat.get(seat, ()) if len(c.words) == 1)
    found = tuple(c for c in alone if is_same_word(run[0], c.words[0]))
    return found if len(found) == 1 else ()


def _by_words(run: tuple[str, ...], names: ElectionNames) -> list[Candidate]:
    sounds = [sound_key(word) for word in run]
    # by place on the ballot, which is hashed sooner than a candidate
    pool: dict[tuple[str, int], tuple[Candidate, int]] = {}
    for word, sound in zip(run, sounds, strict=True):
        if len(word) > 1:
            for candidate in names.by_sound.get(sound, ()):
                place = candidate.constituency, candidate.serial
                pool[place] = candidate, pool[place][1] + 1 if place in pool else 1
    initials = sum(len(word) == 1 for word in run)
    best: list[Candidate] = []
    best_score = 0.0
    for candidate, shared in pool.values():
        # at least one whole word shared; the others may be initials or near spellings
        if shared + 1 + initials < min(len(run), len(candidate.words)) and shared < 2:
            continue
        score = _score(run, candidate)
        if score > best_score:
            best, best_score = [candidate], score
        elif score == best_score and score:
            best.append(candidate)
    return best if best_score >= 0.6 else []


def _score(run: tuple[str, ...], candidate: Candidate) -> float:
    """Score how well a name's words fit a candidate's: 1 for every word, 0 where a word of the name does not fit."""
    left = list(candidate.words)
    whole = 0
    for word in run:
        fit = next((other for other in left if is_same_word(word, other)), None)
        if fit is None:
            return 0.0
        left.remove(fit)
        whole += len(word) > 1 and len(fit) > 1
    if whole < 1 or (whole < 2 and len(run) > 1 and len(candidate.words) > 1 and not _initials_only(run, candidate)):
        return 0.0
    return 1.0 - 0.1 * min(len(left), 3)


def _initials_only(run: tuple[str, ...], candidate: Candidate) -> bool:
    return len(run) >= len(candidate.words) or sum(len(word) > 1 for word in run) == 1


@lru_cache(maxsize=65_536)
def is_same_word(word: str, other: str) -> bool:
    """Whether two words can be one name in two spellings; an initial stands for any word that it begins."""
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    if word == other:
        return True
    if sound_key(word) == sound_key(other):
        return fuzz.ratio(word, other) >= _ALIKE and abs(len(word) - len(other)) <= 2
    return len(word) > 4 and fuzz.ratio(word, other) >= 84


def _has_word(word: str, candidate: Candidate) -> bool:
    return any(len(other) > 1 and is_same_word(word, other) for other in candidate.words)


def _alike(candidates: tuple[Candidate, ...], run: tuple[str, ...]) -> list[Candidate]:
    joined = "".join(run)
    return [c for c in candidates if fuzz.ratio(joined, "".join(c.words)) >= 75]


def _told_apart(found: list[Candidate], seats: frozenset[str], parties: frozenset[str]) -> tuple[Candidate, ...]:
    for here in (
        [c for c in found if c.constituency in seats and c.party in parties],
        [c for c in found if c.constituency in seats],
        [c for c in found if c.party in parties],
    ):
        if here:
            found = here
            break
    persons = {c.person or (c.constituency, c.serial) for c in found}
    if len(persons) > 1:
        # namesakes: one who came first or second is meant before one who lost the deposit
        leading = [c for c in found if c.rank <= 2]
        # the same name and party twice is one person who stands in two seats
        if len({c.person or (c.words, c.party) for c in leading}) == 1:
            return tuple(leading)
        return ()
    return tuple(found)
