"""
From an article's text to its scenes, one a sentence, in order.

`scenes` goes through an article once and keeps who and where was spoken of last.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace

from janadesh.claims.alliance_names import main_alliance
from janadesh.claims.alliance_names import ruling_alliance
from janadesh.claims.alliance_names import with_alliances
from janadesh.claims.described import described_people
from janadesh.claims.discourse import Before
from janadesh.claims.discourse import only_seat
from janadesh.claims.election_names import ElectionNames
from janadesh.claims.election_names import Meaning
from janadesh.claims.elsewhere import tells_of_elsewhere
from janadesh.claims.focus import Focus
from janadesh.claims.focus import sentence_focus
from janadesh.claims.hindi_names import hindi_places
from janadesh.claims.main_election import elections_elsewhere
from janadesh.claims.main_election import main_election
from janadesh.claims.mention import Mention
from janadesh.claims.mentions import is_name
from janadesh.claims.mentions import of_the_count
from janadesh.claims.mentions import with_defeats_handed
from janadesh.claims.mentions import without_dateline
from janadesh.claims.name_reader import NameReader
from janadesh.claims.newcomers import new_places
from janadesh.claims.people import name_runs
from janadesh.claims.scene import Scene
from janadesh.claims.sentences import Sentence
from janadesh.claims.sentences import sentences
from janadesh.claims.stages import phase_of
from janadesh.claims.stages import stage_of
from janadesh.claims.turning_points import aside
from janadesh.claims.turning_points import between_years
from janadesh.claims.turning_points import end_of_comparison
from janadesh.claims.turning_points import is_change
from janadesh.claims.turning_points import is_comparison
from janadesh.claims.turning_points import tail_before_semicolon
from janadesh.claims.turning_points import turning_point
from janadesh.claims.turning_points import year_told_of
from janadesh.claims.vocabulary import ElectionEntry
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.dates import read_dates
from janadesh.names.numbers import read_numbers
from janadesh.names.phrases import Found
from janadesh.names.phrases import folded
from janadesh.names.sound import joined_sound_key

_AHEAD = ("ahead", "behind", "in front")
_RELATIVE = re.compile(r",\s+(?:who|whose|which)\b")
_WORD = re.compile(r"\b(?!in\b|and\b|but\b|meanwhile\b|the\b|of\b|for\b|over\b)[^\W\d]")
"""A word before a territory's name by which a sentence does not just open with it."""
_HINDI = re.compile(r"[\u0900-\u0963]")
LAST_ROUND = re.compile(r"\b(?:last|final)\s+round\b")


@dataclass(frozen=True)
class ArticleScenes:
    """All scenes of an article, with the election that it is about."""

    main: ElectionEntry | None
    scenes: tuple[Scene, ...]
    elsewhere: bool = False
    """Whether it is plainly about another election, which the record does not hold; `main` is then but the nearest."""


def scenes(vocabulary: Vocabulary, text: str, written_on: dt.date) -> ArticleScenes:
    """Read an article's plain text into scenes; none where the record holds no election that it can be about."""
    lowered = folded(text)
    mentions = vocabulary.finder.find(text, lowered)
    main = main_election(vocabulary, lowered, written_on, mentions)
    if main is None:
        return ArticleScenes(None, ())
    reader = _Reader(vocabulary, text, lowered, written_on, main, mentions)
    names = vocabulary.of_election(main.id)
    elsewhere = tells_of_elsewhere(text, names, mentions, reader.places_of(main.id, names))
    return ArticleScenes(main, tuple(reader.scenes()), elsewhere)


