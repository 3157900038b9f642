"""What every question to a desk is made of: a path under the interface, a moment, and how the answer is read."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any
from typing import TypeVar
from urllib.parse import quote

import polars as pl

from janadesh.client.asking import Asking
from janadesh.desk.api.shapes.envelope import Answer
from janadesh.record.moments import Moment

Shaped = TypeVar("Shaped")
Given = str | int | float | bool | list[str] | None


class Questions:
    """Asks for tables and objects over a connection."""

    def __init__(self, asking: Asking) -> None:
        """Keep the connection."""
        self._asking = asking

    def _table(self, path: str, as_of: Moment | None, **query: Given) -> pl.DataFrame:
        # Parquet keeps the types of columns, and has all rows at once
        return pl.read_parquet(io.BytesIO(self._asking.get(f"{path}.parquet", {"as_of": written(as_of), **query})))

    def _object(self, path: str, shape: type[Shaped], as_of: Moment | None, **query: Given) -> Shaped:
        content = self._asking.get(path, {"as_of": written(as_of), **query})
        answer: Answer[Any] = Answer[shape].model_validate_json(content)  # type: ignore[valid-type]
        shaped: Shaped = answer.data
        return shaped


def under(election: str, part: str = "") -> str:
    """Give the path of an election, or of a part of it."""
    path = f"elections/{quote(election, safe='')}"
    return f"{path}/{part}" if part else path


def seat(election: str, constituency: str | int, part: str = "") -> str:
    """Give the path of a constituency, or of a part of it."""
    path = under(election, f"constituencies/{quote(str(constituency), safe='')}")
    return f"{path}/{part}" if part else path


def named(kind: str, name: str, part: str = "") -> str:
    """Give the path of one of a kind, or of a part of it."""
    path = f"{kind}/{quote(name, safe='')}"
    return f"{path}/{part}" if part else path


def written(moment: Moment | None) -> str | None:
    """Write a moment as an address has it."""
    return moment.isoformat() if isinstance(moment, dt.date) else moment


def joined(names: str | list[str] | tuple[str, ...] | None) -> str | None:
    """Write names as an address has them, parted by commas; what is written so already stays."""
    return names if names is None or isinstance(names, str) else ",".join(names)
