"""Careers: every candidacy of a person over time, and links between candidacies as statements for the record."""

from __future__ import annotations

import datetime as dt

import polars as pl

from janadesh import model
from janadesh.analysis.margins import with_margins
from janadesh.analysis.person_rows import SOURCE
from janadesh.analysis.person_rows import candidacy_rows
from janadesh.analysis.person_rows import other_names
from janadesh.analysis.same_person import same_person
from janadesh.analysis.things import the_thing
from janadesh.analysis.votes import candidate_votes
from janadesh.errors import NotInRecord
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed
from janadesh.record.statements import frame_of

_KEY = list(model.Candidacy.KEY)


def career(record: Record, person: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give every candidacy of a person known at a moment, latest first.

    Args:
        record: the record.
        person: the person's id, name or another of the names.
        as_of: the moment; None is now.

    Returns: the columns of `candidate_votes`, with `margin`, `election_name` and `year`.
    Raises: NotInRecord, naming the nearest, or all where the name fits several.
    """
    known = the_thing(record, person, as_of)
    if known.noun != "person":
        raise NotInRecord(f"{person!r} is no person in the record; it is the {known.noun} {known.name}.")
    held = record.frame(model.Candidacy, as_of, person=known.id)["election"].unique().to_list()
    elections = record.frame(model.Election, as_of).select("year", election="id", election_name="name")
    found = [
        with_margins(candidate_votes(record, election, as_of)).filter(pl.col("person") == known.id) for election in held
    ]
    if not found:
        raise NotInRecord(f"The record has no candidacy of {known.name} ({known.id}).")
    every = pl.concat(found, how="diagonal_relaxed").join(elections, on="election", how="left")
    return every.sort("year", "election", "number", descending=[True, True, False])


def links(record: Record, as_of: Moment | None = None, territory: str | None = None) -> pl.DataFrame:
    """
    Find the candidacies that gain a person: those of one person with another, by `same_person`.

    Earlier links are no evidence, so that linking the same record again finds nothing more.
    A candidacy that has a person keeps it and is not among these. Those linked to it take its id; others
    get a new one, made of the name and state: `omar-abdullah.in-jk`.

    Returns: `election, constituency, serial, name, territory, when, gender, person, is_new`; `is_new` where
        the record does not have the person yet.
    """
    rows = candidacy_rows(record, as_of, territory)
    if rows.is_empty():
        return rows.select(*_KEY, "name", "territory", "when", "gender", "person", is_new=pl.lit(value=True))
    numbered = same_person(rows, other_names(record, as_of))
    group = pl.col("number_of_person")
    said, linked_before = (pl.col(name).drop_nulls().first().over(group) for name in ("person", "linked"))
    without = pl.col("person").is_null() & pl.col("linked").is_null()
    linked = numbered.with_columns(known=pl.coalesce(said, linked_before)).filter((pl.len().over(group) > 1) & without)
    first = linked.filter(pl.col("known").is_null()).sort("when", descending=True, nulls_last=True)
    latest = first.unique("number_of_person", keep="first", maintain_order=True)
    ids = _new_ids(latest, frozenset(record.frame(model.Person)["id"]))
    made = pl.DataFrame(
        {"number_of_person": latest["number_of_person"], "made": ids},
        schema={"number_of_person": pl.Int64, "made": pl.String},
    )
    return linked.join(made, on="number_of_person", how="left", maintain_order="left").select(
        *_KEY,
        "name",
        "territory",
        "when",
        "gender",
        person=pl.coalesce("known", "made"),
        is_new=pl.col("known").is_null(),
    )


def link_statements(record: Record, found: pl.DataFrame, known_at: dt.datetime | None = None) -> Statements:
    """
    Say links as statements that `record.load` takes in: persons, their spellings, and candidacies with a person.

    Args:
        record: the record that the links were found in.
        found: what `links` gives.
        known_at: when the links were made; None is now.

    Returns: statements of the source `same-person`, of kind `derived`. A candidacy is said again as it
        stands, with its person; nothing else of it changes.
    """
    said: dict[str, dt.datetime | str] = {
        "known_at": known_at or dt.datetime.now(dt.UTC).replace(microsecond=0),
        "source": SOURCE.id,
    }
    stamp = [pl.lit(value).alias(name) for name, value in said.items()]
    if found.is_empty():
        return Statements("links between candidacies", {})
    latest = found.filter("is_new").sort("when", descending=True, nulls_last=True).unique("person", maintain_order=True)
    persons = latest.select("name", "gender", *stamp, id="person").with_columns(pl.col("name").str.to_titlecase())
    held = record.frame(model.Candidacy).drop("person", "known_at", "source")
    candidacies = held.join(found.select(*_KEY, "person"), on=_KEY, maintain_order="left").with_columns(*stamp)
    return Statements(
        "links between candidacies",
        {
            model.Source: frame_of(model.Source, [SOURCE]),
            model.Person: conformed(model.Person, persons),
            model.Name: conformed(model.Name, _spellings(record, found, persons).with_columns(*stamp)),
            model.Candidacy: conformed(model.Candidacy, candidacies),
        },
    )


def _spellings(record: Record, found: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """Name the spellings on ballot papers that are neither the person's own name nor among the names known."""
    told = pl.concat(
        [other_names(record, with_links=True), persons.select("name", person="id").select("person", "name")]
    )
    known = {(person, spelling_key(name)) for person, name in told.iter_rows()}
    fresh: dict[tuple[str, str], str] = {}
    for person, name in found.select("person", "name").iter_rows():
        if (person, spelling_key(name)) not in known:
            fresh.setdefault((person, spelling_key(name)), name)
    rows = [{"noun": "person", "of": of, "name": name, "kind": "spelling"} for (of, _), name in fresh.items()]
    return pl.DataFrame(rows, schema=dict.fromkeys(("noun", "of", "name", "kind"), pl.String))


def _new_ids(latest: pl.DataFrame, taken: frozenset[str]) -> list[str]:
    used, ids = set(taken), []
    for name, territory in latest.select("name", "territory").iter_rows():
        stem = f"{'-'.join(name.lower().replace('.', ' ').split())}.{territory}"
        number, made = 1, stem
        while made in used:
            number += 1
            made = f"{stem}.{number}"
        used.add(made)
        ids.append(made)
    return ids
