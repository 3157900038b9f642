"""Reading one election out of a record into plain lookups."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from janadesh import model
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.contest_facts import Standing
from janadesh.claims.election_facts import DealSeat
from janadesh.claims.election_facts import DealTotal
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.election_facts import FigureFact
from janadesh.claims.election_facts import Membership
from janadesh.claims.election_facts import Step
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.record.moments import Moment

Row = dict[str, Any]


def read_election(
    record: Record,
    noun: model.Election,
    house: Row,
    contests: dict[str, ContestFacts],
    steps: tuple[Step, ...],
    digits: str,
    as_of: Moment | None,
) -> ElectionFacts:
    """
    Read what a record holds of an election.

    Args:
        record: the record.
        noun: the election.
        house: the row of the house as it stood then; empty where it is not on record.
        contests: what `contests_of` gives.
        steps: what `steps_of` gives.
        digits: how its country groups digits, `indian` or `international`.
        as_of: the moment; None is now.
    """
    election = noun.id
    return ElectionFacts(
        id=election,
        name=noun.name,
        house=noun.house,
        house_name=house.get("name", noun.house),
        house_kind=house.get("kind", "assembly"),
        year=noun.year,
        kind=noun.kind,
        previous=noun.previous,
        zone=ZoneInfo(noun.time_zone),
        digits=digits,
        elected_seats=house.get("elected_seats", 0),
        nominated_seats=house.get("nominated_seats", 0),
        house_known_at=house.get("known_at"),
        house_source=house.get("source", ""),
        contests=contests,
        memberships=_memberships(record, as_of, election),
        deal_totals=_deal_totals(record, as_of, election),
        deal_seats=_deal_seats(record, as_of, election),
        steps=steps,
        figures=tuple(
            figure_of(row) for row in record.history(model.Figure, as_of, election=election).iter_rows(named=True)
        ),
        backers=frozenset(
            (row["constituency"], row["serial"], row["backer"])
            for row in record.frame(model.Endorsement, as_of, election=election).iter_rows(named=True)
        ),
    )


def _memberships(record: Record, as_of: Moment | None, election: str) -> tuple[Membership, ...]:
    rows = record.history(model.AllianceMember, as_of, election=election).iter_rows(named=True)
    return tuple(
        Membership(r["alliance"], r["party"], r["status"], r["known_at"], r["source"], r["note"]) for r in rows
    )


def _deal_totals(record: Record, as_of: Moment | None, election: str) -> tuple[DealTotal, ...]:
    rows = record.history(model.SeatShareTotal, as_of, election=election).iter_rows(named=True)
    return tuple(
        DealTotal(r["alliance"], r["party"], r["arrangement"], r["seats"], r["known_at"], r["source"], r["note"])
        for r in rows
    )


def _deal_seats(record: Record, as_of: Moment | None, election: str) -> tuple[DealSeat, ...]:
    rows = record.frame(model.SeatShare, as_of, election=election).iter_rows(named=True)
    return tuple(DealSeat(r["alliance"], r["party"], r["constituency"], r["arrangement"]) for r in rows)


def steps_of(record: Record, election: str, as_of: Moment | None) -> tuple[Step, ...]:
    """Give every statement of an election's schedule, oldest first."""
    rows = record.history(model.ScheduleEntry, as_of, election=election).iter_rows(named=True)
    return tuple(Step(r["event"], r["phase"], r["on_date"], r["known_at"], r["source"], r["note"]) for r in rows)


def figure_of(row: Row) -> FigureFact:
    """Make a published number of a row of the record."""
    return FigureFact(
        row["scope"],
        row["scope_id"],
        spelling_key(row["scope_id"]),
        row["measure"],
        row["value"],
        row["unit"],
        row["basis"],
        row["known_at"],
        row["source"],
        row["note"],
    )


