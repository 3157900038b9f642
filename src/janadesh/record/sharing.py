"""
What was made of a record at one moment, given again at every other between which nothing was said of it.

What a record says at a moment depends on what was loaded and on which statements were known by then. So of an
election of which nobody said anything between two days the same holds on both, and is read and put together once.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from types import MappingProxyType
from typing import Any
from typing import Generic
from typing import TypeVar

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.instants import Part
from janadesh.record.instants import instants_of
from janadesh.record.instants import last_statement
from janadesh.record.moments import Moment
from janadesh.record.moments import instant_text

Made = TypeVar("Made")


def _one(_: object) -> int:
    return 1


# told apart by which it is, not by what it says
@dataclass(frozen=True, slots=True, eq=False)
class Kind(Generic[Made]):
    """
    A kind of thing that is made of a record.

    - `nouns`: the nouns that it is made of, or parts of what is said of them.
    - `of_election`: those of which it takes only what is said of the election that it is asked of.
    - `most`: how many are kept, those last asked for, counted as `weight` says; one always is.
    """

    nouns: tuple[type[model.Noun] | Part, ...]
    of_election: tuple[type[model.Noun], ...] = ()
    most: int = 4
    weight: Callable[[Made], int] = _one

    def parts(self) -> tuple[Part, ...]:
        """Give the parts of a record that it is made of, whichever election it is asked of."""
        return tuple(of if isinstance(of, Part) else Part(of) for of in self.nouns)

    def parts_of(self, election: str | None) -> tuple[Part, ...]:
        """Give the parts that it is made of for one election."""
        return tuple(Part(noun, "id" if noun is model.Election else "election", election) for noun in self.of_election)


class Sharing:
    """
    Keeps what was made of a record. Safe to use from several threads.

    It holds for what is loaded when it is made; once more than articles and their sources is loaded, make another.
    """

    def __init__(self, record: Record) -> None:
        """Make nothing yet."""
        self.record = record
        self._instants: dict[tuple[Part, ...], tuple[str, ...]] = {}
        self._kept: dict[Kind[Any], _Kept] = {}
        self._lock = Lock()

    def at(self, as_of: Moment | None = None) -> SharedAt:
        """Give what is shared as of a moment; None is now."""
        return SharedAt(self, self.record.moment(as_of))

    def state(self, parts: tuple[Part, ...], known_by: str) -> tuple[int, ...]:
        """Tell apart what was said of some parts of the record by an instant."""
        instants = self._instants.get(parts)
        if instants is None:
            instants = self._instants[parts] = instants_of(self.record, parts)
        # sources are known at any moment, and come with articles, too
        undated = (part.noun for part in parts if "known_at" not in model.columns(part.noun))
        return bisect_right(instants, known_by), *(last_statement(self.record, noun) for noun in undated)

    def made(self, kind: Kind[Made], state: Hashable, make: Callable[[], Made]) -> Made:
        """Give what was made of a state, making it where it is not kept."""
        with self._lock:
            kept = self._kept.setdefault(kind, _Kept(kind))
            if state in kept.things:
                kept.things.move_to_end(state)
                found: Made = kept.things[state]
                return found
        # made outside the lock, so that one large election holds up no other; twice is only slower
        new = make()
        with self._lock:
            kept.keep(state, new)
        return new


class SharedAt:
    """What is shared, as of one moment. Make one with `Sharing.at`."""

    def __init__(self, sharing: Sharing, moment: dt.datetime) -> None:
        """Look at what is shared at a moment."""
        self.record = sharing.record
        self.moment = moment
        self._sharing = sharing
        self._known_by = instant_text(moment)
        self._states: dict[tuple[Kind[Any], str | None], Hashable] = {}

    def made(self, kind: Kind[Made], make: Callable[[], Made], election: str | None = None) -> Made:
        """
        Give a thing as it is at the moment.

        Args:
            kind: what it is.
            make: how it is made of the record at the moment, and at every other with the same statements.
            election: the election that it is asked of, for a kind with nouns `of_election`.
        """
        asked = (kind, election)
        state = self._states.get(asked)
        if state is None:
            # in two parts, since many elections share the first
            of_all = self._sharing.state(kind.parts(), self._known_by)
            of_one = self._sharing.state(kind.parts_of(election), self._known_by)
            state = self._states[asked] = (election, of_all, of_one)
        return self._sharing.made(kind, state, make)

    def frame(self, noun: type[model.Noun]) -> pl.DataFrame:
        """Give `Record.frame` of a noun of which no record has very many, as it is at the moment."""
        return self.made(_FRAMES[noun], lambda: self.record.frame(noun, self.moment))


_FRAMES: Mapping[type[model.Noun], Kind[pl.DataFrame]] = MappingProxyType(
    {noun: Kind((noun,), most=2) for noun in model.NOUNS}
)


class _Kept:
    """The things of one kind, the least used going first."""

    def __init__(self, kind: Kind[Any]) -> None:
        self._kind = kind
        self._weight = 0
        self.things: OrderedDict[Hashable, Any] = OrderedDict()

    def keep(self, state: Hashable, thing: object) -> None:
        if state in self.things:
            return
        self.things[state] = thing
        self._weight += self._kind.weight(thing)
        while self._weight > self._kind.most and len(self.things) > 1:
            _, oldest = self.things.popitem(last=False)
            self._weight -= self._kind.weight(oldest)
