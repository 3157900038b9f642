"""
Fit the weights by which candidacies are linked, on states that the measured ones are not among.

    python benchmarks/people_weights.py --shared ../shared

Prints the table of `analysis/same_person_weights.py`. Needs scikit-learn, which Janadesh itself does not.
Label: the same `pid`, plain misses of the source joined (`people_rows.sure_misses`).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import polars as pl

from janadesh.analysis.same_person import comparable
from janadesh.analysis.same_person import forms
from janadesh.analysis.same_person import places
from janadesh.analysis.same_person_evidence import evidence
from janadesh.analysis.same_person_pairs import candidate_pairs
from people_rows import candidacies_of
from people_rows import sure_misses

TUNED_ON = ("Punjab", "Himachal_Pradesh", "Karnataka", "Tamil_Nadu", "Odisha", "West_Bengal")
_NO_NAMES = pl.DataFrame(schema={"person": pl.String, "name": pl.String})


def labelled(shared: Path, state: str) -> tuple[pl.DataFrame, pl.Series]:
    """Give the evidence on a state's pairs, and whether each is one person's."""
    told = candidacies_of(shared, state)
    told = told.with_columns(truth=sure_misses(told), person=pl.lit(None, dtype=pl.String))
    rows = comparable(told)
    names = forms(rows, _NO_NAMES)
    found = evidence(rows, names, candidate_pairs(names, places(rows)))
    truth, contest = rows["truth"], rows["constituency"]
    left, right = found["left"], found["right"]
    apart = contest.gather(left) != contest.gather(right)
    return found.filter(apart).drop("left", "right"), (truth.gather(left) == truth.gather(right)).filter(apart)


def main() -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True)
    chosen = options.parse_args()
    parts = [labelled(chosen.shared, state) for state in TUNED_ON]
    told = pl.concat([evidence for evidence, _ in parts])
    same = pl.concat([label for _, label in parts]).to_numpy()
    scale = StandardScaler().fit(told.to_numpy())
    fit = LogisticRegression(max_iter=500).fit(scale.transform(told.to_numpy()), same)
    weights = fit.coef_[0] / scale.scale_
    print('"""The weights of the evidence that two candidacies are one person\'s, in log-odds, as fitted."""\n')
    print("WEIGHTS: dict[str, float] = {")
    for name, weight in zip(told.columns, weights, strict=True):
        print(f'    "{name}": {weight:.3f},')
    print("}")
    print(f"CONSTANT = {fit.intercept_[0] - np.sum(weights * scale.mean_):.3f}")


if __name__ == "__main__":
    main()
