"""Plug-ins of other packages, installed and used through the command line; broken ones are told and left out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from janadesh.record.opening import open_record
from tests.fuzz.good_files import make_record

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "example_plugin"
SEAT = "in-jk-assembly.2022.27"
SHEET = f"tally sheet of in-jk-2024, {SEAT}\n1: 35000\n2: 17000\n"
READER = "from janadesh.sources.reader import Reader\n"
Ran = subprocess.CompletedProcess[str]
Janadesh = Callable[..., Ran]


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the example package into a folder, without asking any registry."""
    # built from a copy, so that nothing is left in the checkout
    copy = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("example") / "package")
    folder = tmp_path_factory.mktemp("installed")
    offline = ("--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check", "--quiet")
    subprocess.run([sys.executable, "-m", "pip", "install", *offline, "--target", str(folder), str(copy)], check=True)
    return folder


@pytest.fixture
def janadesh(bundled_file: Path, tmp_path: Path) -> Janadesh:
    """Run the command on a copy of the record, with the packages of a folder installed."""
    record = Path(shutil.copy(bundled_file, tmp_path / "record.sqlite"))

    def run(folder: Path, *words: str) -> Ran:
        environment = os.environ | {"PYTHONPATH": str(folder), "JANADESH_RECORD": str(record)}
        command = [sys.executable, "-c", "from janadesh.cli.main import app; app()", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environment)

    return run


