"""
The published folder: what is written there, what of it changed, and what is no longer there.

A manifest lists each file that publishing wrote with its hash; nothing else in the folder is ever touched.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from janadesh import __version__
from janadesh.export.writing import NotWritten

OWN = ".janadesh"
"""The folder for publishing's own use within the published one."""
MANIFEST = f"{OWN}/published.json"


@dataclass(slots=True)
class Entry:
    """A file as it was last written: its SHA-256, and when its content last changed, in UTC."""

    sha256: str
    changed: str


@dataclass(slots=True)
class Counts:
    """How many files were written, were as they should be, and were taken away; and which of ours were left."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    left: list[str] = field(default_factory=list)


class Folder:
    """A folder that is published into."""

    def __init__(self, root: Path, now: dt.datetime) -> None:
        """
        Read what was published there before.

        Raises: NotWritten, where the place is no folder, or its manifest cannot be read.
        """
        self.root = root
        self.counts = Counts()
        self._now = now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._old = _read_manifest(root)
        self._new: dict[str, Entry] = {}

    def begin(self, files: Iterable[str]) -> None:
        """
        Say which files are going to be written, before any is.

        Raises: NotWritten, where one of them is there and was not written by publishing.
        """
        named = list(files)
        for file in named:
            place = self.root / file
            if file not in self._old and (place.is_symlink() or place.exists()):
                raise NotWritten(
                    f"{place} is there and was not published by Janadesh, so nothing was written. "
                    "Name another folder, or move it away."
                )
        # should the writing be broken off, the next one knows them for its own
        claimed = {file: Entry("", self._now) for file in named if file not in self._old}
        if claimed:
            _write_manifest(self.root, claimed | self._old)

    def content(self, file: str) -> bytes | None:
        """Give what a file that was published before has now; None where there is none."""
        place = self.root / file
        return place.read_bytes() if file in self._old and place.is_file() else None

    def put(self, file: str, content: bytes) -> Entry:
        """Write a file where its content differs from what is there, whole or not at all."""
        digest = hashlib.sha256(content).hexdigest()
        old = self._old.get(file)
        place = self.root / file
        if _holds(place, content):
            self.counts.unchanged += 1
            entry = old if old is not None and old.sha256 == digest else Entry(digest, self._now)
        else:
            _write(place, content)
            self.counts.written += 1
            entry = Entry(digest, self._now)
        self._new[file] = entry
        return entry

    def end(self) -> None:
        """Take away what was published before and is no more, except what somebody has changed since."""
        for file in self._old.keys() - self._new.keys():
            place = self.root / file
            if not place.is_file():
                continue
            if hashlib.sha256(place.read_bytes()).hexdigest() != self._old[file].sha256:
                self.counts.left.append(file)
                continue
            place.unlink()
            self.counts.removed += 1
            _without_empty_folders(place.parent, self.root)
        if self._new != self._old:
            _write_manifest(self.root, self._new)


def _read_manifest(root: Path) -> dict[str, Entry]:
    if root.exists() and not root.is_dir():
        raise NotWritten(f"{root} is a file, and the desk is published as a folder. Give a folder's name.")
    try:
        told = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
        return {file: Entry(**entry) for file, entry in told["files"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotWritten(
            f"{root / MANIFEST} says which files were published, and cannot be read ({error}). "
            "Publish into a new folder."
        ) from None


def _write_manifest(root: Path, files: dict[str, Entry]) -> None:
    listed = {file: {"sha256": e.sha256, "changed": e.changed} for file, e in sorted(files.items())}
    told = {"made_by": f"Janadesh {__version__}", "files": listed}
    _write(root / MANIFEST, json.dumps(told, indent=1, ensure_ascii=False).encode())


def _holds(place: Path, content: bytes) -> bool:
    try:
        return place.stat().st_size == len(content) and place.read_bytes() == content
    except OSError:
        return False


def _write(place: Path, content: bytes) -> None:
    # beside the place it goes to, so that putting it there is one step
    unfinished = place.with_name(f".{place.name[:100]}.{os.getpid()}.unfinished")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        unfinished.replace(place)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise NotWritten(f"{place} cannot be written: {error.strerror}. What was there stays.") from error


def _without_empty_folders(folder: Path, root: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
