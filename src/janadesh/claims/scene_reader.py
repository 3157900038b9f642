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
from janadesh.claims.alliance_names import with_alliances
from janadesh.claims.described import described_people
from janadesh.claims.discourse import Before
from janadesh.claims.discourse import Cast
from janadesh.claims.discourse import only_seat
from janadesh.claims.focus import Focus
from janadesh.claims.focus import aside
from janadesh.claims.focus import elections_elsewhere
from janadesh.claims.focus import main_election
from janadesh.claims.focus import sentence_focus
from janadesh.claims.focus import turning_point
from janadesh.claims.hindi_names import hindi_places
from janadesh.claims.hindi_names import hindi_runs
from janadesh.claims.mention import Mention
from janadesh.claims.newcomers import UNKNOWN
from janadesh.claims.newcomers import known_newcomer
from janadesh.claims.newcomers import new_places
from janadesh.claims.newcomers import newcomer
from janadesh.claims.people import NameRun
from janadesh.claims.people import candidate_by_surname
from janadesh.claims.people import candidates_named
from janadesh.claims.people import name_runs
from janadesh.claims.scene import PHASE_SAID
from janadesh.claims.scene import PHASES
from janadesh.claims.scene import Scene
from janadesh.claims.sentences import Sentence
from janadesh.claims.sentences import sentences
from janadesh.claims.vocabulary import Candidate
from janadesh.claims.vocabulary import ElectionEntry
from janadesh.claims.vocabulary import ElectionNames
from janadesh.claims.vocabulary import Meaning
from janadesh.claims.vocabulary import Vocabulary
from janadesh.claims.vocabulary import name_words
from janadesh.names.dates import read_dates
from janadesh.names.numbers import read_numbers
from janadesh.names.phrases import Found
from janadesh.names.phrases import folded

DATELINE = re.compile(
    r"(?:[A-Z][\w.]+ ?){1,3}(?:\s*\([\w. ]+\))?(?:,\s*(?:[A-Z][\w.]+ ?){1,2})?"
    r"(?:,?\s*[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?"
    r"\s*(?::\s|\s[-\u2013\u2014]{1,2}\s|\u2014)"
)
_PROSE = 70
"""Characters of prose behind a dateline at least; a short line is an item of a list."""
_AHEAD = ("ahead", "behind", "in front")
_HINDI = re.compile(r"[\u0900-\u0963]")
LAST_ROUND = re.compile(r"\b(?:last|final)\s+round\b")


@dataclass(frozen=True)
class ArticleScenes:
    """All scenes of an article, with the election that it is about."""

    main: ElectionEntry | None
    scenes: tuple[Scene, ...]


