"""Indexes that end in the time known, so that any moment is answered as fast as now; descriptions for readers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEYS = {
    "sources": "id",
    "territories": "id valid_from",
    "houses": "id valid_from",
    "constituencies": "id",
    "lineage": "constituency predecessor",
    "parties": "id",
    "alliances": "id",
    "persons": "id",
    "names": "noun of name",
    "elections": "id",
    "alliance_members": "alliance party election",
    "seat_shares": "election alliance constituency party",
    "seat_share_totals": "election alliance party arrangement",
    "schedule": "election event phase",
    "contests": "election constituency",
    "candidacies": "election constituency serial",
    "endorsements": "election constituency serial backer",
    "tallies": "election constituency serial",
    "declarations": "election constituency",
    "figures": "election scope scope_id measure basis",
    "offices": "office of person valid_from",
}
"""The columns that say what a statement of each table is about."""


def upgrade() -> None:
    """Replace the index of each table, and the settings by Alembic's own table."""
    for table, key in KEYS.items():
        known_at = [] if table == "sources" else ["known_at"]
        op.drop_index(f"{table}_by_key", table)
        op.create_index(f"{table}_as_of", table, [*key.split(), *known_at, "statement"])
    op.drop_table("janadesh_settings")
    op.create_table(
        "janadesh_descriptions",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("column", sa.Text, primary_key=True),
        sa.Column("description", sa.Text, nullable=False),
    )
