"""`janadesh check`: dated articles, their claims, and what the record says of each."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import DigitsOption
from janadesh.cli.options import RecordOption
from janadesh.cli.talk import at_work
from janadesh.cli.talk import say
from janadesh.errors import JanadeshError

if TYPE_CHECKING:
    from janadesh.claims.claim import Claim
    from janadesh.sources.article import Article

EXAMPLES = (
    "janadesh check report.txt",
    "janadesh check report.txt --date 2024-10-08",
    "janadesh check articles/*.json --format jsonl > claims.jsonl",
)


class CheckFormat(StrEnum):
    """How checked articles are written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


def check(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Articles: text that begins with its date, HTML, or JSON.")
    ],
    date: Annotated[
        dt.datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], metavar="DAY", help="The day the articles were written on."),
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: Annotated[CheckFormat, typer.Option("--format", help="How to write the claims.")] = CheckFormat.TABLE,
    digits: DigitsOption = None,
) -> None:
    """
    Find what dated articles claim about elections, and say what the record says of it.

    A claim is *confirmed*, *partial* (true of another official figure than the one claimed), *superseded*
    (it could be said then; the record has moved on), *contradicted*, or *unverifiable*. The table shows the
    text with its claims marked and numbered; JSON gives each claim's quote, place in the text, verdict,
    official figure, reason and sources. A file that cannot be read is told and left out; the exit code is
    then 2. Verdicts do not change the exit code.
    """
    from janadesh.analysis.territories import home_country
    from janadesh.claims.checking import checker_of
    from janadesh.cli.checked_text import draw_checked
    from janadesh.cli.records import opened
    from janadesh.export.figures import digits_of_country

    unread: list[int] = []
    with opened(record) as book:
        digits = digits or digits_of_country(home_country(book, as_of))
        with at_work("Reading the record"):
            checker = checker_of(book, as_of)
        checked = ((article, checker.check(article)) for article in _articles(files, date, unread))
        if form is CheckFormat.TABLE:
            for place, (article, claims) in enumerate(checked):
                if place:
                    typer.echo()
                draw_checked(article, claims, digits)
        else:
            _print_json(checked, one_a_line=form is CheckFormat.JSONL)
    if unread:
        raise typer.Exit(unread[0])


def _articles(files: list[Path], date: dt.datetime | None, unread: list[int]) -> Iterator[Article]:
    from janadesh.sources.articles import read_articles

    for file in files:
        try:
            yield from read_articles(file, date.date() if date else None)
        except JanadeshError as error:
            # the other files are checked all the same
            say(str(error))
            unread.append(error.exit_code)


def _print_json(checked: Iterable[tuple[Article, tuple[Claim, ...]]], *, one_a_line: bool) -> None:
    from janadesh.claims.fields import claim_fields

    fields = (claim_fields(claim) for _, claims in checked for claim in claims)
    if one_a_line:
        for each in fields:
            typer.echo(json.dumps(each, ensure_ascii=False))
    else:
        typer.echo(json.dumps(list(fields), ensure_ascii=False, indent=2))
