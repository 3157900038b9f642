"""
What the pack `india` shares with `jk-2024`: restated word for word, so that either loads alone and both load together.

A record recognises identical statements as already held. So a row about the same thing is taken from jk-2024
as it stands there, and what rows of `india` refer to is added from there where `india` has it not.
"""

from __future__ import annotations

from collections.abc import Mapping

from janadesh import model

Row = dict[str, str]
Tables = dict[type[model.Noun], list[Row]]


def restated(tables: Mapping[type[model.Noun], list[Row]], other: Mapping[type[model.Noun], list[Row]]) -> Tables:
    """
    Replace rows about things that another pack speaks of by that pack's rows, and add what is referred to.

    Args:
        tables: rows of this pack by noun, as text.
        other: rows of the other pack.
    """
    found = {noun: _replaced(noun, rows, other.get(noun, [])) for noun, rows in tables.items()}
    while missing := _missing(found):
        before = sum(map(len, found.values()))
        for noun, ids in missing.items():
            found[noun] = [*found[noun], *(row for row in other.get(noun, []) if row["id"] in ids)]
        if sum(map(len, found.values())) == before:
            raise ValueError(f"neither pack has what is referred to: {missing}")
    return found


def _replaced(noun: type[model.Noun], rows: list[Row], others: list[Row]) -> list[Row]:
    key = [name for name in noun.KEY if name != "valid_from"]
    theirs: dict[tuple[str, ...], list[Row]] = {}
    for row in others:
        theirs.setdefault(tuple(row[name] for name in key), []).append(row)
    result: list[Row] = []
    for row in rows:
        thing = tuple(row[name] for name in key)
        same = theirs.get(thing)
        if same is None:
            result.append(row)
        elif same[0] not in result:
            result.extend(same)
    return result


def _missing(tables: Mapping[type[model.Noun], list[Row]]) -> dict[type[model.Noun], set[str]]:
    ids = {noun: {row["id"] for row in rows} for noun, rows in tables.items() if "id" in noun.KEY}
    missing: dict[type[model.Noun], set[str]] = {}
    for noun, rows in tables.items():
        targets = {column: to for (of, column), to in model.REFERENCES.items() if of == noun.TABLE}
        targets |= {"source": "sources"} if noun is not model.Source else {}
        for column, to in targets.items():
            target = model.NOUN_OF_TABLE[to]
            lacking = {row[column] for row in rows if row[column]} - ids.get(target, set())
            if lacking:
                missing.setdefault(target, set()).update(lacking)
    return missing
