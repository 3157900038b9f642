"""Readers of the official results: one frame of candidates and votes for each election."""

from __future__ import annotations

import json
from gzip import open as open_gzip
from pathlib import Path

import polars as pl

SQUASHED = pl.col("candidate").str.strip_chars().str.replace_all(r"\s+", " ")

COLUMNS = ("seat", "serial", "candidate", "party", "evm", "postal", "migrant", "total")
"""What every reader gives: `seat` is `S09-4` for the Lok Sabha, a plain number for the assembly; serial 0 is NOTA."""


def assembly_2024(data: Path) -> pl.DataFrame:
    """Read the assembly election of 2024: ballot serials, EVM and postal votes, by `eci-assembly/`."""
    table = pl.read_csv(data / "eci-assembly" / "2024Assembly-JK.csv")
    return table.select(
        pl.col("constituency_no").cast(pl.String).alias("seat"),
        pl.when(pl.col("candidate") == "NOTA").then(0).otherwise(pl.col("serial_no")).alias("serial"),
        SQUASHED,
        pl.col("party").str.replace_all(r"\s+", " "),
        pl.col("evm_votes").alias("evm"),
        pl.col("postal_votes").alias("postal"),
        pl.lit(None, dtype=pl.Int64).alias("migrant"),
        (pl.col("evm_votes") + pl.col("postal_votes")).alias("total"),
    ).sort(pl.col("seat").cast(pl.Int64), "serial")


def lok_sabha_2024(data: Path) -> pl.DataFrame:
    """
    Read the six seats of 2024 as they stood last on the result pages; listed by votes.

    The state code is read off the page's address: the feed's own column joins S01 and U01.
    """
    feed = pl.read_csv(
        data / "count-feed-2024-06-04" / "Elections2024_candidates_votes_changes.csv.gz", infer_schema_length=0
    )
    of_page = feed.with_columns(seat=pl.col("source_url").str.extract(r"wise([SU]\d\d)") + "-" + pl.col("pc_no"))
    last = (
        of_page.filter(pl.col("seat").str.contains("^U0[89]-"))
        .sort("timestamp", maintain_order=True)
        .unique(["seat", "candidate_name", "party"], keep="last", maintain_order=True)
    )
    return _listed_by_votes(
        last.select(
            "seat",
            pl.col("candidate_name").alias("candidate"),
            pl.col("party").str.replace_all(r"\s+", " "),
            pl.col("evm_votes").cast(pl.Int64).alias("evm"),
            pl.col("postal_votes").replace("-", None).cast(pl.Int64).alias("postal"),
            pl.lit(None, dtype=pl.Int64).alias("migrant"),
            pl.col("total_votes").cast(pl.Int64).alias("total"),
            (pl.col("candidate_name") == "NOTA").alias("nota"),
        )
    )


def lok_sabha_2019(data: Path) -> pl.DataFrame:
    """Read the six seats of 2019: ballot serials, EVM, migrant and postal votes."""
    with open_gzip(data / "eci-parliament" / "2019-results_loksabha.json.gz", "rt", encoding="utf-8") as file:
        seats = [seat for seat in json.load(file) if seat and seat[0]["state_name"] == "Jammu and Kashmir"]
    table = pl.DataFrame([row for seat in seats for row in seat])
    votes = {
        new: pl.col(old).cast(pl.Int64).alias(new)
        for new, old in (("evm", "evm_votes"), ("postal", "postal_votes"), ("migrant", "migrant_votes"))
    }
    return table.select(
        pl.format("S09-{}", "constituency_code").alias("seat"),
        pl.when(pl.col("candidate_name") == "NOTA").then(0).otherwise(pl.col("sl_no").cast(pl.Int64)).alias("serial"),
        pl.col("candidate_name").alias("candidate"),
        pl.col("party_name").str.replace_all(r"\s+", " ").alias("party"),
        *votes.values(),
        pl.col("total_votes").cast(pl.Int64).alias("total"),
    ).sort("seat", "serial")


def earlier(data: Path, year: int, house: str) -> pl.DataFrame:
    """Read the names, parties and votes of an earlier general election; listed by votes, totals only."""
    table = _collection(data, year, house)
    seat = pl.col("Constituency_No") if house == "in-jk-assembly" else pl.format("S09-{}", "Constituency_No")
    return _listed_by_votes(
        table.select(
            seat.alias("seat"),
            pl.col("Candidate").alias("candidate"),
            pl.col("Party").str.strip_chars().alias("party"),
            *(pl.lit(None, dtype=pl.Int64).alias(kind) for kind in ("evm", "postal", "migrant")),
            pl.col("Votes").cast(pl.Int64).alias("total"),
            (pl.col("Party") == "NOTA").alias("nota"),
        )
    )


def electors(data: Path, year: int, house: str) -> dict[str, int]:
    """Read the electors of each seat of an earlier general election."""
    table = _collection(data, year, house).unique("Constituency_No", maintain_order=True)
    prefix = "" if house == "in-jk-assembly" else "S09-"
    return {f"{prefix}{seat}": int(count) for seat, count in table.select("Constituency_No", "Electors").iter_rows()}


def seats_1995(data: Path) -> dict[int, tuple[str, str]]:
    """Read official name and reservation of the 87 seats of the map of 1995, as in the results of 2014."""
    table = _collection(data, 2014, "in-jk-assembly").unique("Constituency_No", maintain_order=True)
    chosen = table.select("Constituency_No", "Constituency_Name", "Constituency_Type")
    return {int(number): (name, kind) for number, name, kind in chosen.iter_rows()}


def official_lok_sabha_names(data: Path) -> dict[str, str]:
    """Read the names of the six seats as the result of 2024 prints them, by state code and number."""
    table = pl.read_csv(data / "eci-parliament" / "2024-parliament.csv.gz", separator=";", infer_schema_length=0)
    names = table.filter(pl.col("State ID").is_in(["U08", "U09"])).unique(["State ID", "Constituency"])
    return {
        f"{state}-{number}": name.strip()
        for state, number, name in names.select("State ID", "Constituency ID", "Constituency").iter_rows()
    }


def _collection(data: Path, year: int, house: str) -> pl.DataFrame:
    kind = "AE" if house == "in-jk-assembly" else "GE"
    table = pl.read_csv(data / "lokdhaba" / f"Jammu_&_Kashmir_{kind}.csv.gz", infer_schema_length=0)
    return table.filter(pl.col("Year") == str(year), pl.col("Poll_No") == "0")


def _listed_by_votes(table: pl.DataFrame) -> pl.DataFrame:
    rank = pl.col("total").rank("ordinal", descending=True).over("seat", "nota").cast(pl.Int64)
    return (
        table.with_columns(SQUASHED, serial=pl.when("nota").then(0).otherwise(rank))
        .select(COLUMNS)
        .sort(pl.col("seat").str.extract(r"(\d+)$").cast(pl.Int64), "seat", "serial")
    )
