"""Formats to export to that plug-ins bring: what they have to be, and how one is made."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from janadesh.export.losses import Loss
from janadesh.plugins.failing import at_work
from janadesh.plugins.failing import failed
from janadesh.plugins.finding import EXPORTERS
from janadesh.plugins.finding import PlugIn
from janadesh.plugins.finding import plug_ins
from janadesh.record.book import Record
from janadesh.record.moments import Moment


@dataclass(frozen=True, slots=True)
class Exported:
    """
    What an exporter made.

    - `content`: the bytes of the one file, or the files of a folder by their paths within it.
    - `losses`: what the format has no place for, which the user is told.
    """

    content: bytes | Mapping[str, bytes]
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """
    A format to export to.

    - `name`: what a user gives to `--format`.
    - `describes`: the format in one line.
    - `make`: makes it of a record, for elections by id (none is the whole record), as of a moment. It
      writes nothing itself, and raises `errors.Impossible` where the format cannot hold what is asked.
    """

    name: str
    describes: str
    make: Callable[[Record, Sequence[str], Moment | None], Exported]


def plugged_in_exporters(taken: Collection[str]) -> tuple[PlugIn[Exporter], ...]:
    """Give the exporters of plug-ins, none of which has one of the names taken."""
    return plug_ins(EXPORTERS, Exporter, taken)


def made_by(plug_in: PlugIn[Exporter], record: Record, elections: Sequence[str], as_of: Moment | None) -> Exported:
    """
    Let a plug-in make its export.

    Raises: PlugInFailed, or whatever error of Janadesh's own the plug-in raises.
    """
    with at_work(plug_in):
        made = plug_in.brings.make(record, elections, as_of)
    content = made.content if isinstance(made, Exported) else None
    if isinstance(content, Mapping):
        for name in content:
            if not _stays_inside(name):
                raise failed(plug_in, f"{name!r} is no name of a file inside the folder")
    elif not isinstance(content, bytes):
        raise failed(plug_in, "it gave no Exported with bytes or files")
    return made


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name
