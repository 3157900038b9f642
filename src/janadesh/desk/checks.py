"""The claims engine as the desk uses it: a record's checker is made once for each state of the record."""

from __future__ import annotations

from janadesh.claims.checking import checker_of
from janadesh.claims.claim import Claim
from janadesh.desk.desk import Check
from janadesh.desk.remembered import Remembered
from janadesh.record.book import Record
from janadesh.sources.article import Article


def checker(record: Record, remembered: Remembered) -> Check:
    """Give a function that checks an article against the record as it stands when it is called."""

    def check(article: Article) -> tuple[Claim, ...]:
        moment = record.moment()
        return remembered.answer("checker", moment, lambda: checker_of(record, moment)).check(article)

    return check
