"""
Fit the weights by which candidacies are linked, on states that the measured ones are not among.

    python benchmarks/people_weights.py --shared ../shared

Prints the table of `analysis/same_person_weights.py`. Needs scikit-learn, which Janadesh itself does not.

No label is taken to be the truth. `pid` (its plain misses joined, `people_rows.sure_misses`) and the agreement of
the years of birth are two witnesses that may err, and a logistic regression on all other evidence is fitted together
with how often each errs, by expectation and maximisation (Raykar et al., Learning from crowds, JMLR 11, 2010; Dawid
and Skene, Applied Statistics 28, 1979). How often `pid` errs is reckoned apart for six kinds of pairs: same seat,
other seat or other house, same party or not. It is stopped early: in the fourth round, since later rounds drift
towards taking ever more pairs for one person's. The weights of ages are what the second witness was found to be worth.

Plainly unlike pairs are thinned by the weights of before, so fitting again gives near, not equal, weights: those that
are kept were thinned by the ones before them (a second fit moved the constant by 0.5 and few weights by more).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from janadesh.analysis.same_person import comparable
from janadesh.analysis.same_person import forms
from janadesh.analysis.same_person import places
from janadesh.analysis.same_person_evidence import evidence
from janadesh.analysis.same_person_pairs import candidate_pairs
from janadesh.analysis.same_person_weights import CONSTANT
from janadesh.analysis.same_person_weights import WEIGHTS
from people_rows import candidacies_of
from people_rows import sure_misses

TUNED_ON = ("Punjab", "Himachal_Pradesh", "Karnataka", "Tamil_Nadu", "Odisha", "West_Bengal")
AGES = ("age_fits", "age_off_by_3", "age_off_by_6", "age_off_by_10", "age_off")
_NO_NAMES = pl.DataFrame(schema={"person": pl.String, "name": pl.String})
_ROUNDS = 4
_PLAINLY_TWO = -4.5
"""Below this score by the weights of before, one pair in twenty is taken and counts for twenty."""

Floats = npt.NDArray[np.float64]


def labelled(shared: Path, state: str) -> pl.DataFrame:
    """Give the evidence on a state's pairs, and whether each is one person's by `pid`, as `said`."""
    told = candidacies_of(shared, state)
    told = told.with_columns(truth=sure_misses(told), person=pl.lit(None, dtype=pl.String))
    rows = comparable(told)
    names = forms(rows, _NO_NAMES)
    truth, contest = rows["truth"], rows["constituency"]
    found = evidence(rows, names, candidate_pairs(names, places(rows)))
    left, right = found["left"], found["right"]
    apart = contest.gather(left) != contest.gather(right)
    return found.with_columns(said=truth.gather(left) == truth.gather(right)).filter(apart).drop("left", "right")


def thinned(pairs: pl.DataFrame) -> pl.DataFrame:
    """Keep few of the pairs that are plainly two persons', as `counts` says."""
    score = pl.sum_horizontal(pl.col(name) * weight for name, weight in WEIGHTS.items()) + CONSTANT
    whole = pairs.select(whole=(score > _PLAINLY_TWO) | pl.col("said"))["whole"]
    taken = pl.Series(np.random.default_rng(1).random(pairs.height) < 0.05)
    counts = pl.when(whole).then(1.0).otherwise(20.0)
    return pairs.with_columns(counts=counts).filter(whole | taken)


def kinds(pairs: pl.DataFrame) -> npt.NDArray[np.int64]:
    """Number the kind of each pair: same seat, other house or other seat; two more for each, the party the same."""
    where = pl.when(pl.col("same_seat") == 1).then(0).when(pl.col("two_houses") == 1).then(1).otherwise(2)
    same_party = (pl.col("same_party") == 1) | (pl.col("both_independent") == 1)
    return pairs.select(kind=(where * 2 + same_party.cast(pl.Int32)).cast(pl.Int64))["kind"].to_numpy()


def fitted(pairs: pl.DataFrame) -> tuple[dict[str, float], float]:
    """Fit weights and constant: regression and witnesses by turns."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    told = pairs.select(name for name in WEIGHTS if name not in AGES)
    scale = StandardScaler().fit(told.to_numpy())
    x = scale.transform(told.to_numpy())
    said, counts, kind = pairs["said"].to_numpy(), pairs["counts"].to_numpy(), kinds(pairs)
    ages = pairs.select(AGES).to_numpy()
    likely: Floats = np.where(said, 0.95, 0.005)
    for _ in range(_ROUNDS):
        by_age = np.log(_part(ages, likely * counts) / _part(ages, (1 - likely) * counts))
        one, two = likely > 1e-4, likely < 1 - 1e-6
        fit = LogisticRegression(solver="newton-cholesky", max_iter=60).fit(
            np.concatenate([x[one], x[two]]),
            np.repeat([1, 0], [one.sum(), two.sum()]),
            sample_weight=np.concatenate([(likely * counts)[one], ((1 - likely) * counts)[two]]),
        )
        score = fit.decision_function(x) + ages @ by_age + _by_pid(said, kind, likely, counts)
        likely = 1 / (1 + np.exp(-score))
    weights = fit.coef_[0] / scale.scale_
    constant = float(fit.intercept_[0] - np.sum(weights * scale.mean_))
    return dict(zip([*told.columns, *AGES], [*weights, *by_age], strict=True)), constant


def _part(ages: Floats, of: Floats) -> Floats:
    found: Floats = ages.T @ of + 1
    return found / found.sum()


def _by_pid(said: npt.NDArray[np.bool_], kind: npt.NDArray[np.int64], likely: Floats, counts: Floats) -> Floats:
    """Give what `pid` is worth as a witness on each pair, in log-odds."""
    one = np.bincount(kind, likely * counts * said) / np.bincount(kind, likely * counts)
    two = np.bincount(kind, (1 - likely) * counts * said) / np.bincount(kind, (1 - likely) * counts)
    found: Floats = np.where(said, np.log(one / two)[kind], np.log((1 - one) / (1 - two))[kind])
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True)
    chosen = options.parse_args()
    weights, constant = fitted(pl.concat([thinned(labelled(chosen.shared, state)) for state in TUNED_ON]))
    print('"""The weights of the evidence that two candidacies are one person\'s, in log-odds, as fitted."""\n')
    print("WEIGHTS: dict[str, float] = {")
    for name, weight in weights.items():
        print(f'    "{name}": {weight:.3f},')
    print("}")
    print(f"CONSTANT = {constant:.3f}")


if __name__ == "__main__":
    main()
