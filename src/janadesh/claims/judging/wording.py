"""Short words for a judgement: names, numbers and places as a reader expects them."""

from __future__ import annotations

import datetime as dt
import re

from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.contest_facts import Standing
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.export.figures import day_in_words
from janadesh.export.figures import grouped

_WORD = re.compile(r"[^\W\d_]+")
_IN_WORDS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PLACES = {**_IN_WORDS, 8: "eighth", 9: "ninth", 10: "tenth"}


def votes(election: ElectionFacts, number: float) -> str:
    """Write a number of votes with the grouping of the election's country."""
    return grouped(round(number), election.digits)


def percent(share: float) -> str:
    """Write a percentage with two decimals at most: 60.5, 61.38."""
    return f"{share:.2f}".rstrip("0").rstrip(".")


def person(standing: Standing) -> str:
    """Write a candidate's name as prose does."""
    return in_title(standing.name)


def in_title(name: str) -> str:
    """Turn capitals into a name: `OMAR ABDULLAH` becomes `Omar Abdullah`; mixed writing stays."""
    return _WORD.sub(lambda word: word.group().capitalize(), name) if name.isupper() else name


def seat(contest: ContestFacts) -> str:
    """Write a constituency's name as prose does."""
    return in_title(contest.name)


def party(facts: Facts, party_id: str) -> str:
    """Name a party shortly: `BJP`; a party without a short form in full."""
    found = facts.parties.get(party_id)
    if found is None:
        return party_id
    if found.kind == "independent":
        return "Independent"
    return found.abbreviation if 1 < len(found.abbreviation) <= 12 else found.name


def place_in_words(position: int) -> str:
    """Write a place in a row: second."""
    return _PLACES.get(position, f"number {position}")


def phase_in_words(phase: int) -> str:
    """Name a phase: the second phase."""
    return f"the {_PLACES[phase]} phase" if phase in _PLACES else f"phase {phase}"


def day(on: dt.date, near: dt.date | None = None) -> str:
    """Write a day, with the year where it is not that of a day near by."""
    return day_in_words(on, year=near is None or near.year != on.year)


def listed(items: list[str]) -> str:
    """Join items as prose does: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun, small ones in words: one seat, two seats, 14 seats."""
    said = _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)
    return f"{said} {one if number == 1 else many or one + 's'}"
