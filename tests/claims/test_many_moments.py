"""Checkers of many moments share what the record says at several, and judge as one made anew for each would."""

from __future__ import annotations

import datetime as dt
import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import janadesh
from janadesh import model
from janadesh.claims.checking import Checkers
from janadesh.claims.checking import checker_of
from janadesh.record.book import Record
from janadesh.sources.article_keeping import keep_article
from janadesh.sources.article_text import text_article
from tests.builders import statements

# from before the schedule to after the results, and back; between some nothing was said, or only of other elections
MOMENTS = ("2024-10-10", "2024-08-20", "2024-08-22", "2024-10-08", "2024-08-21")
TEXT = (
    "date 2024-08-22 The Assembly polls in Jammu and Kashmir will be held in three phases. The counting of votes will "
    "take place on October 4. The National Conference won 42 seats and the BJP 29. Omar Abdullah won Budgam by 18,485 "
    "votes. The turnout in the first phase was 61.4 per cent. In 2014 the BJP won 25 seats. The NC will contest 51 "
    "seats and the Congress 32."
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Give a record of the bundled pack `jk-2024` that a test may add to."""
    with janadesh.open(tmp_path / "record.sqlite") as record:
        janadesh.load(record, "jk-2024")
        yield record


def test_verdicts_are_those_of_a_checker_made_anew_for_each_moment(record: Record) -> None:
    article = text_article(TEXT, "a test")
    checkers = Checkers(record)

    for moment in MOMENTS:
        told = checkers.at(moment).check(article)
        assert told == checker_of(record, moment).check(article), moment
        assert len(told) > 5, "the text should be read at every moment"


def test_election_is_read_once_where_nothing_was_said_of_it_in_between(record: Record) -> None:
    checkers = Checkers(record)
    later, latest, before = (checkers.at(day) for day in ("2025-03-01", "2025-03-02", "2024-10-07"))

    assert later.facts.of("in-jk-2024") is latest.facts.of("in-jk-2024")
    assert later.vocabulary.of_election("in-jk-2024") is latest.vocabulary.of_election("in-jk-2024")
    assert before.facts.of("in-jk-2024") is not later.facts.of("in-jk-2024")


def correct(record: Record) -> tuple[str, int]:
    """Load another result of a candidate, as known from November 2024; give the constituency and serial."""
    tally = record.frame(model.Tally, election="in-jk-2024", serial=1).row(0, named=True)
    said = {**tally, "total": 7, "evm": None, "postal": None, "migrant": None}
    record.load(statements(model.Tally(**{**said, "known_at": dt.datetime(2024, 11, 1, tzinfo=dt.UTC)})))
    return tally["constituency"], tally["serial"]


def test_what_is_loaded_for_an_earlier_moment_counts_at_that_moment(record: Record) -> None:
    checkers = Checkers(record)
    assert checkers.at("2024-12-01").facts.of("in-jk-2024") is not None

    seat, serial = correct(record)
    facts = checkers.at("2024-12-01").facts.of("in-jk-2024")
    standing = facts.contests[seat].standing(serial) if facts else None
    assert standing is not None
    assert standing.counted == 7


def test_what_was_shared_is_let_go_once_more_is_loaded_but_for_articles(record: Record) -> None:
    checkers = Checkers(record)
    held = weakref.ref(checkers.at().vocabulary.of_election("in-jk-2024"))

    keep_article(record, text_article(TEXT, "a test"), "The Daily")
    assert checkers.at().vocabulary.of_election("in-jk-2024") is held()

    correct(record)
    checkers.at()
    gc.collect()
    assert held() is None


def test_title_of_a_source_that_was_corrected_is_told(record: Record) -> None:
    checkers = Checkers(record)
    source = next(iter(checkers.at().facts.sources.values()))

    record.load(statements(replace(source, title="Another title")))
    assert checkers.at().facts.sources[source.id].title == "Another title"
