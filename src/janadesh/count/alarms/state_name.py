"""A state's name that disagrees with its code."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import PAGE
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find pages that name another state than the contest's; the contest is told by the code, which counts."""
    names = scene.contests.territories
    rows = (
        scene.pages.filter(pl.col("printed_territory").is_not_null())
        .group_by(PAGE)
        .agg(pl.col("printed_territory", "page").first())
        .join(scene.contests.frame.select("contest", "territory"), on="contest")
        .filter(pl.col("printed_territory") != pl.col("territory"))
        .join(names.rename({"name": "place"}), on="territory", how="left")
        .join(names.rename({"name": "printed"}), left_on="printed_territory", right_on="territory", how="left")
    )
    return fired(
        rows,
        pl.format(
            "the row names {}, its code is of {}",
            pl.coalesce("printed", "printed_territory"),
            pl.coalesce("place", "territory"),
        ),
        later_source="page",
    )


STATE_NAME = Rule(
    name="state name against code",
    about="A row names another state than its code. The code counts, so nothing is held.",
    find=find,
    holds=False,
    is_lasting=True,
    is_of_page=True,
)
