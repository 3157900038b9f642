"""
Verifying the record when a page asks for it: one at a time, and not again at once where it takes long.

Whoever can open the desk can ask for it, and it reads every statement. A verification that took long stands
for ten times as long as it took, so that it never takes more than a tenth of the machine's time; a short one
is made anew each time, since what was changed behind the record's back is to be seen.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from janadesh.errors import JanadeshError
from janadesh.record.book import Record
from janadesh.record.instants import last_entry
from janadesh.record.ledger import Entry

SECONDS_AT_MOST = 120.0
"""After so long a page gives up; the command `janadesh verify` takes as long as it needs."""

_SHORT = 0.5
_STANDS_FOR = 10
_RETRY_AT_LEAST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What recomputing every hash found; `faults` is empty when all is well."""

    at: dt.datetime
    entries: int
    faults: tuple[tuple[Entry, str], ...]


class VerifyingLater(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """The record is being verified for somebody else, or is too large for a page; `retry_after` is in seconds."""

    def __init__(self, message: str, retry_after: int) -> None:
        """Keep how long to wait beside the message."""
        self.retry_after = retry_after
        super().__init__(message)


class Verifying:
    """Verifies a record for pages. Safe to use from several threads."""

    def __init__(self, record: Record, clock: Callable[[], float] = time.monotonic) -> None:
        """Verify this record, with times by a clock in seconds."""
        self._record = record
        self._clock = clock
        self._lock = Lock()
        self._last: tuple[str, float, Verified] | None = None
        self._took = 0.0

    def verified(self) -> Verified:
        """
        Give what verifying found, a moment ago or now.

        Raises: VerifyingLater, where somebody else's is under way, or it took too long.
        """
        if not self._lock.acquire(timeout=_SHORT):
            wait = max(_RETRY_AT_LEAST, round(self._took))
            raise VerifyingLater(f"The record is being verified already. Ask again in {wait} seconds.", wait)
        try:
            return self._standing() or self._anew()
        finally:
            self._lock.release()

    def _standing(self) -> Verified | None:
        if self._last is None:
            return None
        head, until, verified = self._last
        return verified if self._clock() < until and last_entry(self._record) == head else None

    def _anew(self) -> Verified:
        head, started = last_entry(self._record), self._clock()
        faults = self._record.altered_in_time(lambda: self._clock() - started > SECONDS_AT_MOST)
        self._took = self._clock() - started
        if faults is None:
            self._last = None
            wait = round(_STANDS_FOR * SECONDS_AT_MOST)
            raise VerifyingLater(
                f"The record takes more than {SECONDS_AT_MOST:g} seconds to verify, which is too long for a page. "
                "Run `janadesh verify` where it lies.",
                wait,
            )
        verified = Verified(at=self._record.moment(), entries=len(self._record.entries()), faults=faults)
        stands_for = _STANDS_FOR * self._took if self._took >= _SHORT else 0.0
        self._last = (head, self._clock() + stands_for, verified)
        return verified
