"""Pages of candidates seen when a contest was declared already, beside the lead that declared it."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.count.scene import PAGE
from janadesh.count.scene import Scene

_AT = pl.Datetime("us", "UTC")
_NONE_DECLARED = pl.DataFrame(
    schema={
        "contest": pl.UInt32(),
        "at": _AT,
        "leading": pl.Int64(),
        "trailing": pl.Int64(),
        "margin": pl.Int64(),
        "lead_at": _AT,
        "lead_page": pl.String(),
        "page": pl.String(),
        "leading_votes": pl.Int64(),
        "trailing_votes": pl.Int64(),
        "most_of_others": pl.Int64(),
    }
)


def pages_after_declaring(scene: Scene) -> pl.DataFrame:
    """
    Give the pages that are not older than a declaration, beside it.

    The lists of leads and the pages of candidates are brought up to date minutes apart, so only what no longer moves
    can be compared.

    Returns: `contest, at, page, leading, trailing, margin, lead_at, lead_page, leading_votes, trailing_votes,
        most_of_others`, the votes by the page; NOTA is among no others.
    """
    if not (scene.standing_leads["status"] == "declared").any():
        return _NONE_DECLARED
    leads = scene.standing_leads.select(
        "contest", "at", "leading", "trailing", "margin", "status", lead_at="at", lead_page="page"
    ).sort("at")
    ended = leads.filter(pl.col("status") == "declared").select("contest").unique()
    moments = scene.pages.select(PAGE).unique().join(ended, on="contest", how="semi")
    beside = moments.sort("at").join_asof(leads, on="at", by="contest", strategy="backward", check_sortedness=False)
    # a declaration may be taken back
    beside = beside.filter(pl.col("status") == "declared").drop("status")
    votes = scene.pages.filter(pl.col("serial") != model.NOTA).select(*PAGE, "serial", "total", "page", "changed")
    rows = beside.filter(pl.col("leading").is_not_null()).join(votes, on=PAGE)
    others = pl.col("serial") != pl.col("leading")
    return rows.group_by(PAGE, maintain_order=True).agg(
        pl.col("leading", "trailing", "margin", "lead_at", "lead_page").first(),
        page=pl.coalesce(pl.col("page").filter("changed").first(), pl.col("page").first()),
        leading_votes=pl.col("total").filter(~others).first(),
        trailing_votes=pl.col("total").filter(pl.col("serial") == pl.col("trailing")).first(),
        most_of_others=pl.col("total").filter(others).max(),
    )
