"""The command line as tests use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from janadesh.cli.main import app


@dataclass(frozen=True)
class Answer:
    """What a command printed, and the code it left with."""

    code: int
    out: str
    err: str


Janadesh = Callable[..., Answer]


@pytest.fixture
def janadesh(bundled_file: Path, monkeypatch: pytest.MonkeyPatch) -> Janadesh:
    """Run a command on the record made from the bundled packs, unless the test names another."""
    monkeypatch.setenv("JANADESH_RECORD", str(bundled_file))
    monkeypatch.delenv("JANADESH_DEBUG", raising=False)

    def run(*words: str) -> Answer:
        result = CliRunner().invoke(app, list(words))
        return Answer(result.exit_code, result.stdout, result.stderr)

    return run
