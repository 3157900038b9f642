"""What a person installs carries everything that Janadesh needs to run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "janadesh"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the wheel and the source distribution, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder into which the wheel alone was installed."""
    folder = tmp_path_factory.mktemp("installed")
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(folder)]
    subprocess.run([*install, str(next(built.glob("*.whl")))], check=True, capture_output=True)
    return folder


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files_of_the_package() -> set[str]:
    listed = subprocess.run(["git", "ls-files", "."], cwd=SOURCE, check=True, capture_output=True, text=True).stdout
    return {f"janadesh/{name}" for name in listed.splitlines() if (SOURCE / name).exists()}


def test_the_wheel_carries_every_file_of_the_package(built: Path) -> None:
    assert files_of_the_package() - names_in(next(built.glob("*.whl"))) == set()


@pytest.mark.parametrize(
    "part", ["janadesh/py.typed", "janadesh/packs/jk-2024/datapackage.json", "share/man/man1/janadesh.1", "LICENSE"]
)
def test_the_wheel_carries_its_types_packs_manual_page_and_licence(built: Path, part: str) -> None:
    assert [name for name in names_in(next(built.glob("*.whl"))) if name.endswith(part)]


def test_the_wheel_carries_nothing_else(built: Path) -> None:
    tops = {name.split("/")[0] for name in names_in(next(built.glob("*.whl")))}

    assert {top for top in tops if not re.fullmatch(r"janadesh(-[\d.]+(\.dist-info|\.data))?", top)} == set()


def test_the_source_distribution_can_be_tested(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"pyproject.toml", "Makefile", "README.md", "tests/conftest.py", "docs/tutorial.md"} <= names


def test_the_source_distribution_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=next(tmp_path.iterdir()), check=True, capture_output=True)

    assert next(tmp_path.glob("*.whl")).read_bytes() == next(built.glob("*.whl")).read_bytes()


def test_an_installed_wheel_answers_from_its_own_packs(installed: Path, tmp_path: Path) -> None:
    record = str(tmp_path / "record.sqlite")
    run = [sys.executable, "-c", "from janadesh.cli.main import app; app()"]
    there = os.environ | {"PYTHONPATH": str(installed), "JANADESH_RECORD": record}

    subprocess.run([*run, "load", "jk-2024"], check=True, capture_output=True, env=there, cwd=tmp_path)
    asked = [*run, "results", "in-jk-2024", "--constituency", "Budgam", "--format", "csv"]
    answer = subprocess.run(asked, check=True, capture_output=True, env=there, cwd=tmp_path, text=True)

    assert "OMAR ABDULLAH" in answer.stdout


def test_the_container_copies_only_what_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "deploy" / "Dockerfile").read_text(), re.MULTILINE)

    assert [name for line in copied for name in line.split() if not (ROOT / name).exists()] == []


@pytest.mark.parametrize(("lock", "extras"), [("requirements.lock", ()), ("requirements-dev.lock", ("dev",))])
def test_the_lock_files_have_every_dependency_with_its_hash(lock: str, extras: tuple[str, ...]) -> None:
    """Where one is missing, run `make lock`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    locked = (ROOT / lock).read_text()
    pinned = dict(re.findall(r"^([a-z0-9-]+)==(\S+)(?: ;.*)? \\\n    --hash=sha256:", locked, re.MULTILINE))

    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    wanted = [Requirement(line) for line in lines]
    assert [str(each) for each in wanted if not each.specifier.contains(pinned.get(each.name, "0"))] == []
    assert "://" not in re.sub(r"#.*", "", locked)
