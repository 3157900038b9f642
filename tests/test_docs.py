"""The manual says what the code does."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer.main

from janadesh.cli.main import app

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMAND_LINE = re.compile(r"^(?:\$ | {4})?(janadesh [^\n]*)$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def script(name: str) -> ModuleType:
    """Import one of the scripts in docs/."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("page", "text"), script("write_reference").pages().items(), ids=lambda value: getattr(value, "name", "")
)
def test_the_reference_is_what_the_code_writes(page: Path, text: str) -> None:
    """Where it is not, run `make docs`."""
    assert page.read_text(encoding="utf-8") == text


def test_the_manual_page_of_the_command_is_what_the_code_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not, run `make docs`."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    man = script("write_man")

    assert man.FILE.read_text(encoding="utf-8") == man.page()


@pytest.mark.parametrize("page", script("write_examples").PAGES, ids=lambda page: page.name)
def test_the_examples_print_what_the_manual_shows(
    page: Path, bundled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they do not, run `make docs` and read what changed."""
    monkeypatch.setenv("JANADESH_RECORD", str(bundled_file))
    shown = page.read_text(encoding="utf-8")

    assert script("write_examples").refreshed(shown, tmp_path) == shown


@pytest.mark.parametrize("source", script("write_notebooks").sources(), ids=lambda source: source.stem)
def test_the_notebooks_print_what_they_show(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one does not, run `make docs` and read what changed."""
    monkeypatch.setenv("JANADESH_RECORD", "set anew by the notebook")
    notebooks = script("write_notebooks")
    kept = notebooks.kept(source)

    ran = notebooks.executed(source)

    assert notebooks.printed(ran) == notebooks.printed(kept)
    assert [cell.source for cell in ran.cells] == [cell.source for cell in kept.cells]


def test_the_manual_builds_as_a_site_without_a_warning_and_asks_no_other_site(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path)]
    built = subprocess.run(
        build, cwd=ROOT, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    )

    assert (built.returncode, built.stderr.strip()) == (0, "")
    asked = {
        address
        for page in tmp_path.rglob("*.html")
        for address in re.findall(r'<(?:script|img|link)[^>]+(?:src|href)="(https?://[^"]+)', page.read_text())
    }
    assert asked == set()


def test_every_page_of_the_manual_can_be_reached() -> None:
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = {str(page.relative_to(ROOT / "docs")) for page in (ROOT / "docs").rglob("*.md")}

    assert {page for page in pages if not page.startswith("notebooks/") and f" {page}" not in configuration} == set()


def commands() -> list[tuple[str, str]]:
    return [
        (str(page.relative_to(ROOT)), line)
        for page in PAGES
        for line in COMMAND_LINE.findall(page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("page", "line"), commands())
def test_the_manuals_commands_and_options_exist(page: str, line: str) -> None:
    group: Any = typer.main.get_command(app)
    words = shlex.split(re.split(r" [|>] ", line)[0], comments=True)[1:]
    command = group.commands.get(words[0], group)
    if words[1:]:
        command = getattr(command, "commands", {}).get(words[1], command)
    known = {option for parameter in command.params for option in parameter.opts}

    assert words[0] in group.commands or words[0].startswith("-")
    assert {word for word in words if word.startswith("-")} <= known | {"--help"}


def test_the_readme_shows_the_two_commands() -> None:
    readme = PAGES[0].read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    targets = re.findall(r"^\$? ?make (\w+)", readme, re.MULTILINE)
    assert targets[:2] == ["desk", "test"]
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_manual_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []
