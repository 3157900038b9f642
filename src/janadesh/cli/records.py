"""Which record a command works on, and how the first one comes about."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from janadesh.cli.talk import at_work
from janadesh.cli.talk import say
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.packs import bundled_packs


@contextmanager
def opened(where: str | None, *, create: bool = False) -> Iterator[Record]:
    """
    Open the record at a path or URL, or the user's own where none is named.

    The user's own is made from the bundled packs when it is first opened, and takes in what a newer
    Janadesh bundles.

    Raises: RecordUnusable.
    """
    with open_record(where, create=create) if where else _users_own() as record:
        yield record


def users_record() -> Path:
    """Name the file of the user's own record."""
    return platformdirs.user_data_path("janadesh", appauthor=False) / "record.sqlite"


def _users_own() -> Record:
    file = users_record()
    if not file.exists():
        _make(file)
    record = open_record(file)
    if _bundle() != _loaded_bundle(file):
        _load_bundled(record)
        _note_bundle(file)
    return record


def _make(file: Path) -> None:
    say(f"Making your record at {file}")
    # under another name until it is whole, so that an interruption leaves none
    unfinished = file.with_name(f"{file.stem}-{os.getpid()}.unfinished")
    try:
        with open_record(unfinished) as record:
            _load_bundled(record)
        unfinished.replace(file)
        _note_bundle(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _load_bundled(record: Record) -> None:
    from janadesh.sources.loading import load

    for pack in bundled_packs():
        with at_work(f"Loading {pack.name}: {pack.title}"):
            load(record, pack.name)


def _bundle() -> str:
    """Tell one state of the bundled packs from another by the size and time of their files."""
    files = [file for pack in bundled_packs() for file in sorted(pack.folder.iterdir())]
    return "\n".join(
        f"{file.parent.name}/{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files
    )


def _loaded_bundle(file: Path) -> str:
    note = _note(file)
    return note.read_text(encoding="utf-8") if note.exists() else ""


def _note_bundle(file: Path) -> None:
    _note(file).write_text(_bundle(), encoding="utf-8")


def _note(file: Path) -> Path:
    return file.with_suffix(".packs")
