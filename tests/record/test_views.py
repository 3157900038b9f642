"""What other tools read in the record's database is what Janadesh itself answers."""

from __future__ import annotations

import asyncio
import html
import json
from pathlib import Path

import polars as pl
import pytest
import sqlalchemy as sa
from datasette.app import Datasette  # type: ignore[import-untyped]

from janadesh import model
from janadesh.analysis.alliances import alliances
from janadesh.analysis.contests import contest_results
from janadesh.analysis.parties import party_results
from janadesh.analysis.schedule import schedule
from janadesh.analysis.votes import candidate_votes
from janadesh.record import schema
from janadesh.record.book import Record
from janadesh.record.readable import DATASETTE_SETTINGS
from janadesh.record.readable import VIEWS
from janadesh.record.readable import datasette_metadata
from janadesh.record.transactions import reading
from tests import famous_seats as famous
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_at
from tests.builders import seat

ELECTIONS = ["in-jk-2024", "in-ls-2024", "in-dl-1993", "in-jh-2024"]


def view(record: Record, name: str, election: str) -> pl.DataFrame:
    """Read a view's rows of one election."""
    with reading(record.engine) as connection:
        rows = connection.execute(sa.text(f"SELECT * FROM {name} WHERE election = :election"), {"election": election})
        return pl.DataFrame([dict(row) for row in rows.mappings()], infer_schema_length=None)


def compared(viewed: pl.DataFrame, answered: pl.DataFrame, columns: list[str], by: list[str]) -> None:
    """Assert that two frames say the same in these columns, whatever the order of rows."""
    one, other = (frame.select(columns).cast(answered.select(columns).schema).sort(by) for frame in (viewed, answered))
    for column in columns:
        if one[column].dtype == pl.Float64:
            assert max((one[column] - other[column]).abs().drop_nulls(), default=0) < 1e-9, column
            assert one[column].is_null().to_list() == other[column].is_null().to_list(), column
        else:
            assert one[column].to_list() == other[column].to_list(), column


@pytest.mark.parametrize("election", ELECTIONS)
def test_results_are_the_votes_that_analysis_gives(bundled: Record, election: str) -> None:
    answered = candidate_votes(bundled, election)
    if answered.is_empty():
        assert view(bundled, "results", election).is_empty()
        return
    columns = ["constituency", "serial", "candidate", "party_name", "position", "share", "won", "lost_deposit"]
    columns += ["evm", "postal", "migrant", "share_with_nota", "votes", "status", "number"]

    compared(view(bundled, "results", election), answered.rename({"counted": "votes"}), columns, columns[:2])


@pytest.mark.parametrize("election", ELECTIONS)
def test_contests_are_those_that_analysis_gives(bundled: Record, election: str) -> None:
    columns = ["constituency", "number", "constituency_name", "status", "winner", "winner_votes", "runner_up"]
    columns += ["runner_up_votes", "margin", "nota", "phase", "reservation"]

    compared(view(bundled, "contests_now", election), contest_results(bundled, election), columns, columns[:1])


@pytest.mark.parametrize("election", ["in-jk-2024", "in-ls-2024", "in-dl-1993"])
def test_standings_are_those_that_analysis_gives(bundled: Record, election: str) -> None:
    columns = ["party", "party_name", "won", "leading", "contested", "votes", "share"]

    compared(view(bundled, "standings", election), party_results(bundled, election), columns, columns[:1])


def test_the_schedule_is_that_which_stands(bundled: Record) -> None:
    answered = schedule(bundled, "in-jk-2024").with_columns(pl.col("on_date").cast(pl.String))

    compared(view(bundled, "schedule_now", "in-jk-2024"), answered, ["event", "phase", "on_date"], ["event", "phase"])


def test_the_alliances_are_those_which_stand(bundled: Record) -> None:
    columns = ["alliance", "party", "alliance_name", "party_name", "status"]

    compared(view(bundled, "alliance_now", "in-jk-2024"), alliances(bundled, "in-jk-2024"), columns, columns[:2])


