"""Which election an article is about, and which others are held about the same time."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from janadesh.claims.election_names import Meaning
from janadesh.claims.election_words import ASSEMBLY
from janadesh.claims.election_words import PARLIAMENT
from janadesh.claims.vocabulary import ElectionEntry
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.phrases import Found

_BY_ELECTION = re.compile(r"\bby-?\s?(?:polls?|elections?)\b")
_SIZE = re.compile(
    r"\b(\d{2,3})(?:\s+(?:assembly\s+|lok sabha\s+)?(?:seats|constituencies|segments)|[- ]member|-seat)\b"
)
_OPENING = 400
"""Characters in which a report says what it is about."""
_MOST_BY_PLACES = 4.0
_SAME_DAYS = 20
_OPENS_WITH = 2.0
"""Of two states whose votes are counted on one day, a report is about the one it names first."""
_WINDOW = 400
"""Days around its poll in which an election may be what a report is about."""


def main_election(
    vocabulary: Vocabulary, lowered: str, written_on: dt.date, mentions: list[Found[Meaning]]
) -> ElectionEntry | None:
    """
    Choose the election that an article is about: near its date, in the places and houses that it names.

    Returns: None where the record holds no election within a year or so of the article.
    """
    named = Counter(meaning for mention in mentions for meaning in mention.meanings)
    asked = {"parliament": len(PARLIAMENT.findall(lowered)), "assembly": len(ASSEMBLY.findall(lowered))}
    by_elections = [m.start() for m in _BY_ELECTION.finditer(lowered)]
    # one told in passing at the end is not what the report is about
    by_election = len(by_elections) > 1 or (by_elections != [] and by_elections[0] < _OPENING)
    sizes = {int(size) for size in _SIZE.findall(lowered)}
    parties = {meaning for noun, meaning in named if noun == "party"}
    opens_with = _first_told(mentions)
    scored: list[tuple[float, int, ElectionEntry]] = []
    for election in _about(vocabulary, written_on, years=2):
        away = _days_away(election, written_on)
        if away is None or away > _WINDOW:
            continue
        weight = 0.3 if election.house_kind == "parliament" else 2.0
        told = named["territory", election.territory] + named["house", election.house]
        score = -away / 20.0 + min(told, 6) * weight
        is_opened_with = opens_with in (election.territory, election.house) and election.house_kind == "assembly"
        score += _OPENS_WITH if is_opened_with and away <= _SAME_DAYS else 0.0
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


def _first_told(mentions: list[Found[Meaning]]) -> str | None:
    """Give the territory or house that a report names first, where it does so in its opening."""
    named = (
        (found.start, meaning)
        for found in mentions
        for noun, meaning in found.meanings
        if noun in ("territory", "house")
    )
    start, told = min(named, default=(_OPENING, None))
    return told if start < _OPENING else None


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


def elections_elsewhere(vocabulary: Vocabulary, main: ElectionEntry, written_on: dt.date) -> dict[str, str]:
    """Give the elections of other territories that are held about the same time, by territory."""
    found = {}
    for election in _about(vocabulary, written_on, years=1):
        away = _days_away(election, written_on)
        if election.territory != main.territory and election.house != main.house and away is not None and away <= 10:
            found[election.territory] = election.id
    return found
