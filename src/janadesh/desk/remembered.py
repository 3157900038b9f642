"""
Answers kept as long as they hold.

What the record says at a moment depends on two things only: what was loaded, and which statements were
known by then. The ledger's last hash stands for the first, the moment's place among the record's known
instants for the second; an answer found once holds for every moment between two instants. Once something more is
loaded nobody can ask for it again, and it is let go: in a count a checker of each minute would fill the memory.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Any
from typing import NamedTuple
from typing import TypeVar

from janadesh.record.book import Record
from janadesh.record.instants import KnownInstants
from janadesh.record.instants import last_entry
from janadesh.record.moments import instant_text

Answer = TypeVar("Answer")


class _Of(NamedTuple):
    """What is asked of a record whose ledger ends with an entry."""

    entry: str
    question: Hashable
    instants: int = 0


class Remembered:
    """Keeps the answers last asked for, the least used going first. Safe to use from several threads."""

    def __init__(self, record: Record, most: int = 200, instants: KnownInstants | None = None) -> None:
        """Keep at most so many answers about a record; `instants` are shared with others who ask of it."""
        self._record = record
        self.instants = instants or KnownInstants(record)
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._asking: dict[Hashable, Future[Any]] = {}
        self._entry = ""
        self._lock = Lock()

    def state(self, moment: dt.datetime) -> tuple[str, int]:
        """Name the state of the record at a moment: what was loaded, and how many of its instants had passed."""
        entry, instants = self._instants()
        return entry, bisect_right(instants, instant_text(moment))

    def last_known(self, moment: dt.datetime) -> dt.datetime | None:
        """Give the last instant by a moment at which anything became known; None before all of them."""
        _, instants = self._instants()
        passed = bisect_right(instants, instant_text(moment))
        return dt.datetime.fromisoformat(instants[passed - 1]) if passed else None

    def _instants(self) -> tuple[str, tuple[str, ...]]:
        entry = last_entry(self._record)
        self._let_go_before(entry)
        return entry, self.instants.known(entry)

    def _let_go_before(self, entry: str) -> None:
        with self._lock:
            if entry == self._entry:
                return
            self._entry = entry
            for key in [key for key in self._kept if isinstance(key, _Of) and key.entry != entry]:
                del self._kept[key]

    def answer(self, question: Hashable, moment: dt.datetime, ask: Callable[[], Answer]) -> Answer:
        """Give the answer to a question at a moment, asking only where it is not kept."""
        entry, instants = self.state(moment)
        return self.once(_Of(entry, question, instants), ask)

    def until_loaded(self, question: Hashable, ask: Callable[[], Answer]) -> Answer:
        """Give the answer to a question that no moment bears on, asking only where nothing kept is of this ledger."""
        entry = last_entry(self._record)
        self._let_go_before(entry)
        return self.once(_Of(entry, question), ask)

    def once(self, key: Hashable, ask: Callable[[], Answer]) -> Answer:
        """Give what holds whatever the record says, asking only where it is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                kept: Answer = self._kept[key]
                return kept
            asking = self._asking.get(key)
            if asking is None:
                mine: Future[Any] = Future()
                self._asking[key] = mine
        if asking is not None:
            # many browsers ask the same at once when a count goes on; one of them works it out
            awaited: Answer = asking.result()
            return awaited
        return self._ask(key, ask, mine)

    def _ask(self, key: Hashable, ask: Callable[[], Answer], mine: Future[Any]) -> Answer:
        # asked outside the lock, so that one slow question holds up no other
        try:
            found = ask()
        except BaseException as error:
            with self._lock:
                del self._asking[key]
            mine.set_exception(error)
            raise
        with self._lock:
            self._kept[key] = found
            del self._asking[key]
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        mine.set_result(found)
        return found
