"""Which election an article, and each of its sentences, speaks of."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace

from janadesh.claims.election_names import Meaning
from janadesh.claims.vocabulary import ElectionEntry
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.phrases import Found

_PARLIAMENT = re.compile(
    r"\b(?:lok sabha|parliamentary|parliament|general|national|lok sabha's)\s+(?:\w+\s+){0,1}?"
    r"(?:elections?|polls?|seats?|constituenc(?:y|ies)|contests?|results?|battle|bypolls?)\b|लोकसभा"
)
_PARLIAMENT_LOOSE = re.compile(r"\b\d{4} lok sabha\b|\blok sabha \d{4}\b|\bhis lok sabha\b|\bher lok sabha\b")
_ASSEMBLY = re.compile(
    r"\b(?:assembly|vidhan sabha|state)\s+(?:elections?|polls?|seats?|constituenc(?:y|ies)|contests?)\b|विधानसभा"
)
_BEFORE = re.compile(
    r"(?<!\bon )(?<!\bthan )(?<!\bover )(?<!\bsince )"
    r"\b(?:last time(?! around)|five years (?:ago|earlier|before)|"
    r"the (?:last|previous) (?:assembly )?(?:election|elections|polls)|"
    r"(?:came|went) into (?:the|this) (?:election|poll|polls|vote|contest)|"
    r"previous election|previous polls|in the last election|last election)\b"
)
_OUTGOING = re.compile(
    r"^,\s+(?:who|which|whose|where)\b.*\b(?:outgoing|last|previous|dissolved) (?:house|assembly|lok sabha|parliament|"
    r"legislature|council)\b"
)
"""A clause about what somebody had before: ", which had 25 members in the outgoing House"."""
_TAIL = re.compile(
    r",\s+(?:(?:after\s+)?having|who|which|whom|whose|where|when|(?:an?|the) (?:seat|constituency|riding|segment)\s+"
    r"(?:that\s+|which\s+)?(?:he|she|it|they|the)|as (?:he|she|it|they) (?:had|did))\b(?=[^;]*$)|"
    r"(?:,|\s[—–-])\s+(?:back\s+)?in\s+(?=(?:19|20)\d\d,?\s+(?:it|he|she|they|the|his|her|its|their|that)\b)"
)
"""A clause at the end of a sentence that may go back: ", having first been elected from there in 1996"."""
_OF_BEFORE = re.compile(r"\b(?:outgoing|last|previous|dissolved|ago|earlier|before|into)\b")
"""Words without one of which no clause tells of the election before."""
_CHANGED_TO = re.compile(
    r"\b(?:shr[aiu]nk|shrivell?ed|fell|fallen|dropped|dwindled|plunged|crashed|slumped|slid|slipped|rose|risen|grew|grown|"
    r"jumped|climbed|soared|tumbled|plummeted|increased|improved|dipped|declined|swelled|narrowed|widened|contracted|"
    r"(?:is|was|has been|have been|were) (?:cut|reduced|slashed|trimmed|whittled|pared|brought)|went (?:up|"
    r"down)|(?:come|came)"
    r" down|gone (?:up|down))"
    r"(?: [a-z]+){0,2}? to (?=(?:just |only |barely |a mere |some |about |nearly )?\d)"
)
"""A verb by which what was before became what is now: "a majority of 15,195 in 2019 shrank to 1,234"."""
_COUNTED = {word: int(figure) for word, figure in (("two", 2), ("three", 3), ("four", 4), ("six", 6), ("seven", 7))} | {
    str(n): n for n in (2, 3, 4, 5, 6, 7)
}
_N_YEARS_AGO = re.compile(
    rf"(?<!than )(?<!over )(?<!of )(?<!from )\b({'|'.join(_COUNTED)}) years (?:ago|earlier|before|back)\b"
)
_LAST_YEAR = re.compile(r"\b(?:last year|last year's|a year ago|the previous year)\b")
_YEARS_AFTER = re.compile(
    r"(?:[a-z][\w ,.]{1,30}\s-+\s+)?"
    r"\W*(?:[\w-]+\s+)?(?:\w+ years|a decade) after (?:\w+ly )?"
    r"(?:[a-z]+ing|(?:he|she|it|they) \w+)\b[^,;]{3,110}?(?:,\d[^,;]{0,60}?){0,2}(?=,\s)"
)
"""An opening about the election before: "Two years after losing to Tom Becker by 1,348 votes, …"."""
_AGO = re.compile(r"\b(?:of|in|from) (a decade|(?:four|five|six|ten|10|4|5|6) years) (?:ago|earlier|before|back)\b")
_YEARS = {"a decade": 10} | {
    f"{word} years": count
    for count, words in {4: "four 4", 5: "five 5", 6: "six 6", 10: "ten 10"}.items()
    for word in words.split()
}
_YEAR = re.compile(r"(?<![\d,.-])(19[5-9]\d|20[0-4]\d)(?!\d|,\d|\.\d|\s+votes)")
_NOT_THE_POLL = re.compile(
    r"(?:august|article|since|in custody since|with the \w+ since|carved out of \w+ in|came into being in|"
    r"formed in|split in|resigned in|born in|in june|in july|in august|till|until|phase|"
    r"(?:till|until|since) (?:late |early |mid-)?(?:january|february|march|april|may|june|july|august|september|"
    r"october|"
    r"november|december))\s*(?:\d{1,2},?\s*)?$"
)
_BY_ELECTION = re.compile(r"\bby-?\s?(?:polls?|elections?)\b")
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|accounts?|leads?|gives?|gets?|now|this time|so far|shows?|stands?|trends|seems?|headed)\b"
)
_PAST = re.compile(r"\b(?:had|was|were|won|lost|got|did|came|took|formed)\b")
_HAD = re.compile(r"\bhad\b|'d\b")
_COMPARED = re.compile(
    r"\b(?:of (?:the|its|their) "
    r"(?=\d+ (?:\w+ )?(?:that |which )?(?:it|they|the party) (?:had )?(?:won|held|got|bagged|secured|took)\b)|"
    r"than (?:the|in|its|their|what|it)|compared (?:to|with)|(?:up|down) from|as against|"
    r"against (?:the |its |their |just |only |a mere )*(?=\d|(?:lone|sole|single|one|two|three|four|five|six|"
    r"seven|eight|"
    r"nine|ten)\b)|"
    r"the (?=\d[\d,.]*(?:\s?%| per cent| percent| seats| votes)? (?:of|in|from) (?:19|20)\d\d\b)|"
    r"(?:up|down) [\d.]+\s?(?:%|per cent|percent|percentage points|points)? (?:on|from)|"
    r"(?:up|down)(?: [\w,.%]+){0,4}? (?:on|from)(?= (?:the )?(?:19|20)\d\d\b)|"
    r"from (?:the |its |their )?(?=\d[\d,.]*\s*(?:%|per cent |percent |seats |votes )?\s*(?:in|of|it|at)\b)|"
    r"short of the (?=\d)|below the (?=\d)|above the (?=\d)|while in|whereas in|"
    r"(?:[\w,]+ )?"
    r"(?:short of|better than|worse than|more than|fewer than|less than|below|above|under|over|up on|down on) "
    r"(?:its|their|his|her|the party's)(?= (?:\w+ )?(?:(?:19|20)\d\d)\b))\b"
)
_ASIDE = re.compile(
    r",\s+(?:who|which|whose|where|winners?|holders?|an?(?= [^,;.]{3,60}(?:elected|won|held|voted))|"
    r"first|elected)\b(?:[^,;.]|,(?=\d)|\.(?=\d)){5,120}(?=,\s)"
)
_SIZE = re.compile(
    r"\b(\d{2,3})(?:\s+(?:assembly\s+|lok sabha\s+)?(?:seats|constituencies|segments)|[- ]member|-seat)\b"
)
_OPENING = 400
"""Characters in which a report says what it is about."""
_SINCE_WHEN = re.compile(r"\b(?:since|from|after|until|till)\s+((?:19|20)\d\d)(?=,?\s+when\b)")
_ANOTHER = re.compile(r"\s*(?:,\s*)?(?:and|then|but|,)\s+(?:in\s+)?(?=[^;]{0,60}\d)")
_GOES_ON = re.compile(
    r"[^,;]{0,24}(,)\s+(?:and|while|but|whereas)\s+(?:the\s+|its\s+)?(?=[^;]{0,80}(?:\d|\btwo\b|\bone\b|\bsix\b|"
    r"\bthree\b|\bfour\b|\bfive\b))"
)
_MOST_BY_PLACES = 4.0
_WINDOW = 400
"""Days around its poll in which an election may be what a report is about."""


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


def main_election(
    vocabulary: Vocabulary, lowered: str, written_on: dt.date, mentions: list[Found[Meaning]]
) -> ElectionEntry | None:
    """
    Choose the election that an article is about: near its date, in the places and houses that it names.

    Returns: None where the record holds no election within a year or so of the article.
    """
    named = Counter(meaning for mention in mentions for meaning in mention.meanings)
    asked = {"parliament": len(_PARLIAMENT.findall(lowered)), "assembly": len(_ASSEMBLY.findall(lowered))}
    by_elections = [m.start() for m in _BY_ELECTION.finditer(lowered)]
    # one told in passing at the end is not what the report is about
    by_election = len(by_elections) > 1 or (by_elections != [] and by_elections[0] < _OPENING)
    sizes = {int(size) for size in _SIZE.findall(lowered)}
    parties = {meaning for noun, meaning in named if noun == "party"}
    scored: list[tuple[float, int, ElectionEntry]] = []
    for election in _about(vocabulary, written_on, years=2):
        away = _days_away(election, written_on)
        if away is None or away > _WINDOW:
            continue
        weight = 0.3 if election.house_kind == "parliament" else 2.0
        score = -away / 20.0 + min(named["territory", election.territory], 6) * weight
        score += min(asked.get(election.house_kind, 0), 5) * 0.8
        score += 1.5 if election.seats in sizes and election.kind == "general" else 0.0
        allied = sum((election.id, party) in vocabulary.members for party in parties)
        score += 0.3 * min(allied, 5)
        # a by-election is meant only where the text says so
        score += (3.0 if by_election else -2.0) if election.kind != "general" else 0.0
        scored.append((score, away, election))
    if not scored:
        return None
    top = max(score for score, _, _ in scored)
    # places are looked for only where they could still decide
    placed = [
        (score + (_by_places(vocabulary, election, lowered) if away <= 120 else 0.0), election)
        for score, away, election in scored
        if score >= top - _MOST_BY_PLACES
    ]
    return max(placed, key=lambda scored: scored[0])[1]


def _about(vocabulary: Vocabulary, day: dt.date, years: int) -> Iterator[ElectionEntry]:
    # of a thousand elections since 1962 a day has few beside it
    return (e for year in range(day.year - years, day.year + years + 1) for e in vocabulary.by_year.get(year, ()))


def _days_away(election: ElectionEntry, written_on: dt.date) -> int | None:
    days = [d for d in (election.announced, election.first_poll, election.last_poll, election.counted) if d]
    if not days:
        middle = dt.date(election.year, 7, 1)
        return max(abs((written_on - middle).days) - 184, 0) + 60
    # reports go on until the new house meets
    first, last = min(days), max(days) + dt.timedelta(days=20)
    if first <= written_on <= last:
        return 0
    return min(abs((written_on - first).days), abs((written_on - last).days))


def _by_places(vocabulary: Vocabulary, election: ElectionEntry, lowered: str) -> float:
    """Score an election by how many of its constituencies and districts a text names."""
    names = vocabulary.of_election(election.id)
    places = len({found.meanings for found in names.finder.find(lowered, lowered)})
    # of two elections held together, the one that the record holds in full can be checked
    return min(places * 0.5 + (1.0 if names.candidates else 0.0), _MOST_BY_PLACES)


def sentence_focus(
    vocabulary: Vocabulary, main: ElectionEntry, sentence: str, written_on: dt.date, carried: Focus | None
) -> Focus:
    """
    Say which election a sentence (lower-cased) speaks of.

    A year or a house that the sentence names decides; else what the words before in the paragraph were
    about (`carried`), unless they were about the article's own election; else that one.
    """
    parliament = bool(_PARLIAMENT.search(sentence) or _PARLIAMENT_LOOSE.search(sentence))
    assembly = bool(_ASSEMBLY.search(sentence))
    year = _year_of_poll(sentence)
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
    ago = _AGO.search(sentence)
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
    return previous.id if counted or _is_before(sentence) or _YEARS_AFTER.match(sentence) else None


def elections_elsewhere(vocabulary: Vocabulary, main: ElectionEntry, written_on: dt.date) -> dict[str, str]:
    """Give the elections of other territories that are held about the same time, by territory."""
    found = {}
    for election in _about(vocabulary, written_on, years=1):
        away = _days_away(election, written_on)
        if election.territory != main.territory and election.house != main.house and away is not None and away <= 10:
            found[election.territory] = election.id
    return found


def _comes_back(sentence: str, carried: Focus) -> bool:
    """Whether a sentence (lower-cased) leaves the earlier election that was spoken of, by its tense."""
    if not carried.earlier:
        return False
    back = carried.before_then and carried.election is not None and not _HAD.search(sentence)
    return back or _is_of_now(sentence)


def _is_of_now(sentence: str) -> bool:
    """Whether a sentence (lower-cased) is told in the present, as what is counted now is."""
    return bool(_PRESENT.search(sentence)) and not _PAST.search(sentence)


def aside(sentence: str) -> tuple[int, int] | None:
    """Find the clause about somebody's past inside a sentence (lower-cased): ", who had held it in 2019, conceded"."""
    years = list(_YEAR.finditer(sentence))
    if not years and _OF_BEFORE.search(sentence) is None:
        return None
    found = next(
        (m for m in _ASIDE.finditer(sentence) if _YEAR.search(m.group()) or _is_before(m.group())),
        None,
    )
    if found is None or not all(found.start() <= year.start() < found.end() for year in years):
        return None
    if years and all(
        _NOT_THE_POLL.search(sentence[max(0, year.start() - 40) : year.start()].rstrip()) for year in years
    ):
        return None
    return found.start(), found.end()


