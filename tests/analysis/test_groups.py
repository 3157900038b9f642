"""Rows by whole numbers, against what grouping by the values themselves gives."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh.analysis.groups import CodedColumns

VALUES = st.lists(
    st.tuples(st.sampled_from(["a", "b", None]), st.sampled_from([1, 2, None]), st.integers(0, 9)), max_size=40
)


def rows_of(values: list[tuple[str | None, int | None, int]]) -> pl.DataFrame:
    schema = {"contest": pl.String, "phase": pl.Int64, "votes": pl.Int64}
    return pl.DataFrame(values, schema=schema, orient="row")


@settings(deadline=None)
@given(VALUES)
def test_sums_are_those_of_grouping_by_the_values(values: list[tuple[str | None, int | None, int]]) -> None:
    """However the rows are ordered, and with null a value like any other."""
    rows, by = rows_of(values), ["contest", "phase"]
    groups = CodedColumns(rows, by).groups(by)
    votes = rows["votes"].to_numpy()
    ours = rows[groups.first.tolist()].select(
        *by, votes=pl.Series(groups.sums(votes), dtype=pl.Int64), most=pl.Series(groups.largest(votes), dtype=pl.Int64)
    )
    plain = rows.group_by(by).agg(pl.col("votes").sum(), most=pl.col("votes").max())

    assert ours.sort(by).equals(plain.sort(by))


@settings(deadline=None)
@given(VALUES)
def test_ranks_are_those_of_the_votes_within_a_contest(values: list[tuple[str | None, int | None, int]]) -> None:
    rows = rows_of(values)
    ranks = CodedColumns(rows, ["contest"]).groups(["contest"]).ranks(rows["votes"].to_numpy())
    plain = rows.select(pl.col("votes").rank("min", descending=True).over("contest").cast(pl.Int64))["votes"]

    assert ranks.tolist() == plain.to_list()


@settings(deadline=None)
@given(VALUES)
def test_the_sum_of_a_group_stands_by_each_of_its_rows(values: list[tuple[str | None, int | None, int]]) -> None:
    rows = rows_of(values)
    contests = CodedColumns(rows, ["contest"]).groups(["contest"])
    spread = contests.spread(contests.sums(rows["votes"].to_numpy()))

    assert spread.tolist() == rows.select(pl.col("votes").sum().over("contest"))["votes"].to_list()


@settings(deadline=None)
@given(VALUES)
def test_distinct_seats_of_a_party_are_counted_once(values: list[tuple[str | None, int | None, int]]) -> None:
    rows = rows_of(values)
    coded = CodedColumns(rows, ["contest", "phase"])
    parties, seats = coded.groups(["phase"]), coded.groups(["contest"])
    ours = dict(zip(rows["phase"][parties.first.tolist()], parties.count_distinct(seats).tolist(), strict=True))

    assert ours == dict(rows.group_by("phase").agg(pl.col("contest").n_unique()).iter_rows())


@settings(deadline=None)
@given(VALUES)
def test_several_truths_are_counted_each_for_itself(values: list[tuple[str | None, int | None, int]]) -> None:
    rows = rows_of(values)
    groups, votes = CodedColumns(rows, ["contest"]).groups(["contest"]), rows["votes"].to_numpy()
    kinds = [votes > 3, votes % 2 == 0, votes > 9]

    assert [c.tolist() for c in groups.counts(*kinds)] == [groups.count(kind).tolist() for kind in kinds]


def test_of_no_columns_all_rows_are_one_group() -> None:
    rows = rows_of([("a", 1, 5), ("b", 2, 7)])

    assert CodedColumns(rows, []).groups([]).sums(rows["votes"].to_numpy()).tolist() == [12]
