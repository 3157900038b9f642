"""
Memory that was freed, given back to the system.

A page of a large election takes tens of megabytes for a moment, in whichever thread draws it. The allocator of glibc
keeps what was freed, in up to eight arenas a processor, and raises the size from which it returns a block at once with
each large block freed: a desk that held 100 MB grew by 40 MB a minute while votes were counted, free memory all of it.
Other systems' allocators need no word.
"""

from __future__ import annotations

import ctypes
import os
import platform
from threading import Event
from threading import Thread

_SETTINGS = (
    ("MALLOC_ARENA_MAX", -8, 1),
    ("MALLOC_MMAP_THRESHOLD_", -3, 128 * 1024),
    ("MALLOC_TRIM_THRESHOLD_", -1, 1024 * 1024),
)
"""What the environment calls it, what `mallopt(3)` calls it, and its value."""
SECONDS_BETWEEN = 20


def keep_few_arenas() -> tuple[str, ...]:
    """
    Let few arenas be made, and large blocks be returned once they are freed; call it before threads begin.

    Gives the names of what was set, as `mallopt(3)` has them for the environment: none where there is no glibc; what
    the environment sets already is left as it is. See https://man7.org/linux/man-pages/man3/mallopt.3.html
    """
    if not _is_glibc():
        return ()
    mallopt = ctypes.CDLL(None).mallopt
    return tuple(
        name for name, parameter, value in _SETTINGS if name not in os.environ and mallopt(parameter, value) == 1
    )


def give_back_freed_memory() -> bool:
    """
    Return every whole page that is free, between what is held too; it takes milliseconds. Says whether there was any.

    See https://man7.org/linux/man-pages/man3/malloc_trim.3.html
    """
    return _is_glibc() and ctypes.CDLL(None).malloc_trim(0) == 1


def go_on_giving_back(seconds: float = SECONDS_BETWEEN) -> Event:
    """Give freed memory back again and again, beside what else goes on, until the event that is given is set."""
    ends = Event()

    def give_back() -> None:
        while not ends.wait(seconds):
            give_back_freed_memory()

    if _is_glibc():
        Thread(target=give_back, name="give back freed memory", daemon=True).start()
    return ends


def _is_glibc() -> bool:
    return platform.libc_ver()[0] == "glibc"
