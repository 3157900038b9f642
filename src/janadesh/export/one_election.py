"""The part of a record that one election, or several, needs: its own statements and all that they refer to."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping

import polars as pl

from janadesh import model
from janadesh.export.said import Said

_ALSO_REFER: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("territories", "within"): ("territories",),
    ("elections", "territory"): ("territories",),
    ("endorsements", "backer"): ("parties", "alliances"),
    ("offices", "of"): ("territories", "parties", "houses"),
}
"""What refers to something though `model.REFERENCES` does not ask that it is there."""

_Ids = dict[str, set[str]]


def of_elections(said: Said, elections: Iterable[str]) -> dict[type[model.Noun], pl.DataFrame]:
    """
    Keep what is said of elections and of all that this refers to, directly or not.

    With a constituency or a person come their other names, offices and lineage. An earlier election that
    is referred to comes by itself, without its contests and votes.

    Args:
        said: the statements of each noun, as `said.everything_said` gives them.
        elections: ids of elections.

    Returns: the statements kept, in the order in which they were; closed under `model.REFERENCES`.
    """
    elections = list(elections)
    kept = {noun: frame.filter(_speaks_of(noun, elections)) for noun, frame in said.items()}
    _take_along(said, kept)
    ids = _ids_of(kept)
    for noun in said:
        if _is_about_something_else(noun):
            kept[noun] = said[noun].filter(_speaks_of(noun, elections) | _is_about(noun, ids, kept))
    _take_along(said, kept)
    return kept


def _speaks_of(noun: type[model.Noun], elections: list[str]) -> pl.Expr:
    if noun is model.Election:
        return pl.col("id").is_in(elections)
    return pl.col("election").is_in(elections) if "election" in model.columns(noun) else pl.lit(value=False)


def _take_along(said: Said, kept: dict[type[model.Noun], pl.DataFrame]) -> None:
    """Add to what is kept whatever it refers to, until it refers to nothing else."""
    targets = [noun for noun in said if noun.KEY and noun.KEY[0] == "id"]
    while True:
        wanted = _referred_to(kept)
        before = sum(kept[noun].height for noun in targets)
        for noun in targets:
            ids = wanted.get(noun.TABLE, set()) | _ids_of(kept)[noun.TABLE]
            kept[noun] = said[noun].filter(pl.col("id").is_in(list(ids)))
        if sum(kept[noun].height for noun in targets) == before:
            return


def _referred_to(kept: Said) -> _Ids:
    wanted: _Ids = {}
    for noun, frame in kept.items():
        for column in model.columns(noun):
            for target in _targets(noun, column):
                wanted.setdefault(target, set()).update(frame[column].drop_nulls().unique())
    return wanted


def _targets(noun: type[model.Noun], column: str) -> tuple[str, ...]:
    if column == "source" and noun is not model.Source:
        return (model.Source.TABLE,)
    place = (noun.TABLE, column)
    return (model.REFERENCES[place],) if place in model.REFERENCES else _ALSO_REFER.get(place, ())


def _ids_of(kept: Said) -> _Ids:
    return {noun.TABLE: set(frame["id"]) for noun, frame in kept.items() if "id" in frame.columns}


def _is_about_something_else(noun: type[model.Noun]) -> bool:
    """Whether a noun has no id and need not name an election: it says something of a person, a party, a place."""
    return "id" not in noun.KEY and "election" not in model.required(noun)


def _is_about(noun: type[model.Noun], ids: _Ids, kept: Said) -> pl.Expr:
    if noun is model.Name:
        return _is_name_of(ids, kept)
    for column in noun.KEY:
        target = model.REFERENCES.get((noun.TABLE, column))
        if target is not None:
            is_about = pl.col(column).is_in(list(ids[target]))
            # what names another election is that election's
            return is_about & pl.col("election").is_null() if "election" in model.columns(noun) else is_about
    return pl.lit(value=False)


def _is_name_of(ids: _Ids, kept: Said) -> pl.Expr:
    table_of = {noun.__name__.lower(): noun.TABLE for noun in kept}
    places = kept[model.Constituency]
    known = {word: ids[table] for word, table in table_of.items() if table in ids}
    # regions and districts are words in the rows of constituencies
    known |= {word: set(places[word].drop_nulls()) for word in ("region", "district")}
    each = [(pl.col("noun") == word) & pl.col("of").is_in(list(of)) for word, of in known.items()]
    return pl.any_horizontal(each)
