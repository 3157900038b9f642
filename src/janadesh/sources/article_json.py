"""
Articles as JSON: one object, a list of objects, or one object a line.

An object has `text` and `date` (an ISO day or time; the text may begin with it instead), and may have
`id`, `title` and `url`. Other fields are not read.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from janadesh.sources.article import Article
from janadesh.sources.article import BrokenJson
from janadesh.sources.article import NoDate
from janadesh.sources.article import day_in
from janadesh.sources.article_text import text_article

_DATES = ("date", "datePublished", "published")


def json_articles(content: str, name: str, written_on: dt.date | None = None) -> list[Article]:
    """
    Read the articles of a JSON text, in order.

    Args:
        content: the JSON text.
        name: the file's name without ending, the id of an article that has none (numbered where there
            are several).
        written_on: the day all of them were written on, whatever they say.

    Raises: BrokenJson, NoDate, EmptyArticle.
    """
    found = list(_objects(content, name))
    articles = []
    for number, one in enumerate(found, start=1):
        given = one.get("id")
        articles.append(_article(one, str(given or (name if len(found) == 1 else f"{name}-{number}")), written_on))
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise BrokenJson(f"{name}: two articles have the id {article.id!r}. Give each its own.")
        seen.add(article.id)
    return articles


def _objects(content: str, name: str) -> Iterator[dict[str, Any]]:
    try:
        whole = json.loads(content)
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Extra data"):
            raise _broken(name, error, 0) from None
        whole = list(_lines(content, name))
    except RecursionError:
        raise BrokenJson(f"{name}: the JSON is nested too deeply.") from None
    for number, one in enumerate(whole if isinstance(whole, list) else [whole], start=1):
        if not isinstance(one, dict) or not isinstance(one.get("text"), str):
            raise BrokenJson(f'{name}, article {number}: it is not an object with a "text". Give it "text" and "date".')
        yield one


def _lines(content: str, name: str) -> Iterator[Any]:
    for number, line in enumerate(content.split("\n")):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise _broken(name, error, number) from None


def _broken(name: str, error: json.JSONDecodeError, lines_before: int) -> BrokenJson:
    line = lines_before + error.lineno
    return BrokenJson(f"{name}, line {line}, column {error.colno}: this is not JSON: {error.msg}. Correct the line.")


def _article(one: dict[str, Any], name: str, written_on: dt.date | None) -> Article:
    if written_on is None:
        dated = next((one[key] for key in _DATES if one.get(key)), None)
        if dated is not None:
            written_on = day_in(str(dated))
            if written_on is None:
                raise NoDate(name, str(dated))
    return text_article(one["text"], name, written_on, title=_optional(one, "title"), url=_optional(one, "url"))


def _optional(one: dict[str, Any], key: str) -> str | None:
    value = one.get(key)
    return value if isinstance(value, str) and value else None
