"""
Articles that are near-identical: agency copy that several outlets ran, shortened or under another headline.

Two articles are the same copy where, word for word and in order, nearly all of the shorter stands in the
longer. Which pairs are worth that look is told by runs of words that they share (w-shingling: Broder,
"On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

import re
from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from zlib import crc32

from rapidfuzz.distance import LCSseq

from janadesh.sources.article import Article

SAME_COPY = 0.8
"""The least share of the shorter article's words that stand in the longer, in order."""
FEWEST_WORDS = 20
"""Below this, two articles may share their words by chance."""
MOST_WORDS = 2000
"""How many of an article's first words are compared."""

_SHINGLE = 5
_LEAST_SHARED = 0.25
_MOST_CANDIDATES = 3
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copies:
    """
    Articles that are one copy, by date and place in the order given; the first is the one others are compared with.

    `alike` is the least share, 0 to 1, of a shorter article's words that stand in the first's, or the other way round.
    """

    articles: tuple[Article, ...]
    alike: float


def agency_copies(articles: Iterable[Article]) -> tuple[Copies, ...]:
    """
    Group near-identical articles, the largest group first.

    An article belongs to the first group whose oldest article it is like. Those that are like no other
    are left out.
    """
    groups: list[_Group] = []
    leaders_of: dict[int, list[int]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: article.written_on):
        words = _words(article)
        if len(words) < FEWEST_WORDS:
            continue
        shingles = _shingles(words)
        place, alike = _like(words, shingles, groups, leaders_of)
        if place is None:
            for shingle in shingles:
                leaders_of[shingle].append(len(groups))
            groups.append(_Group(words, len(shingles), [article]))
        else:
            groups[place].articles.append(article)
            groups[place].alike = min(groups[place].alike, alike)
    copies = [Copies(tuple(group.articles), group.alike) for group in groups if len(group.articles) > 1]
    return tuple(sorted(copies, key=lambda group: -len(group.articles)))


@dataclass(slots=True)
class _Group:
    """A group while it grows: its first article's words and number of shingles."""

    words: Sequence[int]
    shingles: int
    articles: list[Article]
    alike: float = 1.0


def _like(
    words: Sequence[int], shingles: frozenset[int], groups: Sequence[_Group], leaders_of: dict[int, list[int]]
) -> tuple[int | None, float]:
    shared = Counter(place for shingle in shingles for place in leaders_of.get(shingle, ()))
    for place, count in shared.most_common(_MOST_CANDIDATES):
        shorter = min(len(shingles), groups[place].shingles)
        if count >= _LEAST_SHARED * shorter:
            in_order = LCSseq.similarity(words, groups[place].words)
            alike = in_order / min(len(words), len(groups[place].words))
            if alike >= SAME_COPY:
                return place, alike
    return None, 0.0


def _words(article: Article) -> Sequence[int]:
    found: Iterator[re.Match[str]] = islice(_WORD.finditer(article.plain), MOST_WORDS)
    # as numbers, which are compared faster, and are the same in every run
    return [crc32(word[0].lower().encode()) for word in found]


def _shingles(words: Sequence[int]) -> frozenset[int]:
    return frozenset(hash(tuple(words[at : at + _SHINGLE])) for at in range(len(words) - _SHINGLE + 1))
