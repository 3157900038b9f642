"""
Score the projection of a running count on the counting day of 4 June 2024, states held out from any fitting.

    python benchmarks/projection.py --shared ../shared [--elex-python VENV/bin/python] [--learn FILE]

Beside it: the leader wins; a logistic curve on margin over votes (counted, or expected where none are published),
fitted in the same held-out way, per moment and pooled; and elex-live-model run unchanged by a Python that has it.
--learn writes the parameters of the whole day as the module that the package ships.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import time
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import optimize
from scipy import special

from figures import Figure
from figures import keep
from janadesh.count import projection_fit
from janadesh.count.projection import project
from janadesh.count.projection_margin import REACH_LEVELS
from janadesh.count.projection_margin import Parameters
from janadesh.count.projection_margin import holding_chance
from janadesh.count.projection_margin import margin_spread
from janadesh.count.projection_shared import normal_errors
from janadesh.count.projection_shared import shared_parts
from projection_before import previous_of
from projection_before import segments_of
from projection_day import CountingDay
from projection_day import read_day
from projection_day import units_for_elex
from projection_moments import Before
from projection_moments import Moment
from projection_moments import fold_column
from projection_moments import folds_of
from projection_moments import moment
from projection_scores import gain_range
from projection_scores import scores
from projection_scores import seat_coverage
from projection_scores import shown
from projection_writing import learnt_figures
from projection_writing import write_learnt

Floats = npt.NDArray[np.float64]
SCORED = ("14:05", "15:00", "16:00", "17:00", "18:00", "20:00")
LEARNT_FROM = ("14:05", "14:30", "15:00", "15:30", "16:00", "16:30", "17:00", "17:30", "18:00", "19:00", "20:00")
LEADER = 0.97
"""The chance that "the leader wins" gives: certainty would score without bound at the first turn."""
ELEX_FLOOR = 1e-3


def learn_held_out(moments: list[Moment], fold: dict[str, int]) -> tuple[Parameters, list[Parameters]]:
    """Fit on all, then without each group; the reach comes from residuals of states held out from their own fit."""
    rows = pl.concat([m.seen.filter(pl.Series(m.live)) for m in moments])
    ended = np.concatenate([m.ended[m.live] for m in moments])
    group = np.concatenate([fold_column(m, fold)[m.live] for m in moments])
    whole = projection_fit.learn(rows, ended)
    miss = np.zeros(len(ended))
    held: list[Parameters] = []
    for k in range(max(fold.values()) + 1):
        inside = group != k
        if inside.all():
            held.append(projection_fit.parameters_of(whole))
            continue
        vector = projection_fit.learn(rows.filter(pl.Series(inside)), ended[inside], begin=whole, steps=40)
        held.append(projection_fit.parameters_of(vector))
        spread = margin_spread(rows.filter(pl.Series(~inside)), held[k])
        miss[~inside] = np.abs(ended[~inside] - spread.centre) / spread.scale
    early = rows["early"].to_numpy()

    def with_reach(parameters: Parameters, mask: npt.NDArray[np.bool_]) -> Parameters:
        one, two = (tuple(np.quantile(miss[mask & side], REACH_LEVELS).tolist()) for side in (early, ~early))
        return replace(parameters, reach_early=(0.0, *one[1:]), reach_late=(0.0, *two[1:]))

    everything = with_reach(projection_fit.parameters_of(whole), np.ones(len(ended), dtype=bool))
    return everything, [with_reach(p, group != k) for k, p in enumerate(held)]


@dataclass(slots=True)
class Projected:
    chance: Floats
    low: dict[float, Floats]
    high: dict[float, Floats]
    seconds: float


def projected(m: Moment, day: CountingDay, held: list[Parameters], fold: dict[str, int], before: Before) -> Projected:
    """Project through the public door, each state by the parameters learnt without it."""
    people = pl.concat(
        [m.standing.select("contest", candidate=who, party=f"{who}_party", place=pl.lit(place))
         for place, who in ((1, "leader"), (2, "rival"))]
    )  # fmt: skip
    n = m.standing.height
    out = Projected(np.zeros(n), {}, {}, np.inf)
    for level in (0.7, 0.9):
        out.low[level], out.high[level] = np.zeros(n), np.zeros(n)
    group = fold_column(m, fold)
    for k, parameters in enumerate(held):
        if not (group == k).any():
            continue
        began = time.perf_counter()
        result = project(
            m.standing.drop("leader", "rival"), people, at=m.at, hours=m.hours, rng=np.random.default_rng(k),
            history=day.leads, previous=before.previous, segments=before.segments, draws=4000, parameters=parameters,
        )  # fmt: skip
        out.seconds = min(out.seconds, time.perf_counter() - began)
        leads = result.candidates.filter(pl.col("place") == 1).sort("contest")
        out.chance[group == k] = leads["chance"].to_numpy()[group == k]
        for level in (0.7, 0.9):
            span = result.margin_interval(level).sort("contest")
            out.low[level][group == k] = span["low"].to_numpy()[group == k]
            out.high[level][group == k] = span["high"].to_numpy()[group == k]
    return out


def learn_shared(moments: list[Moment], held: list[Parameters], fold: dict[str, int]) -> tuple[float, float]:
    """Learn how errors go together from contests in doubt, each by the parameters learnt without its state."""
    rows = []
    for m in moments:
        group, error = fold_column(m, fold), np.full(m.standing.height, np.nan)
        for k in np.unique(group):
            spread = margin_spread(m.seen.filter(pl.Series(group == k)), held[k])
            error[group == k] = normal_errors(spread, m.ended[group == k])
        named = m.standing.select("state", "leader_party", "rival_party", moment=pl.lit(m.clock))
        rows.append(named.with_columns(error=pl.Series(error)).filter(pl.Series(m.live)))
    return shared_parts(pl.concat(rows))


def chance_without(m: Moment, held: list[Parameters], fold: dict[str, int], names: list[str]) -> Floats:
    """Give the leader's chance by the same parameters, where these features are not known."""
    seen, group = m.seen.with_columns(pl.lit(0.0).alias(name) for name in names), fold_column(m, fold)
    chance = np.zeros(seen.height)
    for k in np.unique(group):
        chance[group == k] = holding_chance(margin_spread(seen.filter(pl.Series(group == k)), held[k]))
    return chance


