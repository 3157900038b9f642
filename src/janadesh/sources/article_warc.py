"""
Articles as web pages in a WARC archive, plain or gzipped: read one after the other, however large it is.

    https://iipc.github.io/warc-specifications/

A page's day is the one in its own markup, never the day it was crawled. Only pages that were delivered
whole (status 200) are read; what is no page (pictures, scripts, redirects) is passed over.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path
from typing import Any
from typing import BinaryIO

from janadesh.errors import JanadeshError
from janadesh.sources.article import Article
from janadesh.sources.article import UnreadableArticle
from janadesh.sources.article_html import html_article
from janadesh.sources.article_text import text_article
from janadesh.sources.page_encoding import decoded_page
from janadesh.sources.text_file import MEGABYTE

MOST_PAGE_BYTES = 10 * MEGABYTE
_BLOCK_BYTES = 1 << 16
_GZIP_START = b"\x1f\x8b"
_WARC_START = b"WARC/"
_CUT = "it ends within a record"
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)


class BrokenArchive(UnreadableArticle):
    """The archive breaks off, or is none."""


class NoArchiveReader(UnreadableArticle):
    """The part that reads archives is not installed."""


class PageTooLarge(UnreadableArticle):
    """A page in the archive is larger than a reader takes into memory."""


def is_warc(path: Path, head: bytes) -> bool:
    """Tell a WARC archive by how a file begins; a gzipped file also needs `.warc` in its name."""
    return head.startswith(_WARC_START) or (head.startswith(_GZIP_START) and ".warc" in path.suffixes)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as the archive holds it; `content` has at most one byte more than may be read."""

    url: str
    content: bytes
    charset: str | None
    is_text: bool
    """Whether it is a page's text as an archive extracts it, and no HTML."""


def warc_articles(path: Path, written_on: dt.date | None = None) -> Iterator[Article | JanadeshError]:
    """
    Make articles of an archive's pages, in order; for a page that is no article, the reason why.

    An article's id is its address; where an earlier page has the same, with its number in the archive.
    A page has at most 10 MB, unpacked.

    Args:
        path: the archive.
        written_on: the day all of them were written on, whatever the pages say.

    Raises: NoArchiveReader; BrokenArchive where it breaks off, after what could be read of it.
    """
    seen: set[str] = set()
    for number, page in enumerate(_pages(path), start=1):
        name = page.url or f"{path.name}, page {number}"
        try:
            article = _article(page, name, f"{name} ({number})" if name in seen else name, written_on)
        except JanadeshError as error:
            yield error
        else:
            seen.add(article.id)
            yield article


def _pages(path: Path) -> Iterator[_Page]:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.recordloader import ArchiveLoadFailed
    except ImportError:
        raise NoArchiveReader(
            "WARC archives are read by a part that is not installed: run `pip install 'janadesh[corpus]'`."
        ) from None
    number = 0
    with path.open("rb") as file:
        try:
            archive = ArchiveIterator(file)
            for record in _records(archive):
                page = _page(record)
                _read_to_its_end(record)
                if page is not None:
                    number += 1
                    yield page
            if not _ends_whole(archive, file):
                raise EOFError(_CUT)
        except (ArchiveLoadFailed, EOFError, OSError, OverflowError, zlib.error) as error:
            problem = f"the archive cannot be read further than its first {number} pages"
            raise BrokenArchive(f"{path.name}: {problem}: {error}. Fetch it again, whole.") from None


def _records(archive: Any) -> Iterator[Any]:
    records = iter(archive)
    while True:
        try:
            record = next(records, None)
        except (AttributeError, ValueError, OverflowError) as error:
            # warcio takes for granted what a damaged record lacks, and believes any length
            raise EOFError("a record has no address, or no length that can be") from error
        if record is None:
            return
        yield record


def _page(record: Any) -> _Page | None:
    """Give a record's page, or None where it holds none."""
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    if headers is None or (record.rec_type == "response" and headers.get_statuscode() != "200"):
        return None
    declared = headers.get_header("Content-Type") or ""
    media_type = declared.partition(";")[0].strip().lower()
    is_text = record.rec_type == "conversion" and media_type == "text/plain"
    if not is_text and not (record.rec_type in ("response", "resource") and media_type in _PAGES):
        return None
    content = record.content_stream().read(MOST_PAGE_BYTES + 1)
    charset = _CHARSET.search(declared)
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    return _Page(url, content, charset[1] if charset else None, is_text)


def _ends_whole(archive: Any, file: BinaryIO) -> bool:
    """Say whether all of the file was records; warcio takes one cut in its heading for the end of all."""
    return bool(archive.offset == file.seek(0, os.SEEK_END))


def _read_to_its_end(record: Any) -> None:
    """Raise where the archive ends before a record does, which warcio leaves untold."""
    while record.raw_stream.read(_BLOCK_BYTES):
        pass
    has_no_length = record.rec_headers.get_header("Content-Length") is None
    if has_no_length or getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError(_CUT)


def _article(page: _Page, name: str, article_id: str, written_on: dt.date | None) -> Article:
    if len(page.content) > MOST_PAGE_BYTES:
        raise PageTooLarge(f"{name}: it has more than {MOST_PAGE_BYTES // MEGABYTE} MB, and is not read.")
    text = decoded_page(page.content, page.charset, name)
    if page.is_text:
        return text_article(text, article_id, written_on, url=page.url or None)
    article = html_article(text, article_id, written_on)
    # the address in the archive is where the page stood, whatever it calls itself
    return replace(article, url=page.url or article.url)