def scenes(vocabulary: Vocabulary, text: str, written_on: dt.date) -> ArticleScenes:
    """Read an article's plain text into scenes; none where the record holds no election that it can be about."""
    lowered = folded(text)
    mentions = vocabulary.finder.find(text, lowered)
    main = main_election(vocabulary, lowered, written_on, mentions)
    if main is None:
        return ArticleScenes(None, ())
    reader = _Reader(vocabulary, text, lowered, written_on, main, mentions)
    return ArticleScenes(main, tuple(reader.scenes()))


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
        self.cast = Cast()
        self.by_name: dict[tuple[str, str], tuple[Candidate, ...]] = {}
        self.elsewhere = elections_elsewhere(vocabulary, main, written_on)
        self.places: dict[str, list[Found[Meaning]]] = {}
        self.may_count = main.counted is not None and 0 <= (written_on - main.counted).days <= 1
        self.counting = self.may_count and _tells_of_counting(found)
        parties = [m[1] for f in found for m in f.meanings if m[0] == "party"]
        self.alliance = main_alliance(vocabulary, main.id, parties)

    def scenes(self) -> Iterator[Scene]:
        """Give each sentence's scene in order."""
        before = Before()
        for whole in sentences(self.text):
            if whole.paragraph != before.paragraph:
                before = before.in_paragraph(whole.paragraph)
            for sentence, focus in self._parts(whole, before.focus):
                scene = self._scene(sentence, self._focus_of_people(sentence, focus), before)
                yield scene
                words = self.lowered[sentence.start : sentence.end]
                before = before.after(scene, heading=_is_heading(sentence, words) and focus.said and focus.earlier)

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
            there = Focus(election, said=True, elsewhere=True)
            parts = [(replace(sentence, start=place, end=back), there)]
            if place - sentence.start >= 25:
                parts = [*self._parts(replace(sentence, end=place, ends_line=False), carried), *parts]
            if back < sentence.end:
                parts += self._parts(replace(sentence, start=back, starts_line=False), carried)
            return parts
        past = aside(words) if focus.said and focus.by_year and focus.election != self.main.id else None
        if past is not None:
            left, right = sentence.start + past[0], sentence.start + past[1]
            return [
                (replace(sentence, end=left, ends_line=False), self._focus(words[: past[0]], carried)),
                (replace(sentence, start=left, end=right, starts_line=False, ends_line=False), focus),
                (replace(sentence, start=right, starts_line=False), self._focus(words[past[1] :], carried)),
            ]
        turn = turning_point(words, returns=_returns(focus, carried, self.main))
        if turn is None or not focus.said:
            return [(sentence, focus)]
        first = replace(sentence, end=sentence.start + turn, ends_line=False)
        second = replace(sentence, start=sentence.start + turn, starts_line=False)
        first_focus = self._focus(words[:turn], carried)
        return [(first, first_focus), (second, self._focus(words[turn:], focus if focus.by_year else carried))]

    def _elsewhere(self, sentence: Sentence) -> tuple[int, int, str] | None:
        """Find where a sentence turns to another territory that votes at the same time, and where it comes back."""
        named = [
            (found.start, territory)
            for found in _within(self.found, sentence)
            for noun, territory in found.meanings
            if noun == "territory" and _is_name(self.text, found.start)
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
        elections = set()
        for run in name_runs(self.text, sentence.start, sentence.end, ()):
            known = self.cast.named(run.words[-1]) if run.words else None
            if known is not None and known.candidates:
                elections.add(known.candidates[0].election)
        earlier = elections - {self.main.id}
        if len(elections) == 1 and earlier and self.vocabulary.elections[next(iter(earlier))].house == self.main.house:
            return Focus(earlier.pop(), earlier=True)
        return focus

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
        mentions = self._mentions(found, names)
        if names is not None and focus.election is not None:
            mentions += new_places(self.text, sentence.start, sentence.end, mentions, names)
            if _HINDI.search(self.text, sentence.start, sentence.end):
                mentions += hindi_places(self.text, sentence.start, sentence.end, mentions, names)
                mentions += self._hindi_people(sentence, mentions, names, before.seat)
        seat = before.seat or before.only_seat
        mentions += self._people(sentence, mentions, names, focus, seat)
        if names is not None and focus.election is not None:
            mentions = self._known_newcomers(mentions, names, focus.election, seat)
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
                self.cast.latest(),
                lambda person: self._candidacies(person, names),
            )
            taken = [(m.start, m.end) for m in described]
            mentions = [
                m for m in mentions if m.kind == "cue" or not any(s <= m.start and m.end <= e for s, e in taken)
            ]
            mentions += described
        mentions = _without_dateline(mentions, self.text, sentence)
        mentions.sort(key=lambda m: (m.start, m.end))
        mentions = with_alliances(
            mentions, self.lowered, sentence.start, sentence.end, self.vocabulary, focus.election, self.alliance
        )
        self.alliance = next((m.id for m in reversed(mentions) if m.kind == "alliance"), self.alliance)
        counting = focus.election == self.main.id and self._counting(
            mentions, self.lowered[sentence.start : sentence.end]
        )
        mentions = _of_the_count(mentions, counting=counting)
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
            last_candidate=before.candidates,
            last_party=before.party,
            people=before.people,
            only_seat=before.only_seat,
            counting=counting,
            stage=self._stage(focus),
            phase=self._phase(sentence, focus),
            alliance=self.alliance,
            heading=before.list_cues if sentence.starts_line and sentence.ends_line else frozenset(),
            turnout=before.turnout or any(m.id == "turnout" for m in mentions),
            house_seats=self.vocabulary.elections[focus.election].seats if focus.election else 0,
            names=names,
        )

    def _phase(self, sentence: Sentence, focus: Focus) -> int | None:
        said = PHASE_SAID.search(self.lowered, sentence.start, sentence.end)
        if said:
            return PHASES.get(said.group(1) or said.group(2))
        election = self.vocabulary.elections.get(focus.election or "")
        if election is None or len(election.polls) < 2:
            return None
        # the report of a polling day speaks of the phase polled that day, or up to three days before
        recent = [phase for phase, day in election.polls if phase and 0 <= (self.written_on - day).days <= 3]
        return recent[-1] if recent and election.counted != self.written_on else None

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

    def _stage(self, focus: Focus) -> str:
        election = self.vocabulary.elections.get(focus.election or "")
        if election is None or election.counted is None or self.written_on >= election.counted:
            return "counted"
        if election.first_poll is None or self.written_on < election.first_poll:
            return "before"
        return "polled" if election.last_poll and self.written_on > election.last_poll else "polling"

    def _places(self, election: str, names: ElectionNames, sentence: Sentence) -> list[Found[Meaning]]:
        if election not in self.places:
            self.places[election] = [
                f for f in names.finder.find(self.text, self.lowered) if _is_name(self.text, f.start)
            ]
        return _within(self.places[election], sentence)

    def _mentions(self, found: list[Found[Meaning]], names: ElectionNames | None) -> list[Mention]:
        mentions = []
        for hit in _merged(found):
            mentions += [Mention("cue", m[1], hit.start, hit.end) for m in hit.meanings if m[0] == "cue"]
            nouns = tuple(m for m in hit.meanings if m[0] != "cue")
            if not nouns or not (_is_name(self.text, hit.start) or _is_nickname(self.text, hit)):
                continue
            first = next((m for m in nouns if m[0] == "constituency"), nouns[0])
            if len({m for m in nouns if m[0] == first[0]}) > 1 and first[0] == "party":
                first = self._likely_party(nouns)
            also = tuple(m for m in nouns if m != first)
            candidates: tuple[Candidate, ...] = ()
            kind = first[0]
            if kind == "person":
                candidates = self._candidacies(first[1], names) if names else ()
                kind = "candidate" if candidates else "person"
            mentions.append(Mention(kind, first[1], hit.start, hit.end, candidates, also))
        mentions = _with_short_forms(_longest(mentions), self.text)
        for mention in mentions:
            if mention.kind in ("candidate", "person"):
                self.cast.add(name_words(self.text[mention.start : mention.end]), mention)
                self.cast.add(name_words(self.vocabulary.persons[mention.id][0]), mention)
        return mentions

    def _candidacies(self, person: str, names: ElectionNames) -> tuple[Candidate, ...]:
        """Find a known person's candidacies in an election: as the record links them, else by the person's names."""
        if person in names.by_person:
            return names.by_person[person]
        key = (person, names.candidates[0].election if names.candidates else "")
        if key not in self.by_name:
            name, party, _ = self.vocabulary.persons[person]
            spellings = [name, *self.vocabulary.person_names.get(person, ())]
            parties = frozenset({party} if party else ())
            found = (candidates_named(name_words(s), names, frozenset(), parties) for s in spellings)
            self.by_name[key] = next((f for f in found if f and (not party or f[0].party == party)), ())
        return self.by_name[key]

    def _known_newcomers(
        self, mentions: list[Mention], names: ElectionNames, election: str, seat: str | None
    ) -> list[Mention]:
        """Take people of whom the record knows no candidacy for candidates, where it lacks part of the election."""
        if names.whole:
            return mentions
        found = []
        for mention in mentions:
            new = None
            if mention.kind == "person":
                name, party, _ = self.vocabulary.persons[mention.id]
                new = known_newcomer(mention.id, name, party, mentions, names, election, seat)
            found.append(replace(mention, kind="candidate", candidates=(new,)) if new is not None else mention)
        return found

    def _likely_party(self, nouns: tuple[Meaning, ...]) -> Meaning:
        """Among parties that one name can mean, choose the one whose own abbreviation or name it is."""
        parties = [m for m in nouns if m[0] == "party"]
        contested = self.vocabulary.of_election(self.main.id)
        stood: dict[str, int] = {}
        for candidate in contested.candidates:
            stood[candidate.party] = stood.get(candidate.party, 0) + 1
        return max(parties, key=lambda m: stood.get(m[1], 0))

    def _people(
        self,
        sentence: Sentence,
        mentions: list[Mention],
        names: ElectionNames | None,
        focus: Focus,
        seat: str | None,
    ) -> list[Mention]:
        if names is None:
            return []
        election = focus.election
        taken = [(m.start, m.end) for m in mentions if m.kind != "cue"]
        here = [m for m in mentions if m.kind == "constituency"]
        people: list[Mention] = []
        for run in name_runs(self.text, sentence.start, sentence.end, taken):
            parties = frozenset(
                m.id for m in mentions if m.kind == "party" and m.start - 40 < run.end and m.end + 40 > run.start
            )
            seats = frozenset(m.id for m in here) or frozenset({seat} if seat else ())
            mention = self._who(run, names, seats, parties)
            if mention is None and election is not None:
                new = newcomer(run, self.text, mentions, names, election, seat)
                mention = Mention("candidate", "", run.start, run.end, (new,)) if new is not None else None
            if mention is not None:
                people.append(mention)
                self.cast.add(run.words, mention)
        return people

    def _hindi_people(
        self, sentence: Sentence, mentions: list[Mention], names: ElectionNames, seat: str | None
    ) -> list[Mention]:
        """Find the people whom a sentence names in Devanagari, by full name, or by a surname told before."""
        seats = frozenset(m.id for m in mentions if m.kind == "constituency") or frozenset({seat} if seat else ())
        parties = frozenset(m.id for m in mentions if m.kind == "party")
        found: list[Mention] = []
        for run in hindi_runs(self.text, sentence.start, sentence.end, mentions):
            if any(m.start < run.end and run.start < m.end for m in found):
                continue
            if len(run.words) > 1:
                named = candidates_named(run.words, names, seats, parties)
                mention = self._as_mention(run, named, names) if named else None
            else:
                mention = self._again(run, run.words[0], names) or self._only_word(run, names, seats)
            if mention is not None:
                found.append(mention)
                self.cast.add(run.words, mention)
        return found

    def _only_word(self, run: NameRun, names: ElectionNames, seats: frozenset[str]) -> Mention | None:
        named = candidate_by_surname(run.words[0], names, seats, frozenset())
        return self._as_mention(run, named, names) if len(named) == 1 else None

    def _who(
        self, run: NameRun, names: ElectionNames, seats: frozenset[str], parties: frozenset[str]
    ) -> Mention | None:
        if len(run.words) > 1 or (run.words and len(run.words[0]) > 4 and run.words[0] not in self.cast.by_word):
            found = candidates_named(run.words, names, seats, parties)
            if found:
                return self._as_mention(run, found, names)
            if len(run.words) > 1:
                initial = len(run.words) == 2 and len(run.words[0]) == 1
                return self._again(run, run.words[-1], names) if initial else None
        if not run.words or len(run.words[0]) < 3:
            return None
        again = self._again(run, run.words[0], names)
        if again is not None:
            return again
        found = candidate_by_surname(run.words[0], names, seats, parties)
        return self._as_mention(run, found, names) if len(found) == 1 else None

    def _again(self, run: NameRun, word: str, names: ElectionNames) -> Mention | None:
        """Find somebody named before by one word of the name, as a candidate of this sentence's election."""
        before = self.cast.named(word)
        if before is None:
            return None
        if before.kind == "person" or before.id:
            candidates = self._candidacies(before.id, names)
            return Mention("candidate" if candidates else "person", before.id, run.start, run.end, candidates)
        first = before.candidates[0]
        if first.serial == UNKNOWN or (names.candidates and first.election == names.candidates[0].election):
            return Mention("candidate", before.id, run.start, run.end, before.candidates)
        if first.person:
            candidates = names.by_person.get(first.person, ())
        else:
            candidates = candidates_named(first.words, names, frozenset(), frozenset({first.party}))
        return Mention("candidate", before.id, run.start, run.end, candidates) if candidates else None

    @staticmethod
    def _as_mention(run: NameRun, found: tuple[Candidate, ...], names: ElectionNames) -> Mention:
        first = found[0]
        if first.person:
            found = names.by_person[first.person]
        return Mention("candidate", first.person or "", run.start, run.end, found)


