"""Which party carries on from which, so that votes of two elections can be compared."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def carried_on(record: Record, as_of: Moment | None = None) -> dict[str, str]:
    """
    Give, of each party that was renamed or merged, the one that carries it on.

    A party that split off carries on nothing: the one that it left goes on without it.
    """
    descents = record.frame(model.PartyDescent, as_of).filter(pl.col("how").is_in(["renamed", "merged"]))
    following = dict(descents.select("predecessor", "party").iter_rows())
    return {party: _last(party, following) for party in following}


def _last(party: str, following: dict[str, str]) -> str:
    seen = {party}
    while (following.get(party) or party) not in seen:
        party = following[party]
        seen.add(party)
    return party


def independents(record: Record, as_of: Moment | None = None) -> list[str]:
    """Give the ids under which candidates of no party stand."""
    return record.frame(model.Party, as_of, kind="independent")["id"].to_list()
