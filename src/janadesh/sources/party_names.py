"""
Party names as official tables print them, resolved to the record's parties.

Tables spell one party several ways, also within one file: "Shiv Sena (Uddhav Balasaheb Thackeray)" and
"ShivSena (…)", "Republican Party of India (Athawale)" and "(A)", "Aam Janmat Party,". Two parties with
like names ("Peoples Democratic Party" and "Jammu & Kashmir Peoples Democratic Party") stay two.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.sources.known import Known

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
# not \w, which leaves the vowel signs of Indian scripts out
_WORD = re.compile(r"[^\s()\[\],.;:&/'’\"_–-]+")
_APOSTROPHE = re.compile(r"['’]")
_NOT_IN_AN_ABBREVIATION = frozenset({"of", "and", "the", "for", "in"})
_MOST_LETTERS_OF_AN_ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class PartiesFound:
    """Party ids by printed name, with statements on parties and spellings that the record does not have."""

    ids: Mapping[str, str]
    parties: tuple[model.Party, ...]
    spellings: tuple[model.Name, ...]


def resolve_parties(printed: Iterable[str], known: Known, known_at: dt.datetime, source: str) -> PartiesFound:
    """
    Find the party of each printed name, making a new one where the record has none of the name.

    Args:
        printed: names as the table prints them.
        known: what the record knows.
        known_at: when the table was published.
        source: the table's `Source.id`.
    """
    names = dict(known.parties)
    by_key = {spelling_key(name): party for name, party in names.items()}
    taken = set(known.bodies)
    ids: dict[str, str] = {}
    parties: list[model.Party] = []
    spellings: list[model.Name] = []
    for name in dict.fromkeys(printed):
        tidy = tidied(name)
        party = by_key.get(spelling_key(tidy))
        if party is None and (party := _of_same_initials(tidy, names)):
            spellings.append(
                model.Name(noun="party", of=party, name=tidy, kind="spelling", known_at=known_at, source=source)
            )
        if party is None:
            new = _new_party(tidy, taken, known_at, source)
            parties.append(new)
            party = new.id
        taken.add(party)
        names.setdefault(tidy, party)
        by_key.setdefault(spelling_key(tidy), party)
        ids[name] = party
    return PartiesFound(ids, tuple(parties), tuple(spellings))


def tidied(name: str) -> str:
    """Take stray blanks and a trailing comma off a printed name."""
    return " ".join(name.split()).strip(" ,;")


def abbreviation(name: str) -> str:
    """Abbreviate a name by its words' initials: `Lokhit Adhikar Party` is LAP."""
    words = [
        word for word in _WORD.findall(_APOSTROPHE.sub("", name)) if word.casefold() not in _NOT_IN_AN_ABBREVIATION
    ]
    return "".join(word if word.isdigit() else word[0].upper() for word in words) or name


def _of_same_initials(name: str, names: Mapping[str, str]) -> str | None:
    if not _IN_BRACKETS.search(name):
        return None
    form, is_short = _with_initials(name)
    found = {
        party
        for other, party in names.items()
        if _IN_BRACKETS.search(other) and _with_initials(other)[0] == form and is_short != _with_initials(other)[1]
    }
    return found.pop() if len(found) == 1 else None


def _with_initials(name: str) -> tuple[str, bool]:
    """Give a name with its brackets reduced to initials, and whether they were initials already."""
    parts = _IN_BRACKETS.findall(name)
    initials = [_initials(part) for part in parts]
    form = f"{spelling_key(_IN_BRACKETS.sub('', name))}({'.'.join(initials)})".casefold()
    return form, initials == [part.replace(".", "").strip() for part in parts]


def _initials(words: str) -> str:
    if words.isupper() and len(words) <= _MOST_LETTERS_OF_AN_ABBREVIATION:
        return words
    return "".join(word[0].upper() for word in _WORD.findall(words))


def _new_party(name: str, taken: set[str], known_at: dt.datetime, source: str) -> model.Party:
    if spelling_key(name) == "independent":
        return model.Party(
            id="in-ind", name=name, abbreviation="IND", kind="independent", known_at=known_at, source=source
        )
    slug = "-".join(["in", *_WORD.findall(_APOSTROPHE.sub("", name.casefold().replace("&", " and ")))])
    number = 2
    unused = slug
    while unused in taken:
        unused, number = f"{slug}-{number}", number + 1
    return model.Party(id=unused, name=name, abbreviation=abbreviation(name), known_at=known_at, source=source)
