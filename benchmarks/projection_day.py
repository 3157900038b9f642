"""
The counting day of 4 June 2024 as the projection sees it: standings at a moment, the history before it, the truth.

Seats are keyed by the state code in the page's address (S01 is not U01) and the seat's number. The truth is the
official 2024 file, whose seats are found by the candidates they share with the feed: its own numbers are cut short.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import polars as pl

DAY = dt.datetime(2024, 6, 4)  # noqa: DTZ001 - Indian clock time, as the feed prints it
COUNT_BEGAN = 8.0
REDRAWN = ("S03", "U08")
"""Assam and Jammu & Kashmir: seats redrawn since 2019, so that equal numbers are not equal seats."""
SEGMENT_STATES = dict(
    pair.split(":")
    for pair in [
        "GA:S05",
        "JK:U08",
        "TR:S23",
        "MH:S13",
        "DD:U03",
        "HP:S08",
        "OD:S18",
        "MN:S14",
        "TN:S22",
        "AR:S02",
        "PB:S19",
        "LA:U09",
        "AP:S01",
        "CH:U02",
        "DL:U05",
        "JH:S27",
        "NL:S17",
        "UP:S24",
        "HR:S07",
        "KA:S10",
        "BR:S04",
        "UK:S28",
        "AN:U01",
        "SK:S21",
        "RJ:S20",
        "ML:S15",
        "AS:S03",
        "CG:S26",
        "WB:S25",
        "LD:U06",
        "GJ:S06",
        "PY:U07",
        "TS:S29",
        "MP:S12",
        "KL:S11",
        "MZ:S16",
    ]
)
STATES_2019 = {
    "Andaman and Nicobar Islands": "U01", "Chandigarh": "U02", "NCT OF Delhi": "U05", "Puducherry": "U07",
    "Lakshadweep": "U06", "Jammu and Kashmir": "U08", "Andaman & Nicobar Islands": "U01", "Delhi": "U05",
    "Jammu & Kashmir": "U08",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CountingDay:
    """leads: an observation a row. votes: a candidate's change a row. sizes: a seat a row. results: candidates."""

    leads: pl.DataFrame
    votes: pl.DataFrame
    sizes: pl.DataFrame
    results: pl.DataFrame


def name_key(column: str) -> pl.Expr:
    return pl.col(column).str.strip_chars().str.to_uppercase().str.replace_all(r"\s+", " ")


def contest(code: str = "code", number: str = "no") -> pl.Expr:
    return pl.concat_str(pl.col(code), pl.lit("-"), pl.col(number).cast(pl.Int64).cast(pl.String)).alias("contest")


def read_day(shared: Path) -> CountingDay:
    data = shared / "data"
    feed = data / "count-feed-2024-06-04"
    code = pl.col("source_url").str.extract(r"wise([SU]\d\d)").alias("code")
    at = pl.col("timestamp").str.to_datetime().alias("at")
    leads = (
        pl.read_csv(feed / "Elections2024_leads_changes.csv.gz", infer_schema_length=0)
        .with_columns(code, at, margin=pl.col("margin").cast(pl.Int64, strict=False))
        .filter(pl.col("margin").is_not_null())
        .select(
            contest(number="pc_no"), "at", "margin", state="code",
            leader=name_key("leading_candidate"), leader_party="leading_party",
            rival=name_key("trailing_candidate"), rival_party="trailing_party",
            declared=pl.col("result_status") == "Result Declared",
        ).sort("at")
    )  # fmt: skip
    votes = (
        pl.read_csv(feed / "Elections2024_candidates_votes_changes.csv.gz", infer_schema_length=0)
        .with_columns(code, at)
        .select(
            contest(number="pc_no"), "at", "party", state="code", candidate=name_key("candidate_name"),
            votes=pl.col("total_votes").cast(pl.Int64, strict=False),
            postal=pl.col("postal_votes").cast(pl.Int64, strict=False),
        ).sort("at")
    )  # fmt: skip
    official = pl.read_csv(data / "eci-parliament/2024-parliament.csv.gz", separator=";", infer_schema_length=0).select(
        seat=pl.col("Constituency").str.strip_chars(), state="State ID", state_name="State", party="Party",
        candidate=name_key("Candidate"), votes=pl.col("Votes").cast(pl.Int64, strict=False),
    )  # fmt: skip
    keys = votes.select("contest", "state", "candidate", "party").unique()
    seats = (
        keys.join(official, on=["state", "candidate", "party"])
        .group_by("contest", "state", "seat")
        .len()
        .sort("len", "contest", "seat", descending=[True, False, False])
        .unique("contest", keep="first", maintain_order=True)
    )
    results = official.join(seats.select("contest", "state", "seat"), on=["state", "seat"])
    return CountingDay(leads=leads, votes=votes, sizes=_sizes(data, official, results), results=results)


