"""
Candidates of a count feed: the serial of each printed name in its contest.

A feed has names and parties, no ballot numbers. Candidates are found among those the record has of the contest;
the others are numbered in the order in which they were first seen, which a longer feed of the same count keeps.
Namesakes of one party are told apart by their votes, which seldom fall.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.sources.candidates_by_name import Printed
from janadesh.sources.candidates_by_name import serials_of
from janadesh.sources.observations import CONTEST

UNCONTESTED = r"(?i)\(?\s*uncontested\s*\)?"
_NOTA = ("nota", "noneoftheabove")
_PRINTED = (*CONTEST, "name_key", "party_id")
_UNSEEN = r"[\u00ad\u200b-\u200f\u2060\ufeff]"


@dataclass(frozen=True, slots=True)
class NumberedRows:
    """
    Rows of candidates with their `serial`, and who is new.

    - `votes`: the rows, each with `serial` (NOTA's is 0).
    - `printed`: one row for each name of a contest: `election`, `constituency`, `name_key`, `party_id`, `serial`.
    - `new`: candidacies that the record lacks: `election`, `constituency`, `serial`, `name`, `party`.
    """

    votes: pl.DataFrame
    printed: pl.DataFrame
    new: pl.DataFrame


_key = lru_cache(maxsize=50_000)(spelling_key)
"""A feed's names are those of the record, letter by letter, most often."""


def tidy_name(column: str) -> pl.Expr:
    """Take signs that nobody sees, doubled blanks and the remark `( Uncontested )` out of a printed name."""
    bare = pl.col(column).str.replace_all(_UNSEEN, "").str.replace(UNCONTESTED, "")
    return bare.str.replace_all(r"\s+", " ").str.strip_chars()


def keyed(rows: pl.DataFrame, name: str, key: str) -> pl.DataFrame:
    """Add the key under which two writings of a name are equal."""
    names = rows[name].drop_nulls().unique().to_list()
    keys = pl.DataFrame({name: names, key: [_key(each) for each in names]}, schema={name: pl.String, key: pl.String})
    return rows.join(keys, on=name, how="left", maintain_order="left")


def is_nota() -> pl.Expr:
    """Tell whether a row with `name_key` and `party_key` is of NOTA."""
    return pl.col("name_key").is_in(_NOTA) | pl.col("party_key").is_in(_NOTA).fill_null(value=False)


def number_candidates(votes: pl.DataFrame, held: pl.DataFrame, tallies: pl.DataFrame) -> NumberedRows:
    """
    Find or make the serial of each row's candidate.

    Args:
        votes: `election, constituency, at, name, name_key, party_id, is_nota, total, evm, shown_in`; `shown_in` tells
            pages apart that were seen in one second. Without `serial`.
        held: the record's candidacies: `election, constituency, serial, name, party`.
        tallies: the record's votes by others than the feed: `election, constituency, serial, total`.
    """
    standing = keyed(held, "name", "name_key").rename({"party": "party_id"})
    people = votes.filter(~pl.col("is_nota"))
    printed = people.group_by(_PRINTED, maintain_order=True).agg(
        name=pl.col("name").first(), first=pl.col("at").min(), most=pl.col("total").max()
    )
    several = (
        people.group_by(*_PRINTED, "at", "shown_in")
        .len()
        .group_by(_PRINTED)
        .agg(times=pl.col("len").max(), doubled=pl.col("at").filter(pl.col("len") == pl.col("len").max()).min())
    )
    printed = printed.join(several, on=list(_PRINTED), how="left", nulls_equal=True)
    found = _found(printed, standing, tallies)
    new = _new(printed, found, standing)
    serials = pl.concat([found, new.select(*_PRINTED, "serial")])
    namesakes = serials.group_by(_PRINTED).len().filter(pl.col("len") > 1)
    one = serials.join(namesakes, on=list(_PRINTED), how="anti", nulls_equal=True)
    plain = people.join(namesakes, on=list(_PRINTED), how="anti", nulls_equal=True).join(
        one, on=list(_PRINTED), how="left", nulls_equal=True
    )
    doubled = people.join(namesakes, on=list(_PRINTED), how="semi", nulls_equal=True)
    several_rows = _tell_apart(doubled, serials, tallies)
    nota = votes.filter("is_nota").with_columns(serial=pl.lit(model.NOTA, dtype=pl.Int64))
    return NumberedRows(
        votes=pl.concat([plain, several_rows, nota], how="diagonal"),
        printed=serials.unique(_PRINTED, keep="first", maintain_order=True),
        new=new.select(*CONTEST, "serial", "name", party="party_id"),
    )


def _found(printed: pl.DataFrame, standing: pl.DataFrame, tallies: pl.DataFrame) -> pl.DataFrame:
    """Find serials by name and party, then by name alone, then by likeness of names within a contest."""
    exact = printed.join(standing.select(*_PRINTED, "serial"), on=list(_PRINTED), how="inner").select(
        *_PRINTED, "serial"
    )
    left = printed.join(exact, on=list(_PRINTED), how="anti", nulls_equal=True)
    free = standing.join(exact, on=[*CONTEST, "serial"], how="anti")
    by_name = [*CONTEST, "name_key"]
    once = pl.len().over(by_name) == 1
    named = left.filter(once).join(free.filter(once).select(*by_name, "serial"), on=by_name, how="inner")
    found = pl.concat([exact, named.select(*_PRINTED, "serial")])
    left = printed.join(found, on=list(_PRINTED), how="anti", nulls_equal=True)
    free = standing.join(found, on=[*CONTEST, "serial"], how="anti").join(tallies, on=[*CONTEST, "serial"], how="left")
    return pl.concat([found, pl.DataFrame(list(_alike(left, free)), schema=found.schema, orient="row")])


def _alike(left: pl.DataFrame, free: pl.DataFrame) -> Iterator[tuple[object, ...]]:
    by_contest = dict(iter(free.group_by(CONTEST)))
    for key, rows in left.group_by(CONTEST, maintain_order=True):
        there = by_contest.get(key)
        if there is None:
            continue
        held = {
            row["serial"]: Printed(row["name"], row["total"], row["party_id"]) for row in there.iter_rows(named=True)
        }
        asked = [Printed(row["name"], row["most"], row["party_id"]) for row in rows.iter_rows(named=True)]
        for row, serial in zip(rows.iter_rows(named=True), serials_of(asked, held), strict=True):
            if serial is not None:
                yield (*(row[name] for name in _PRINTED), serial)


def _new(printed: pl.DataFrame, found: pl.DataFrame, standing: pl.DataFrame) -> pl.DataFrame:
    """Number whom the record lacks after those it has, in the order in which they were first seen."""
    held = found.group_by(_PRINTED).len("held")
    lacking = (
        printed.join(held, on=list(_PRINTED), how="left", nulls_equal=True)
        .with_columns(more=pl.col("times") - pl.col("held").fill_null(0))
        .filter(pl.col("more") > 0)
    )
    last = standing.group_by(CONTEST).agg(last=pl.col("serial").max())
    each = lacking.select(pl.all().repeat_by("more")).explode(lacking.columns) if lacking.height else lacking
    # a namesake counts as seen when the two first stood on one page
    copy = pl.int_range(pl.len()).over(_PRINTED)
    return (
        each.with_columns(first=pl.when(copy > 0).then("doubled").otherwise("first"))
        .sort(*CONTEST, "first", "name_key", "party_id")
        .join(last, on=list(CONTEST), how="left", maintain_order="left")
        .with_columns(serial=(pl.int_range(1, pl.len() + 1).over(CONTEST) + pl.col("last").fill_null(0)).cast(pl.Int64))
        .select(*_PRINTED, "name", "serial")
    )


def _tell_apart(rows: pl.DataFrame, serials: pl.DataFrame, tallies: pl.DataFrame) -> pl.DataFrame:
    """Give rows of namesakes their serials: on one page by order of votes, alone by the nearest votes before."""
    known = {
        (seat, serial): total for seat, serial, total in tallies.select("constituency", "serial", "total").iter_rows()
    }
    told = [rows.clear().with_columns(serial=pl.lit(None, dtype=pl.Int64))]
    for key, group in rows.group_by(_PRINTED, maintain_order=True):
        match = pl.all_horizontal(
            pl.col(name).eq_missing(pl.lit(value)) for name, value in zip(_PRINTED, key, strict=True)
        )
        among = serials.filter(match)["serial"].to_list()
        # by another source's votes where there are any, so that a feed read again numbers the same
        among.sort(key=lambda serial: (known.get((key[1], serial)) or 0, -serial))
        ordered = group.sort("at", "shown_in", "total", "evm", nulls_last=False)
        told.append(ordered.with_columns(serial=pl.Series(_in_turn(ordered, among), dtype=pl.Int64)))
    return pl.concat(told)


def _in_turn(ordered: pl.DataFrame, among: Sequence[int]) -> Iterator[int]:
    """Yield serials for rows in order of time; `among` goes from the fewest votes to the most."""
    last: dict[int, int] = {}
    for _, page in ordered.group_by("at", "shown_in", maintain_order=True):
        totals = [total or 0 for total in page["total"]]
        if len(totals) >= len(among):
            by_votes = sorted(among, key=lambda serial: last.get(serial, 0))
            found = [by_votes[min(place, len(among) - 1)] for place in range(len(totals))]
        else:
            found = [_nearest(total, among, last) for total in totals]
        last |= dict(zip(found, totals, strict=True))
        yield from found


def _nearest(total: int, among: Sequence[int], last: dict[int, int]) -> int:
    below = [serial for serial in among if last.get(serial, 0) <= total]
    return max(below or among, key=lambda serial: last.get(serial, 0))
