"""
Lok Dhaba's Lok Sabha votes by assembly segment (`_GA` files, 1999 and later): a row a candidate and segment.

A segment is kept like one large polling station, under the station `all`, as sums of other sources are. Segments have
machine votes only, and a few contests lack some of theirs. Who stood and won comes from the `_GE` files, which have to
be loaded before; candidates are found by name and votes, since the files cut long names.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed
from janadesh.record.statements import frame_of
from janadesh.sources.booth_segments import WHOLE
from janadesh.sources.candidates_by_name import Printed
from janadesh.sources.candidates_by_name import serials_of
from janadesh.sources.lokdhaba import SOURCE
from janadesh.sources.lokdhaba_segment_table import CONTEST
from janadesh.sources.lokdhaba_segment_table import read_segments
from janadesh.sources.lokdhaba_within import seats_within

_CANDIDATE = [*CONTEST, "listed", "candidate", "party_code"]
_MOST_OF_IT = 0.9
_LONGEST_NAME = 60


def read_lokdhaba_segments(path: Path, record: Record, known_at: Moment | None = None) -> Statements:  # noqa: ARG001
    """
    Read a file of Lok Sabha votes by segment into statements on segments, their votes and what seat they are within.

    Args:
        path: a file ending in `_GA.csv`, plain or gzip-compressed.
        record: has the elections' candidates and votes; it is not changed.
        known_at: not used; segments count as known when the contest's votes are.

    Returns: statements; `set_aside` tells rows that have no place among them, and contests that do not add up.
    Raises: Refused, where it is no such table, or the record has none of its contests.
    """
    rows, faults = read_segments(path)
    held = _held(record, rows)
    missing = rows.join(held, on=CONTEST, how="anti").unique(CONTEST, keep="first", maintain_order=True)
    rows = rows.join(held.select(*CONTEST, "counted_at").unique(), on=CONTEST, maintain_order="left")
    if rows.is_empty() and missing.height:
        cure = "Load the Lok Sabha results first, the file that ends in _GE.csv."
        problem = "the record has no candidates of any of its contests"
        raise Refused(path.name, [Fault(file=path.name, problem=problem, cure=cure)])
    rows = rows.join(_serials(rows, held), on=_CANDIDATE, how="left", nulls_equal=True, maintain_order="left")
    rows = rows.with_columns(serial=pl.when("is_nota").then(model.NOTA).otherwise("serial"))
    unfound, placed = rows.filter(pl.col("serial").is_null()), rows.filter(pl.col("serial").is_not_null())
    twice = placed.filter(~pl.struct(*CONTEST, "segment", "serial").is_first_distinct())
    placed = placed.unique([*CONTEST, "segment", "serial"], keep="first", maintain_order=True)
    told = (
        *faults,
        *_told(path.name, missing, "the record has no candidates of this contest, so its segments are left out"),
        *_told(path.name, unfound.unique(_CANDIDATE, keep="first", maintain_order=True), _UNFOUND),
        *_told(path.name, twice, "the segment has this candidate's votes already in a row above"),
        *_differences(path.name, placed, held),
    )
    if placed.is_empty():
        return Statements(path.name, {}, set_aside=told)
    said = placed.with_columns(known_at="counted_at", source=pl.lit(SOURCE.id), station=pl.lit(WHOLE))
    segments = said.unique([*CONTEST, "segment"], keep="first", maintain_order=True)
    frames: dict[type[model.Noun], pl.DataFrame] = {
        model.Source: frame_of(model.Source, [SOURCE]),
        model.Constituency: seats_within(segments, record),
        model.PollingStation: conformed(model.PollingStation, segments.with_columns(name="segment_name")),
        model.StationTally: conformed(model.StationTally, said),
    }
    return Statements(path.name, {noun: frame for noun, frame in frames.items() if frame.height}, set_aside=told)


_UNFOUND = "the record has no candidate of this name there, so the votes by segment are left out"


def _held(record: Record, rows: pl.DataFrame) -> pl.DataFrame:
    """Give the record's candidates of the contests: `CONTEST`, `serial, name, total`, `counted_at` of the contest."""
    there: dict[str, Any] = {name: rows[name].unique().sort().to_list() for name in CONTEST}
    tallies = record.frame(model.Tally, **there).select(
        *CONTEST, "serial", "known_at", total=pl.coalesce("total", "evm")
    )
    stood = record.frame(model.Candidacy, **there).select(*CONTEST, "serial", "name")
    counted = tallies.group_by(CONTEST).agg(counted_at=pl.col("known_at").max())
    return stood.join(tallies.drop("known_at"), on=[*CONTEST, "serial"], how="left").join(counted, on=CONTEST)


