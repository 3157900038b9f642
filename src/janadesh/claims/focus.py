"""Which election each sentence of an article speaks of."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from dataclasses import replace

from janadesh.claims.election_words import AGO
from janadesh.claims.election_words import ASSEMBLY
from janadesh.claims.election_words import NOT_THE_POLL
from janadesh.claims.election_words import PARLIAMENT
from janadesh.claims.election_words import YEAR
from janadesh.claims.election_words import YEARS_AFTER
from janadesh.claims.election_words import is_of_before
from janadesh.claims.vocabulary import ElectionEntry
from janadesh.claims.vocabulary import Vocabulary

_PARLIAMENT_LOOSE = re.compile(r"\b\d{4} lok sabha\b|\blok sabha \d{4}\b|\bhis lok sabha\b|\bher lok sabha\b")
_COUNTED = {word: int(figure) for word, figure in (("two", 2), ("three", 3), ("four", 4), ("six", 6), ("seven", 7))} | {
    str(n): n for n in (2, 3, 4, 5, 6, 7)
}
_N_YEARS_AGO = re.compile(
    rf"(?<!than )(?<!over )(?<!of )(?<!from )\b({'|'.join(_COUNTED)}) years (?:ago|earlier|before|back)\b"
)
_LAST_YEAR = re.compile(r"\b(?:last year|last year's|a year ago|the previous year)\b")
_YEARS = {"a decade": 10} | {
    f"{word} years": count
    for count, words in {4: "four 4", 5: "five 5", 6: "six 6", 10: "ten 10"}.items()
    for word in words.split()
}
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|accounts?|leads?|gives?|gets?|now|this time|so far|shows?|stands?|trends|seems?|headed)\b"
)
_PAST = re.compile(r"\b(?:had|was|were|won|lost|got|did|came|took|formed)\b")
_LAST_OF_KIND = re.compile(
    r"\b(?:at|in|since|than (?:at|in)) the (?:last|previous) (assembly|state|general|federal) (?:elections?|polls?)\b"
)
_NEW = 60
"""Days after its count for which an election is not yet "the last": that is the one before."""
_NOW_OPENS = re.compile(r"\W*(?:but\s+)?(?:now|this time|today|this year),?\s")
_HAD = re.compile(r"\bhad\b|'d\b")


@dataclass(frozen=True, slots=True)
class Focus:
    """The election that a sentence speaks of, and whether it is an earlier one than the article's own."""

    election: str | None
    earlier: bool = False
    said: bool = False
    """Whether the sentence's own words say so."""
    by_year: bool = False
    """Whether they say so by a year."""
    in_passing: bool = False
    """Whether it is told in passing, so that the words after it go on about what was before."""
    before_then: bool = False
    """Whether it is told as lying before the time of the report: "her margin had been 7,407"."""


def sentence_focus(
    vocabulary: Vocabulary, main: ElectionEntry, sentence: str, written_on: dt.date, carried: Focus | None
) -> Focus:
    """
    Say which election a sentence (lower-cased) speaks of.

    A year or a house that the sentence names decides; else what the words before in the paragraph were
    about (`carried`), unless they were about the article's own election; else that one.
    """
    parliament = bool(PARLIAMENT.search(sentence) or _PARLIAMENT_LOOSE.search(sentence))
    assembly = bool(ASSEMBLY.search(sentence))
    year = _year_of_poll(sentence)
    if year is None and (parliament or assembly) and _of_last_election(vocabulary, main, sentence, written_on):
        return Focus(main.previous, earlier=True, said=True, before_then=bool(_HAD.search(sentence)))
    if year is not None or parliament or assembly:
        house = _house(vocabulary, main, parliament=parliament and not assembly, assembly=assembly)
        goes_on = carried is not None and carried.earlier and year is None and not _is_of_now(sentence)
        if (
            goes_on
            and carried is not None
            and carried.election
            and vocabulary.elections[carried.election].house == house
        ):
            return replace(carried, said=False)
        found = _nearest(vocabulary, main, house, year, written_on)
        if found is not None:
            earlier = _is_earlier(vocabulary, found, written_on)
            before_then = earlier and bool(_HAD.search(sentence))
            return Focus(found.id, earlier=earlier, said=True, by_year=year is not None, before_then=before_then)
        if year is not None and year != main.year:
            return Focus(None, earlier=True, said=True)
    ago = AGO.search(sentence)
    if ago is not None:
        then = main.year - _YEARS.get(ago.group(1), 0)
        held = _nearest(vocabulary, main, main.house, then, written_on)
        return Focus(held.id if held else None, earlier=True, said=True, in_passing=True)
    before = _one_before(vocabulary, main, sentence, written_on)
    if before is not None:
        return Focus(before, earlier=True, said=True)
    if carried is not None and carried.election != main.id and not _comes_back(sentence, carried):
        return Focus(carried.election, carried.earlier, said=False, before_then=carried.before_then)
    return Focus(main.id, earlier=False, said=False)


