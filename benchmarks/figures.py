"""What a benchmark measured, kept for the table of all of them (`benchmarks/everything.py`)."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from dataclasses import dataclass
from pathlib import Path

FILE = "JANADESH_FIGURES"
"""The environment variable that names the file of JSON lines to add to; without it nothing is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """
    One thing measured.

    `ours` and `other` are written with their unit; `other` is the baseline's figure of the same run and `beside` its
    name. `ratio` is ours over the other's. `goal` is what the issues ask for, and `met` whether it is.
    """

    what: str
    ours: str
    beside: str = ""
    other: str = ""
    ratio: float | None = None
    memory: str = ""
    goal: str = ""
    met: bool | None = None


def keep(figure: Figure) -> None:
    """Add a figure to the file that the environment names."""
    if place := os.environ.get(FILE):
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(figure)) + "\n")
