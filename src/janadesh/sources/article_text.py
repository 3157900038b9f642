"""
An article as plain text, beginning with its date: ` date 2024-10-08 OMAR ABDULLAH has won …`, `date 8 October 2024`.

The text may hold HTML tags. It is kept as given, the date included, since offsets count from its
very beginning.
"""

from __future__ import annotations

import datetime as dt

from janadesh.sources.article import Article
from janadesh.sources.article import EmptyArticle
from janadesh.sources.article import NoDate
from janadesh.sources.article import check_length
from janadesh.sources.article_day import headed_day
from janadesh.sources.article_markup import blanked


def text_article(
    text: str,
    name: str,
    written_on: dt.date | None = None,
    *,
    title: str | None = None,
    url: str | None = None,
) -> Article:
    """
    Make an article of a text.

    Args:
        text: the text as given.
        name: the article's id; errors call it so, too.
        written_on: the day it was written on; where None the text begins with it.
        title: its headline, where that is no part of the text.
        url: where it was published.

    Raises: NoDate, EmptyArticle, TooLong.
    """
    check_length(text, name)
    plain = blanked(text)
    head_ends, day, unreadable = headed_day(plain)
    body = plain[head_ends:]
    if not body.strip():
        raise EmptyArticle(name)
    if written_on is None:
        if day is None:
            raise NoDate(name, unreadable)
        written_on = day
    # the date above the text is no part of what the article says
    plain = " " * (len(plain) - len(body)) + body
    return Article(id=name, written_on=written_on, text=text, plain=plain, title=title, url=url)
