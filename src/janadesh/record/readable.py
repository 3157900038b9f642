"""
Views of the record that a person reads: what stands now, with names in place of ids.

They are for looking around with other tools (Datasette, DBeaver, `psql`) and say the same as
`janadesh.analysis` does as of now. `contests` and `schedule` are tables of all that was ever said, so
the views of what stands are `contests_now` and `schedule_now`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.dialects import registry

from janadesh import model
from janadesh.record import other_views
from janadesh.record import schema
from janadesh.record import vote_views
from janadesh.record.view_parts import Instant
from janadesh.record.view_parts import Select


@dataclass(frozen=True, slots=True)
class View:
    """A view: what it is about, the query for it, and in which order a person wants its rows."""

    about: str
    select: Callable[[Instant], Select]
    sort: str | None = None
    """The column to sort by, the largest first."""


VIEWS = {
    # unsorted, the first rows of these two come at once out of a record of any size
    "results": View("Every candidate's votes, as they stand now. One row a candidacy.", vote_views.results),
    "contests_now": View("Every contest with its winner, or who is ahead, and the margin.", vote_views.contests_now),
    "standings": View("Each party's seats and votes in each election.", vote_views.standings, "won"),
    "schedule_now": View("When each election is polled and counted, as last announced.", other_views.schedule_now),
    "alliance_now": View("Which party is in which alliance in each election.", other_views.alliance_now),
    "people": View("Each person, with other names, and how often they stood and won.", other_views.people, "stood"),
    "sources_used": View("Each source, and how many statements it made.", other_views.sources_used, "statements"),
}
"""The readable views, by name."""

COLUMNS = {
    "votes": "Votes counted so far: the total, or the kinds of vote that are known. NOTA is never among them.",
    "evm": "Votes on voting machines; empty where unknown.",
    "postal": "Postal votes; empty where unknown, which is not zero.",
    "migrant": "Votes of migrant polling stations, where the source counts them apart.",
    "position": "1 for most votes; equal votes share a position; empty before any count.",
    "share": "Per cent of the votes for candidates, NOTA left out.",
    "share_with_nota": "Per cent with NOTA in the base, as the Election Commission of India prints it.",
    "won": "Declared elected; empty until declared. In standings: seats won; in people: elections won.",
    "leading": "Seats where the party is ahead and nothing is declared yet.",
    "lost_deposit": "At or below the share of the votes for candidates that the law names (in India one sixth).",
    "margin": "Votes between the first and the second candidate; NOTA is neither.",
    "nota": "Votes for none of the above.",
    "valid": "Votes for candidates, NOTA left out.",
    "serial": "The number on the ballot paper, or in the source's list.",
    "contested": "Seats in which the party stood.",
    "stood": "How many candidacies of this person the record holds.",
    "announced_at": "When this day was announced (UTC).",
    "known_at": "When it was announced, observed or published (UTC).",
    "last_known_at": "When the latest of its statements was made (UTC).",
    "statements": "How many statements of this source the record holds, superseded ones included.",
    "source": "Who said it.",
    "statement": "A running number; rows are only ever added.",
    "entry": "The ledger's entry that brought this row.",
}
"""What columns mean, where their name does not tell all."""


_HOUSEKEEPING = ("alembic_version", schema.descriptions.name)
"""Tables that say nothing of elections."""

DATASETTE_SETTINGS = {"sql_time_limit_ms": 60_000}
"""What Datasette needs beside the metadata: it counts all rows of a view, which for a large record takes a while."""


def make_views(connection: sa.Connection) -> None:
    """Make the views, and write down what every table, view and column is."""
    for name, query in _queries(connection.dialect.name).items():
        connection.exec_driver_sql(f'CREATE VIEW "{name}" AS {query}')
    connection.execute(schema.descriptions.delete())
    connection.execute(schema.descriptions.insert(), list(_described(connection)))


def drop_views(connection: sa.Connection) -> None:
    """Drop the views, so that the tables below them may be changed."""
    for name in VIEWS:
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"')


def datasette_metadata(connection: sa.Connection, database: str) -> dict[str, Any]:
    """Give Datasette's metadata for a record served under a name: descriptions, and how each view is sorted."""
    tables: dict[str, Any] = {}
    for name, column, description in connection.execute(sa.select(schema.descriptions)):
        table = tables.setdefault(name, {"columns": {}})
        table |= {"description": description} if not column else {}
        table["columns"] |= {column: description} if column else {}
    for name, view in VIEWS.items():
        tables[name] |= {"sort_desc": view.sort} if view.sort else {}
    tables |= {name: {"hidden": True} for name in _HOUSEKEEPING}
    return {"databases": {database: {"description_html": _views_first(database), "tables": tables}}}


def _views_first(database: str) -> str:
    # Datasette lists views below all tables; the address is relative, as Datasette may stand under a path
    listed = "".join(
        f'<li><a href="{quote(database)}/{name}">{name}</a>: {escape(view.about)}</li>' for name, view in VIEWS.items()
    )
    return f"<p>A Janadesh record of elections. What stands now, to be read first:</p><ul>{listed}</ul>"


@cache
def _queries(dialect: str) -> dict[str, str]:
    """Write each view's query in the words of a database."""
    now, words = _present(dialect), registry.load(dialect)()
    with_values = {"literal_binds": True}
    return {
        name: str(view.select(now).compile(dialect=words, compile_kwargs=with_values)) for name, view in VIEWS.items()
    }


def _present(dialect: str) -> Instant:
    if dialect == "postgresql":
        return sa.literal_column("to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')", sa.Text)
    return sa.literal_column("strftime('%Y-%m-%dT%H:%M:%SZ', 'now')", sa.Text)


def _described(connection: sa.Connection) -> Iterator[dict[str, str]]:
    abouts = {"ledger": "One row for each load; each hash covers the one before, so that a change to the past shows."}
    abouts |= {schema.TABLES[noun].name: _first_paragraph(noun) for noun in model.NOUNS}
    abouts |= {name: view.about for name, view in VIEWS.items()}
    inspector = sa.inspect(connection)
    for name, about in abouts.items():
        yield {"name": name, "column": "", "description": about}
        for column in inspector.get_columns(name):
            if column["name"] in COLUMNS:
                yield {"name": name, "column": column["name"], "description": COLUMNS[column["name"]]}


def _first_paragraph(noun: type[model.Noun]) -> str:
    text = (inspect.getdoc(noun) or "").split("\n\n")[0].replace("\n", " ").replace("`", "")
    return f"{text} All that was ever said, superseded statements included."
