"""Writing what is exported to disk: whole or not at all, and never over something that is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from janadesh import model
from janadesh.errors import JanadeshError
from janadesh.export.table_files import RESULTS
from janadesh.sources.pack_descriptor import DESCRIPTOR


class NotWritten(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """The place to export to is taken, or cannot be written."""

    exit_code = 2


def write_file(path: Path, content: bytes, *, force: bool = False) -> None:
    """
    Write one file.

    Raises: NotWritten where the file is there and may not be replaced, or the disk refuses.
    """
    _check_free(path, force=force)
    unfinished = _unfinished(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        if path.is_dir():
            raise NotWritten(f"{path} is a folder, and this format is one file. Give a file's name.")
        unfinished.replace(path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        unfinished.unlink(missing_ok=True)


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]], *, force: bool = False) -> None:
    """
    Write a folder of files, given by their paths within it.

    With `force` a folder that is there is replaced as a whole, if it holds nothing but such an export:
    what else is in it would be lost.

    Raises: NotWritten where the place is taken, or the disk refuses.
    """
    _check_free(folder, force=force)
    if folder.exists() and not folder.is_dir():
        raise NotWritten(f"{folder} is a file, and this format is a folder of files. Give a folder's name.")
    unfinished = _unfinished(folder)
    try:
        unfinished.mkdir(parents=True)
        written = set()
        for name, content in files:
            file = unfinished / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            written.add(name)
        _put_in_place(unfinished, folder, written)
    except OSError as error:
        raise _refused(folder, error) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _put_in_place(unfinished: Path, folder: Path, written: set[str]) -> None:
    if not folder.exists():
        unfinished.replace(folder)
        return
    other = [f for f in folder.rglob("*") if f.is_symlink() or not (f.is_dir() or _is_of_an_export(f, folder, written))]
    if other:
        raise NotWritten(f"{folder} holds what is no export ({other[0].name}), so it is not replaced. Name another.")
    old = unfinished.with_name(f"{unfinished.name}.old")
    folder.replace(old)
    try:
        unfinished.replace(folder)
    except OSError:
        old.replace(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _is_of_an_export(file: Path, folder: Path, written: set[str]) -> bool:
    name = file.relative_to(folder)
    is_table = name.stem in model.NOUN_OF_TABLE or name.name == DESCRIPTOR
    return name.as_posix() in written or is_table or name.parts[0] == RESULTS


def _check_free(path: Path, *, force: bool) -> None:
    if path.is_symlink() or (path.exists() and not force):
        raise NotWritten(f"{path} is there already, and is left as it is. Name another place, or add --force.")


def _unfinished(path: Path) -> Path:
    # beside the place it goes to, so that putting it there is one step
    return path.with_name(f".{path.name}.{os.getpid()}.unfinished")


def _refused(path: Path, error: OSError) -> NotWritten:
    return NotWritten(f"{path} cannot be written: {error.strerror}.")
