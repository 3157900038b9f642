"""The names of one election, ready to be found in a text: its constituencies, districts and candidates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from janadesh import model
from janadesh.names.phrases import PhraseFinder
from janadesh.names.sound import joined_sound_key
from janadesh.names.sound import sound_key
from janadesh.record.book import Record
from janadesh.record.instants import Part
from janadesh.record.moments import Moment
from janadesh.record.sharing import Kind
from janadesh.record.sharing import SharedAt

Meaning = tuple[str, str]
"""What a phrase is and which: `("party", "in-bjp")`, `("cue", "win")`."""

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_RESERVED = re.compile(r"\s*\((?:SC|ST|GEN)\)\s*$", re.IGNORECASE)


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


def name_words(name: str) -> tuple[str, ...]:
    """Take the words of a name, lower-cased, without punctuation and figures."""
    return tuple(word.lower() for word in _WORD.findall(name.replace("'", "")))


def election_names(shared: SharedAt, election: str) -> ElectionNames:
    """Give the names of an election as of a moment, reading them from the record where they changed."""
    return shared.made(_OF_ELECTION, lambda: _election_names(shared, election), election)


def _election_names(shared: SharedAt, election: str) -> ElectionNames:
    record, as_of = shared.record, shared.moment
    seats = _seats(record, election, as_of)
    candidates = _candidates(record, election, as_of)
    other = shared.made(_OTHER_NAMES, lambda: record.frame(model.Name, as_of, noun="constituency"))
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
    for row in other.filter(pl.col("of").is_in(list(seats))).iter_rows(named=True):
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
        whole=_is_whole(shared, election, len(seats), {c.constituency for c in candidates}),
    )


def _is_whole(shared: SharedAt, election: str, seats: int, with_candidates: set[str]) -> bool:
    held = shared.frame(model.Election).row(by_predicate=pl.col("id") == election, named=True)
    house = shared.frame(model.House).filter(pl.col("id") == held["house"])
    voted_on = house["elected_seats"].max() if held["kind"] == "general" and not house.is_empty() else seats
    # a seat or two may be countermanded, or won without a contest
    return isinstance(voted_on, int) and len(with_candidates) >= 0.9 * voted_on and bool(with_candidates)


def _seats(record: Record, election: str, as_of: Moment) -> dict[str, Seat]:
    ids = record.frame(model.Contest, as_of, election=election)["constituency"].to_list()
    rows = record.frame(model.Constituency, as_of, id=ids)
    return {
        row["id"]: Seat(row["id"], row["name"], row["official_name"], row["district"], row["region"])
        for row in rows.iter_rows(named=True)
    }


def _candidates(record: Record, election: str, as_of: Moment) -> tuple[Candidate, ...]:
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


_OTHER_NAMES: Kind[pl.DataFrame] = Kind((Part(model.Name, "noun", "constituency"),))
# of a desk that is open for weeks, every election there ever was would be kept
_OF_ELECTION: Kind[ElectionNames] = Kind(
    (model.House, model.Constituency, *_OTHER_NAMES.nouns),
    (model.Election, model.Contest, model.Candidacy, model.Tally),
    most=60_000,
    weight=lambda names: len(names.seats) + len(names.candidates),
)
