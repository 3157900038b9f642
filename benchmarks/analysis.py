"""
Measure the questions of `janadesh.analysis`, each beside a plain way to the same answer.

    python benchmarks/analysis.py [--data FOLDER] [--draws N] [--only tallies|draws|power|share]

- tallies: parties' seats, votes, shares, strike rates, second places and deposits, and the margin of every
  contest, of all elections in Lok Dhaba at once, beside pandas code; the answers are compared to the last row.
- draws: seats of a made-up house of 543 under two alliances and a swing, beside NumPy code that reckons one draw
  after another; both ways are given the same numbers, and the seats of each draw are compared.
- power: Banzhaf and Shapley-Shubik of 543 seats and 40 parties.
- share: the allotment of 90 seats among four parties with minimum seats and fairness.

Times are seconds by the clock, the best of five.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from janadesh.analysis.allotment import Demands
from janadesh.analysis.allotment import allot
from janadesh.analysis.draws import draw
from janadesh.analysis.field import Field
from janadesh.analysis.margins import with_margins
from janadesh.analysis.parties import tallied
from janadesh.analysis.scenario import Rate
from janadesh.analysis.scenario import Scenario
from janadesh.analysis.scenario import Swing
from janadesh.analysis.supposed_votes import SupposedVotes
from janadesh.analysis.supposed_votes import supposed_votes
from janadesh.analysis.voting_power import banzhaf
from janadesh.analysis.voting_power import shapley_shubik

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "lokdhaba"
PLACE = ["election", "constituency"]
TIMES = 5


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    best, answer = float("inf"), None
    for _ in range(TIMES):
        began = time.perf_counter()
        answer = work()
        best = min(best, time.perf_counter() - began)
    return best, answer


def told(what: str, ours: float, plain: float | None = None, note: str = "") -> None:
    beside = f"  plain {plain:8.3f} s  {plain / ours:6.1f} times" if plain is not None else ""
    print(f"{what:42} {ours:8.3f} s{beside}  {note}")


def history(folder: Path) -> pl.DataFrame:
    """Read every candidate of every assembly and Lok Sabha election, as rows that tallies are made of."""
    columns = ["State_Name", "Election_Type", "Assembly_No", "Constituency_No", "Poll_No", "Party", "Votes", "Position"]
    files = [f for f in sorted(folder.glob("*_[AG]E.csv.gz")) if f.name != "All_States_GE.csv.gz"]
    read = [pl.read_csv(f, infer_schema=False, encoding="utf8-lossy").select(columns) for f in files]
    rows = pl.concat(read).with_columns(
        election=pl.concat_str("State_Name", "Election_Type", "Assembly_No", "Poll_No", separator=" "),
        constituency="Constituency_No",
        counted=pl.col("Votes").cast(pl.Float64, strict=False).cast(pl.Int64),
    )
    nota = rows.filter(pl.col("Party") == "NOTA").group_by(PLACE).agg(nota=pl.col("counted").sum())
    known = rows.filter((pl.col("Party") != "NOTA").fill_null(value=True), pl.col("counted") >= 0).with_columns(
        party=pl.col("Party").fill_null("?")
    )
    valid = pl.col("counted").sum().over(PLACE)
    place = pl.col("counted").rank("min", descending=True).over(PLACE).cast(pl.Int64)
    return (
        known.join(nota, on=PLACE, how="left")
        .with_columns(position=place, declared=pl.lit(value=True))
        .with_columns(won=pl.col("position") == 1)
        .with_columns(lost_deposit=(pl.col("counted") * 6 <= valid) & ~pl.col("won"))
        .select(*PLACE, "party", "counted", "nota", "position", "won", "declared", "lost_deposit")
    )


def pandas_tallies(rows: pd.DataFrame) -> pd.DataFrame:
    by = ["election", "party"]
    grouped = rows.groupby(by)
    table = pd.DataFrame(
        {
            "won": grouped["won"].sum(),
            "contested": rows.drop_duplicates([*by, "constituency"]).groupby(by).size(),
            "second": (rows["position"] == 2).groupby([rows["election"], rows["party"]]).sum(),
            "votes": grouped["counted"].sum(),
            "lost_deposits": grouped["lost_deposit"].sum(),
        }
    ).reset_index()
    valid = rows.groupby("election")["counted"].sum()
    nota = rows.drop_duplicates(PLACE).groupby("election")["nota"].sum()
    of_election = table["election"].map(valid)
    table["share"] = table["votes"] * 100 / of_election
    table["share_with_nota"] = table["votes"] * 100 / (of_election + table["election"].map(nota))
    table["strike_rate"] = table["won"] * 100 / table["contested"]
    return table


def pandas_margins(rows: pd.DataFrame) -> pd.DataFrame:
    ordered = rows.sort_values([*PLACE, "counted"], ascending=[True, True, False])
    first = ordered.groupby(PLACE)["counted"].nth(0)
    second = ordered.groupby(PLACE)["counted"].nth(1)
    keyed = [ordered.loc[part.index, PLACE].assign(votes=part).set_index(PLACE)["votes"] for part in (first, second)]
    return (keyed[0] - keyed[1]).dropna().rename("margin").reset_index()


def tallies(folder: Path) -> None:
    rows = history(folder)
    frame = rows.to_pandas()
    ours, table = timed(lambda: tallied(rows, ["election", "party"], within=["election"]))
    plain, other = timed(lambda: pandas_tallies(frame))
    key = ["election", "party"]
    mine = table.sort(key).to_pandas()
    other = other.sort_values(key).reset_index(drop=True)
    same = all(
        np.allclose(mine[name].astype(float), other[name].astype(float), equal_nan=True)
        for name in ("won", "contested", "second", "votes", "lost_deposits", "share", "share_with_nota", "strike_rate")
    )
    told(f"parties, {rows.height:,} rows", ours, plain, f"{table.height:,} rows, the same: {same}")
    ours, margins = timed(lambda: with_margins(rows).filter(pl.col("position") == 1))
    plain, other = timed(lambda: pandas_margins(frame))
    mine = margins.filter(pl.col("margin").is_not_null()).unique(PLACE).sort(PLACE)["margin"].to_numpy()
    # whoever is level with the first leads by nothing, by either way
    same = np.array_equal(np.sort(mine), np.sort(other["margin"].to_numpy()))
    told("margins", ours, plain, f"{len(mine):,} contests, the same: {same}")


def made_up_house(seats: int = 543, parties: int = 16) -> Field:
    rng = np.random.default_rng(3)
    votes = np.sort(rng.dirichlet(np.full(parties, 0.4), seats) * 1e6, axis=1)[:, ::-1].round()
    party = np.stack([rng.permutation(parties) for _ in range(seats)])
    return Field(
        seats=tuple(f"seat {i}" for i in range(seats)),
        parties=tuple(f"p{i}" for i in range(parties)),
        seat=np.repeat(np.arange(seats), parties),
        party=party.ravel(),
        serial=np.tile(np.arange(1, parties + 1), seats),
        votes=votes.ravel(),
        winner=np.arange(seats) * parties,
    )


def draw_by_draw(supposed: SupposedVotes, draws: int, seed: int) -> np.ndarray:  # type: ignore[type-arg]
    """Reckon one draw after another, all candidates of all seats at once."""
    rng = np.random.default_rng(seed)
    columns = []
    for what in supposed.drawn:
        if isinstance(what, Rate):
            both = what.mean * (1 - what.mean) / what.sd**2 - 1
            columns.append(rng.beta(what.mean * both, (1 - what.mean) * both, draws))
        else:
            columns.append((what.points or 0) + what.sd * rng.standard_normal(draws))
    thrown = np.stack(columns, axis=1).astype(np.float32).astype(float)
    seats, parties = len(supposed.field.seats), len(supposed.field.parties)
    by_seat = supposed.field.party.reshape(seats, -1)
    won = np.zeros((draws, parties), dtype=int)
    for number in range(draws):
        votes = supposed.certain + supposed.moving @ thrown[number]
        first = votes.reshape(seats, -1).argmax(axis=1)
        won[number] = np.bincount(by_seat[np.arange(seats), first], minlength=parties)
    return won


def draws_of_a_house(draws: int) -> None:
    scenario = Scenario(
        together=(("p0", "p1"), ("p2", "p3")), transfer=Rate(0.85, 0.05), swings={"p5": Swing(points=2, sd=1)}
    )
    supposed = supposed_votes(made_up_house(), scenario, {})
    ours, mine = timed(lambda: draw(supposed, draws, 1))
    few = max(1, draws // 20)
    plain, other = timed(lambda: draw_by_draw(supposed, few, 1))
    check = draw(supposed, few, 1).seats
    differing = int((check != other).any(axis=1).sum())
    note = f"{draws / ours:,.0f} draws/s, one by one {few / plain:,.0f}; {differing} of {few:,} differ (rounding)"
    told(f"{draws:,} draws of 543 seats", ours, plain * draws / few, note)
    assert mine.seats.sum(axis=1).min() == 543


def power() -> None:
    seats = [240, 99, 37, 29, 22, 16, 12, 9, 8, 7, 7, 5, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2, 2, 2] + [1] * 15
    seats.append(543 - sum(seats))
    for name, index in (("Banzhaf", banzhaf), ("Shapley-Shubik", shapley_shubik)):
        taken, found = timed(lambda index=index: index(seats, 272))  # type: ignore[misc]
        told(f"{name}, 543 seats, {len(seats)} parties", taken, note=f"adds up to {sum(found):.12f}")


def sharing() -> None:
    rng = np.random.default_rng(4)
    chances, friendly = rng.random((90, 4)), rng.random(90) * 0.6
    demands = Demands(
        minimum={0: 40, 1: 25, 2: 3, 3: 3},
        must={0: 1, 1: 2, 2: 0},
        fair={0: 0.5, 1: 0.32, 2: 0.1, 3: 0.08},
        tolerance=2,
    )
    taken, made = timed(lambda: allot(chances, friendly, demands, ("A", "B", "C", "D")))
    told("90 seats among 4 parties", taken, note=f"{made.value:.3f} seats, proved: {made.proved}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--draws", type=int, default=100_000)
    parser.add_argument("--only", choices=["tallies", "draws", "power", "share"])
    asked = parser.parse_args()
    parts: dict[str, Callable[[], None]] = {
        "tallies": lambda: tallies(asked.data),
        "draws": lambda: draws_of_a_house(asked.draws),
        "power": power,
        "share": sharing,
    }
    for name, part in parts.items():
        if asked.only in {None, name}:
            part()


if __name__ == "__main__":
    main()
