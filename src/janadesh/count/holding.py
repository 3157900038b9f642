"""
Holding: what an alarm concerns is held beside the last good figures until a later update or a person clears it.

An alarm is cleared by the first later page of its contest at which its rule finds nothing there any more: the page
goes back to what was good, or stands by the new figure. Nothing is thrown away: what is held is a statement, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from janadesh.count.alarms.rule import FIRED
from janadesh.count.alarms.rule import Rule
from janadesh.count.scene import KEY
from janadesh.count.scene import PAGE
from janadesh.count.scene import Scene

_ALARM = ["rule", "contest", "serial"]
_LATER_UPDATE = "later update"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fired:
    """All that the rules found: `conflicts` of the columns of `FIRED` and `rule`."""

    conflicts: pl.DataFrame
    rules: Mapping[str, Rule]

    def of(self, *, holding: bool) -> pl.DataFrame:
        """Give the conflicts of the rules that hold, or of those that only tell."""
        return self.conflicts.filter(pl.col("rule").is_in([r.name for r in self.rules.values() if r.holds is holding]))


def fire(rules: Sequence[Rule], scene: Scene) -> Fired:
    """Let each rule look at a scene."""
    found = [
        conflicts.unique([*PAGE, "serial"], keep="first", maintain_order=True).with_columns(rule=pl.lit(rule.name))
        for rule in rules
        if (conflicts := rule.find(scene)).height
    ]
    nothing = pl.DataFrame(schema=FIRED | {"rule": pl.String()})
    return Fired(conflicts=pl.concat([nothing, *found]), rules={rule.name: rule for rule in rules})


def with_held(vectors: pl.DataFrame, fired: Fired) -> pl.DataFrame:
    """
    Add `held` and `held_before` to the rows of all pages.

    A row is held while a rule that holds finds it, or its whole contest, from the page on that changed it.
    """
    conflicts = fired.of(holding=True)
    if conflicts.is_empty() and not vectors["held"].any():
        return vectors.with_columns(held=pl.lit(value=False), held_before=pl.lit(value=False))
    rows = conflicts.filter(pl.col("serial").is_not_null()).select(*KEY, "at").unique()
    pages = conflicts.filter(pl.col("serial").is_null()).select(PAGE).unique()
    marked = (
        vectors.rename({"held": "was_held"})
        .join(rows.with_columns(row_fires=pl.lit(value=True)), on=[*KEY, "at"], how="left", maintain_order="left")
        .join(pages.with_columns(page_fires=pl.lit(value=True)), on=PAGE, how="left", maintain_order="left")
        .with_columns(
            fires=pl.when("is_before")
            .then("was_held")
            .otherwise(pl.col("row_fires").fill_null(value=False) | pl.col("page_fires").fill_null(value=False))
        )
    )
    # a run is a page at which nothing is found and those after it at which something is
    run = (~pl.col("fires") | pl.col("is_first")).cum_sum()
    begun = pl.col("fires") & (pl.col("changed") | pl.col("is_before"))
    held = marked.with_columns(run=run, begun=begun).with_columns(
        held=pl.col("fires") & (pl.col("begun").cum_sum() - _before_run("begun") > 0)
    )
    before = pl.when("is_first").then(pl.lit(value=False)).otherwise(pl.col("held").shift())
    return held.with_columns(held_before=before).drop("was_held", "row_fires", "page_fires", "fires", "run", "begun")


def _before_run(name: str) -> pl.Expr:
    """Count what was true in the rows before each row's run."""
    starts = pl.col("run") != pl.col("run").shift()
    before = pl.col(name).cum_sum() - pl.col(name).cast(pl.UInt32)
    return pl.when(starts.fill_null(value=True)).then(before).forward_fill()


def raised(fired: Fired, scene: Scene, standing: pl.DataFrame) -> pl.DataFrame:
    """
    Give the conflicts that raise an alarm: of a lasting one only the first page.

    Args:
        fired: what the rules found.
        scene: where.
        standing: alarms that stand already, with `rule`, `contest`, `serial`.
    """
    if fired.conflicts.is_empty():
        return fired.conflicts
    lasting = [rule for rule in fired.rules.values() if rule.is_lasting]
    is_lasting = pl.col("rule").is_in([rule.name for rule in lasting])
    once = fired.conflicts.filter(~is_lasting)
    numbered = [
        fired.conflicts.filter(
            pl.col("rule").is_in([rule.name for rule in lasting if rule.is_of_page is of_page])
        ).join(
            _moments(scene, of_page=of_page).with_columns(number=pl.int_range(pl.len()).over("contest")),
            on=PAGE,
            how="left",
        )
        for of_page in (False, True)
    ]
    ordered = pl.concat(numbered).sort(*_ALARM, "at")
    stands = standing.select(_ALARM).unique().with_columns(stands=pl.lit(value=True))
    ordered = ordered.join(stands, on=_ALARM, how="left", nulls_equal=True, maintain_order="left")
    goes_on = (pl.col("number") == pl.col("number").shift().over(_ALARM) + 1).fill_null(value=False)
    is_first_page = (pl.col("number") == 0).fill_null(value=False)
    stood = pl.col("stands").fill_null(value=False) & is_first_page
    return pl.concat([once, ordered.filter(~goes_on & ~stood).select(*FIRED, "rule")])


def cleared(alarms: pl.DataFrame, fired: Fired, scene: Scene) -> pl.DataFrame:
    """
    Give the alarms that a later update clears, with `cleared_at`.

    Args:
        alarms: those that stood before and those raised in the scene: `rule`, `contest`, `serial`, `raised_at`.
        fired: what the rules found.
        scene: where.
    """
    checked = []
    for rule in fired.rules.values():
        of_rule = alarms.filter(pl.col("rule") == rule.name)
        if of_rule.height:
            moments = _moments(scene, of_page=rule.is_of_page)
            leads = scene.leads.select(PAGE) if rule.cleared_by_leads else moments.clear()
            # without a moment after it an alarm stands
            checked.append(
                of_rule.join(pl.concat([moments, leads]).unique().rename({"at": "cleared_at"}), on="contest")
            )
    if not checked:
        return alarms.clear().with_columns(cleared_at=pl.col("raised_at"))
    later = pl.concat(checked).filter(pl.col("cleared_at") > pl.col("raised_at"))
    found = fired.conflicts.select(*_ALARM, cleared_at="at")
    free = later.join(found, on=[*_ALARM, "cleared_at"], how="anti", nulls_equal=True)
    key = [*_ALARM, "raised_at"]
    return (
        free.sort("cleared_at")
        .unique(key, keep="first", maintain_order=True)
        .with_columns(cleared_by=pl.lit(_LATER_UPDATE))
    )


def _moments(scene: Scene, *, of_page: bool) -> pl.DataFrame:
    pages = scene.pages.filter("own") if of_page else scene.pages
    return pages.select(PAGE).unique().sort(PAGE)
