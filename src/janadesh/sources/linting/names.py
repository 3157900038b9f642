"""Names that seem to be one name in two spellings, and ids that two things share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import polars as pl
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import cdist

from janadesh import model
from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.sources.linting.given import ROW
from janadesh.sources.linting.given import Given

_IN_BRACKETS = re.compile(r"\(.*?\)")
SHORTEST = 7
"""Letters from which on two names that differ in one letter are told."""

FREE_TEXTS: tuple[tuple[type[model.Noun], str], ...] = (
    (model.Source, "publisher"),
    (model.Constituency, "region"),
    (model.Constituency, "district"),
    (model.Figure, "measure"),
    (model.Office, "office"),
)
"""Columns whose texts group rows, so that a second spelling makes a second group."""

BODIES: tuple[type[model.Noun], ...] = (model.Territory, model.House, model.Alliance, model.Party)
"""What an office may be of, and who may back a candidacy: each is named by its id alone."""


def texts_spelled_two_ways(given: Given) -> Iterator[Fault]:
    """Tell texts that group rows and differ only by case, blanks, accents or one letter."""
    for noun, column in FREE_TEXTS:
        rows = given.every(noun).drop_nulls(column).unique(column, keep="first", maintain_order=True)
        yield from _alike(given, noun, column, rows, tells_same_letters=True)


def things_named_alike(given: Given) -> Iterator[Fault]:
    """Tell parties and people whose names differ by one letter: are they two? Seats are told apart by number."""
    for noun in (model.Party, model.Person):
        yield from _alike(given, noun, "name", given.standing(noun).drop_nulls("name"))


def ids_of_two_things(given: Given) -> Iterator[Fault]:
    """Tell ids that a party shares with an alliance, or either with a territory or a house."""
    owner: dict[str, str] = {}
    for noun in BODIES:
        rows = given.standing(noun).drop_nulls("id").unique("id", keep="first", maintain_order=True)
        for row, body in rows.select(ROW, "id").iter_rows():
            if (table := owner.setdefault(body, noun.TABLE)) != noun.TABLE:
                problem = f"this is an id in {table}.csv already: an office or a backer named {body!r} could be either"
                cure = "Give one of the two another id, here and wherever a row refers to it."
                yield given.advice(noun, problem, cure, row=row, column="id", value=body)


def _alike(
    given: Given, noun: type[model.Noun], column: str, rows: pl.DataFrame, *, tells_same_letters: bool = False
) -> Iterator[Fault]:
    texts, numbers = rows[column].to_list(), rows[ROW].to_list()
    # the wing of a party stands in brackets: Front (A) and Front (B) are two
    keys = [spelling_key(_IN_BRACKETS.sub("", text)) for text in texts]
    distances = cdist(keys, keys, scorer=DamerauLevenshtein.distance, score_cutoff=1)
    for first, second in combinations(range(len(keys)), 2):
        if distances[first, second] > 1 or not _is_slip(keys[first], keys[second], tells_same_letters):
            continue
        problem = f"this is nearly {texts[first]!r} in row {numbers[first]}"
        cure = "If it is the same, write it one way; another spelling of a name goes into names.csv."
        yield given.advice(noun, problem, cure, row=numbers[second], column=column, value=texts[second])


def _is_slip(one: str, other: str, tells_same_letters: bool) -> bool:  # noqa: FBT001
    if one == other:
        return tells_same_letters
    # Seat 1 and Seat 2, Ward A and Ward B differ in one letter by design
    ends_alike = one[-1:] == other[-1:]
    return min(len(one), len(other)) >= SHORTEST and ends_alike and one[0] == other[0]
