"""The form of an article to be checked: what a browser sends, and the article that it makes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import Request
from starlette.datastructures import UploadFile

from janadesh.desk.safety import MOST_SENT
from janadesh.sources.article import Article
from janadesh.sources.article import NoDate
from janadesh.sources.article import UnreadableArticle
from janadesh.sources.articles import parse_articles
from janadesh.sources.articles import read_articles
from janadesh.sources.text_file import MEGABYTE

MOST_BYTES = MEGABYTE
"""Bytes of text that one article may have."""

_NOT_IN_NAMES = re.compile(r"[^\w. -]+")


class FormProblem(UnreadableArticle):
    """Something about the form that a person can put right; the message says what."""


@dataclass(frozen=True, slots=True)
class ArticleForm:
    """
    What was sent: a text, the day it was written on, and perhaps a file, which goes before the text.

    `keep` is whether the article shall be kept, for which `token` is needed; `title`, `outlet` and `url` tell of it
    what its text does not.
    """

    text: str = ""
    written_on: str = ""
    file_name: str = ""
    file: bytes = b""
    keep: bool = False
    title: str = ""
    outlet: str = ""
    url: str = ""
    token: str = field(default="", repr=False)


async def read_form(request: Request) -> ArticleForm:
    """Read what a browser sent; fields that are missing are empty."""
    async with request.form(max_files=1, max_fields=12, max_part_size=MOST_SENT) as form:
        sent = form.get("file")
        is_file = isinstance(sent, UploadFile) and bool(sent.filename)
        return ArticleForm(
            # a browser sends line ends as CR LF, whatever the text had
            text=_text(form.get("text")).replace("\r\n", "\n"),
            written_on=_text(form.get("written_on")).strip(),
            file_name=(sent.filename or "") if isinstance(sent, UploadFile) else "",
            file=await sent.read() if isinstance(sent, UploadFile) and is_file else b"",
            keep=bool(form.get("keep")),
            title=_text(form.get("title")).strip(),
            outlet=_text(form.get("outlet")).strip(),
            url=_text(form.get("url")).strip(),
            token=_text(form.get("token")).strip(),
        )


def articles_of(form: ArticleForm) -> list[Article]:
    """
    Make the articles that a form holds: one, or several where it is JSON.

    Raises: FormProblem, or what `sources.articles` raises of an unreadable file or text.
    """
    written_on = _day(form.written_on)
    content = form.file if form.file_name else form.text.encode()
    if len(content) > MOST_BYTES:
        size = len(content) / MEGABYTE
        raise FormProblem(f"The article has {size:.1f} MB, and at most 1 MB is checked here. Send a shorter one.")
    try:
        if form.file_name:
            return _from_file(form, written_on)
        if "\0" in form.text:
            raise FormProblem("This is no text but a binary file. Paste the article's words.")
        if not form.text.strip():
            raise FormProblem("There is no text to check. Paste an article, or choose a file.")
        return parse_articles(form.text, "The article", written_on)
    except NoDate:
        raise FormProblem(
            "The article does not say when it was written, and whether a claim holds depends on when it was made. "
            "Give the day it was written on."
        ) from None


def as_named(article: Article, form: ArticleForm) -> Article:
    """
    Give an article the title and address that the form has for it.

    Raises: FormProblem.
    """
    if form.url and not form.url.startswith(("http://", "https://")):
        raise FormProblem(f"{form.url!r} is no address of a page. Write it with https:// before it, or leave it out.")
    return replace(article, title=form.title or article.title, url=form.url or article.url)


def _from_file(form: ArticleForm, written_on: dt.date | None) -> list[Article]:
    name = _NOT_IN_NAMES.sub("_", Path(form.file_name.replace("\\", "/")).name)[-80:].strip(". ") or "article.txt"
    with TemporaryDirectory(prefix="janadesh-") as folder:
        path = Path(folder) / name
        path.write_bytes(form.file)
        return read_articles(path, written_on)


def _day(written: str) -> dt.date | None:
    if not written:
        return None
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise FormProblem(f"{written!r} is not a day. Write it as 2024-10-08.") from None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
