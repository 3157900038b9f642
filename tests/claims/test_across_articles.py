"""Many articles side by side: figures that differ, what was superseded, agency copy."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.claims.across_articles import ArticlesReport
from janadesh.claims.across_articles import report_on
from janadesh.claims.agency_copy import agency_copies
from janadesh.claims.checking import checker_of
from janadesh.claims.claim import Claim
from janadesh.claims.claim import Subject
from janadesh.claims.report_fields import report_fields
from janadesh.claims.said_values import may_be_the_same
from janadesh.record.book import Record
from janadesh.sources.article import Article
from janadesh.sources.article_text import text_article
from janadesh.sources.articles import read_articles

COPY = (
    "National Conference vice president Omar Abdullah on Tuesday won from the Budgam assembly constituency, defeating "
    "his nearest rival Aga Syed Muntazir Mehdi of the Peoples Democratic Party by a margin of 18,485 votes, the "
    "Election Commission said. Abdullah polled 36,010 votes. The former chief minister also won from Ganderbal."
)


def article(name: str, text: str = "Omar won.", day: int = 8) -> Article:
    return text_article(text, name, dt.date(2024, 10, day))


def claim(name: str, value: float | str | None, comparator: str = "=", **more: object) -> Claim:
    fields: dict[str, object] = {
        "article": name,
        "quote": str(value),
        "start": 0,
        "end": 4,
        "kind": "margin",
        "subject": Subject("candidate", "OMAR ABDULLAH"),
        "constituency": "BUDGAM",
        "election": "in-jk-2024",
        "value": value,
        "unit": "votes",
        "comparator": comparator,
        "verdict": "confirmed",
        "official": 18485,
        "why": "",
    }
    return Claim(**(fields | more))  # type: ignore[arg-type]


def report(*claims: Claim) -> ArticlesReport:
    names = dict.fromkeys(each.article for each in claims)
    return report_on((article(name), tuple(each for each in claims if each.article == name)) for name in names)


def test_figures_of_one_thing_that_differ_are_laid_side_by_side() -> None:
    (told,) = report(claim("one", 18485), claim("two", 16485), claim("three", 18485)).differing

    assert [(said.claim.article, said.claim.value) for said in told.said] == [
        ("one", 18485),
        ("three", 18485),
        ("two", 16485),
    ]
    assert told.event.official == 18485


@pytest.mark.parametrize(("value", "comparator"), [(18485, "="), (18000, ">"), (18500, "~"), (18000, "=")])
def test_a_figure_that_can_be_the_same_does_not_differ(value: int, comparator: str) -> None:
    """A bound, an estimate and a figure cut to thousands agree with the full figure."""
    assert report(claim("one", 18485), claim("two", value, comparator)).differing == ()


@pytest.mark.parametrize(
    "other",
    [
        {"constituency": "GANDERBAL"},
        {"election": "in-jk-2014"},
        {"kind": "lead"},
        {"unit": "percent"},
        {"subject": Subject("candidate", "AGA SYED MUNTAZIR MEHDI")},
        {"official": 10574},
    ],
    ids=lambda other: next(iter(other)),
)
def test_figures_of_different_things_are_not_compared(other: dict[str, Any]) -> None:
    assert report(claim("one", 18485), claim("two", 10574, **other)).differing == ()


def test_two_figures_of_one_article_are_not_a_difference_between_articles() -> None:
    assert report(claim("one", 18485), claim("one", 16485)).differing == ()


def test_what_was_superseded_is_listed_with_what_it_came_to() -> None:
    (told,) = report(claim("one", 8600, verdict="superseded"), claim("two", 18485)).superseded

    assert [said.claim.value for said in told.said] == [8600]
    assert told.event.official == 18485


def test_agency_copy_under_another_headline_and_cut_short_is_one_group() -> None:
    first = article("agency", COPY)
    shorter = article("outlet", "OMAR WINS BUDGAM. " + COPY[: COPY.index("The former")], day=9)
    other = article("other", "The counting of votes began at eight in the morning " * 5)

    (group,) = agency_copies([shorter, other, first])

    assert [each.id for each in group.articles] == ["agency", "outlet"]
    assert group.alike > 0.9


def test_articles_of_a_few_words_are_never_called_copies() -> None:
    assert agency_copies([article("one"), article("two")]) == ()


def test_two_reports_in_the_same_words_turned_about_are_not_one_copy() -> None:
    words = COPY.split()

    assert agency_copies([article("one", COPY), article("two", " ".join(reversed(words)))]) == ()


values = st.one_of(st.integers(0, 10**7), st.floats(0, 100).map(lambda share: round(share, 2)))
comparators = st.sampled_from("=~<>")


@given(values, comparators, values, comparators)
def test_agreeing_is_mutual(one: float, how: str, other: float, how_other: str) -> None:
    first, second = claim("one", one, how), claim("two", other, how_other)

    assert may_be_the_same(first, second) == may_be_the_same(second, first)


@given(values, comparators)
def test_every_figure_agrees_with_itself(value: float, comparator: str) -> None:
    assert may_be_the_same(claim("one", value, comparator), claim("two", value, comparator))


def test_a_day_agrees_only_with_the_same_day() -> None:
    assert not may_be_the_same(claim("one", "2024-10-04"), claim("two", "2024-10-08"))


def test_the_four_reports_say_what_the_record_has_moved_on_from(bundled: Record, shared: Path) -> None:
    checker = checker_of(bundled)
    articles = [one for file in sorted((shared / "seeds").glob("*.txt")) for one in read_articles(file)]
    found = json.loads(json.dumps(report_fields(report_on((one, checker.check(one)) for one in articles))))
    moved = [told for told in found["superseded"] if told["kind"] == "schedule"]

    assert found["articles"] == 4
    assert sum(found["verdicts"].values()) == found["claims"]
    assert [(told["official"], told["said"][0]["value"]) for told in moved] == [("2024-10-08", "2024-10-04")]
    assert found["copies"] == []
