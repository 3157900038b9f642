"""Every candidate's votes in an election: the table that all other tallies are made from."""

from __future__ import annotations

from fractions import Fraction

import polars as pl

from janadesh import model
from janadesh.analysis.groups import CodedColumns
from janadesh.analysis.groups import known
from janadesh.analysis.leads_shown import leads_shown
from janadesh.analysis.leads_shown import with_leads
from janadesh.analysis.lost_deposit import lost_deposit
from janadesh.analysis.rules import rule_of
from janadesh.record.book import Record
from janadesh.record.moments import Moment

PLACE = ["election", "constituency"]


def candidate_votes(
    record: Record, election: str, as_of: Moment | None = None, constituency: str | None = None
) -> pl.DataFrame:
    """
    Give each candidacy of an election with its votes as known at a moment; NOTA is not among them.

    Returns: a frame sorted by constituency number and position, with the columns

        election, constituency, number, constituency_name, region, reservation   the contest
        serial, candidate, party, party_name, party_short, person                 who stands
        evm, postal, migrant, total     votes; null is unknown
        counted                         what is counted so far: the total, or the kinds that are known
        position                        1 for most counted; equal counts share a position; null before any count.
                                        Where a list of leads was seen last, it says who is first and second
        share                           per cent of the votes for candidates, NOTA left out
        share_with_nota                 per cent as the Election Commission of India prints it, NOTA in the base
        won                             declared elected (also unopposed); null until declared
        lost_deposit                    at or below the share of the votes for candidates that the country's law
                                        names (India: one sixth); null until final, or where no law is known
        status                          contesting, withdrawn …
        tally_status                    interim or final
    """
    seat = {} if constituency is None else {"constituency": constituency}
    candidacies = record.frame(model.Candidacy, as_of, election=election, **seat)
    tallies = record.frame(model.Tally, as_of, election=election, **seat)
    nota = nota_votes(tallies)
    places = places_of(record, candidacies["constituency"], as_of).drop("territory")
    parties = record.frame(model.Party, as_of).select(
        party="id", party_name="name", party_short="abbreviation", colour="colour"
    )
    declared = record.frame(model.Declaration, as_of, election=election, **seat).select(
        *PLACE, "winner", declaration="status"
    )
    counted = tallies.select(
        *PLACE, "serial", "evm", "postal", "migrant", "total", "round", "rounds", tally_status="status"
    )
    rows = (
        candidacies.select(*PLACE, "serial", "serial_kind", "party", "person", "status", "rebel_of", candidate="name")
        .join(counted, on=[*PLACE, "serial"], how="left")
        .join(places, on="constituency", how="left")
        .join(parties, on="party", how="left")
        .join(declared, on=PLACE, how="left")
        .join(nota, on=PLACE, how="left")
        .with_columns(counted=counted_so_far())
    )
    deposit = rule_of(record, election, "lost deposit", as_of)
    placed = with_leads(
        with_places(rows, deposit.share if deposit else None), leads_shown(record, election, as_of, constituency)
    )
    return placed.sort("number", "constituency", "position", "serial", nulls_last=True)


def nota_votes(tallies: pl.DataFrame) -> pl.DataFrame:
    """Give the NOTA votes of each contest: `election, constituency, nota_evm, nota_postal, nota`."""
    return tallies.filter(pl.col("serial") == model.NOTA).select(
        *PLACE, nota_evm="evm", nota_postal="postal", nota=counted_so_far()
    )


def places_of(record: Record, constituencies: pl.Series, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give what is known of some constituencies, each once.

    Returns: `constituency, constituency_name, official_name, number, territory, region, district, reservation`.
    """
    # a record of all maps has tens of thousands, a question is of hundreds
    held = record.frame(model.Constituency, as_of, id=constituencies.unique().sort().to_list())
    return held.select(
        *("number", "territory", "region", "district", "reservation", "official_name"),
        constituency="id",
        constituency_name="name",
    )


def counted_so_far() -> pl.Expr:
    """Add up the votes counted so far from `total, evm, postal, migrant`; null where none is known."""
    return pl.coalesce(
        pl.col("total"),
        pl.sum_horizontal("evm", "postal", "migrant", ignore_nulls=True).replace(0, None),
        pl.col("evm"),
    )


def with_places(rows: pl.DataFrame, deposit: Fraction | None, coded: CodedColumns | None = None) -> pl.DataFrame:
    """
    Add `position, share, share_with_nota, won, lost_deposit` to rows, as `candidate_votes` has them.

    Args:
        rows: every candidate of each contest: `PLACE`, `serial, counted, nota, total, tally_status, winner`.
        deposit: the share of the votes at or below which the deposit is lost; None where no law is known.
        coded: `PLACE` of these rows, where it has been read before.
    """
    contests = (coded or CodedColumns(rows, PLACE)).groups(PLACE)
    position = pl.Series("position", contests.ranks(known(rows["counted"], -1)))
    votes = pl.Series("valid", contests.spread(contests.sums(known(rows["counted"]))))
    valid, counted, elected = pl.col("valid"), pl.col("counted"), pl.col("winner") == pl.col("serial")
    with_nota = valid + pl.col("nota").fill_null(0)
    lost = lost_deposit(counted, valid, deposit)
    # what is not reckoned with is left aside, since new columns would have it all copied into one piece with them
    figures = rows.select(
        *("counted", "nota", "serial", "winner"),
        final=pl.col("total").is_not_null() & (pl.col("tally_status") == "final"),
    ).rechunk()
    reckoned = figures.with_columns(votes, position).select(
        position=pl.when(counted.is_not_null()).then("position"),
        share=pl.when(valid > 0).then(counted * 100 / valid),
        share_with_nota=pl.when(with_nota > 0).then(counted * 100 / with_nota),
        won=elected,
        lost_deposit=pl.when(pl.col("final") & lost.is_not_null()).then(lost & ~elected.fill_null(value=False)),
    )
    return rows.with_columns(reckoned.get_columns())
