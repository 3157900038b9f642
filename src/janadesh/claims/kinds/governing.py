"""The verb that a number of votes belongs to: won, lost, leads or trails."""

from __future__ import annotations

import re
from dataclasses import replace

from janadesh.claims.grammar import clause
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.names.numbers import Number

LEFT_BEHIND = re.compile(r"\b(?:left|leaving|leaves)\b[^;]{0,70}$")


def governing_verb(scene: Scene, number: Number, since: int) -> Mention | None:
    """Find the verb nearest before a number that says won, lost, leads or trails."""
    start = min(since, clause(scene, number.start)[0])
    cues = [c for c in scene.cues("win", "beat", "lose", "lead", "trail") if start <= c.start and c.end <= number.start]
    if not cues:
        cues = [c for c in scene.cues("win", "beat", "lose", "lead", "trail") if c.end <= number.start]
    return _in_sense(scene, cues[-1]) if cues else None


def _in_sense(scene: Scene, cue: Mention) -> Mention:
    """Take "left X behind by" for what it says: X was beaten, or trails while counting goes on."""
    if scene.between(cue.start, cue.end) == "behind" and LEFT_BEHIND.search(scene.between(cue.start - 70, cue.start)):
        left = LEFT_BEHIND.search(scene.between(cue.start - 70, cue.start))
        start = max(cue.start - 70, 0) + left.start() if left else cue.start
        return replace(cue, id="lead" if scene.cues("round") else "beat", start=start)
    return cue
