"""Who stands in several seats of one election."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.margins import with_margins
from janadesh.analysis.votes import candidate_votes
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def several_seats(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give the candidacies of everybody who stands in more than one seat of an election.

    Only candidacies that the record ties to a person are seen: namesakes stand in many seats.

    Returns: `person, person_name, constituency, number, constituency_name, party, party_short, counted, position,
        margin, won`, person by person.
    """
    people = record.frame(model.Person, as_of).select(person="id", person_name="name")
    standing = with_margins(candidate_votes(record, election, as_of)).filter(
        pl.col("status").is_in(["contesting", "uncontested"])
    )
    return (
        standing.filter(pl.col("person").is_not_null(), pl.col("constituency").n_unique().over("person") > 1)
        .join(people, on="person", how="left")
        .sort("person_name", "person", "number")
        .select(
            *("person", "person_name", "constituency", "number", "constituency_name", "party", "party_short"),
            *("counted", "position", "margin", "won"),
        )
    )
