"""The tables in which `janadesh tally` and `janadesh margins` lay out their answers for people."""

from __future__ import annotations

from functools import partial

import polars as pl

from janadesh.cli.change_tables import yes
from janadesh.export.figures import UNKNOWN
from janadesh.export.figures import Digits
from janadesh.export.figures import grouped
from janadesh.export.figures import percent
from janadesh.export.tables import Column
from janadesh.export.tables import PeoplesTable
from janadesh.export.tables import Writing
from janadesh.export.tables import peoples_table
from janadesh.export.tables import text


def strike_table(title: str, frame: pl.DataFrame, by: str, digits: Digits) -> PeoplesTable:
    """Lay out seats, strike rates and votes by party or alliance, each within a group if there is one."""
    number = partial(grouped, digits=digits)
    sides = [side for side in ("party", "alliance") if side in frame.columns]
    groups = [Column(by, by.capitalize(), _known)] if by not in sides else []
    columns = (
        *groups,
        *(Column(f"{side}_name", side.capitalize(), text) for side in sides),
        *([Column("candidates", "Candidates", number, is_number=True)] if "candidates" in frame.columns else []),
        Column("won", "Won", number, is_number=True),
        Column("contested", "Contested", number, is_number=True),
        Column("strike_rate", "Strike rate", percent, is_number=True),
        Column("second", "Second", number, is_number=True),
        Column("lost_deposits", "Deposits lost", number, is_number=True),
        Column("votes", "Votes", number, is_number=True),
        Column("share", "Share", percent, is_number=True),
    )
    return peoples_table(title, frame, columns)


def places_table(title: str, frame: pl.DataFrame, by: str, digits: Digits) -> PeoplesTable:
    """Lay out seats, candidates, votes and turnout by state, region, district, phase or reservation."""
    number = partial(grouped, digits=digits)
    columns = (
        Column(by, by.capitalize(), _known),
        Column("seats", "Seats", number, is_number=True),
        Column("most_won_by", "Most to", text),
        Column("most_won", "Won", number, is_number=True),
        Column("candidates", "Candidates", number, is_number=True),
        Column("lost_deposits", "Deposits lost", number, is_number=True),
        Column("valid", "Votes", number, is_number=True),
        Column("nota", "NOTA", number, is_number=True),
        Column("turnout", "Turnout", percent, is_number=True),
        Column("median_margin", "Median margin", lambda m: number(None if m is None else round(m)), is_number=True),
        Column("nota_above_margin", "NOTA above margin", number, is_number=True),
    )
    return peoples_table(title, frame, columns)


def margins_table(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    """Lay out contests with their first two and the votes between them."""
    number = partial(grouped, digits=digits)
    columns = (
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("winner", "First", text),
        Column("winner_short", "Party", text),
        Column("runner_up", "Second", text),
        Column("runner_up_short", "Party", text),
        Column("margin", "Margin", number, is_number=True),
        Column("margin_share", "Of votes", percent, is_number=True),
        *_nota(frame, number),
    )
    return peoples_table(title, frame, columns)


def _nota(frame: pl.DataFrame, number: Writing) -> tuple[Column, ...]:
    """Give the columns on NOTA, where any was counted."""
    if not frame["nota"].count():
        return ()
    return Column("nota", "NOTA", number, is_number=True), Column("nota_above_margin", "NOTA above", yes)


def matrix_table(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    """Lay out how many contests were between which two parties."""
    columns = (
        Column("winner_short", "First", text),
        Column("runner_up_short", "Second", text),
        Column("seats", "Seats", str, is_number=True),
        Column("closest", "Closest margin", partial(grouped, digits=digits), is_number=True),
    )
    return peoples_table(title, frame, columns)


def several_seats_table(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    """Lay out who stands in several seats, seat by seat."""
    number = partial(grouped, digits=digits)
    columns = (
        Column("person_name", "Person", text),
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("party_short", "Party", text),
        Column("counted", "Votes", number, is_number=True),
        Column("position", "Place", number, is_number=True),
        Column("margin", "Margin", number, is_number=True),
        Column("won", "Won", yes),
    )
    return peoples_table(title, frame, columns)


def _known(value: object) -> str:
    return UNKNOWN if value is None else str(value)
