"""What Popolo cannot carry, counted."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping

import polars as pl

from janadesh import model
from janadesh.export.losses import Loss
from janadesh.export.said import Said

_CARRIED: Mapping[type[model.Noun], frozenset[str]] = {
    model.Source: frozenset({"id", "title", "publisher", "url"}),
    model.Territory: frozenset({"id", "name", "status", "within", "code"}),
    model.House: frozenset({"id", "name", "territory"}),
    model.Constituency: frozenset({"id", "house", "number", "name", "territory", "within", "valid_from", "valid_to"}),
    model.Party: frozenset({"id", "name", "abbreviation"}),
    model.Alliance: frozenset({"id", "name", "short_name"}),
    model.Person: frozenset({"id", "name", "gender", "party"}),
    model.Name: frozenset({"noun", "of", "name", "kind", "language"}),
    model.Election: frozenset({"id", "name", "house", "year", "kind"}),
    model.AllianceMember: frozenset({"alliance", "party", "election", "status", "valid_from", "valid_to"}),
    model.Declaration: frozenset({"election", "constituency", "winner"}),
    model.Office: frozenset({"office", "of", "person", "valid_from", "valid_to"}),
}
"""The columns that Popolo has a place for; nouns that are not here have none."""

_NAMED = ("person", "party", "alliance", "house")


def losses(said: Said, stands: Said, *, elected: int) -> tuple[Loss, ...]:
    """
    Count what is not carried.

    Args:
        said: every statement.
        stands: those that stand.
        elected: how many declarations became memberships.
    """
    known = {moment for frame in stands.values() if "known_at" in frame.columns for moment in frame["known_at"]}
    times = Loss(table="all", what="times at which something became known", count=len(known))
    lost = [loss for noun in said for loss in _of_noun(noun, said[noun], stands[noun], elected)]
    return (*([times] if known else []), *lost)


def _of_noun(noun: type[model.Noun], said: pl.DataFrame, stands: pl.DataFrame, elected: int) -> Iterator[Loss]:
    if said.height > stands.height:
        yield Loss(table=noun.TABLE, what="earlier statements, superseded", count=said.height - stands.height)
    without = stands.height - (elected if noun is model.Declaration else _placed(noun, stands))
    if without:
        yield Loss(table=noun.TABLE, what="statements without a place", count=without)
    carried = _CARRIED.get(noun)
    for column in model.columns(noun) if carried else ():
        if column in (carried or ()) or column in ("known_at", "source"):
            continue
        if count := stands[column].drop_nulls().len():
            yield Loss(table=noun.TABLE, what=f"values of {column}", count=count)


def _placed(noun: type[model.Noun], stands: pl.DataFrame) -> int:
    if noun not in _CARRIED:
        return 0
    if noun is model.Name:
        return stands.filter(pl.col("noun").is_in(_NAMED)).height
    if noun is model.AllianceMember:
        return stands.filter(status="member").height
    # of several rows of one id, valid one after the other, the last is kept
    return stands["id"].n_unique() if "id" in noun.KEY else stands.height
