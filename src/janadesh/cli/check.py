"""`janadesh check`: dated articles, their claims, and what the record says of each."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.article_files import articles_in
from janadesh.cli.options import AsOfOption
from janadesh.cli.options import DigitsOption
from janadesh.cli.options import RecordOption
from janadesh.cli.talk import at_work

if TYPE_CHECKING:
    from janadesh.claims.across_articles import CheckedArticle
    from janadesh.export.figures import Digits

EXAMPLES = (
    "janadesh check report.txt",
    "janadesh check report.txt --date 2024-10-08",
    "janadesh check articles/*.json --format jsonl > claims.jsonl",
    "janadesh check report.txt --format html > report.html",
    "janadesh check articles/ --report",
    "janadesh check 'archive/*.warc.gz' --out claims.parquet",
    "janadesh check report.txt --keep --outlet 'The Daily'",
)


class CheckFormat(StrEnum):
    """How checked articles are written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    HTML = "html"
    CLAIMREVIEW = "claimreview"
    ANNOTATIONS = "annotations"


def check(
    *,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Articles, or folders of them: text that begins with its date, HTML, JSON, RSS, Atom, or WARC.",
        ),
    ],
    date: Annotated[
        dt.datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], metavar="DAY", help="The day the articles were written on."),
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: Annotated[CheckFormat, typer.Option("--format", help="How to write the claims.")] = CheckFormat.TABLE,
    report: Annotated[
        bool, typer.Option("--report", help="Lay the articles side by side: figures that differ, and agency copy.")
    ] = False,
    publisher: Annotated[
        str, typer.Option("--publisher", metavar="NAME", help="In `claimreview`: who publishes the checks.")
    ] = "Janadesh",
    page_url: Annotated[
        str | None,
        typer.Option("--page-url", metavar="URL", help="In `claimreview`: the page where the checks are published."),
    ] = None,
    digits: DigitsOption = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the articles in the record, so that they stand on the timeline.")
    ] = False,
    outlet: Annotated[
        str | None,
        typer.Option("--outlet", metavar="NAME", help="With --keep: who published them. Without it, the site's name."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write the claims of an archive to this Parquet file."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="With --out: how many work at a time; all processors.")
    ] = None,
    ray: Annotated[
        str | None, typer.Option("--ray", metavar="ADDRESS", help="With --out: work on this Ray cluster.")
    ] = None,
) -> None:
    """
    Find what dated articles claim about elections, and say what the record says of it.

    A claim is *confirmed*, *partial* (true of another official figure than the one claimed), *superseded*
    (it could be said then; the record has moved on), *contradicted*, or *unverifiable*. The table shows the
    text with its claims marked and numbered; JSON gives each claim's quote, place in the text, verdict,
    official figure, reason and sources. `html` is a page that stands alone, `claimreview` is schema.org
    JSON-LD, `annotations` is a W3C Web Annotation collection. `--report` lays many articles side by side,
    as table or json. A file, page or item that cannot be read is told and left out; the exit code is then 2.
    Verdicts do not change the exit code. `--out` is for archives of any size (WARC, JSON lines, Parquet):
    it goes on where it was broken off, and lists what could not be read in a file of its own. `--keep` keeps
    the articles, never their verdicts: `janadesh articles` and the desk's timeline find those anew.
    """
    _refuse_what_does_not_go_together(form, out=out, report=report, for_archives={"--workers": workers, "--ray": ray})
    _refuse_to_keep(outlet, keep=keep, out=out)
    if out is not None:
        # what reads archives takes long to import, and few ask for it
        from janadesh.cli.archive import check_to_file

        day = date.date() if date else None
        check_to_file(files, out, record=record, as_of=as_of, written_on=day, workers=workers, ray=ray)
        return
    from janadesh.analysis.territories import home_country
    from janadesh.claims.checking import checker_of
    from janadesh.cli.checked_documents import Publication
    from janadesh.cli.checked_documents import print_document
    from janadesh.cli.checked_text import draw_checked
    from janadesh.cli.keeping import kept_one_by_one
    from janadesh.cli.records import opened
    from janadesh.export.figures import digits_of_country

    unread: list[int] = []
    with opened(record) as book:
        digits = digits or digits_of_country(home_country(book, as_of))
        with at_work("Reading the record"):
            checker = checker_of(book, as_of)
        articles = articles_in(files, date.date() if date else None, unread)
        if keep:
            articles = kept_one_by_one(book, articles, outlet, unread)
        checked = ((article, checker.check(article)) for article in articles)
        if report:
            _print_report(checked, digits, as_json=form is CheckFormat.JSON)
        elif form is CheckFormat.TABLE:
            for place, (article, claims) in enumerate(checked):
                if place:
                    typer.echo()
                draw_checked(article, claims, digits)
        elif form in (CheckFormat.JSONL, CheckFormat.JSON):
            _print_json(checked, one_a_line=form is CheckFormat.JSONL)
        else:
            print_document(form.value, checked, Publication(publisher, page_url, book.time_zone), digits)
    if unread:
        raise typer.Exit(unread[0])


def _refuse_what_does_not_go_together(
    form: CheckFormat, *, out: Path | None, report: bool, for_archives: Mapping[str, object]
) -> None:
    if report and form not in (CheckFormat.TABLE, CheckFormat.JSON):
        raise typer.BadParameter("a report is written as table or json", param_hint="--format")
    if out is not None and (report or form is not CheckFormat.TABLE):
        raise typer.BadParameter("what goes to a Parquet file has no other format", param_hint="--out")
    for option, value in for_archives.items():
        if value is not None and out is None:
            raise typer.BadParameter("give --out, too: it is for archives", param_hint=option)


def _refuse_to_keep(outlet: str | None, *, keep: bool, out: Path | None) -> None:
    if keep and out is not None:
        raise typer.BadParameter("an archive is checked without being kept; name its articles", param_hint="--keep")
    if outlet is not None and not keep:
        raise typer.BadParameter("give --keep, too: it is told of what is kept", param_hint="--outlet")


def _print_report(checked: Iterable[CheckedArticle], digits: Digits, *, as_json: bool) -> None:
    from janadesh.claims.across_articles import report_on
    from janadesh.claims.report_fields import report_fields
    from janadesh.cli.articles_report import draw_report

    report = report_on(checked)
    if as_json:
        typer.echo(json.dumps(report_fields(report), ensure_ascii=False, indent=2))
    else:
        draw_report(report, digits)


def _print_json(checked: Iterable[CheckedArticle], *, one_a_line: bool) -> None:
    from janadesh.claims.fields import claim_fields

    fields = (claim_fields(claim) for _, claims in checked for claim in claims)
    if one_a_line:
        for each in fields:
            typer.echo(json.dumps(each, ensure_ascii=False))
    else:
        typer.echo(json.dumps(list(fields), ensure_ascii=False, indent=2))
