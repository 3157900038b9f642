"""Files of a folder, a zip archive, or a single file, one after the other, within limits that keep a machine safe."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from pathlib import PurePosixPath

from janadesh.errors import Fault
from janadesh.errors import JanadeshError
from janadesh.sources.peek import ZIP_FAILS
from janadesh.sources.text_file import MEGABYTE

_ZIP_START = b"PK\x03\x04"
_BLOCK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """
    How much is unpacked at most.

    - `files`: how many files a folder or archive has, those of archives inside it with it.
    - `file_bytes`, `all_bytes`: unpacked bytes of one file, and of all together.
    - `ratio`: how many times its packed size a member may have, unpacked; text is seldom beyond 50.
    - `nesting`: how many archives may stand inside one another; 1 is an archive without archives.
    """

    files: int = 20_000
    file_bytes: int = 20 * MEGABYTE
    all_bytes: int = 2_000 * MEGABYTE
    ratio: int = 200
    nesting: int = 2


class UnsafeArchive(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """A folder or archive that climbs out of itself, blows up, or is broken. `fault` tells which file, and why."""

    exit_code = 2

    def __init__(self, fault: Fault) -> None:
        """Keep the fault beside the message that tells it."""
        self.fault = fault
        super().__init__(str(fault))


@dataclass(slots=True)
class _Budget:
    """What is left of the limits while files are read."""

    limits: Limits
    files: int = 0
    bytes: int = 0

    def count_file(self, name: str) -> None:
        self.files += 1
        if self.files > self.limits.files:
            raise _unsafe(name, f"there are more than {self.limits.files} files", "Load it in parts.")

    def count_bytes(self, name: str, more: int, of_file: int) -> None:
        self.bytes += more
        if of_file > self.limits.file_bytes:
            problem = f"it unpacks to more than {self.limits.file_bytes / MEGABYTE:g} MB"
            raise _unsafe(name, problem, "Leave it out, or unpack it by hand if you trust it.")
        if self.bytes > self.limits.all_bytes:
            problem = f"all files together unpack to more than {self.limits.all_bytes / MEGABYTE:g} MB"
            raise _unsafe(name, problem, "Load it in parts.")


Wanted = Callable[[str], bool]


def walk(path: Path, limits: Limits | None = None, wanted: Wanted = lambda _: True) -> Iterator[tuple[str, bytes]]:
    """
    Give each file of a folder (with its folders), of a zip archive (with archives in it), or the one file.

    Nothing is written anywhere: members are unpacked into memory, one at a time. An archive is refused
    at its first member that climbs out (`../`, an absolute path, a symbolic link), before any is read.

    Args:
        path: a folder, a zip archive or another file.
        limits: how much at most.
        wanted: which names are read at all; others are not unpacked. Archives inside are always looked into.

    Returns: names relative to the path, with `/` between folders (`outer.zip/inner.htm` in an archive
        inside), and contents; a single file has its own name. In the order of names.
    Raises: UnsafeArchive.
    """
    budget = _Budget(limits or Limits())
    if path.is_dir():
        yield from _of_folder(path, budget, wanted)
    elif path.is_file():
        yield from _of_file(path, path.name, budget, wanted, is_given=True)
    else:
        raise _unsafe(path.name, "there is no such file or folder", "Check the name.")


def _of_folder(folder: Path, budget: _Budget, wanted: Wanted) -> Iterator[tuple[str, bytes]]:
    root = folder.resolve()
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_symlink() and not file.resolve().is_relative_to(root):
            raise _unsafe(name, f"it is a link that leads out of {folder.name}", "Put the file itself there.")
        if file.is_file():
            budget.count_file(name)
            yield from _of_file(file, name, budget, wanted)


def _of_file(
    file: Path, name: str, budget: _Budget, wanted: Wanted, *, is_given: bool = False
) -> Iterator[tuple[str, bytes]]:
    try:
        with file.open("rb") as opened:
            if opened.read(len(_ZIP_START)) == _ZIP_START:
                # names in the archive that was given stand without its own
                yield from _of_archive(file, "" if is_given else f"{name}/", file.name, budget, wanted, depth=1)
            elif is_given or wanted(name):
                opened.seek(0)
                content = opened.read(budget.limits.file_bytes + 1)
                budget.count_bytes(name, len(content), len(content))
                yield name, content
    except OSError as error:
        raise _unsafe(name, f"it cannot be opened: {error.strerror}", "Check who may read it.") from error


def _of_archive(
    opened: Path | io.BytesIO, inside: str, archive_name: str, budget: _Budget, wanted: Wanted, *, depth: int
) -> Iterator[tuple[str, bytes]]:
    if depth > budget.limits.nesting:
        problem = f"archives stand inside archives more than {budget.limits.nesting} deep"
        raise _unsafe(archive_name, problem, "Unpack the outer ones first.")
    try:
        with zipfile.ZipFile(opened) as archive:
            for member in archive.infolist():
                _check_place(f"{archive_name}: {member.filename}", member)
                budget.count_file(f"{archive_name}: {member.filename}")
            members = (member for member in archive.infolist() if not member.is_dir())
            for member in sorted(members, key=lambda each: each.filename):
                yield from _of_member(archive, member, inside, archive_name, budget, wanted, depth=depth)
    except ZIP_FAILS as error:
        problem = f"it is no zip archive that can be unpacked ({error})"
        raise _unsafe(archive_name, problem, "Fetch or make it again, without a password.") from error


def _of_member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    inside: str,
    archive_name: str,
    budget: _Budget,
    wanted: Wanted,
    *,
    depth: int,
) -> Iterator[tuple[str, bytes]]:
    name = inside + member.filename
    is_archive = member.filename.lower().endswith(".zip")
    if not is_archive and not wanted(name):
        return
    content = _unpacked(archive, member, f"{archive_name}: {member.filename}", budget)
    if is_archive and content.startswith(_ZIP_START):
        yield from _of_archive(io.BytesIO(content), f"{name}/", name, budget, wanted, depth=depth + 1)
    elif wanted(name):
        yield name, content


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, budget: _Budget) -> bytes:
    content = bytearray()
    if member.file_size > budget.limits.file_bytes:
        budget.count_bytes(name, 0, member.file_size)
    _check_ratio(name, member.file_size, member.compress_size, budget.limits)
    with archive.open(member) as packed:
        # the size that the archive states may be a lie, so what comes out is counted
        while block := packed.read(_BLOCK_BYTES):
            content += block
            budget.count_bytes(name, len(block), len(content))
            _check_ratio(name, len(content), member.compress_size, budget.limits)
    return bytes(content)


def _check_place(name: str, member: zipfile.ZipInfo) -> None:
    cure = "Make the archive again, with plain files and relative names."
    path = PurePosixPath(member.filename.replace("\\", "/"))
    on_a_drive = bool(path.parts) and path.parts[0].endswith(":")
    if path.is_absolute() or ".." in path.parts or on_a_drive:
        raise _unsafe(name, "its name climbs out of the archive", cure)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise _unsafe(name, "it is a symbolic link", cure)


def _check_ratio(name: str, unpacked: int, packed: int, limits: Limits) -> None:
    # little files pack well without harm
    if unpacked > MEGABYTE and unpacked > limits.ratio * max(packed, 1):
        problem = f"it unpacks to more than {limits.ratio} times its size, as archives made to do harm do"
        raise _unsafe(name, problem, "Unpack it by hand if you trust it.")


def _unsafe(name: str, problem: str, cure: str) -> UnsafeArchive:
    return UnsafeArchive(Fault(file=name, problem=problem, cure=cure))
