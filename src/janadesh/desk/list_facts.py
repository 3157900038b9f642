"""The lists of all parties, alliances and people on the record: in which order, and what is said of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.name_search import searchable
from janadesh.analysis.name_search import searched
from janadesh.analysis.offices import offices
from janadesh.desk.as_of import AsOf
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.record.book import Record
from janadesh.record.counted import counted
from janadesh.record.moments import Moment

Row = dict[str, Any]

ON_A_PAGE = 50

KINDS = ("national", "state", "registered", "independent")
"""Kinds of parties in the order in which the list has them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a list is of: its word in addresses, the noun, and the noun in a word as `Name.noun` has it."""

    path: str
    noun: type[model.Noun]
    called: str


PARTIES = Kind("parties", model.Party, "party")
ALLIANCES = Kind("alliances", model.Alliance, "alliance")
PEOPLE = Kind("people", model.Person, "person")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of a list: its rows, which of all found they are (from 1), and how many there are of the kind."""

    kind: Kind
    asked: str
    rows: tuple[Row, ...]
    first: int
    found: int
    total: int
    page: int

    @property
    def last(self) -> int:
        """The place of its last row among all found."""
        return self.first + len(self.rows) - 1

    @property
    def has_more(self) -> bool:
        """Whether another page follows."""
        return self.last < self.found


def list_page(desk: Desk, kind: Kind, asked: str, page: int, as_of: AsOf) -> ListPage:
    """
    Give one page of a list.

    Args:
        desk: whose record is listed.
        kind: what is listed.
        asked: a name that is searched for; empty for all.
        page: which one, from 1; one beyond the last has no rows.
        as_of: the moment.
    """
    # offices are held from one day to another
    question = ("list", kind.path, as_of.date)
    held = desk.remembered.answer(question, as_of.moment, lambda: listed(desk.record, kind, as_of.moment))
    rows = held
    if asked:
        found = searched(_names(desk, kind, as_of), asked)
        rows = held.join(found, on="id", maintain_order="left").sort("rank", maintain_order=True)
    shown = rows.slice((page - 1) * ON_A_PAGE, ON_A_PAGE)
    return ListPage(
        kind=kind,
        asked=asked,
        rows=tuple(row | {"css": colour_class(row[_COLOURED[kind.path]])} for row in shown.iter_rows(named=True)),
        first=(page - 1) * ON_A_PAGE + 1,
        found=rows.height,
        total=held.height,
        page=page,
    )


def listed(record: Record, kind: Kind, as_of: Moment) -> pl.DataFrame:
    """List all of a kind, in order."""
    return {"parties": _parties, "alliances": _alliances, "people": _people}[kind.path](record, as_of)


def _names(desk: Desk, kind: Kind, as_of: AsOf) -> pl.DataFrame:
    # kept by itself: most readers do not search, and to make the spellings of very many names ready takes a while
    return desk.remembered.answer(
        ("names listed", kind.path),
        as_of.moment,
        lambda: searchable(desk.record, kind.noun, kind.called, as_of.moment),
    )


_COLOURED = {"parties": "id", "alliances": "id", "people": "party"}
"""Whose colour a row has."""


def _parties(record: Record, as_of: Moment) -> pl.DataFrame:
    """List parties by kind, then by name."""
    heads = offices(record, as_of).filter(pl.col("office").is_in(["party president", "national convenor"]))
    heads = heads.unique("of", keep="last", maintain_order=True).select(
        id="of", head="person", head_name="person_name", office="office"
    )
    kinds = pl.col("kind").replace_strict({kind: at for at, kind in enumerate(KINDS)}, default=len(KINDS))
    return (
        record.frame(model.Party, as_of)
        .select("id", "name", "abbreviation", "kind")
        .join(heads, on="id", how="left", maintain_order="left")
        .sort(kinds, pl.col("name").str.to_lowercase(), "id")
    )


def _alliances(record: Record, as_of: Moment) -> pl.DataFrame:
    """List alliances, those with the latest election first."""
    members = record.frame(model.AllianceMember, as_of).filter(pl.col("status") == "member")
    years = record.frame(model.Election, as_of).select("year", election="id", election_name="name")
    told = (
        members.join(years, on="election", how="left")
        .sort("year", "election", nulls_last=False, maintain_order=True)
        .group_by("alliance", maintain_order=True)
        .agg(
            elections=pl.col("election").n_unique(),
            members=pl.col("party").n_unique(),
            year=pl.col("year").last(),
            election=pl.col("election").last(),
            election_name=pl.col("election_name").last(),
        )
    )
    return (
        record.frame(model.Alliance, as_of)
        .select("id", "name", "short_name")
        .join(told, left_on="id", right_on="alliance", how="left", maintain_order="left")
        .sort("year", "elections", "name", descending=[True, True, False], nulls_last=True)
    )


def _people(record: Record, as_of: Moment) -> pl.DataFrame:
    """List people, those with most candidacies first."""
    stood = counted(record, model.Candidacy, "person", as_of).rename({"person": "id"})
    parties = record.frame(model.Party, as_of).select(party="id", party_name="name", party_short="abbreviation")
    held = offices(record, as_of).with_columns(
        said=pl.concat_str("office", pl.coalesce("of_name", "of"), separator=", ")
    )
    of_person = held.group_by("person", maintain_order=True).agg(offices=pl.col("said"))
    return (
        record.frame(model.Person, as_of)
        .select("id", "name", "party")
        .join(stood, on="id", how="left", maintain_order="left")
        .join(parties, on="party", how="left", maintain_order="left")
        .join(of_person, left_on="id", right_on="person", how="left", maintain_order="left")
        .with_columns(pl.col("things").fill_null(0))
        .sort(pl.col("things"), pl.col("name"), pl.col("id"), descending=[True, False, False])
    )
