"""
Lok Dhaba: every candidate of India's assembly and Lok Sabha elections since 1962, a file a state.

The collection is free for non-commercial use with citation, so nothing of it is in this repository and
what is loaded says where it is from. It is by the Commission's figures: totals only, no postal votes
apart, candidates in the order of their votes. Where the record already has who stood in a contest, by
another source, that stands, and the file's rows of it are told and left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed
from janadesh.record.statements import frame_of
from janadesh.sources.lokdhaba_elections import election_rows
from janadesh.sources.lokdhaba_elections import with_elections
from janadesh.sources.lokdhaba_houses import past_places
from janadesh.sources.lokdhaba_parties import party_statements
from janadesh.sources.lokdhaba_parties import with_parties
from janadesh.sources.lokdhaba_seats import seat_statements
from janadesh.sources.lokdhaba_seats import with_seats
from janadesh.sources.lokdhaba_table import NEEDED
from janadesh.sources.lokdhaba_table import Table
from janadesh.sources.lokdhaba_table import read_table

SOURCE = model.Source(
    id="lokdhaba-2-0",
    title="TCPD Indian Elections Data v2.0 (Lok Dhaba)",
    publisher="Trivedi Centre for Political Data, Ashoka University",
    kind="archive",
    published=dt.date(2021, 12, 31),
    url="https://lokdhaba.ashoka.edu.in",
    note="Free for non-commercial use with citation; figures of the Election Commission of India, as collected",
)
_PLACE = ["election", "constituency"]
_ENOUGH = {"State_Name", "Assembly_No", "DelimID", "Poll_No", "Party_ID", "ENOP"}


def matches(head: str) -> bool:
    """Tell from a file's first lines whether it is a table of Lok Dhaba by constituency (AE or GE)."""
    heading = set(head.partition("\n")[0].strip().lstrip("\ufeff").replace('"', "").split(","))
    return _ENOUGH | set(NEEDED) <= heading and "PC_No" not in heading


def read_lokdhaba(path: Path, record: Record, known_at: Moment | None = None) -> Statements:  # noqa: ARG001
    """
    Read one file of Lok Dhaba into statements on elections, seats, parties, candidates, votes and electors.

    Args:
        path: a file ending in `_AE.csv` or `_GE.csv`, plain or gzip-compressed.
        record: what ids are taken from; it is not changed.
        known_at: not used; the file says when each election was.

    Returns: statements; `set_aside` lists by row what has no place among them.
    Raises: Refused, where the file is no such table or the record lacks India's states.
    """
    table = read_table(path)
    rows, loaded, held_faults = _new_rows(table, record)
    if rows.is_empty():
        return Statements(table.name, {}, set_aside=(*table.faults, *held_faults))
    houses = record.frame(model.House)
    places = past_places(rows, frozenset(houses["id"]) | frozenset(record.frame(model.Territory)["id"]), SOURCE.id)
    names = dict(pl.concat([houses, places[model.House]]).select("id", "name").iter_rows())
    _check_states(table.name, rows, names)
    parties = _since_first_known(record, model.Party)
    rows = with_parties(rows, parties, record.frame(model.Name, noun="party"), loaded)
    frames: dict[type[model.Noun], pl.DataFrame] = {
        model.Source: frame_of(model.Source, [SOURCE]),
        **places,
        **seat_statements(rows, _since_first_known(record, model.Constituency), SOURCE.id),
        model.Party: conformed(model.Party, party_statements(rows, parties, SOURCE.id)),
        model.Election: frame_of(model.Election, election_rows(rows, record.frame(model.Election), names, SOURCE.id)),
        **_results(rows.with_columns(source=pl.lit(SOURCE.id))),
    }
    return Statements(table.name, frames, set_aside=(*table.faults, *held_faults))


