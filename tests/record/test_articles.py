"""Articles are kept in the record as they were published, once, and go through packs unchanged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from janadesh import model
from janadesh.export.packs import packs_of
from janadesh.export.said import everything_said
from janadesh.export.table_files import pack_files
from janadesh.export.writing import write_folder
from janadesh.record.book import Record
from janadesh.record.connecting import engine_of
from janadesh.record.connecting import url_of
from janadesh.record.opening import open_record
from janadesh.record.transactions import reading
from janadesh.sources.article import MOST_CHARACTERS
from janadesh.sources.article import Article
from janadesh.sources.article_keeping import NotYetWritten
from janadesh.sources.article_keeping import keep_article
from janadesh.sources.article_keeping import language_of
from janadesh.sources.article_text import text_article
from janadesh.sources.pack import read_pack
from tests.builders import lok_sabha
from tests.builders import record_at
from tests.record.conftest import NewPlace
from tests.record.test_migrations import copy_all
from tests.record.test_migrations import make_at

DAY = dt.date(2024, 6, 5)
NOW = dt.datetime(2024, 7, 1, 12, tzinfo=dt.UTC)
REPORT = text_article(
    "date 2024-06-05 <p>Mohmad Haneefa won <b>Ladakh</b>.</p>\n<p>“By 27,862 votes”, officials said.</p>",
    "report",
    title="Ladakh goes independent",
    url="https://www.example.org/ladakh",
)


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    with record_at(place, *lok_sabha()) as record:
        yield record


def test_an_article_is_kept_with_its_day_outlet_and_words(record: Record) -> None:
    keep_article(record, REPORT, now=NOW)

    (row,) = record.frame(model.Article).to_dicts()
    assert row["title"] == "Ladakh goes independent"
    assert row["published"] == DAY
    assert row["outlet"] == "example.org"
    assert row["language"] == "en"
    assert "Mohmad Haneefa won" in row["text"]
    assert "<b>" not in row["text"]
    assert "2024-06-05" not in row["text"]
    assert record.altered() == []


def test_it_is_known_from_the_end_of_the_day_it_was_published_on(record: Record) -> None:
    keep_article(record, REPORT, now=NOW)

    assert record.frame(model.Article, "2024-06-05T23:59").is_empty()
    assert record.frame(model.Article, "2024-06-05").height == 1


def test_todays_article_is_known_at_once(record: Record) -> None:
    keep_article(record, replace(REPORT, written_on=NOW.date()), now=NOW)

    assert record.frame(model.Article, NOW).height == 1


def test_keeping_it_again_adds_nothing(record: Record) -> None:
    first = keep_article(record, REPORT, now=NOW)
    entries = record.entries()
    again = keep_article(record, REPORT, now=NOW + dt.timedelta(days=1))

    assert (first.is_new, again.is_new) == (True, False)
    assert first.id == again.id
    assert record.entries() == entries


def test_another_title_corrects_the_first(record: Record) -> None:
    first = keep_article(record, REPORT, now=NOW)
    second = keep_article(record, replace(REPORT, title="Ladakh elects an independent"), now=NOW)

    assert first.id == second.id
    assert record.frame(model.Article)["title"].to_list() == ["Ladakh elects an independent"]
    assert record.history(model.Article).height == 2


def test_one_text_of_two_outlets_is_two_articles(record: Record) -> None:
    ids = {keep_article(record, REPORT, outlet, NOW).id for outlet in ("The Daily", "The Weekly")}

    assert len(ids) == 2
    assert set(record.frame(model.Source)["publisher"]) >= {"The Daily", "The Weekly"}


def test_an_article_of_a_day_to_come_is_refused(record: Record) -> None:
    with pytest.raises(NotYetWritten, match="2030-01-01, a day to come"):
        keep_article(record, replace(REPORT, written_on=dt.date(2030, 1, 1)), now=NOW)
    assert record.frame(model.Article).is_empty()


def test_a_character_that_no_database_keeps_is_replaced(record: Record) -> None:
    keep_article(record, Article(id="x", written_on=DAY, text="a\0b", plain="a\0b"), now=NOW)

    assert record.frame(model.Article)["text"].to_list() == ["a\N{REPLACEMENT CHARACTER}b"]


def test_articles_go_through_a_pack_unchanged(record: Record, tmp_path: Path) -> None:
    """The longest that is checked, with all that CSV has to quote."""
    long = 'He said "won", and\nleft; \r\n उमर अब्दुल्ला, जीते '.ljust(MOST_CHARACTERS - 1, "x") + "."
    keep_article(record, REPORT, now=NOW)
    keep_article(record, Article(id="long", written_on=DAY, text=long, plain=long), "The Daily", NOW)
    packs = packs_of(everything_said(record), name="kept", title="Kept", time_zone="Asia/Kolkata")
    write_folder(tmp_path / "pack", pack_files(packs))

    with open_record(tmp_path / "again.sqlite") as again:
        again.load(read_pack(tmp_path / "pack"))
        assert again.frame(model.Article).to_dicts() == record.frame(model.Article).to_dicts()


def test_a_record_made_before_articles_were_kept_takes_them(new_place: NewPlace) -> None:
    today, old = new_place(), new_place()
    record_at(today, *lok_sabha()).close()
    make_at(old, "0003")
    copy_all(today, old)
    engine = engine_of(url_of(old))
    with reading(engine) as connection:
        assert not sa.inspect(connection).has_table("articles")
    engine.dispose()

    with open_record(old) as upgraded:
        hashes = [entry.entry_hash for entry in upgraded.entries()]
        keep_article(upgraded, REPORT, now=NOW)
        assert upgraded.altered() == []
        assert [entry.entry_hash for entry in upgraded.entries()][:-1] == hashes
        assert upgraded.frame(model.Article).height == 1


@pytest.mark.parametrize(
    ("text", "language"), [("Omar Abdullah won.", "en"), ("उमर अब्दुल्ला NC से जीते।", "hi"), ("18,485", None)]
)
def test_language_is_told_by_the_letters(text: str, language: str | None) -> None:
    assert language_of(text) == language