def _is_before(clause: str) -> bool:
    return _BEFORE.search(clause) is not None or _OUTGOING.match(clause) is not None


def year_told_of(sentence: str) -> int | None:
    """Find where a sentence (lower-cased) goes on about a year named in passing: "since 1996, when it had won 57"."""
    said = _SINCE_WHEN.search(sentence)
    return said.start(1) if said else None


def between_years(sentence: str) -> int | None:
    """Find where a sentence (lower-cased) goes on to another year's election: "67 seats in 2015 and 62 in 2020"."""
    years = [m for m in _YEAR.finditer(sentence) if not _NOT_THE_POLL.search(sentence[: m.start()].rstrip()[-40:])]
    if len({m.group() for m in years}) < 2:
        return None
    after = _ANOTHER.match(sentence, years[0].end())
    return years[0].end() if after is not None and _YEAR.search(sentence, after.end()) else None


def turning_point(sentence: str, *, returns: bool) -> int | None:
    """
    Find where a sentence (lower-cased) turns to another election: at a comparison with a year, or at a comma.

    `returns` says that the sentence comes back to the article's election from another told before; what stands
    before the last comma ahead of the words that say so is then still about that other one.
    """
    years_after = _YEARS_AFTER.match(sentence)
    if years_after is not None:
        return years_after.end()
    semicolon = sentence.find(";")
    if semicolon > 0 and any(
        told.search(sentence, semicolon) and not told.search(sentence[:semicolon]) for told in (_YEAR, _PARLIAMENT)
    ):
        return semicolon + 1
    if _earlier_told(sentence, 0, len(sentence)) is None:
        return _back_at(sentence) if returns else None
    for compared in _COMPARED.finditer(sentence):
        if _earlier_told(sentence, compared.end(), compared.end() + 60) and not _YEAR.search(
            sentence[: compared.start()]
        ):
            return compared.start()
    changed = _CHANGED_TO.search(sentence)
    if changed is not None and _earlier_told(sentence, 0, changed.start()) is not None:
        return changed.start() if _earlier_told(sentence, changed.end(), len(sentence)) is None else None
    tail = _TAIL.search(sentence)
    if tail is not None and tail.start() > 0 and _earlier_told(sentence, 0, tail.start()) is None:
        told = _YEAR.search(sentence, tail.end()) or _BEFORE.search(sentence, tail.end())
        if told and not _NOT_THE_POLL.search(sentence[max(0, told.start() - 40) : told.start()].rstrip()):
            return tail.start()
    return _back_at(sentence) if returns else None


