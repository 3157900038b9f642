"""A lead that changes without votes."""

from __future__ import annotations

import polars as pl

from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.rule import fired
from janadesh.count.scene import PAGE
from janadesh.count.scene import Scene


def find(scene: Scene) -> pl.DataFrame:
    """Find leads that went over by the very same margin, or while the votes of both stood still."""
    return pl.concat([_exchanged(scene), _by_standing_votes(scene)])


def _exchanged(scene: Scene) -> pl.DataFrame:
    rows = scene.leads.filter(
        pl.col("leading") == pl.col("earlier_trailing"),
        pl.col("trailing") == pl.col("earlier_leading"),
        pl.col("margin") == pl.col("earlier_margin"),
        pl.col("margin") > 0,
    )
    return fired(
        rows,
        pl.format("candidate {} led by {}, and now trails by as many", "trailing", "margin"),
        serial="leading",
        earlier_value="earlier_margin",
        earlier_at="earlier_at",
        earlier_source="earlier_page",
        later_value="margin",
        later_source="page",
    )


def _by_standing_votes(scene: Scene) -> pl.DataFrame:
    """A page before the change and one after it show the same votes, by which the other is ahead."""
    taken = scene.standing_leads.filter(pl.col("leader_before").is_not_null())
    leads = taken.select("contest", "at", "leading", "leader_since", "leader_before", lead_page="page").sort("at")
    if leads.is_empty():
        return fired(scene.leads.clear(), pl.lit(""))
    moments = scene.vectors.join(leads.select("contest").unique(), on="contest", how="semi").select(*PAGE, "is_before")
    pages = moments.unique(PAGE).sort(PAGE).with_columns(previous=pl.col("at").shift().over("contest"))
    beside = (
        pages.filter(~pl.col("is_before"))
        .sort("at")
        .join_asof(leads, on="at", by="contest", strategy="backward", check_sortedness=False)
        .filter(pl.col("leader_since") > pl.col("previous"))
    )
    votes = scene.vectors.select(*PAGE, "serial", "total", "changed", "since", "page")
    ahead = votes.select(*PAGE, leading="serial", leading_votes="total", leading_changed="changed", page="page")
    before = votes.select(*PAGE, leader_before="serial", before_votes="total", before_changed="changed", shown="since")
    rows = (
        beside.join(ahead, on=[*PAGE, "leading"])
        .join(before, on=[*PAGE, "leader_before"])
        .filter(~pl.col("leading_changed"), ~pl.col("before_changed"), pl.col("leading_votes") < pl.col("before_votes"))
    )
    return fired(
        rows,
        pl.format(
            "candidate {} is said to lead with {} votes, candidate {} has {}",
            *("leading", "leading_votes", "leader_before", "before_votes"),
        ),
        serial="leading",
        earlier_value="before_votes",
        earlier_at="shown",
        earlier_source="page",
        later_value="leading_votes",
        later_source="lead_page",
    )


LEAD_WITHOUT_VOTES = Rule(
    name="lead change without votes",
    about="The lead goes from one candidate to another though the votes of both, or the margin, stand as they were.",
    find=find,
    holds=False,
    cleared_by_leads=True,
)
