"""Who can govern after an election: the majority mark, power, and coalitions in the house as it is."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.analysis.coalitions import Bench
from janadesh.analysis.coalitions import Coalition
from janadesh.analysis.coalitions import minimal_winning
from janadesh.analysis.found import short_of_side
from janadesh.analysis.found import the_election
from janadesh.analysis.house import house_size
from janadesh.analysis.party_descents import independents
from janadesh.analysis.vacancies import filled_since
from janadesh.analysis.votes import candidate_votes
from janadesh.analysis.voting_power import banzhaf
from janadesh.analysis.voting_power import shapley_shubik
from janadesh.errors import Impossible
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.moments import Moment


@dataclass(frozen=True, slots=True)
class Government:
    """
    The arithmetic of a house.

    `mark` is more than half of `members`: those elected whose seats are not vacant, and those nominated.
    `benches` has a row a party or alliance, and one for each single Independent: `id, name, short, colour, seats,
    banzhaf, shapley, missing` (seats short of the mark), `needed` (in some minimal winning coalition).
    `coalitions` has a row each: `coalition` (short names), `seats, members, to_fall`, how many have to leave it
    until it has no majority. It ends after `most`, and `cut` says whether there are more.
    """

    mark: int
    members: int
    vacant: int
    undeclared: int
    benches: pl.DataFrame
    coalitions: pl.DataFrame
    cut: bool


def government(
    record: Record,
    election: str,
    as_of: Moment | None = None,
    *,
    by: str = "alliance",
    nominated: Mapping[str, int] | None = None,
    never: Sequence[tuple[str, str]] = (),
    most: int = 1000,
) -> Government:
    """
    Reckon who can govern in the house that an election filled, as known at a moment.

    A member who left is counted no more, and the mark falls with the number of members, until a by-election
    brings another. Power is a priori: every
    coalition is as likely as any other, those that `never` excludes too.

    Args:
        record: holds the election.
        election: its id or name.
        as_of: the moment; None is now.
        by: `alliance` or `party`, what sits together.
        nominated: nominated members by the id of the party they sit with.
        never: pairs of ids of parties or alliances that do not govern together.
        most: coalitions to list.

    Raises: NotInRecord, where nobody has been declared elected; Impossible, where more members are nominated than
        the house has, or somebody is excluded that has no seat.
    """
    found = the_election(record, election, as_of)
    later = filled_since(record, found.id, as_of)
    house = house_size(record, found.id, as_of, later)
    if sum((nominated or {}).values()) > house.nominated:
        given = sum((nominated or {}).values())
        raise Impossible(f"The house has {house.nominated} nominated members at most, and {given} were given.")
    seats = _members(record, found, nominated or {}, later, as_of)
    sides = _sides(record, seats, found.id, by, as_of)
    benches = _benches(sides, independents(record, as_of))
    members = sum(bench.seats * bench.count for bench in benches)
    mark = members // 2 + 1
    excluded = {frozenset(_bench_of(record, sides, side, as_of) for side in pair) for pair in never}
    if any(len(pair) == 1 for pair in excluded):
        raise Impossible("Two parties of one alliance sit together here. Reckon by party to keep them apart.")
    coalitions = minimal_winning(benches, mark, excluded, most + 1)
    names = {row["alliance"]: row for row in sides.iter_rows(named=True)}
    return Government(
        mark=mark,
        members=members,
        vacant=house.vacant,
        undeclared=house.elected - house.vacant - int(sides["elected"].sum()),
        benches=_power(benches, mark, names, coalitions),
        coalitions=_listed(coalitions[:most], mark, names),
        cut=len(coalitions) > most,
    )


def _members(
    record: Record,
    election: model.Election,
    nominated: Mapping[str, int],
    later: pl.DataFrame,
    as_of: Moment | None,
) -> pl.DataFrame:
    vacant = record.frame(model.Vacancy, as_of, election=election.id).select("constituency").unique()
    won = candidate_votes(record, election.id, as_of).filter(pl.col("won"))
    sitting = won.join(vacant, on="constituency", how="anti")
    if sitting.is_empty():
        raise NotInRecord(f"Nobody had been declared elected in {election.name} at that moment, so nobody can govern.")
    elected = (
        pl.concat([sitting.select("party"), later.select("party")])
        .group_by("party")
        .agg(elected=pl.len().cast(pl.Int64))
    )
    added = pl.DataFrame(
        {"party": list(nominated), "nominated": list(nominated.values())},
        schema={"party": pl.String, "nominated": pl.Int64},
    )
    return elected.join(added, on="party", how="full", coalesce=True).fill_null(0)


def _sides(record: Record, seats: pl.DataFrame, election: str, by: str, as_of: Moment | None) -> pl.DataFrame:
    if by not in {"alliance", "party"}:
        raise ValueError(f"members sit together by `alliance` or `party`, and not by {by!r}")
    parties = record.frame(model.Party, as_of).select(
        "colour", party="id", party_name="name", party_short="abbreviation"
    )
    named = seats.join(parties, on="party", how="left")
    if by == "alliance":
        return alliance_of_candidacies(record, named, election, as_of)
    return named.with_columns(alliance="party", alliance_name="party_name", alliance_short="party_short")


def _benches(sides: pl.DataFrame, alone: list[str]) -> list[Bench]:
    sums = sides.group_by("alliance", maintain_order=True).agg(
        seats=pl.col("elected").sum() + pl.col("nominated").sum()
    )
    return [Bench(side, 1, seats) if side in alone else Bench(side, seats) for side, seats in sums.iter_rows() if seats]


def _bench_of(record: Record, sides: pl.DataFrame, side: str, as_of: Moment | None) -> str:
    found = sides.filter((pl.col("alliance") == side) | (pl.col("party") == side))["alliance"].to_list()
    if not found:
        short = short_of_side(record, side, as_of)
        raise Impossible(f"{short} has no seat, and whom it governs with makes no difference.")
    return str(found[0])


def _power(
    benches: list[Bench], mark: int, names: Mapping[str, Mapping[str, object]], coalitions: list[Coalition]
) -> pl.DataFrame:
    single = [bench for bench in benches for _ in range(bench.count)]
    seats = [bench.seats for bench in single]
    needed = {bench.id for coalition in coalitions for bench, _ in coalition.members}
    rows = [
        (
            bench.id,
            names[bench.id]["alliance_name"],
            names[bench.id]["alliance_short"],
            names[bench.id]["colour"],
            bench.seats,
            one,
            other,
            max(0, mark - bench.seats),
            bench.id in needed,
        )
        for bench, one, other in zip(single, banzhaf(seats, mark), shapley_shubik(seats, mark), strict=True)
    ]
    schema = {"id": pl.String, "name": pl.String, "short": pl.String, "colour": pl.String, "seats": pl.Int64}
    schema |= {"banzhaf": pl.Float64, "shapley": pl.Float64, "missing": pl.Int64, "needed": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row").sort("seats", "id", descending=[True, False])


def _listed(coalitions: list[Coalition], mark: int, names: Mapping[str, Mapping[str, object]]) -> pl.DataFrame:
    rows = [
        (
            " + ".join(
                f"{count} {names[bench.id]['alliance_short']}"
                if bench.count > 1
                else str(names[bench.id]["alliance_short"])
                for bench, count in coalition.members
            ),
            coalition.seats,
            sum(count for _, count in coalition.members),
            coalition.seats - mark + 1,
        )
        for coalition in coalitions
    ]
    schema = {"coalition": pl.String, "seats": pl.Int64, "members": pl.Int64, "to_fall": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")
