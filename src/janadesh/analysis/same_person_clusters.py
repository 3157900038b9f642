"""
From pairs to persons: candidacies are put together while all that are together still fit.

Average-linkage clustering, strongest pair first. Two candidacies of one contest are never one person, nor are two
persons whom the record knows apart; and two seats at one election need stronger evidence than two elections.
"""

from __future__ import annotations

from collections.abc import Hashable
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """
    How sure a link must be, in log-odds.

    Fields:
        pair: the least score of a pair that begins or joins a person.
        together: the least mean score of all pairs between two groups that become one.
        two_seats: the least score where both candidacies are of one election.
        not_compared: what a pair counts that was not worth comparing.
    """

    pair: float
    together: float
    two_seats: float
    not_compared: float = -5.0


def clusters(
    pairs: pl.DataFrame,
    contests: Sequence[Hashable],
    elections: Sequence[Hashable],
    known: Sequence[str | None],
    limits: Limits,
) -> list[int]:
    """
    Number the persons among candidacies.

    Args:
        pairs: `left, right, score`, rows counted from 0.
        contests: the contest of each candidacy.
        elections: the election of each candidacy.
        known: the person of each candidacy where the record has one.
        limits: how sure a link must be.

    Returns: the number of each candidacy's person: the lowest of its rows.
    """
    scores = {(left, right): score for left, right, score in pairs.select("left", "right", "score").iter_rows()}
    group = list(range(len(contests)))
    members = {row: [row] for row in group}
    first_of: dict[str, int] = {}
    for row, person in enumerate(known):
        if person is not None:
            _join(group, members, first_of.setdefault(person, row), row)
    strong = pairs.filter(pl.col("score") >= limits.pair)
    strong = strong.sort("score", "left", "right", descending=[True, False, False])
    for left, right, score in strong.select("left", "right", "score").iter_rows():
        one, other = members[group[left]], members[group[right]]
        if one is other or not _fit(one, other, contests, known):
            continue
        found = [(a, b, scores.get((min(a, b), max(a, b)), limits.not_compared)) for a in one for b in other]
        at_once = [score for a, b, score in found if elections[a] == elections[b]]
        if min(at_once, default=limits.two_seats) < limits.two_seats:
            continue
        if sum(score for _, _, score in found) >= limits.together * len(found):
            _join(group, members, left, right)
    return group


def _fit(one: list[int], other: list[int], contests: Sequence[Hashable], known: Sequence[str | None]) -> bool:
    persons = {known[row] for row in (*one, *other)} - {None}
    return len(persons) < 2 and {contests[row] for row in one}.isdisjoint(contests[row] for row in other)


def _join(group: list[int], members: dict[int, list[int]], left: int, right: int) -> None:
    kept, gone = sorted((group[left], group[right]))
    if kept == gone:
        return
    for row in members[gone]:
        group[row] = kept
    members[kept] += members.pop(gone)
