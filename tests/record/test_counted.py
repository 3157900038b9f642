"""Counting what the record knows of each thing without reading it all."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.counted import counted
from tests.builders import BEFORE_ALL
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import record_of_seat
from tests.builders import statements

LATER = dt.datetime(2024, 7, 1, tzinfo=dt.UTC)


def test_counts_are_those_of_the_frame(bundled: Record) -> None:
    told = counted(bundled, model.Candidacy, "person")
    held = bundled.frame(model.Candidacy)["person"].drop_nulls().value_counts()
    assert dict(told.iter_rows()) == dict(held.iter_rows())
    assert told["things"].to_list() == sorted(told["things"], reverse=True)


def test_a_superseded_statement_counts_only_for_what_it_says_now(tmp_path: Path) -> None:
    """A candidacy that changed its party counts for the new one, and before that for the old."""
    with record_of_seat(tmp_path, "Leh", [Stood("A", "NC", 10), Stood("B", "INC", 5)]) as record:
        old = record.frame(model.Candidacy, election=ELECTION).filter(serial=1).row(0, named=True)
        record.load(statements(model.Candidacy(**old | {"party": "inc", "known_at": LATER})))
        assert dict(counted(record, model.Candidacy, "party").iter_rows()) == {"inc": 2}
        assert dict(counted(record, model.Candidacy, "party", BEFORE_ALL).iter_rows()) == {"inc": 1, "nc": 1}
