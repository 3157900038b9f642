"""A declared winner who is not ahead by the votes shown after the declaration."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.after_declaring import pages_after_declaring
from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find pages on which another candidate has more votes than the declared winner; a tie may go by lot."""
    rows = pages_after_declaring(scene).filter(pl.col("leading_votes") < pl.col("most_of_others"))
    return fired(
        rows,
        pl.format("the declared winner has {} votes, another candidate {}", "leading_votes", "most_of_others"),
        serial="leading",
        earlier_at="lead_at",
        earlier_source="lead_page",
        earlier_value="leading_votes",
        later_value="most_of_others",
        later_source="page",
    )


DECLARED_BEHIND = Rule(
    name="declared winner not ahead",
    about="A page seen after a declaration gives another candidate more votes than the declared winner.",
    find=find,
    holds=False,
    is_lasting=True,
)