def contests_of(record: Record, election: str, as_of: Moment | None) -> dict[str, ContestFacts]:
    """Read every contest of an election, by the id of its constituency."""
    contests = record.frame(model.Contest, as_of, election=election)
    ids = contests["constituency"].to_list()
    places = {row["id"]: row for row in record.frame(model.Constituency, as_of, id=ids).iter_rows(named=True)}
    declared = {
        row["constituency"]: row
        for row in record.frame(model.Declaration, as_of, election=election).iter_rows(named=True)
    }
    tallies: dict[tuple[str, int], Row] = {
        (row["constituency"], row["serial"]): row
        for row in record.frame(model.Tally, as_of, election=election).iter_rows(named=True)
    }
    candidacies: dict[str, list[Row]] = {}
    for row in record.frame(model.Candidacy, as_of, election=election).iter_rows(named=True):
        candidacies.setdefault(row["constituency"], []).append(row)
    found = [
        _contest(row, places[row["constituency"]], declared.get(row["constituency"]), tallies, candidacies)
        for row in contests.iter_rows(named=True)
        if row["constituency"] in places
    ]
    return {contest.constituency: contest for contest in found}


def _contest(
    row: Row, place: Row, declared: Row | None, tallies: dict[tuple[str, int], Row], candidacies: dict[str, list[Row]]
) -> ContestFacts:
    seat = row["constituency"]
    stood = [c for c in candidacies.get(seat, ()) if c["status"] in ("contesting", "uncontested")]
    counts = {c["serial"]: _counted(tallies.get((seat, c["serial"]))) for c in stood}
    known = sorted((votes for votes in counts.values() if votes is not None), reverse=True)
    winner = declared["winner"] if declared else None
    final = bool(known) and all(tallies[seat, serial]["status"] == "final" for serial, n in counts.items() if n)
    standings = [
        _standing(c, tallies.get((seat, c["serial"])), counts[c["serial"]], known, winner == c["serial"]) for c in stood
    ]
    standings.sort(key=lambda s: (not s.won, -1 if s.counted is None else -s.counted, s.serial))
    nota = tallies.get((seat, model.NOTA))
    said = declared or row
    settled = winner is not None or (declared is None and final)
    # equal votes without a declaration leave open whom the lot chose
    tied = winner is None and len(known) > 1 and known[0] == known[1]
    return ContestFacts(
        election=row["election"],
        constituency=seat,
        name=place["name"],
        official_name=place["official_name"],
        number=place["number"],
        territory=place["territory"],
        region=place["region"],
        district=place["district"],
        places=frozenset(spelling_key(name) for name in (place["region"], place["district"]) if name),
        within=place["within"],
        reservation=place["reservation"],
        phase=row["phase"],
        settled=settled,
        standings=tuple(standings),
        winner=standings[0] if settled and standings and not tied else None,
        valid=sum(known),
        nota=_counted(nota),
        nota_evm=nota["evm"] if nota else None,
        known_at=said["known_at"],
        source=said["source"],
    )


def _standing(row: Row, tally: Row | None, counted: int | None, known: list[int], won: bool) -> Standing:  # noqa: FBT001
    said = tally or row
    return Standing(
        election=row["election"],
        constituency=row["constituency"],
        serial=row["serial"],
        name=row["name"],
        party=row["party"],
        person=row["person"],
        evm=tally["evm"] if tally else None,
        postal=tally["postal"] if tally else None,
        migrant=tally["migrant"] if tally else None,
        counted=counted,
        position=None if counted is None else known.index(counted) + 1,
        won=won,
        status=row["status"],
        known_at=said["known_at"],
        source=said["source"],
    )


def _counted(tally: Row | None) -> int | None:
    """Give the total, or the kinds of votes that are known; None where nothing is."""
    if tally is None:
        return None
    if tally["total"] is not None:
        return int(tally["total"])
    kinds = [tally[kind] for kind in ("evm", "postal", "migrant") if tally[kind] is not None]
    return sum(kinds) if kinds else None
