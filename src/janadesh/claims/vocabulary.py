"""
The names that the record holds, ready to be found in a text.

Names of parties, alliances, territories, houses and people known across elections are few and are
looked for in every article. Constituencies, districts and candidates are looked for only of the
elections that an article speaks of; they are made ready when first needed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from functools import lru_cache

import polars as pl

from janadesh import model
from janadesh.claims.lexicon import cue_phrases
from janadesh.names.phrases import PhraseFinder
from janadesh.names.sound import joined_sound_key
from janadesh.names.sound import sound_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment

Meaning = tuple[str, str]
"""What a phrase is and which: `("party", "in-bjp")`, `("cue", "win")`."""

MOST_ELECTIONS = 16
"""The names of so many elections are kept ready, those last asked for."""

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_RESERVED = re.compile(r"\s*\((?:SC|ST|GEN)\)\s*$", re.IGNORECASE)
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
class Candidate:
    """Somebody on a ballot paper, with the words of the name as they sound."""

    election: str
    constituency: str
    serial: int
    name: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    party: str
    person: str | None
    counted: int
    rank: int


@dataclass(frozen=True, slots=True)
class Seat:
    """A constituency of an election."""

    id: str
    name: str
    official_name: str
    district: str | None
    region: str | None


@dataclass(frozen=True)
class ElectionNames:
    """The constituencies, districts and candidates of one election."""

    seats: dict[str, Seat]
    candidates: tuple[Candidate, ...]
    finder: PhraseFinder[Meaning]
    seat_sounds: dict[str, tuple[str, ...]]
    whole: bool = True
    """Whether the record holds the candidates of every seat that was voted on."""

    @cached_property
    def by_sound(self) -> dict[str, tuple[Candidate, ...]]:
        """Candidates by the sound of each word of the name."""
        found: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            for sound in set(candidate.sounds):
                if len(sound) > 1:
                    found.setdefault(sound, []).append(candidate)
        return {sound: tuple(of) for sound, of in found.items()}

    @cached_property
    def by_joined_sound(self) -> dict[str, tuple[Candidate, ...]]:
        """Candidates by the sound of the whole name written as one word."""
        found: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            found.setdefault(joined_sound_key(candidate.words), []).append(candidate)
        return {sound: tuple(of) for sound, of in found.items()}

    @cached_property
    def stood(self) -> Mapping[str, int]:
        """Number of candidates of each party."""
        return Counter(candidate.party for candidate in self.candidates)

    @cached_property
    def by_person(self) -> dict[str, tuple[Candidate, ...]]:
        """Candidates by the person that the record says they are."""
        found: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            if candidate.person:
                found.setdefault(candidate.person, []).append(candidate)
        return {person: tuple(of) for person, of in found.items()}

    @cached_property
    def by_seat(self) -> dict[str, tuple[Candidate, ...]]:
        """Candidates of each constituency, most votes first."""
        found: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            found.setdefault(candidate.constituency, []).append(candidate)
        return {seat: tuple(sorted(of, key=lambda c: c.rank)) for seat, of in found.items()}


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
    as_of: Moment | None
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
        return self._names_of(election)

    @cached_property
    def _names_of(self) -> Callable[[str], ElectionNames]:
        # of a desk that is open for weeks, every election there ever was would be kept
        return lru_cache(MOST_ELECTIONS)(lambda election: _election_names(self.record, election, self.as_of))


def vocabulary_of(record: Record, as_of: Moment | None = None) -> Vocabulary:
    """Read the names that are looked for in every article."""
    parties = record.frame(model.Party, as_of)
    alliances = record.frame(model.Alliance, as_of)
    persons = record.frame(model.Person, as_of)
    territories = record.frame(model.Territory, as_of)
    houses = record.frame(model.House, as_of)
    others = record.frame(model.Name, as_of).filter(pl.col("noun") != "constituency")
    named: list[tuple[str, Meaning]] = []
    for row in parties.iter_rows(named=True):
        meaning = ("party", row["id"])
        named += [(row["name"], meaning), (row["abbreviation"], meaning)]
    for noun, frame in (("alliance", alliances), ("territory", territories), ("house", houses), ("person", persons)):
        named += [(row["name"], (noun, row["id"])) for row in frame.iter_rows(named=True)]
    named += [(row["short_name"], ("alliance", row["id"])) for row in alliances.iter_rows(named=True)]
    named += [(row["name"], (row["noun"], row["of"])) for row in others.iter_rows(named=True)]
    named += [(name, meaning) for name, meaning in _regions(record, as_of)]
    # reports leave the apostrophe out: Peoples Conference
    named += [(name.replace("'", ""), meaning) for name, meaning in named if "'" in name]
    # or set it: People's Democratic Party
    named += [(_PEOPLES.sub("People's ", name), meaning) for name, meaning in named if _PEOPLES.search(name)]
    exact = [(name, meaning) for name, meaning in named if _SHORT.match(name)]
    # headings in capitals: LABOUR HOLD EASTWICK
    exact += [(name.upper(), meaning) for name, meaning in exact if len(name) > 3 and not name.isupper()]
    loose = [(name, meaning) for name, meaning in named if not _SHORT.match(name)]
    return Vocabulary(
        record=record,
        as_of=as_of,
        elections=_elections(record, as_of, houses),
        parties={row["id"]: (row["name"], row["abbreviation"], row["kind"]) for row in parties.iter_rows(named=True)},
        alliances=dict(alliances.select("id", "short_name").iter_rows()),
        members={
            (row["election"], row["party"]): row["alliance"]
            for row in record.frame(model.AllianceMember, as_of).iter_rows(named=True)
            if row["status"] == "member"
        },
        persons={row["id"]: (row["name"], row["party"], row["gender"]) for row in persons.iter_rows(named=True)},
        person_names={
            person: tuple(of["name"].to_list())
            for (person,), of in others.filter(pl.col("noun") == "person").group_by("of")
        },
        offices=tuple(
            OfficeHeld(row["office"], row["of"], row["person"], row["valid_from"], row["valid_to"])
            for row in record.frame(model.Office, as_of).iter_rows(named=True)
        ),
        territories=dict(territories.select("id", "name").iter_rows()),
        finder=PhraseFinder([*loose, *cue_phrases()], exact),
    )


def name_words(name: str) -> tuple[str, ...]:
    """Take the words of a name, lower-cased, without punctuation and figures."""
    return tuple(word.lower() for word in _WORD.findall(name.replace("'", "")))


def _regions(record: Record, as_of: Moment | None) -> list[tuple[str, Meaning]]:
    held = record.frame(model.Constituency, as_of)["region"].drop_nulls().unique().sort().to_list()
    return [(region, ("region", region)) for region in held]


def _elections(record: Record, as_of: Moment | None, houses: pl.DataFrame) -> dict[str, ElectionEntry]:
    schedule = record.frame(model.ScheduleEntry, as_of)
    days: dict[tuple[str, str], list[dt.date]] = {}
    phases: dict[str, list[tuple[int | None, dt.date]]] = {}
    for row in schedule.iter_rows(named=True):
        if row["event"] == "poll":
            phases.setdefault(row["election"], []).append((row["phase"], row["on_date"]))
        days.setdefault((row["election"], row["event"]), []).append(row["on_date"])
    house_of = {row["id"]: row for row in houses.iter_rows(named=True)}
    found = {}
    for row in record.frame(model.Election, as_of).iter_rows(named=True):
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


def _election_names(record: Record, election: str, as_of: Moment | None) -> ElectionNames:
    seats = _seats(record, election, as_of)
    candidates = _candidates(record, election, as_of)
    other = record.frame(model.Name, as_of, noun="constituency")
    named: dict[tuple[str, Meaning], None] = {}
    parts: dict[str, set[str]] = {}
    sounds: dict[str, dict[str, None]] = {}
    for seat in seats.values():
        for name in dict.fromkeys((seat.name, _RESERVED.sub("", seat.official_name))):
            named[name, ("constituency", seat.id)] = None
            named[name.replace("-", " "), ("constituency", seat.id)] = None
            sounds.setdefault(joined_sound_key(name_words(name)), {})[seat.id] = None
            for part in re.split(r"\s*-\s*|\s*/\s*", name):
                if len(part) > 3 and part != name:
                    parts.setdefault(part, set()).add(seat.id)
        if seat.district:
            named[seat.district, ("district", seat.district)] = None
            named[f"{seat.district} district", ("district", seat.district)] = None
    for row in other.iter_rows(named=True):
        if row["of"] in seats:
            named[row["name"], ("constituency", row["of"])] = None
            sounds.setdefault(joined_sound_key(name_words(row["name"])), {})[row["of"]] = None
    for part, ids in parts.items():
        # half of a double name stands for the seat only where it can mean no other
        if len(ids) == 1:
            named[part, ("constituency", next(iter(ids)))] = None
    return ElectionNames(
        seats=seats,
        candidates=candidates,
        finder=PhraseFinder(named),
        seat_sounds={sound: tuple(ids) for sound, ids in sounds.items()},
        whole=_is_whole(record, election, as_of, len(seats), {c.constituency for c in candidates}),
    )


def _is_whole(record: Record, election: str, as_of: Moment | None, seats: int, with_candidates: set[str]) -> bool:
    held = record.frame(model.Election, as_of, id=election).row(0, named=True)
    house = record.frame(model.House, as_of, id=held["house"])
    voted_on = house["elected_seats"].max() if held["kind"] == "general" and not house.is_empty() else seats
    # a seat or two may be countermanded, or won without a contest
    return isinstance(voted_on, int) and len(with_candidates) >= 0.9 * voted_on and bool(with_candidates)


def _seats(record: Record, election: str, as_of: Moment | None) -> dict[str, Seat]:
    ids = record.frame(model.Contest, as_of, election=election)["constituency"].to_list()
    rows = record.frame(model.Constituency, as_of, id=ids)
    return {
        row["id"]: Seat(row["id"], row["name"], row["official_name"], row["district"], row["region"])
        for row in rows.iter_rows(named=True)
    }


def _candidates(record: Record, election: str, as_of: Moment | None) -> tuple[Candidate, ...]:
    place = ["election", "constituency", "serial"]
    tallies = record.frame(model.Tally, as_of, election=election).select(
        *place, counted=pl.coalesce("total", pl.col("evm") + pl.col("postal").fill_null(0))
    )
    rows = record.frame(model.Candidacy, as_of, election=election).join(tallies, on=place, how="left")
    ranked = rows.with_columns(
        rank=pl.col("counted").fill_null(0).rank("min", descending=True).over("constituency").cast(pl.Int64)
    )
    found = []
    for row in ranked.iter_rows(named=True):
        words = name_words(row["name"])
        found.append(
            Candidate(
                election=row["election"],
                constituency=row["constituency"],
                serial=row["serial"],
                name=row["name"],
                words=words,
                sounds=tuple(sound_key(word) for word in words),
                party=row["party"],
                person=row["person"],
                counted=row["counted"] or 0,
                rank=row["rank"],
            )
        )
    return tuple(found)
