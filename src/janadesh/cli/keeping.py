"""Keeping in the record what is checked, one article after the other."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from typing import TYPE_CHECKING

from janadesh.cli.talk import say
from janadesh.sources.article_keeping import NotYetWritten
from janadesh.sources.article_keeping import keep_article

if TYPE_CHECKING:
    from janadesh.record.book import Record
    from janadesh.sources.article import Article


def kept_one_by_one(
    record: Record, articles: Iterable[Article], outlet: str | None, unread: list[int]
) -> Iterator[Article]:
    """
    Keep each article before it is checked, and say so; one that cannot be kept is told and still checked.

    Args:
        record: where they are kept.
        articles: as read; they are handed on as they are.
        outlet: who published them; None is the host of each one's address.
        unread: gets the exit code of each that could not be kept.
    """
    for article in articles:
        try:
            kept = keep_article(record, article, outlet)
        except NotYetWritten as error:
            say(str(error))
            unread.append(error.exit_code)
        else:
            say(f"{article.id}: kept as {kept.id}." if kept.is_new else f"{article.id}: was kept before, as {kept.id}.")
        yield article