def _new_rows(table: Table, record: Record) -> tuple[pl.DataFrame, pl.DataFrame, tuple[Fault, ...]]:
    """Give the rows of contests that no other source told, what earlier loads said of candidacies, and the rest."""
    counts = record.frame(model.ScheduleEntry, event="count").sort("on_date")
    rows = with_elections(table.rows, dict(counts.select("election", "on_date").iter_rows()))
    # the ballot's order is unknown, so candidates are numbered by votes, NOTA left out
    rows = with_seats(rows).with_columns(
        serial=pl.when("is_nota")
        .then(model.NOTA)
        .otherwise(pl.col("position").rank("ordinal").over(*_PLACE, "is_nota").cast(pl.Int64))
    )
    elections = rows["election"].unique().to_list()
    candidacies = record.frame(model.Candidacy, election=elections)
    held = candidacies.filter(pl.col("source") != SOURCE.id).select(_PLACE).unique()
    new = rows.join(held, on=_PLACE, how="anti", maintain_order="left")
    there = rows.join(held, on=_PLACE, how="semi")
    return new, candidacies.filter(source=SOURCE.id), tuple(_held_faults(table.name, there))


def _since_first_known(record: Record, noun: type[model.Noun]) -> pl.DataFrame:
    # what is said later of a party or a seat, a new status say, makes it no younger
    first = record.history(noun).group_by("id").agg(pl.col("known_at").min())
    standing = record.frame(noun)
    return standing.drop("known_at").join(first, on="id", how="left", maintain_order="left").select(standing.columns)


def _held_faults(name: str, rows: pl.DataFrame) -> Iterator[Fault]:
    for row in rows.unique(_PLACE, keep="first", maintain_order=True).iter_rows(named=True):
        problem = (
            f"who stood in {row['constituency']} in {row['election']} is in the record by another source, and stays"
        )
        yield Fault(file=name, row=row["row"], value=row["seat_name"], problem=problem)


def _check_states(name: str, rows: pl.DataFrame, houses: dict[str, str]) -> None:
    missing = sorted({*rows["house"].unique()} - {*houses})
    if missing:
        problem = f"the record knows no house {', '.join(missing)}"
        cure = "Load what is known of India's states first, `janadesh load india`."
        raise Refused(name, [Fault(file=name, problem=problem, cure=cure)])


def _results(rows: pl.DataFrame) -> dict[type[model.Noun], pl.DataFrame]:
    contests = rows.unique(_PLACE, keep="first", maintain_order=True)
    candidates = rows.filter(~pl.col("is_nota"))
    uncontested = pl.when("uncontested").then(pl.lit("uncontested"))
    return {
        model.Contest: conformed(model.Contest, contests),
        model.Candidacy: conformed(
            model.Candidacy,
            candidates.with_columns(name="candidate", serial_kind=pl.lit("list"), status=uncontested),
        ),
        model.Tally: conformed(model.Tally, rows.filter(pl.col("votes").is_not_null()).with_columns(total="votes")),
        model.Declaration: conformed(model.Declaration, _declarations(candidates)),
        model.Figure: conformed(
            model.Figure,
            contests.filter(pl.col("electors").is_not_null()).with_columns(
                scope=pl.lit("constituency"),
                scope_id="constituency",
                measure=pl.lit("electors"),
                value="electors",
                unit=pl.lit("votes"),
            ),
        ),
    }


def _declarations(candidates: pl.DataFrame) -> pl.DataFrame:
    votes = candidates.with_columns(
        first=pl.col("votes").max().over(_PLACE),
        at_first=(pl.col("votes") == pl.col("votes").max().over(_PLACE)).sum().over(_PLACE),
    )
    # without votes nothing says that the first of the list won
    won = votes.filter((pl.col("serial") == 1) & (pl.col("uncontested") | pl.col("votes").is_not_null()))
    return won.with_columns(
        winner="serial",
        status=pl.when("uncontested").then(pl.lit("uncontested")).otherwise(pl.lit("declared")),
        # the first of candidates with equal votes was drawn by lot
        by_lot=~pl.col("uncontested") & (pl.col("at_first") > 1),
    )
