"""Which seats changed hands between two elections, and who gained them from whom."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.matched_seats import compared_seats
from janadesh.analysis.party_descents import carried_on
from janadesh.analysis.party_descents import independents
from janadesh.analysis.votes import candidate_votes
from janadesh.analysis.votes import places_of
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def changed_hands(record: Record, election: str, earlier: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give each seat of an election with the party that held it after an earlier one.

    An Independent holds a seat only where the record ties both winners to one person.

    Returns: `constituency, number, constituency_name, before, before_name, basis, from_party, from_short, to_party,
        to_short, how`; `how` is `held`, `gained`, `no earlier seat` (none, or several equally sure, that it carries
        on) or `not won` (one of the two has no winner). A party that was renamed or merged holds on as the one that
        carries it on.
    """
    following = carried_on(record, as_of)
    now, then = (candidate_votes(record, e, as_of).filter(pl.col("won")) for e in (election, earlier))
    alone = independents(record, as_of)
    shorts = record.frame(model.Party, as_of).select("id", "abbreviation")
    contests = record.frame(model.Contest, as_of, election=election).select("constituency")
    places = places_of(record, contests["constituency"], as_of)
    return (
        contests.join(places.select("number", "constituency", "constituency_name"), on="constituency", how="left")
        .join(
            now.select("constituency", to_party=pl.col("party").replace(following), to_person="person"),
            on="constituency",
            how="left",
        )
        .join(compared_seats(record, election, earlier, as_of), on="constituency", how="left")
        .join(
            then.select(
                before="constituency",
                before_name="constituency_name",
                from_party=pl.col("party").replace(following),
                from_person="person",
            ),
            on="before",
            how="left",
        )
        .join(shorts.select(to_party="id", to_short="abbreviation"), on="to_party", how="left")
        .join(shorts.select(from_party="id", from_short="abbreviation"), on="from_party", how="left")
        .with_columns(how=_how(alone))
        .sort("number", "constituency")
        .select(
            *("constituency", "number", "constituency_name", "before", "before_name", "basis"),
            *("from_party", "from_short", "to_party", "to_short", "how"),
        )
    )


def gains(hands: pl.DataFrame) -> pl.DataFrame:
    """Count rows of `changed_hands`: `from_party, from_short, to_party, to_short, seats`, most seats first."""
    return (
        hands.filter(pl.col("how").is_in(["held", "gained"]))
        .group_by("from_party", "from_short", "to_party", "to_short")
        .agg(seats=pl.len())
        .sort("seats", "to_short", "from_short", descending=[True, False, False])
    )


def _how(alone: list[str]) -> pl.Expr:
    # one Independent is not another
    alike = (pl.col("from_party") == pl.col("to_party")) & (
        ~pl.col("to_party").is_in(alone) | (pl.col("from_person") == pl.col("to_person")).fill_null(value=False)
    )
    return (
        pl.when(pl.col("before").is_null())
        .then(pl.lit("no earlier seat"))
        .when(pl.col("from_party").is_null() | pl.col("to_party").is_null())
        .then(pl.lit("not won"))
        .when(alike)
        .then(pl.lit("held"))
        .otherwise(pl.lit("gained"))
    )
