"""
Articles as an RSS or Atom feed: every item with the text that the feed carries for it.

Many feeds carry a summary only; then the summary is what is checked. The day is the item's own, in
the time zone that it is written in.

    https://www.rssboard.org/rss-specification
    https://www.rfc-editor.org/rfc/rfc4287 (Atom)
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from janadesh.errors import JanadeshError
from janadesh.sources.article import Article
from janadesh.sources.article import EmptyArticle
from janadesh.sources.article import NoDate
from janadesh.sources.article import UnreadableArticle
from janadesh.sources.article import check_length
from janadesh.sources.article_day import day_in
from janadesh.sources.article_markup import blanked

MOST_ITEMS = 10_000
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# atomic and possessive: what stands before the first element is taken in one way only, however often it is repeated
_FEED_START = re.compile(r"(?>\s+|<\?[^>]*>|<!--.*?-->)*+<(?:rss|(?:\w+:)?feed|rdf:RDF)\b", re.S)
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r"\s*\n\s*")


class BrokenFeed(UnreadableArticle):
    """The file begins like a feed, and no item can be read from it."""


def is_feed(head: str) -> bool:
    """Tell a feed by how a text begins."""
    return _FEED_START.match(head) is not None


def feed_articles(content: str, name: str, written_on: dt.date | None = None) -> Iterator[Article | JanadeshError]:
    """
    Make articles of a feed's items, in order; for an item that is no article, the reason why.

    `text` is the item's title and its text without markup, a paragraph a line; `plain` is the same. An
    article's id is the item's own (`guid`, `id`), or its link; where it has none, or one that an earlier
    item has, the feed's name and the item's number.

    Args:
        content: the feed.
        name: the file's name without its ending; errors call the feed so.
        written_on: the day all of them were written on, whatever the items say.

    Raises: BrokenFeed.
    """
    items = _items(content, name)
    seen: set[str] = set()
    for number, item in enumerate(items, start=1):
        own = str(item.get("id") or item.get("link") or "")
        article_id = own if own and own not in seen else f"{name}-{number}"
        seen.add(article_id)
        try:
            yield _article(item, article_id, f"{name}, item {number}", written_on)
        except JanadeshError as error:
            yield error


def _items(content: str, name: str) -> list[Any]:
    import feedparser

    # as bytes, since a text could be taken for an address; in UTF-8, whatever the file was in
    body = _XML_DECLARATION.sub("", content, count=1).lstrip().encode()
    parsed = feedparser.parse(
        io.BytesIO(body),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.entries:
        reason = f": {parsed.bozo_exception}" if parsed.bozo else ""
        raise BrokenFeed(f"{name}: no item can be read from this feed{reason}. Save the feed again, whole.")
    if len(parsed.entries) > MOST_ITEMS:
        raise BrokenFeed(
            f"{name}: the feed has {len(parsed.entries)} items, and at most {MOST_ITEMS} are read. Split it."
        )
    return list(parsed.entries)


def _article(item: Any, article_id: str, place: str, written_on: dt.date | None) -> Article:
    for written in (item.get("title") or "", *_texts(item)):
        check_length(written, place)
    title = _readable(item.get("title") or "").replace("\n", " ")
    body = max((_readable(text) for text in _texts(item)), key=len, default="")
    if not body and not title:
        raise EmptyArticle(place)
    written_on = written_on or _day(item, place)
    text = body if body.startswith(title) else f"{title}\n\n{body}".rstrip()
    url = str(item.get("link") or "") or None
    return Article(id=article_id, written_on=written_on, text=text, plain=text, title=title or None, url=url)


def _texts(item: Any) -> Iterator[str]:
    yield from (part.get("value") or "" for part in item.get("content", ()))
    yield item.get("summary") or ""


def _readable(markup: str) -> str:
    return _LINE_ENDS.sub("\n", _BLANKS.sub(" ", blanked(markup))).strip()


def _day(item: Any, place: str) -> dt.date:
    written = str(item.get("published") or item.get("updated") or "")
    if not written:
        raise NoDate(place)
    day = day_in(written)
    if day is None:
        try:
            day = parsedate_to_datetime(written).date()
        except ValueError:
            raise NoDate(place, written) from None
    return day
