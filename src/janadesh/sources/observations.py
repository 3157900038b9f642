"""
Observations of a count: what a source was seen to show of a contest's votes and leads, and when.

Every feed of a count comes down to these two frames, whatever it was gathered in. They are the frozen
contract between readers of feeds and `janadesh.count`, and between a replay and a count followed live.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import polars as pl

from janadesh.errors import Fault
from janadesh.record.statements import Statements

CONTEST = ("election", "constituency")
"""The columns that say of which contest a row is."""

FIGURES = ("evm", "postal", "migrant", "total")
"""Votes by kind and in all; null is unknown, which is not zero."""

VOTES: Mapping[str, pl.DataType] = MappingProxyType(
    {
        "observed_at": pl.Datetime("us", "UTC"),
        "election": pl.String(),
        "constituency": pl.String(),
        "serial": pl.Int64(),
        "evm": pl.Int64(),
        "postal": pl.Int64(),
        "migrant": pl.Int64(),
        "total": pl.Int64(),
        "status": pl.String(),
        "round": pl.Int64(),
        "rounds": pl.Int64(),
        "stated_total": pl.Int64(),
        "is_whole": pl.Boolean(),
        "printed_territory": pl.String(),
        "page": pl.String(),
        "source": pl.String(),
    }
)
"""
Votes shown for a candidacy, or for NOTA (serial 0), one row a candidacy and moment.

- `status`: `interim` or `final`. `round`, `rounds`: counted, and in all.
- `stated_total`: the votes of all candidates and NOTA together, where the page states that too.
- `is_whole`: whether the page listed every candidate, so that one who is absent has vanished from it.
- `printed_territory`: the state or union territory that the row names, by id; null where it names none.
- `page`: the page or file it was seen on, for people. `source`: a `Source.id`.
"""

LEADS: Mapping[str, pl.DataType] = MappingProxyType(
    {
        "observed_at": pl.Datetime("us", "UTC"),
        "election": pl.String(),
        "constituency": pl.String(),
        "leading": pl.Int64(),
        "trailing": pl.Int64(),
        "margin": pl.Int64(),
        "status": pl.String(),
        "round": pl.Int64(),
        "rounds": pl.Int64(),
        "page": pl.String(),
        "source": pl.String(),
    }
)
"""Who was shown ahead of whom in a contest, by serial; `status` is `counting`, `declared` or `uncontested`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observations:
    """
    What was observed, in any order and with repetitions.

    - `votes`: a frame with the columns of `VOTES`.
    - `leads`: a frame with the columns of `LEADS`.
    """

    votes: pl.DataFrame
    leads: pl.DataFrame

    @property
    def height(self) -> int:
        """How many rows there are in both."""
        return self.votes.height + self.leads.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """
    A recorded count.

    - `read_from`: the file or folder.
    - `foundation`: what its statements refer to and the record did not know by its first moment: the
      source, the election, contests, candidacies, parties.
    - `observed`: the observations.
    - `set_aside`: rows that could not be placed.
    """

    read_from: str
    foundation: Statements
    observed: Observations
    set_aside: tuple[Fault, ...] = ()


def votes_frame(frame: pl.DataFrame) -> pl.DataFrame:
    """Give a frame exactly the columns of `VOTES`; missing ones are null, `status` is interim."""
    return _shaped(frame, VOTES).with_columns(
        pl.col("status").fill_null("interim"),
        pl.col("is_whole").fill_null(False),  # noqa: FBT003
    )


def leads_frame(frame: pl.DataFrame) -> pl.DataFrame:
    """Give a frame exactly the columns of `LEADS`; missing ones are null, `status` is counting."""
    return _shaped(frame, LEADS).with_columns(pl.col("status").fill_null("counting"))


def none_observed() -> Observations:
    """Give observations without a row."""
    return Observations(votes=pl.DataFrame(schema=dict(VOTES)), leads=pl.DataFrame(schema=dict(LEADS)))


def _shaped(frame: pl.DataFrame, shape: Mapping[str, pl.DataType]) -> pl.DataFrame:
    if frame.is_empty():
        return pl.DataFrame(schema=dict(shape))
    return frame.select(
        pl.col(name).cast(dtype) if name in frame.columns else pl.lit(None, dtype=dtype).alias(name)
        for name, dtype in shape.items()
    )
