"""Seats of a Lok Sabha table: found by state and name, or by state and number on the map of the year."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.sources.lokdhaba_places import LOK_SABHA
from janadesh.sources.lokdhaba_places import PLACES
from janadesh.sources.lokdhaba_places import delimitation
from janadesh.sources.near import did_you_mean


def place_by_name(file: str, rows: pl.DataFrame, record: Record) -> tuple[pl.DataFrame, list[Fault]]:
    """
    Find each row's seat among the record's newest seats of its state, by any of their names.

    Args:
        file: what faults call the file.
        rows: with `row`, `code`, `seat_name`.
        record: the record, which must have the seats.

    Returns: the rows with `constituency`, and a fault for each seat that is not there.
    """
    seats = record.frame(model.Constituency, house=LOK_SABHA)
    spellings = record.frame(model.Name, noun="constituency").select("of", "name")
    named = pl.concat(
        [seats.select(of="id", name="name"), seats.select(of="id", name="official_name"), spellings]
    ).filter(pl.col("of").is_in(seats["id"].to_list()))
    found: dict[tuple[str, str], str] = {}
    # later maps come last and take the place of earlier ones
    for seat, name in sorted(named.iter_rows(), key=lambda one: _age(one[0])):
        found[_code(seat), spelling_key(name)] = seat
    printed = rows.group_by("code", "seat_name", maintain_order=True).agg(pl.col("row").first())
    placed, faults = [], []
    for code, name, row in printed.iter_rows():
        seat = found.get((code, spelling_key(name)))
        if seat is None:
            near = did_you_mean(spelling_key(name), [key for at, key in found if at == code])
            problem = f"the record knows no Lok Sabha seat of this name in {code}"
            cure = f"Load `india` and `jk-2024` first. {near}"
            faults.append(Fault(file=file, row=row, value=name, problem=problem, cure=cure))
        placed.append((code, name, seat))
    columns = {"code": pl.String, "seat_name": pl.String, "constituency": pl.String}
    table = pl.DataFrame(placed, schema=columns, orient="row")
    return rows.join(table, on=["code", "seat_name"], how="left", maintain_order="left"), faults


def place_by_number(file: str, rows: pl.DataFrame, year: int) -> tuple[pl.DataFrame, list[Fault]]:
    """
    Name each row's seat by its state's code and its number on the map of the year.

    Returns: the rows with `constituency`, `delimitation` and `territory`, and a fault for each unknown state.
    """
    territories = {place.code: place.territory for place in PLACES.values()}
    on_map = rows.with_columns(
        territory=pl.col("code").replace_strict(territories, default=None, return_dtype=pl.String),
        kind=pl.lit("GE"),
        delim=pl.lit(4, dtype=pl.Int64),
        year=pl.lit(year, dtype=pl.Int64),
    ).with_columns(delimitation=delimitation())
    unknown = on_map.filter(pl.col("territory").is_null()).unique("code", keep="first", maintain_order=True)
    faults = [
        Fault(file=file, row=row["row"], value=row["seat_name"], problem="the seat is of no known state")
        for row in unknown.iter_rows(named=True)
    ]
    seat = pl.format("{}.{}.{}-{}", pl.lit(LOK_SABHA), "delimitation", "code", "number")
    return on_map.with_columns(constituency=seat), faults


def _code(seat: str) -> str:
    return seat.rpartition(".")[2].partition("-")[0]


def _age(seat: str) -> tuple[int, bool]:
    label = seat.split(".")[1]
    return int(label[:4]), "undivided" not in label
