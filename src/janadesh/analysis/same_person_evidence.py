"""
How strongly two candidacies speak for one person: log-odds, a weight for each thing that agrees or does not.

The sum of weights is the match score of Fellegi and Sunter (A theory for record linkage, JASA 64, 1969), with
the weights fitted together by logistic regression instead of one by one, since name, place and party are not
independent. `benchmarks/people_weights.py` fits them on states that the measured ones are not among.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from rapidfuzz import fuzz
from rapidfuzz import process

from janadesh.analysis.same_person_names import name_evidence
from janadesh.analysis.same_person_names import name_table
from janadesh.analysis.same_person_weights import CONSTANT
from janadesh.analysis.same_person_weights import WEIGHTS

_SAME_PLACE = 0.86
"""From this likeness on, two spellings of a constituency's name are taken for one (`Suchet Garh`, `SUCHETGARH`)."""
_RARE = 12
"""Bits of a name from which on it is seldom two people's in one seat."""
_MAJOR = 0.1
"""The share of votes from which on a candidate is a major one."""
_IMPOSSIBLE = 20
"""Years by which two ages may disagree at most; less is often an error of the source."""
_NAME_EVIDENCE = (
    "shared",
    "initials",
    "spelled_out",
    "apart",
    "extra",
    "initials_apart",
    "initials_extra",
    "misspelt",
    "run_together",
    "whole",
    "sorted",
)
_FACTS = (
    "house",
    "map",
    "place",
    "district",
    "along",
    "when",
    "election",
    "gender",
    "age",
    "party",
    "independent",
    "share",
    "namesakes",
    "crowd",
)