def logistic(moments: list[Moment], fold: dict[str, int]) -> list[Floats]:
    """Fit the leader's chance as a logistic curve on margin over votes, without each group of states in turn."""
    share = []
    for m in moments:
        votes = m.standing["votes"].cast(pl.Float64).to_numpy()
        share.append(100 * m.standing["margin"].to_numpy() / np.where(votes > 0, votes, m.seen["expected"].to_numpy()))
    x, won = np.concatenate(share), np.concatenate([m.truth["won"].to_numpy() for m in moments])
    live = np.concatenate([m.live for m in moments])
    group = np.concatenate([fold_column(m, fold) for m in moments])
    chance = np.zeros(len(x))
    for k in range(max(fold.values()) + 1):
        rows = live & (group != k)

        def loss(b: Floats, rows: npt.NDArray[np.bool_] = rows) -> float:
            z = b[0] + b[1] * x[rows]
            return float((np.logaddexp(0, z) - won[rows] * z).sum() + 1e-3 * (b @ b))

        b = optimize.minimize(loss, np.ones(2)).x
        chance[group == k] = special.expit(b[0] + b[1] * x[group == k])
    return np.split(chance, np.cumsum([len(s) for s in share])[:-1])


def elex(m: Moment, day: CountingDay, shared: Path, python: str) -> pl.DataFrame | None:
    """Run elex-live-model on the moment; nothing where it refuses (it needs 20 finished units)."""
    with tempfile.TemporaryDirectory() as folder:
        units, found = Path(folder) / "units.csv", Path(folder) / "estimates.csv"
        units_for_elex(day, shared, m.standing, m.at).write_csv(units)
        script = Path(__file__).with_name("projection_elex.py")
        done = subprocess.run(
            [python, str(script), str(units), str(found)], capture_output=True, text=True, check=False
        )
        if not found.exists():
            print(
                f"   elex at {m.clock}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'no result'}"
            )
            return None
        rows = pl.read_csv(found, infer_schema_length=None)
    spans = {
        f"{side}_{level}": pl.col(f"{bound}_{level}_dem") - pl.col(f"{other}_{level}_gop")
        for level in (0.7, 0.9)
        for side, bound, other in (("low", "lower", "upper"), ("high", "upper", "lower"))
    }
    rows = rows.select(contest="geographic_unit_fips", middle=pl.col("pred_dem") - pl.col("pred_gop"), **spans)
    return m.standing.select("contest").join(rows, on="contest", how="left", maintain_order="left")


