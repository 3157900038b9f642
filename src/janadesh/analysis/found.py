"""Finding what a person typed: an election, a constituency, a party, a candidate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import polars as pl
from rapidfuzz import fuzz
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from janadesh import model
from janadesh.errors import NotInRecord
from janadesh.names.said_alike import said_as
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment

_RECOGNISED = ("national", "state")
"""Kinds of party whose names go before those of the others, the foremost first."""

_SHORT = 5
"""Names of at most so many letters are taken for abbreviations, where one is not found."""


def the_election(record: Record, election: str, as_of: Moment | None = None) -> model.Election:
    """
    Find an election by its id, its name or another of its names.

    Raises: NotInRecord, naming the nearest, or all where the name fits several.
    """
    typed = election.strip().lower()
    # nearly all who ask, ask by id; a record of decades has a thousand names to spell out
    by_id = record.frame(model.Election, as_of, id=typed)
    if by_id.height:
        return model.Election(**by_id.row(0, named=True))
    held, key = record.frame(model.Election, as_of), spelling_key(election)
    other = record.frame(model.Name, as_of, noun="election")
    ids = {row["id"] for row in held.iter_rows(named=True) if typed == row["id"] or key == spelling_key(row["name"])}
    ids |= {row["of"] for row in other.iter_rows(named=True) if spelling_key(row["name"]) == key}
    if len(ids) == 1:
        return model.Election(**held.filter(pl.col("id") == ids.pop()).row(0, named=True))
    if ids:
        raise NotInRecord(f"{election!r} names several elections: {', '.join(sorted(ids))}. Give one of these.")
    if as_of is not None:
        later = the_election(record, election)
        raise NotInRecord(f"The record did not know {later.name} ({later.id}) at {as_of}; it was announced later.")
    raise NotInRecord(_absent("election", election, [*held["id"], *held["name"]]))


def the_election_before(
    record: Record, election: model.Election, earlier: str | None = None, as_of: Moment | None = None
) -> model.Election:
    """
    Find the election that one is compared with: the one asked for, else the one before to the same house.

    Raises: NotInRecord, also where the record knows of none before, or the one asked for was held later.
    """
    wanted = earlier or election.previous
    if wanted is None:
        raise NotInRecord(
            f"The record does not say which election was before {election.id}. Name the one to compare with (from)."
        )
    found = the_election(record, wanted, as_of)
    if found.id == election.id:
        raise NotInRecord(f"{election.id} cannot be compared with itself. Name an earlier election (from).")
    if found.year > election.year:
        raise NotInRecord(f"{found.id} was held after {election.id}. Name an earlier election (from), or turn the two.")
    return found


def the_constituency(record: Record, election: str, constituency: str, as_of: Moment | None = None) -> dict[str, Any]:
    """
    Find a constituency of an election by id, number, any of its names, or as it is said in Devanagari.

    Returns: the row of `constituencies`.
    Raises: NotInRecord, naming the nearest, or all where the name fits several.
    """
    contests = record.frame(model.Contest, as_of, election=election)["constituency"].to_list()
    # a record of all maps has tens of thousands
    held = record.frame(model.Constituency, as_of, id=contests)
    other = record.frame(model.Name, as_of, noun="constituency", of=contests)
    key = spelling_key(constituency)
    ids = {row["id"] for row in held.iter_rows(named=True) if _names_it(row, constituency, key)}
    ids |= {row["of"] for row in other.iter_rows(named=True) if spelling_key(row["name"]) == key}
    ids = ids or {held["id"][place] for place in said_as(constituency, map(spelling_key, held["name"]))}
    if len(ids) == 1:
        return held.filter(pl.col("id") == ids.pop()).row(0, named=True)
    if ids:
        several = ", ".join(sorted(ids))
        raise NotInRecord(f"{constituency!r} names several constituencies of {election}: {several}. Give one of these.")
    raise NotInRecord(_absent(f"constituency of {election}", constituency, held["name"].to_list()))


def the_party(record: Record, party: str, as_of: Moment | None = None) -> dict[str, Any]:
    """
    Find a party by id, official name, abbreviation or another of its names.

    An id, official name or abbreviation goes before another name: `PDP` is the party so abbreviated. Where several
    parties have the name, a national party goes before a state party, and that before the others; among those alike,
    the one whose abbreviation has the brackets and points that were typed: `RPI(A)` is not `RPIA`.

    Raises: NotInRecord, naming the nearest, or all where the name fits several.
    """
    # nearly all who ask, ask by id; a record of decades has thousands of names to spell out
    by_id = record.frame(model.Party, as_of, id=party)
    if by_id.height:
        return by_id.row(0, named=True)
    held = record.frame(model.Party, as_of)
    key = spelling_key(party)
    own = [
        row
        for row in held.iter_rows(named=True)
        if key in {spelling_key(row["name"]), spelling_key(row["abbreviation"])}
    ]
    if not own:
        other = record.frame(model.Name, as_of, noun="party")
        ids = {row["of"] for row in other.iter_rows(named=True) if spelling_key(row["name"]) == key}
        own = [row for row in held.iter_rows(named=True) if row["id"] in ids]
    # small parties of long ago took abbreviations that a recognised party has
    foremost = [row for row in own if _standing(row) == min(map(_standing, own))]
    if len(foremost) > 1:
        foremost = [row for row in foremost if _as_typed(row["abbreviation"]) == _as_typed(party)]
    if len(foremost) == 1:
        return foremost[0]
    if own:
        several = ", ".join(f"{row['id']} ({row['name']})" for row in own)
        raise NotInRecord(f"{party!r} names several parties: {several}. Give one of these ids.")
    raise NotInRecord(_absent("party", party, [*held["abbreviation"], *held["name"]]))


def the_side(record: Record, side: str, as_of: Moment | None = None) -> str:
    """
    Find an alliance by id, name or short name, or else a party as `the_party` does, and give its id.

    Raises: NotInRecord.
    """
    key = spelling_key(side)
    named = [
        row["id"]
        for row in record.frame(model.Alliance, as_of).iter_rows(named=True)
        if side == row["id"] or key in {spelling_key(row["name"]), spelling_key(row["short_name"])}
    ]
    return str(named[0]) if len(named) == 1 else str(the_party(record, side, as_of)["id"])


def short_of_side(record: Record, side: str, as_of: Moment | None = None) -> str:
    """Give the short name of an alliance, or the abbreviation of a party, by its id; the id where there is none."""
    alliances = record.frame(model.Alliance, as_of, id=side)["short_name"].to_list()
    parties = record.frame(model.Party, as_of, id=side)["abbreviation"].to_list()
    return str((alliances + parties + [side])[0])


def candidates_named(record: Record, rows: pl.DataFrame, name: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Keep, of rows with a `candidate` and a `person`, those of the candidates that a name may mean.

    Spelled alike goes before spelled nearly alike; a person's other names count. Namesakes all stay.

    Raises: NotInRecord, naming the nearest.
    """
    other = record.frame(model.Name, as_of, noun="person").select(person="of", candidate="name")
    persons = record.frame(model.Person, as_of).select(person="id", candidate="name")
    named = pl.concat([rows.select("person", "candidate"), other, persons]).unique(maintain_order=True)
    keys = {row["candidate"]: spelling_key(row["candidate"]) for row in named.iter_rows(named=True)}
    alike = [spelled for spelled, key in keys.items() if key == spelling_key(name)]
    if not alike:
        near = process.extract(
            name.lower(), {c: c.lower() for c in keys}, scorer=fuzz.token_sort_ratio, score_cutoff=85
        )
        alike = [spelled for _, _, spelled in near]
    meant = named.filter(pl.col("candidate").is_in(alike))["person"].drop_nulls().to_list()
    found = rows.filter(pl.col("candidate").is_in(alike) | pl.col("person").is_in(meant).fill_null(value=False))
    if found.is_empty():
        raise NotInRecord(_absent("candidate here", name, rows["candidate"].str.to_titlecase().to_list()))
    return found


def _standing(party: dict[str, Any]) -> int:
    return _RECOGNISED.index(party["kind"]) if party["kind"] in _RECOGNISED else len(_RECOGNISED)


def _as_typed(name: str) -> str:
    return "".join(name.split()).casefold()


def _names_it(row: dict[str, Any], typed: str, key: str) -> bool:
    reserved = f"{row['name']} ({row['reservation']})"
    names = (row["name"], row["official_name"], reserved)
    return typed in (row["id"], str(row["number"])) or key in {spelling_key(name) for name in names}


def _absent(what: str, typed: str, held: Iterable[str]) -> str:
    names = list(dict.fromkeys(held))
    if len(typed) <= _SHORT:
        # in an abbreviation two letters change places, and parts of long names would be nearer
        likeness = DamerauLevenshtein.normalized_similarity
        found = process.extract(typed, names, scorer=likeness, limit=3, score_cutoff=0.5)
    else:
        found = process.extract(typed, names, limit=3, score_cutoff=50)
    near = [match for match, _, _ in found]
    hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
    return f"The record has no {what} {typed!r}.{hint}"
