"""What the first page of its kind would wait for, made ready while the desk is open already."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

from janadesh.desk.desk import Desk

LATE = ("janadesh.export.drawings.tile_map", "janadesh.count.projecting", "janadesh.claims.kept_articles")
"""Modules that few pages need and that take long to import, with SciPy's for example."""


def make_ready(desk: Desk) -> Thread:
    """Compile the templates and import what pages need later, beside what else goes on; ends with the process."""
    thread = Thread(target=_make_ready, args=(desk,), name="make the desk ready", daemon=True)
    thread.start()
    return thread


def _make_ready(desk: Desk) -> None:
    desk.pages.make_ready()
    for module in LATE:
        import_module(module)
