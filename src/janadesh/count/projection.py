"""
Where a running count is going: chances of winning, intervals of margins, seats of parties, chance of a majority.

Method, in three steps, each in a file of its own. `projection_features` reads what is known at the moment.
`projection_margin` gives each rival a heavy-tailed distribution of the leader's final margin over it; the duels are
joined into chances by their odds. `projection_draws` draws the house with errors shared by state and party.
The parameters are learnt from whole counts with SciPy and kept, with where they come from, in `projection_learnt`.

Before its votes are published a contest is judged by its margin, the clock and its liveliness. What is said of the
hours before 14:00 rests on no observed count: open feeds begin later, so those hours were tried on simulated mornings
only. Postal votes, where published, do not tell how the machines' remaining votes lean.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import special

from janadesh.count.projection_draws import seat_range
from janadesh.count.projection_draws import seats_drawn
from janadesh.count.projection_draws import shared_errors
from janadesh.count.projection_draws import winners_drawn
from janadesh.count.projection_features import features
from janadesh.count.projection_learnt import LEARNT
from janadesh.count.projection_learnt import SHARED
from janadesh.count.projection_margin import DEGREES
from janadesh.count.projection_margin import LEAST_CHANCE
from janadesh.count.projection_margin import MarginSpread
from janadesh.count.projection_margin import Parameters
from janadesh.count.projection_margin import margin_spread
from janadesh.count.projection_margin import reach
from janadesh.count.projection_previous import NO_PREVIOUS
from janadesh.count.projection_previous import NO_SEGMENTS

Floats = npt.NDArray[np.float64]

CONTEST_COLUMNS: dict[str, pl.DataType] = {
    "contest": pl.String(), "state": pl.String(), "electors": pl.Float64(), "turnout": pl.Float64(),
    "previous_valid": pl.Float64(), "margin": pl.Float64(), "votes": pl.Float64(), "declared": pl.Boolean(),
}  # fmt: skip
CANDIDATE_COLUMNS: dict[str, pl.DataType] = {
    "contest": pl.String(), "candidate": pl.String(), "party": pl.String(), "alliance": pl.String(),
    "votes": pl.Float64(), "postal": pl.Float64(), "place": pl.Int64(), "won": pl.Boolean(),
}  # fmt: skip
NO_HISTORY = pl.DataFrame(
    schema={"contest": pl.String, "at": pl.Datetime, "leader": pl.String, "margin": pl.Float64}
)  # fmt: skip
LEAST_CHANCE_BEHIND = 1e-6
"""For third and later candidates, of whom a contest may have fifty."""
PLACES_DRAWN = 4
OF_THE_RUNNER_UP = ("trend", "long_trend", "party_trend", "by_swing", "postal_share")
"""What is seen of the leader against the second says nothing of the third."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """
    What a count points to at one moment.

    candidates: `contest`, `candidate`, `party`, `alliance`, `place` (1 leads), `chance`.
    contests: `contest`, `leader`, `expected`, `centre` (leader's final margin over the runner-up, votes), `scale`,
        `early` (its votes are not published), `declared`; intervals of any level come from `margin_interval`.
    parties, alliances: names, in the order of the columns of `party_draws` and `alliance_draws`.
    party_draws, alliance_draws: seats, one row a draw.
    """

    candidates: pl.DataFrame
    contests: pl.DataFrame
    parties: tuple[str, ...]
    party_draws: npt.NDArray[np.int64]
    alliances: tuple[str, ...]
    alliance_draws: npt.NDArray[np.int64]
    parameters: Parameters

    def margin_interval(self, level: float) -> pl.DataFrame:
        """Give `contest`, `low`, `high`: the leader's final margin, in votes, inside with the chance `level`."""
        early, late = (reach(level, q) for q in (self.parameters.reach_early, self.parameters.reach_late))
        side = pl.when("early").then(early).otherwise(late) * pl.col("scale")
        return self.contests.select("contest", low=pl.col("centre") - side, high=pl.col("centre") + side)

    def seats(self, level: float, *, alliances: bool = False) -> pl.DataFrame:
        """
        Give `party` (or `alliance`), `mean`, `median`, `low`, `high` of its seats and `inside`, most seats first.

        `low` to `high` is the range whose chance, told in `inside`, is nearest to `level`.
        """
        names, draws = (self.alliances, self.alliance_draws) if alliances else (self.parties, self.party_draws)
        ranges = [seat_range(column, level) for column in draws.T]
        frame = pl.DataFrame(
            {"alliance" if alliances else "party": names, "mean": draws.mean(axis=0)}
            | {"median": np.quantile(draws, 0.5, axis=0, method="inverted_cdf")}
        ).with_columns(pl.DataFrame(ranges, schema=["low", "high", "inside"], orient="row"))
        return frame.sort("mean", pl.first(), descending=[True, False])

    def majority_chance(self, needed: int, *, alliances: bool = False) -> dict[str, float]:
        """Give the chance of every party (or alliance) to win `needed` seats; 0 and 1 only when all is declared."""
        names, draws = (self.alliances, self.alliance_draws) if alliances else (self.parties, self.party_draws)
        reached = (draws >= needed).sum(axis=0)
        soft = 0.0 if self.contests["declared"].all() else 0.5
        return {n: float((r + soft) / (len(draws) + 2 * soft)) for n, r in zip(names, reached, strict=True)}


def _with_columns(frame: pl.DataFrame, columns: dict[str, pl.DataType]) -> pl.DataFrame:
    """Bring a frame to the columns asked for, absent ones null."""
    return frame.select(
        (pl.col(name).cast(kind) if name in frame.columns else pl.lit(None, dtype=kind)).alias(name)
        for name, kind in columns.items()
    )


def _on_one_clock(at: dt.datetime, history: pl.DataFrame) -> tuple[dt.datetime, pl.DataFrame]:
    """Bring the moment and the history to UTC without a zone; a time that names no zone is left as it is."""
    clock = at.astimezone(dt.UTC).replace(tzinfo=None) if at.tzinfo else at
    kind = history.schema["at"]
    if isinstance(kind, pl.Datetime) and kind.time_zone:
        history = history.with_columns(pl.col("at").dt.convert_time_zone("UTC").dt.replace_time_zone(None))
    return clock, history


def _ranked(contests: pl.DataFrame, candidates: pl.DataFrame) -> pl.DataFrame:
    """Put candidates in order within contests: a declared winner, then the places named, then votes, then name."""
    rows = candidates.join(contests.select("contest", "declared").with_row_index("row"), on="contest", how="inner")
    first = pl.col("declared").fill_null(value=False) & pl.col("won").fill_null(value=False)
    rows = rows.sort(
        "row", first, pl.col("place").fill_null(1_000_000), pl.col("votes").fill_null(0.0), "candidate",
        descending=[False, True, False, True, False],
    )  # fmt: skip
    counted = pl.col("votes").fill_null(0.0)
    return rows.with_columns(
        place=pl.int_range(1, pl.len() + 1).over("row"),
        gap=counted.first().over("row") - counted,
        total=counted.sum().over("row"),
    )


def standing_of(contests: pl.DataFrame, ranked: pl.DataFrame) -> pl.DataFrame:
    """Give one row a contest as `projection_features.features` asks for it."""
    second = pl.col("place") == 2
    tops = ranked.group_by("contest").agg(
        leader=pl.col("candidate").first(), leader_party=pl.col("party").first(),
        rival_party=pl.col("party").filter(second).first(), gap=pl.col("gap").filter(second).first(),
        postal_margin=pl.col("postal").first() - pl.col("postal").filter(second).first(),
        counted=pl.col("total").first(),
    )  # fmt: skip
    rows = contests.join(tops, on="contest", how="left", maintain_order="left")
    votes = pl.coalesce("votes", pl.when(pl.col("counted") > 0).then("counted"))
    return rows.with_columns(
        votes=pl.when(votes > 0).then(votes),
        margin=pl.coalesce("margin", pl.when(pl.col("counted") > 0).then("gap")),
    )


def _chances(standing: pl.DataFrame, ranked: pl.DataFrame, seen: pl.DataFrame, parameters: Parameters) -> Floats:
    """Give the chance of every ranked candidate: duels with the leader, joined by their odds."""
    at = ranked["row"].cast(pl.Int64).to_numpy()
    place = ranked["place"].to_numpy()
    margin = standing["margin"].to_numpy()[at]
    gap = ranked["gap"].to_numpy()
    published = (ranked["total"] > 0).to_numpy()
    unknown = np.isnan(margin)
    lead = np.where(place == 2, margin, np.where(published, np.maximum(gap, margin), np.inf))
    behind = pl.Series(place > 2)
    rows = seen[at].with_columns(pl.when(behind).then(0.0).otherwise(name).alias(name) for name in OF_THE_RUNNER_UP)
    share = np.where(np.isfinite(lead), lead, 1e12) / rows["expected"].to_numpy()
    spread = margin_spread(rows, parameters, share)
    turned = special.stdtr(DEGREES, -spread.centre / spread.turning)
    turned = np.clip(turned, np.where(behind, LEAST_CHANCE_BEHIND, LEAST_CHANCE), 1 - LEAST_CHANCE)
    odds = np.where((place == 1) | unknown, 1.0, turned / (1 - turned))
    declared = standing["declared"].fill_null(value=False).to_numpy()[at]
    odds = np.where(declared, (place == 1).astype(np.float64), odds)
    sums = np.bincount(at, weights=odds, minlength=standing.height)
    return np.asarray(odds / sums[at])


def _places_matrix(ranked: pl.DataFrame, chance: Floats, contests: int) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Give chances and candidate rows by contest and place: the leader and the likeliest rivals, the rest folded in."""
    order = ranked.select("row", "place").with_columns(chance=pl.Series(chance)).with_row_index("at")
    order = order.sort("row", pl.col("place") > 1, "chance", "place", descending=[False, False, True, False])
    column = order.select(pl.int_range(pl.len()).over("row")).to_series().clip(upper_bound=PLACES_DRAWN - 1).to_numpy()
    row = order["row"].cast(pl.Int64).to_numpy()
    chances = np.zeros((contests, PLACES_DRAWN))
    np.add.at(chances, (row, column), order["chance"].to_numpy())
    who = np.zeros((contests, PLACES_DRAWN), dtype=np.int64)
    backwards = slice(None, None, -1)
    who[row[backwards], column[backwards]] = order["at"].cast(pl.Int64).to_numpy()[backwards]
    return chances, who


def _grouped(
    names: pl.Series, who: npt.NDArray[np.int64], places: npt.NDArray[np.int64]
) -> tuple[tuple[str, ...], npt.NDArray[np.int64]]:
    """Give the names of the groups and the seats of each in every draw."""
    code = names.rank("dense").cast(pl.Int64).to_numpy() - 1
    groups = tuple(names.unique().sort().to_list())
    return groups, seats_drawn(places, code[who], len(groups))


def project(
    contests: pl.DataFrame,
    candidates: pl.DataFrame,
    *,
    at: dt.datetime,
    hours: float,
    rng: np.random.Generator,
    history: pl.DataFrame = NO_HISTORY,
    previous: pl.DataFrame = NO_PREVIOUS,
    segments: pl.DataFrame = NO_SEGMENTS,
    draws: int = 4000,
    parameters: Parameters = LEARNT,
    shared: tuple[float, float] = SHARED,
) -> Projection:
    """
    Project a running count from what is known at one moment.

    contests: one row a contest. `contest`; optional, null where unknown: `state`, `electors`, `turnout` (share of
        electors), `previous_valid` (valid votes then), `margin` (where only a lead is published), `votes` (counted, if
        candidates' votes are not all given), `declared`.
    candidates: one row a candidate, NOTA left out. `contest`, `candidate`; optional: `party`, `alliance` (else the
        party), `votes` so far (null: not published), `postal` of these, `place` (1 leads, 2 trails: where only that
        is known), `won`.
    at: the moment; with a zone, if the times of `history` have one.
    history: earlier observations, `contest`, `at`, `leader` (as in `candidate`), `margin`; later ones are ignored.
    previous: the result before in the very same seats: `contest`, `party` as in `candidates` (null for independents),
        `votes`. Without it, and for redrawn seats, chances are a little wider of the mark.
    segments: the same by parts of the seat, with `segment`; parties need be named alike within it only.
    hours: since counting began, used only where votes are unknown.
    parameters, shared: what was learnt of how counts move, and of how errors go together.
    Raises: ValueError if a contest is named twice.
    """
    told = _with_columns(contests, CONTEST_COLUMNS)
    if told["contest"].is_duplicated().any():
        twice = told.filter(pl.col("contest").is_duplicated())["contest"][0]
        raise ValueError(f"contest {twice!r} is named twice; give one row a contest")
    told = told.join(candidates.select(pl.col("contest").cast(pl.String)).unique(), on="contest", how="semi").sort(
        "contest"
    )
    ranked = _ranked(told, _with_columns(candidates, CANDIDATE_COLUMNS))
    standing = standing_of(told, ranked)
    clock, past = _on_one_clock(at, history)
    seen = features(standing, past, clock, hours, previous, segments)
    chance = _chances(standing, ranked, seen, parameters)
    matrix, who = _places_matrix(ranked, chance, standing.height)
    errors = shared_errors(standing["state"], standing["leader_party"], standing["rival_party"], shared, draws, rng)
    places = winners_drawn(errors, matrix)
    party = ranked["party"].fill_null("unknown")
    parties, party_draws = _grouped(party, who, places)
    alliances, alliance_draws = _grouped(ranked["alliance"].fill_null(party), who, places)
    return Projection(
        candidates=ranked.select("contest", "candidate", "party", "alliance", "place").with_columns(chance=chance),
        contests=_contest_rows(standing, seen, margin_spread(seen, parameters)),
        parties=parties,
        party_draws=party_draws,
        alliances=alliances,
        alliance_draws=alliance_draws,
        parameters=parameters,
    )


def _contest_rows(standing: pl.DataFrame, seen: pl.DataFrame, spread: MarginSpread) -> pl.DataFrame:
    """Give leader, centre and scale in votes; a declared margin is what it is, an unknown lead could go either way."""
    expected = seen["expected"].to_numpy()
    declared = standing["declared"].fill_null(value=False).to_numpy()
    margin = standing["margin"].to_numpy()
    unknown = np.isnan(margin)
    settled = declared & ~unknown
    return standing.select("contest", "leader").with_columns(
        expected=expected,
        centre=np.where(settled, margin, np.where(unknown, 0.0, spread.centre * expected)),
        scale=np.where(settled, 0.0, np.where(unknown, 0.2 * expected, spread.scale * expected)),
        early=seen["early"],
        declared=declared,
    )
