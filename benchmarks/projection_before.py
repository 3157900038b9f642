"""
What the seats of 4 June 2024 did in 2019, by candidate and by assembly segment, as the projection asks for it.

Seats are those of the same state and number; Assam's and Jammu & Kashmir's were redrawn and have none, nor have the
two that the 2019 file names by a union territory since merged. Segments are TCPD's (Lok Dhaba, `_GA` files).
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import polars as pl

from projection_day import REDRAWN
from projection_day import STATES_2019
from projection_day import CountingDay
from projection_day import contest
from projection_day import party_key


def _codes(day: CountingDay) -> dict[str, str]:
    return dict(day.results.select("state_name", "state").unique().iter_rows()) | STATES_2019


def same_seats(rows: pl.DataFrame, codes: dict[str, str]) -> pl.DataFrame:
    """Key rows of `state_name` and `no` by seat, redrawn and unknown states left out."""
    state = pl.col("state_name").str.replace_all("_", " ").replace_strict(codes, default=None)
    kept = rows.with_columns(state=state).filter(pl.col("state").is_not_null() & ~pl.col("state").is_in(REDRAWN))
    return kept.with_columns(contest("state"))


def previous_of(day: CountingDay, shared: Path) -> pl.DataFrame:
    """Give `contest`, `party` as the feed of 2024 spells it (null for independents), `votes` of 2019."""
    raw = gzip.decompress((shared / "data/eci-parliament/2019-results_loksabha.json.gz").read_bytes())
    old = pl.DataFrame(
        [(c["state_name"], c["constituency_code"], c["party_name"], c["candidate_name"], int(c["total_votes"]))
         for seat in json.loads(raw) for c in seat],
        schema={"state_name": pl.String, "no": pl.Int64, "party": pl.String, "who": pl.String, "votes": pl.Int64},
        orient="row",
    ).with_columns(key=party_key("party"))  # fmt: skip
    now = day.results.select("party", key=party_key("party")).unique("key").rename({"party": "now"})
    rows = same_seats(old.filter(pl.col("who").str.to_uppercase() != "NOTA"), _codes(day))
    party = pl.when(pl.col("key") != "independent").then(pl.coalesce("now", "party"))
    return rows.join(now, on="key", how="left").select("contest", "votes", party=party)


def segments_of(day: CountingDay, shared: Path) -> pl.DataFrame:
    """Give `contest`, `segment`, `party` (null for independents), `votes` of 2019."""
    states = []
    for path in sorted((shared / "data" / "lokdhaba").glob("*_GA.csv*")):
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        rows = pl.read_csv(raw, infer_schema_length=0)
        if rows.height:
            states.append(rows.filter((pl.col("Year") == "2019") & (pl.col("Party") != "NOTA")))
    rows = pl.concat(states, how="diagonal").select(
        state_name="State_Name", no="PC_No", segment="Constituency_No", party="Party",
        votes=pl.col("Votes").cast(pl.Float64, strict=False),
    )  # fmt: skip
    party = pl.when(pl.col("party") != "IND").then("party")
    return same_seats(rows, _codes(day)).select("contest", "segment", "votes", party=party)
