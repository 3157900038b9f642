"""
Score the projection of a running count on the counting day of 4 June 2024, states held out from any fitting.

    python benchmarks/projection.py --shared ../shared [--elex-python VENV/bin/python] [--learn FILE]

Beside it: the leader wins; a logistic curve on margin over votes (counted, or expected where none are published),
fitted in the same held-out way, per moment and pooled; and elex-live-model run unchanged by a Python that has it.
--learn writes the parameters of the whole day as the module that the package ships.
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import tempfile
import time
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import optimize
from scipy import special

from janadesh.count import projection_fit
from janadesh.count.projection import project
from janadesh.count.projection_draws import seats_drawn
from janadesh.count.projection_draws import shared_errors
from janadesh.count.projection_draws import winners_drawn
from janadesh.count.projection_features import features
from janadesh.count.projection_margin import REACH_LEVELS
from janadesh.count.projection_margin import Parameters
from janadesh.count.projection_margin import margin_spread
from projection_day import COUNT_BEGAN
from projection_day import DAY
from projection_day import CountingDay
from projection_day import read_day
from projection_day import standing_at
from projection_day import truth_of
from projection_day import units_for_elex

Floats = npt.NDArray[np.float64]
SCORED = ("14:05", "15:00", "16:00", "17:00", "18:00", "20:00")
LEARNT_FROM = ("14:05", "14:30", "15:00", "15:30", "16:00", "16:30", "17:00", "17:30", "18:00", "19:00", "20:00")
SHARED = (0.01, 0.04)
LEADER = 0.97
"""The chance that "the leader wins" gives: certainty would score without bound at the first turn."""
ELEX_FLOOR = 1e-3


@dataclass(frozen=True, slots=True)
class Moment:
    clock: str
    at: dt.datetime
    standing: pl.DataFrame
    truth: pl.DataFrame
    seen: pl.DataFrame

    @property
    def hours(self) -> float:
        return (self.at - DAY).total_seconds() / 3600 - COUNT_BEGAN

    @property
    def live(self) -> npt.NDArray[np.bool_]:
        return ~self.standing["declared"].to_numpy()

    @property
    def ended(self) -> Floats:
        return np.asarray(self.truth["margin"].to_numpy() / self.seen["expected"].to_numpy())


def moment(day: CountingDay, clock: str) -> Moment:
    at = DAY + dt.timedelta(hours=int(clock[:2]), minutes=int(clock[3:]))
    standing = standing_at(day, at)
    hours = (at - DAY).total_seconds() / 3600 - COUNT_BEGAN
    return Moment(clock, at, standing, truth_of(day, standing), features(standing, day.leads, at, hours))


def folds_of(states: list[str], groups: int) -> dict[str, int]:
    """Put every state whole into one of some groups of about equal numbers of seats; 0 groups: each state alone."""
    load = [0] * (groups or len(set(states)))
    fold = {}
    for state in sorted(set(states), key=lambda s: (-states.count(s), s)):
        fold[state] = load.index(min(load))
        load[fold[state]] += states.count(state)
    return fold


def fold_column(m: Moment, fold: dict[str, int]) -> npt.NDArray[np.int64]:
    return np.array([fold[s] for s in m.standing["state"]])


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


def projected(m: Moment, day: CountingDay, held: list[Parameters], fold: dict[str, int]) -> Projected:
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
            history=day.leads, draws=4000, parameters=parameters,
        )  # fmt: skip
        out.seconds = min(out.seconds, time.perf_counter() - began)
        leads = result.candidates.filter(pl.col("place") == 1).sort("contest")
        out.chance[group == k] = leads["chance"].to_numpy()[group == k]
        for level in (0.7, 0.9):
            span = result.margin_interval(level).sort("contest")
            out.low[level][group == k] = span["low"].to_numpy()[group == k]
            out.high[level][group == k] = span["high"].to_numpy()[group == k]
    return out


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


def scores(chance: Floats, m: Moment) -> tuple[float, float]:
    """Give mean log loss and Brier score of the winner; a declared contest costs every method nothing."""
    won = m.truth["won"].to_numpy()
    p = np.where(m.live, chance, 1.0)
    loss = np.where(m.live, -np.log(np.where(won, chance, 1 - chance)), 0.0)
    return float(loss.mean()), float(((p - won) ** 2).mean())


def seat_coverage(m: Moment, chance: Floats, shared: tuple[float, float]) -> list[tuple[str, float, int]]:
    """Give per party its share of draws under its true seats (ties halved) and its seats, if its seats are in doubt."""
    s = m.standing
    p = np.where(m.live, chance, 1.0)
    errors = shared_errors(s["state"], s["leader_party"], s["rival_party"], shared, 4000, np.random.default_rng(5))
    names = pl.concat([s["leader_party"], s["rival_party"], m.truth["winner_party"]]).unique().sort().to_list()
    code = {n: i for i, n in enumerate(names)}
    groups = np.array([[code[a], code[b]] for a, b in s.select("leader_party", "rival_party").iter_rows()])
    draws = seats_drawn(winners_drawn(errors, np.column_stack([p, 1 - p])), groups, len(names))
    true = np.bincount([code[w] for w in m.truth["winner_party"]], minlength=len(names))
    under = (draws < true).mean(axis=0) + 0.5 * (draws == true).mean(axis=0)
    return [(n, float(under[i]), int(true[i])) for i, n in enumerate(names) if draws[:, i].std() > 0.3]


def shown(name: str, values: list[tuple[float, float]]) -> str:
    means = np.mean(values, axis=0)
    return f"{name:34s} {means[0]:.4f} {means[1]:.4f} | " + " ".join(f"{v[0]:.4f}/{v[1]:.4f}" for v in values)


def write_learnt(parameters: Parameters, figures: str, target: Path) -> None:
    lines = []
    for field in fields(parameters):
        value = getattr(parameters, field.name)
        number = f"({', '.join(f'{v:.4g}' for v in value)})" if isinstance(value, tuple) else f"{value:.4g}"
        lines.append(f"    {field.name}={number},")
    target.write_text(
        '"""\nWhat one day taught of how counts move: the parameters of the projection, and where they come from.\n\n'
        "Learnt by `benchmarks/projection.py --learn` from the Lok Sabha count of 4 June 2024, 14:05 to 20:00:\n"
        "leads and votes as the Election Commission of India's result pages showed them (scraped by\n"
        "answerquest, india-elections2024-results-timewise, MIT), ends from its official results. One day, one\n"
        "kind of election: another year may count faster, slower or in another order. SHARED is\n"
        "chosen so that intervals of party seats of that day, held out, hold about what they say.\n\n"
        f"{figures}\n"
        '"""\n\nfrom __future__ import annotations\n\nfrom janadesh.count.projection_margin import Parameters\n\n'
        "LEARNT = Parameters(\n" + "\n".join(lines) + "\n)\n\n"
        f"SHARED = {SHARED}\n"
        '"""Part of a lead\'s error that its party shares over the whole count, and within a state."""\n'
    )


