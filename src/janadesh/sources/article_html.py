"""
An article as a saved web page: its main text, its headline, and the date in its own markup.

The main text is found by trafilatura: 45 MB installed, most of it calendars that are not used here.
The smaller readability-lxml would hold back the versions of other parts (chardet below 6). The date is
read from the page's markup only, never guessed from its words, since a wrong date turns every verdict.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html

from janadesh.sources.article import Article
from janadesh.sources.article import EmptyArticle
from janadesh.sources.article import NoDate
from janadesh.sources.article import check_length
from janadesh.sources.article_day import day_in

MOST_PAGE_CHARACTERS = 10_000_000
"""How much of a page, with all of its markup, is taken apart; more than any page that a person reads."""

_PUBLISHED_META = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='datePublished']/@content",
)
_PUBLISHED_TIME = ("//article//time/@datetime", "//time/@datetime")
_BLANKS = re.compile(r"\s+")
# the parser takes time by the square of a tag's attributes; possessive, so that no start is tried twice
_ENDLESS_TAG = re.compile(
    r"""<[a-z][^\s/<>]*+(?:[\s/]++[^\s/<>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s<>]*+))?+){2000,}+""", re.I
)


def html_article(page: str, name: str, written_on: dt.date | None = None) -> Article:
    """
    Make an article of a web page.

    `text` is the headline and the extracted main text, a paragraph a line; `plain` is the same.

    Args:
        page: the page's HTML.
        name: the article's id; errors call it so, too.
        written_on: the day it was written on, whatever the page says.

    Raises: NoDate, EmptyArticle, TooLong.
    """
    check_length(page, name, MOST_PAGE_CHARACTERS)
    page = _ENDLESS_TAG.sub("<p", page)
    tree = _parsed(page)
    if tree is None:
        raise EmptyArticle(name)
    written_on = written_on or _published(tree)
    title = _first(tree, "//h1", "//meta[@property='og:title']/@content", "//title")
    body = _main_text(page)
    if not body:
        raise EmptyArticle(name)
    if written_on is None:
        raise NoDate(name)
    check_length(body, name)
    text = body if title is None or body.startswith(title) else f"{title}\n\n{body}"
    url = _first(tree, "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
    return Article(id=name, written_on=written_on, text=text, plain=text, title=title, url=url)


def _parsed(page: str) -> html.HtmlElement | None:
    # as bytes, since lxml takes no text that declares an encoding
    try:
        tree: html.HtmlElement = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return None
    return tree


def _main_text(page: str) -> str:
    import trafilatura

    found: str | None = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    return (found or "").strip()


def _published(tree: html.HtmlElement) -> dt.date | None:
    metas = (value for path in _PUBLISHED_META for value in tree.xpath(path))
    times = (value for path in _PUBLISHED_TIME for value in tree.xpath(path))
    for written in (*metas, *_published_in_json_ld(tree), *times):
        day = day_in(str(written))
        if day is not None:
            return day
    return None


def _published_in_json_ld(tree: html.HtmlElement) -> Iterator[str]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield from _dates_published(json.loads(script))
        except (json.JSONDecodeError, RecursionError):
            continue


def _dates_published(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("datePublished"), str):
            yield node["datePublished"]
        for value in node.values():
            yield from _dates_published(value)
    elif isinstance(node, list):
        for value in node:
            yield from _dates_published(value)


def _first(tree: html.HtmlElement, *paths: str) -> str | None:
    for path in paths:
        for found in tree.xpath(path):
            text = _BLANKS.sub(" ", found if isinstance(found, str) else found.text_content()).strip()
            if text:
                return text
    return None
