"""Whom a sentence tells of without naming anybody on record: "his brother Khursheed", "the man who had beaten her"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from janadesh.claims.election_names import Candidate
from janadesh.claims.scene import Scene

_KIN = re.compile(
    r"\b(?:his|her|their)\s+(?:[a-z-]+\s+){0,2}(?:wife|husband|son|daughter|brother|sister|father|mother|nephew|niece|"
    r"cousin|uncle|aunt|colleague|deputy|successor|predecessor|running mate|rival|opponent)\s+([A-Z][a-z]+)"
)
_KIN_ACTS = re.compile(_KIN.pattern + r"\s+(?:also\s+|has\s+|had\s+|have\s+|to\s+|duly\s+|easily\s+)*$")
_ONE_WHO = re.compile(
    r"\b(?:the|a|an)\s+(?:\w+\s+)?(?:man|woman|one|person|candidate|rival|opponent|politician|newcomer|leader)\s+"
    r"(?:who|that)\s+(?:has\s+|had\s+)?(?:\w+ly\s+)?$"
)
_A_PRONOUN = re.compile(r"[a-z ]{3,24}?\s(?:him|her|them)\b")
_NAMED = re.compile(r"((?:[A-Z][\w.'’-]*\s+){2,4})(?:has\s+|have\s+|had\s+|also\s+)*$")
_IN_IT = re.compile(r"\b(?:in|from)\s+(?:the\s+)?$")
_PART = re.compile(r"\s+(?:district|region|division|belt|area|lok sabha|parliamentary)\b")
_REACH = 70
"""Characters before a verb in which its subject is looked for."""


def names_a_stranger(scene: Scene, start: int, at: int) -> bool:
    """Whether a clause has a subject that the record does not know: "his wife Kalpana, who …, won too"."""
    said = list(_KIN.finditer(scene.text, start, at))
    return bool(said) and not _is_known(scene, *said[-1].span(1))


def acts_a_stranger(scene: Scene, at: int) -> bool:
    """
    Whether the subject right before a verb is somebody whom the record does not know by these words.

    Such are a relative told by first name ("saw his brother Khursheed win"), one told only by what he did to
    somebody named ("the man who had beaten her"), and a full name that is nobody's on record.
    """
    begin = max(scene.sentence.start, at - _REACH)
    if _ONE_WHO.search(scene.lowered[begin:at]) and _A_PRONOUN.match(scene.lowered, at):
        return True
    for subject in (_KIN_ACTS, _NAMED):
        said = subject.search(scene.text[begin:at])
        if said is not None and not _is_known(scene, begin + said.start(1), begin + said.end(1)):
            return True
    # somebody on record who did not stand
    return any(m.kind == "person" and m.end <= at and not scene.between(m.end, at).strip() for m in scene.mentions)


def told_elsewhere(scene: Scene, candidates: Sequence[Candidate], start: int, end: int) -> bool:
    """Whether the words between two offsets place somebody where he did not stand: "lost to X in Baramulla"."""
    seats = {c.constituency for c in candidates}
    if not seats or "" in seats:
        return False
    for place in scene.of_kind("constituency"):
        if not start <= place.start <= end or "," in scene.between(start, place.start):
            continue
        part = _PART.match(scene.lowered, place.end)
        if not part and _IN_IT.search(scene.between(place.start - 12, place.start)):
            return place.id not in seats
    return False


def _is_known(scene: Scene, start: int, end: int) -> bool:
    return any(m.start < end and start < m.end for m in scene.mentions)
