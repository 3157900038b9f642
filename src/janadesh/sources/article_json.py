"""
Articles as JSON: one object, a list of objects, or one object a line.

An object has `text` and `date` (an ISO day or time; the text may begin with it instead), and may have
`id`, `title` and `url`. Other fields are not read.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from janadesh.sources.article import Article
from janadesh.sources.article import BrokenJson
from janadesh.sources.article import NoDate
from janadesh.sources.article_day import day_in
from janadesh.sources.article_text import text_article

_SURROGATE = re.compile(r"[\ud800-\udfff]")
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
    found = _objects(content, name)
    articles = [
        json_article(one, name if len(found) == 1 else f"{name}-{number}", f"{name}, article {number}", written_on)
        for number, one in enumerate(found, start=1)
    ]
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise BrokenJson(f"{name}: two articles have the id {article.id!r}. Give each its own.")
        seen.add(article.id)
    return articles


def json_article(one: Any, name: str, place: str, written_on: dt.date | None = None) -> Article:
    """
    Make an article of a value read from JSON, or of a row of a table with the same fields.

    Args:
        one: the value.
        name: the id of an article that has none.
        place: where it stands, for errors.
        written_on: the day it was written on, whatever it says.

    Raises: BrokenJson, NoDate, EmptyArticle.
    """
    if not isinstance(one, dict) or not isinstance(one.get("text"), str):
        raise BrokenJson(f'{place}: it is not an object with a "text". Give it "text" and "date".')
    article_id = _encodable(str(one.get("id") or name))
    if written_on is None:
        dated = next((one[key] for key in _DATES if one.get(key)), None)
        if dated is not None:
            written_on = day_in(str(dated))
            if written_on is None:
                raise NoDate(article_id, str(dated))
    title, url = _optional(one, "title"), _optional(one, "url")
    return text_article(_encodable(one["text"]), article_id, written_on, title=title, url=url)


def _objects(content: str, name: str) -> list[Any]:
    try:
        whole = json.loads(content)
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Extra data"):
            raise _broken(name, error, 0) from None
        whole = list(_lines(content, name))
    except (RecursionError, ValueError) as error:
        raise _unreadable(name, error) from None
    return whole if isinstance(whole, list) else [whole]


def _lines(content: str, name: str) -> Iterator[Any]:
    for number, line in enumerate(content.split("\n")):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise _broken(name, error, number) from None
            except (RecursionError, ValueError) as error:
                raise _unreadable(f"{name}, line {number + 1}", error) from None


def _unreadable(place: str, error: Exception) -> BrokenJson:
    # a number of thousands of digits is a ValueError
    what = "the JSON is nested too deeply" if isinstance(error, RecursionError) else f"the JSON cannot be read: {error}"
    return BrokenJson(f"{place}: {what}. Correct it.")


def _broken(name: str, error: json.JSONDecodeError, lines_before: int) -> BrokenJson:
    line = lines_before + error.lineno
    return BrokenJson(f"{name}, line {line}, column {error.colno}: this is not JSON: {error.msg}. Correct the line.")


def _optional(one: dict[str, Any], key: str) -> str | None:
    value = one.get(key)
    return _encodable(value) if isinstance(value, str) and value else None


def _encodable(text: str) -> str:
    # half a character, as "\\ud83d" in JSON can say, cannot be written in any encoding
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