def package(folder: Path, group: str, code: str, name: str = "broken") -> Path:
    """Put a package of one module that brings one plug-in, `it`, into a folder as an installer would."""
    described = folder / f"{name}-0.1.dist-info"
    described.mkdir(parents=True)
    (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1\n")
    (described / "entry_points.txt").write_text(f"[{group}]\nthing = {name}_module:it\n")
    (folder / f"{name}_module.py").write_text(code)
    return folder


def reader_of(name: str, read: str = "lambda *_: None") -> str:
    return f"{READER}it = Reader({name!r}, 'a format', lambda seen: seen.head.startswith('strange'), {read})\n"


def kind_of(name: str, read: str = "lambda *_: ()") -> str:
    imported = "from janadesh.claims.plug_ins import ClaimKind\n"
    return f"{imported}it = ClaimKind(name={name!r}, describes='', read={read}, judge=lambda *_: None)\n"


def exporter_of(name: str, content: str = "b''") -> str:
    imported = "from janadesh.export.plug_ins import Exported\nfrom janadesh.export.plug_ins import Exporter\n"
    return f"{imported}it = Exporter(name={name!r}, describes='', make=lambda *_: Exported({content}))\n"


def test_a_plugged_in_reader_is_told_from_the_file(janadesh: Janadesh, installed: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "budgam.txt"
    sheet.write_text(SHEET)

    ran = janadesh(installed, "load", str(sheet), "--known-at", "2024-10-08T09:00")

    assert ran.returncode == 0
    assert ", 3 statements, 0 rows set aside" in ran.stderr


def test_a_plugged_in_reader_is_asked_for_by_name(janadesh: Janadesh, installed: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "budgam.txt"
    sheet.write_text(SHEET.replace("17000", "many"))

    ran = janadesh(installed, "load", str(sheet), "--format", "tally-sheet")

    assert ran.returncode == 2
    assert "budgam.txt, row 3: this line cannot be read (found '2: many'). Write SERIAL: VOTES." in ran.stderr


def test_a_plugged_in_kind_of_claim_is_read_and_judged(janadesh: Janadesh, installed: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("date 2024-10-09\nThe Jammu and Kashmir assembly election in Budgam ended in a tie.\n")

    ran = janadesh(installed, "check", str(article), "--format", "json")

    (claim,) = [claim for claim in json.loads(ran.stdout) if claim["kind"] == "tie"]
    assert (claim["quote"], claim["verdict"], claim["official"]) == ("ended in a tie", "contradicted", 18485)


def test_a_plugged_in_exporter_writes_its_format(janadesh: Janadesh, installed: Path, tmp_path: Path) -> None:
    out = tmp_path / "winners.txt"

    ran = janadesh(installed, "export", "--format", "winners", "--election", "in-jk-2024", "--out", str(out))

    assert ran.returncode == 0, ran.stderr
    assert "Budgam: Omar Abdullah\n".casefold() in out.read_text().casefold()
    assert "This format has no place for:\n  tallies, votes of candidates: 873" in ran.stderr


def test_an_exporter_says_what_its_format_cannot_hold(janadesh: Janadesh, installed: Path, tmp_path: Path) -> None:
    ran = janadesh(installed, "export", "--format", "winners", "--out", str(tmp_path / "winners.txt"))

    assert (ran.returncode, ran.stderr.splitlines()[-1]) == (
        2,
        "A list of winners is of one election; name one with --election.",
    )


def test_the_version_lists_the_plug_ins(janadesh: Janadesh, installed: Path) -> None:
    lines = janadesh(installed, "--version").stdout.splitlines()

    assert lines[1:] == [
        "reader tally-sheet, of janadesh-example 1.0: votes of one seat as tellers write them down",
        "claim kind tie, of janadesh-example 1.0: a seat ended in a tie",
        "exporter winners, of janadesh-example 1.0: one line of text for each seat that is decided",
    ]


@pytest.mark.parametrize(
    ("group", "code", "told"),
    [
        ("janadesh.readers", "import nothing_of_this_name", "it cannot be loaded (ModuleNotFoundError: No module"),
        ("janadesh.readers", "raise SystemExit('bye')", "it cannot be loaded (SystemExit: bye)"),
        ("janadesh.readers", "it = 5", "it is no Reader of janadesh.sources.reader"),
        ("janadesh.readers", reader_of("eci-pages"), "the name eci-pages is that of a part of Janadesh"),
        ("janadesh.readers", reader_of("../x"), "its name '../x' is not of small letters"),
        ("janadesh.claim_kinds", kind_of("votes"), "the name votes is that of a part of Janadesh"),
        ("janadesh.exporters", exporter_of("nist"), "the name nist is that of a part of Janadesh"),
    ],
    ids=["import", "exit", "type", "reader's name", "odd name", "kind's name", "exporter's name"],
)
def test_a_broken_plug_in_is_told_in_one_line_and_left_out(
    janadesh: Janadesh, tmp_path: Path, group: str, code: str, told: str
) -> None:
    ran = janadesh(package(tmp_path / "packages", group, code), "--version")

    assert ran.returncode == 0
    assert len(ran.stdout.splitlines()) == 1
    (line,) = ran.stderr.splitlines()
    assert line.startswith(f"The plug-in thing of broken 0.1 is left out: {told}")


def test_of_two_plug_ins_of_one_name_the_first_package_is_used(janadesh: Janadesh, tmp_path: Path) -> None:
    folder = package(tmp_path / "packages", "janadesh.readers", reader_of("odd"), "one")
    package(folder, "janadesh.readers", reader_of("odd"), "two")

    ran = janadesh(folder, "--version")

    assert ran.stdout.splitlines()[1:] == ["reader odd, of one 0.1: a format"]
    assert "The plug-in thing of two 0.1 is left out: the name odd is already taken" in ran.stderr


@pytest.mark.parametrize(
    ("read", "told"),
    [
        ("lambda *_: 1 / 0", "ZeroDivisionError: division by zero"),
        ("lambda *_: 5", "it gave a int instead of Statements"),
    ],
)
def test_a_reader_that_fails_on_a_file_refuses_it_in_words(
    janadesh: Janadesh, tmp_path: Path, read: str, told: str
) -> None:
    file = tmp_path / "strange.txt"
    file.write_text("strange\n")
    folder = package(tmp_path / "packages", "janadesh.readers", reader_of("odd", read))

    ran = janadesh(folder, "load", str(file))

    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1] == (
        f"The plug-in odd of broken 0.1 failed ({told}). Nothing of it was used; tell those who made it."
    )


def test_a_kind_of_claim_that_fails_loses_no_other_claim(janadesh: Janadesh, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("date 2024-10-09\nOmar Abdullah won Budgam. He won Ganderbal as well.\n")
    folder = package(tmp_path / "packages", "janadesh.claim_kinds", kind_of("odd", read="lambda *_: 1 / 0"))

    ran = janadesh(folder, "check", str(article), "--format", "json")

    assert {claim["kind"] for claim in json.loads(ran.stdout)} == {"outcome"}
    told = [line for line in ran.stderr.splitlines() if "odd" in line]
    assert told == [
        "Some claims are not read, since the plug-in odd of broken 0.1 failed (ZeroDivisionError: division by zero)."
    ]


def test_an_exporter_writes_nothing_outside_its_folder(janadesh: Janadesh, tmp_path: Path) -> None:
    folder = package(tmp_path / "packages", "janadesh.exporters", exporter_of("odd", "{'../x': b'1'}"))

    ran = janadesh(folder, "export", "--format", "odd", "--out", str(tmp_path / "out"))

    assert ran.returncode == 2
    assert "'../x' is no name of a file inside the folder" in ran.stderr
    assert not (tmp_path / "x").exists()


def test_the_reader_in_the_manual_reads(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "write-a-plug-in.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    written: dict[str, Any] = {}
    exec(code, written)
    file = tmp_path / "votes.txt"
    file.write_text("votes of in-ls-2019, in-lok-sabha.2008.S24-1\n2: 11\n")
    make_record(tmp_path / "record.sqlite")

    with open_record(tmp_path / "record.sqlite") as record:
        entry = record.load(written["VOTES"].read(file, record, "2019-05-23T10:00"))

    assert entry is not None
    assert entry.statements == 2
