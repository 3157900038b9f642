"""
A pack to be filled in by hand: every table of a small election, with rows that are plainly examples.

Texts of the examples begin with `linting.fill_in.MARK` and days lie in `linting.fill_in.YEAR`, so that
`janadesh lint` tells each row that is still an example, and no example counts as known.
"""

from __future__ import annotations

import csv
import inspect
import io
import json
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from janadesh import model
from janadesh.sources.linting.fill_in import MARK
from janadesh.sources.linting.fill_in import YEAR
from janadesh.sources.mapped_parties import slug
from janadesh.sources.pack_columns import table_columns
from janadesh.sources.pack_descriptor import DESCRIPTOR

README = "README.md"
FILLED: tuple[type[model.Noun], ...] = (
    model.Source,
    model.Territory,
    model.House,
    model.Constituency,
    model.Party,
    model.Election,
    model.ScheduleEntry,
    model.Contest,
    model.Candidacy,
    model.Tally,
    model.Declaration,
    model.Figure,
)
"""Tables that nearly every election needs; they have example rows."""

EMPTY: tuple[type[model.Noun], ...] = (
    model.Person,
    model.Name,
    model.Alliance,
    model.AllianceMember,
    model.SeatShare,
    model.Endorsement,
    model.Vacancy,
    model.Office,
)
"""Tables that an election may need; they have a heading only."""

_VOTES = (600, 400)
_ELECTORS = 2000

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is known of the election before anything is filled in."""

    name: str
    """The pack's name; the election's id is made of it."""
    country: str = "xx"
    """The country's territory id, by which rules of law are found."""
    house: str = "council"
    """`assembly`, `parliament` or `council`."""
    seats: int = 2
    time_zone: str = "UTC"


def skeleton(wanted: Wanted) -> Iterator[tuple[str, bytes]]:
    """Give the files of a pack to be filled in: its description, its tables, and a README that tells each column."""
    yield DESCRIPTOR, (json.dumps(_descriptor(wanted), ensure_ascii=False, indent=2) + "\n").encode()
    yield README, "\n".join(_readme(wanted)).encode()
    rows = _rows(wanted)
    for noun in (*FILLED, *EMPTY):
        yield f"{noun.TABLE}.csv", _csv(noun, rows.get(noun, ())).encode()


def _descriptor(wanted: Wanted) -> dict[str, Any]:
    tables = sorted((*FILLED, *EMPTY), key=model.NOUNS.index)
    resources = [{"name": noun.TABLE, "path": f"{noun.TABLE}.csv"} for noun in tables]
    name = slug(wanted.name)
    return {"name": name, "title": wanted.name, "time_zone": wanted.time_zone, "resources": resources}


