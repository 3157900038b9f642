"""
Lok Sabha results by candidate of 2014, 2019 and 2024, each in the layout in which it was gathered.

- 2024: semicolon CSV, total votes only. The seat's number is cut to its first digit, so seats are found by
  state and name. An uncontested seat has `Unconteste` for votes.
- 2019: JSON, a list of seats, each a list of candidates with ballot number, EVM and postal votes, in J&K
  migrant votes too.
- 2014: CSV, total votes only, seats by state code and number.

Candidates of 2014 and 2024 are numbered by votes, since the files do not tell the ballot's order.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.sources.eci_parliament_results import statements_of
from janadesh.sources.eci_parliament_seats import place_by_name
from janadesh.sources.eci_parliament_seats import place_by_number
from janadesh.sources.lokdhaba_places import PLACES
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_table import text_table
from janadesh.sources.text_table import unpacked_bytes

MOST_BYTES = 100 * MEGABYTE
_2024 = ("State", "Constituency", "Party", "Candidate", "Votes", "State ID", "Constituency ID")
_2019 = ("state_name", "pc_name", "constituency_code", "sl_no", "candidate_name", "party_name", "evm_votes")
_2014 = ("Candidate", "Party", "Votes", "State", "Constituency", "State-code", "Constituency-code")
_UNSEEN = r"[\u00ad\u200b-\u200f\u2060\ufeff]"
_NOTA = ("nota", "none of the above")


@dataclass(frozen=True, slots=True)
class Layout:
    """One year's layout: how the file begins, and how its content becomes rows."""

    year: int
    heading: tuple[str, ...]
    rows: Callable[[bytes, str], pl.DataFrame]


def matches(head: str) -> bool:
    """Tell from a file's first lines whether it is one of the three tables."""
    return _layout(head) is not None


def read_eci_parliament(path: Path, record: Record, known_at: Moment | None = None) -> Statements:
    """
    Read a Lok Sabha result into statements on parties, contests, candidates, votes and winners.

    Args:
        path: the file, plain or gzip-compressed.
        record: what seats and parties are found in; it is not changed.
        known_at: when the results were published; where None the end of the day of the count.

    Returns: statements; contests that the record already has from elsewhere are told in `set_aside`.
    Raises: Refused, where a seat cannot be placed or a number cannot be read, with every fault by row.
    """
    content = unpacked_bytes(path, MOST_BYTES, "Split it by state.")
    layout = _layout(content[:4096].decode("utf-8-sig", errors="ignore"))
    if layout is None:
        cure = "Give a table of Lok Sabha results by candidate of 2014, 2019 or 2024."
        raise Refused(path.name, [Fault(file=path.name, row=1, problem="the heading is of no known year", cure=cure)])
    rows = layout.rows(content, path.name).with_columns(_is_nota(), _squashed("candidate"), _squashed("party"))
    unreadable = rows.filter(pl.col("total").is_null() & ~pl.col("uncontested"))
    faults = [
        Fault(file=path.name, row=row["row"], value=row["candidate"], problem="the votes are no whole number")
        for row in unreadable.iter_rows(named=True)
    ]
    faults += _incomplete(path.name, rows)
    if faults:
        raise Refused(path.name, faults)
    if layout.year == 2024:
        rows, unplaced = place_by_name(path.name, rows, record)
    else:
        rows, unplaced = place_by_number(path.name, rows, layout.year)
    faults += unplaced
    if faults:
        raise Refused(path.name, faults)
    rows, twice = _without_copies(path.name, rows)
    said = statements_of(path.name, rows, layout.year, record, known_at)
    return replace(said, set_aside=(*twice, *said.set_aside))


def _incomplete(file: str, rows: pl.DataFrame) -> Iterator[Fault]:
    nameless = pl.col("party").is_null() & ~pl.col("is_nota")
    incomplete = pl.col("seat_name").is_null() | pl.col("candidate").is_null() | nameless
    for row in rows.filter(incomplete).iter_rows(named=True):
        problem = "the row does not name its seat, its candidate or the party"
        yield Fault(file=file, row=row["row"], value=row["candidate"], problem=problem, cure="Complete it.")