def _back_at(sentence: str) -> int | None:
    """Find the comma behind which a sentence (lower-cased) comes back to the article's election."""
    marker = _ASSEMBLY.search(sentence) or _PARLIAMENT.search(sentence)
    comma = sentence.rfind(", ", 0, marker.start()) if marker else -1
    return comma + 1 if comma > 30 else None


def _earlier_told(sentence: str, start: int, end: int) -> re.Match[str] | None:
    """Find the words that name another election between two offsets, by its year or as the one before."""
    return (
        _YEAR.search(sentence, start, end) or _AGO.search(sentence, start, end) or _BEFORE.search(sentence, start, end)
    )


def is_change(sentence: str, turn: int) -> bool:
    """Whether a sentence (lower-cased) turns at a place from what was before to what is now: "shrank to 1,234"."""
    return _CHANGED_TO.match(sentence, turn) is not None


def end_of_comparison(sentence: str, turn: int) -> int | None:
    """Find where a sentence (lower-cased) goes on after a comparison: "than the 58 of 2014, while the BJP got 29"."""
    told = _earlier_told(sentence, turn, len(sentence))
    after = _GOES_ON.match(sentence, told.end()) if told else None
    if after is None or _earlier_told(sentence, after.end(), len(sentence)) is not None:
        return None
    return after.end(1)


def is_comparison(sentence: str, turn: int) -> bool:
    """Whether a sentence (lower-cased) turns at a place only to compare: "up from 58 in 2014"."""
    return _COMPARED.match(sentence, turn) is not None or _TAIL.match(sentence, turn) is not None


def _year_of_poll(sentence: str) -> int | None:
    years = []
    for match in _YEAR.finditer(sentence):
        before = sentence[max(0, match.start() - 40) : match.start()].rstrip()
        if not _NOT_THE_POLL.search(before):
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