def _sizes(data: Path, official: pl.DataFrame, results: pl.DataFrame) -> pl.DataFrame:
    """Give each seat's electors of 2024, and the valid votes of 2019 in the seat, or the state's turnout then."""
    codes = dict(official.select("state_name", "state").unique().iter_rows()) | STATES_2019
    listed = json.loads(gzip.decompress((data / "eci-parliament/2019-results_loksabha.json.gz").read_bytes()))
    before = pl.DataFrame(
        [(codes.get(c["state_name"]), c["constituency_code"], int(c["total_votes"])) for s in listed for c in s],
        schema={"state": pl.String, "no": pl.Int64, "v": pl.Int64}, orient="row",
    ).drop_nulls().group_by("state", "no").agg(previous_valid=pl.col("v").sum())  # fmt: skip
    rolls = []
    for path in sorted((data / "ls-2024-by-segment").glob("*.json*")):
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        state = SEGMENT_STATES[path.name.split(".")[0]]
        rolls += [(f"{state}-{seat['constituencyNo']}", seat["electors"] or None) for seat in json.loads(raw).values()]
    electors = pl.DataFrame(rolls, schema={"contest": pl.String, "electors": pl.Int64}, orient="row").unique("contest")
    path = next((data / "lokdhaba").rglob("*All_States_GE*"))
    old = pl.read_csv(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path, infer_schema_length=0)
    turnout = (
        old.filter((pl.col("Year") == "2019") & (pl.col("Position") == "1") & (pl.col("Poll_No") == "0"))
        .with_columns(
            state=pl.col("State_Name").str.replace_all("_", " ").replace_strict(codes, default=None),
            e=pl.col("Electors").cast(pl.Float64), v=pl.col("Valid_Votes").cast(pl.Float64),
        ).group_by("state").agg(turnout=pl.col("v").sum() / pl.col("e").sum()).drop_nulls()
    )  # fmt: skip
    same = before.filter(~pl.col("state").is_in(REDRAWN)).select(contest("state"), "previous_valid")
    sizes = results.select("contest", "state").unique().join(same, on="contest", how="left")
    sizes = sizes.join(electors, on="contest", how="left").join(turnout, on="state", how="left")
    by_roll = pl.col("previous_valid").is_null()
    return sizes.with_columns(
        electors=pl.when(by_roll).then("electors"), turnout=pl.when(by_roll).then(pl.col("turnout").fill_null(0.66))
    ).drop("state")


def standing_at(day: CountingDay, at: dt.datetime) -> pl.DataFrame:
    """Give what was known of each seat at a moment: the last lead seen, and votes where they were published."""
    lead = day.leads.filter(pl.col("at") <= at).group_by("contest", maintain_order=True).last()
    counted = (
        day.votes.filter(pl.col("at") <= at).group_by("contest", "candidate", "party", maintain_order=True).last()
        .group_by("contest").agg(pl.col("votes").sum(), pl.col("postal").sum())
    )  # fmt: skip
    rows = lead.drop("at").join(counted, on="contest", how="left").join(day.sizes, on="contest", how="left")
    return rows.filter(pl.col("contest").is_in(day.results["contest"].unique().implode())).sort("contest")


