"""Boxes of figures that come first: "48 – Seats won by the BJP", "4,089: The margin by which X beat Y"."""

from __future__ import annotations

import re
from dataclasses import replace

from janadesh.claims.scene import Scene

_THEN_NOUN = re.compile(
    r"(?P<dash>\s*[–—:-]\s+)(?:the\s+)?(?:number of\s+)?"
    r"(?:(?P<noun>seat|vote|constituenc)(?:s|ies|y)?\b|(?=margin\b|majority\b)|"
    r"(?=[\w .]{3,40}['’]s\s+(?:\w+\s+)?(?:margin|majority)\b))"
)
_LONGEST = 100_000
"""Characters of an article at most of which a blanked copy is made."""


def figure_first(scene: Scene) -> Scene:
    """Read the figure that opens a line as the number of what stands behind its dash; other sentences stay."""
    first = scene.numbers[0] if scene.numbers else None
    if first is None or not scene.sentence.starts_line or len(scene.text) > _LONGEST:
        return scene
    if first.unit != "count" or scene.between(scene.sentence.start, first.start).strip(" *•"):
        return scene
    then = _THEN_NOUN.match(scene.lowered, first.end, scene.sentence.end)
    if then is None:
        return scene
    noun = then.group("noun")
    noun = "constituency" if noun == "constituenc" else noun
    counted = replace(first, noun=noun, noun_end=then.end() if noun else first.end)
    start, end = then.span("dash")
    blank = " " * (end - start)
    return replace(
        scene,
        text=scene.text[:start] + blank + scene.text[end:],
        lowered=scene.lowered[:start] + blank + scene.lowered[end:],
        numbers=(counted, *scene.numbers[1:]),
    )