def learnt_figures(values: list[tuple[float, float]], margins: str) -> str:
    """Say in the module what the parameters were worth on states held out."""
    means = np.mean(values, axis=0)
    each = "\n".join(f"    {clock}  {v[0]:.4f}  {v[1]:.4f}" for clock, v in zip(SCORED, values, strict=True))
    return (
        f"Held out by state, the same day: log loss {means[0]:.4f} and Brier score {means[1]:.4f} of winners,\n"
        f"by moment\n{each}\nIntervals of margins, {margins}."
    )


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
    taught = [moment(day, clock) for clock in LEARNT_FROM]
    scored = [m for m in taught if m.clock in SCORED]
    fold = folds_of(day.results.select("contest", "state").unique()["state"].to_list(), args.groups)
    whole, held = learn_held_out(taught, fold)
    ours = [projected(m, day, held, fold) for m in scored]
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
    if not args.elex_python:
        del table["elex, else that curve"]
    print("log loss and Brier score of winners: mean of six moments | each (" + ", ".join(SCORED) + ")")
    lines = [shown(name, values) for name, values in table.items()]
    print("\n".join(lines))
    mean = {name: float(np.mean([v[0] for v in values])) for name, values in table.items()}
    best = min((v, k) for k, v in mean.items() if k != "janadesh")
    print(f"janadesh is {1 - mean['janadesh'] / best[0]:.1%} below the best other on log loss ({best[1]})")
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
    print(
        "\nseats of parties in doubt (standard deviation above 0.3): share of truths inside 70 % and 90 %, ties halved"
    )
    for shared in ((0.0, 0.0), SHARED, (0.1, 0.3)):
        under = np.array(
            [u for m, o in zip(scored, ours, strict=True) for _, u, _ in seat_coverage(m, o.chance, shared)]
        )
        inside = [float((np.abs(under - 0.5) <= level / 2).mean()) for level in (0.7, 0.9)]
        print(
            f"   errors shared {shared}: 70 % {inside[0]:.3f}, 90 % {inside[1]:.3f} ({len(under)} parties and moments)"
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
        write_learnt(whole, learnt_figures(table["janadesh"], pooled_line), args.learn)


if __name__ == "__main__":
    main()
