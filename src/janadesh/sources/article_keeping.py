"""
Keeping an article in the record, so that it stands on the timelines of the elections it speaks of.

What is kept is the text without its markup, when it was published and by whom. It is known from the end of
the day it was published on (today's from now on), so that a record asked as of an earlier moment lacks it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import polars as pl

from janadesh import model
from janadesh.names.devanagari import WORD
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import read_moment
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.article import Article
from janadesh.sources.article import UnreadableArticle

MOST_IN_A_LINE = 500
"""Characters of a title, outlet or address that are kept."""

_ID_LENGTH = 24


class NotYetWritten(UnreadableArticle):
    """The article is dated on a day to come."""

    def __init__(self, article: Article) -> None:
        """Name the day."""
        super().__init__(
            f"{article.id}: it is dated {article.written_on.isoformat()}, a day to come. "
            "Give the day it was written on."
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """That an article is in the record; `is_new` is False where it was there before."""

    id: str
    is_new: bool


def keep_article(record: Record, article: Article, outlet: str | None = None, now: dt.datetime | None = None) -> Kept:
    """
    Put an article into the record, as a load of its own; one that is there already adds nothing.

    Args:
        record: the record.
        article: what is kept; its verdicts are not.
        outlet: who published it; without it, the host of the article's address.
        now: when it is kept.

    Raises: NotYetWritten; Refused; RecordUnusable.
    """
    now = now or dt.datetime.now(dt.UTC)
    noun = kept_noun(article, outlet, record.time_zone, now)
    held = record.history(model.Article, now, id=noun.id)
    if not held.is_empty() and held["title"][-1] == noun.title:
        return Kept(noun.id, is_new=False)
    frames: dict[type[model.Noun], pl.DataFrame] = {model.Article: frame_of(model.Article, [noun])}
    if record.frame(model.Source, id=noun.source).is_empty():
        frames[model.Source] = frame_of(model.Source, [_source(noun)])
    record.load(Statements(f"an article: {noun.title or noun.id}", frames), now)
    return Kept(noun.id, is_new=True)


def kept_noun(article: Article, outlet: str | None, time_zone: str, now: dt.datetime) -> model.Article:
    """
    Make what the record keeps of an article.

    Raises: NotYetWritten.
    """
    # somewhere it may be tomorrow already
    if article.written_on > now.astimezone(ZoneInfo(time_zone)).date() + dt.timedelta(days=1):
        raise NotYetWritten(article)
    text = _storable(article.plain).strip()
    url = _line(article.url)
    outlet = _line(outlet) or _host(url)
    title = _line(article.title)
    by_all = json.dumps([article.written_on.isoformat(), outlet, url, text], ensure_ascii=False)
    return model.Article(
        id=hashlib.sha256(by_all.encode()).hexdigest()[:_ID_LENGTH],
        title=title,
        published=article.written_on,
        outlet=outlet,
        url=url,
        language=language_of(text),
        text=text,
        known_at=min(read_moment(article.written_on, time_zone), now.replace(microsecond=0)),
        source=_source_id(outlet),
    )


def article_of(row: dict[str, Any]) -> Article:
    """Make the article of a row of `articles` again, to be checked."""
    return Article(
        id=row["id"],
        written_on=row["published"],
        text=row["text"],
        plain=row["text"],
        title=row["title"],
        url=row["url"],
    )


def language_of(text: str) -> str | None:
    """Tell English from Hindi by the letters that most words are written in; None where there is no letter."""
    devanagari = sum(len(word) for word in WORD.findall(text))
    others = sum(character.isalpha() for character in text) - devanagari
    if devanagari == others == 0:
        return None
    return "hi" if devanagari > others else "en"


def _source(noun: model.Article) -> model.Source:
    name = noun.outlet or "Outlet not named"
    return model.Source(id=noun.source, title=name, publisher=name, kind="press")


def _source_id(outlet: str | None) -> str:
    return f"press-{spelling_key(outlet) or 'other'}" if outlet else "press"


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _line(text: str | None) -> str | None:
    return " ".join(_storable(text).split())[:MOST_IN_A_LINE] or None if text else None


def _storable(text: str) -> str:
    # PostgreSQL keeps no such character in a text
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")