def test_a_person_is_shown_with_other_names_and_elections_won(bundled: Record) -> None:
    with reading(bundled.engine) as connection:
        row = connection.execute(sa.text("SELECT * FROM people WHERE name = 'Omar Abdullah'")).mappings().one()

    assert row["party_name"] == "Jammu & Kashmir National Conference"
    assert row["stood"] >= row["won"] >= 2


def test_sources_are_counted_over_all_that_they_said(bundled: Record) -> None:
    with reading(bundled.engine) as connection:
        counted = connection.execute(sa.text("SELECT sum(statements) FROM sources_used")).scalar()
        held = sum(
            connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for noun, table in schema.TABLES.items()
            if noun is not model.Source
        )

    assert counted == held


@pytest.mark.parametrize("name", ["results", "contests_now", "standings"])
def test_one_election_is_read_through_the_index(bundled: Record, name: str) -> None:
    """A condition on the election reaches the tables, so that the view of a large record answers at once."""
    with reading(bundled.engine) as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN SELECT * FROM {name} WHERE election = 'in-ls-2024'")
        steps = [row[3] for row in plan]

    assert [step for step in steps if step.startswith(("SCAN candidacies", "SCAN contests", "SCAN tallies"))] == []


def test_the_views_are_the_same_in_both_databases(place: str) -> None:
    """Ladakh 2024: an Independent wins, the Congress keeps its deposit, and NOTA is no candidate."""
    nouns = [*lok_sabha(), *parties(famous.LADAKH), *seat("Ladakh", famous.LADAKH, nota=famous.LADAKH_NOTA)]
    with record_at(place, *nouns) as record:
        results, contests = (view(record, name, "in-ls-2024") for name in ("results", "contests_now"))
        standings = view(record, "standings", "in-ls-2024")
        answered = candidate_votes(record, "in-ls-2024").rename({"counted": "votes"})

        compared(results, answered, ["serial", "candidate", "votes", "position", "share", "won"], ["serial"])
        assert contests["margin"].to_list() == contest_results(record, "in-ls-2024")["margin"].to_list()
        assert contests["nota"].to_list() == [famous.LADAKH_NOTA]
        compared(standings, party_results(record, "in-ls-2024"), ["party", "won", "votes"], ["party"])


def test_everything_is_described(bundled: Record) -> None:
    with reading(bundled.engine) as connection:
        tables = datasette_metadata(connection, "record")["databases"]["record"]["tables"]

    shown = {name: table for name, table in tables.items() if not table.get("hidden")}
    assert set(shown) == {table.name for table in schema.TABLES.values()} | set(VIEWS) | {"ledger"}
    assert all(table["description"] for table in shown.values())
    assert tables["results"]["columns"]["lost_deposit"].startswith("At or below the share")


def test_datasette_shows_the_views(bundled: Record, bundled_file: Path) -> None:
    with reading(bundled.engine) as connection:
        metadata = datasette_metadata(connection, "record")
    datasette = Datasette([str(bundled_file)], metadata=metadata, settings=DATASETTE_SETTINGS)

    async def get(path: str) -> str:
        response = await datasette.client.get(path)
        assert response.status_code == 200, path
        return str(response.text)

    first = asyncio.run(get("/record")).partition('<h2 id="tables">')[0]
    assert [name for name in VIEWS if f'<a href="record/{name}">' not in first] == []
    for name in VIEWS:
        page = html.unescape(asyncio.run(get(f"/record/{name}?_size=5")))
        assert VIEWS[name].about in page
    rows = json.loads(asyncio.run(get("/record/standings.json?election=in-jk-2024&_shape=array&_sort_desc=won")))
    assert (rows[0]["party_name"], rows[0]["won"]) == ("Jammu & Kashmir National Conference", 42)
