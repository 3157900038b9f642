"""The tables in which `janadesh swing` lays out change for people."""

from __future__ import annotations

from functools import partial

import polars as pl

from janadesh.cli.analysis_tables import points
from janadesh.export.figures import UNKNOWN
from janadesh.export.figures import Digits
from janadesh.export.figures import grouped
from janadesh.export.figures import percent
from janadesh.export.tables import Column
from janadesh.export.tables import PeoplesTable
from janadesh.export.tables import peoples_table
from janadesh.export.tables import text


def signed(number: int | None) -> str:
    """Write a change with its sign, and no change as 0."""
    return UNKNOWN if number is None else f"{number:+d}" if number else "0"


def yes(flag: bool | None) -> str:  # noqa: FBT001 - a table hands over the cell
    """Write what is so as `yes`, and leave empty what is not."""
    return "yes" if flag else ""


def changes_table(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    """Lay out seats and votes of two elections by party or alliance."""
    by = "alliance" if "alliance" in frame.columns else "party"
    number = partial(grouped, digits=digits)
    columns = (
        Column(f"{by}_name", by.capitalize(), text),
        Column("won", "Won", number, is_number=True),
        Column("won_change", "Change", signed, is_number=True),
        Column("contested", "Contested", number, is_number=True),
        Column("contested_before", "Before", number, is_number=True),
        Column("votes", "Votes", number, is_number=True),
        Column("votes_before", "Before", number, is_number=True),
        Column("share", "Share", percent, is_number=True),
        Column("share_change", "Points", points, is_number=True),
    )
    return peoples_table(title, frame, columns)


def swings_table(title: str, frame: pl.DataFrame, sides: tuple[str, str]) -> PeoplesTable:
    """Lay out the swing of each seat, with that of all votes below the line."""
    columns = (
        Column("number", "No.", text, is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("before_name", "Compared with", text),
        Column("basis", "Boundaries", text),
        Column("first_share", f"{sides[0]} now", percent, is_number=True),
        Column("first_before", "before", percent, is_number=True),
        Column("second_share", f"{sides[1]} now", percent, is_number=True),
        Column("second_before", "before", percent, is_number=True),
        Column("butler", f"Swing to {sides[0]}", points, is_number=True),
        Column("steed", "Steed", points, is_number=True),
    )
    seats = frame.filter(pl.col("constituency").is_not_null())
    overall = frame.filter(pl.col("constituency").is_null()).with_columns(constituency_name=pl.lit("All votes"))
    return peoples_table(title, seats, columns, overall.drop("number", "before_name", "basis").to_dicts())


def gains_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out how many seats went from whom to whom."""
    columns = (
        Column("from_short", "Had it", text),
        Column("to_short", "Has it", text),
        Column("seats", "Seats", str, is_number=True),
    )
    return peoples_table(title, frame, columns)


def hands_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out each seat with who had it and who has it."""
    columns = (
        Column("number", "No.", text, is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("before_name", "Compared with", text),
        Column("basis", "Boundaries", text),
        Column("from_short", "Had it", text),
        Column("to_short", "Has it", text),
        Column("how", "How", text),
    )
    return peoples_table(title, frame, columns)


def standing_again_table(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    """Lay out who stood at both elections."""
    columns = (
        Column("person_name", "Person", text),
        Column("constituency_name", "Stands in", text),
        Column("party_short", "For", text),
        Column("counted", "Votes", partial(grouped, digits=digits), is_number=True),
        Column("won", "Won", yes),
        Column("before_name", "Stood in", text),
        Column("party_before_short", "For", text),
        Column("incumbent", "Incumbent", yes),
        Column("same_seat", "Same seat", yes),
        Column("turncoat", "Other party", yes),
    )
    return peoples_table(title, frame, columns)


def rebels_table(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    """Lay out rebels beside the candidate of the side that they broke with."""
    number = partial(grouped, digits=digits)
    columns = (
        Column("constituency_name", "Constituency", text),
        Column("candidate", "Rebel", text),
        Column("rebel_of_short", "Of", text),
        Column("counted", "Votes", number, is_number=True),
        Column("side_candidate", "The side's own", text),
        Column("side_short", "Party", text),
        Column("side_votes", "Votes", number, is_number=True),
        Column("behind", "Behind the winner", number, is_number=True),
        Column("cost", "It cost", text),
    )
    return peoples_table(title, frame, columns)
