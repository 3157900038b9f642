"""
A sentence as the checker sees it: names, cues, numbers and dates in order, and the election it speaks of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field

from janadesh.claims.election_names import Candidate
from janadesh.claims.election_names import ElectionNames
from janadesh.claims.focus import Focus
from janadesh.claims.mention import Mention
from janadesh.claims.sentences import Sentence
from janadesh.names.dates import DateMention
from janadesh.names.numbers import Number

PHASES = {
    word: place
    for place, words in enumerate(
        (
            "first 1st one 1 i opening",
            "second 2nd two 2 ii",
            "third 3rd three 3 iii",
            "fourth 4th four 4 iv",
            "fifth 5th five 5 v",
            "sixth 6th six 6 vi",
            "seventh 7th seven 7 vii",
            "eighth 8th eight 8 viii",
        ),
        start=1,
    )
    for word in words.split()
}
PHASE_SAID = re.compile(
    r"\b(?:(opening|first|second|third|fourth|fifth|sixth|seventh|eighth|[1-8](?:st|nd|rd|th))\s+"
    r"(?:(?:and\s+\w+\s+)?phase|(?:round|leg|stage) of (?:the\s+)?(?:\w+\s+){0,3}?(?:polling|voting|elections?|"
    r"polls?)\b|"
    r"and\s+(?:last|final)\b(?!\s+round)|of (?:the\s+)?(?:two|three|four|five|six|"
    r"seven|eight|[2-8]) phases)"
    r"|phase[\s-]+(one|two|three|four|five|six|seven|eight|[1-8]|i{1,3}|iv|vi{0,3})\b)"
)


_IN_THE_NEXT = re.compile(
    r"\b(?:in|during|for)\s+the\s+(first|second|third|fourth|fifth|sixth|seventh|eighth)\s+(?:(?:it\s+)?(?:was|is)\s+)?$"
)


@dataclass(frozen=True)
class Scene:
    """A sentence with all that it names; offsets are the article's."""

    sentence: Sentence
    text: str = field(repr=False)
    lowered: str = field(repr=False)
    """The whole article, folded; slices share the article's offsets."""
    mentions: tuple[Mention, ...]
    numbers: tuple[Number, ...]
    dates: tuple[DateMention, ...]
    focus: Focus
    main: str
    """The election that the article is about."""
    seat: str | None
    """The constituency that the paragraph speaks of, where the sentence names none."""
    last_candidate: tuple[Candidate, ...]
    """Whom the words before spoke of last."""
    last_party: Mention | None
    head: Mention | None
    """Whom the sentence was about before a clause about another election interrupted it."""
    people: tuple[tuple[Candidate, ...], ...]
    """Everybody named lately, the latest first."""
    only_seat: str | None
    """The constituency that the article is about, where it has named no other so far."""
    told_seat: str | None
    """The constituency spoken of last, in whichever paragraph."""
    counting: bool
    """Whether the sentence tells of a count that is going on."""
    stage: str
    """Where the sentence's election stood when the article was written: `before`, `polling`, `polled` or `counted`."""
    phase: int | None
    """The phase that the sentence speaks of, by its words or because it polled within days of the article."""
    alliance: str | None
    """The alliance spoken of last."""
    heading: frozenset[str]
    """The cues of the heading under which a list's item stands: what its numbers count."""
    told_phase: int | None
    """The phase that the article named last before the sentence."""
    turnout: bool
    """Whether the paragraph tells of turnout."""
    house_seats: int
    """Elected seats of the house of the sentence's election; 0 where it is about none."""
    names: ElectionNames | None = field(repr=False)

    def of_kind(self, *kinds: str) -> list[Mention]:
        """List the mentions of some kinds, in order."""
        return [m for m in self.mentions if m.kind in kinds]

    @property
    def is_line(self) -> bool:
        """Whether the sentence is a line of its own: a heading, or an item of a list."""
        return self.sentence.starts_line and self.sentence.ends_line

    def cues(self, *names: str) -> list[Mention]:
        """List the cues of some names, in order."""
        return [m for m in self.mentions if m.kind == "cue" and m.id in names]

    def between(self, start: int, end: int) -> str:
        """Give the folded words between two offsets."""
        return self.lowered[max(start, 0) : end]


def phase_before(scene: Scene, since: int, at: int) -> int | None:
    """Give the phase that goes on from one named before: "61.38 in the first phase, in the second 57.31"."""
    if PHASE_SAID.search(scene.lowered, scene.sentence.start, at) is None:
        return None
    found = _IN_THE_NEXT.search(scene.lowered, since, at)
    return PHASES.get(found.group(1)) if found else None


def phase_after(scene: Scene, at: int) -> int | None:
    """Give the phase that the words right after an offset name: "61.38 per cent in phase two"."""
    found = PHASE_SAID.search(scene.lowered, at, min(at + 30, scene.sentence.end))
    return PHASES.get(found.group(1) or found.group(2)) if found else None
