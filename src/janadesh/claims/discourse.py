"""Who and where was spoken of before: reports carry subjects from sentence to sentence ("he", "the seat")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from janadesh.claims.election_names import Candidate
from janadesh.claims.focus import Focus
from janadesh.claims.mention import Mention
from janadesh.claims.people import is_same_word
from janadesh.claims.scene import PHASE_SAID
from janadesh.claims.scene import Scene

_GOES_ON = re.compile(
    r"^(?:it\b(?!\s+(?:is|was|will be|has been)\s+(?:the\s+)?[a-z-]+,)|its|the party|the outfit|the saffron party)\b"
)
"""How a sentence begins that goes on about the party spoken of before."""

_FURTHER_SUBJECT = re.compile(r"[,;]\s+(?:and|but|while|whereas)\s+(?:the\s+)?$")
"""What stands before a second subject: "the Congress stayed at 16, and the RJD, which had one, now has four"."""
_WHO = re.compile(r",\s+(?:who|whose)\b")
_HE = re.compile(r"(?:(?:but|and|yet|there|later|meanwhile|in [a-z ]{3,30}|there too),?\s+)?(?:he|she)\b")
"""How a sentence begins whose subject was named before it."""
_HEADING = 160
"""Characters of a heading, or of an item of a list, at most."""
_SEATS = frozenset({"seat", "constituency", "segment"})
_REMEMBERED = 6
"""How many people are kept as named lately."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the sentences before spoke of."""

    paragraph: int = -1
    focus: Focus | None = None
    heading: Focus | None = None
    seat: str | None = None
    candidates: tuple[Candidate, ...] = ()
    party: Mention | None = None
    head: Mention | None = None
    """Whom the last sentence, or its part before an inserted clause, was about."""
    turnout: bool = False
    people: tuple[tuple[Candidate, ...], ...] = ()
    """Everybody named lately, the latest first."""
    list_cues: frozenset[str] = frozenset()
    """The cues of the last heading, for the items of the list below it."""
    seats: frozenset[str] = frozenset()
    """Every constituency that the article has named so far."""
    told_seat: str | None = None
    """The constituency spoken of last, in whichever paragraph."""
    told_phase: int | None = None
    """The phase that the article has named last."""
    antecedent: Mention | None = None
    """Whom a clause that follows tells more of: the name right before ", who had held it in 2019"."""
    wide: bool = False
    """Whether the article has told of several seats at once, so that it is not about one."""

    @property
    def only_seat(self) -> str | None:
        """Give the one constituency that the article has named so far, if there is only one."""
        return next(iter(self.seats)) if len(self.seats) == 1 and not self.wide else None

    def in_paragraph(self, paragraph: int) -> Before:
        """Begin a paragraph: the seat is forgotten; an earlier election told in a heading above holds."""
        return replace(self, paragraph=paragraph, seat=None, focus=self.heading, heading=None)

    def after(self, scene: Scene, *, heading: bool) -> Before:
        """Remember whom and where a sentence named last."""
        seats = scene.of_kind("constituency")
        people = scene.of_kind("candidate")
        parties = scene.of_kind("party", "alliance")
        words = scene.between(scene.sentence.start, scene.sentence.end)
        seat = seats[-1].id if seats else only_seat(people) or self.seat
        return replace(
            self,
            told_seat=seat or self.told_seat,
            told_phase=scene.phase if PHASE_SAID.search(words) else self.told_phase,
            wide=self.wide or any(n.noun in _SEATS and n.value > 2 for n in scene.numbers),
            focus=self.focus if scene.focus.in_passing else scene.focus,
            heading=scene.focus if heading else None,
            seat=seat,
            head=self._head(scene, words, [*people, *parties]),
            antecedent=_right_before_comma(scene, [*people, *parties]),
            # the first named is most often the subject, whom "he" and "she" then mean
            candidates=people[0].candidates if people and not self._is_still_of(words) else self.candidates,
            turnout=scene.turnout,
            people=tuple(dict.fromkeys((*reversed([m.candidates for m in people]), *self.people)))[:_REMEMBERED],
            list_cues=self._cues_for_items(scene, words),
            seats=self.seats | {m.id for m in seats},
            party=self.party if not parties or (self.party and _GOES_ON.match(words)) else parties[0],
        )

    def _head(self, scene: Scene, words: str, named: list[Mention]) -> Mention | None:
        if words.startswith(","):
            return self.head
        last = _right_before_comma(scene, named)
        if last is not None and _FURTHER_SUBJECT.search(scene.between(last.start - 16, last.start)):
            return last
        return min(named, key=lambda m: m.start, default=None)

    def _is_still_of(self, words: str) -> bool:
        """Whether a sentence is about the one spoken of before, whoever is named in it: "He defeated X by 18,485"."""
        return _aside_of(self, words) or (self.candidates != () and _HE.match(words) is not None)

    def _cues_for_items(self, scene: Scene, words: str) -> frozenset[str]:
        """Keep a heading's cues while items follow; prose ends the list."""
        if not scene.is_line or len(words) > _HEADING:
            return frozenset()
        if any(n.unit in ("count", "percent") for n in scene.numbers) and not words.rstrip().endswith(":"):
            return self.list_cues
        return frozenset() if words.rstrip().endswith(".") else frozenset(m.id for m in scene.of_kind("cue"))


@dataclass
class Cast:
    """Who was named so far, by each word of the name."""

    by_word: dict[str, Mention] = field(default_factory=dict)

    def add(self, words: tuple[str, ...], mention: Mention) -> None:
        """Remember who was named by these words; the latest stands."""
        for word in words:
            known = self.by_word.get(word)
            # who is known as a candidate stays one where a sentence of another election only names the person
            if mention.kind == "person" and known is not None and known.id == mention.id:
                continue
            if len(word) > 2:
                self.by_word.pop(word, None)
                self.by_word[word] = mention

    def latest(self) -> list[Mention]:
        """List those named so far, the latest first."""
        return list(dict.fromkeys(reversed(self.by_word.values())))

    def named(self, word: str) -> Mention | None:
        """Find who was named by a word, in this spelling or one that sounds the same."""
        if word in self.by_word:
            return self.by_word[word]
        return next((m for known, m in self.by_word.items() if is_same_word(word, known)), None)


def _aside_of(before: Before, words: str) -> bool:
    """Whether words tell more of the person named right before, whom what follows is about again."""
    return before.antecedent is not None and before.antecedent.kind == "candidate" and _WHO.match(words) is not None


def _right_before_comma(scene: Scene, named: list[Mention]) -> Mention | None:
    end = scene.sentence.end
    if scene.text[end : end + 1] != ",":
        return None
    return next((m for m in named if m.end == end), None)


def only_seat(people: list[Mention]) -> str | None:
    """Give the constituency of the first person named, where that person stands in one only or meets an opponent."""
    first = {c.constituency for c in people[0].candidates} if people else set()
    for other in people[1:]:
        met = first & {c.constituency for c in other.candidates}
        first = met if len(first) > 1 and met else first
    return next(iter(first)) if len(first) == 1 else None