def scored(rows: pl.DataFrame, names: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """
    Give each pair its log-odds of being one person; pairs whose names cannot be one are left out.

    Args:
        rows: candidacies with the columns of `_FACTS` and `row`.
        names: `row, words`, a row for each form of each candidacy's name.
        pairs: `left, right`.

    Returns: `left, right, score`.
    """
    compared = evidence(rows, names, pairs)
    total = pl.sum_horizontal(pl.col(name) * weight for name, weight in WEIGHTS.items())
    return compared.select("left", "right", score=total + CONSTANT)


def evidence(rows: pl.DataFrame, names: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Give `left, right` and a column of numbers for each key of `WEIGHTS`, for the pairs whose names may be one."""
    both = compared(rows, names, pairs)
    return both.select("left", "right", **{name: told.cast(pl.Float64).fill_null(0) for name, told in _TOLD.items()})


def compared(rows: pl.DataFrame, names: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Set the facts of two candidacies side by side, those of the right with `_2`, for pairs whose names may be one."""
    named = _plausible(_best_names(names, pairs))
    facts = rows.select("row", *_FACTS)
    both = named.join(facts, left_on="left", right_on="row").join(facts, left_on="right", right_on="row", suffix="_2")
    both = both.filter((_years_off() <= _IMPOSSIBLE).fill_null(value=True))
    likeness = process.cpdist(both["place"].to_list(), both["place_2"].to_list(), scorer=fuzz.ratio, dtype=np.float64)
    parties = rows.group_by("party").agg(party_bits=(rows.height / pl.len()).log(2))
    both = both.with_columns(place_likeness=pl.Series(likeness) / 100).join(parties, on="party", how="left")
    return both.join(_kin(rows, both), on=["party", "party_2"], how="left")


def _kin(rows: pl.DataFrame, both: pl.DataFrame) -> pl.DataFrame:
    """
    Find parties between which people move: bits by which they share more exact names in one seat than by chance.

    A party renamed, split or merged shows so without being told.
    """
    moved = both.filter(
        (pl.col("sorted") == 1)
        & (pl.col("place_likeness") >= _SAME_PLACE)
        & (pl.col("shared") > _RARE)
        & (pl.col("party") != pl.col("party_2"))
        & ~pl.col("independent")
        & ~pl.col("independent_2")
    ).select("party", "party_2")
    found = pl.concat([moved, moved.select(party="party_2", party_2="party")]).group_by("party", "party_2").len("times")
    size = rows.group_by("party").agg(part=pl.len() / rows.height)
    chance = pl.col("part") * pl.col("part_2") * max(2 * moved.height, 1)
    return (
        found.join(size, on="party")
        .join(size.rename(lambda name: f"{name}_2"), on="party_2")
        .select("party", "party_2", kin=((pl.col("times") + 1) / (chance + 1)).log(2).clip(0, 4))
    )


def _best_names(names: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Compare all forms of two names and keep of each pair of candidacies the forms that agree best."""
    distinct = names.group_by("words", maintain_order=True).agg(held=pl.len(), row="row").with_row_index("form")
    table = name_table(
        [tuple(words) for words in distinct["words"].to_list()], distinct["held"].to_numpy().astype(np.int64)
    )
    of_row = distinct.select("form", "row").explode("row")
    wanted = (
        pairs.join(of_row, left_on="left", right_on="row")
        .join(of_row, left_on="right", right_on="row", suffix="_2")
        .select("left", "right", "form", "form_2")
    )
    forms = wanted.select("form", "form_2").unique(maintain_order=True)
    found = name_evidence(table, forms["form"].to_numpy().astype(np.int64), forms["form_2"].to_numpy().astype(np.int64))
    compared = forms.with_columns(pl.Series(name, getattr(found, name)) for name in _NAME_EVIDENCE)
    agreement = (
        pl.col("shared")
        + pl.col("initials")
        - 1.5 * pl.col("apart")
        - 0.3 * pl.col("extra")
        - 3 * pl.col("initials_apart")
        + 5 * pl.col("whole")
    )
    return (
        wanted.join(compared.with_columns(agreement=agreement), on=["form", "form_2"])
        .sort("left", "right", "agreement", descending=[False, False, True])
        .unique(["left", "right"], keep="first", maintain_order=True)
    )


def _plausible(named: pl.DataFrame) -> pl.DataFrame:
    words = (pl.col("apart") < 4) | (pl.col("whole") > 0.8)
    initials = (pl.col("initials_apart") == 0) | (pl.col("whole") > 0.9)
    return named.filter(words & initials)


def _both(column: str) -> tuple[pl.Expr, pl.Expr]:
    return pl.col(column), pl.col(f"{column}_2")


def _same(column: str) -> pl.Expr:
    one, other = _both(column)
    return (one == other).fill_null(False)  # noqa: FBT003


def _differs(column: str) -> pl.Expr:
    one, other = _both(column)
    return (one != other).fill_null(False)  # noqa: FBT003


def _years_off() -> pl.Expr:
    """Give by how many years two ages disagree, the years between taken off."""
    return ((pl.col("age") - pl.col("age_2")) - (pl.col("when") - pl.col("when_2"))).abs()


def _told() -> dict[str, pl.Expr]:
    same_house = _same("house")
    same_name = pl.col("place_likeness") >= _SAME_PLACE
    there = same_house & same_name
    same_map = same_house & _same("map")
    away = (pl.col("along") - pl.col("along_2")).abs()
    district_of = (pl.col("place") == pl.col("district_2")) | (pl.col("place_2") == pl.col("district"))
    seat_of_district = ~same_house & (same_name | district_of.fill_null(value=False))
    elsewhere = ~there & ~seat_of_district
    years = (pl.col("when") - pl.col("when_2")).abs()
    aged = _years_off()
    own_party = _same("party") & ~pl.col("independent")
    shares = [pl.col("share").fill_null(0.02), pl.col("share_2").fill_null(0.02)]
    least, most = (pl.min_horizontal(shares) + 0.001).log(), (pl.max_horizontal(shares) + 0.001).log()
    strong = pl.min_horizontal(shares) >= _MAJOR
    bits = pl.col("shared") + pl.col("initials")
    rarity = pl.min_horizontal(bits, pl.lit(20.0))
    equal = pl.col("sorted") == 1
    crowd, namesakes = pl.max_horizontal(_both("crowd")).log(2), pl.max_horizontal(_both("namesakes")).log(2)
    independents = pl.col("independent") & pl.col("independent_2")
    of_parties = ~pl.col("independent") & ~pl.col("independent_2")
    same_election = _same("election")
    return {
        # the name
        "shared": pl.col("shared"),
        "shared_at_most_14": pl.min_horizontal(bits, pl.lit(14.0)),
        "initials": pl.col("initials"),
        "spelled_out": pl.col("spelled_out"),
        "apart": pl.col("apart"),
        "extra": pl.col("extra"),
        "initials_apart": pl.col("initials_apart"),
        "initials_extra": pl.col("initials_extra"),
        "misspelt": pl.col("misspelt"),
        "whole": pl.col("whole"),
        "sorted": pl.col("sorted"),
        "equal": equal,
        "namesakes": namesakes,
        "bits_at_most_20": rarity,
        "run_together": pl.col("run_together"),
        "crowd": crowd,
        # the place
        "same_seat": there,
        "seat_of_district": seat_of_district,
        "same_district": _same("district") & ~there,
        "other_district": _differs("district"),
        "next_seats": same_map & ~same_name & (away < 0.03),
        "near_seats": same_map & ~same_name & away.is_between(0.03, 0.1, closed="left"),
        "far_seats": same_map & ~same_name & (away >= 0.1),
        "next_across": ~same_map & ~same_name & (away < 0.05),
        "near_across": ~same_map & ~same_name & away.is_between(0.05, 0.12, closed="left"),
        "far_across": ~same_map & ~same_name & (away >= 0.12),
        "two_houses": ~same_house,
        "far_two_houses": ~same_house & ~seat_of_district & (away >= 0.12),
        "near_two_houses": ~same_house & ~seat_of_district & (away < 0.05),
        "both_parliament": same_house & (pl.col("house") == "parliament"),
        # the party
        "same_party": own_party,
        "party_rarity": pl.when(own_party).then("party_bits").otherwise(0.0),
        "both_independent": independents,
        "one_independent": pl.col("independent") != pl.col("independent_2"),
        "kin": pl.when(~_same("party") & of_parties).then("kin").otherwise(0.0),
        # strength: who polls much stands again, and has few namesakes who do
        "least_share": least,
        "most_share": most,
        # time and person
        "years": years,
        "same_election": same_election,
        "at_once_two_houses": ~same_house & (years < 0.3),
        "age_fits": aged <= 1.5,
        "age_off_by_3": (aged > 1.5) & (aged <= 3.5),
        "age_off_by_6": (aged > 3.5) & (aged <= 6.5),
        "age_off_by_10": (aged > 6.5) & (aged <= 10.5),
        "age_off": aged > 10.5,
        "other_gender": _differs("gender"),
        # together
        "rare_same_seat": there * pl.min_horizontal(bits, pl.lit(14.0)),
        "strong_same_seat": there & (least > -2.4),
        "strong_same_party": own_party & (least > -2.4),
        "whole_same_party": own_party * pl.col("whole"),
        "party_bits": own_party * rarity,
        "party_least": own_party * least,
        "equal_bits": equal * rarity,
        "strong_equal": strong & equal,
        "least_bits": least * rarity,
        "initial_equal": equal & (pl.col("initials") > 0),
        "same_election_party": same_election & own_party,
        "same_election_least": same_election * least,
        "there_crowd": there * crowd,
        "there_equal": there & equal,
        # in another seat, where a name must say more
        "else_bits": elsewhere * rarity,
        "else_whole": elsewhere * pl.col("whole"),
        "else_equal": elsewhere & equal,
        "else_initials_extra": elsewhere * pl.col("initials_extra"),
        "else_crowd": elsewhere * crowd,
        "else_namesakes": elsewhere * namesakes,
        "else_party": elsewhere & own_party,
        "else_party_equal": elsewhere & own_party & equal,
        "else_party_bits": (elsewhere & own_party) * rarity,
        "else_party_strong": elsewhere & own_party & strong,
        "else_party_least": (elsewhere & own_party) * least,
        "else_strong": elsewhere & strong,
        "else_least": elsewhere * least,
        "else_ind": elsewhere & independents,
        "else_ind_equal": elsewhere & independents & equal,
        "else_years": elsewhere * years,
    }


_TOLD = _told()
