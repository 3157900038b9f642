"""What is made ready to check articles: held once for all of the desk, few of it, and anew once the record changes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from janadesh.claims import checking
from janadesh.desk.app import create_app
from janadesh.desk.checks import MOST_KEPT
from janadesh.desk.checks import HeldCheckers
from janadesh.record.book import Record
from janadesh.record.instants import KnownInstants
from janadesh.sources.article_keeping import keep_article
from janadesh.sources.article_text import text_article
from tests.builders import Stood
from tests.builders import record_of_seat
from tests.desk.conftest import HERE

STOOD = (Stood("ASHA", "A", total=500), Stood("BINA", "B", total=400))
TOLD = "date 2024-06-10 Asha won Budgam by 100 votes."


@pytest.fixture
def record(folder: Path) -> Record:
    """Give a record of one seat, which keeps an article about it."""
    made = record_of_seat(folder, "Budgam", STOOD)
    keep_article(made, text_article(TOLD, "kept", title="Asha wins"), "The Daily")
    return made


def test_page_interface_and_verdicts_make_one_holder_of_checkers(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two would read the record twice and keep it twice."""
    made = 0
    make = checking.Checkers.__init__

    def counted(self: checking.Checkers, of: Record) -> None:
        nonlocal made
        made += 1
        make(self, of)

    monkeypatch.setattr(checking.Checkers, "__init__", counted)
    client = TestClient(create_app(record), base_url=HERE)
    assert client.post("/check", data={"text": TOLD}).status_code == 200
    for query in ("", "?as_of=2024-06-05"):
        assert client.post(f"/api/v1/check{query}", content=TOLD).json()["data"][0]["claims"]
    assert client.get("/elections/in-ls-2024/timeline").status_code == 200
    assert made == 1


def test_checker_of_a_state_is_held_and_only_of_the_last_states(record: Record) -> None:
    checkers = HeldCheckers(record, KnownInstants(record))
    moments = [record.moment(day) for day in ("1999-01-01", "2024-06-03", "2024-07-01")]
    assert len(moments) > MOST_KEPT
    first = checkers.at(moments[0])
    assert checkers.at(moments[0] + dt.timedelta(days=1)) is first
    for moment in moments[1:]:
        checkers.at(moment)
    assert checkers.at(moments[0]) is not first


def test_what_is_kept_later_is_checked_against(record: Record) -> None:
    checkers = HeldCheckers(record, KnownInstants(record))
    before = checkers.at(record.moment())
    keep_article(record, text_article(TOLD, "again", title="Asha wins again"), "The Weekly")
    assert checkers.at(record.moment()) is not before
