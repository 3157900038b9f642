"""Who stands with whom in an election, as known at a moment."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def alliances(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each party's standing in an alliance for an election: talks, member or left.

    Returns: `alliance, alliance_name, alliance_short, colour, party, party_name, party_short, status,
    known_at, source`, in the order recorded.
    """
    members = record.frame(model.AllianceMember, as_of, election=election)
    return (
        members.select("alliance", "party", "status", "valid_from", "known_at", "source", "note")
        .join(_named_alliances(record, as_of), on="alliance", how="left", maintain_order="left")
        .join(
            record.frame(model.Party, as_of).select(party="id", party_name="name", party_short="abbreviation"),
            on="party",
            how="left",
            maintain_order="left",
        )
    )


def alliances_of_party(record: Record, party: str, as_of: Moment | None = None) -> pl.DataFrame:
    """Give a party's standing in alliances, election by election: `election, alliance, alliance_name, status …`."""
    return (
        record.frame(model.AllianceMember, as_of, party=party)
        .join(_named_alliances(record, as_of).drop("colour"), on="alliance", how="left", maintain_order="left")
        .select("election", "alliance", "alliance_name", "status", "known_at", "source")
    )


def seat_share_totals(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give how many seats the deals of an election gave to whom.

    Returns: `alliance, alliance_name, party, party_name, arrangement, seats, known_at, source`; friendly
    contests have no party.
    """
    parties = record.frame(model.Party, as_of).select(party="id", party_name="name")
    return (
        record.frame(model.SeatShareTotal, as_of, election=election)
        .join(_named_alliances(record, as_of), on="alliance", how="left", maintain_order="left")
        .join(parties, on="party", how="left", maintain_order="left")
        .select("alliance", "alliance_name", "party", "party_name", "arrangement", "seats", "known_at", "source")
    )


def alliance_of_candidacies(
    record: Record, rows: pl.DataFrame, election: str, as_of: Moment | None = None
) -> pl.DataFrame:
    """
    Add `alliance, alliance_name, alliance_short` to rows that have a `party`.

    A party that is a member of no alliance stands for itself, under its own id, name and colour.
    """
    members = (
        record.frame(model.AllianceMember, as_of, election=election)
        .filter(pl.col("status") == "member")
        .unique("party", keep="last", maintain_order=True)
        .select("party", "alliance")
        .join(_named_alliances(record, as_of).rename({"colour": "alliance_colour"}), on="alliance", how="left")
    )
    return rows.join(members, on="party", how="left", maintain_order="left").with_columns(
        alliance=pl.coalesce("alliance", "party"),
        alliance_name=pl.coalesce("alliance_name", "party_name"),
        alliance_short=pl.coalesce("alliance_short", "party_short"),
        colour=pl.coalesce("alliance_colour", "colour"),
    )


def _named_alliances(record: Record, as_of: Moment | None) -> pl.DataFrame:
    return record.frame(model.Alliance, as_of).select(
        "colour", alliance="id", alliance_name="name", alliance_short="short_name"
    )
