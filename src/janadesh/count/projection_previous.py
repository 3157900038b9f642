"""
What the previous result of a seat says of a count: the margin to start from, and how mixed the seat is.

A seat is expected to end where its previous margin and the swing of the state's other seats put it (uniform swing:
Butler and Stokes, "Political Change in Britain", 1969). A seat whose parts voted far apart can turn late, since its
last rounds may all come from one of them. Only votes are read, never the order in which a source lists candidates.
"""

from __future__ import annotations

import polars as pl

NO_PREVIOUS = pl.DataFrame(schema={"contest": pl.String, "party": pl.String, "votes": pl.Float64})
NO_SEGMENTS = pl.DataFrame(
    schema={"contest": pl.String, "segment": pl.String, "party": pl.String, "votes": pl.Float64}
)  # fmt: skip
FEWEST_SEGMENTS = 3


def previous_margin(standing: pl.DataFrame, previous: pl.DataFrame) -> pl.Series:
    """
    Give the leader's party's margin over the rival's in the seat's previous result, a share of its votes.

    Where one of the two did not stand there, it takes the share of the best other party: a challenger inherits the
    place of the challenger before. Null where neither stood, or nothing is known.

    standing: `contest`, `leader_party`, `rival_party`. previous: `contest`, `party` (null for independents), `votes`.
    """
    share = (
        previous.group_by("contest", "party")
        .agg(pl.col("votes").cast(pl.Float64).sum())
        .with_columns(share=pl.col("votes") / pl.col("votes").sum().over("contest"))
        .filter(pl.col("party").is_not_null() & pl.col("share").is_finite())
        .select("contest", "party", "share")
    )
    lead, rival, party = pl.col("leader_party"), pl.col("rival_party"), pl.col("party")
    found = (
        standing.select("contest", "leader_party", "rival_party")
        .join(share, on="contest", how="inner")
        .group_by("contest")
        .agg(
            lead=pl.col("share").filter(party == lead).first(),
            rival=pl.col("share").filter(party == rival).first(),
            best_but_rival=pl.col("share").filter(party.ne_missing(rival)).max(),
            best_but_lead=pl.col("share").filter(party.ne_missing(lead)).max(),
        )
        .filter(pl.col("lead").is_not_null() | pl.col("rival").is_not_null())
        .select(
            "contest",
            previous=pl.coalesce("lead", "best_but_rival", 0.0) - pl.coalesce("rival", "best_but_lead", 0.0),
        )
    )
    return standing.select("contest").join(found, on="contest", how="left", maintain_order="left")["previous"]


def mixed(standing: pl.DataFrame, segments: pl.DataFrame) -> pl.Series:
    """
    Give how far the parts of each seat voted apart; null where fewer than FEWEST_SEGMENTS are known.

    It is the standard deviation, weighted by votes, of the margin of the seat's two foremost parties.

    segments: `contest`, `segment`, `party` (null for independents), `votes`, all of the previous election.
    """
    rows = segments.group_by("contest", "segment", "party").agg(pl.col("votes").cast(pl.Float64).sum())
    rank = (
        rows.filter(pl.col("party").is_not_null())
        .group_by("contest", "party")
        .agg(pl.col("votes").sum())
        .sort("contest", "votes", "party", descending=[False, True, False])
        .select("contest", "party", rank=pl.int_range(pl.len()).over("contest"))
    )
    votes = pl.col("votes")
    parts = (
        rows.join(rank, on=["contest", "party"], how="left", nulls_equal=False)
        .group_by("contest", "segment")
        .agg(
            votes.sum(),
            margin=votes.filter(pl.col("rank") == 0).sum() - votes.filter(pl.col("rank") == 1).sum(),
        )
        .filter(votes > 0)
    )
    apart = pl.col("margin") / votes - pl.col("margin").sum() / votes.sum()
    spread = parts.group_by("contest").agg(
        mixed=pl.when(pl.len() >= FEWEST_SEGMENTS).then(((votes * apart**2).sum() / votes.sum()).sqrt())
    )
    return standing.select("contest").join(spread, on="contest", how="left", maintain_order="left")["mixed"]
