"""
Link the candidates of three states since 1990 without `pid`, and measure the links by it.

    python benchmarks/people.py --shared ../shared [--states Punjab ...]

Measured on Jammu & Kashmir, Kerala and Haryana. The weights were fitted on other states: Punjab, Himachal Pradesh,
Karnataka, Tamil Nadu, Odisha and West Bengal (`people_weights.py`); the limits were picked on these by age. The
measured states were not wholly held out: pairs of them were read before, to learn where recall is lost, and when the
rule for plain misses was written. `pid` is one numbering for assembly and Lok Sabha, so pairs across the two houses
count. A pair is two rows of a state with one `pid`.

Three measures are printed, for Janadesh and for the baseline (rapidfuzz token-sort ratio of the names, within a
state, at the threshold that gives it the best F1 on the measured states themselves):

    pid        precision and recall by `pid` as it is
    pid+       the same after plain misses of the source are joined (rule in `people_rows.sure_misses`)
    by age     of the links that only one of the two makes, the share that ages show to be right: linked once
               more without ages, such pairs agree in their year of birth as often as a mixture of right links
               (which agree as the links that both make do) and wrong ones (as pairs of unlike persons do). Only
               assembly rows have ages, mostly since 2004: that the rest is alike is taken, not known. Weak candidates
               give their ages less well than strong ones, so the two are reckoned apart as well: `by strength`.

Beside these, `pid` among pairs of candidates who both polled 5% or more. The codebook of Lok Dhaba names no rule for
which rows its readers compared, so this is no domain of theirs; it shows where we and they disagree.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

import numpy as np
import polars as pl
from rapidfuzz import fuzz
from rapidfuzz import process

from figures import Figure
from figures import keep
from janadesh.analysis.same_person import same_person
from people_rows import candidacies_of
from people_rows import sure_misses

MEASURED = ("Jammu_&_Kashmir", "Kerala", "Haryana")
TUNED_ON = ("Punjab", "Himachal_Pradesh", "Karnataka", "Tamil_Nadu", "Odisha", "West_Bengal")
WEAK = 0.05
"""A pair is weak where one of the two polled a smaller share, or one that is not known."""


def pairs_in(*keys: pl.Series) -> int:
    sizes = pl.DataFrame(list(keys)).group_by(pl.all()).len()["len"].cast(pl.Int64)
    return int((sizes * (sizes - 1) // 2).sum())


def counts(linked: pl.Series, truth: pl.Series) -> np.ndarray:
    """Count right links, links, and pairs there are."""
    return np.array([pairs_in(linked.alias("linked"), truth.alias("truth")), pairs_in(linked), pairs_in(truth)])


def told(right: float, linked: float, there: float) -> str:
    return f"precision {right / max(linked, 1):.3f}  recall {right / there:.3f}"


def baseline(rows: pl.DataFrame, truth: pl.Series) -> np.ndarray:
    """Count right links and links at each threshold 0..100 of the token-sort ratio of names in a state."""
    names = [" ".join(sorted(name.lower().replace(".", " ").split())) for name in rows["name"]]
    person = truth.cast(pl.Categorical).to_physical().to_numpy()
    found = np.zeros((2, 101), dtype=np.int64)
    for start in range(0, len(names), 1000):
        likeness = process.cdist(names[start : start + 1000], names[start:], scorer=fuzz.ratio, dtype=np.uint8)
        later = np.arange(start, len(names))[None, :] > np.arange(start, min(start + 1000, len(names)))[:, None]
        same = person[start : start + 1000, None] == person[None, start:]
        found[0] += np.bincount(likeness[later & same], minlength=101)
        found[1] += np.bincount(likeness[later], minlength=101)
    return found[:, ::-1].cumsum(axis=1)[:, ::-1]


def birth_years_agree(rows: pl.DataFrame, numbers: pl.Series) -> np.ndarray:
    """
    Count pairs of two years with both ages known, and those whose years of birth agree within 2.5.

    Returns: both numbers for links that both make, that only we make, that only pid makes, and for pairs of
        unlike persons.
    """
    born = rows.with_columns(linked=numbers, born=pl.col("when") - pl.col("age")).filter(pl.col("age").is_not_null())
    born = born.select("linked", "pid", "born", "year").with_row_index("row")
    agree = (pl.col("born") - pl.col("born_2")).abs() <= 2.5
    apart = (pl.col("row") < pl.col("row_2")) & (pl.col("year") != pl.col("year_2"))
    ours = born.join(born, on="linked", suffix="_2").filter(apart)
    theirs = born.join(born, on="pid", suffix="_2").filter(apart & (pl.col("linked") != pl.col("linked_2")))
    others = born.sample(fraction=1, shuffle=True, seed=1).drop("row").rename(lambda name: f"{name}_2")
    unlike = pl.concat([born, others], how="horizontal").filter(pl.col("year") != pl.col("year_2"))
    one_pid = pl.col("pid") == pl.col("pid_2")
    groups = (ours.filter(one_pid), ours.filter(~one_pid), theirs, unlike)
    return np.array([[group.height, group.filter(agree).height] for group in groups])


def paired(rows: pl.DataFrame, numbers: pl.Series, key: str) -> pl.DataFrame:
    """Give the pairs of one `linked` or `pid`: `weak`, and the columns of both, those of the second with `_2`."""
    told = rows.with_columns(linked=numbers, born=pl.col("when") - pl.col("age")).with_row_index("row")
    told = told.select("row", "linked", "pid", "born", "year", share=pl.col("share").fill_null(0))
    both = told.join(told, on=key, suffix="_2").filter(pl.col("row") < pl.col("row_2"))
    return both.with_columns(weak=pl.min_horizontal("share", "share_2") < WEAK)


def by_strength(rows: pl.DataFrame, numbers: pl.Series, blind: pl.Series) -> tuple[np.ndarray, np.ndarray]:
    """
    Count for strong pairs and weak ones.

    Returns: right links, links and pairs there are by `pid`, a row for strong and one for weak; and for each of the
        two what `birth_years_agree` counts, of the links made without ages.
    """
    found, ages = np.zeros((2, 3)), np.zeros((2, 4, 2))
    one_pid, linked = pl.col("pid") == pl.col("pid_2"), pl.col("linked") == pl.col("linked_2")
    agree = (pl.col("born") - pl.col("born_2")).abs() <= 2.5
    aged = pl.col("born").is_not_null() & pl.col("born_2").is_not_null() & (pl.col("year") != pl.col("year_2"))
    ours, theirs = paired(rows, numbers, "linked"), paired(rows, numbers, "pid")
    seen, told = paired(rows, blind, "linked").filter(aged), paired(rows, blind, "pid").filter(aged & ~linked)
    one = rows.with_columns(born=pl.col("when") - pl.col("age")).filter(pl.col("age").is_not_null())
    one = one.select("born", "year", share=pl.col("share").fill_null(0))
    other = one.sample(fraction=1, shuffle=True, seed=1).rename(lambda name: f"{name}_2")
    unlike = pl.concat([one, other], how="horizontal").filter(aged)
    unlike = unlike.with_columns(weak=pl.min_horizontal("share", "share_2") < WEAK)
    for place in (0, 1):
        of = pl.col("weak") == bool(place)
        found[place] = [ours.filter(of & one_pid).height, ours.filter(of).height, theirs.filter(of).height]
        groups = (seen.filter(of & one_pid), seen.filter(of & ~one_pid), told.filter(of), unlike.filter(of))
        ages[place] = [[group.height, group.filter(agree).height] for group in groups]
    return found, ages


def estimated_by_strength(found: np.ndarray, ages: np.ndarray) -> str:
    """Estimate as `estimated` does, strong pairs and weak ones apart, and add both."""
    right = linked = there = 0.0
    for (both, made, said), aged in zip(found, ages, strict=True):
        here = both + right_share(aged, 1) * (made - both)
        right, linked = right + here, linked + made
        there += here + right_share(aged, 2) * (said - both)
    return told(right, linked, there)


def by_age(found: np.ndarray) -> str:
    both, ours, theirs, unlike = found[:, 1] / np.maximum(found[:, 0], 1)
    right = [right_share(found, place) for place in (1, 2)]
    return (
        f"years of birth agree in {both:.0%} of links that both make, {unlike:.0%} of unlike persons,\n"
        f"          {ours:.0%} of {found[1, 0]:.0f} links that only we make: about {right[0]:.0%} are right,\n"
        f"          {theirs:.0%} of {found[2, 0]:.0f} links that only pid makes: about {right[1]:.0%} are right"
    )


def estimated(found: np.ndarray, ages: np.ndarray) -> str:
    """Take disputed links to be right as often as those with ages are, and those that both make to be right."""
    only_ours, only_pid = (right_share(ages, place) for place in (1, 2))
    both, linked, there = found
    right = both + only_ours * (linked - both)
    return told(right, linked, right + only_pid * (there - both))


def right_share(ages: np.ndarray, place: int) -> float:
    both, unlike = ages[0, 1] / ages[0, 0], ages[3, 1] / ages[3, 0]
    return float(np.clip((ages[place, 1] / max(ages[place, 0], 1) - unlike) / (both - unlike), 0, 1))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True)
    options.add_argument("--states", nargs="+", default=list(MEASURED))
    chosen = options.parse_args()
    print(f"weights fitted on {', '.join(TUNED_ON)}; none of {', '.join(MEASURED)} among them\n")
    ours, plus, ages = np.zeros(3), np.zeros(3), np.zeros((4, 2))
    strength, ages_by_strength = np.zeros((2, 3)), np.zeros((2, 4, 2))
    theirs, theirs_plus, seconds = np.zeros((2, 101)), np.zeros((2, 101)), 0.0
    for state in chosen.states:
        rows = candidacies_of(chosen.shared, state)
        without = rows.drop("pid", "year")
        started = time.perf_counter()
        numbers = same_person(without)["number_of_person"]
        took = time.perf_counter() - started
        seconds += took
        joined = sure_misses(rows)
        found, found_plus = counts(numbers, rows["pid"]), counts(numbers, joined)
        blind = same_person(without.drop("age"))["number_of_person"]
        aged = birth_years_agree(rows, blind)
        ours, plus, ages = ours + found, plus + found_plus, ages + aged
        parts, aged_parts = by_strength(rows, numbers, blind)
        strength, ages_by_strength = strength + parts, ages_by_strength + aged_parts
        theirs, theirs_plus = theirs + baseline(rows, rows["pid"]), theirs_plus + baseline(rows, joined)
        print(f"{state}: {rows.height} rows, {rows['pid'].n_unique()} pids, {numbers.n_unique()} persons, {took:.1f} s")
        print(f"  pid     {told(*found)}\n  pid+    {told(*found_plus)}\n  by age  {by_age(aged)}")
    print(f"\nall together, {seconds:.1f} s to link")
    for name, count, base in (("pid ", ours, theirs), ("pid+", plus, theirs_plus)):
        right, linked = base
        best = int(np.argmax(2 * right / (linked + count[2])))
        by_pid = name.strip() == "pid"
        reached = bool(count[0] / count[1] >= 0.98 and count[0] / count[2] >= 0.85)
        print(f"  {name}    Janadesh    {told(*count)}")
        print(f"          token-sort  {told(right[best], linked[best], count[2])}  (its best threshold, {best})")
        print(f"          token-sort  {told(right[100], linked[100], count[2])}  (names equal but for order)")
        keep(
            Figure(
                what=f"one person across elections, by {name.strip()}, three states since 1990",
                ours=told(*count),
                beside=f"token-sort of rapidfuzz at its best threshold, {best}",
                other=told(right[best], linked[best], count[2]),
                goal="precision 0.98, recall 0.85" if by_pid else "",
                met=reached if by_pid else None,
            )
        )
    print(f"  by age  {by_age(ages)}")
    print(f"          taken for all links: {estimated(ours, ages)}")
    print(f"          taken by strength:   {estimated_by_strength(strength, ages_by_strength)}")
    for place, name in enumerate(("both polled 5% or more", "one polled less")):
        apart = estimated_by_strength(strength[[place]], ages_by_strength[[place]])
        print(f"  {name}: pid {told(*strength[place])}, by age {apart}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, baseline included")


if __name__ == "__main__":
    main()
