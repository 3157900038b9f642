"""Which parties an alliance is counted as in an election, and which may be missing because no source named them."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.parties import party_results
from janadesh.record.book import Record
from janadesh.record.moments import Moment

_MOST_NAMED = 5


def recorded_members(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give what each alliance is counted as in an election, and who of its members elsewhere is counted apart.

    Membership is told election by election. Where sources named some members alone, the others stand for themselves
    in every sum by alliance. The record cannot know who is missing; it knows who won a seat here and is a member at
    another election.

    Returns: `alliance, alliance_name, named, members, apart`, a row an alliance that stood; `named` is how many members
        are recorded, `members` lists the short names of those that stood, `apart` those of parties with a seat here
        that are said to be members of it at another election, and of which nothing is said for this one; both with
        most seats first.
    """
    stood = party_results(record, election, as_of)
    sides = alliance_of_candidacies(record, stood, election, as_of)
    members = (
        sides.filter(pl.col("alliance") != pl.col("party"))
        .group_by("alliance", "alliance_name", maintain_order=True)
        .agg(members="party_short")
    )
    said = record.frame(model.AllianceMember, as_of)
    here = said.filter(pl.col("election") == election)
    named = here.filter(pl.col("status") == "member").group_by("alliance").agg(named=pl.col("party").n_unique())
    elsewhere = said.filter(pl.col("status") == "member").select("alliance", "party").unique()
    won = stood.filter(pl.col("won") > 0).join(here, on="party", how="anti", maintain_order="left")
    apart = (
        won.join(elsewhere, on="party", maintain_order="left")
        .group_by("alliance", maintain_order=True)
        .agg(apart="party_short")
    )
    return (
        members.join(named, on="alliance", how="left", maintain_order="left")
        .join(apart, on="alliance", how="left", maintain_order="left")
        .select("alliance", "alliance_name", "named", "members", pl.col("apart").fill_null([]))
    )


def said_of_members(record: Record, election: str, as_of: Moment | None = None) -> list[str]:
    """
    Say in sentences where sums by alliance rest on few recorded members, or on none.

    Of an alliance a sentence is said where one member of it is recorded, or where a party won that is its member at
    another election.
    """
    found = recorded_members(record, election, as_of)
    if found.is_empty():
        if record.frame(model.Candidacy, as_of, election=election).is_empty():
            return []
        return ["The record names no member of an alliance in this election, so each party stands for itself."]
    sentences = []
    for row in found.iter_rows(named=True):
        name, members, apart = row["alliance_name"], row["members"], row["apart"]
        if row["named"] == 1:
            sentences.append(f"{name} is counted as {members[0]} alone, the one member that the record names here.")
        elif apart:
            sentences.append(f"{name} is counted as {_listed(members)}.")
        if apart:
            counts, them = ("counts", "it") if len(apart) == 1 else ("count", "them")
            sentences.append(
                f"{_listed(apart)}, with it at another election, {counts} apart: the record does not name {them} here."
            )
    return sentences


def _listed(names: list[str]) -> str:
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
