"""Routes of the record itself: its sources, its ledger, and what a name means in it."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import polars as pl
from fastapi import APIRouter
from fastapi import Query
from starlette.responses import Response

from janadesh import model
from janadesh.analysis.things import the_thing
from janadesh.desk.api import answers
from janadesh.desk.api.asked import ObjectAsked
from janadesh.desk.api.asked import RowsAsked
from janadesh.desk.api.shapes import record as shapes
from janadesh.desk.api.tables import add_object
from janadesh.desk.api.tables import add_table
from janadesh.record.moments import instant_text

LEDGER = pl.Schema(
    {
        "entry": pl.Int64,
        "loaded_at": pl.String,
        "read_from": pl.String,
        "statements": pl.Int64,
        "content_hash": pl.String,
        "previous_hash": pl.String,
        "entry_hash": pl.String,
    }
)


def routes() -> APIRouter:
    """Give the routes of the record."""
    router = APIRouter(tags=["Record"])
    add_table(router, "/sources", sources, shapes.Source, "Who says what the record holds")
    add_table(router, "/ledger", ledger, shapes.LedgerEntry, "Every load into the record")
    add_object(router, "/find", find, shapes.Thing, "What an id or name means")
    return router


def sources(ask: RowsAsked) -> Response:
    """List every source, in the order recorded. A source has no time of its own, so `as_of` leaves none out."""
    return answers.rows(ask, ask.record.frame(model.Source, ask.moment), shapes.Source)


def ledger(ask: RowsAsked) -> Response:
    """List the loads into the record by the moment, oldest first, each with its hashes: a changed past shows."""
    rows = [dataclasses.asdict(entry) for entry in ask.record.entries()]
    frame = pl.DataFrame(rows, schema=LEDGER)
    by_then = frame if ask.as_of.is_now else frame.filter(pl.col("loaded_at") <= instant_text(ask.moment))
    return answers.rows(ask, by_then, shapes.LedgerEntry)


def find(
    name: Annotated[
        str, Query(min_length=1, max_length=200, description="An id, or a name in any spelling.", examples=["Budgam"])
    ],
    ask: ObjectAsked,
) -> Response:
    """Find the election, constituency, party, alliance, person, territory or house that an id or name means."""
    return answers.one(ask, dataclasses.asdict(the_thing(ask.record, name, ask.moment)))
