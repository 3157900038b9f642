"""How files are cut into pieces and put together to portions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'janadesh[corpus]'")

from janadesh.corpus import pieces as cutting
from janadesh.corpus.documents import LeftOut
from janadesh.corpus.documents import documents_of
from janadesh.corpus.pieces import MOST_FILES
from janadesh.corpus.pieces import Piece
from janadesh.corpus.pieces import pieces_of
from janadesh.corpus.pieces import portions_of
from janadesh.corpus.pieces import read_in
from janadesh.corpus.pieces import written_out
from tests.corpus import archives


def ids(pieces: list[Piece]) -> list[str]:
    return [d.id for piece in pieces for d in documents_of(piece, None) if not isinstance(d, LeftOut)]


def piece(number: int, weight: int) -> Piece:
    return Piece(path=f"{number:03}", form="whole", size=weight, modified=0, weight=weight)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    lengths=st.lists(st.integers(min_value=1, max_value=120), max_size=40),
    block=st.integers(min_value=1, max_value=300),
    portion=st.integers(min_value=1, max_value=600),
    ends_whole=st.booleans(),
)
def test_every_line_is_in_one_piece_and_keeps_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lengths: list[int], block: int, portion: int, ends_whole: bool
) -> None:
    monkeypatch.setattr(cutting, "_BLOCK_BYTES", block)
    file = tmp_path / "news.jsonl"
    lines = [json.dumps({"date": "2024-10-08", "text": "x" * length}) for length in lengths]
    file.write_text("\n".join(lines) + "\n" * ends_whole)

    assert ids(pieces_of(file, portion)) == [f"news-{number}" for number in range(1, len(lines) + 1)]


def test_a_parquet_file_is_cut_between_row_groups(tmp_path: Path) -> None:
    pieces = pieces_of(archives.parquet(tmp_path / "news.parquet"))

    assert [(one.start, one.end, one.first) for one in pieces] == [(n, n + 1, n + 1) for n in range(5)]
    assert ids(pieces) == ["one", "two", "three"]


def test_small_files_are_put_together_and_large_ones_stand_alone() -> None:
    pieces = [piece(1, 40), piece(2, 50), piece(3, 500), piece(4, 10)]

    assert list(portions_of(pieces, set(), 100)) == [tuple(pieces[:2]), (pieces[2],), (pieces[3],)]


def test_a_portion_has_so_many_files_at_most() -> None:
    pieces = [piece(number, 1) for number in range(MOST_FILES + 1)]

    assert [len(portion) for portion in portions_of(pieces, set())] == [MOST_FILES, 1]


def test_a_portion_does_not_reach_across_what_is_done() -> None:
    """Or the claims of a run that was broken off would stand in another order."""
    pieces = [piece(1, 1), piece(2, 1), piece(3, 1)]

    assert list(portions_of(pieces, {pieces[1]})) == [(pieces[0],), (pieces[2],)]


def test_a_portion_comes_back_from_json_as_it_was(tmp_path: Path) -> None:
    portion = tuple(pieces_of(archives.parquet(tmp_path / "news.parquet")))

    assert read_in(written_out(portion)) == portion


def test_a_line_of_ten_megabytes_is_left_out_and_the_next_is_read(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    good = json.dumps({"date": "2024-10-08", "text": "short"})
    file.write_text(f'{{"text": "{"x" * 10_000_001}"}}\n{good}\n')
    first, second = (document for one in pieces_of(file) for document in documents_of(one, None))

    assert first == LeftOut("news.jsonl, line 1", "news.jsonl, line 1: it has more than 10 MB, and is not read.")
    assert not isinstance(second, LeftOut)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"no JSON", "line 1: this is not JSON: Expecting value"),
        (b'{"text": ' + b"[" * 100_000, "line 1: the JSON is nested too deeply"),
        (b'{"text": "x", "date": ' + b"9" * 5000 + b"}", "line 1: this is not JSON: Exceeds the limit"),
        (b'{"text": "caf\xe9"}', "line 1: it is not in UTF-8: there is the byte 0xe9"),
        (b"[1]", 'line 1: it is not an object with a "text"'),
        (b'{"text": "undated"}', "news-1: it does not say when it was written"),
    ],
)
def test_a_bad_line_is_left_out_with_the_reason(tmp_path: Path, line: bytes, reason: str) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(line)
    (found,) = (document for one in pieces_of(file) for document in documents_of(one, None))

    assert isinstance(found, LeftOut)
    assert reason in found.reason


def test_a_parquet_file_without_texts_says_which_columns_it_has(tmp_path: Path) -> None:
    import polars as pl

    file = tmp_path / "news.parquet"
    pl.DataFrame({"body": ["x"], "day": ["2024-10-08"]}).write_parquet(file)
    (found,) = (document for one in pieces_of(file) for document in documents_of(one, None))

    assert isinstance(found, LeftOut)
    assert found.reason.startswith("news.parquet: it has no column text, only body, day.")


def test_a_broken_parquet_file_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "news.parquet"
    file.write_bytes(archives.parquet(file).read_bytes()[:200])
    (found,) = (document for one in pieces_of(file) for document in documents_of(one, None))

    assert isinstance(found, LeftOut)
    assert "it cannot be read as Parquet" in found.reason
