"""Where a sentence says that somebody stands."""

from __future__ import annotations

import re

from janadesh.claims.scene import Scene

_STANDS = re.compile(
    r"\b(?:contest(?:ing|ed|s)?|in the (?:fray|contest)|is standing|was standing|stood|stands|trying (?:his|"
    r"her) luck|"
    r"is fighting|put up|up against|pitted against|fielded|a candidate|nominee|running|"
    r"entered the (?:race|fray|contest))\b"
)
_A_CONTEST = re.compile(
    r"\b(?:the|an?|this|that|every|one|est|[a-z]+est|[a-z]+-cornered|straight|direct)\s+(?:[\w-]+\s+)?$"
)
"""What makes a contest a noun: "the closest contest was in Mandu"."""


def stands(scene: Scene) -> list[tuple[int, int]]:
    """Give where the verbs of standing begin and end: "contests", "in the fray", "up against"."""
    return [
        (m.start(), m.end())
        for m in _STANDS.finditer(scene.lowered, scene.sentence.start, scene.sentence.end)
        if m.group() != "contest" or not _A_CONTEST.search(scene.between(m.start() - 24, m.start()))
    ]
