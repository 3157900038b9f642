"""The state of a count: all that a further observation is held against."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from janadesh import model
from janadesh.count.scene import KEPT
from janadesh.record.statements import frame_schema
from janadesh.sources.observations import VOTES

_AT = pl.Datetime("us", "UTC")

SHOWN: dict[str, pl.DataType] = {
    "contest": pl.UInt32(),
    "serial": pl.Int64(),
    "at": _AT,
    "since": _AT,
    **{name: VOTES[name] for name in ("source", "page", *KEPT)},
    "held": pl.Boolean(),
}
"""The last page's row of each candidacy; `since` is when its figures were first shown, `held` whether by an alarm."""

LEADING: dict[str, pl.DataType] = {
    "contest": pl.UInt32(),
    "at": _AT,
    "leading": pl.Int64(),
    "trailing": pl.Int64(),
    "margin": pl.Int64(),
    "status": pl.String(),
    "round": pl.Int64(),
    "rounds": pl.Int64(),
    "page": pl.String(),
    "source": pl.String(),
    "leader_since": _AT,
    "leader_before": pl.Int64(),
}
"""The last lead of each contest; `leader_since` is when the one ahead took the lead, of `leader_before`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountState:
    """
    A count as it stands after the observations so far.

    - `shown`: a frame of `SHOWN`: what was last shown, held or not.
    - `good`: the same columns: the last figures that no alarm holds.
    - `leads`: a frame of `LEADING`.
    - `alarms`: a frame of `model.Alarm`: those that nothing has cleared yet.
    """

    shown: pl.DataFrame
    good: pl.DataFrame
    leads: pl.DataFrame
    alarms: pl.DataFrame


def nothing_counted() -> CountState:
    """Give the state before the first observation."""
    return CountState(
        shown=pl.DataFrame(schema=SHOWN),
        good=pl.DataFrame(schema=SHOWN),
        leads=pl.DataFrame(schema=LEADING),
        alarms=pl.DataFrame(schema=frame_schema(model.Alarm)),
    )
