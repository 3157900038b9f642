"""What the record says, made ready for judging claims: plain lookups, one election at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.territories import countries_of_houses
from janadesh.claims.claim import Evidence
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.election_facts import FigureFact
from janadesh.claims.election_reading import contests_of
from janadesh.claims.election_reading import figure_of
from janadesh.claims.election_reading import read_election
from janadesh.claims.election_reading import steps_of
from janadesh.export.figures import digits_of_country
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.sharing import Kind
from janadesh.record.sharing import SharedAt
from janadesh.record.sharing import Sharing

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

    def __init__(self, shared: SharedAt) -> None:
        """Read what is needed for every claim, as far as it is not shared with other moments."""
        self.record = shared.record
        self.as_of = shared.moment
        self._shared = shared
        self.elections: dict[str, model.Election] = shared.made(_ELECTIONS, self._read_elections)
        self.parties: dict[str, PartyFact] = shared.made(_PARTIES, self._read_parties)
        self.alliances: dict[str, str] = shared.made(_ALLIANCES, self._read_alliances)
        self.sources: dict[str, model.Source] = shared.made(_SOURCES, self._read_sources)
        self.territories: dict[str, str] = shared.made(_TERRITORIES, self._read_territories)
        self._houses: pl.DataFrame = shared.made(_HOUSES, self._read_houses)

    def of(self, election: str | None) -> ElectionFacts | None:
        """Give one election, or None where the record does not have it."""
        if election is None or election not in self.elections:
            return None
        return self._shared.made(_OF_ELECTION, lambda: self._read_one(election), election)

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
        return self._shared.made(_PREDECESSORS, self._read_predecessors)

    @cached_property
    def genders(self) -> dict[str, str]:
        """Give the gender of the persons of whom a source says it."""
        return self._shared.made(_GENDERS, self._read_genders)

    @cached_property
    def territory_keys(self) -> dict[str, frozenset[str]]:
        """Give the `spelling_key` of every name of each territory."""
        return self._shared.made(_TERRITORY_KEYS, self._read_territory_keys)

    @cached_property
    def turnouts(self) -> tuple[tuple[str, FigureFact], ...]:
        """Give the turnout of whole elections, with the election's id."""
        return self._shared.made(_TURNOUTS, self._read_turnouts)

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

    def _read_one(self, election: str) -> ElectionFacts:
        noun = self.elections[election]
        steps = steps_of(self.record, election, self.as_of)
        held = max((s.on_date for s in steps if s.event in ("poll", "count")), default=dt.date(noun.year, 12, 31))
        digits = self._shared.made(_DIGITS, self._read_digits)[noun.house]
        house = self.house_on(noun.house, held) or {}
        # many days only bring a figure or a step of the schedule
        contests = self._shared.made(_CONTESTS, lambda: contests_of(self.record, election, self.as_of), election)
        return read_election(self.record, noun, house, contests, steps, digits, self.as_of)

    def _read_elections(self) -> dict[str, model.Election]:
        return {row["id"]: model.Election(**row) for row in self._rows(model.Election)}

    def _read_parties(self) -> dict[str, PartyFact]:
        return {
            row["id"]: PartyFact(row["id"], row["name"], row["abbreviation"], row["kind"])
            for row in self._rows(model.Party)
        }

    def _read_alliances(self) -> dict[str, str]:
        return {row["id"]: row["short_name"] for row in self._rows(model.Alliance)}

    def _read_sources(self) -> dict[str, model.Source]:
        return {row["id"]: model.Source(**row) for row in self._rows(model.Source)}

    def _read_territories(self) -> dict[str, str]:
        return {row["id"]: row["name"] for row in self._rows(model.Territory)}

    def _read_houses(self) -> pl.DataFrame:
        return self.record.frame(model.House, self.as_of)

    def _read_digits(self) -> dict[str, str]:
        houses = {noun.house for noun in self.elections.values()}
        countries = countries_of_houses(self.record, houses, self.as_of)
        return {house: str(digits_of_country(country)) for house, country in countries.items()}

    def _read_predecessors(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for row in self._rows(model.Lineage):
            found.setdefault(row["constituency"], []).append(row["predecessor"])
        return {seat: tuple(of) for seat, of in found.items()}

    def _read_genders(self) -> dict[str, str]:
        return {row["id"]: row["gender"] for row in self._rows(model.Person) if row["gender"] is not None}

    def _read_territory_keys(self) -> dict[str, frozenset[str]]:
        found = {territory: {spelling_key(name)} for territory, name in self.territories.items()}
        for row in self._rows(model.Name, noun="territory"):
            found.setdefault(row["of"], set()).add(spelling_key(row["name"]))
        return {territory: frozenset(keys) for territory, keys in found.items()}

    def _read_turnouts(self) -> tuple[tuple[str, FigureFact], ...]:
        rows = self._rows(model.Figure, scope="election", measure="turnout")
        return tuple((row["election"], figure_of(row)) for row in rows)

    def _rows(self, noun: type[model.Noun], /, **equals: str) -> Iterator[Row]:
        return self.record.frame(noun, self.as_of, **equals).iter_rows(named=True)


_ELECTIONS: Kind[dict[str, model.Election]] = Kind((model.Election,))
_PARTIES: Kind[dict[str, PartyFact]] = Kind((model.Party,))
_ALLIANCES: Kind[dict[str, str]] = Kind((model.Alliance,))
_SOURCES: Kind[dict[str, model.Source]] = Kind((model.Source,))
_TERRITORIES: Kind[dict[str, str]] = Kind((model.Territory,))
_HOUSES: Kind[pl.DataFrame] = Kind((model.House,))
_DIGITS: Kind[dict[str, str]] = Kind((model.Election, model.House, model.Territory))
_PREDECESSORS: Kind[dict[str, tuple[str, ...]]] = Kind((model.Lineage,))
_GENDERS: Kind[dict[str, str]] = Kind((model.Person,))
_TERRITORY_KEYS: Kind[dict[str, frozenset[str]]] = Kind((model.Territory, model.Name))
_TURNOUTS: Kind[tuple[tuple[str, FigureFact], ...]] = Kind((model.Figure,))
_CONTESTS: Kind[dict[str, ContestFacts]] = Kind(
    (model.Constituency,),
    (model.Contest, model.Candidacy, model.Tally, model.Declaration),
    most=30_000,
    weight=lambda contests: sum(len(contest.standings) for contest in contests.values()),
)
# so many candidates' results have about 60 MB
_OF_ELECTION: Kind[ElectionFacts] = Kind(
    (model.House, model.Territory, *_CONTESTS.nouns),
    (
        model.Election,
        *_CONTESTS.of_election,
        model.Endorsement,
        model.AllianceMember,
        model.SeatShare,
        model.SeatShareTotal,
        model.ScheduleEntry,
        model.Figure,
    ),
    most=120_000,
    weight=lambda facts: facts.candidates,
)


def facts_of(record: Record, as_of: Moment | None = None) -> Facts:
    """Make a record ready for judging claims."""
    return Facts(Sharing(record).at(as_of))
