"""What the record says, made ready for judging claims: plain lookups, one election at a time."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.territories import country_of
from janadesh.claims.claim import Evidence
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.election_facts import FigureFact
from janadesh.claims.election_reading import figure_of
from janadesh.claims.election_reading import read_election
from janadesh.claims.election_reading import steps_of
from janadesh.export.figures import digits_of_country
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment

_MOST_CANDIDATES = 120_000
"""How many candidates' results are kept at once, about 60 MB; elections asked longest ago are let go."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PartyFact:
    """A party's official name, abbreviation and kind."""

    id: str
    name: str
    abbreviation: str
    kind: str


class Facts:
    """
    What a record says as of a moment. Make one with `facts_of`.

    Parties, alliances, sources and the list of elections are read at once; an election's results,
    deals, schedule and figures when first asked, and let go when many others were asked since.
    """

    def __init__(self, record: Record, as_of: Moment | None = None) -> None:
        """Read what is needed for every claim."""
        self.record = record
        self.as_of = as_of
        self.elections: dict[str, model.Election] = {
            row["id"]: model.Election(**row) for row in record.frame(model.Election, as_of).iter_rows(named=True)
        }
        self.parties: dict[str, PartyFact] = {
            row["id"]: PartyFact(row["id"], row["name"], row["abbreviation"], row["kind"])
            for row in record.frame(model.Party, as_of).iter_rows(named=True)
        }
        self.alliances: dict[str, str] = dict(
            record.frame(model.Alliance, as_of).select("id", "short_name").iter_rows()
        )
        self.sources: dict[str, model.Source] = {
            row["id"]: model.Source(**row) for row in record.frame(model.Source).iter_rows(named=True)
        }
        self.territories: dict[str, str] = dict(record.frame(model.Territory, as_of).select("id", "name").iter_rows())
        self._houses = record.frame(model.House, as_of)
        self._digits: dict[str, str] = {}
        self._held: OrderedDict[str, ElectionFacts] = OrderedDict()

    def of(self, election: str | None) -> ElectionFacts | None:
        """Give one election, or None where the record does not have it."""
        if election is None or election not in self.elections:
            return None
        held = self._held.get(election)
        if held is None:
            held = self._held[election] = self._read(election)
            self._let_go()
        else:
            self._held.move_to_end(election)
        return held

    def before(self, election: str | None) -> Iterator[ElectionFacts]:
        """Go back through the elections to the same house before this one, latest first."""
        seen = {election}
        found = self.of(election)
        while found is not None and found.previous not in seen:
            seen.add(found.previous)
            found = self.of(found.previous)
            if found is not None:
                yield found

    def evidence(self, text: str, source: str, known_at: dt.datetime | None) -> Evidence:
        """Say where a fact stands."""
        said = self.sources.get(source)
        if said is None:
            return Evidence(text, source, "", known_at)
        return Evidence(text, said.title, said.publisher, known_at, said.url)

    @cached_property
    def predecessors(self) -> dict[str, tuple[str, ...]]:
        """Give the constituencies of earlier delimitations that each carries on from."""
        found: dict[str, list[str]] = {}
        for row in self.record.frame(model.Lineage, self.as_of).iter_rows(named=True):
            found.setdefault(row["constituency"], []).append(row["predecessor"])
        return {seat: tuple(of) for seat, of in found.items()}

    @cached_property
    def genders(self) -> dict[str, str]:
        """Give the gender of the persons of whom a source says it."""
        rows = self.record.frame(model.Person, self.as_of).filter(pl.col("gender").is_not_null())
        return dict(rows.select("id", "gender").iter_rows())

    @cached_property
    def territory_keys(self) -> dict[str, frozenset[str]]:
        """Give the `spelling_key` of every name of each territory."""
        found = {territory: {spelling_key(name)} for territory, name in self.territories.items()}
        for row in self.record.frame(model.Name, self.as_of, noun="territory").iter_rows(named=True):
            found.setdefault(row["of"], set()).add(spelling_key(row["name"]))
        return {territory: frozenset(keys) for territory, keys in found.items()}

    @cached_property
    def turnouts(self) -> tuple[tuple[str, FigureFact], ...]:
        """Give the turnout of whole elections, with the election's id."""
        rows = self.record.frame(model.Figure, self.as_of, scope="election", measure="turnout")
        return tuple((row["election"], figure_of(row)) for row in rows.iter_rows(named=True))

    def territory_of(self, election: str) -> str | None:
        """Give the territory that an election is held in, as far as it is on record."""
        noun = self.elections[election]
        return noun.territory or self._territory_of_house.get(noun.house)

    @cached_property
    def _territory_of_house(self) -> dict[str, str]:
        return dict(self._houses.select("id", "territory").iter_rows())

    def house_on(self, house: str, day: dt.date) -> Row | None:
        """Find a house as it stood on a day."""
        rows = list(self._houses.filter(pl.col("id") == house).iter_rows(named=True))
        rows.sort(key=lambda row: row["valid_from"] or dt.date.min)
        then = [
            row
            for row in rows
            if (row["valid_from"] is None or row["valid_from"] <= day)
            and (row["valid_to"] is None or row["valid_to"] >= day)
        ]
        found = then or rows
        return found[-1] if found else None

    def _read(self, election: str) -> ElectionFacts:
        noun = self.elections[election]
        steps = steps_of(self.record, election, self.as_of)
        held = max((s.on_date for s in steps if s.event in ("poll", "count")), default=dt.date(noun.year, 12, 31))
        digits = self._digits.get(noun.house)
        if digits is None:
            country = country_of(self.record, election, self.as_of)
            digits = self._digits[noun.house] = str(digits_of_country(country))
        return read_election(self.record, noun, self.house_on(noun.house, held) or {}, steps, digits, self.as_of)

    def _let_go(self) -> None:
        kept = sum(of.candidates for of in self._held.values())
        while kept > _MOST_CANDIDATES and len(self._held) > 1:
            _, oldest = self._held.popitem(last=False)
            kept -= oldest.candidates


def facts_of(record: Record, as_of: Moment | None = None) -> Facts:
    """Make a record ready for judging claims."""
    return Facts(record, as_of)
