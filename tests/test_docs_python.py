"""The manual's examples in Python run, each in a folder that has what its page speaks of."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
RUN_ELSEWHERE = {
    "docs/explanation/versions.md": "tests/test_deprecation.py",
    "docs/how-to/check-an-archive.md": "tests/corpus/test_checking_archives.py",
    "docs/how-to/use-from-python.md": "tests/client/test_client.py",
    "docs/how-to/write-a-plug-in.md": "tests/test_plugins.py",
    "docs/notebooks/a-claim-and-a-count.md": "tests/test_docs.py",
    "docs/notebooks/reading-an-election.md": "tests/test_docs.py",
}
"""Pages whose examples need more than a record, and the file that runs them."""
PAGES = [
    page
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    if BLOCK.search(page.read_text(encoding="utf-8")) and str(page.relative_to(ROOT)) not in RUN_ELSEWHERE
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_examples_in_python_run(
    page: Path, bundled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One block after the other, as a reader types them, where `election.sqlite` is a record."""
    shutil.copy(bundled_file, tmp_path / "election.sqlite")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}

    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        exec(compile(block, page.name, "exec"), names)


@pytest.mark.parametrize(("page", "file"), RUN_ELSEWHERE.items())
def test_what_runs_the_other_pages_names_them(page: str, file: str) -> None:
    assert BLOCK.search((ROOT / page).read_text(encoding="utf-8"))
    name = "write_notebooks" if "/notebooks/" in page else Path(page).name
    assert name in (ROOT / file).read_text(encoding="utf-8")