def _without_dateline(mentions: list[Mention], text: str, sentence: Sentence) -> list[Mention]:
    """Drop the places of a dateline, where the report was written: "Srinagar: The first phase …"."""
    if not sentence.starts_line or text[: sentence.start].count("\n\n") > 1:
        return mentions
    found = DATELINE.match(text, sentence.start, sentence.end)
    line_end = text.find("\n", sentence.start)
    if found is None or (line_end if line_end >= 0 else len(text)) - found.end() < _PROSE:
        return mentions
    places = ("constituency", "district", "region", "territory")
    return [m for m in mentions if m.kind not in places or m.start >= found.end()]


def _of_the_count(mentions: list[Mention], *, counting: bool) -> list[Mention]:
    """Tell "edged past" as a lead while votes are counted, else as a win."""
    both = {m.start for m in mentions if m.kind == "cue" and m.id == "beat"}
    both &= {m.start for m in mentions if m.kind == "cue" and m.id == "lead"}
    wrong = "beat" if counting else "lead"
    return [m for m in mentions if m.start not in both or m.id != wrong] if both else mentions


def _with_short_forms(mentions: list[Mention], text: str) -> list[Mention]:
    """Let the short form in brackets tell which of two namesakes is meant: "Peoples Democratic Party (PDP)"."""
    short = {
        m.start: m.id
        for m in mentions
        if m.kind == "party" and text[m.start - 1 : m.start] == "(" and text[m.end : m.end + 1] == ")"
    }
    if not short:
        return mentions
    return [replace(m, id=short.get(m.end + 2, m.id)) if m.kind == "party" else m for m in mentions]


