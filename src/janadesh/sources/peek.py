"""A first look at what was given to load, a file, a folder or a zip archive: enough to tell its format."""

from __future__ import annotations

import gzip
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from janadesh.sources.text_file import BinaryFile
from janadesh.sources.text_file import check_start
from janadesh.sources.text_file import read_head

_HEAD_BYTES = 64_000
_MOST_MEMBERS = 20_000
_ZIP_START = b"PK\x03\x04"

ZIP_FAILS = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(OSError, EOFError, ValueError, RuntimeError, OverflowError),
)
"""What Python's zipfile raises for an archive that is broken, under a password, or packed in an unknown way."""


@dataclass(frozen=True, slots=True)
class Peek:
    """
    What is seen of a file or folder before it is read.

    - `path`: the file or folder.
    - `head`: a text file's first characters (unpacked, if gzip); empty for folders, archives, spreadsheets.
    - `members`: the names of a folder's files (with those of its folders, as `inner/page.htm`) or of a zip archive's.
    """

    path: Path
    head: str = ""
    members: tuple[str, ...] = ()

    @property
    def is_workbook(self) -> bool:
        """Whether this is an XLSX workbook (ECMA-376: a zip archive with the part xl/workbook.xml)."""
        return "xl/workbook.xml" in self.members


class BrokenArchive(BinaryFile):
    """The file begins like an archive, and cannot be unpacked."""

    cure = "Fetch it again, or unpack it first."


def peek(path: Path) -> Peek:
    """
    Look at how a file begins, or at the names inside a folder or zip archive.

    Raises: NoSuchFile, BinaryFile, WrongEncoding (for UTF-16), BrokenArchive.
    """
    if path.is_dir():
        inside = (member for member in path.rglob("*") if member.is_file())
        return Peek(path, members=tuple(sorted(m.relative_to(path).as_posix() for m in islice(inside, _MOST_MEMBERS))))
    if path.is_file() and _starts_like_zip(path):
        try:
            with zipfile.ZipFile(path) as archive:
                return Peek(path, members=tuple(archive.namelist()[:_MOST_MEMBERS]))
        except ZIP_FAILS:
            raise BrokenArchive(
                path.name, "it begins like a zip archive or an office document, and is none or a broken one"
            ) from None
    if path.suffix == ".gz" and path.is_file():
        return Peek(path, head=_unpacked_head(path))
    return Peek(path, head=read_head(path, _HEAD_BYTES))


def by_head(matches: Callable[[str], bool]) -> Callable[[Peek], bool]:
    """Make a test of how a text file begins into a test of what is seen of it."""

    def test(seen: Peek) -> bool:
        return bool(seen.head) and matches(seen.head)

    return test


def _starts_like_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP_START)) == _ZIP_START
    except OSError:
        return False


def _unpacked_head(path: Path) -> str:
    try:
        with gzip.open(path) as file:
            head = file.read(_HEAD_BYTES)
    except (OSError, EOFError, zlib.error):
        raise BrokenArchive(path.name, "it ends in .gz and is no gzip file, or a broken one") from None
    # a tar archive holds zeros, and is no text all the same
    check_start(head, path.name)
    return head.decode("utf-8-sig", errors="ignore")
