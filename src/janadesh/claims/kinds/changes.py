"""What was before the election told of, without its year: "slumped to 22 seats from 62", "up from 4.26 per cent"."""

from __future__ import annotations

import re

from janadesh.claims.claim import Reading
from janadesh.claims.grammar import ACTORS
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import head_of
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_FROM = re.compile(r"\bfrom\s+(?:just\s+|only\s+|its\s+|a\s+mere\s+|as\s+many\s+as\s+)*$")
_CHANGES = re.compile(
    r"\b(?:rose|risen|rises|fell|fallen|falls|up|down|jump\w*|drop\w*|slip\w*|slid|increas\w+|decreas\w+|declin\w+|dip\w*|"
    r"climb\w*|slump\w*|collaps\w+|shr[aiu]nk\w*|tumbl\w+|plung\w+|crash\w+|improv\w+|grew|grown|grows|dwindl\w+|"
    r"reduced|halv\w+|doubl\w+|soar\w*|swell\w*|surg\w+|went|gone|came)\b"
)


def before_a_change(scene: Scene, vocabulary: Vocabulary, number: Number, since: int) -> Reading | None:
    """
    Read the figure from which a party came, as one of the election before: its seats or its share of the vote.

    Returns: None where the words tell of no change, or of one within the count.
    """
    election = vocabulary.elections.get(scene.focus.election or "")
    if election is None or election.previous is None or scene.focus.earlier or scene.counting:
        return None
    if scene.stage != "counted" or any(d.clock for d in scene.dates):
        return None
    start = clause(scene, number.start)[0]
    left = scene.between(max(start, since - 60), number.comparator_start)
    if not _FROM.search(left) or not _CHANGES.search(scene.between(start, number.start)):
        return None
    if any(m.start > start and m.end <= number.start for m in scene.of_kind("constituency", "candidate", "district")):
        return None
    owner = _owner(scene, vocabulary, number, start)
    if owner is None or owner.subject.type not in ("party", "alliance"):
        return None
    share = number.unit == "percent"
    return Reading(
        kind="history",
        role="vote_share" if share else "seats",
        start=number.comparator_start,
        end=number.noun_end,
        subject=owner.subject,
        election=election.previous,
        value=number.value if share else int(number.value),
        unit="percent" if share else "seats",
        comparator=number.comparator,
        side=None if share else "won",
        earlier=True,
        carried=True,
    )


def _owner(scene: Scene, vocabulary: Vocabulary, number: Number, start: int) -> Actor | None:
    before = [m for m in scene.of_kind(*ACTORS) if start <= m.start and m.end <= number.start]
    head = head_of(scene, before, number.start) or (scene.last_party if not before else None)
    return as_actor(scene, vocabulary, head, number.start) if head is not None else None
