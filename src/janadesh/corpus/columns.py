"""
The columns that checked archives are written in: one row a claim, and one row for each document set aside.

What has parts in a claim is flat here: the subject is three columns, a value stands as text and, where it
is a figure, as a number too, and the evidence is JSON with the fields of `janadesh check --format json`.
"""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa

from janadesh.claims.claim import Claim
from janadesh.claims.claim import Value
from janadesh.claims.fields import claim_fields
from janadesh.sources.article import Article

_TEXT = pa.string()
CLAIMS = pa.schema(
    [
        ("file", _TEXT),
        ("article", _TEXT),
        ("url", _TEXT),
        ("title", _TEXT),
        ("written_on", pa.date32()),
        ("quote", _TEXT),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("kind", _TEXT),
        ("subject_type", _TEXT),
        ("subject_name", _TEXT),
        ("subject_id", _TEXT),
        ("constituency", _TEXT),
        ("election", _TEXT),
        ("value", _TEXT),
        ("value_number", pa.float64()),
        ("unit", _TEXT),
        ("comparator", _TEXT),
        ("verdict", _TEXT),
        ("official", _TEXT),
        ("official_number", pa.float64()),
        ("why", _TEXT),
        ("evidence", _TEXT),
    ]
)
"""One row a claim, in the order of files, articles and places in the text."""

SET_ASIDE = pa.schema([("file", _TEXT), ("document", _TEXT), ("reason", _TEXT)])
"""One row for each file or document that could not be checked; `document` names it as the reason does."""


def claim_row(file: str, article: Article, claim: Claim) -> dict[str, Any]:
    """Lay a claim out in the columns of `CLAIMS`; `file` is the path of the file that the article stands in."""
    fields = claim_fields(claim)
    subject = claim.subject
    return {
        **{name: fields.get(name) for name in CLAIMS.names},
        "file": file,
        "url": article.url,
        "title": article.title,
        "written_on": article.written_on,
        "subject_type": subject.type if subject else None,
        "subject_name": subject.name if subject else None,
        "subject_id": subject.id if subject else None,
        "value": _as_text(claim.value),
        "value_number": _as_number(claim.value),
        "official": _as_text(claim.official),
        "official_number": _as_number(claim.official),
        "evidence": json.dumps(fields["evidence"], ensure_ascii=False),
    }


def _as_text(value: Value) -> str | None:
    return None if value is None else str(value)


def _as_number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None
