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

_SAMPLE = 4096
"""By so many rows it is judged whether equal values of a column stand together; this is of speed alone."""


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
        bits = max(1, len(other.first)).bit_length()
        wide = len(self.first) << bits >= 1 << 32
        # numbers that need half the room are sorted in half the time
        pairs = np.sort((self.of_row << bits | other.of_row).astype(np.uint64 if wide else np.uint32))
        own = pairs[_starts(pairs)] >> bits
        return np.bincount(own.astype(np.int64), minlength=len(self.first))

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
        self._height = rows.height
        self._made: dict[tuple[str, ...], Groups] = {}
        # in one piece a column is compared with itself and picked from without a copy
        self._columns = {column.name: _coded_column(column.rechunk()) for column in wanted}

    def groups(self, by: Sequence[str]) -> Groups:
        """Number the groups of rows that are alike in some columns; null is a value, and of no columns all are one."""
        names = tuple(dict.fromkeys(by))
        if names not in self._made:
            self._made[names] = self._grouped([self._columns[name] for name in names])
        return self._made[names]

    def _grouped(self, columns: Sequence[_Coded]) -> Groups:
        if not columns:
            return Groups(np.zeros(self._height, dtype=np.int64), np.zeros(min(1, self._height), dtype=np.int64))
        together = [column.starts for column in columns if column.starts is not None]
        if len(together) < len(columns):
            return _numbered([column.of_rows(self._height) for column in columns])
        starts = np.logical_or.reduce(together)
        heads = np.flatnonzero(starts)
        # rows that stand together are one row until the end
        of_heads = _numbered([column.of_heads(heads) for column in columns])
        return Groups(np.repeat(of_heads.of_row, np.diff(heads, append=self._height)), heads[of_heads.first])


@dataclass(frozen=True, slots=True)
class _Coded:
    """A column with a number for each value: one a row, or one a run of equal values where `starts` tells its rows."""

    codes: Ints
    starts: Bools | None = None

    def of_rows(self, height: int) -> Ints:
        if self.starts is None:
            return self.codes
        return np.repeat(self.codes, np.diff(np.flatnonzero(self.starts), append=height))

    def of_heads(self, rows: Ints) -> Ints:
        if self.starts is None:
            return self.codes[rows]
        return self.codes[np.cumsum(self.starts, dtype=np.uint32)[rows] - 1]


def known(column: pl.Series, unknown: int = 0) -> npt.NDArray[Any]:
    """Give whole numbers or truths as an array, with `unknown` (of a truth: false) in place of null."""
    if column.null_count():
        column = column.fill_null(bool(unknown) if column.dtype == pl.Boolean else unknown)
    return np.asarray(column.to_numpy())


def _coded_column(column: pl.Series) -> _Coded:
    # what stands together is read once; a party stands with others, and is read row by row
    if np.count_nonzero(_value_starts(column.head(_SAMPLE))) * 2 > min(_SAMPLE, len(column)):
        return _Coded(_coded(column))
    starts = _value_starts(column)
    return _Coded(_coded(column.gather(np.flatnonzero(starts))), starts)


def _value_starts(column: pl.Series) -> Bools:
    starts = np.ones(len(column), dtype=bool)
    starts[1:] = column[1:].ne_missing(column[:-1]).to_numpy()
    return starts


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
