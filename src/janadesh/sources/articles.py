"""Articles from files: text that begins with its date, a saved web page, or JSON, told apart by content."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from janadesh.sources.article import Article
from janadesh.sources.article import EmptyArticle
from janadesh.sources.article_html import html_article
from janadesh.sources.article_json import json_articles
from janadesh.sources.article_text import text_article
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import WrongEncoding
from janadesh.sources.text_file import decoded
from janadesh.sources.text_file import read_bytes

MOST_BYTES = 100 * MEGABYTE
_JSON_ENDINGS = frozenset({".json", ".jsonl", ".ndjson"})
_JSON_START = re.compile(r"\s*(?:\{\s*\"|\[\s*\{)")
_PAGE_START = re.compile(r"\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_HEAD_CHARACTERS = 4096
_DECLARED_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,40})", re.I)


def read_articles(path: str | Path, written_on: dt.date | None = None) -> list[Article]:
    """
    Read the articles of a file, in order: one, or several where it is JSON.

    An article's id is the `id` it has in JSON, else the file's name without its ending.

    Args:
        path: the file, at most 100 MB of UTF-8 (a web page may declare another encoding).
        written_on: the day the articles were written on, whatever they say.

    Raises: NoDate, EmptyArticle, BrokenJson, or of the file itself NoSuchFile, BinaryFile,
        WrongEncoding, FileTooLarge.
    """
    path = Path(path)
    content = read_bytes(path, MOST_BYTES)
    try:
        text = decoded(content, path.name)
    except WrongEncoding:
        as_declared = _decoded_as_declared(content)
        if as_declared is None:
            raise
        text = as_declared
    if path.suffix.lower() in _JSON_ENDINGS:
        return json_articles(text, path.stem, written_on)
    return parse_articles(text, path.stem, written_on)


def parse_articles(content: str, name: str, written_on: dt.date | None = None) -> list[Article]:
    """
    Make articles of a text that was pasted or read: JSON, a web page, or the article's own text.

    Raises: NoDate, EmptyArticle, BrokenJson.
    """
    if not content.strip():
        raise EmptyArticle(name)
    if _JSON_START.match(content):
        return json_articles(content, name, written_on)
    if _PAGE_START.match(content[:_HEAD_CHARACTERS]):
        return [html_article(content, name, written_on)]
    return [text_article(content, name, written_on)]


def _decoded_as_declared(content: bytes) -> str | None:
    declared = _DECLARED_CHARSET.search(content[:_HEAD_CHARACTERS])
    if declared is None:
        return None
    try:
        return content.decode(declared[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None
