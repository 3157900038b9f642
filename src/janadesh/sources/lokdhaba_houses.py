"""Territories and houses of Lok Dhaba that India's reference facts do not have, since they are no more."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl

from janadesh import model
from janadesh.record.statements import frame_of


def past_places(rows: pl.DataFrame, held: frozenset[str], source: str) -> dict[type[model.Noun], pl.DataFrame]:
    """
    State the past territories and houses that rows speak of and the record lacks.

    Args:
        rows: with `territory` and `house`.
        held: ids of the record's territories and houses.
        source: the source's id.
    """
    used = {*rows["territory"].unique(), *rows["house"].unique()}
    territories = [noun for noun in _territories(source) if noun.id in used - held]
    houses = [noun for noun in _houses(source) if noun.id in used - held]
    return {model.Territory: frame_of(model.Territory, territories), model.House: frame_of(model.House, houses)}


def _territories(source: str) -> list[model.Territory]:
    union = {"within": "in", "source": source}
    joined = dt.date(2020, 1, 25)
    goa = dt.date(1962, 3, 27)
    nagar_haveli, daman = dt.date(1961, 8, 11), dt.date(1987, 5, 30)
    return [
        model.Territory(
            id="in-gdd",
            name="Goa, Daman and Diu",
            status="union territory with legislature",
            valid_from=goa,
            valid_to=dt.date(1987, 5, 29),
            known_at=_start_of(goa),
            **union,
        ),
        model.Territory(
            id="in-dnh",
            name="Dadra and Nagar Haveli",
            status="union territory",
            code="U03",
            valid_from=nagar_haveli,
            valid_to=joined,
            known_at=_start_of(nagar_haveli),
            **union,
        ),
        model.Territory(
            id="in-dd",
            name="Daman and Diu",
            status="union territory",
            code="U04",
            valid_from=daman,
            valid_to=joined,
            known_at=_start_of(daman),
            **union,
        ),
    ]


def _houses(source: str) -> list[model.House]:
    said: dict[str, Any] = {"known_at": _start_of(dt.date(1966, 1, 1)), "source": source}
    return [
        model.House(
            id="in-gdd-assembly",
            name="Goa, Daman and Diu Legislative Assembly",
            territory="in-gdd",
            kind="assembly",
            elected_seats=30,
            **said,
        ),
        model.House(
            id="in-dl-council",
            name="Delhi Metropolitan Council",
            territory="in-dl",
            kind="council",
            elected_seats=56,
            nominated_seats=5,
            **said,
        ),
    ]


def _start_of(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
