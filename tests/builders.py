"""Small records for tests: a test names only what it is about, and the rest has plain defaults."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of

RESULT_KNOWN = dt.datetime(2024, 6, 4, 18, 0, tzinfo=dt.UTC)
BEFORE_ALL = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
ELECTION = "in-ls-2024"

ECI = model.Source(
    id="eci", title="General election 2024, results", publisher="Election Commission of India", kind="official"
)


@dataclass(frozen=True)
class Stood:
    """A candidate with the votes that the official result gives."""

    name: str
    party: str
    total: int | None = None
    evm: int | None = None
    postal: int | None = None


def statements(*nouns: model.Noun, read_from: str = "a test") -> Statements:
    """Put model objects into the frames that a reader would hand over."""
    by_noun: dict[type[model.Noun], list[model.Noun]] = {}
    for noun in nouns:
        by_noun.setdefault(type(noun), []).append(noun)
    return Statements(read_from, {noun: frame_of(noun, rows) for noun, rows in by_noun.items()})


def record_of(folder: Path, *nouns: model.Noun) -> Record:
    """Make a record in a folder that holds these nouns."""
    return record_at(folder / "record.sqlite", *nouns)


def record_at(place: str | Path, *nouns: model.Noun) -> Record:
    """Make a record at a path or database URL that holds these nouns."""
    record = open_record(place)
    record.load(statements(*nouns), loaded_at=RESULT_KNOWN)
    return record


def lok_sabha() -> list[model.Noun]:
    """Give what every seat of the Lok Sabha election of 2024 refers to."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    return [
        ECI,
        model.Territory(id="in", name="India", status="country", **said),
        model.House(id="in-ls", name="Lok Sabha", territory="in", kind="parliament", elected_seats=543, **said),
        model.Election(
            id=ELECTION, name="Lok Sabha election, 2024", house="in-ls", year=2024, time_zone="Asia/Kolkata", **said
        ),
    ]


def seat(
    name: str,
    stood: Sequence[Stood],
    *,
    nota: int | None = None,
    number: int = 1,
    winner: int | None = None,
    status: str | None = "declared",
    known_at: dt.datetime = RESULT_KNOWN,
) -> list[model.Noun]:
    """
    Give one seat with its candidates, in ballot order, and their votes.

    `winner` is a serial number; without one it is the candidate with the highest total. A `status` of
    None leaves the seat without declaration.
    """
    place = f"in-ls-{spelling_key(name)}"
    where: dict[str, Any] = {"election": ELECTION, "constituency": place}
    before: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    after: dict[str, Any] = {"known_at": known_at, "source": ECI.id}
    nouns: list[model.Noun] = [
        model.Constituency(
            id=place,
            house="in-ls",
            delimitation="2008",
            number=number,
            name=name,
            official_name=name.upper(),
            territory="in",
            **before,
        ),
        model.Contest(**where, **before),
    ]
    for serial, candidate in enumerate(stood, start=1):
        party = spelling_key(candidate.party)
        nouns.append(model.Candidacy(**where, serial=serial, name=candidate.name, party=party, **before))
        if (candidate.total, candidate.evm, candidate.postal) != (None, None, None):
            nouns.append(
                model.Tally(
                    **where,
                    serial=serial,
                    evm=candidate.evm,
                    postal=candidate.postal,
                    total=candidate.total,
                    **after,
                )
            )
    if nota is not None:
        nouns.append(model.Tally(**where, serial=model.NOTA, total=nota, **after))
    if status is not None:
        first = winner or max(range(len(stood)), key=lambda i: stood[i].total or 0) + 1
        elected = first if status in {"declared", "uncontested"} else None
        nouns.append(model.Declaration(**where, status=status, winner=elected, **after))
    return nouns


def parties(*seats: Iterable[Stood]) -> list[model.Noun]:
    """Give each party that candidates stand for once."""
    names = {candidate.party: None for stood in seats for candidate in stood}
    return [
        model.Party(
            id=spelling_key(name),
            name=name,
            abbreviation=name,
            kind="independent" if name == "Independent" else "registered",
            known_at=BEFORE_ALL,
            source=ECI.id,
        )
        for name in names
    ]


def record_of_seat(folder: Path, name: str, stood: Sequence[Stood], *, nota: int | None = None, **more: Any) -> Record:
    """Make a record that holds one seat of the Lok Sabha election of 2024."""
    return record_of(folder, *lok_sabha(), *parties(stood), *seat(name, stood, nota=nota, **more))