def _serials(rows: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    """Give `serial` of each candidate of the file (`_CANDIDATE`) that is found: by the very name, else the likest."""
    printed = (
        rows.filter(~pl.col("is_nota"))
        .group_by(_CANDIDATE, maintain_order=True)
        .agg(pl.col("votes").sum())
        .with_columns(letters=_letters("candidate"))
    )
    named = held.with_columns(letters=_letters("name"))
    by_name = [*CONTEST, "letters"]
    alone = pl.struct(by_name).is_unique()
    same = printed.filter(alone).join(named.filter(alone).select(*by_name, "serial"), on=by_name, maintain_order="left")
    others = printed.join(same, on=_CANDIDATE, how="anti", nulls_equal=True, maintain_order="left")
    free = named.join(same, on=[*CONTEST, "serial"], how="anti", maintain_order="left")
    columns = [*_CANDIDATE, "serial"]
    return pl.concat([same.select(columns), _likest(others, free).select(columns)])


def _likest(printed: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    candidates = held.partition_by(CONTEST, as_dict=True)
    found = []
    for contest, there in printed.partition_by(CONTEST, as_dict=True, maintain_order=True).items():
        rest = candidates.get(contest)
        names = [Printed(name, votes) for name, votes in there.select("candidate", "votes").iter_rows()]
        by_serial = (
            {}
            if rest is None
            else {serial: Printed(name, total) for serial, name, total in rest.select("serial", "name", "total").rows()}
        )
        found.append(there.with_columns(serial=pl.Series(serials_of(names, by_serial), dtype=pl.Int64)))
    return pl.concat(found) if found else printed.with_columns(serial=pl.lit(None, dtype=pl.Int64))


def _letters(column: str) -> pl.Expr:
    return pl.col(column).str.to_lowercase().str.replace_all(r"[^\p{L}\p{M}]", "")


def _told(file: str, rows: pl.DataFrame, problem: str) -> Iterator[Fault]:
    for row in rows.iter_rows(named=True):
        # a few names have whole lines of the file in them
        name = textwrap.shorten(row["candidate"], _LONGEST_NAME, placeholder=" …")
        value = f"{name}, {row['seat_name']} {row['year']}"
        yield Fault(file=file, row=row["row"], value=value, problem=problem)


def _differences(file: str, placed: pl.DataFrame, held: pl.DataFrame) -> Iterator[Fault]:
    """Tell candidates whose segments have more than all their votes, and contests of which a good part is missing."""
    added = placed.group_by(*CONTEST, "serial").agg(pl.col("votes").sum())
    both = added.join(held, on=[*CONTEST, "serial"]).sort(*CONTEST, "serial")
    for row in both.filter(pl.col("votes") > pl.col("total")).iter_rows(named=True):
        problem = (
            f"the segments of {row['constituency']} in {row['election']} add up to this for {row['name']}, "
            f"and the record has {row['total']} votes in all"
        )
        yield Fault(file=file, value=str(row["votes"]), problem=problem)
    whole = both.group_by(CONTEST).agg(pl.col("votes", "total").sum()).sort(CONTEST)
    for row in whole.filter(pl.col("votes") < _MOST_OF_IT * pl.col("total")).iter_rows(named=True):
        problem = (
            f"the segments of {row['constituency']} in {row['election']} have this many of its {row['total']} votes; "
            "some are missing"
        )
        yield Fault(file=file, value=str(row["votes"]), problem=problem)
