"""
The package's short names, each imported when it is first used.

`import janadesh` alone takes no time, so that `janadesh --version` and `--help` answer at once; the
database and table libraries come in with the first record that is opened.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "Record": ("janadesh.record.book", "Record"),
    "load": ("janadesh.sources.loading", "load"),
    "open": ("janadesh.record.opening", "open_record"),
}


def __getattr__(name: str) -> Any:
    """Find a short name of the package (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'janadesh' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