def _without_copies(file: str, rows: pl.DataFrame) -> tuple[pl.DataFrame, list[Fault]]:
    if "serial" not in rows.columns:
        return rows, []
    marked = rows.with_columns(copy=~pl.struct("constituency", "serial", "candidate", "total").is_first_distinct())
    told = [
        Fault(file=file, row=row["row"], value=row["candidate"], problem="the seat has this row already, above")
        for row in marked.filter("copy").iter_rows(named=True)
    ]
    return marked.filter(~pl.col("copy")).drop("copy"), told


def _layout(head: str) -> Layout | None:
    start = head.lstrip("\ufeff \n[")
    if start.startswith("{"):
        return _LAYOUTS[2019] if all(f'"{key}"' in start[:2000] for key in _2019) else None
    line = head.partition("\n")[0].strip().replace('"', "")
    for layout in _LAYOUTS.values():
        if line in (";".join(layout.heading), ",".join(layout.heading)):
            return layout
    return None


def _rows_of_2024(content: bytes, file: str) -> pl.DataFrame:
    table = text_table(content, file, _2024, separator=";").with_row_index("row", offset=2)
    return table.select(
        pl.col("row").cast(pl.Int64),
        code="State ID",
        seat_name=pl.col("Constituency").str.strip_chars(),
        candidate="Candidate",
        party="Party",
        total=pl.col("Votes").cast(pl.Int64, strict=False),
        uncontested=pl.col("Votes").str.to_lowercase().str.starts_with("uncontest"),
    )


def _rows_of_2019(content: bytes, file: str) -> pl.DataFrame:
    try:
        listed: list[list[dict[str, Any]]] = json.loads(content)
        return _rows_of_candidates([row for seat in listed for row in seat])
    except (ValueError, RecursionError) as error:
        raise Refused(file, [Fault(file=file, problem=f"this is not JSON: {error}")]) from None
    except (KeyError, TypeError, AttributeError, OverflowError, pl.exceptions.PolarsError) as error:
        problem = f"it lacks what such a table has ({str(error).partition(chr(10))[0][:120]})"
        raise Refused(file, [Fault(file=file, problem=problem, cure="Give the file as published.")]) from None


def _rows_of_candidates(flat: list[dict[str, Any]]) -> pl.DataFrame:
    codes = {spelling_key(name): place.code for name, place in PLACES.items()} | {"nctofdelhi": "U05"}
    votes = {"evm": "evm_votes", "postal": "postal_votes", "migrant": "migrant_votes", "total": "total_votes"}
    table = pl.DataFrame(flat, infer_schema_length=None).with_row_index("row", offset=1)
    numbers = [
        pl.col(old).cast(pl.Int64, strict=False).alias(new) for new, old in votes.items() if old in table.columns
    ]
    return table.select(
        pl.col("row").cast(pl.Int64),
        *numbers,
        code=pl.Series([codes.get(spelling_key(row["state_name"])) for row in flat], dtype=pl.String),
        number=pl.col("constituency_code").cast(pl.Int64),
        seat_name="pc_name",
        serial=pl.col("sl_no").cast(pl.Int64),
        candidate="candidate_name",
        party="party_name",
        uncontested=pl.lit(False),  # noqa: FBT003
    )


def _rows_of_2014(content: bytes, file: str) -> pl.DataFrame:
    table = text_table(content, file, _2014).with_row_index("row", offset=2)
    return table.select(
        pl.col("row").cast(pl.Int64),
        # the joint territory has had the code U03 since 2020
        code=pl.col("State-code").replace("U03", "DNH"),
        number=pl.col("Constituency-code").cast(pl.Int64),
        seat_name="Constituency",
        candidate="Candidate",
        party="Party",
        total=pl.col("Votes").cast(pl.Int64, strict=False),
        uncontested=pl.lit(False),  # noqa: FBT003
    )


_LAYOUTS = {
    2024: Layout(2024, _2024, _rows_of_2024),
    2019: Layout(2019, _2019, _rows_of_2019),
    2014: Layout(2014, _2014, _rows_of_2014),
}


def _squashed(column: str) -> pl.Expr:
    return pl.col(column).str.replace_all(_UNSEEN, "").str.replace_all(r"\s+", " ").str.strip_chars()


def _is_nota() -> pl.Expr:
    return pl.col("candidate").str.strip_chars().str.to_lowercase().is_in(_NOTA).alias("is_nota")