class _Reader:
    """Walks through an article in order, with what it has learnt so far."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        text: str,
        lowered: str,
        written_on: dt.date,
        main: ElectionEntry,
        found: list[Found[Meaning]],
    ) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.lowered = lowered
        self.written_on = written_on
        self.main = main
        self.found = found
        self.numbers = read_numbers(text)
        self.dates = read_dates(text, written_on)
        self.names = NameReader(vocabulary, text, main)
        self.elsewhere = elections_elsewhere(vocabulary, main, written_on)
        self.places: dict[str, list[Found[Meaning]]] = {}
        self.may_count = main.counted is not None and 0 <= (written_on - main.counted).days <= 1
        self.counting = self.may_count and _tells_of_counting(found)
        parties = [m[1] for f in found for m in f.meanings if m[0] == "party"]
        self.alliance = main_alliance(vocabulary, main.id, parties)
        self.ruling = ruling_alliance(vocabulary, main.id, written_on)

    def scenes(self) -> Iterator[Scene]:
        """Give each sentence's scene in order."""
        before = Before()
        for whole in sentences(self.text):
            if whole.paragraph != before.paragraph:
                before = before.in_paragraph(whole.paragraph)
            carried = None if self._comes_home(before.focus, whole) else before.focus
            for sentence, focus in (
                (part, replace(focus, in_passing=focus.in_passing or piece is not whole))
                for piece in self._pieces(whole)
                for part, focus in self._parts(piece, carried)
            ):
                scene = self._scene(sentence, self._focus_of_people(sentence, focus), before)
                yield scene
                words = self.lowered[sentence.start : sentence.end]
                before = before.after(scene, heading=_is_heading(sentence, words) and focus.said and focus.earlier)

    def _comes_home(self, carried: Focus | None, sentence: Sentence) -> bool:
        """Whether a sentence is no longer of another territory: another line, or one that names the article's own."""
        if carried is None or carried.election not in self.elsewhere.values():
            return False
        own = {("territory", self.main.territory), ("house", self.main.house)}
        return sentence.starts_line or any(own & set(found.meanings) for found in _within(self.found, sentence))

    def _pieces(self, sentence: Sentence) -> list[Sentence]:
        """Cut a sentence at the semicolon that closes a clause about what was before."""
        closed = tail_before_semicolon(self.lowered[sentence.start : sentence.end])
        if closed is None:
            return [sentence]
        first = replace(sentence, end=sentence.start + closed - 1, ends_line=False)
        return [first, replace(sentence, start=sentence.start + closed, starts_line=False)]

    def _parts(self, sentence: Sentence, carried: Focus | None) -> list[tuple[Sentence, Focus]]:
        """
        Cut a sentence where it turns from one election to another.

        "61 per cent, more than the 58 of 2014" speaks of two elections; so does a sentence that goes on
        about an earlier one and comes back to the article's own after a comma.
        """
        words = self.lowered[sentence.start : sentence.end]
        focus = self._focus(words, carried)
        away = self._elsewhere(sentence)
        if away is not None:
            place, back, election = away
            # what a sentence opens with, those after it on the line go on about
            opens = not _WORD.search(self.lowered, sentence.start, place) and back == sentence.end
            there = Focus(election, said=True, in_passing=not opens)
            parts = [(replace(sentence, start=place, end=back), there)]
            if place - sentence.start >= 25:
                parts = [*self._parts(replace(sentence, end=place, ends_line=False), carried), *parts]
            if back < sentence.end:
                parts += self._parts(replace(sentence, start=back, starts_line=False), carried)
            return parts
        past = aside(words)
        if past is not None and (
            self._focus(words[slice(*past)], carried).election != self.main.id
            or between_years(words[slice(*past)]) is not None
        ):
            left, right = sentence.start + past[0], sentence.start + past[1]
            return [
                (replace(sentence, end=left, ends_line=False), self._focus(words[: past[0]], carried)),
                *self._parts(replace(sentence, start=left, end=right, starts_line=False, ends_line=False), carried),
                (replace(sentence, start=right, starts_line=False), self._focus(words[past[1] :], carried)),
            ]
        cut = between_years(words) or year_told_of(words)
        if cut is not None:
            first = replace(sentence, end=sentence.start + cut, ends_line=False)
            rest = replace(sentence, start=sentence.start + cut, starts_line=False)
            return [(first, self._focus(words[:cut], carried)), *self._parts(rest, carried)]
        turn = turning_point(words, returns=_returns(focus, carried, self.main))
        if turn is None or not focus.said:
            return [(sentence, focus)]
        first = replace(sentence, end=sentence.start + turn, ends_line=False)
        second = replace(sentence, start=sentence.start + turn, starts_line=False)
        first_focus = self._focus(words[:turn], carried)
        if is_change(words, turn):
            return [(first, first_focus), *self._parts(second, None)]
        second_focus = self._focus(words[turn:], focus if focus.by_year else carried)
        if is_comparison(words, turn):
            second_focus = replace(second_focus, in_passing=True)
            end = end_of_comparison(words, turn)
            if end is not None:
                cut = sentence.start + end
                rest = replace(sentence, start=cut - 1, starts_line=False)
                return [
                    (first, first_focus),
                    (replace(second, end=cut - 1, ends_line=False), second_focus),
                    *self._parts(rest, first_focus if first_focus.election == self.main.id else carried),
                ]
        return [(first, first_focus), (second, second_focus)]

    def _elsewhere(self, sentence: Sentence) -> tuple[int, int, str] | None:
        """Find where a sentence turns to another territory that votes at the same time, and where it comes back."""
        named = [
            (found.start, territory)
            for found in _within(self.found, sentence)
            for noun, territory in found.meanings
            if noun == "territory" and is_name(self.text, found.start)
        ]
        there = next(((at, t) for at, t in named if t in self.elsewhere), None)
        if there is None:
            return None
        back = next((at for at, t in named if at > there[0] and t == self.main.territory), sentence.end)
        return there[0], back, self.elsewhere[there[1]]

    def _focus(self, words: str, carried: Focus | None) -> Focus:
        return sentence_focus(self.vocabulary, self.main, words, self.written_on, carried)

    def _focus_of_people(self, sentence: Sentence, focus: Focus) -> Focus:
        """
        Follow a person back: whoever was told of only as standing in an earlier election is still told of there.

        A year that the sentence names goes before.
        """
        if focus.election != self.main.id or focus.by_year:
            return focus
        if all(m.candidates[0].election == self.main.id for m in self.names.cast.by_word.values() if m.candidates):
            return focus
        elections = set()
        for run in name_runs(self.text, sentence.start, sentence.end, ()):
            known = self.names.cast.named(run.words[-1]) if run.words else None
            if known is not None and known.candidates:
                elections.add(self.main.id if self._stands(known) else known.candidates[0].election)
        earlier = elections - {self.main.id}
        if len(elections) == 1 and earlier and self.vocabulary.elections[next(iter(earlier))].house == self.main.house:
            return Focus(earlier.pop(), earlier=True)
        return focus

    def _stands(self, known: Mention) -> bool:
        """Whether somebody told of in another election stands in the article's own too."""
        names = self.vocabulary.of_election(self.main.id)
        first = known.candidates[0]
        return first.person in names.by_person or any(
            c.name == first.name for c in names.by_joined_sound.get(joined_sound_key(first.words), ())
        )

    def _scene(
        self,
        sentence: Sentence,
        focus: Focus,
        before: Before,
    ) -> Scene:
        names = self.vocabulary.of_election(focus.election) if focus.election else None
        found = _within(self.found, sentence)
        if focus.election and names is not None:
            found += self._places(focus.election, names, sentence)
        mentions = self.names.mentions_of(found, names)
        if names is not None and focus.election is not None:
            mentions += new_places(self.text, sentence.start, sentence.end, mentions, names)
            if _HINDI.search(self.text, sentence.start, sentence.end):
                mentions += hindi_places(self.text, sentence.start, sentence.end, mentions, names)
                mentions += self.names.hindi_people(sentence, mentions, names, before.seat)
        seat = before.seat or before.only_seat
        mentions += self.names.people(sentence, mentions, names, focus, seat)
        if names is not None and focus.election is not None:
            mentions = self.names.known_by_first_name(mentions, names, seat)
            mentions = self.names.known_newcomers(mentions, names, focus.election, seat)
        if names is not None:
            seats = [m.id for m in mentions if m.kind == "constituency"]
            described = described_people(
                mentions,
                self.text,
                self.lowered,
                sentence.start,
                sentence.end,
                self.vocabulary,
                names,
                self.written_on,
                seats[-1] if seats else only_seat([m for m in mentions if m.kind == "candidate"]) or before.seat,
                self.names.cast.latest(),
                lambda person: self.names.candidacies(person, names),
            )
            taken = [(m.start, m.end) for m in described]
            mentions = [
                m for m in mentions if m.kind == "cue" or not any(s <= m.start and m.end <= e for s, e in taken)
            ]
            mentions += described
        mentions = [self._that_stood(m, names) for m in mentions]
        mentions = without_dateline(mentions, self.text, sentence)
        mentions = with_defeats_handed(mentions, self.lowered, sentence)
        mentions.sort(key=lambda m: (m.start, m.end))
        mentions = with_alliances(
            mentions,
            self.lowered,
            sentence.start,
            sentence.end,
            self.vocabulary,
            focus.election,
            self.alliance,
            self.ruling if focus.election == self.main.id else None,
        )
        self.alliance = next((m.id for m in reversed(mentions) if m.kind == "alliance"), self.alliance)
        counting = focus.election == self.main.id and self._counting(
            mentions, self.lowered[sentence.start : sentence.end]
        )
        mentions = of_the_count(mentions, self.lowered, counting=counting)
        more_of = before.antecedent if _RELATIVE.match(self.lowered, sentence.start) else None
        return Scene(
            sentence=sentence,
            text=self.text,
            lowered=self.lowered,
            mentions=tuple(mentions),
            numbers=tuple(_within(self.numbers, sentence)),
            dates=tuple(_within(self.dates, sentence)),
            focus=focus,
            main=self.main.id,
            seat=before.seat,
            last_candidate=more_of.candidates if more_of and more_of.candidates else before.candidates,
            last_party=more_of if more_of and more_of.kind == "party" else before.party,
            head=(more_of or before.head) if self.text[sentence.start] == "," else None,
            people=before.people,
            only_seat=before.only_seat,
            told_seat=before.told_seat,
            counting=counting,
            stage=stage_of(self.vocabulary.elections.get(focus.election or ""), self.written_on),
            phase=phase_of(
                self.vocabulary.elections.get(focus.election or ""),
                self.lowered[sentence.start : sentence.end],
                self.written_on,
            ),
            alliance=self.alliance,
            heading=before.list_cues if sentence.starts_line and sentence.ends_line else frozenset(),
            told_phase=before.told_phase,
            turnout=before.turnout or any(m.id == "turnout" for m in mentions),
            house_seats=self.vocabulary.elections[focus.election].seats if focus.election else 0,
            names=names,
        )

    def _that_stood(self, mention: Mention, names: ElectionNames | None) -> Mention:
        """Take a party that did not stand for the one that did under a longer name: "LJP" for LJP (Ram Vilas)."""
        if mention.kind != "party" or names is None or not names.whole or names.stood.get(mention.id):
            return mention
        short = letters(self.vocabulary.parties[mention.id][1])
        if len(short) < 3:
            return mention
        alike = [p for p in names.stood if letters(self.vocabulary.parties[p][1]).startswith(short)]
        return replace(mention, id=alike[0]) if len(alike) == 1 else mention

    def _counting(self, mentions: list[Mention], words: str) -> bool:
        """Whether a sentence is told while counting goes on: its own words decide before the article's."""
        leads = {m.start for m in mentions if m.kind == "cue" and m.id == "lead"}
        cues = {m.id for m in mentions if m.kind == "cue" and (m.id != "beat" or m.start not in leads)}
        if not self.may_count:
            return False
        trends = [m.start for m in mentions if m.kind == "cue" and m.id == "counting"]
        won = [m.start for m in mentions if m.kind == "cue" and m.id in ("win", "beat")]
        if won and trends and all(self.lowered[at:].startswith(_AHEAD) and at > won[0] for at in trends):
            # "was re-elected, 2,000 votes ahead of X" tells the result
            cues.discard("counting")
        if "counting" in cues or ("round" in cues and not LAST_ROUND.search(words)):
            return True
        if cues & {"win", "beat", "lose", "final"}:
            return False
        return self.counting

    def places_of(self, election: str, names: ElectionNames) -> list[Found[Meaning]]:
        """Find the places of an election in the whole article, once."""
        if election not in self.places:
            self.places[election] = names.finder.find(self.text, self.lowered)
        return self.places[election]

    def _places(self, election: str, names: ElectionNames, sentence: Sentence) -> list[Found[Meaning]]:
        return [f for f in _within(self.places_of(election, names), sentence) if is_name(self.text, f.start)]


def _returns(focus: Focus, carried: Focus | None, main: ElectionEntry) -> bool:
    """Whether a sentence comes back to the article's election from another that the words before spoke of."""
    return carried is not None and carried.election != main.id and focus.election == main.id and not focus.by_year


def letters(name: str) -> str:
    """Take the letters of a short name, in lower case."""
    return "".join(c for c in name.lower() if c.isalpha())


def _is_heading(sentence: Sentence, words: str) -> bool:
    whole_line = sentence.starts_line and sentence.ends_line
    return whole_line and len(words) < 60 and not words.rstrip().endswith((".", "!", "?"))


def _within(items: list, sentence: Sentence) -> list:  # type: ignore[type-arg]
    """Take the items that lie inside a sentence, out of a list sorted by start."""
    first = bisect_left(items, sentence.start, key=lambda item: item.start)
    last = bisect_left(items, sentence.end, key=lambda item: item.start)
    return [item for item in items[first:last] if item.end <= sentence.end]


def _tells_of_counting(found: list[Found[Meaning]]) -> bool:
    """Whether an article has more words of trends than of results."""
    cues = [m[1] for f in found for m in f.meanings if m[0] == "cue"]
    return cues.count("counting") > cues.count("final")
