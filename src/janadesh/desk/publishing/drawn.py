"""
What the desk answered while it was walked, kept on disk until it is rewritten.

The answers of a walk that was broken off are used again where the record, the moment and the program are the same.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zlib
from dataclasses import dataclass
from pathlib import Path

_QUICK = 1
"""Compression that costs less than the drawing by far."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its status, its media type without parameters, where it leads to, and its body."""

    status: int
    media_type: str
    location: str
    body: bytes


class Drawn:
    """Keeps answers in a folder of their own for each state of the record."""

    def __init__(self, folder: Path, state: str) -> None:
        """Begin, or go on with what is there of the same state; what is there of another state is taken away."""
        self._folder = folder / hashlib.sha256(state.encode()).hexdigest()[:16]
        if folder.is_dir():
            for other in folder.iterdir():
                if other != self._folder:
                    shutil.rmtree(other)
        self._folder.mkdir(parents=True, exist_ok=True)

    def find(self, asked: str) -> Answer | None:
        """Give the answer to an address, None where it was not asked yet."""
        try:
            head, _, body = zlib.decompress(self._file(asked).read_bytes()).partition(b"\n")
        except (FileNotFoundError, zlib.error):
            return None
        status, media_type, location = json.loads(head)
        return Answer(status, media_type, location, body)

    def keep(self, asked: str, answer: Answer) -> None:
        """Keep an answer, whole or not at all."""
        head = json.dumps([answer.status, answer.media_type, answer.location]).encode()
        file = self._file(asked)
        unfinished = file.with_suffix(".unfinished")
        unfinished.write_bytes(zlib.compress(head + b"\n" + answer.body, _QUICK))
        unfinished.replace(file)

    def forget(self) -> None:
        """Take everything away; the walk is done."""
        shutil.rmtree(self._folder)

    def _file(self, asked: str) -> Path:
        return self._folder / hashlib.sha256(asked.encode()).hexdigest()