def truth_of(day: CountingDay, standing: pl.DataFrame) -> pl.DataFrame:
    """Give the final margin of the then leader over the best other candidate, the winner and the winner's party."""
    people = day.results.filter(pl.col("party") != "None of the Above").sort("votes", descending=True)
    top = people.group_by("contest", maintain_order=True).agg(
        winner=pl.col("candidate").first(), winner_party=pl.col("party").first(),
        first=pl.col("votes").first(), second=pl.col("votes").get(1, null_on_oob=True),
    )  # fmt: skip
    own = people.select("contest", "votes", leader="candidate", leader_party="party").unique(
        ["contest", "leader", "leader_party"]
    )
    joined = standing.select("contest", "leader", "leader_party", "rival").join(
        top, on="contest", how="left", maintain_order="left"
    ).join(own, on=["contest", "leader", "leader_party"], how="left", maintain_order="left")  # fmt: skip
    won = (pl.col("leader") == pl.col("winner")) & (pl.col("leader_party") == pl.col("winner_party"))
    gap = pl.when(won).then(pl.col("first") - pl.col("second")).otherwise(pl.col("votes") - pl.col("first"))
    return joined.select("contest", "winner", "winner_party", won=won, margin=gap)


def party_key(column: str) -> pl.Expr:
    return pl.col(column).str.to_lowercase().str.replace_all("[^a-z]", "")


def units_for_elex(day: CountingDay, shared: Path, standing: pl.DataFrame, at: dt.datetime) -> pl.DataFrame:
    """
    Give the seats as units: the leader's and the rival's party in 2019, their votes now, reported or not.

    A party that did not stand in 2019 takes the votes of the seat's runner-up then; a redrawn seat the median. A seat
    counts as reported (100) once declared with its votes published; else it is unseen but for its votes as a floor.
    """
    codes = dict(pl.DataFrame(day.results).select("state_name", "state").unique().iter_rows()) | STATES_2019
    raw = gzip.decompress((shared / "data/eci-parliament/2019-results_loksabha.json.gz").read_bytes())
    old = pl.DataFrame(
        [(codes.get(c["state_name"]), c["constituency_code"], c["party_name"], int(c["total_votes"]))
         for s in json.loads(raw) for c in s],
        schema={"state": pl.String, "no": pl.Int64, "party": pl.String, "v": pl.Int64}, orient="row",
    ).filter(pl.col("state").is_not_null() & ~pl.col("state").is_in(REDRAWN))  # fmt: skip
    old = old.select(contest("state"), "v", key=party_key("party")).filter(pl.col("key") != "independent")
    party = old.group_by("contest", "key").agg(pl.col("v").sum())
    second = old.group_by("contest").agg(second=pl.col("v").sort(descending=True).get(1, null_on_oob=True))
    now = (
        day.votes.filter(pl.col("at") <= at).group_by("contest", "candidate", maintain_order=True).last()
        .select("contest", "candidate", "votes")
    )  # fmt: skip
    rows = standing.with_columns(lead_key=party_key("leader_party"), rival_key=party_key("rival_party"))
    for side, person in (("lead", "leader"), ("rival", "rival")):
        rows = rows.join(
            party.rename({"key": f"{side}_key", "v": f"{side}_before"}), on=["contest", f"{side}_key"], how="left"
        ).join(now.rename({"candidate": person, "votes": f"{side}_now"}), on=["contest", person], how="left")
    rows = rows.join(second, on="contest", how="left")
    typical = float(second["second"].cast(pl.Float64).median() or 1.0)  # type: ignore[arg-type]
    published = pl.col("lead_now").is_not_null() & pl.col("rival_now").is_not_null()
    return rows.select(
        "state", unit="contest",
        lead_before=pl.coalesce("lead_before", "second", pl.lit(typical)).cast(pl.Int64),
        rival_before=pl.coalesce("rival_before", "second", pl.lit(typical)).cast(pl.Int64),
        lead_now=pl.col("lead_now").fill_null(0), rival_now=pl.col("rival_now").fill_null(0),
        reported=pl.when(pl.col("declared") & published).then(100).otherwise(0),
    ).unique("unit").sort("unit")  # fmt: skip
