"""
Every reader holds to its law on bad files made by chance; see `running`.

For a minute each in CI, for ten seconds elsewhere; `JANADESH_FUZZ_SECONDS` says otherwise (`make fuzz`: ten
minutes). A reader of several layouts shares its time among them. Readers run side by side, each in a process of
its own.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from concurrent.futures import Future
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from janadesh.sources.sniff import READERS
from tests.fuzz.good_files import goods
from tests.fuzz.mutations import ENTITIES
from tests.fuzz.running import a_bench
from tests.fuzz.running import fuzz
from tests.fuzz.running import loaded

SECONDS = float(os.environ.get("JANADESH_FUZZ_SECONDS") or (60 if os.environ.get("CI") == "true" else 10))
SIDE_BY_SIDE = 3 * (os.cpu_count() or 1)
"""More than there are processors: a reader's time is told by the clock, so that all take no longer than they may."""

NOT_LOADED = ("archive", "article")
NAMES = sorted(goods())


def _reader(name: str) -> str:
    return name.partition(":")[0]


LAYOUTS = Counter(map(_reader, NAMES))


@pytest.fixture(scope="module")
def runs() -> Iterator[Mapping[str, Future[int]]]:
    """Start the runs of all readers, so many at a time; each test waits for its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(SIDE_BY_SIDE, mp_context=context) as processes:
        yield {name: processes.submit(fuzz, name, SECONDS / LAYOUTS[_reader(name)]) for name in NAMES}
        processes.shutdown(cancel_futures=True)


def test_every_reader_has_a_good_file_to_begin_with() -> None:
    assert {reader.name for reader in READERS} <= LAYOUTS.keys()


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith(NOT_LOADED)])
def test_the_good_file_is_loaded(name: str) -> None:
    good = goods()[name]
    with a_bench() as bench:
        assert loaded(good, good.files, bench)


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_holds_to_its_law_whatever_the_file(runs: Mapping[str, Future[int]], name: str) -> None:
    """It gives statements, or says in words what is wrong; in bounded time, and nothing is half loaded."""
    assert runs[name].result(timeout=600 + SECONDS * len(NAMES)) > 0


@pytest.mark.parametrize(
    ("name", "file", "content"),
    [
        ("lokdhaba", "Jammu_&_Kashmir_AE.csv", b""),
        ("booths:tar", "2019-uttar-pradesh.tar.gz", b"\x1f\x8b\x08\x00\x1a\x1e\x06k\x02\xff\xed\xd1]O\xc2NaN"),
        ("nist-xml", "report.xml", f"{ENTITIES}<ElectionReport>&i;</ElectionReport>".encode()),
        ("article-feed", "a.xml", f"{ENTITIES}<rss><channel><title>&i;</title></channel></rss>".encode()),
        (
            "pack",
            "houses.csv",
            b"id,name,territory,kind,elected_seats,known_at,source\na,b,c,9,2024-10-08,eci\n9,eci\n",
        ),
        ("count-feed", "feed.csv", b"timestamp,st_code,pc_no,candidate,votes\n2024-06-04 16:31:48,S01,1,ANITA,5\n"),
        ("article-feed", "a.xml", b'<?xml version="1.0" encoding="utf-8"?>\n' * 200),
        ("article-html", "a.html", b"<!-- a -->" * 200 + b"<p>"),
        ("eci-pages", "AcResultGenOct2024/statewiseU081.htm", b"<html></html>" + b"<!-- a -->" * 200 + b"<p>"),
        ("eci-assembly-json", "jammu-and-kashmir-2024.json", b"[" * 100_000),
    ],
    ids=lambda value: value if isinstance(value, str) and "." not in value else None,
)
def test_what_was_found_stays_mended(name: str, file: str, content: bytes) -> None:
    """Files that once made a reader fail, or that are made to."""
    good = goods()[name]
    with a_bench() as bench:
        loaded(good, {**good.files, file: content}, bench)


def test_a_record_is_whole_after_a_file_is_refused(tmp_path: Path) -> None:
    good = goods()["eci-assembly"]
    with a_bench() as bench:
        assert not loaded(good, {"results.csv": good.files["results.csv"].replace(b"35804", b"NaN")}, bench)
        assert loaded(good, good.files, bench)
