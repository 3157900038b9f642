"""Folders and zip archives: what is given of them, and what is refused before it can do harm."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from janadesh.sources.archive import Limits
from janadesh.sources.archive import UnsafeArchive
from janadesh.sources.archive import walk


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def put(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def problem(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UnsafeArchive) as refused:
        list(walk(path, limits))
    return str(refused.value)


def test_a_folder_gives_its_files_and_those_of_its_folders_in_order(tmp_path: Path) -> None:
    put(tmp_path, "b/two.htm", b"2")
    put(tmp_path, "a.htm", b"1")

    assert list(walk(tmp_path)) == [("a.htm", b"1"), ("b/two.htm", b"2")]


def test_an_archive_gives_its_members_and_those_of_an_archive_in_it(tmp_path: Path) -> None:
    archive = put(tmp_path, "pages.zip", zipped({"x/a.htm": b"1", "inner.zip": zipped({"b.htm": b"2"})}))

    assert list(walk(archive)) == [("inner.zip/b.htm", b"2"), ("x/a.htm", b"1")]
    assert [name for name, _ in walk(tmp_path)] == ["pages.zip/inner.zip/b.htm", "pages.zip/x/a.htm"]


def test_a_file_is_given_by_its_own_name(tmp_path: Path) -> None:
    assert list(walk(put(tmp_path, "a.htm", b"1"))) == [("a.htm", b"1")]


def test_only_wanted_files_are_read(tmp_path: Path) -> None:
    archive = put(tmp_path, "pages.zip", zipped({"a.htm": b"1", "film.mp4": b"0" * 3_000_000}))

    given = list(walk(archive, Limits(file_bytes=1_000_000), lambda name: name.endswith(".htm")))

    assert given == [("a.htm", b"1")]


@pytest.mark.parametrize("name", ["../out.htm", "a/../../out.htm", "/etc/out.htm", "C:/out.htm", "..\\out.htm"])
def test_a_member_that_climbs_out_is_refused_before_anything_is_read(tmp_path: Path, name: str) -> None:
    archive = put(tmp_path, "pages.zip", zipped({"good.htm": b"1", name: b"2"}))

    with pytest.raises(UnsafeArchive, match="climbs out of the archive"):
        next(walk(archive))


def test_a_symbolic_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.htm")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")

    assert "link.htm: it is a symbolic link" in problem(put(tmp_path, "pages.zip", out.getvalue()))


def test_a_link_that_leads_out_of_a_folder_is_refused(tmp_path: Path) -> None:
    outside = put(tmp_path, "secret.txt", b"secret")
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.htm").symlink_to(outside)

    assert "a.htm: it is a link that leads out of pages" in problem(folder)


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    bomb = put(tmp_path, "bomb.zip", zipped({"a.htm": b"0" * 5_000_000}))

    assert "more than 200 times its size" in problem(bomb)


def test_a_bomb_that_lies_about_its_size_is_refused_by_what_comes_out(tmp_path: Path) -> None:
    """The size in the archive's directory is only a claim."""
    content = bytearray(zipped({"a.htm": b"0" * 5_000_000}))
    true, small = (5_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little")
    assert true in content

    told = problem(put(tmp_path, "bomb.zip", bytes(content.replace(true, small))))

    assert "more than 200 times its size" in told or "no zip archive that can be unpacked" in told


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (Limits(files=2), "more than 2 files"),
        (Limits(file_bytes=1_000), "unpacks to more than 0.001 MB"),
        (Limits(all_bytes=3_000), "all files together unpack to more than 0.003 MB"),
    ],
)
def test_too_much_is_refused(tmp_path: Path, limits: Limits, told: str) -> None:
    members = {f"{place}.htm": b"x" * 2_000 for place in range(3)}

    assert told in problem(put(tmp_path, "many.zip", zipped(members)), limits)


def test_archives_nested_too_deep_are_refused(tmp_path: Path) -> None:
    content = b"1"
    for _ in range(3):
        content = zipped({"inner.zip" if content != b"1" else "a.htm": content})

    assert "more than 2 deep" in problem(put(tmp_path, "deep.zip", content))


def test_a_broken_archive_and_one_under_a_password_are_told(tmp_path: Path) -> None:
    whole = zipped({"a.htm": b"1" * 100})
    assert "no zip archive that can be unpacked" in problem(put(tmp_path, "cut.zip", whole[:-30]))

    locked = bytearray(whole)
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + flag] |= 1
    assert "password" in problem(put(tmp_path, "locked.zip", bytes(locked)))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "there is no such file or folder" in problem(tmp_path / "nothing")
