"""
The law of every reader, and how it is tried on bad files for a while.

Whatever a file holds, its reader gives statements or says in words what is wrong and where; it takes a bounded
time, and what it gives is loaded into the record whole, which verifies, or refused.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
import time
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck
from hypothesis import Phase
from hypothesis import given
from hypothesis import seed
from hypothesis import settings
from hypothesis import strategies as st

from janadesh.errors import JanadeshError
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from tests.fuzz.good_files import Good
from tests.fuzz.good_files import goods
from tests.fuzz.good_files import make_record
from tests.fuzz.mutations import mutated

SECONDS_AT_MOST = 5.0
"""Of processor time, for a file of at most 300 kilobytes: some hundred times what a good one takes."""


class Bench:
    """A folder to put bad files in, and a record beside it that is as new whenever something was loaded."""

    def __init__(self, folder: Path) -> None:
        """Make the record that the files fit."""
        self._new = folder / "new.sqlite"
        self._used = folder / "used.sqlite"
        self._given = folder / "given"
        make_record(self._new)
        self.record = self._renewed()

    def put(self, good: Good, files: Mapping[str, bytes]) -> Path:
        """Write files, and name the path that a reader is given."""
        shutil.rmtree(self._given, ignore_errors=True)
        for name, content in files.items():
            (self._given / name).parent.mkdir(parents=True, exist_ok=True)
            (self._given / name).write_bytes(content)
        return self._given if good.is_folder else self._given / next(iter(files))

    def renew(self) -> None:
        """Take a new record."""
        self.record.close()
        self.record = self._renewed()

    def _renewed(self) -> Record:
        for rest in ("", "-wal", "-shm"):
            Path(f"{self._used}{rest}").unlink(missing_ok=True)
        return open_record(shutil.copy(self._new, self._used))


@contextmanager
def a_bench() -> Iterator[Bench]:
    """Make a bench, and clear it away."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        yield bench
        bench.record.close()


def bad_files(good: Good) -> st.SearchStrategy[dict[str, bytes]]:
    """Make one of the files bad."""
    return st.sampled_from(sorted(good.files)).flatmap(
        lambda name: mutated(good.files[name]).map(lambda content: {**good.files, name: content})
    )


def loaded(good: Good, files: Mapping[str, bytes], bench: Bench) -> bool:
    """Hold a reader to the law, and say whether it gave anything that was new to the record."""
    path = bench.put(good, files)
    started = time.process_time()
    try:
        read = good.read(path, bench.record)
        entry = bench.record.load(read) if read is not None else None
    except JanadeshError as error:
        _is_told_well(error)
        entry = None
    took = time.process_time() - started
    assert took < SECONDS_AT_MOST, f"it took {took:.1f} s"
    assert len(bench.record.entries()) == (1 if entry is None else 2)
    if entry is not None:
        assert bench.record.altered() == []
        bench.renew()
    return entry is not None


def _is_told_well(error: JanadeshError) -> None:
    """Make sure that an error is of the input, and says where something is wrong."""
    assert error.exit_code == 2, repr(error)
    if isinstance(error, Refused):
        assert error.faults
        assert all(fault.file and fault.problem for fault in error.faults)
    assert len(str(error)) > 10
    assert "Traceback" not in str(error)


def fuzz(name: str, seconds: float) -> int:
    """
    Try a reader on bad files for some seconds, in rounds of numbered seeds, and count them.

    Raises: AssertionError or whatever the reader raised, with the smallest bad files found in its notes.
    """
    good = goods()[name]
    tried = 0
    with a_bench() as bench:
        # imports and first calls are no part of any file's time
        loaded(good, good.files, bench)
        until = time.monotonic() + seconds

        def try_on(files: dict[str, bytes]) -> None:
            nonlocal tried
            # at least one, however busy the machine is
            if not tried or time.monotonic() < until:
                tried += 1
                loaded(good, files, bench)

        quick = settings(
            max_examples=25,
            deadline=None,
            database=None,
            report_multiple_bugs=False,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        for number in itertools.count():
            if tried and time.monotonic() > until:
                break
            seed(number)(quick(given(files=bad_files(good))(try_on)))()
    return tried
