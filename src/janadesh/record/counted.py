"""How many things the record knows of each: candidacies of a person, without reading them all."""

from __future__ import annotations

from typing import Any

import polars as pl
import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.moments import instant_text
from janadesh.record.standing import limits
from janadesh.record.standing import standing
from janadesh.record.standing import standing_at
from janadesh.record.transactions import reading


def counted(
    record: Record, noun: type[model.Noun], by: str, as_of: Moment | None = None, **equals: Any
) -> pl.DataFrame:
    """
    Count what stands of a noun at a moment by the value of a column; what has none there is not counted.

    `equals` limits what is counted, as in `Record.frame`.

    Returns: that column, and `things`, most first.
    """
    given, values = limits(equals)
    known_by: sa.BindParameter[str] = sa.bindparam("known_by")
    found = standing_at(noun, given).order_by(None) if given else standing(noun, known_by)
    stands = found.where(schema.TABLES[noun].c[by].is_not(None)).subquery()
    things = sa.func.count().label("things")
    query: sa.Select[Any] = sa.select(stands.c[by], things).group_by(stands.c[by]).order_by(things.desc(), stands.c[by])
    with reading(record.engine) as connection:
        rows = connection.execute(query, values | {"known_by": instant_text(record.moment(as_of))}).all()
    return pl.DataFrame([tuple(row) for row in rows], schema={by: pl.String, "things": pl.Int64}, orient="row")
