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

    `of_row` numbers the groups from 0, a number a row; `first` is the row of each group that comes first. Where rows
    of a group mostly stand together, `heads` are the rows at which another group begins.
    """

    of_row: Ints
    first: Ints
    heads: Ints | None = None

    def sums(self, values: Ints) -> Ints:
        """Add up whole numbers (below 2 to the 53rd together) by group."""
        of_row = self.of_row
        if self.heads is not None and len(self.heads):
            of_row, values = of_row[self.heads], np.add.reduceat(values, self.heads)
        return np.bincount(of_row, weights=values, minlength=len(self.first)).astype(np.int64)

    def spread(self, values: Ints) -> Ints:
        """Give each row the value of its group."""
        if self.heads is None:
            return values[self.of_row]
        return np.repeat(values[self.of_row[self.heads]], np.diff(self.heads, append=len(self.of_row)))

    def count(self, which: Bools) -> Ints:
        """Count the rows of each group that hold."""
        return np.bincount(self.of_row[which], minlength=len(self.first))

    def counts(self, *kinds: Bools) -> list[Ints]:
        """Count the rows of each group for which each of up to eight truths holds, all in one pass."""
        marks = np.zeros(len(self.of_row), dtype=np.uint8)
        for bit, kind in enumerate(kinds):
            marks |= kind.view(np.uint8) << np.uint8(bit)
        groups, ways = len(self.first), 1 << len(kinds)
        key = marks.astype(np.int64)
        key *= groups
        key += self.of_row
        table = np.bincount(key, minlength=groups * ways).reshape(ways, groups)
        return [table[[way for way in range(ways) if way >> bit & 1]].sum(axis=0) for bit in range(len(kinds))]

    def count_distinct(self, other: Groups) -> Ints:
        """Count, for each group, the groups of another kind that its rows belong to."""
        bits = max(1, len(other.first)).bit_length()
        wide = len(self.first) << bits >= 1 << 32
        # numbers that need half the room are sorted in half the time
        pairs: npt.NDArray[np.unsignedinteger] = self.of_row.astype(np.uint64 if wide else np.uint32)
        pairs <<= pairs.dtype.type(bits)
        pairs |= other.of_row.astype(pairs.dtype)
        pairs.sort()
        own = pairs[_starts(pairs)] >> bits
        return np.bincount(own.astype(np.int64), minlength=len(self.first))

    def largest(self, values: Ints) -> Ints:
        """Give the largest value of each group."""
        group = self.of_row
        if self.heads is not None and len(self.heads):
            group, values = group[self.heads], np.maximum.reduceat(values, self.heads)
        # the rows of a contest mostly stand together
        if (group[1:] < group[:-1]).any():
            order = np.argsort(group, kind="stable")
            group, values = group[order], values[order]
        starts = np.flatnonzero(_starts(group))
        return np.maximum.reduceat(values, starts) if len(starts) else np.zeros(0, dtype=np.int64)

    def ranks(self, values: Ints) -> Ints:
        """Give each row its place in its group, 1 for the largest value; equal values share a place."""
        if self.heads is None or len(self.heads) > len(self.first):
            return _ranks(self.of_row, values, len(self.first))
        # archives list the candidates of most contests by votes, and these need no sorting
        starts = np.zeros(len(values), dtype=bool)
        starts[self.heads] = True
        rises = np.flatnonzero(values[1:] > values[:-1]) + 1
        mixed = np.zeros(len(self.first), dtype=bool)
        mixed[self.of_row[rises[~starts[rises]]]] = True
        ranks = np.arange(1, len(values) + 1)
        ranks -= np.repeat(self.heads, np.diff(self.heads, append=len(values)))
        level = np.flatnonzero(values[1:] == values[:-1]) + 1
        _level_down(ranks, level[~starts[level]])
        if mixed.any():
            rows = np.flatnonzero(mixed[self.of_row])
            ranks[rows] = _ranks(self.of_row[rows], values[rows], len(self.first))
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
        of_row = np.repeat(of_heads.of_row, np.diff(heads, append=self._height))
        return Groups(of_row, heads[of_heads.first], heads)


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
        # each run begins at a head, so that its number is the heads with a start so far
        codes: Ints = self.codes[np.cumsum(self.starts[rows]) - 1]
        return codes


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


def _ranks(group: Ints, values: Ints, groups: int) -> Ints:
    span = int(values.max(initial=0)) - int(values.min(initial=0)) + 1
    # by group, and from the largest
    key = group * span
    key -= values
    order = np.argsort(key, kind="stable")
    sizes = np.bincount(group, minlength=groups)
    in_order = np.arange(1, len(order) + 1)
    in_order -= np.repeat(np.cumsum(sizes) - sizes, sizes)
    _level_down(in_order, np.flatnonzero(~_starts(key[order])))
    ranks = np.empty_like(order)
    ranks[order] = in_order
    return ranks


def _level_down(ranks: Ints, level: Ints) -> None:
    """Give those who are level with the one before, `level`, that one's rank."""
    new = np.flatnonzero(np.diff(level, prepend=-1) != 1)
    ranks[level] = ranks[np.repeat(level[new] - 1, np.diff(new, append=len(level)))]


def _numbered(codes: Sequence[Ints]) -> Groups:
    key = codes[0]
    for code in codes[1:]:
        key = key * (int(code.max(initial=0)) + 1)
        key += code
        key = _without_gaps(key)
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
