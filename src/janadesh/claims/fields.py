"""A claim as programs get it: plain fields, ready for JSON."""

from __future__ import annotations

from typing import Any

from janadesh.claims.claim import Claim


def claim_fields(claim: Claim) -> dict[str, Any]:
    """
    Give a claim's fields by name, in the order in which they are printed.

    Returns: `article, quote, start, end, kind, subject` (`type` and `name`, or None), `constituency, election,
    value, unit, comparator, verdict, official, why` and `evidence`, a list of what the record holds, each with
    `text, source, publisher, known_at` (ISO 8601) and `url`.
    """
    subject = None if claim.subject is None else {"type": claim.subject.type, "name": claim.subject.name}
    evidence = [
        {
            "text": row.text,
            "source": row.source_title,
            "publisher": row.publisher,
            "known_at": None if row.known_at is None else row.known_at.isoformat(),
            "url": row.url,
        }
        for row in claim.evidence
    ]
    plain = ("constituency", "election", "value", "unit", "comparator", "verdict", "official", "why")
    return {
        "article": claim.article,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "kind": claim.kind,
        "subject": subject,
        **{name: getattr(claim, name) for name in plain},
        "evidence": evidence,
    }
