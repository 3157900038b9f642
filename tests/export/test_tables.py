"""One frame, written for programs and for people."""

from __future__ import annotations

import datetime as dt
import json

import polars as pl

from janadesh.export.figures import grouped
from janadesh.export.tables import Column
from janadesh.export.tables import as_csv
from janadesh.export.tables import as_json
from janadesh.export.tables import peoples_table
from janadesh.export.tables import text

FRAME = pl.DataFrame(
    {
        "name": ["Budgam", 'The "Other", seat'],
        "postal": [1250, None],
        "on_date": [dt.date(2024, 10, 8), None],
        "known_at": [dt.datetime(2024, 10, 8, 18, 29, 59, tzinfo=dt.UTC), None],
    }
)


def test_csv_keeps_plain_values_and_leaves_the_unknown_empty() -> None:
    assert as_csv(FRAME).splitlines() == [
        "name,postal,on_date,known_at",
        "Budgam,1250,2024-10-08,2024-10-08T18:29:59Z",
        '"The ""Other"", seat",,,',
    ]


def test_json_keeps_plain_values_and_null_for_the_unknown() -> None:
    assert json.loads(as_json(FRAME)) == [
        {"name": "Budgam", "postal": 1250, "on_date": "2024-10-08", "known_at": "2024-10-08T18:29:59Z"},
        {"name": 'The "Other", seat', "postal": None, "on_date": None, "known_at": None},
    ]


def test_a_table_for_people_has_words_for_headings_and_commas_in_figures() -> None:
    columns = (Column("name", "Constituency", text), Column("postal", "Postal", grouped, is_number=True))

    table = peoples_table("Postal votes", FRAME, columns, foot=[{"postal": 1250}])

    assert table.rows == (("Budgam", "1,250"), ('The "Other", seat', "–"))
    assert table.foot == (("", "1,250"),)
