"""
Run the examples in the manual and write what they print below them.

    python docs/write_examples.py

An example is a `console` block of lines `$ janadesh …`, each followed by its output; `| head -3` and
`| tail -3` are understood, and `$ cat FILE` shows a file that the examples after it read.
`tests/test_docs.py` fails where an output is no longer what the command prints.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from janadesh.cli.main import app

MANUAL = Path(__file__).resolve().parents[1]
HOW_TO = MANUAL / "docs" / "how-to"
PAGES = [
    MANUAL / "README.md",
    MANUAL / "docs" / "tutorial.md",
    HOW_TO / "check-articles.md",
    HOW_TO / "analyse.md",
    HOW_TO / "describe-an-election.md",
]

_BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def refreshed(page: str, folder: Path) -> str:
    """
    Give a page with every output as the commands print it now.

    Args:
        page: the page's text.
        folder: where files that the examples show are put, and where the commands run.
    """

    def ran(example: re.Match[str]) -> str:
        command, output = example[1], example[2]
        with contextlib.chdir(folder):
            return f"$ {command}\n{_printed(command, output)}"

    return _BLOCK.sub(lambda block: _EXAMPLE.sub(ran, block[1]), page)


def _printed(command: str, shown: str) -> str:
    words, *pipe = (shlex.split(part) for part in command.split(" | "))
    if words[0] == "cat":
        Path(words[1]).parent.mkdir(exist_ok=True)
        Path(words[1]).write_text(shown, encoding="utf-8")
        return shown
    if words[0] != "janadesh":
        return shown
    result = CliRunner().invoke(app, words[1:])
    lines = [line.rstrip() for line in (result.stdout or result.stderr).splitlines()]
    for end, count in pipe:
        most = int(count.removeprefix("-"))
        lines = lines[:most] if end == "head" else lines[-most:]
    return "".join(f"{line}\n" for line in lines)


@contextlib.contextmanager
def _bundled_record() -> Iterator[Path]:
    from janadesh.record.opening import open_record
    from janadesh.sources.loading import load
    from janadesh.sources.packs import bundled_packs

    with tempfile.TemporaryDirectory() as folder:
        with open_record(Path(folder) / "record.sqlite") as record:
            for pack in bundled_packs():
                load(record, pack.name)
        os.environ["JANADESH_RECORD"] = str(Path(folder) / "record.sqlite")
        yield Path(folder)


if __name__ == "__main__":
    with _bundled_record() as place:
        for file in PAGES:
            file.write_text(refreshed(file.read_text(encoding="utf-8"), place), encoding="utf-8")
