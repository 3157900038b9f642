"""The columns in which a projection is laid out for people."""

from __future__ import annotations

from janadesh.count.projected import chance
from janadesh.export.tables import Column
from janadesh.export.tables import Writing
from janadesh.export.tables import text


def seat_columns(by: str) -> list[Column]:
    """Lay out seats by party or alliance."""
    return [
        Column(f"{by}_name", by.capitalize(), text),
        Column("low", "From", is_number=True),
        Column("median", "Median", is_number=True),
        Column("high", "To", is_number=True),
        Column("inside", "Chance", chance, is_number=True),
        Column("majority", "Majority", chance, is_number=True),
    ]


def contest_columns(number: Writing) -> list[Column]:
    """Lay out one contest a row."""
    return [
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("leader", "Ahead", text),
        Column("leader_short", "Party", text),
        Column("chance", "Chance", chance, is_number=True),
        Column("rival", "Likeliest rival", text),
        Column("rival_short", "Party", text),
        Column("rival_chance", "Chance", chance, is_number=True),
        Column("low", "Margin from", number, is_number=True),
        Column("high", "To", number, is_number=True),
    ]
