"""Text files: what may be read at all, and what is told of a file that may not."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import ClassVar

from janadesh.errors import Fault
from janadesh.errors import JanadeshError

MEGABYTE = 1_000_000
_BLOCK_BYTES = 1 << 20
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SQLITE_START = b"SQLite format 3"
_BINARY_STARTS = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    _SQLITE_START: "a SQLite database",
}


class UnreadableFile(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """A file that cannot be read as text. `fault` tells which, why, and what to do."""

    exit_code = 2
    cure: ClassVar[str] = ""

    def __init__(self, file: str, problem: str, *, row: int | None = None) -> None:
        """Keep the fault beside the message that tells it."""
        self.fault = Fault(file=file, problem=problem, row=row, cure=self.cure)
        super().__init__(str(self.fault))


class NoSuchFile(UnreadableFile):
    """There is no file there, it is a folder, or it may not be opened."""

    cure = "Check the name and who may read it."


class BinaryFile(UnreadableFile):
    """The file holds no text: an image, an archive, an office document."""

    cure = "Save it as plain text in UTF-8: a table as CSV, an article as text, HTML or JSON."


class DatabaseFile(BinaryFile):
    """The file is a database, and so perhaps a record itself."""

    cure = (
        "If it is a record, ask it with `--record FILE`, in Python `janadesh.open(FILE)`, "
        "or put it in the place of one with `janadesh restore FILE`; what is loaded is packs and tables."
    )


class WrongEncoding(UnreadableFile):
    """The file holds text in another encoding than UTF-8."""

    cure = "Save it in UTF-8 (`iconv -f WINDOWS-1252 -t UTF-8 old > new`, or the editor's encoding setting)."


class FileTooLarge(UnreadableFile):
    """The file is larger than a reader takes into memory."""

    cure = "Split it."


def check_text(path: Path, most_bytes: int, name: str | None = None) -> None:
    """
    Make sure that a file is UTF-8 text of a size that may be read, without keeping it in memory.

    Args:
        path: the file.
        most_bytes: the largest size allowed.
        name: what errors call the file; its own name where None.

    Raises: NoSuchFile, BinaryFile, WrongEncoding, FileTooLarge.
    """
    name = name or path.name
    decoder = codecs.getincrementaldecoder("utf-8")()
    row = 1
    _check_size(path, most_bytes, name)
    try:
        with path.open("rb") as file:
            for place, block in enumerate(iter(lambda: file.read(_BLOCK_BYTES), b"")):
                _check_not_binary(block, name, is_start=place == 0)
                try:
                    row += decoder.decode(block).count("\n")
                except UnicodeDecodeError as error:
                    raise _wrong_byte(name, error, row) from None
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise _wrong_byte(name, error, row) from None
    except OSError as error:
        raise NoSuchFile(name, f"it cannot be opened: {error.strerror}") from error


def read_bytes(path: Path, most_bytes: int, name: str | None = None) -> bytes:
    """
    Read a whole file that is not binary.

    Raises: NoSuchFile, BinaryFile, WrongEncoding (for UTF-16), FileTooLarge.
    """
    name = name or path.name
    _check_size(path, most_bytes, name)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NoSuchFile(name, f"it cannot be opened: {error.strerror}") from error
    _check_not_binary(content, name, is_start=True)
    return content


def read_head(path: Path, most_bytes: int) -> str:
    """
    Read how a file begins, to tell what it is; bytes that are no UTF-8 are left out.

    Raises: NoSuchFile, BinaryFile, WrongEncoding (for UTF-16).
    """
    if not path.is_file():
        raise NoSuchFile(path.name, "this is not a file" if path.exists() else "there is no such file")
    try:
        with path.open("rb") as file:
            head = file.read(most_bytes)
    except OSError as error:
        raise NoSuchFile(path.name, f"it cannot be opened: {error.strerror}") from error
    _check_not_binary(head, path.name, is_start=True)
    return head.decode("utf-8-sig", errors="ignore")


def decoded(content: bytes, name: str) -> str:
    """
    Decode UTF-8 as it is, line ends included; only a leading byte-order mark is left out.

    Raises: WrongEncoding, with the line of the first wrong byte.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong_byte(name, error, 1) from None


def read_text(path: Path, most_bytes: int, name: str | None = None) -> str:
    """
    Read a whole UTF-8 file as it is, line ends included.

    Raises: NoSuchFile, BinaryFile, WrongEncoding, FileTooLarge.
    """
    return decoded(read_bytes(path, most_bytes, name), name or path.name)


def _check_size(path: Path, most_bytes: int, name: str) -> None:
    if not path.exists():
        raise NoSuchFile(name, "there is no such file")
    if not path.is_file():
        raise NoSuchFile(name, "this is not a file")
    size = path.stat().st_size
    if size > most_bytes:
        problem = f"it has {size / MEGABYTE:.0f} MB, and at most {most_bytes / MEGABYTE:.0f} MB are read"
        raise FileTooLarge(name, problem)


def _check_not_binary(block: bytes, name: str, *, is_start: bool) -> None:
    if is_start:
        check_start(block, name)
    if b"\0" in block:
        raise BinaryFile(name, "it is no text but a binary file")


def check_start(head: bytes, name: str) -> None:
    """
    Make sure that a file does not begin like a document, an image, a database, or text in UTF-16.

    Raises: BinaryFile, WrongEncoding.
    """
    if head.startswith(_UTF16_MARKS):
        raise WrongEncoding(name, "it is text in UTF-16, not in UTF-8")
    for start, what in _BINARY_STARTS.items():
        if head.startswith(start):
            if start == _SQLITE_START:
                raise DatabaseFile(name, f"it is no text but {what}")
            raise BinaryFile(name, f"it is no text but {what}")


def _wrong_byte(name: str, error: UnicodeDecodeError, first_row: int) -> WrongEncoding:
    row = first_row + error.object.count(b"\n", 0, error.start)
    return WrongEncoding(name, f"it is not in UTF-8: there is the byte 0x{error.object[error.start]:02x}", row=row)
