"""Readings of sentences about the elections of the bundled packs, said in as few words as a test needs."""

from __future__ import annotations

from typing import Any

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.facts import Facts
from janadesh.names.spelling import spelling_key

ASSEMBLY = "in-jk-2024"
LOK_SABHA = "in-ls-2024"


def said(kind: str, value: Any = None, **words: Any) -> Reading:
    """Give a reading of a sentence about the assembly election, unless another is named."""
    words.setdefault("election", ASSEMBLY)
    return Reading(kind=kind, start=0, end=1, value=value, **words)


def of(facts: Facts, name: str, seat: str | None = None, election: str = ASSEMBLY) -> dict[str, Any]:
    """Name a candidate as the ballot does, with the seat where the sentence names one."""
    held = facts.of(election)
    assert held is not None
    place = held.by_constituency_name[spelling_key(seat)] if seat else None
    stood = [s for s in held.by_name[spelling_key(name)] if place in (None, s.constituency)]
    serial = stood[0].serial if place else None
    subject = Subject("candidate", name, stood[0].person, serial)
    return {"subject": subject, "constituency": place, "election": election}


def party(facts: Facts, abbreviation: str) -> Subject:
    """Name a party by its abbreviation."""
    found = next(p for p in facts.parties.values() if p.abbreviation == abbreviation)
    return Subject("party", found.name, found.id)


def alliance(facts: Facts, short_name: str, election: str = ASSEMBLY) -> Subject:
    """Name an alliance by its short name, in an election that it stood in."""
    held = facts.of(election)
    assert held is not None
    found = next(a for a, short in facts.alliances.items() if short == short_name and a in held.members)
    return Subject("alliance", short_name, found)


def the_election(election: str = ASSEMBLY) -> Subject:
    """Name the election itself."""
    return Subject("election", election, election)
