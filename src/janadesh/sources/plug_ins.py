"""Readers that plug-ins bring: asked after those that are built in, and stopped where they fail."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.plugins.failing import at_work
from janadesh.plugins.failing import failed
from janadesh.plugins.finding import READERS
from janadesh.plugins.finding import PlugIn
from janadesh.plugins.finding import plug_ins
from janadesh.plugins.finding import reason
from janadesh.plugins.finding import tell
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_schema
from janadesh.sources.peek import Peek
from janadesh.sources.reader import Reader


def plugged_in_readers(taken: Collection[str]) -> tuple[Reader, ...]:
    """
    Give the readers of plug-ins; what fails in one is told and does not stop the others.

    Args:
        taken: names of the readers that are built in.
    """
    return tuple(_guarded(plug_in) for plug_in in plug_ins_of_readers(taken))


def plug_ins_of_readers(taken: Collection[str]) -> tuple[PlugIn[Reader], ...]:
    """Give the plug-ins that bring readers, none of which has one of the names taken."""
    return plug_ins(READERS, Reader, taken)


def _guarded(plug_in: PlugIn[Reader]) -> Reader:
    reader = plug_in.brings

    def matches(seen: Peek) -> bool:
        try:
            return bool(reader.matches(seen))
        except Exception as error:  # noqa: BLE001 - a stranger's reader must not hinder those after it
            tell(f"It cannot be told whether {plug_in.label} reads {seen.path.name} ({reason(error)}).")
            return False

    def read(path: Path, record: Record, known_at: Moment | None) -> Statements:
        with at_work(plug_in):
            statements = reader.read(path, record, known_at)
        if not isinstance(statements, Statements):
            raise failed(plug_in, f"it gave a {type(statements).__name__} instead of Statements")
        for noun, frame in statements.frames.items():
            if noun not in model.NOUNS or not isinstance(frame, pl.DataFrame) or frame.schema != frame_schema(noun):
                shown = getattr(noun, "__name__", str(noun))
                raise failed(plug_in, f"its frame of {shown} has not the columns of that noun")
        return statements

    return replace(reader, matches=matches, read=read)
