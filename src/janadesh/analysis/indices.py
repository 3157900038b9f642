"""The indices that political scientists sum an election up by, each with its formula's source."""

from __future__ import annotations

import numpy as np
import polars as pl

from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.disproportionality import gallagher
from janadesh.analysis.disproportionality import loosemore_hanby
from janadesh.analysis.found import the_election
from janadesh.analysis.fractionalisation import effective_number
from janadesh.analysis.fractionalisation import fractionalisation
from janadesh.analysis.opposition_unity import opposition_unity
from janadesh.analysis.party_descents import carried_on
from janadesh.analysis.party_descents import independents
from janadesh.analysis.responsiveness import cube_law_power
from janadesh.analysis.responsiveness import cube_law_seats
from janadesh.analysis.responsiveness import partisan_bias
from janadesh.analysis.responsiveness import responsiveness
from janadesh.analysis.volatility import volatility
from janadesh.analysis.votes import PLACE
from janadesh.analysis.votes import candidate_votes
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.moments import Moment

Row = tuple[str, float | None, str, str]


def indices(record: Record, election: str, as_of: Moment | None = None, earlier: str | None = None) -> pl.DataFrame:
    """
    Sum up an election as known at a moment.

    Each Independent is a party of one where parties are counted; where votes and seats are compared, or two
    elections, all Independents are one. NOTA is in nothing.

    Args:
        record: holds the election.
        election: its id or name.
        as_of: the moment; None is now.
        earlier: what volatility is measured from; None is the election before to the same house, if known.

    Returns: a row an index, `index, value, about, source`; a value is null where it cannot be computed.
    Raises: NotInRecord, also where no votes are known at the moment.
    """
    found = the_election(record, election, as_of)
    rows = candidate_votes(record, found.id, as_of)
    if not rows["counted"].sum():
        raise NotInRecord(f"The record held no votes of {found.name} at that moment, and no index is without votes.")
    before = the_election(record, earlier, as_of).id if earlier else found.previous
    alone = independents(record, as_of)
    sides = alliance_of_candidacies(record, rows, found.id, as_of)
    told: list[Row] = [
        *_numbers_of_parties(rows, alone),
        *_disproportions(rows),
        *_change(record, rows, before, as_of),
        *_unity(sides, alone),
        *_between_two_sides(sides, alone),
    ]
    schema = {"index": pl.String, "value": pl.Float64, "about": pl.String, "source": pl.String}
    return pl.DataFrame(told, schema=schema, orient="row")


def _numbers_of_parties(rows: pl.DataFrame, alone: list[str]) -> list[Row]:
    blocks = rows.group_by(_block("party", alone)).agg(pl.col("counted", "won").sum())
    votes, seats = blocks["counted"].to_list(), blocks["won"].fill_null(0).to_list()
    return [
        ("effective parties by votes", effective_number(votes), "parties", "Laakso and Taagepera 1979"),
        ("effective parties by seats", effective_number(seats), "parties", "Laakso and Taagepera 1979"),
        ("fractionalisation by votes", fractionalisation(votes), "0 to 1", "Rae 1967"),
        ("fractionalisation by seats", fractionalisation(seats), "0 to 1", "Rae 1967"),
    ]


def _block(side: str, alone: list[str]) -> pl.Expr:
    each = pl.when(pl.col("party").is_in(alone)).then(pl.concat_str(*PLACE, "serial", separator=" "))
    return each.otherwise(side).alias("block")


def _disproportions(rows: pl.DataFrame) -> list[Row]:
    blocks = rows.group_by("party").agg(pl.col("counted", "won").sum())
    votes, seats = blocks["counted"].to_list(), blocks["won"].fill_null(0).to_list()
    return [
        ("disproportionality, least squares", gallagher(votes, seats), "points", "Gallagher 1991"),
        ("disproportionality, absolute", loosemore_hanby(votes, seats), "points", "Loosemore and Hanby 1971"),
    ]


def _change(record: Record, rows: pl.DataFrame, before: str | None, as_of: Moment | None) -> list[Row]:
    told = "points; no earlier election is known"
    value = None
    if before is not None:
        following = carried_on(record, as_of)
        told = f"points, from {before}"
        value = volatility(*(_by_party(r, following) for r in (candidate_votes(record, before, as_of), rows)))
    return [("volatility", value, told, "Pedersen 1979")]


def _by_party(rows: pl.DataFrame, following: dict[str, str]) -> dict[str, float]:
    named = rows.with_columns(pl.col("party").replace(following)).group_by("party").agg(pl.col("counted").sum())
    return dict(named.iter_rows())


def _unity(sides: pl.DataFrame, alone: list[str]) -> list[Row]:
    house = _largest(sides, alone)
    if house.is_empty():
        return []
    first = house["alliance"][0]
    opponents = sides.filter(pl.col("alliance") != first)
    against = opponents.group_by(_block("alliance", alone)).agg(pl.col("counted").sum())["counted"].to_list()
    seats = opponents.group_by(PLACE).agg(pl.col("counted").max().alias("most"), pl.col("counted").sum().alias("all"))
    each = seats.filter(pl.col("all") > 0).select((pl.col("most") * 100 / pl.col("all")).mean()).item()
    name = house["alliance_short"][0]
    source = "Butler, Lahiri and Roy 1989"
    return [
        ("opposition unity", opposition_unity(against) if against else None, f"0 to 100, against {name}", source),
        ("opposition unity, seat by seat", each, f"0 to 100, against {name}, mean of seats", source),
    ]


def _between_two_sides(sides: pl.DataFrame, alone: list[str]) -> list[Row]:
    largest = _largest(sides, alone)
    if largest.height < 2:
        return []
    names = largest["alliance"].to_list()[:2]
    shorts = " against ".join(largest["alliance_short"].to_list()[:2])
    by_seat = sides.group_by(PLACE).agg(
        pl.col("counted").filter(pl.col("alliance") == names[0]).max().alias("first"),
        pl.col("counted").filter(pl.col("alliance") == names[1]).max().alias("second"),
        pl.col("counted").filter(~pl.col("alliance").is_in(names)).max().alias("other"),
    )
    first, second, other = (by_seat[c].fill_null(0).to_numpy().astype(np.float64) for c in ("first", "second", "other"))
    votes, seats = largest["votes"].to_list()[:2], largest["seats"].to_list()[:2]
    foretold = 100 * cube_law_seats(votes[0] / (votes[0] + votes[1]))
    got = 100 * seats[0] / (seats[0] + seats[1]) if sum(seats[:2]) else None
    return [
        ("seats of the two largest sides", got, f"per cent, {shorts}", "counted"),
        ("seats by the cube law", foretold, f"per cent, {shorts}", "Kendall and Stuart 1950"),
        ("power of votes in seats", cube_law_power((votes[0], votes[1]), (seats[0], seats[1])), shorts, "Theil 1969"),
        ("responsiveness", responsiveness(first, second, other), f"seats for votes, {shorts}", "Tufte 1973"),
        ("partisan bias", partisan_bias(first, second, other), f"points, {shorts}", "King and Browning 1987"),
    ]


def _largest(sides: pl.DataFrame, alone: list[str]) -> pl.DataFrame:
    return (
        sides.filter(~pl.col("party").is_in(alone))
        .group_by("alliance", "alliance_short")
        .agg(votes=pl.col("counted").sum(), seats=pl.col("won").sum())
        .sort("votes", "alliance", descending=[True, False])
    )
