"""Who said the figures of an election or a constituency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.counted import counted
from janadesh.record.moments import Moment


def sources_of(
    record: Record, nouns: Sequence[type[model.Noun]], as_of: Moment | None = None, **equals: Any
) -> pl.DataFrame:
    """
    Give the sources of the statements that stand at a moment, those with most statements first.

    Args:
        record: the record.
        nouns: the kinds of statement, each with the columns that `equals` names.
        as_of: the moment; None is now.
        equals: as in `Record.frame`.

    Returns: `source, title, publisher, kind, published, url, statements`.
    """
    said = pl.concat([counted(record, noun, "source", as_of, **equals) for noun in nouns])
    counts = said.group_by("source").agg(statements=pl.col("things").sum())
    titles = record.frame(model.Source, as_of).select("title", "publisher", "kind", "published", "url", source="id")
    return (
        counts.join(titles, on="source", how="left")
        .select("source", "title", "publisher", "kind", "published", "url", "statements")
        .sort("statements", "source", descending=[True, False])
    )
