"""What the desk needed for a moment goes back to the system."""

from __future__ import annotations

import os
import platform
import subprocess
import sys

import pytest

from janadesh.desk.freed_memory import give_back_freed_memory
from janadesh.desk.freed_memory import keep_few_arenas

glibc = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the allocator here is not glibc's")

_DRAWING = """
import sys, time
import psutil
from janadesh.desk import freed_memory
if "few arenas" in sys.argv:
    freed_memory.keep_few_arenas()
large = b"x" * 20_000_000
del large
before = psutil.Process().memory_info().rss
parts = [b"x" * 100_000 for _ in range(600)]
# one that stays after all others, as a kept answer does
kept = parts[-1]
del parts
if "given back" in sys.argv:
    freed_memory.give_back_freed_memory()
if "again and again" in sys.argv:
    ends = freed_memory.go_on_giving_back(seconds=0.01)
    time.sleep(1)
    ends.set()
print(psutil.Process().memory_info().rss - before)
"""


def held(*words: str, **environment: str) -> float:
    """Weigh what a process holds still, in megabytes, after it needed 60 MB for a moment."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    run = subprocess.run(
        [sys.executable, "-c", _DRAWING, *words], env=clean | environment, capture_output=True, text=True, check=True
    )
    return int(run.stdout) / 1e6


@glibc
@pytest.mark.parametrize("how", ["given back", "again and again"])
def test_what_was_needed_for_a_moment_is_given_back(how: str) -> None:
    assert held() > 50
    assert held(how) < 5


@glibc
def test_large_blocks_are_given_back_at_once() -> None:
    """Blocks of 100 kB are large where the environment says so; what it says is left as it is."""
    assert held("few arenas") > 50
    assert held("few arenas", MALLOC_MMAP_THRESHOLD_="65536") < 5


@glibc
def test_what_the_environment_says_of_memory_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MALLOC_ARENA_MAX", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"):
        monkeypatch.setenv(name, "4")
    assert keep_few_arenas() == ()


def test_where_there_is_another_allocator_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "libc_ver", lambda: ("", ""))
    assert keep_few_arenas() == ()
    assert not give_back_freed_memory()
