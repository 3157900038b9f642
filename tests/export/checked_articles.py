"""Checked articles made for tests: a claim about each quote of a text."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Claim
from janadesh.claims.claim import Evidence
from janadesh.claims.claim import Subject
from janadesh.export.checked_article import Checked
from janadesh.export.checked_article import checked
from janadesh.sources.article import Article
from janadesh.sources.article_text import text_article

TEXT = "Omar Abdullah won Budgam by 18,485 votes. The Congress won 16 seats."
SOURCE = Evidence(
    "Budgam: 36,010",
    "Results of the assembly election",
    "Election Commission of India",
    dt.datetime(2024, 10, 8, 20, tzinfo=dt.UTC),
    "https://results.eci.gov.in",
)


def article(text: str = TEXT, name: str = "report", **more: str) -> Article:
    return text_article(text, name, dt.date(2024, 10, 9), **more)


def claim(quote: str, verdict: str = "confirmed", text: str = TEXT, **more: object) -> Claim:
    start = text.index(quote)
    fields: dict[str, object] = {
        "article": "report",
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "kind": "margin",
        "subject": Subject("candidate", "OMAR ABDULLAH"),
        "constituency": "BUDGAM",
        "election": "in-jk-2024",
        "value": None,
        "unit": "votes",
        "comparator": "=",
        "verdict": verdict,
        "official": None,
        "why": "The official margin is 18,485.",
        "evidence": (SOURCE,),
    }
    return Claim(**(fields | more))  # type: ignore[arg-type]


def laid_out(*claims: Claim, text: str = TEXT, **more: str) -> Checked:
    return checked(article(text, **more), claims)
