"""Who stood again: incumbents, the re-elected and the defeated, and those who came with another party."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.matched_seats import matched_seats
from janadesh.analysis.party_descents import carried_on
from janadesh.analysis.votes import candidate_votes
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def standing_again(record: Record, election: str, earlier: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each candidacy of a person who had also stood at an earlier election to the same or another house.

    Only candidacies that the record ties to a person are seen: a name alone makes nobody the same. Somebody who
    stood in several seats earlier is there with the one won, else the one with most votes.

    Returns: `person, person_name, constituency, constituency_name, party, party_short, counted, won, before,
        before_name, party_before, party_before_short, won_before, incumbent` (had won), `same_seat` (the seat is one
        that this one carries on) and `turncoat` (the party is another, renaming and merging aside).
    """
    then = candidate_votes(record, earlier, as_of).filter(pl.col("person").is_not_null())
    once = then.sort(pl.col("won").fill_null(value=False), "counted", descending=True, nulls_last=True).unique(
        "person", keep="first", maintain_order=True
    )
    following = carried_on(record, as_of)
    carried = matched_seats(record, election, earlier, as_of).select("constituency", "before", same=pl.lit(value=True))
    won, won_before = (pl.col(name).fill_null(value=False) for name in ("won", "won_before"))
    return (
        candidate_votes(record, election, as_of)
        .filter(pl.col("person").is_not_null(), pl.col("status").is_in(["contesting", "uncontested"]))
        .join(
            once.select(
                "person",
                before="constituency",
                before_name="constituency_name",
                party_before="party",
                party_before_short="party_short",
                won_before="won",
            ),
            on="person",
        )
        .join(record.frame(model.Person, as_of).select(person="id", person_name="name"), on="person", how="left")
        .join(carried, on=["constituency", "before"], how="left")
        .with_columns(
            won=won,
            incumbent=won_before,
            same_seat=pl.col("same").fill_null(value=False),
            turncoat=pl.col("party").replace(following) != pl.col("party_before").replace(following),
        )
        .sort("incumbent", "number", "serial", descending=[True, False, False])
        .select(
            *("person", "person_name", "constituency", "constituency_name", "party", "party_short", "counted", "won"),
            *("before", "before_name", "party_before", "party_before_short", "won_before"),
            *("incumbent", "same_seat", "turncoat"),
        )
    )