def _of_last_election(vocabulary: Vocabulary, main: ElectionEntry, sentence: str, written_on: dt.date) -> bool:
    """Whether "the last general election" is the one before the article's own, which is new or to come."""
    said = _LAST_OF_KIND.search(sentence)
    if said is None or main.previous not in vocabulary.elections:
        return False
    new = main.counted is None or (written_on - main.counted).days <= _NEW
    return new and (said.group(1) in ("general", "federal")) == (main.house_kind == "parliament")


def _one_before(vocabulary: Vocabulary, main: ElectionEntry, sentence: str, written_on: dt.date) -> str | None:
    """Find the earlier election that words without its year name: "last year", "four years ago"."""
    if "year" in sentence and _LAST_YEAR.search(sentence):
        held = _nearest(vocabulary, main, main.house, written_on.year - 1, written_on)
        if held is not None and held.year == written_on.year - 1 and held.id != main.id and held.kind == "general":
            return held.id
    previous = vocabulary.elections.get(main.previous or "")
    if previous is None:
        return None
    back = _N_YEARS_AGO.search(sentence) if " years " in sentence else None
    counted = back is not None and previous.year == main.year - _COUNTED[back.group(1)]
    return previous.id if counted or is_of_before(sentence) or YEARS_AFTER.match(sentence) else None


def _comes_back(sentence: str, carried: Focus) -> bool:
    """Whether a sentence (lower-cased) leaves the earlier election that was spoken of, by its tense."""
    if not carried.earlier:
        return False
    if _NOW_OPENS.match(sentence):
        return True
    back = carried.before_then and carried.election is not None and not _HAD.search(sentence)
    return back or _is_of_now(sentence)


def _is_of_now(sentence: str) -> bool:
    """Whether a sentence (lower-cased) is told in the present, as what is counted now is."""
    return bool(_PRESENT.search(sentence)) and not _PAST.search(sentence)


def _year_of_poll(sentence: str) -> int | None:
    years = []
    for match in YEAR.finditer(sentence):
        before = sentence[max(0, match.start() - 40) : match.start()].rstrip()
        if not NOT_THE_POLL.search(before):
            years.append(int(match.group()))
    return years[0] if len(set(years)) == 1 else None


def _house(vocabulary: Vocabulary, main: ElectionEntry, *, parliament: bool, assembly: bool) -> str:
    if not parliament and not assembly:
        return main.house
    wanted = "parliament" if parliament else "assembly"
    if main.house_kind == wanted:
        return main.house
    houses = vocabulary.houses.get(wanted, ())
    # an assembly named beside a national election could be any state's: only one in the record decides
    return houses[0] if len(houses) == 1 else main.house


def _nearest(
    vocabulary: Vocabulary, main: ElectionEntry, house: str, year: int | None, written_on: dt.date
) -> ElectionEntry | None:
    held = vocabulary.general.get(house, ())
    if year is not None:
        return next((e for e in held if e.year == year), None)
    if house == main.house:
        return main
    started = [e for e in held if (e.announced or e.first_poll or e.counted or dt.date(e.year, 1, 1)) <= written_on]
    return max(started, key=lambda e: e.year, default=None)


def _is_earlier(vocabulary: Vocabulary, election: ElectionEntry, written_on: dt.date) -> bool:
    """Whether a later election to the same house was already under way when the article was written."""
    return any(
        other.year > election.year
        and (other.announced or other.first_poll or dt.date(other.year, 1, 1)) <= written_on + dt.timedelta(days=60)
        for other in vocabulary.general.get(election.house, ())
    )