def _returns(focus: Focus, carried: Focus | None, main: ElectionEntry) -> bool:
    """Whether a sentence comes back to the article's election from another that the words before spoke of."""
    return carried is not None and carried.election != main.id and focus.election == main.id and not focus.by_year


def _is_heading(sentence: Sentence, words: str) -> bool:
    whole_line = sentence.starts_line and sentence.ends_line
    return whole_line and len(words) < 60 and not words.rstrip().endswith((".", "!", "?"))


def _within(items: list, sentence: Sentence) -> list:  # type: ignore[type-arg]
    """Take the items that lie inside a sentence, out of a list sorted by start."""
    first = bisect_left(items, sentence.start, key=lambda item: item.start)
    last = bisect_left(items, sentence.end, key=lambda item: item.start)
    return [item for item in items[first:last] if item.end <= sentence.end]


def _merged(found: list[Found[Meaning]]) -> list[Found[Meaning]]:
    """Put the meanings of the same words together, in order of place."""
    by_span: dict[tuple[int, int], tuple[Meaning, ...]] = {}
    for hit in found:
        by_span[hit.start, hit.end] = tuple(dict.fromkeys(by_span.get((hit.start, hit.end), ()) + hit.meanings))
    return [Found(start, end, meanings) for (start, end), meanings in sorted(by_span.items())]


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Drop names that lie inside a longer name; cues stay, unless they are part of a name."""
    names = sorted((m for m in mentions if m.kind != "cue"), key=lambda m: (m.start - m.end, m.start))
    kept: list[Mention] = []
    for mention in names:
        if all(mention.end <= k.start or mention.start >= k.end for k in kept):
            kept.append(mention)
    cues = [m for m in mentions if m.kind == "cue" and all(m.end <= k.start or m.start >= k.end for k in kept)]
    # words that are a name and a cue at once (Independents) stay both
    both = [m for m in mentions if m.kind == "cue" and any((m.start, m.end) == (k.start, k.end) for k in kept)]
    return kept + cues + both


def _is_name(text: str, at: int) -> bool:
    character = text[at]
    return character.isupper() or character.isdigit() or "\u0900" <= character <= "\u097f" or not character.isalpha()


def _is_nickname(text: str, hit: Found[Meaning]) -> bool:
    """Whether words without a capital still name a party: several words, as "the saffron party"."""
    return hit.meanings[0][0] == "party" and " " in text[hit.start : hit.end]


def _tells_of_counting(found: list[Found[Meaning]]) -> bool:
    """Whether an article has more words of trends than of results."""
    cues = [m[1] for f in found for m in f.meanings if m[0] == "cue"]
    return cues.count("counting") > cues.count("final")