def _rows(wanted: Wanted) -> dict[type[model.Noun], Sequence[Row]]:
    country, house, election = (
        wanted.country,
        f"{wanted.country}-{wanted.house}",
        f"{wanted.country}-{slug(wanted.name)}",
    )
    seats = [f"{house}.{number}" for number in range(1, wanted.seats + 1)]
    parties = [f"{country}-party-a", f"{country}-party-b"]
    notice: Row = {"known_at": f"{YEAR}-05-01", "source": "notice"}
    result: Row = {"known_at": f"{YEAR}-06-02T18:00", "source": "result"}
    places: list[Row] = [{"election": election, "constituency": seat} for seat in seats]
    steps = (("announcement", "05-01"), ("poll", "06-01"), ("count", "06-02"))
    measures: tuple[tuple[str, float, str, Row], ...] = (
        ("electors", _ELECTORS, "votes", notice),
        ("turnout", sum(_VOTES) * 100 / _ELECTORS, "percent", result),
    )
    return {
        model.Source: [
            _source("notice", "the notice of election", f"{YEAR}-05-01"),
            _source("result", "the declared result", f"{YEAR}-06-02"),
        ],
        model.Territory: [{"id": country, "name": f"{MARK} the country's name", "status": "country", **notice}],
        model.House: [
            {"id": house, "name": f"{MARK} the house's name", "territory": country, "kind": wanted.house, **notice}
            | {"elected_seats": wanted.seats}
        ],
        model.Constituency: [
            {"id": seat, "house": house, "delimitation": "1", "number": number, "territory": country, **notice}
            | dict.fromkeys(("name", "official_name"), f"{MARK} name of seat {number}")
            for number, seat in enumerate(seats, start=1)
        ],
        model.Party: [
            {"id": party, "name": f"{MARK} name of {letter} party", "abbreviation": f"{MARK} {letter}", **notice}
            for party, letter in zip(parties, ("first", "second"), strict=True)
        ]
        + [
            {
                "id": f"{country}-independent",
                "name": "Independent",
                "abbreviation": "IND",
                "kind": "independent",
                **notice,
            }
        ],
        model.Election: [
            {"id": election, "name": f"{MARK} the election's name", "house": house, "year": YEAR, **notice}
            | {"time_zone": wanted.time_zone}
        ],
        model.ScheduleEntry: [
            {"election": election, "event": event, "on_date": f"{YEAR}-{day}", **notice} for event, day in steps
        ],
        model.Contest: [{**place, **notice} for place in places],
        model.Candidacy: [
            {**place, "serial": serial, "name": f"{MARK} name of candidate {serial}", "party": party, **notice}
            for place in places
            for serial, party in enumerate(parties, start=1)
        ],
        model.Tally: [
            {**place, "serial": serial, "total": votes, **result}
            for place in places
            for serial, votes in enumerate(_VOTES, start=1)
        ],
        model.Declaration: [{**place, "status": "declared", "winner": 1, **result} for place in places],
        model.Figure: [
            {"election": election, "scope": "constituency", "scope_id": seat, "measure": measure, "value": value}
            | {"unit": unit, **said}
            for seat in seats
            for measure, value, unit, said in measures
        ],
    }


def _source(source: str, title: str, published: str) -> Row:
    publisher = f"{MARK} who published it"
    return {
        "id": source,
        "title": f"{MARK} {title}",
        "publisher": publisher,
        "kind": "official",
        "published": published,
    }


def _csv(noun: type[model.Noun], rows: Sequence[Row]) -> str:
    written = io.StringIO()
    table = csv.DictWriter(written, list(model.columns(noun)), restval="", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return written.getvalue()


def _readme(wanted: Wanted) -> Iterator[str]:
    yield f"# {wanted.name}\n"
    yield "An election for Janadesh, to be filled in by hand. A spreadsheet opens the tables; save as CSV in UTF-8.\n"
    yield f"1. Replace every text that begins `{MARK}` and every day in {YEAR}, and all numbers beside them."
    yield "   Add rows for further seats, candidates and parties; take rows out that you do not need."
    yield "2. `janadesh lint .` says what is still an example, wrong or missing."
    yield "3. `janadesh load . --record my.sqlite`, then `janadesh desk --record my.sqlite`.\n"
    yield "- Ids (`notice`, `1`) are yours to choose; what one table calls a thing, the others must call it too."
    yield "- An empty cell is *unknown*, which is not zero. A day is `2024-10-08`, a moment also `2024-10-08T14:05`."
    yield "- `known_at` is when the source said it. A correction is a further row, same key and a later `known_at`."
    yield "- This file is for people; Janadesh does not read it. A `map.json` with outlines may lie beside it.\n"
    yield "Columns in **bold** must not be empty."
    for noun in (*FILLED, *EMPTY):
        has_rows = "" if noun in FILLED else " It has no row yet, and may stay empty."
        yield f"\n## {noun.TABLE}.csv\n"
        yield f"{inspect.cleandoc(noun.__doc__ or '')}{has_rows}\n"
        for column in table_columns(noun):
            bold = f"**{column.name}**" if column.is_needed else column.name
            of = f" An id of {column.target}.csv." if column.target else ""
            empty = f" Empty means `{column.empty_means}`." if column.empty_means is not None else ""
            told = f" {column.told}" if column.told else ""
            yield f"- {bold} ({column.kind}).{told}{of}{empty}"
    yield ""
