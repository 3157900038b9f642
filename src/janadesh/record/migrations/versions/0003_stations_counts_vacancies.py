"""Polling stations, leads and alarms of a count, repolls, vacancies, parties' descent; candidates' gender and age."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NEW = {
    "party_descents": ("party predecessor", "party predecessor how on_date?"),
    "leads": (
        "election constituency",
        "election constituency leading:int? trailing:int? margin:int? status round:int? rounds:int?",
    ),
    "held_tallies": (
        "election constituency serial",
        "election constituency serial:int evm:int? postal:int? migrant:int? total:int? status round:int? rounds:int?",
    ),
    "alarms": (
        "election constituency rule serial raised_at",
        (
            "election constituency rule serial:int? raised_at says earlier_value:float? earlier_at? earlier_source?"
            " later_value:float? later_at? later_source? status cleared_by?"
        ),
    ),
    "repolls": (
        "election constituency on_date station",
        "election constituency on_date station? stations:int? reason?",
    ),
    "vacancies": ("constituency on_date", "constituency on_date reason election? person?"),
    "polling_stations": (
        "election constituency segment station",
        "election constituency segment:int? station name? electors:int? voters:int? rejected:int? tendered:int?",
    ),
    "station_tallies": (
        "election constituency segment station serial",
        "election constituency segment:int? station serial:int votes:int",
    ),
}
"""The new tables: the columns of the key, and all columns of their own; a question mark where one may be unknown."""

_KINDS: dict[str, type[sa.types.TypeEngine[Any]]] = {"": sa.Text, "int": sa.BigInteger, "float": sa.Float}


def upgrade() -> None:
    """Make the tables, and add the columns."""
    op.add_column("candidacies", sa.Column("gender", sa.Text))
    op.add_column("candidacies", sa.Column("age", sa.BigInteger))
    running_number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    for table, (key, own) in NEW.items():
        op.create_table(
            table,
            sa.Column("statement", running_number, primary_key=True, autoincrement=True),
            sa.Column("entry", sa.Integer, sa.ForeignKey("ledger.entry"), nullable=False, index=True),
            *(_column(told) for told in [*own.split(), "known_at", "source", "note?"]),
        )
        op.create_index(f"{table}_as_of", table, [*key.split(), "known_at", "statement"])


def _column(told: str) -> sa.Column[Any]:
    name, _, kind = told.removesuffix("?").partition(":")
    return sa.Column(name, _KINDS[kind], nullable=told.endswith("?"))
