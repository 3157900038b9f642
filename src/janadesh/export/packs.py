"""
A record, or a part of it, as packs that load into the same record again.

One pack is enough where nothing was said twice at one time. Where later loads said something else of
the same thing at the same time, one load would refuse that; so there is then a pack for each run of
loads, and they are loaded in their order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.export.losses import Loss
from janadesh.export.pack_descriptor import descriptor
from janadesh.export.said import ENTRY
from janadesh.export.said import Said
from janadesh.record.checks import check
from janadesh.record.statements import Statements

_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_CONTEST = ["election", "constituency", "serial"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackToWrite:
    """A pack: its `datapackage.json`, and the table of each noun that has statements."""

    descriptor: Mapping[str, Any]
    tables: Mapping[type[model.Noun], pl.DataFrame]

    @property
    def statements(self) -> int:
        """How many statements it holds."""
        return sum(frame.height for frame in self.tables.values())


def packs_of(said: Said, *, name: str, title: str, time_zone: str) -> list[PackToWrite]:
    """
    Put statements into packs, to be loaded one after the other.

    Args:
        said: the statements of each noun in the order of loading, with the column `ENTRY`.
        name: what the pack is called; with several, each gets its number added.
        title: the same for people.
        time_zone: in which a day is a day (an IANA name).
    """
    parts = _parts(said)
    packs = []
    for number, tables in enumerate(parts, start=1):
        part = f"-{number:02}" if len(parts) > 1 else ""
        described = descriptor(tables, name=_pack_name(name) + part, title=title, time_zone=time_zone)
        packs.append(PackToWrite(descriptor=described, tables=tables))
    return packs


def description_of_one(packs: Sequence[PackToWrite]) -> Mapping[str, Any] | None:
    """Give the `datapackage.json` with which plain tables load again; None where it takes several packs."""
    return packs[0].descriptor if len(packs) == 1 else None


def losses_of_packs(said: Said) -> tuple[Loss, ...]:
    """Count what a pack cannot say: an empty text, which its CSV files do not tell from an unknown one."""
    return tuple(
        Loss(table=noun.TABLE, what=f"empty texts in {column}, which a pack reads as unknown", count=count)
        for noun, frame in said.items()
        for column in frame.columns
        if frame[column].dtype == pl.String and (count := int((frame[column] == "").sum()))
    )


def pack_csv(frame: pl.DataFrame) -> bytes:
    """Write a table of a pack: UTF-8, RFC 4180, days and instants (in UTC) in ISO 8601, unknown cells empty."""
    instants = [pl.col(name).dt.strftime(_INSTANT) for name, kind in frame.schema.items() if kind == pl.Datetime]
    return frame.with_columns(instants).write_csv().encode()


def _pack_name(name: str) -> str:
    # what the standard allows in a name
    return re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("-") or "record"


def _parts(said: Said) -> list[dict[type[model.Noun], pl.DataFrame]]:
    entries = sorted({int(entry) for frame in said.values() for entry in frame[ENTRY].unique()})
    parts: list[dict[type[model.Noun], pl.DataFrame]] = []
    start = 0
    while start < len(entries):
        end = _furthest(said, entries, start)
        parts.append(_loadable(said, entries[start], entries[end - 1]))
        start = end
    return parts


def _furthest(said: Said, entries: Sequence[int], start: int) -> int:
    """Find how many loads after `start` may be one load."""
    if _fits(said, entries[start], entries[-1]):
        return len(entries)
    least, most = start + 1, len(entries)
    while most - least > 1:
        middle = (least + most) // 2
        if _fits(said, entries[start], entries[middle - 1]):
            least = middle
        else:
            most = middle
    return least


def _fits(said: Said, first: int, last: int) -> bool:
    before = {noun.TABLE: frame.filter(pl.col(ENTRY) < first) for noun, frame in said.items()}
    statements = Statements("an export", _loadable(said, first, last))
    return not check(statements, lambda table: frozenset(before[table]["id"]))


def _loadable(said: Said, first: int, last: int) -> dict[type[model.Noun], pl.DataFrame]:
    tables = {
        noun: part
        for noun, frame in said.items()
        if (part := frame.filter(pl.col(ENTRY).is_between(first, last)).drop(ENTRY)).height
    }
    if model.Candidacy in tables:
        tables[model.Candidacy] = pl.concat([_candidacies_before(said, tables, first), tables[model.Candidacy]])
    return tables


def _candidacies_before(said: Said, tables: Said, first: int) -> pl.DataFrame:
    """Say again who stood, of votes counted later: a load with candidacies must have one for each tally."""
    earlier = said[model.Candidacy].filter(pl.col(ENTRY) < first).drop(ENTRY)
    tallies = tables.get(model.Tally)
    return earlier.clear() if tallies is None else earlier.join(tallies, on=_CONTEST, how="semi", maintain_order="left")
