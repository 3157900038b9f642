"""The columns in which standings and alarms are laid out for people."""

from __future__ import annotations

from janadesh.export.figures import percent
from janadesh.export.tables import Column
from janadesh.export.tables import Writing
from janadesh.export.tables import text


def seat_columns(number: Writing, by: str, *, moved: bool) -> list[Column]:
    """Lay out seats and votes by party or alliance."""
    columns = [
        Column(f"{by}_name", by.capitalize(), text),
        Column("won", "Won", number, is_number=True),
        Column("leading", "Leading", number, is_number=True),
        Column("seats", "Seats", number, is_number=True),
        Column("second", "Second", number, is_number=True),
        Column("votes", "Votes", number, is_number=True),
        Column("share", "Share", percent, is_number=True),
    ]
    if moved:
        columns += [
            Column("gained", "Gained", number, is_number=True),
            Column("lost", "Lost", number, is_number=True),
        ]
    return columns


def contest_columns(number: Writing) -> list[Column]:
    """Lay out one contest a row."""
    return [
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("status", "Status", text),
        Column("leader", "Ahead", text),
        Column("leader_short", "Party", text),
        Column("second", "Second", text),
        Column("second_short", "Party", text),
        Column("margin", "Margin", number, is_number=True),
        Column("counted", "Counted", number, is_number=True),
        Column("postal", "Postal", number, is_number=True),
        Column("round", "Round", number, is_number=True),
        Column("rounds", "Of", number, is_number=True),
        Column("held", "Held", number, is_number=True),
        Column("alarms", "Alarms", number, is_number=True),
    ]


def lead_change_columns(number: Writing) -> list[Column]:
    """Lay out contests in which another is ahead."""
    return [
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("from_candidate", "Was ahead", text),
        Column("from_short", "Party", text),
        Column("leader", "Is ahead", text),
        Column("leader_short", "Party", text),
        Column("margin", "Margin", number, is_number=True),
        Column("status", "Status", text),
    ]


def changed_columns(number: Writing) -> list[Column]:
    """Lay out contests of which something new was shown."""
    return [
        Column("last_at", "At", lambda at: f"{at:%H:%M:%S} UTC"),
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("leader", "Ahead", text),
        Column("leader_short", "Party", text),
        Column("margin", "Margin", number, is_number=True),
        Column("margin_before", "Before", number, is_number=True),
        Column("votes_added", "Votes added", number, is_number=True),
        Column("status", "Status", text),
    ]


def place_columns(number: Writing, by: str) -> list[Column]:
    """Lay out states or regions with who is ahead in them."""
    return [
        Column("place", by.capitalize(), text),
        Column("contests", "Seats", number, is_number=True),
        Column("declared", "Declared", number, is_number=True),
        Column("counted", "Counted", number, is_number=True),
        Column("party_short", "Party", text),
        Column("won", "Won", number, is_number=True),
        Column("leading", "Leading", number, is_number=True),
    ]


def alarm_columns(number: Writing) -> list[Column]:
    """Lay out alarms, each with the two observations that conflict."""
    return [
        Column("raised_at", "Raised", lambda at: f"{at:%Y-%m-%d %H:%M:%S} UTC"),
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("candidate", "Candidate", text),
        Column("rule", "Rule", text),
        Column("says", "What conflicts", text),
        Column("earlier_value", "Earlier", _whole(number), is_number=True),
        Column("later_value", "Later", _whole(number), is_number=True),
        Column("status", "Status", text),
        Column("cleared_by", "Cleared by", text),
    ]


def _whole(number: Writing) -> Writing:
    def write(value: float | None) -> str:
        return number(value if value is None or value % 1 else int(value))

    return write
