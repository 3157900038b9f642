"""The tables in which `janadesh results` and `janadesh show` lay out results for people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import polars as pl

from janadesh import model
from janadesh.export.figures import Digits
from janadesh.export.figures import grouped
from janadesh.export.figures import percent
from janadesh.export.tables import Column
from janadesh.export.tables import PeoplesTable
from janadesh.export.tables import peoples_table
from janadesh.export.tables import text


def seats_table(title: str, frame: pl.DataFrame, nota: int | None, digits: Digits) -> PeoplesTable:
    """Lay out seats and votes by party or alliance, with their sum and, apart, NOTA."""
    by = "alliance" if "alliance" in frame.columns else "party"
    number = partial(grouped, digits=digits)
    columns = [
        Column(f"{by}_name", by.capitalize(), text),
        Column("won", "Won", number, is_number=True),
        Column("leading", "Leading", number, is_number=True),
        Column("contested", "Contested", number, is_number=True),
        Column("votes", "Votes", number, is_number=True),
        Column("share", "Share", percent, is_number=True),
        Column("share_with_nota", "Share with NOTA", percent, is_number=True),
    ]
    if not frame["leading"].sum():
        columns = [column for column in columns if column.name != "leading"]
    if nota is None:
        columns = [column for column in columns if column.name != "share_with_nota"]
    valid = int(frame["votes"].sum())
    total = {f"{by}_name": "Total", "won": int(frame["won"].sum()), "leading": int(frame["leading"].sum())}
    foot: list[dict[str, Any]] = [total | {"votes": valid, "share": 100.0 if valid else None}]
    if nota is not None and valid:
        foot.append(
            {f"{by}_name": "NOTA (no candidate)", "votes": nota, "share_with_nota": nota * 100 / (valid + nota)}
        )
    return peoples_table(title, frame, columns, foot)


def three_way_table(title: str, frame: pl.DataFrame, names: Sequence[str]) -> PeoplesTable:
    """Lay out how the votes of each seat lie between three sides."""
    sides = zip(("first_share", "second_share", "third_share"), names, strict=True)
    columns = (
        Column("number", "No.", text, is_number=True),
        Column("constituency_name", "Constituency", text),
        *(Column(share, name, percent, is_number=True) for share, name in sides),
        Column("others_share", "Others", percent, is_number=True),
        Column("winner_short", "Won by, or led by", text),
        Column("margin_share", "Margin", percent, is_number=True),
    )
    return peoples_table(title, frame, columns)


def contests_table(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    """Lay out one contest a row: who won or leads, and by how much."""
    number = partial(grouped, digits=digits)
    columns = (
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("winner", "Won by, or led by", text),
        Column("winner_short", "Party", text),
        Column("winner_votes", "Votes", number, is_number=True),
        Column("runner_up", "Second", text),
        Column("runner_up_votes", "Votes", number, is_number=True),
        Column("margin", "Margin", number, is_number=True),
        Column("status", "Status", text),
    )
    return peoples_table(title, frame, columns)


def ballot_table(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    """Lay out the candidates of one constituency, with NOTA apart below them."""
    number = partial(grouped, digits=digits)
    has_ballot_numbers = frame["serial_kind"].drop_nulls().eq("ballot").all()
    is_nota = pl.col("serial") == model.NOTA
    # a source that tells no kinds of vote apart would fill them with dashes
    kinds = (("evm", "EVM"), ("postal", "Postal")) if frame["evm"].count() or frame["postal"].count() else ()
    migrant = [Column("migrant", "Migrant", number, is_number=True)] if frame["migrant"].count() else []
    columns = (
        Column("serial", "Ballot no." if has_ballot_numbers else "No.", is_number=True),
        Column("candidate", "Candidate", text),
        Column("party_short", "Party", text),
        *(Column(kind, heading, number, is_number=True) for kind, heading in kinds),
        *migrant,
        Column("counted", "Total", number, is_number=True),
        Column("share", "Share", percent, is_number=True),
        Column("margin", "Margin", number, is_number=True),
        Column("outcome", "Outcome", text),
    )
    nota = frame.filter(is_nota).select("evm", "postal", "migrant", "counted").to_dicts()
    candidates = frame.filter(~is_nota).with_columns(_outcome())
    return peoples_table(title, candidates, columns, [{"candidate": "NOTA (no candidate)"} | row for row in nota])


def candidacies_table(title: str, frame: pl.DataFrame, digits: Digits, *, with_election: bool = False) -> PeoplesTable:
    """Lay out candidacies in several constituencies, or, `with_election`, in several elections."""
    number = partial(grouped, digits=digits)
    columns = (
        *([Column("election", "Election")] if with_election else []),
        Column("number", "No.", is_number=True),
        Column("constituency_name", "Constituency", text),
        Column("candidate", "Candidate", text),
        Column("party_short", "Party", text),
        Column("position", "Place", number, is_number=True),
        Column("counted", "Votes", number, is_number=True),
        Column("share", "Share", percent, is_number=True),
        Column("margin", "Margin", number, is_number=True),
        Column("outcome", "Outcome", text),
    )
    return peoples_table(title, frame.with_columns(_outcome()), columns)


def earlier_table(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    """Lay out the contests of one place, election by election."""
    number = partial(grouped, digits=digits)
    columns = (
        Column("election", "Election"),
        Column("constituency_name", "As", text),
        Column("basis", "Boundaries", lambda basis: _BOUNDARIES.get(basis, text(basis))),
        Column("winner", "Won by, or led by", text),
        Column("winner_short", "Party", text),
        Column("winner_votes", "Votes", number, is_number=True),
        Column("runner_up", "Second", text),
        Column("margin", "Margin", number, is_number=True),
    )
    return peoples_table(title, frame, columns)


_BOUNDARIES: dict[str | None, str] = {None: "", "same name": "changed", "part": "part of it"}


def party_record_table(title: str, frame: pl.DataFrame, digits: Digits) -> PeoplesTable:
    """Lay out one party's seats and votes, election by election."""
    number = partial(grouped, digits=digits)
    columns = (
        Column("election", "Election"),
        Column("contested", "Contested", number, is_number=True),
        Column("won", "Won", number, is_number=True),
        Column("leading", "Leading", number, is_number=True),
        Column("second", "Second", number, is_number=True),
        Column("votes", "Votes", number, is_number=True),
        Column("share", "Share", percent, is_number=True),
        Column("lost_deposits", "Deposits lost", number, is_number=True),
    )
    return peoples_table(title, frame, columns)


def _outcome() -> pl.Expr:
    return (
        pl.when(pl.col("won") & (pl.col("declaration") == "uncontested"))
        .then(pl.lit("unopposed"))
        .when(pl.col("won"))
        .then(pl.lit("won"))
        .when(pl.col("lost_deposit"))
        .then(pl.lit("deposit lost"))
        .when(pl.col("tally_status") == "interim")
        .then(pl.lit("counting"))
        .when(pl.col("status") != "contesting")
        .then(pl.col("status"))
        .alias("outcome")
    )
