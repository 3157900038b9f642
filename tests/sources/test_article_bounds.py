"""What an article may hold at most, and what must not stop or slow the reading of it."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest

from janadesh.sources.article import MOST_CHARACTERS
from janadesh.sources.article import BrokenJson
from janadesh.sources.article import EmptyArticle
from janadesh.sources.article import NoDate
from janadesh.sources.article import TooLong
from janadesh.sources.article_html import MOST_PAGE_CHARACTERS
from janadesh.sources.articles import parse_articles
from janadesh.sources.articles import read_articles

DAY = '<meta property="article:published_time" content="2024-10-08">'
TEXT = "Omar Abdullah won Budgam by 18,485 votes, the Election Commission said on Tuesday. " * 4


def page(body: str) -> str:
    return f"<html><head>{DAY}</head><body><article>{body}<p>{TEXT}</p></article></body></html>"


def test_a_text_of_a_hundred_megabytes_is_no_article(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as to:
        to.write(b"date 2024-10-08\n")
        to.writelines([b"Omar won. " * 100_000] * 99)
    with pytest.raises(TooLong, match="huge: it has 99,000,016 characters, and an article has at most 1,000,000"):
        read_articles(file)


@pytest.mark.parametrize(
    ("content", "most"),
    [
        ("date 2024-10-08 " + "x" * MOST_CHARACTERS, MOST_CHARACTERS),
        ('{"date": "2024-10-08", "text": "' + "x" * (MOST_CHARACTERS + 1) + '"}', MOST_CHARACTERS),
        (page("x" * MOST_PAGE_CHARACTERS), MOST_PAGE_CHARACTERS),
    ],
    ids=["text", "json", "page"],
)
def test_each_format_tells_an_article_that_is_too_long(content: str, most: int) -> None:
    with pytest.raises(TooLong, match=f"at most {most:,}"):
        parse_articles(content, "long")


def test_a_feed_sets_an_item_aside_that_is_too_long() -> None:
    item = "<item><title>{}</title><pubDate>Tue, 08 Oct 2024 10:00:00 GMT</pubDate></item>"
    feed = f"<rss><channel>{item.format('x' * (MOST_CHARACTERS + 1))}{item.format('Omar won')}</channel></rss>"
    told: list[Exception] = []
    articles = parse_articles(feed, "feed", None, told.append)

    assert [article.text for article in articles] == ["Omar won"]
    assert [type(error) for error in told] == [TooLong]


@pytest.mark.parametrize(
    "hostile",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">",
        "<p " + " ".join(f"a{n}='>'" for n in range(100_000)),
        '<a b="' * 100_000,
        "<a " * 100_000,
        "<div>" * 50_000,
        "<!--" * 100_000,
        "<table><tr><td>" * 20_000,
        "&#" * 200_000,
    ],
    ids=["attributes", "attributes-unclosed", "quotes", "tags-unclosed", "nested", "comments", "tables", "entities"],
)
def test_a_hostile_page_takes_no_longer_than_its_length_allows(hostile: str) -> None:
    """Either it is read or it is told that it is no article; the parser alone took minutes over 200,000 attributes."""
    started = time.process_time()
    with contextlib.suppress(EmptyArticle, NoDate):
        parse_articles(page(hostile), "page")
    assert time.process_time() - started < 10


def test_a_tag_with_thousands_of_attributes_loses_them_and_nothing_else() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(5_000))
    (article,) = parse_articles(page(f"<p {attributes}>Before it.</p>"), "page")

    assert "won Budgam by 18,485 votes" in article.text


def test_half_a_character_becomes_one_that_can_be_written() -> None:
    (article,) = parse_articles('{"date": "2024-10-08", "text": "Omar \\ud83d won"}', "news")

    assert article.text == "Omar \N{REPLACEMENT CHARACTER} won"


def test_a_number_of_thousands_of_digits_is_told() -> None:
    with pytest.raises(BrokenJson, match="news: the JSON cannot be read: Exceeds the limit"):
        parse_articles('{"text": "Omar won", "date": ' + "9" * 5000 + "}", "news")
