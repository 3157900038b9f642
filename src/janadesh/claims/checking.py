"""Checking an article: its claims found, read, and judged by the record."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from janadesh.claims.claim import Claim
from janadesh.claims.claim import Reading
from janadesh.claims.facts import Facts
from janadesh.claims.judging.judge import judge
from janadesh.claims.plug_ins import PluggedInKinds
from janadesh.claims.plug_ins import plugged_in_kinds
from janadesh.claims.reading import read_article
from janadesh.claims.vocabulary import Vocabulary
from janadesh.claims.vocabulary import vocabulary_at
from janadesh.record.book import Record
from janadesh.record.instants import last_load
from janadesh.record.moments import Moment
from janadesh.record.sharing import Sharing
from janadesh.sources.article import Article


@dataclass(frozen=True, slots=True)
class Checker:
    """A record's names and facts, made ready to check any number of articles. Make one with `checker_of`."""

    vocabulary: Vocabulary
    facts: Facts
    plugged_in: PluggedInKinds

    def check(self, article: Article) -> tuple[Claim, ...]:
        """Find the claims of an article, in order of place, each with its verdict."""
        readings = read_article(self.vocabulary, article.plain, article.written_on, self.plugged_in.read)
        return tuple(self._claim(article, reading) for reading in readings)

    def _claim(self, article: Article, reading: Reading) -> Claim:
        of_kind = self.plugged_in.judge if reading.kind in self.plugged_in.by_name else judge
        judged = of_kind(self.facts, reading, article.written_on)
        return Claim(
            article=article.id,
            quote=article.text[reading.start : reading.end],
            start=reading.start,
            end=reading.end,
            kind=reading.kind,
            subject=reading.subject,
            constituency=self._official_name(reading),
            election=reading.election,
            value=reading.value,
            unit=reading.unit,
            comparator=reading.comparator,
            verdict=judged.verdict,
            official=judged.official,
            why=judged.why,
            evidence=judged.evidence,
        )

    def _official_name(self, reading: Reading) -> str | None:
        if not reading.constituency or reading.election is None:
            return None
        seat = self.vocabulary.of_election(reading.election).seats.get(reading.constituency)
        return seat.official_name if seat else reading.constituency


class Checkers:
    """
    Makes checkers of one record for many moments, which share what the record says at several of them.

    Once more than articles is loaded, nothing is shared with what was before. Safe to use from several threads.
    """

    def __init__(self, record: Record) -> None:
        """Read nothing yet."""
        self._record = record
        self._plugged_in = plugged_in_kinds()
        self._load = ""
        self._sharing = Sharing(record)
        self._lock = Lock()

    def at(self, as_of: Moment | None = None) -> Checker:
        """Make the record ready for checking, as it stood at a moment; None is now."""
        shared = self._shared().at(as_of)
        return Checker(vocabulary_at(shared), Facts(shared), self._plugged_in)

    def _shared(self) -> Sharing:
        load = last_load(self._record)
        with self._lock:
            if load != self._load:
                self._load, self._sharing = load, Sharing(self._record)
            return self._sharing


def checker_of(record: Record, as_of: Moment | None = None) -> Checker:
    """
    Make a record ready for checking, as it stood at a moment, with the kinds of plug-ins; None is now.

    For many moments make `Checkers` once.
    """
    return Checkers(record).at(as_of)


def check_article(record: Record, article: Article, as_of: Moment | None = None) -> tuple[Claim, ...]:
    """
    Check one article against a record. For many articles make a `Checker` once.

    Returns: the claims in order of place; offsets count characters of `article.text`, half open.
    """
    return checker_of(record, as_of).check(article)
