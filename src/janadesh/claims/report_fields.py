"""A report on many articles as programs get it: plain fields, ready for JSON."""

from __future__ import annotations

from typing import Any

from janadesh.claims.across_articles import ArticlesReport
from janadesh.claims.across_articles import Said
from janadesh.claims.across_articles import SaidOfEvent


def report_fields(report: ArticlesReport) -> dict[str, Any]:
    """
    Give a report's fields by name.

    Returns: `articles` and `claims` (counts), `verdicts` (counts by verdict), `differing` and `superseded`
        (lists of events, each with `election, kind, subject, constituency, unit, official` and `said`, a list of
        claims with `article, written_on` (ISO 8601), `quote, start, end, value, comparator, verdict, why`), and
        `copies`, a list of near-identical articles with `articles` (ids) and `alike` (0 to 1).
    """
    return {
        "articles": report.articles,
        "claims": report.claims,
        "verdicts": dict(report.verdicts),
        "differing": [_event(told) for told in report.differing],
        "superseded": [_event(told) for told in report.superseded],
        "copies": [
            {"articles": [article.id for article in group.articles], "alike": round(group.alike, 3)}
            for group in report.copies
        ],
    }


def _event(told: SaidOfEvent) -> dict[str, Any]:
    event = told.event
    return {
        "election": event.election,
        "kind": event.kind,
        "subject": event.subject,
        "constituency": event.constituency,
        "unit": event.unit,
        "official": event.official,
        "said": [_said(one) for one in told.said],
    }


def _said(one: Said) -> dict[str, Any]:
    names = ("quote", "start", "end", "value", "comparator", "verdict", "why")
    fields = {name: getattr(one.claim, name) for name in names}
    return {"article": one.claim.article, "written_on": one.written_on.isoformat(), **fields}
