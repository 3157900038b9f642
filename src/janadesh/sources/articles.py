"""
Articles from files: text that begins with its date, a saved web page, JSON, a feed, a WARC archive.

Formats are told apart by content. Of a feed or an archive each item stands for itself: one that is no
article is set aside, and the others are read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

from janadesh.errors import JanadeshError
from janadesh.sources.article import Article
from janadesh.sources.article import EmptyArticle
from janadesh.sources.article_feed import feed_articles
from janadesh.sources.article_feed import is_feed
from janadesh.sources.article_html import html_article
from janadesh.sources.article_json import json_articles
from janadesh.sources.article_text import text_article
from janadesh.sources.article_warc import is_warc
from janadesh.sources.article_warc import warc_articles
from janadesh.sources.page_encoding import decoded_page
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import read_bytes

MOST_BYTES = 100 * MEGABYTE
_JSON_ENDINGS = frozenset({".json", ".jsonl", ".ndjson"})
_JSON_START = re.compile(r"\s*(?:\{\s*\"|\[\s*\{)")
# atomic and possessive: what stands before the first element is taken in one way only, however often it is repeated
_PAGE_START = re.compile(
    r"(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HEAD_CHARACTERS = 4096
_HEAD_BYTES = 8

SetAside = Callable[[JanadeshError], None]
"""Is told why an item of a feed or archive is no article that can be checked."""


def read_articles(
    path: str | Path, written_on: dt.date | None = None, set_aside: SetAside | None = None
) -> list[Article]:
    """
    Read the articles of a file, in order: one, or several where it is JSON, a feed or an archive.

    An article's id is the `id` it has in JSON or a feed, its address in an archive, else the file's name
    without its ending.

    Args:
        path: the file, at most 100 MB of UTF-8 (a web page or feed may declare another encoding), or a
            WARC archive of any size.
        written_on: the day the articles were written on, whatever they say.
        set_aside: told of each item of a feed or archive that is no article; where None the first such is raised.

    Raises: NoDate, EmptyArticle, BrokenJson, BrokenFeed, BrokenArchive, or of the file itself NoSuchFile,
        BinaryFile, WrongEncoding, FileTooLarge.
    """
    return list(each_article(path, written_on, set_aside))


def each_article(
    path: str | Path, written_on: dt.date | None = None, set_aside: SetAside | None = None
) -> Iterator[Article]:
    """
    Read the articles of a file one by one, as `read_articles` does; an archive is never held in memory.

    Raises: what `read_articles` raises, when it is come to.
    """
    path = Path(path)
    if is_warc(path, _head(path)):
        return _articles(warc_articles(path, written_on), set_aside)
    content = decoded_page(read_bytes(path, MOST_BYTES), None, path.name)
    if path.suffix.lower() in _JSON_ENDINGS:
        return iter(json_articles(content, path.stem, written_on))
    return iter(parse_articles(content, path.stem, written_on, set_aside))


def parse_articles(
    content: str, name: str, written_on: dt.date | None = None, set_aside: SetAside | None = None
) -> list[Article]:
    """
    Make articles of a text that was pasted or read: JSON, a feed, a web page, or the article's own text.

    Raises: NoDate, EmptyArticle, BrokenJson, BrokenFeed.
    """
    if not content.strip():
        raise EmptyArticle(name)
    if _JSON_START.match(content):
        return json_articles(content, name, written_on)
    if is_feed(content[:_HEAD_CHARACTERS]):
        return list(_articles(feed_articles(content, name, written_on), set_aside))
    if _PAGE_START.match(content[:_HEAD_CHARACTERS]):
        return [html_article(content, name, written_on)]
    return [text_article(content, name, written_on)]


def _articles(items: Iterable[Article | JanadeshError], set_aside: SetAside | None) -> Iterator[Article]:
    for item in items:
        if isinstance(item, Article):
            yield item
        elif set_aside is None:
            raise item
        else:
            set_aside(item)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError:
        # the reader of the whole file says what is wrong with it
        return b""
