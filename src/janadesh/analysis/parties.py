"""Seats and votes by party and by alliance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.groups import CodedColumns
from janadesh.analysis.groups import Groups
from janadesh.analysis.groups import Ints
from janadesh.analysis.groups import known
from janadesh.analysis.votes import PLACE
from janadesh.analysis.votes import candidate_votes
from janadesh.record.book import Record
from janadesh.record.moments import Moment

NOT_STANDING = ("withdrawn", "rejected")
"""What a candidacy may have become whose candidate does not stand."""


def party_results(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each party's seats and votes in an election as known at a moment, most seats first.

    Returns: a frame with the columns

        party, party_name, party_short, colour
        won, leading     seats declared for the party; seats it is ahead in without a declaration
        contested        seats it stood in
        second           seats in which it came second
        votes            its votes counted so far
        share            per cent of the votes for candidates
        share_with_nota  per cent with NOTA in the base, as the Election Commission of India prints it
        lost_deposits    candidacies that lost their deposit
        strike_rate      seats won in per cent of those contested
    """
    return tallied(with_declared(record, election, as_of), ["party", "party_name", "party_short", "colour"])


def alliance_results(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give seats and votes by alliance; a party in none stands for itself.

    A seat counts for the alliance that the candidate's party belongs to in this election, friendly
    contests included.

    Returns: as `party_results`, with `alliance, alliance_name, alliance_short, colour` for the party's columns.
    """
    rows = with_declared(record, election, as_of)
    return tallied(
        alliance_of_candidacies(record, rows, election, as_of),
        ["alliance", "alliance_name", "alliance_short", "colour"],
    )


def with_declared(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give the rows of `candidate_votes` with `declared`, true where the contest has been declared, else null.

    Whoever withdrew or was rejected does not stand, and is not among them.
    """
    rows = candidate_votes(record, election, as_of).filter(~pl.col("status").is_in(NOT_STANDING))
    declared = record.frame(model.Declaration, as_of, election=election).select(*PLACE, declared=pl.lit(value=True))
    return rows.join(declared, on=PLACE, how="left")


def tallied(
    rows: pl.DataFrame, by: list[str], within: Sequence[str] = (), coded: CodedColumns | None = None
) -> pl.DataFrame:
    """
    Add up rows of `with_declared` by what `by` names: the columns of `party_results` from `won` on.

    Args:
        rows: one a candidacy; of several elections only where `by` names the election.
        by: columns whose values make a row of the answer.
        within: those of `by` in which shares are taken (a region, say); none is the whole election.
        coded: `PLACE` and `by` of these rows, where they have been read before.
    """
    coded = coded or CodedColumns(rows, [*PLACE, *within, *by])
    of, contests, whole = coded.groups(by), coded.groups([*PLACE, *within]), coded.groups(within)
    counted, nota, position = known(rows["counted"]), known(rows["nota"]), known(rows["position"])
    # in a contest without a declaration, the one ahead leads
    ahead = (position == 1) & rows["declared"].is_null().to_numpy()
    votes, in_whole = of.sums(counted), whole.of_row[of.first]
    won, leading, second, lost = of.counts(known(rows["won"]), ahead, position == 2, known(rows["lost_deposit"]))
    order = _most_first(won + leading, votes, _alphabetical(rows[by[0]], coded.groups(by[:1]), of.first))
    in_whole = in_whole[order]
    table = rows.select(by)[of.first[order]].with_columns(
        won=pl.Series(won[order]),
        leading=pl.Series(leading[order]),
        contested=pl.Series(of.count_distinct(contests)[order]),
        second=pl.Series(second[order]),
        votes=pl.Series(votes[order]),
        lost_deposits=pl.Series(lost[order]),
        valid=pl.Series(Groups(whole.of_row[of.first], whole.first).sums(votes)[in_whole]),
        nota=pl.Series(_of_contests(nota, contests, whole)[in_whole]),
    )
    valid = pl.col("valid")
    return table.with_columns(
        share=pl.when(valid > 0).then(pl.col("votes") * 100 / valid),
        share_with_nota=pl.when(valid > 0).then(pl.col("votes") * 100 / (valid + pl.col("nota"))),
        strike_rate=pl.col("won") * 100 / pl.col("contested"),
    ).drop("valid", "nota")


def _most_first(seats: Ints, votes: Ints, name: Ints) -> Ints:
    """Order by most seats, then most votes, then name."""
    both = seats * (int(votes.max(initial=0)) + 1) + votes
    return np.lexsort((name, -both))


def _alphabetical(column: pl.Series, groups: Groups, rows: Ints) -> Ints:
    """Number some rows of a column, grouped by its values, in their alphabetical order, null first."""
    place = np.empty(len(groups.first), dtype=np.int64)
    place[column.gather(groups.first).arg_sort().to_numpy()] = np.arange(len(groups.first))
    return place[groups.of_row[rows]]


def _of_contests(nota: Ints, contests: Groups, whole: Groups) -> Ints:
    """Add up what stands with every candidate of a contest, once a contest."""
    once = np.bincount(whole.of_row[contests.first], weights=nota[contests.first], minlength=len(whole.first))
    return once.astype(np.int64)
