"""What goes is said a release ahead, by every face of Janadesh, and with what to use instead."""

from __future__ import annotations

import ast
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from packaging.version import Version
from starlette.testclient import TestClient
from typer.testing import CliRunner

from janadesh import __version__
from janadesh import deprecation
from janadesh.cli.main import app
from janadesh.deprecation import GOING
from janadesh.deprecation import Deprecation
from janadesh.desk.app import create_app
from janadesh.record.opening import open_record

ROOT = Path(__file__).resolve().parents[1]
HEAD = "# Changelog\n\n## 1.4 (2030)\n\n"
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def going(what: str, since: str = "1.4", until: str = "2.0") -> Deprecation:
    said_on = dt.date(2030, 1, 2)
    return Deprecation(what=what, since=since, said_on=said_on, until=until, instead="Use `janadesh results`.")


def unkept(each: Deprecation, changelog: str, version: str) -> str | None:
    """Tell which promise a release of a version would break of something that is going."""
    if Version(each.until) <= Version(version):
        return "its time is over: take it away"
    _, _, of_release = changelog.partition(f"\n## {each.since} ")
    said = re.search(r"\n### Deprecated\n(.*?)(?=\n##|\Z)", of_release.partition("\n## ")[0], re.DOTALL)
    return None if said and each.what in said[1] else "the changelog does not say it under Deprecated"


def unsaid(code: str, all_going: tuple[Deprecation, ...]) -> list[str]:
    """List what is marked with the decorator of PEP 702 in other words than those of its deprecation."""
    marks = (
        mark.args[0].value
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        for mark in node.decorator_list
        if isinstance(mark, ast.Call) and ast.unparse(mark.func).endswith("deprecated") and mark.args
        if isinstance(mark.args[0], ast.Constant)
    )
    return [str(mark) for mark in marks if mark not in {str(each) for each in all_going}]


def test_nothing_goes_in_the_release_that_says_so() -> None:
    with pytest.raises(ValueError, match=r"would go in 1\.4; it is said since 1\.4 only"):
        going("janadesh tally", until="1.4")


@pytest.mark.parametrize(
    ("changelog", "version", "told"),
    [
        (f"{HEAD}### Deprecated\n\n- janadesh tally\n\n## 1.3\n", "1.4", None),
        (f"{HEAD}- janadesh tally\n", "1.4", "the changelog does not say it under Deprecated"),
        (
            f"{HEAD}### Deprecated\n\n- janadesh tally\n",
            "2.0",
            "its time is over: take it away",
        ),
    ],
    ids=["said", "not said", "over"],
)
def test_a_release_cannot_keep_silent_or_forget(changelog: str, version: str, told: str | None) -> None:
    assert unkept(going("janadesh tally"), changelog, version) == told


def test_all_that_is_going_now_is_in_the_changelog_and_not_overdue() -> None:
    assert [(each.what, told) for each in GOING if (told := unkept(each, CHANGELOG, __version__))] == []


def test_a_name_of_python_is_marked_in_the_words_of_its_deprecation() -> None:
    """Type checkers read only a literal, so the words stand twice, and are compared."""
    marked = '@deprecated("janadesh.old goes in Janadesh 2.0. Use `janadesh results`.")\ndef old(): ...\n'

    assert unsaid(marked, (going("janadesh.old"),)) == []
    assert unsaid(marked, ()) == ["janadesh.old goes in Janadesh 2.0. Use `janadesh results`."]
    files = (ROOT / "src").rglob("*.py")
    assert [said for file in files for said in unsaid(file.read_text(encoding="utf-8"), GOING)] == []


def test_the_decorator_in_the_manual_warns_with_the_release_and_what_to_use() -> None:
    page = (ROOT / "docs" / "explanation" / "versions.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    written: dict[str, object] = {}
    exec(code, written)
    old: Any = written["closest"]

    with pytest.warns(DeprecationWarning, match=r"goes in Janadesh 2\.0\. Use janadesh\.analysis\.margins\.margins"):
        old()


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("janadesh elections", ["elections"]),
        ("janadesh elections --format", ["elections", "--format", "csv"]),
        ("janadesh people show", ["people", "show", "Omar Abdullah"]),
    ],
)
def test_a_command_or_option_that_goes_works_and_says_so_in_one_line(
    what: str, words: list[str], bundled_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JANADESH_RECORD", str(bundled_file))
    before = CliRunner().invoke(app, words)
    monkeypatch.setattr(deprecation, "GOING", (going(what),))

    ran = CliRunner().invoke(app, words)

    assert (ran.exit_code, ran.stdout) == (0, before.stdout)
    assert ran.stderr == f"{before.stderr}{what} goes in Janadesh 2.0. Use `janadesh results`.\n"


def test_an_option_that_was_not_given_says_nothing(bundled_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JANADESH_RECORD", str(bundled_file))
    monkeypatch.setattr(deprecation, "GOING", (going("janadesh elections --format"),))

    assert CliRunner().invoke(app, ["elections"]).stderr == ""


def test_a_route_that_goes_answers_with_the_header_and_is_marked(
    bundled_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deprecation, "GOING", (going("GET /elections/{election}/margins"),))
    with open_record(bundled_file) as record, TestClient(create_app(record), base_url="http://127.0.0.1") as desk:
        told = [desk.get(f"/api/v1/elections/in-jk-2024/{path}") for path in ("margins", "margins.csv", "indices")]
        described = desk.get("/api/v1/openapi.json").json()["paths"]

    assert [answer.status_code for answer in told] == [200, 200, 200]
    # 2 January 2030, as seconds of Unix (RFC 9745)
    assert [answer.headers.get("Deprecation") for answer in told] == ["@1893542400", "@1893542400", None]
    operation = described["/elections/{election}/margins"]["get"]
    assert operation["deprecated"] is True
    assert operation["description"].endswith("goes in Janadesh 2.0. Use `janadesh results`.")
