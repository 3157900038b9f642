"""
The names that the record holds, ready to be found in a text.

Names of parties, alliances, territories, houses and people known across elections are few and are
looked for in every article. Constituencies, districts and candidates are looked for only of the
elections that an article speaks of; they are made ready when first needed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from janadesh import model
from janadesh.claims.election_names import ElectionNames
from janadesh.claims.election_names import Meaning
from janadesh.claims.election_names import election_names
from janadesh.claims.lexicon import cue_phrases
from janadesh.names.phrases import PhraseFinder
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.sharing import Kind
from janadesh.record.sharing import SharedAt
from janadesh.record.sharing import Sharing

_PEOPLES = re.compile(r"\bPeoples? (?=[A-Z])")
_SHORT = re.compile(r"^[A-Z][A-Za-z()\-. ]{0,5}$")


@dataclass(frozen=True, slots=True)
class ElectionEntry:
    """An election with the days that tell which one a report of a given date means."""

    id: str
    name: str
    house: str
    house_kind: str
    territory: str
    year: int
    kind: str
    previous: str | None
    announced: dt.date | None
    first_poll: dt.date | None
    last_poll: dt.date | None
    counted: dt.date | None
    seats: int
    """Elected seats of its house."""
    polls: tuple[tuple[int | None, dt.date], ...]
    """Each phase with its day, in order of days."""


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """Somebody in an office from one day to another."""

    office: str
    of: str
    person: str
    valid_from: dt.date | None
    valid_to: dt.date | None


@dataclass
class Vocabulary:
    """Every name of a record as of a moment. Make one with `vocabulary_of`."""

    record: Record
    as_of: Moment
    elections: dict[str, ElectionEntry]
    parties: dict[str, tuple[str, str, str]]
    """Party id to official name, abbreviation and kind."""
    alliances: dict[str, str]
    """Alliance id to short name."""
    members: dict[tuple[str, str], str]
    """(election, party) to the alliance it is a member of."""
    persons: dict[str, tuple[str, str | None, str | None]]
    """Person id to name, party and gender."""
    person_names: dict[str, tuple[str, ...]]
    """Person id to other names."""
    offices: tuple[OfficeHeld, ...]
    territories: dict[str, str]
    finder: PhraseFinder[Meaning]
    shared: SharedAt
    """Where the names of elections are kept."""

    @cached_property
    def by_year(self) -> Mapping[int, Sequence[ElectionEntry]]:
        """Elections of each year, in the record's order."""
        found: dict[int, list[ElectionEntry]] = {}
        for election in self.elections.values():
            found.setdefault(election.year, []).append(election)
        return found

    @cached_property
    def general(self) -> Mapping[str, Sequence[ElectionEntry]]:
        """General elections to each house, in the record's order."""
        found: dict[str, list[ElectionEntry]] = {}
        for election in self.elections.values():
            if election.kind == "general":
                found.setdefault(election.house, []).append(election)
        return found

    @cached_property
    def houses(self) -> Mapping[str, Sequence[str]]:
        """Houses of each kind that elections are held to."""
        found: dict[str, dict[str, None]] = {}
        for election in self.elections.values():
            found.setdefault(election.house_kind, {})[election.house] = None
        return {kind: tuple(of) for kind, of in found.items()}

    def of_election(self, election: str) -> ElectionNames:
        """Give the names of one election, reading them from the record when first asked."""
        return election_names(self.shared, election)


@dataclass(frozen=True, slots=True)
class _Names:
    """What `Vocabulary` holds that seldom changes."""

    parties: dict[str, tuple[str, str, str]]
    alliances: dict[str, str]
    persons: dict[str, tuple[str, str | None, str | None]]
    person_names: dict[str, tuple[str, ...]]
    territories: dict[str, str]
    finder: PhraseFinder[Meaning]


_NAMES: Kind[_Names] = Kind(
    (model.Party, model.Alliance, model.Person, model.Territory, model.House, model.Name, model.Constituency)
)
_ELECTIONS: Kind[dict[str, ElectionEntry]] = Kind((model.Election, model.House, model.ScheduleEntry), most=8)
_MEMBERS: Kind[dict[tuple[str, str], str]] = Kind((model.AllianceMember,), most=8)
_OFFICES: Kind[tuple[OfficeHeld, ...]] = Kind((model.Office,), most=8)


def vocabulary_of(record: Record, as_of: Moment | None = None) -> Vocabulary:
    """Read the names that are looked for in every article."""
    return vocabulary_at(Sharing(record).at(as_of))


def vocabulary_at(shared: SharedAt) -> Vocabulary:
    """Give the names that are looked for in every article, reading what changed since another moment."""
    names = shared.made(_NAMES, lambda: _names(shared))
    return Vocabulary(
        record=shared.record,
        as_of=shared.moment,
        elections=shared.made(_ELECTIONS, lambda: _elections(shared)),
        parties=names.parties,
        alliances=names.alliances,
        members=shared.made(_MEMBERS, lambda: _members(shared)),
        persons=names.persons,
        person_names=names.person_names,
        offices=shared.made(_OFFICES, lambda: _offices(shared)),
        territories=names.territories,
        finder=names.finder,
        shared=shared,
    )


def _names(shared: SharedAt) -> _Names:
    parties = shared.frame(model.Party)
    alliances = shared.frame(model.Alliance)
    persons = shared.frame(model.Person)
    territories = shared.frame(model.Territory)
    houses = shared.frame(model.House)
    others = shared.frame(model.Name).filter(pl.col("noun") != "constituency")
    named: list[tuple[str, Meaning]] = []
    for row in parties.iter_rows(named=True):
        meaning = ("party", row["id"])
        named += [(row["name"], meaning), (row["abbreviation"], meaning)]
    for noun, frame in (("alliance", alliances), ("territory", territories), ("house", houses), ("person", persons)):
        named += [(row["name"], (noun, row["id"])) for row in frame.iter_rows(named=True)]
    named += [(row["short_name"], ("alliance", row["id"])) for row in alliances.iter_rows(named=True)]
    named += [(row["name"], (row["noun"], row["of"])) for row in others.iter_rows(named=True)]
    named += [(name, meaning) for name, meaning in _regions(shared)]
    # reports leave the apostrophe out: Peoples Conference
    named += [(name.replace("'", ""), meaning) for name, meaning in named if "'" in name]
    # or set it: People's Democratic Party
    named += [(_PEOPLES.sub("People's ", name), meaning) for name, meaning in named if _PEOPLES.search(name)]
    exact = [(name, meaning) for name, meaning in named if _SHORT.match(name)]
    # headings in capitals: LABOUR HOLD EASTWICK
    exact += [(name.upper(), meaning) for name, meaning in exact if len(name) > 3 and not name.isupper()]
    loose = [(name, meaning) for name, meaning in named if not _SHORT.match(name)]
    return _Names(
        parties={row["id"]: (row["name"], row["abbreviation"], row["kind"]) for row in parties.iter_rows(named=True)},
        alliances=dict(alliances.select("id", "short_name").iter_rows()),
        persons={row["id"]: (row["name"], row["party"], row["gender"]) for row in persons.iter_rows(named=True)},
        person_names={
            person: tuple(of["name"].to_list())
            for (person,), of in others.filter(pl.col("noun") == "person").group_by("of")
        },
        territories=dict(territories.select("id", "name").iter_rows()),
        finder=PhraseFinder([*loose, *cue_phrases()], exact),
    )


def _members(shared: SharedAt) -> dict[tuple[str, str], str]:
    return {
        (row["election"], row["party"]): row["alliance"]
        for row in shared.frame(model.AllianceMember).iter_rows(named=True)
        if row["status"] == "member"
    }


def _offices(shared: SharedAt) -> tuple[OfficeHeld, ...]:
    return tuple(
        OfficeHeld(row["office"], row["of"], row["person"], row["valid_from"], row["valid_to"])
        for row in shared.frame(model.Office).iter_rows(named=True)
    )


def _regions(shared: SharedAt) -> list[tuple[str, Meaning]]:
    held = shared.frame(model.Constituency)["region"].drop_nulls().unique().sort().to_list()
    return [(region, ("region", region)) for region in held]


def _elections(shared: SharedAt) -> dict[str, ElectionEntry]:
    houses = shared.frame(model.House)
    schedule = shared.frame(model.ScheduleEntry)
    days: dict[tuple[str, str], list[dt.date]] = {}
    phases: dict[str, list[tuple[int | None, dt.date]]] = {}
    for row in schedule.iter_rows(named=True):
        if row["event"] == "poll":
            phases.setdefault(row["election"], []).append((row["phase"], row["on_date"]))
        days.setdefault((row["election"], row["event"]), []).append(row["on_date"])
    house_of = {row["id"]: row for row in houses.iter_rows(named=True)}
    found = {}
    for row in shared.frame(model.Election).iter_rows(named=True):
        house = house_of[row["house"]]
        polls = days.get((row["id"], "poll"), [])
        found[row["id"]] = ElectionEntry(
            id=row["id"],
            name=row["name"],
            house=row["house"],
            house_kind=house["kind"],
            territory=house["territory"],
            year=row["year"],
            kind=row["kind"],
            previous=row["previous"],
            announced=min(days.get((row["id"], "announcement"), []), default=None),
            first_poll=min(polls, default=None),
            last_poll=max(polls, default=None),
            counted=max(days.get((row["id"], "count"), []), default=None),
            seats=house["elected_seats"],
            polls=tuple(sorted(phases.get(row["id"], []), key=lambda poll: poll[1])),
        )
    return found
