"""A pack as the rules of advice look at it: its tables with the rows of their files, as said last."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_schema

ROW = "file_row"
"""The column with a statement's row in its file; the heading is row 1."""


@dataclass(frozen=True, slots=True)
class Given:
    """A pack that could be read: its folder and its statements."""

    folder: Path
    statements: Statements

    def every(self, noun: type[model.Noun]) -> pl.DataFrame:
        """Give all statements of a table, superseded ones too, with `ROW`; a table that is not there is empty."""
        frame = self.statements.frames.get(noun)
        if frame is None:
            frame = pl.DataFrame(schema=frame_schema(noun))
        return frame.with_row_index(ROW, offset=2).with_columns(pl.col(ROW).cast(pl.Int64))

    def standing(self, noun: type[model.Noun]) -> pl.DataFrame:
        """Give the statements of a table as they stand: of those with one key, the latest known."""
        frame = self.every(noun)
        if "known_at" not in frame.columns:
            return frame
        latest = frame.sort("known_at", maintain_order=True)
        return latest.unique(list(noun.KEY), keep="last", maintain_order=True).sort(ROW)

    def advice(
        self,
        noun: type[model.Noun],
        problem: str,
        cure: str,
        *,
        row: int | None = None,
        column: str | None = None,
        value: object = None,
    ) -> Fault:
        """Make a piece of advice on a place in a table."""
        file = self.statements.files.get(noun, f"{noun.TABLE}.csv")
        shown = None if value is None else str(value)
        return Fault(file=file, row=row, column=column, value=shown, problem=problem, cure=cure)


def listed(names: list[str], most: int = 3) -> str:
    """List names in a sentence, the first few and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
