"""What a report lost, counted by reading it again and holding it against the statements it was made from."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from janadesh import model
from janadesh.export.losses import Loss
from janadesh.export.nist_parts import Part
from janadesh.export.nist_scene import Scene
from janadesh.sources.nist import statements_of_report

_TIMES_AND_SOURCES = ("known_at", "source")


def losses(scene: Scene, content: Part) -> tuple[Loss, ...]:
    """List what the statements said and the report does not say, by table."""
    read = statements_of_report(content, "the report").frames
    known = {moment for frame in scene.stands.values() if "known_at" in frame.columns for moment in frame["known_at"]}
    times = Loss(table="all", what="times at which something became known, now one", count=len(known))
    return (
        *([times] if known != {scene.moment} else []),
        *(loss for noun in scene.said for loss in _of_noun(noun, scene, read.get(noun))),
    )


def _of_noun(noun: type[model.Noun], scene: Scene, read: pl.DataFrame | None) -> Iterator[Loss]:
    said, stands = scene.said[noun], scene.stands[noun]
    if noun is model.Source:
        if stands.height > 1:
            yield Loss(table=noun.TABLE, what="sources, now one", count=stands.height)
        return
    if said.height > stands.height:
        count = said.height - stands.height
        yield Loss(table=noun.TABLE, what="earlier statements, superseded", count=count)
    # the report has no validity, so of several rows of one thing it holds one
    key = [name for name in noun.KEY if name != "valid_from" or "id" not in noun.KEY]
    if read is None:
        read = stands.clear()
    spoken_of = stands.clear() if not scene.of[noun] else pl.DataFrame(scene.of[noun], schema=stands.schema)
    both = spoken_of.join(read, on=key, how="inner", nulls_equal=True, suffix=" read")
    if missing := stands.height - both.height:
        yield Loss(table=noun.TABLE, what="statements without a place", count=missing)
    for column in (name for name in stands.columns if name not in (*key, *_TIMES_AND_SOURCES)):
        count = both.filter(pl.col(column).ne_missing(pl.col(f"{column} read"))).height
        if count:
            yield Loss(table=noun.TABLE, what=f"values of {column}", count=count)
