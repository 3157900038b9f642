"""What is the same in every answer: the envelope around what was asked for, and the one shape of errors."""

from __future__ import annotations

import datetime as dt
from typing import Generic
from typing import TypeVar

from pydantic import BaseModel
from pydantic import ConfigDict

Data = TypeVar("Data")


class Shape(BaseModel):
    """The root of all shapes: what stands under a field describes it, and no other field is taken."""

    model_config = ConfigDict(use_attribute_docstrings=True, extra="forbid", frozen=True)


class Page(Shape):
    """Which rows of a table an answer holds."""

    total: int
    """How many rows there are in all."""
    limit: int | None
    """How many rows were asked for at most; null is all."""
    offset: int
    """How many rows were passed over."""


class Answer(Shape, Generic[Data]):
    """What every answer in JSON looks like."""

    as_of: dt.datetime | None
    """The moment that was asked for, in UTC; null is now."""
    known_at: dt.datetime | None
    """When anything last became known, by the moment asked for; null where nothing was known yet."""
    entry: str
    """The hash of the ledger's last entry, which stands for all that was ever loaded; empty where nothing was."""
    page: Page | None
    """Which rows these are; null where the answer is no table."""
    data: Data
    """What was asked for: an object, or the rows of a table."""


class Problem(Shape):
    """What was wrong, as RFC 9457 has it (`application/problem+json`)."""

    type: str
    """Where the reference tells of this kind of problem."""
    title: str
    """The kind of problem in a few words."""
    status: int
    """The HTTP status."""
    detail: str
    """What was wrong with this request, and what to do: a mistyped name is answered with the nearest ones."""
    instance: str
    """The path that was asked for."""
