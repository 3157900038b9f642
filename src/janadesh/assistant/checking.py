"""The tool that checks an article: its claims, the record's verdict on each, and the evidence with its sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from janadesh.desk.api.checked import told
from janadesh.desk.api.shapes.checks import CheckedArticle
from janadesh.desk.checks import HeldCheckers
from janadesh.sources.articles import parse_articles


@dataclass(frozen=True, slots=True)
class CheckingTool:
    """Checks articles against one record; what makes it ready is kept as long as the record stays the same."""

    checkers: HeldCheckers

    def check_article(
        self,
        text: Annotated[str, Field(max_length=1_000_000, description="The article: its text, web page, or JSON.")],
        written_on: Annotated[
            dt.date | None,
            Field(description="The day it was written on; whether a claim holds depends on when it was made."),
        ] = None,
    ) -> list[CheckedArticle]:
        """
        Check an article about an election, claim by claim, against the official record.

        Each claim has a verdict (confirmed, partial, superseded, contradicted or unverifiable, which is not the
        same as false), the official figure, the reason, and the evidence with who said it and when.
        """
        return [
            told(article, self.checkers.check(article)) for article in parse_articles(text, "The article", written_on)
        ]
