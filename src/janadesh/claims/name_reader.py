"""Who and what a sentence names: by full name, by a surname told before, or in Devanagari."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from janadesh.claims.discourse import Cast
from janadesh.claims.election_names import Candidate
from janadesh.claims.election_names import ElectionNames
from janadesh.claims.election_names import Meaning
from janadesh.claims.election_names import name_words
from janadesh.claims.focus import Focus
from janadesh.claims.hindi_names import hindi_runs
from janadesh.claims.mention import Mention
from janadesh.claims.mentions import is_name
from janadesh.claims.mentions import is_nickname
from janadesh.claims.mentions import longest
from janadesh.claims.mentions import merged
from janadesh.claims.mentions import with_short_forms
from janadesh.claims.newcomers import UNKNOWN
from janadesh.claims.newcomers import known_newcomer
from janadesh.claims.newcomers import newcomer
from janadesh.claims.people import NameRun
from janadesh.claims.people import candidate_by_first_name
from janadesh.claims.people import candidate_by_surname
from janadesh.claims.people import candidates_named
from janadesh.claims.people import name_runs
from janadesh.claims.sentences import Sentence
from janadesh.claims.vocabulary import ElectionEntry
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.phrases import Found


@dataclass
class NameReader:
    """Finds the names of an article's sentences in order; `cast` holds whom it has met."""

    vocabulary: Vocabulary
    text: str
    main: ElectionEntry
    cast: Cast = field(default_factory=Cast)
    by_name: dict[tuple[str, str], tuple[Candidate, ...]] = field(default_factory=dict)

    def mentions_of(self, found: list[Found[Meaning]], names: ElectionNames | None) -> list[Mention]:
        """Make mentions of the phrases found in a sentence, the longest names first; cues stay beside them."""
        mentions = []
        for hit in merged(found):
            mentions += [Mention("cue", m[1], hit.start, hit.end) for m in hit.meanings if m[0] == "cue"]
            nouns = tuple(m for m in hit.meanings if m[0] != "cue")
            if not nouns or not (is_name(self.text, hit.start) or is_nickname(self.text, hit)):
                continue
            first = next((m for m in nouns if m[0] == "constituency"), nouns[0])
            if len({m for m in nouns if m[0] == first[0]}) > 1 and first[0] == "party":
                first = self._likely_party(nouns)
            also = tuple(m for m in nouns if m != first)
            candidates: tuple[Candidate, ...] = ()
            kind = first[0]
            if kind == "person":
                candidates = self.candidacies(first[1], names) if names else ()
                kind = "candidate" if candidates else "person"
            mentions.append(Mention(kind, first[1], hit.start, hit.end, candidates, also))
        mentions = with_short_forms(longest(mentions), self.text)
        for mention in mentions:
            if mention.kind in ("candidate", "person"):
                self.cast.add(name_words(self.text[mention.start : mention.end]), mention)
                self.cast.add(name_words(self.vocabulary.persons[mention.id][0]), mention)
        return mentions

    def candidacies(self, person: str, names: ElectionNames) -> tuple[Candidate, ...]:
        """Find a known person's candidacies in an election: as the record links them, else by the person's names."""
        if person in names.by_person:
            return names.by_person[person]
        key = (person, names.candidates[0].election if names.candidates else "")
        if key not in self.by_name:
            name, party, _ = self.vocabulary.persons[person]
            spellings = [name, *self.vocabulary.person_names.get(person, ())]
            parties = frozenset({party} if party else ())
            found = (candidates_named(name_words(s), names, frozenset(), parties) for s in spellings)
            # a candidate known as another person is not this one: Iltija for Mehbooba Mufti
            own = (tuple(c for c in f if c.person in (None, person)) for f in found)
            self.by_name[key] = next((f for f in own if f and (not party or f[0].party == party)), ())
        return self.by_name[key]

    def known_newcomers(
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

    def known_by_first_name(self, mentions: list[Mention], names: ElectionNames, seat: str | None) -> list[Mention]:
        """Take people whose full names nobody stands under for those who stand under their first names there."""
        here = [m.id for m in mentions if m.kind == "constituency"]
        found = []
        for mention in mentions:
            alone: tuple[Candidate, ...] = ()
            if mention.kind == "person":
                words = name_words(self.vocabulary.persons[mention.id][0])
                alone = candidate_by_first_name(words, names, frozenset(here or ([seat] if seat else ())))
            found.append(replace(mention, kind="candidate", candidates=alone) if alone else mention)
        return found

    def _likely_party(self, nouns: tuple[Meaning, ...]) -> Meaning:
        """Among parties that one name can mean, choose the one whose own abbreviation or name it is."""
        parties = [m for m in nouns if m[0] == "party"]
        stood = self.vocabulary.of_election(self.main.id).stood
        return max(parties, key=lambda m: stood.get(m[1], 0))

    def people(
        self,
        sentence: Sentence,
        mentions: list[Mention],
        names: ElectionNames | None,
        focus: Focus,
        seat: str | None,
    ) -> list[Mention]:
        """Find the people whom a sentence names in Latin letters."""
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

    def hindi_people(
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
            alone = candidate_by_first_name(run.words, names, seats)
            if alone:
                return self._as_mention(run, alone, names)
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
            candidates = self.candidacies(before.id, names)
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
