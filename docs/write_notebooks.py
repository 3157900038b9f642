"""
Run the notebooks of the manual and keep what they print.

    python docs/write_notebooks.py

Each is written as Markdown with Python in it, `docs/notebooks/NAME.md`, beside which the executed
`NAME.ipynb` is kept. `tests/test_docs.py` runs them and fails where one prints something else.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import jupytext
import nbclient
import nbformat

FOLDER = Path(__file__).parent / "notebooks"
SECONDS = 300


def sources() -> list[Path]:
    """List the notebooks as written."""
    return sorted(FOLDER.glob("*.md"))


def kept(source: Path) -> Any:
    """Give the notebook as it was last run and kept."""
    return nbformat.read(source.with_suffix(".ipynb"), as_version=4)


def executed(source: Path) -> Any:
    """Run a notebook from its first cell, in a folder of its own, and give it with what its cells printed."""
    notebook = jupytext.reads(source.read_text(encoding="utf-8"), fmt="md")
    notebook.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["JANADESH_RECORD"] = str(Path(folder) / "record.sqlite")
        client = nbclient.NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": folder}})
        client.execute()
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number}"
        cell.metadata = {}
    return notebook


def printed(notebook: Any) -> list[str]:
    """Give what each cell printed, as text."""
    return [
        "".join(str(output.get("text", output.get("data", {}).get("text/plain", ""))) for output in cell.outputs)
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


if __name__ == "__main__":
    for source in sources():
        nbformat.write(executed(source), source.with_suffix(".ipynb"))
