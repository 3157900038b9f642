"""Articles that were kept, with their texts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

NEEDED = ("id", "published", "text", "known_at", "source")
COLUMNS = ("id", "title", "published", "outlet", "url", "language", "text", "known_at", "source", "note")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "articles",
        sa.Column(
            "statement", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True
        ),
        sa.Column("entry", sa.Integer, sa.ForeignKey("ledger.entry"), nullable=False, index=True),
        *(sa.Column(name, sa.Text, nullable=name not in NEEDED) for name in COLUMNS),
    )
    op.create_index("articles_as_of", "articles", ["id", "known_at", "statement"])
