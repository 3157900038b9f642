"""`janadesh articles`: the articles that the record keeps, with their verdicts then and now."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

if TYPE_CHECKING:
    from janadesh.claims.claim import Claim
    from janadesh.claims.kept_articles import ClaimsAt
    from janadesh.claims.kept_articles import KeptArticle
    from janadesh.record.book import Record

EXAMPLES = (
    "janadesh check report.txt --keep --outlet 'The Daily'",
    "janadesh articles",
    "janadesh articles in-jk-2024 --as-of 2024-09-30 --format csv",
)


def articles(
    election: Annotated[
        str | None,
        typer.Argument(metavar="[ELECTION]", help="Only those that speak of this election, by its id or name."),
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """
    List the articles that were kept, each with its verdicts then and now.

    *Then* is by what the record knew when the article was published, *now* by what it knows today, or at
    `--as-of`. Verdicts are found anew from text and record, and never stored. `janadesh check --keep` keeps
    articles.
    """
    from janadesh.analysis.found import the_election
    from janadesh.claims.kept_articles import articles_frame
    from janadesh.claims.kept_articles import kept_articles
    from janadesh.claims.kept_articles import then_and_now
    from janadesh.cli.articles_table import articles_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled

    with opened(record) as book:
        found = the_election(book, election, as_of) if election else None
        now, claims_at = book.moment(as_of), _claims_at(book)
        judged = [then_and_now(kept, now, claims_at) for kept in kept_articles(book, as_of)]
        frame = articles_frame([one for one in judged if found is None or found.id in one.elections])
    about = (found.name, "articles kept") if found else ("Articles kept",)
    show(frame, articles_table(titled(*about, as_of=as_of), frame), form)


def _claims_at(record: Record) -> ClaimsAt:
    from janadesh.claims.checking import Checkers

    checkers = Checkers(record)

    def claims_at(kept: KeptArticle, moment: dt.datetime) -> tuple[Claim, ...]:
        return checkers.at(moment).check(kept.article)

    return claims_at
