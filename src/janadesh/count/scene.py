"""
The scene of a step: what each page showed of a contest, beside what was shown before, ready for the rules.

A feed of changes lists on each page only the candidates whose figures moved; the others stand as they were. So every
page is completed to the whole contest here, and each row stands beside the figures before it.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from janadesh import model
from janadesh.analysis.territories import territory_names
from janadesh.record.book import Record
from janadesh.sources.observations import CONTEST
from janadesh.sources.observations import FIGURES

FEED = "count-feed-"
"""How the ids of sources of running counts begin."""

KEPT = (*FIGURES, "status", "round", "rounds")
"""What of a row says something new, if it differs from the row before."""

EARLIER = (*FIGURES, "page")
KEY = ["contest", "serial"]
PAGE = ["contest", "at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contests:
    """
    What is known beforehand of the contests counted.

    `frame` has `contest` (a running number, used within a step in place of the ids), `election`, `constituency`,
    `territory`, `electors`, `turnout` (in per cent), `final_at` (since when the record has a final result from
    elsewhere); the last three are null where no source says them. `territories` has the `name` of each `territory`.
    """

    frame: pl.DataFrame
    territories: pl.DataFrame

    def numbered(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Put the running number in place of `election` and `constituency`; rows of other contests are dropped."""
        return rows.join(self.frame.select(*CONTEST, "contest"), on=list(CONTEST), how="inner").drop(*CONTEST)

    def named(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Put `election` and `constituency` in place of the running number."""
        return rows.join(self.frame.select(*CONTEST, "contest"), on="contest", how="left").drop("contest")


def contests_of(record: Record, elections: list[str]) -> Contests:
    """Gather what the record knows of the contests of elections."""
    contests = record.frame(model.Contest, election=elections).select(*CONTEST).sort(*CONTEST)
    places = record.frame(model.Constituency).select("territory", constituency="id")
    figures = record.frame(
        model.Figure, election=elections, scope="constituency", measure=["electors", "turnout"]
    ).sort("known_at")
    electorate = figures.group_by("election", constituency="scope_id").agg(
        electors=pl.col("value").filter(pl.col("measure") == "electors").last(),
        turnout=pl.col("value").filter(pl.col("measure") == "turnout").last(),
    )
    finals = (
        record.history(model.Tally, election=elections, status="final")
        .filter(~pl.col("source").str.starts_with(FEED))
        .group_by(CONTEST)
        .agg(final_at=pl.col("known_at").min())
    )
    return Contests(
        frame=contests.join(places, on="constituency", how="left")
        .join(electorate, on=list(CONTEST), how="left")
        .join(finals, on=list(CONTEST), how="left")
        .sort(*CONTEST)
        .with_row_index("contest"),
        territories=territory_names(record),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """
    What the rules look at.

    - `pages`: one row a contest, page and candidacy, in the order `contest, serial, at`: `contest, at, serial`, the
      figures and `page` as they stand there; `changed` (the page says something new of the candidacy), `own` (the
      page lists it), `since` (when the figures were first shown); the figures before as `earlier_…` with
      `earlier_since`; `is_whole`, `stated_total`, `printed_territory` of the page.
    - `vectors`: the same columns, with the page before the first of each contest.
    - `others`: the last page's rows of the contests that the batch has no page of: `contest, at, serial, total, page`.
    - `leads`: rows of leads that say something new, with `earlier_leading`, `earlier_trailing`, `earlier_margin`,
      `earlier_at`, `earlier_page`, and `leader_since`, `leader_before`: when the one ahead took the lead, of whom.
    - `standing_leads`: the same with the lead before the first of each contest.
    - `late`: rows observed before the contest's last page, with `last_at`.
    - `beside`: figures that were not the highest of their second.
    - `contests`: what is known beforehand.
    """

    pages: pl.DataFrame
    vectors: pl.DataFrame
    others: pl.DataFrame
    leads: pl.DataFrame
    standing_leads: pl.DataFrame
    late: pl.DataFrame
    beside: pl.DataFrame
    contests: Contests

    def sums(self) -> pl.DataFrame:
        """Add up the votes of each page, NOTA's among them: `contest, at, votes, page`, with electors and turnout."""
        return (
            self.pages.group_by(PAGE, maintain_order=True)
            .agg(votes=pl.col("total").sum(), page=pl.col("page").filter("changed").first())
            .join(self.contests.frame.select("contest", "electors", "turnout"), on="contest", how="left")
        )


def completed(votes: pl.DataFrame, shown: pl.DataFrame, further: pl.DataFrame) -> pl.DataFrame:
    """
    Complete each page of a batch to the whole contest, each row beside the one before it.

    Args:
        votes: rows of the batch with `contest`, `at`, at most one a candidacy and moment.
        shown: the last row of each candidacy before: `contest, serial, at, since, source, page` and figures.
        further: moments (`contest`, `at`) at which a contest was seen to stand as it did.

    Returns: `Scene.vectors`; `is_before` marks the rows of `shown`, which stand first.
    """
    moments = pl.concat([votes.select(PAGE), further]).unique()
    before = shown.join(moments.select("contest").unique(), on="contest", how="semi")
    serials = pl.concat([before.select(KEY), votes.select(KEY)]).unique()
    of_page = votes.group_by(PAGE).agg(
        pl.col("is_whole").any(), pl.col("stated_total").max(), pl.col("printed_territory").drop_nulls().first()
    )
    said = votes.drop("is_whole", "stated_total", "printed_territory").with_columns(own=pl.lit(value=True))
    grid = (
        moments.join(serials, on="contest").join(said, on=[*KEY, "at"], how="left").join(of_page, on=PAGE, how="left")
    )
    first = before.with_columns(own=pl.lit(value=True), is_before=pl.lit(value=True))
    rows = pl.concat([first, grid], how="diagonal").sort("contest", "serial", "at")
    return _beside_earlier(_carried_on(rows))


def _carried_on(rows: pl.DataFrame) -> pl.DataFrame:
    """Let each row stand as it was last shown: whole rows are carried on, since an unknown figure is carried too."""
    row = pl.int_range(pl.len())
    rows = rows.with_columns(
        pl.col("own", "is_before", "is_whole").fill_null(value=False),
        from_row=pl.when("own").then(row).forward_fill(),
        first_row=pl.when(~_same_key()).then(row).forward_fill(),
    )
    # rows of pages before a candidacy was first shown are left out
    is_shown = pl.col("from_row") >= pl.col("first_row")
    carried = pl.col("source", "page", *KEPT).gather(pl.col("from_row"))
    return rows.with_columns(carried).filter(is_shown).drop("from_row", "first_row")


def _beside_earlier(rows: pl.DataFrame) -> pl.DataFrame:
    same, row = _same_key(), pl.int_range(pl.len())
    differs = pl.any_horizontal(pl.col(name).ne_missing(pl.col(name).shift()) for name in KEPT)
    rows = rows.with_columns(changed=~pl.col("is_before") & (~same | differs), is_first=~same)
    rows = rows.with_columns(shown_row=pl.when(pl.col("changed") | pl.col("is_before")).then(row).forward_fill())
    first_shown = pl.when("is_before").then("since").otherwise("at")
    rows = rows.with_columns(
        since=first_shown.gather(pl.col("shown_row")), page=pl.col("page").gather(pl.col("shown_row"))
    ).drop("shown_row")
    earlier = [
        pl.when(~pl.col("is_first")).then(pl.col(name).shift()).alias(f"earlier_{name}") for name in (*EARLIER, "since")
    ]
    return rows.with_columns(earlier).rechunk()


def _same_key() -> pl.Expr:
    same = (pl.col("contest") == pl.col("contest").shift()) & (pl.col("serial") == pl.col("serial").shift())
    return same.fill_null(value=False)
