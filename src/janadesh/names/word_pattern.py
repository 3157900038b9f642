"""A regular expression for any of many words, built as a tree of their letters so that it is matched without retries."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Write a pattern that matches any of these words, the longest first, as a group without a name."""
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
