"""A report on many articles for people: figures that differ, what was superseded, and agency copy."""

from __future__ import annotations

from collections.abc import Iterable

from janadesh.claims.across_articles import ArticlesReport
from janadesh.claims.across_articles import Event
from janadesh.claims.across_articles import Said
from janadesh.claims.across_articles import SaidOfEvent
from janadesh.claims.claim import Value
from janadesh.cli.showing import draw
from janadesh.cli.showing import people_console
from janadesh.cli.talk import counted
from janadesh.export.figures import Digits
from janadesh.export.figures import measured
from janadesh.export.tables import Column
from janadesh.export.tables import PeoplesTable
from janadesh.names.casing import in_title_case

_TOLD = (
    Column("about", "About"),
    Column("official", "On the record"),
    Column("figure", "Said", is_number=True),
    Column("verdict", "Verdict"),
    Column("days", "Written on"),
    Column("articles", "Articles"),
)
_COPIES = (Column("alike", "Alike", is_number=True), Column("articles", "Articles"))
_BOUNDS = {"=": "", "~": "about ", ">": "over ", "<": "under "}


def draw_report(report: ArticlesReport, digits: Digits) -> None:
    """Draw what many checked articles show together."""
    counts = ", ".join(f"{count} {verdict}" for verdict, count in report.verdicts)
    console = people_console()
    console.print(f"{counted(report.articles, 'article')}, {counted(report.claims, 'claim')}: {counts}")
    tables = [
        _told_table("Figures that differ between articles", report.differing, digits),
        _told_table("Superseded since", report.superseded, digits),
        _copies_table(report),
    ]
    for table in tables:
        console.print()
        draw(table)
        if not table.rows:
            console.print("None.")


def _told_table(title: str, told: Iterable[SaidOfEvent], digits: Digits) -> PeoplesTable:
    return PeoplesTable(title, _TOLD, tuple(row for one in told for row in _rows(one, digits)))


def _rows(told: SaidOfEvent, digits: Digits) -> Iterable[tuple[str, ...]]:
    by_figure: dict[tuple[Value, str, str], list[Said]] = {}
    for one in told.said:
        by_figure.setdefault((one.claim.value, one.claim.comparator, one.claim.verdict), []).append(one)
    heading = (_about(told.event), measured(told.event.official, told.event.unit, digits))
    for (value, comparator, verdict), said in by_figure.items():
        figure = _BOUNDS[comparator] + measured(value, told.event.unit, digits)
        yield (*heading, figure, verdict, _days(said), ", ".join(dict.fromkeys(one.claim.article for one in said)))
        # said once for the event, above its figures
        heading = ("", "")


def _about(event: Event) -> str:
    names = [in_title_case(name) for name in (event.subject, event.constituency) if name and name != event.election]
    where = f" ({event.election})" if event.election else ""
    return ": ".join([event.kind.replace("_", " "), *([", ".join(dict.fromkeys(names))] if names else [])]) + where


def _days(said: Iterable[Said]) -> str:
    days = sorted({one.written_on for one in said})
    return str(days[0]) if len(days) == 1 else f"{days[0]} to {days[-1]}"


def _copies_table(report: ArticlesReport) -> PeoplesTable:
    rows = tuple((f"{group.alike:.0%}", ", ".join(article.id for article in group.articles)) for group in report.copies)
    return PeoplesTable("Near-identical articles", _COPIES, rows)
