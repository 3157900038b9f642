"""Files, folders and tar archives of booth tables: which layout they are, read within limits."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from pathlib import PurePosixPath

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.booth_long import COLUMNS
from janadesh.sources.booth_long import long_booths
from janadesh.sources.booth_segments import MARK
from janadesh.sources.booth_segments import segments_table
from janadesh.sources.booth_table import BoothTable
from janadesh.sources.booth_wide import FORM_20
from janadesh.sources.booth_wide import SEGMENT_FILE
from janadesh.sources.booth_wide import form_20
from janadesh.sources.booth_wide import segment_file
from janadesh.sources.booth_wide import together
from janadesh.sources.peek import Peek
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import UnreadableFile
from janadesh.sources.text_file import read_head
from janadesh.sources.text_table import UNPACKING_FAILS
from janadesh.sources.text_table import unpacked_bytes

MOST_BYTES = 300 * MEGABYTE
MOST_OF_A_FILE = 20 * MEGABYTE
MOST_FILES = 2000
_SEGMENT_NAME = re.compile(r"^(\d{1,3})\.csv$")
_HEAD = 4000
_HEAD_OF_JSON = 64_000


def matches(seen: Peek) -> bool:
    """Tell whether a file, archive or folder is a booth table of one of the four layouts."""
    if seen.path.is_dir():
        named = [name for name in seen.members if _SEGMENT_NAME.match(PurePosixPath(name).name)]
        return bool(named) and _is_segment_file(_head(seen.path / named[0]))
    if MARK in seen.head:
        return True
    heading = set(seen.head.lstrip("\ufeff").partition("\n")[0].strip().replace('"', "").split(","))
    return set(FORM_20) <= heading or set(COLUMNS) <= heading or _is_segment_file(seen.head)


def booth_table(path: Path) -> BoothTable:
    """
    Read the table or tables at a path.

    Raises: Refused, where it is none of the layouts, or an archive beyond the limits.
    """
    if path.is_dir() or _is_tar(path):
        members = _of_folder(path) if path.is_dir() else _of_tar(path)
        tables = [segment_file(name, segment, content) for name, segment, content in members]
        if not tables:
            raise Refused(path.name, [Fault(file=path.name, problem="there is no file named by a segment's number")])
        return together(path.name, tables)
    content = _content(path)
    head = content[:_HEAD].decode("utf-8-sig", errors="ignore")
    if MARK in content[:_HEAD_OF_JSON].decode("utf-8", errors="ignore"):
        return segments_table(path.name, content)
    named = _SEGMENT_NAME.match(path.name)
    if _is_segment_file(head):
        if named is None:
            cure = "Name the file by the segment's number, 101.csv."
            raise Refused(path.name, [Fault(file=path.name, problem="nothing says which segment it is", cure=cure)])
        return segment_file(path.name, int(named[1]), content)
    return form_20(path.name, content) if "polling_station" in head else long_booths(path.name, content)


def _content(path: Path) -> bytes:
    return unpacked_bytes(path, MOST_BYTES, "Split it by constituency.")


def _is_tar(path: Path) -> bool:
    return path.is_file() and path.name.endswith((".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.bz2"))


def _of_folder(path: Path) -> Iterator[tuple[str, int, bytes]]:
    files = [(int(named[1]), file) for file in path.rglob("*.csv") if (named := _SEGMENT_NAME.match(file.name))]
    for segment, file in sorted(files)[:MOST_FILES]:
        yield file.name, segment, _content(file)


def _of_tar(path: Path) -> Iterator[tuple[str, int, bytes]]:
    """Give the segments' files of an archive, unpacked in memory, within limits; nothing is written anywhere."""
    unpacked = 0
    members: list[tuple[int, str, bytes]] = []
    try:
        with tarfile.open(path) as archive:
            for count, member in enumerate(archive):
                unpacked += member.size
                named = _SEGMENT_NAME.match(PurePosixPath(member.name).name)
                if count > MOST_FILES or unpacked > MOST_BYTES or member.size > MOST_OF_A_FILE:
                    problem = f"it has more than {MOST_FILES} files or unpacks to too much at {member.name}"
                    raise Refused(path.name, [Fault(file=path.name, problem=problem, cure="Unpack it by hand.")])
                opened = archive.extractfile(member) if named and member.isfile() else None
                if named and opened is not None:
                    members.append((int(named[1]), member.name, opened.read()))
    except (tarfile.TarError, *UNPACKING_FAILS) as error:
        problem = f"it is no tar archive that can be unpacked ({error})"
        raise Refused(path.name, [Fault(file=path.name, problem=problem, cure="Fetch it again.")]) from None
    for segment, name, content in sorted(members):
        yield name, segment, content


def _head(path: Path) -> str:
    try:
        return read_head(path, _HEAD)
    except UnreadableFile:
        return ""


def _is_segment_file(head: str) -> bool:
    return (
        all(f'"{column}"' in head or f"{column}," in head for column in SEGMENT_FILE[:2]) and SEGMENT_FILE[-1] in head
    )
