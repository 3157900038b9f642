"""
Measure the questions of `janadesh.analysis`, each beside a plain way to the same answer.

    python benchmarks/analysis.py [--data FOLDER] [--draws N] [--only tallies|draws|power|share]

- tallies: every candidate's place, share and deposit, each party's seats, votes, shares, strike rate, second places
  and deposits, and the margin of every contest, of all elections in Lok Dhaba at once, beside pandas code. Both begin
  with the same rows in memory; the answers are compared to the last row.
- draws: seats of a made-up house of 543 under two alliances and a swing, beside NumPy code that reckons one draw
  after another; both ways are given the same numbers, and the seats of each draw are compared.
- power: Banzhaf and Shapley-Shubik of 543 seats and 40 parties.
- share: the allotment of 90 seats among four parties with minimum seats and fairness.

Times are the best of five. Where others use the machine too, the processor time is the one to go by: it counts the
work of all threads, those of Polars among them.
"""

from __future__ import annotations

import argparse
import gc
import resource
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace
from fractions import Fraction
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from figures import Figure
from figures import keep
from janadesh.analysis.allotment import Demands
from janadesh.analysis.allotment import allot
from janadesh.analysis.draws import draw
from janadesh.analysis.field import Field
from janadesh.analysis.groups import CodedColumns
from janadesh.analysis.margins import with_margins
from janadesh.analysis.parties import tallied
from janadesh.analysis.scenario import Rate
from janadesh.analysis.scenario import Scenario
from janadesh.analysis.scenario import Swing
from janadesh.analysis.supposed_votes import SupposedVotes
from janadesh.analysis.supposed_votes import supposed_votes
from janadesh.analysis.votes import PLACE
from janadesh.analysis.votes import with_places
from janadesh.analysis.voting_power import banzhaf
from janadesh.analysis.voting_power import shapley_shubik

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "lokdhaba"
A_SIXTH = Fraction(1, 6)
TIMES = 5
LIMITS = (("543 seats", 1), ("90 seats among 4 parties", 5))
"""Seconds within which the issues want an answer, by what its name has."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of work: by the clock, and of all processors together."""

    clock: float
    processor: float


def timed(work: Callable[[], Any]) -> tuple[Taken, Any]:
    clock, processor, answer = float("inf"), float("inf"), None
    for _ in range(TIMES):
        began, began_working = time.perf_counter(), time.process_time()
        answer = work()
        clock = min(clock, time.perf_counter() - began)
        processor = min(processor, time.process_time() - began_working)
    return Taken(clock, processor), answer


def told(what: str, ours: Taken, plain: Taken | None = None, note: str = "", times: float = 1) -> None:
    beside = ""
    if plain is not None:
        faster, thriftier = plain.clock * times / ours.clock, plain.processor * times / ours.processor
        beside = f"  plain {plain.clock * times:8.3f} s  {faster:6.1f} times, {thriftier:.1f} in processor time"
    print(f"{what:36} {ours.clock:8.3f} s{beside}  {note}")
    figure = Figure(what=what, ours=f"{ours.clock:.3f} s")
    for name, most in LIMITS:
        if name in what and plain is None:
            figure = replace(figure, goal=f"under {most} s", met=ours.clock < most)
    if plain is not None:
        other = f"{plain.clock * times:.3f} s"
        figure = replace(figure, beside="plainly written", other=other, ratio=ours.clock / (plain.clock * times))
        if what == "every tally":
            figure = replace(figure, goal="five times as fast as pandas", met=plain.clock >= 5 * ours.clock)
    keep(figure)


def told_memory(what: str, rows: pl.DataFrame) -> None:
    """Say how much memory each way takes beside its rows, at its height and in a process of its own."""
    with tempfile.TemporaryDirectory() as folder, get_context("spawn").Pool(1, maxtasksperchild=1) as alone:
        file = Path(folder) / "rows.parquet"
        rows.write_parquet(file)
        ours, plain = (alone.apply(memory_of, (file, plainly)) for plainly in (False, True))
    print(f"{what + ', memory':36} {ours:8.0f} MB plain {plain:8.0f} MB")


def memory_of(file: Path, plainly: bool) -> float:
    rows = pl.read_parquet(file)
    if not plainly:
        return most_memory(lambda: all_tallies(rows))
    frame = rows.to_pandas()
    return most_memory(lambda: pandas_all_tallies(frame))


def most_memory(work: Callable[[], Any]) -> float:
    done, most = threading.Event(), [0]
    gc.collect()
    before = memory_now()

    def watch() -> None:
        while not done.wait(0.001):
            most[0] = max(most[0], memory_now())

    watcher = threading.Thread(target=watch)
    watcher.start()
    answer = work()
    done.set()
    watcher.join()
    del answer
    return max(0, most[0] - before) / 1e6