def elex_chance(rows: pl.DataFrame | None, otherwise: Floats) -> Floats:
    """Read a chance from its interval (normal, from the 70 % width); where it has no answer, give it the curve's."""
    if rows is None:
        return otherwise
    scale = ((rows["high_0.7"] - rows["low_0.7"]) / 2 / 1.0364).to_numpy()
    chance = special.ndtr(rows["middle"].to_numpy() / np.maximum(scale, 100.0))
    return np.where(np.isnan(chance), otherwise, np.clip(chance, ELEX_FLOOR, 1 - ELEX_FLOOR))


def report_margins(m: Moment, ours: Projected, rows: pl.DataFrame | None) -> str:
    true = m.truth["margin"].to_numpy().astype(np.float64)
    text = [f"{m.clock}"]
    for level in (0.7, 0.9):
        inside = (ours.low[level] <= true) & (true <= ours.high[level])
        width = (ours.high[level] - ours.low[level])[m.live]
        text.append(f"ours {level:.0%}: {inside[m.live].mean():.3f} width {width.mean():,.0f}")
        if rows is not None:
            low, high = rows[f"low_{level}"].to_numpy(), rows[f"high_{level}"].to_numpy()
            has = m.live & ~np.isnan(low)
            cover = ((low <= true) & (true <= high))[has].mean()
            ratio = (ours.high[level] - ours.low[level])[has].mean() / (high - low)[has].mean()
            text.append(
                f"elex {level:.0%}: {cover:.3f} width {(high - low)[has].mean():,.0f} (ours is {ratio:.2f} of it)"
            )
    return "; ".join(text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument(
        "--elex-python", help="a Python that has elex-live-model (github: washingtonpost/elex-live-model)"
    )
    parser.add_argument("--learn", type=Path, help="write the parameters of the whole day as a module")
    parser.add_argument("--groups", type=int, default=0, help="hold states out in so many groups (0: one at a time)")
    args = parser.parse_args()
    day = read_day(args.shared)
    before = Before(previous_of(day, args.shared), segments_of(day, args.shared))
    taught = [moment(day, clock, before) for clock in LEARNT_FROM]
    scored = [m for m in taught if m.clock in SCORED]
    fold = folds_of(day.results.select("contest", "state").unique()["state"].to_list(), args.groups)
    whole, held = learn_held_out(taught, fold)
    poorer = {"janadesh, no segments of 2019": ["mixed"], "janadesh, of 2019 turnout only": ["mixed", "by_swing"]}
    less = {name: [chance_without(m, held, fold, gone) for m in scored] for name, gone in poorer.items()}
    ours = [projected(m, day, held, fold, before) for m in scored]
    curves = [logistic([m], fold)[0] for m in scored]
    pooled = logistic(scored, fold)
    found = [elex(m, day, args.shared, args.elex_python) if args.elex_python else None for m in scored]
    table = {
        "the leader wins (97 %)": [scores(np.full(m.standing.height, LEADER), m) for m in scored],
        "logistic curve, one a moment": [scores(c, m) for c, m in zip(curves, scored, strict=True)],
        "logistic curve, one for all": [scores(c, m) for c, m in zip(pooled, scored, strict=True)],
        "elex, else that curve": [scores(elex_chance(f, c), m) for f, c, m in zip(found, pooled, scored, strict=True)],
        "janadesh": [scores(o.chance, m) for o, m in zip(ours, scored, strict=True)],
    }
    table |= {name: [scores(c, m) for c, m in zip(values, scored, strict=True)] for name, values in less.items()}
    if not args.elex_python:
        del table["elex, else that curve"]
    print("log loss and Brier score of winners: mean of six moments | each (" + ", ".join(SCORED) + ")")
    lines = [shown(name, values) for name, values in table.items()]
    print("\n".join(lines))
    mean = {name: float(np.mean([v[0] for v in values])) for name, values in table.items()}
    best = min((v, k) for k, v in mean.items() if not k.startswith("janadesh"))
    for name in ("janadesh", *poorer):
        print(f"{name}: {1 - mean[name] / best[0]:.1%} below the best other on log loss ({best[1]})")
    keep(
        Figure(
            what="winners projected at six moments of 4 June 2024, states held out: mean log loss",
            ours=f"{mean['janadesh']:.4f}",
            beside=f"the best baseline, {best[1]}",
            other=f"{best[0]:.4f}",
            ratio=mean["janadesh"] / best[0],
            goal="a ratio of at most 0.80",
            met=mean["janadesh"] <= 0.8 * best[0],
        )
    )
    low, high = gain_range([o.chance for o in ours], pooled, scored)
    print(f"against the one curve, states drawn anew: {low:.1%} to {high:.1%} below in 90 % of draws")
    print("\nfinal margins, undeclared seats: share inside, mean width in votes")
    covers = [report_margins(m, o, f) for m, o, f in zip(scored, ours, found, strict=True)]
    print("\n".join(covers))
    pool = {
        level: np.concatenate(
            [((o.low[level] <= m.truth["margin"].to_numpy()) & (m.truth["margin"].to_numpy() <= o.high[level]))[m.live]
             for m, o in zip(scored, ours, strict=True)]
        ).mean()
        for level in (0.7, 0.9)
    }  # fmt: skip
    pooled_line = f"all six moments: 70 % holds {pool[0.7]:.3f}, 90 % holds {pool[0.9]:.3f}"
    print(pooled_line)
    keep(
        Figure(
            what="intervals of final margins, the share of truths inside",
            ours=f"70 % {pool[0.7]:.3f}, 90 % {pool[0.9]:.3f}",
            goal="within 5 points of their names",
            met=all(abs(inside - level) <= 0.05 for level, inside in pool.items()),
        )
    )
    print(
        "\nseats of parties in doubt (standard deviation above 0.3): share of truths inside, and the ranges' own chance"
    )
    nation, local = learn_shared(taught, held, fold)
    learnt = (round(nation, 3), round(local, 3))
    for shared in ((0.0, 0.0), learnt, (0.1, 0.3)):
        ranges = [row for m, o in zip(scored, ours, strict=True) for row in seat_coverage(m, o.chance, shared)]
        text = [f"   errors shared {shared}:"]
        for level in (0.7, 0.9):
            of_level = [row for row in ranges if row[1] == level]
            text.append(
                f"{level:.0%} {np.mean([r[2] for r in of_level]):.3f} ({np.mean([r[3] for r in of_level]):.3f})"
            )
        print(" ".join(text), f"({len(ranges) // 2} parties and moments)")
        if shared == learnt:
            inside = {level: float(np.mean([r[2] for r in ranges if r[1] == level])) for level in (0.7, 0.9)}
            keep(
                Figure(
                    what="ranges of parties' seats, the share of truths inside",
                    ours=f"70 % {inside[0.7]:.3f}, 90 % {inside[0.9]:.3f}",
                    goal="within 5 points of their names",
                    met=all(abs(share - level) <= 0.05 for level, share in inside.items()),
                )
            )
    first = scored[0]
    print("\nseats whose leader at 14:05 lost, and the chance then given to that loser")
    losers = first.standing.with_columns(chance=pl.Series(ours[0].chance), won=first.truth["won"]).filter(
        ~pl.col("won")
    )
    for row in losers.sort("chance").iter_rows(named=True):
        who = f"{row['contest']:8s} {row['leader'][:28]:28s} {row['leader_party'][:30]:30s}"
        print(f"   {who} +{row['margin']:<7,} {row['chance']:.3f}")
    print(
        f"\n{len(losers)} seats; one projection of {first.standing.height} seats, 4000 draws: "
        f"{min(o.seconds for o in ours):.2f} s"
    )
    if args.learn:
        write_learnt(whole, learnt, learnt_figures(SCORED, table["janadesh"], pooled_line), args.learn)


if __name__ == "__main__":
    main()
