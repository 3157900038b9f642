"""
Rows of one contest, party or region by whole numbers, over which sums are taken in one pass.

Tables of half a million candidacies are grouped again and again by the same columns of text. Here each column is
read once, and what follows works on numbers alone, which takes a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

_MOST_CELLS = 1 << 24
"""So many pairs of values are looked up in a table; more are sorted."""


@dataclass(frozen=True, slots=True)
class Groups:
    """
    Which group each row belongs to.

    `of_row` numbers the groups from 0, a number a row; `first` is the row of each group that comes first.
    """

    of_row: Ints
    first: Ints

    def sums(self, values: npt.NDArray[np.generic]) -> Ints:
        """Add up whole numbers (below 2 to the 53rd together) by group."""
        return np.bincount(self.of_row, weights=values, minlength=len(self.first)).astype(np.int64)

    def count(self, which: Bools) -> Ints:
        """Count the rows of each group that hold."""
        return np.bincount(self.of_row[which], minlength=len(self.first))

    def count_distinct(self, other: Groups) -> Ints:
        """Count, for each group, the groups of another kind that its rows belong to."""
        wide = len(self.first) * len(other.first) >= 1 << 32
        # numbers that need half the room are sorted in half the time
        pairs = np.sort((other.of_row * len(self.first) + self.of_row).astype(np.uint64 if wide else np.uint32))
        return np.bincount(pairs[_starts(pairs)] % max(1, len(self.first)), minlength=len(self.first))

    def largest(self, values: Ints) -> Ints:
        """Give the largest value of each group."""
        group = self.of_row
        # the rows of a contest mostly stand together
        if (group[1:] < group[:-1]).any():
            order = np.argsort(group, kind="stable")
            group, values = group[order], values[order]
        starts = np.flatnonzero(_starts(group))
        return np.maximum.reduceat(values, starts) if len(starts) else np.zeros(0, dtype=np.int64)

    def ranks(self, values: Ints) -> Ints:
        """Give each row its place in its group, 1 for the largest value; equal values share a place."""
        top = int(values.max(initial=0))
        # rows that stand in order already are sorted in next to no time
        order = np.argsort(self.of_row * (top - int(values.min(initial=0)) + 1) + (top - values), kind="stable")
        group, value = self.of_row[order], values[order]
        new_group = _starts(group)
        place = np.arange(len(order))
        level_from = np.maximum.accumulate(np.where(new_group | _starts(value), place, 0))
        ranks = np.empty_like(order)
        ranks[order] = level_from - np.maximum.accumulate(np.where(new_group, place, 0)) + 1
        return ranks


class CodedColumns:
    """Columns of a frame with a number in place of each value, from which groups are made."""

    def __init__(self, rows: pl.DataFrame, names: Iterable[str]) -> None:
        """Read the columns of a frame that groups will be asked by."""
        wanted = rows.select(list(dict.fromkeys(names)))
        runs = wanted.select(pl.all().rle_id())
        self._height = rows.height
        self._made: dict[tuple[str, ...], Groups] = {}
        self._columns = {column.name: _coded_column(column, runs[column.name].to_numpy()) for column in wanted}

    def groups(self, by: Sequence[str]) -> Groups:
        """Number the groups of rows that are alike in some columns; null is a value, and of no columns all are one."""
        names = tuple(dict.fromkeys(by))
        if names not in self._made:
            self._made[names] = self._grouped([self._columns[name] for name in names])
        return self._made[names]

    def _grouped(self, columns: Sequence[_Coded]) -> Groups:
        if not columns:
            return Groups(np.zeros(self._height, dtype=np.int64), np.zeros(min(1, self._height), dtype=np.int64))
        starts = np.logical_or.reduce([column.starts for column in columns])
        heads = np.flatnonzero(starts)
        if not _few(heads, starts):
            return _numbered([column.codes for column in columns])
        # rows that stand together are one row until the end
        of_heads = _numbered([column.codes[heads] for column in columns])
        return Groups(of_heads.of_row[np.cumsum(starts) - 1], heads[of_heads.first])


@dataclass(frozen=True, slots=True)
class _Coded:
    codes: Ints
    starts: Bools
    """Whether a row differs from the one before."""


def known(column: pl.Series, unknown: int = 0) -> npt.NDArray[Any]:
    """Give whole numbers or truths as an array, with `unknown` (of a truth: false) in place of null."""
    if column.null_count():
        column = column.fill_null(bool(unknown) if column.dtype == pl.Boolean else unknown)
    return np.asarray(column.to_numpy())


def _coded_column(column: pl.Series, run: npt.NDArray[np.uint32]) -> _Coded:
    starts = _starts(run)
    heads = np.flatnonzero(starts)
    # what stands together is read once; a party stands with others, and is read row by row
    codes = _coded(column.gather(heads))[run] if _few(heads, starts) else _coded(column)
    return _Coded(codes, starts)


def _few(heads: Ints, starts: Bools) -> bool:
    return len(heads) * 2 < len(starts)


def _numbered(codes: Sequence[Ints]) -> Groups:
    key = codes[0]
    for code in codes[1:]:
        key = _without_gaps(key * (int(code.max(initial=0)) + 1) + code)
    first = np.empty(int(key.max(initial=-1)) + 1, dtype=np.int64)
    # of several values for one place the last is kept
    first[key[::-1]] = np.arange(len(key) - 1, -1, -1)
    return Groups(key, first)


def _coded(column: pl.Series) -> Ints:
    """Number the values of a column from 0 without gaps."""
    if column.dtype == pl.String:
        coded = column.cast(pl.Categorical(pl.Categories.random())).to_physical()
    else:
        coded = column.rank("dense") - 1
    if coded.null_count():
        # null comes after all others
        coded = coded.fill_null(column.drop_nulls().n_unique())
    return np.asarray(coded.cast(pl.Int64).to_numpy())


def _without_gaps(key: Ints) -> Ints:
    cells = int(key.max(initial=0)) + 1
    if cells > _MOST_CELLS:
        return np.unique(key, return_inverse=True)[1]
    seen = np.zeros(cells, dtype=bool)
    seen[key] = True
    there = np.flatnonzero(seen)
    if len(there) == cells:
        return key
    number = np.empty(cells, dtype=np.int32)
    number[there] = np.arange(len(there))
    return number[key].astype(np.int64)


def _starts(numbers: npt.NDArray[np.integer]) -> Bools:
    """Say of each number whether it differs from the one before."""
    starts = np.ones(len(numbers), dtype=bool)
    np.not_equal(numbers[1:], numbers[:-1], out=starts[1:])
    return starts
