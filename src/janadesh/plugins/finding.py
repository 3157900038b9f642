"""
Finding what other packages bring by entry points, and leaving out what is broken.

    https://packaging.python.org/specifications/entry-points/

A plug-in that cannot be loaded, is not what its group asks for, or takes a name that is taken, is told in
one line of the log `janadesh.plugins`, which without a handler of its own is a line on standard error.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint
from importlib.metadata import entry_points
from typing import Any
from typing import Generic
from typing import Protocol
from typing import TypeVar

READERS = "janadesh.readers"
CLAIM_KINDS = "janadesh.claim_kinds"
EXPORTERS = "janadesh.exporters"
GROUPS = (READERS, CLAIM_KINDS, EXPORTERS)
"""The groups of entry points that are looked at."""

_LOG = logging.getLogger("janadesh.plugins")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")


class Named(Protocol):
    """What every plug-in has."""

    @property
    def name(self) -> str:
        """The name by which a user or a reader of results knows it."""

    @property
    def describes(self) -> str:
        """What it is for, in one line."""


Kind = TypeVar("Kind", bound=Named)


@dataclass(frozen=True, slots=True)
class PlugIn(Generic[Kind]):
    """A plug-in with the package that brings it, as `name version`."""

    brings: Kind
    package: str

    @property
    def label(self) -> str:
        """What it is called when something is told of it."""
        return f"the plug-in {self.brings.name} of {self.package}"


def plug_ins(group: str, kind: type[Kind], taken: Collection[str]) -> tuple[PlugIn[Kind], ...]:
    """
    Give the plug-ins of a group that can be used, in the order of their packages' names.

    Args:
        group: one of `GROUPS`.
        kind: the class that each must be of.
        taken: names of what is built in, which no plug-in may take.
    """
    found: dict[str, PlugIn[Kind]] = {}
    for point, package in _points(group):
        brings = _loaded(point, package)
        if brings is None:
            continue
        fault = _fault(brings, kind, taken, found)
        if fault is None:
            found[brings.name] = PlugIn(brings, package)
        else:
            tell(f"The plug-in {point.name} of {package} is left out: {fault}.")
    return tuple(found.values())


def any_plug_ins() -> bool:
    """Tell whether any installed package brings a plug-in, without loading one."""
    return any(_found(group) for group in GROUPS)


@cache
def tell(line: str) -> None:
    """Tell of a plug-in what is wrong, once in the life of a process."""
    _LOG.warning(line)


def reason(error: BaseException) -> str:
    """Say in one line what went wrong inside a plug-in."""
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}"[:300] if said else type(error).__name__


def _points(group: str) -> Iterator[tuple[EntryPoint, str]]:
    listed = [(point, f"{point.dist.name} {point.dist.version}" if point.dist else "?") for point in _found(group)]
    # so that of two of one name it is always the same that is used
    yield from sorted(listed, key=lambda one: (one[1], one[0].name, one[0].value))


def _found(group: str) -> tuple[EntryPoint, ...]:
    try:
        return tuple(entry_points(group=group))
    except Exception as error:  # noqa: BLE001 - a package's broken metadata is no reason to stop
        tell(f"Plug-ins are left out, since the list of installed packages cannot be read ({reason(error)}).")
        return ()


def _loaded(point: EntryPoint, package: str) -> Any:
    try:
        return point.load()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever somebody else's module does when imported
        tell(f"The plug-in {point.name} of {package} is left out: it cannot be loaded ({reason(error)}).")
        return None


def _fault(brings: Any, kind: type[Kind], taken: Collection[str], found: Collection[str]) -> str | None:
    if not isinstance(brings, kind):
        return f"it is no {kind.__name__} of {kind.__module__}"
    if not isinstance(brings.name, str) or not _NAME.fullmatch(brings.name):
        return f"its name {brings.name!r} is not of small letters, figures and hyphens"
    if brings.name in taken:
        return f"the name {brings.name} is that of a part of Janadesh, which no plug-in replaces"
    if brings.name in found:
        return f"the name {brings.name} is already taken by another plug-in"
    return None