def memory_now() -> int:
    """Give the memory of this process in bytes, as Linux counts it."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def history(folder: Path) -> pl.DataFrame:
    """Read every candidate of every assembly and Lok Sabha election: who stood where, for whom, and the votes."""
    columns = ["State_Name", "Election_Type", "Assembly_No", "Constituency_No", "Poll_No", "Party", "Votes", "Position"]
    files = [f for f in sorted(folder.glob("*_[AG]E.csv.gz")) if f.name != "All_States_GE.csv.gz"]
    read = [pl.read_csv(f, infer_schema=False, encoding="utf8-lossy").select(columns) for f in files]
    rows = pl.concat(read).with_columns(
        election=pl.concat_str("State_Name", "Election_Type", "Assembly_No", "Poll_No", separator=" "),
        constituency="Constituency_No",
        # each place is given once in a contest, and so it may stand for the number on the ballot
        serial=pl.col("Position").cast(pl.Int64),
        counted=pl.col("Votes").cast(pl.Float64, strict=False).cast(pl.Int64),
    )
    nota = rows.filter(pl.col("Party") == "NOTA").group_by(PLACE).agg(nota=pl.col("counted").sum())
    stood = rows.filter((pl.col("Party") != "NOTA").fill_null(value=True), pl.col("counted") >= 0)
    return stood.join(nota, on=PLACE, how="left", maintain_order="left").select(
        *PLACE,
        "serial",
        "counted",
        "nota",
        party=pl.col("Party").fill_null("?"),
        total="counted",
        tally_status=pl.lit("final"),
        winner=pl.lit(1, dtype=pl.Int64),
        declared=pl.lit(value=True),
    )


def pandas_places(rows: pd.DataFrame) -> pd.DataFrame:
    of_contest = rows.groupby(PLACE)["counted"]
    valid = of_contest.transform("sum")
    won = rows["serial"] == rows["winner"]
    return rows.assign(
        position=of_contest.rank(method="min", ascending=False),
        share=rows["counted"] * 100 / valid,
        share_with_nota=rows["counted"] * 100 / (valid + rows["nota"].fillna(0)),
        won=won,
        lost_deposit=(rows["counted"] * 6 <= valid) & ~won,
    )


def pandas_parties(rows: pd.DataFrame) -> pd.DataFrame:
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


Table = pl.DataFrame


def all_tallies(rows: pl.DataFrame) -> tuple[Table, Table, Table]:
    """Ask every tally of rows whose elections, constituencies and parties are read once."""
    coded = CodedColumns(rows, [*PLACE, "party"])
    placed = with_places(rows, A_SIXTH, coded)
    parties = tallied(placed, ["election", "party"], within=["election"], coded=coded)
    return placed, parties, with_margins(placed, coded).filter(pl.col("position") == 1)


def pandas_all_tallies(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    placed = pandas_places(rows)
    return placed, pandas_parties(placed), pandas_margins(placed)


def tallies(folder: Path) -> None:
    rows = history(folder)
    frame = rows.to_pandas()
    print(f"{rows.height:,} candidacies of {rows['election'].n_unique():,} elections")
    ours, answers = timed(lambda: all_tallies(rows))
    plain, others = timed(lambda: pandas_all_tallies(frame))
    same = same_tallies(answers, others)
    told("every tally", ours, plain, f"{len(answers[1]):,} parties, {len(others[2]):,} margins, the same: {same}")
    told_memory("every tally", rows)
    (placed, _, _), (with_position, _, _) = answers, others
    for what, mine, plainly in (
        ("  places, shares, deposits alone", lambda: with_places(rows, A_SIXTH), lambda: pandas_places(frame)),
        (
            "  parties alone",
            lambda: tallied(placed, ["election", "party"], within=["election"]),
            lambda: pandas_parties(with_position),
        ),
        ("  margins alone", lambda: with_margins(placed), lambda: pandas_margins(with_position)),
    ):
        told(what, timed(mine)[0], timed(plainly)[0])


def same_tallies(ours: tuple[Table, Table, Table], others: tuple[pd.DataFrame, ...]) -> bool:
    """Say whether both ways agree in every place, every party's figures and every margin."""
    placed, parties, margins = ours
    by = ["election", "party"]
    places = ("position", "share", "share_with_nota", "won", "lost_deposit")
    figures = ("won", "contested", "second", "votes", "lost_deposits", "share", "share_with_nota", "strike_rate")
    mine = margins.filter(pl.col("margin").is_not_null()).unique(PLACE)["margin"].to_numpy()
    return (
        _alike(placed, others[0], places)
        and _alike(parties.sort(by), others[1].sort_values(by), figures)
        # whoever is level with the first leads by nothing, by either way
        and np.array_equal(np.sort(mine), np.sort(others[2]["margin"].to_numpy()))
    )


def _alike(ours: pl.DataFrame, others: pd.DataFrame, names: tuple[str, ...]) -> bool:
    return all(
        np.allclose(ours[name].cast(pl.Float64).to_numpy(), others[name].to_numpy(dtype=float), equal_nan=True)
        for name in names
    )


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


def draw_by_draw(supposed: SupposedVotes, draws: int, seed: int) -> np.ndarray:
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
    rates = f"{draws / ours.clock:,.0f} draws/s, one by one {few / plain.clock:,.0f}"
    note = f"{rates}; {differing} of {few:,} differ (rounding)"
    told(f"{draws:,} draws of 543 seats", ours, plain, note, draws / few)
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
