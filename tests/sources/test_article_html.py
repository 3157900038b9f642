"""Articles as saved web pages: the main text, the headline, and a date that is never guessed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from janadesh.sources.article import Article
from janadesh.sources.article import EmptyArticle
from janadesh.sources.article import NoDate
from janadesh.sources.articles import parse_articles
from janadesh.sources.articles import read_articles

BODY = """
<p>Omar Abdullah of the National Conference won Budgam with 36,010 votes, 18,485 more than the Peoples
Democratic Party&#8217;s Aga Syed Muntazir Mehdi, when votes were counted on Tuesday.</p>
<p>He also won Ganderbal, with 32,727 votes against 22,153 for Bashir Ahmad Mir, a margin of 10,574.</p>
<ul><li>The party won 42 of the 90 seats.</li><li>The Bharatiya Janata Party won 29.</li></ul>
"""


def page(head: str = "", body: str = BODY, before: str = "") -> str:
    return f"""<!DOCTYPE html><html><head><title>Omar wins | The Paper</title>{head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/cricket">Cricket scores</a></li></ul></nav>
    <article><h1>Omar Abdullah wins both seats</h1>{before}{body}</article>
    <aside><h3>Also read</h3><a href="/gold">Gold price on 1 January 2023</a></aside>
    <footer>Copyright 2022 The Paper</footer></body></html>"""


def one(content: str, written_on: dt.date | None = None) -> Article:
    (article,) = parse_articles(content, "page", written_on)
    return article


DATED = '<meta property="article:published_time" content="2024-10-08T19:05:00+05:30">'


def test_the_main_text_is_kept_and_what_stands_around_it_is_not() -> None:
    article = one(page(DATED))

    for said in ("36,010 votes", "Party’s Aga Syed", "a margin of 10,574", "42 of the 90 seats", "won 29"):
        assert said in article.text
    for around in ("Cricket", "Gold price", "Copyright"):
        assert around not in article.text


def test_the_headline_begins_the_text_and_offsets_count_from_it() -> None:
    article = one(page(DATED))

    assert article.title == "Omar Abdullah wins both seats"
    assert article.text.startswith("Omar Abdullah wins both seats\n")
    assert article.text.count("wins both seats") == 1
    assert article.plain == article.text


@pytest.mark.parametrize(
    ("head", "before"),
    [
        (DATED, ""),
        ('<meta itemprop="datePublished" content="2024-10-08">', ""),
        ("", '<time datetime="2024-10-08T19:05">Tuesday</time>'),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2024-10-08T13:35Z"}]}</script>', ""),
        (DATED + '<script type="application/ld+json">{"datePublished": "2023-01-01"}</script>', ""),
        ('<script type="application/ld+json">{broken</script>', '<time datetime="2024-10-08">Tuesday</time>'),
    ],
)
def test_the_date_is_read_from_the_pages_markup(head: str, before: str) -> None:
    assert one(page(head, before=before)).written_on == dt.date(2024, 10, 8)


def test_a_date_is_never_guessed_from_words() -> None:
    with pytest.raises(NoDate):
        one(page(before="<p>Published on October 8, 2024</p>"))


def test_a_date_given_beside_the_page_stands() -> None:
    assert one(page(DATED), dt.date(2024, 10, 9)).written_on == dt.date(2024, 10, 9)


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(EmptyArticle):
        one("<!doctype html><html><head></head><body></body></html>", dt.date(2024, 10, 8))


def test_a_page_may_declare_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(page('<meta charset="windows-1252">' + DATED).replace("&#8217;", "’").encode("windows-1252"))

    (article,) = read_articles(file)

    assert "Party’s Aga Syed" in article.text


def test_the_address_is_the_pages_own() -> None:
    linked = DATED + '<link rel="canonical" href="https://paper.in/omar">'

    assert one(page(linked)).url == "https://paper.in/omar"
