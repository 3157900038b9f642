"""The first schema: the ledger, the settings, and a table of statements for each noun."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = {
    "sources": ("id", "id title publisher kind published? url? note?"),
    "territories": ("id valid_from", "id name status within? code? valid_from? valid_to?"),
    "houses": (
        "id valid_from",
        "id name territory kind elected_seats:whole nominated_seats:whole valid_from? valid_to?",
    ),
    "constituencies": (
        "id",
        (
            "id house delimitation number:whole name official_name territory reservation district? region? "
            "within? valid_from? valid_to?"
        ),
    ),
    "lineage": ("constituency predecessor", "constituency predecessor basis"),
    "parties": ("id", "id name abbreviation kind colour?"),
    "alliances": ("id", "id name short_name colour?"),
    "persons": ("id", "id name gender? party?"),
    "names": ("noun of name", "noun of name kind language"),
    "elections": ("id", "id name house year:whole kind time_zone previous? territory?"),
    "alliance_members": ("alliance party election", "alliance party election status valid_from? valid_to?"),
    "seat_shares": ("election alliance constituency party", "election alliance constituency party arrangement"),
    "seat_share_totals": ("election alliance party arrangement", "election alliance party? arrangement seats:whole"),
    "schedule": ("election event phase", "election event phase?:whole on_date"),
    "contests": ("election constituency", "election constituency phase?:whole"),
    "candidacies": (
        "election constituency serial",
        "election constituency serial:whole serial_kind name party person? status rebel_of?",
    ),
    "endorsements": ("election constituency serial backer", "election constituency serial:whole backer"),
    "tallies": (
        "election constituency serial",
        (
            "election constituency serial:whole evm?:whole postal?:whole migrant?:whole total?:whole status "
            "round?:whole rounds?:whole"
        ),
    ),
    "declarations": ("election constituency", "election constituency status winner?:whole by_lot:flag"),
    "figures": ("election scope scope_id measure basis", "election scope scope_id measure value:number unit basis"),
    "offices": ("office of person valid_from", "office of person valid_from? valid_to?"),
}
"""Each table's key and columns as they were then: text unless told otherwise, `?` where a cell may be empty."""

SAID = "known_at source note?"
"""The last columns of every table but `sources`."""

KINDS = {"": sa.Text, "whole": sa.BigInteger, "number": sa.Float, "flag": sa.Boolean}


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "ledger",
        sa.Column("entry", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("loaded_at", sa.Text, nullable=False),
        sa.Column("read_from", sa.Text, nullable=False),
        sa.Column("statements", sa.BigInteger, nullable=False),
        sa.Column("content_hash", sa.Text, nullable=False),
        sa.Column("previous_hash", sa.Text, nullable=False),
        sa.Column("entry_hash", sa.Text, nullable=False),
    )
    op.create_table(
        "janadesh_settings",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    for table, (key, columns) in TABLES.items():
        said = "" if table == "sources" else f" {SAID}"
        op.create_table(
            table,
            sa.Column("statement", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
            sa.Column("entry", sa.Integer, sa.ForeignKey("ledger.entry"), nullable=False),
            *(_column(declared) for declared in (columns + said).split()),
        )
        op.create_index(f"ix_{table}_entry", table, ["entry"])
        op.create_index(f"{table}_by_key", table, key.split())


def _column(declared: str) -> sa.Column[object]:
    name, _, kind = declared.partition(":")
    return sa.Column(name.removesuffix("?"), KINDS[kind], nullable=name.endswith("?"))
