"""The table of articles kept: when and by whom each was published, and its verdicts then and now."""

from __future__ import annotations

from typing import Any

import polars as pl

from janadesh.claims.claim import VERDICTS
from janadesh.export.figures import day_in_words
from janadesh.export.tables import Column
from janadesh.export.tables import PeoplesTable
from janadesh.export.tables import peoples_table
from janadesh.export.tables import text


def articles_table(title: str, frame: pl.DataFrame) -> PeoplesTable:
    """Lay out articles of `kept_articles.articles_frame`."""
    columns = (
        Column("published", "Published", day_in_words),
        Column("outlet", "Outlet", text),
        Column("title", "Title", text),
        Column("then", "Verdicts then", text),
        Column("now", "Verdicts now", text),
        Column("id", "Id"),
    )
    told = {moment: [_verdicts(row, moment) for row in frame.iter_rows(named=True)] for moment in ("then", "now")}
    shown = frame.with_columns(pl.Series(moment, words, dtype=pl.String) for moment, words in told.items())
    return peoples_table(title, shown, columns)


def _verdicts(row: dict[str, Any], moment: str) -> str:
    counts = {verdict: row[f"{moment}_{verdict}"] for verdict in VERDICTS}
    return ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count) or "no claim"
