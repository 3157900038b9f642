"""Finding whatever a name means: an election, a constituency, a party, an alliance, a person, a place, a house."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl
from rapidfuzz import process

from janadesh import model
from janadesh.errors import NotInRecord
from janadesh.names.said_alike import said_as
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment

NAMED: dict[str, type[model.Noun]] = {
    "election": model.Election,
    "constituency": model.Constituency,
    "party": model.Party,
    "alliance": model.Alliance,
    "person": model.Person,
    "territory": model.Territory,
    "house": model.House,
}
"""The nouns that have names of their own, by the word that `Name.noun` uses."""

_OWN_NAMES = ("name", "official_name", "abbreviation", "short_name")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that the record knows by name; `noun` is a word of `NAMED`."""

    noun: str
    id: str
    name: str


def the_thing(record: Record, text: str, as_of: Moment | None = None) -> Thing:
    """
    Find the one thing that an id or name means.

    An id goes before a name, a thing's own name before another name of it, and a constituency of the
    delimitation in force before those of earlier ones. A name in Devanagari that the record does not hold is taken as
    it is said.

    Raises: NotInRecord, naming the nearest, or all where the name fits several.
    """
    frames = {noun: record.frame(kind, as_of) for noun, kind in NAMED.items()}
    found = _by_id(frames, text) or _by_own_name(frames, text) or _by_other_name(record, frames, text, as_of)
    found = found or _by_sound(frames, text)
    if len(found) > 1:
        found = _in_force(frames, found) or found
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(f"{thing.id} ({thing.noun} {thing.name})" for thing in found)
        # a party and a territory may share an id
        better = "one of these ids" if len({thing.id for thing in found}) > 1 else "the name of one"
        raise NotInRecord(f"{text!r} names several things: {several}. Give {better}.")
    raise NotInRecord(_absent(frames, text))


def _by_id(frames: dict[str, pl.DataFrame], text: str) -> list[Thing]:
    typed = text.strip().lower()
    return _things(frames, lambda row: row["id"] == typed)


def _by_own_name(frames: dict[str, pl.DataFrame], text: str) -> list[Thing]:
    key = spelling_key(text)
    return _things(frames, lambda row: key in {spelling_key(row[own]) for own in _OWN_NAMES if row.get(own)})


def _by_other_name(record: Record, frames: dict[str, pl.DataFrame], text: str, as_of: Moment | None) -> list[Thing]:
    key = spelling_key(text)
    rows = record.frame(model.Name, as_of).iter_rows(named=True)
    meant = {(row["noun"], row["of"]) for row in rows if spelling_key(row["name"]) == key}
    return [thing for thing in _things(frames, lambda _: True) if (thing.noun, thing.id) in meant]


def _by_sound(frames: dict[str, pl.DataFrame], text: str) -> list[Thing]:
    things = _things(frames, lambda _: True)
    return [things[place] for place in said_as(text, (spelling_key(thing.name) for thing in things))]


def _things(frames: dict[str, pl.DataFrame], fits: Callable[[dict[str, Any]], bool]) -> list[Thing]:
    found = {
        (noun, row["id"]): Thing(noun, row["id"], row["name"])
        for noun, frame in frames.items()
        for row in frame.iter_rows(named=True)
        if fits(row)
    }
    return list(found.values())


def _in_force(frames: dict[str, pl.DataFrame], found: list[Thing]) -> list[Thing]:
    if any(thing.noun != "constituency" for thing in found):
        return []
    ended = frames["constituency"].filter(pl.col("valid_to").is_not_null())["id"].to_list()
    return [thing for thing in found if thing.id not in ended]


def _absent(frames: dict[str, pl.DataFrame], text: str) -> str:
    names = [row["name"] for frame in frames.values() for row in frame.iter_rows(named=True)]
    near = [match for match, _, _ in process.extract(text, list(dict.fromkeys(names)), limit=3, score_cutoff=60)]
    hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
    return f"The record knows nothing called {text!r}.{hint}"
