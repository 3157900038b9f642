"""Lists of words, and a regular expression for any of many words that is matched without retries."""

from __future__ import annotations

import re
from collections.abc import Iterable


def listed(words: str) -> tuple[str, ...]:
    """Split a list of words written with blanks between them."""
    return tuple(words.split())


def any_of(words: Iterable[str]) -> str:
    """Write a pattern for any of these words, the longest first, as a tree of their letters."""
    return f"(?:{_tree(sorted(set(words)))})"


def _tree(words: list[str]) -> str:
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word[1:])
    branches = []
    for first, rests in by_first.items():
        longer = [rest for rest in rests if rest]
        branch = re.escape(first)
        if longer:
            branch += f"(?:{_tree(longer)})" + ("?" if len(longer) < len(rests) else "")
        branches.append(branch)
    return "|".join(branches)
