"""Parties of a statistical report: what its abbreviations mean, which differ from those on result pages (AAAP)."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.eci_report_sheets import Sheet
from janadesh.sources.eci_report_sheets import whole_number
from janadesh.sources.known import Known
from janadesh.sources.party_names import resolve_parties

_NOT_PARTIES = ("NOTA",)


@dataclass(frozen=True, slots=True)
class ReportParties:
    """Party ids by the report's abbreviations, statements on what is new of them, and what could not be told."""

    ids: Mapping[str, str]
    statements: tuple[model.Statement, ...]
    told: tuple[Fault, ...] = ()


def listed_parties(sheet: Sheet, record: Record, known: Known, election: PlacedElection) -> ReportParties:
    """Resolve the sheet that lists each party's abbreviation with its full name."""
    full = {
        short: name
        for number, short, name in sheet.rows.select("1", "2", "3").iter_rows()
        if whole_number(number) is not None and short and name and short not in _NOT_PARTIES
    }
    found = resolve_parties(full.values(), known, election.known_at, election.source)
    ids = {short: found.ids[name] for short, name in full.items()}
    shorts = {party: short for short, party in ids.items()}
    new = [replace(party, abbreviation=shorts[party.id]) for party in found.parties]
    held = _by_abbreviation(record)
    names = [
        model.Name(noun="party", of=party, name=short, kind="short", known_at=election.known_at, source=election.source)
        for short, party in ids.items()
        if party not in {one.id for one in new} and party not in held.get(spelling_key(short), ())
    ]
    return ReportParties(ids, (*new, *found.spellings, *names))


def abbreviated_parties(
    file: str, printed: Iterable[str], record: Record, known: Known, election: PlacedElection
) -> ReportParties:
    """
    Resolve abbreviations without the sheet that explains them, by the record's parties of that abbreviation.

    One that the record does not have becomes a party of that name, and is told.
    """
    held = _by_abbreviation(record)
    ids: dict[str, str] = {}
    unknown: list[str] = []
    for short in dict.fromkeys(printed):
        fits = held.get(spelling_key(short), ())
        if short in _NOT_PARTIES:
            continue
        if len(fits) == 1:
            ids[short] = fits[0]
        else:
            unknown.append(short)
    found = resolve_parties(unknown, known, election.known_at, election.source)
    new = [replace(party, abbreviation=party.name) for party in found.parties]
    cure = "Load the folder of the report, whose list of parties says what it means."
    told = [
        Fault(file=file, column="PARTY", value=short, problem="the record knows no one party so abbreviated", cure=cure)
        for short in unknown
    ]
    return ReportParties({**ids, **found.ids}, (*new, *found.spellings), tuple(told))


def wrong_performance(sheet: Sheet, ids: Mapping[str, str], said: Iterable[model.Statement]) -> Iterator[Fault]:
    """
    Tell where the sheet on parties' performance differs from what the detailed results add up to.

    Args:
        sheet: columns abbreviation, seats contested, seats won, deposits forfeited, votes.
        ids: party ids by abbreviation.
        said: the candidacies, tallies and declarations of the same report.
    """
    added = _added_up(list(said))
    columns = {"contested": "seatscontested", "won": "seatswon", "votes": "shareinvalidvotespolledinstatevotes"}
    lines: dict[str, list[dict[str, str]]] = {}
    for cells in sheet.rows.iter_rows(named=True):
        party = ids.get(cells["2"] or "")
        if party is not None and added:
            lines.setdefault(party, []).append(cells)
    for party, of_party in lines.items():
        # one party under two abbreviations has two lines
        shorts = ", ".join(cells["2"] for cells in of_party)
        for what, heading in columns.items():
            column = sheet.column(heading)
            numbers = [whole_number(cells[column]) for cells in of_party] if column else []
            counted = added.get(party, {}).get(what, 0)
            printed = sum(number or 0 for number in numbers)
            if printed != counted:
                problem = f"{what} of {shorts} is {counted} by the detailed results"
                row = of_party[0]["row"]
                yield Fault(file=sheet.file, row=int(row), column=what, value=str(printed), problem=problem)


def wrong_winners(
    sheet: Sheet, seats: Mapping[int, str], ids: Mapping[str, str], winners: Mapping[str, model.Candidacy]
) -> Iterator[Fault]:
    """Tell where the list of successful candidates has a winner of another party than the record or the report."""
    number, name, party = (sheet.column(key) for key in ("acno", "winner", "party"))
    if not (number and name and party):
        yield from sheet.missing("acno", "winner", "party")
        return
    for row, cell, winner, short in sheet.rows.select("row", number, name, party).iter_rows():
        seat = seats.get(whole_number(cell) or 0)
        won = winners.get(seat or "")
        if won is not None and short and ids.get(short) not in {None, won.party}:
            problem = f"in seat {cell} {won.name} ({won.party}) was elected by the detailed results"
            yield Fault(file=sheet.file, row=row, column="WINNER", value=f"{winner} ({short})", problem=problem)


def sole_abbreviations(record: Record) -> dict[str, str]:
    """Give party ids by abbreviations that one party of the record has alone, as these are written."""
    written = [
        *record.frame(model.Party)["abbreviation"],
        *record.frame(model.Name, noun="party", kind="short")["name"],
    ]
    held = _by_abbreviation(record)
    return {short: fits[0] for short in written if len(fits := held.get(spelling_key(short), [])) == 1}


def _added_up(said: list[model.Statement]) -> dict[str, dict[str, int]]:
    party_of = {(one.constituency, one.serial): one.party for one in said if isinstance(one, model.Candidacy)}
    added: dict[str, dict[str, int]] = {}
    for party in party_of.values():
        counts = added.setdefault(party, {"contested": 0, "won": 0, "votes": 0})
        counts["contested"] += 1
    for one in said:
        if isinstance(one, model.Tally) and (party := party_of.get((one.constituency, one.serial), "")):
            added[party]["votes"] += one.total or 0
        if isinstance(one, model.Declaration) and one.winner is not None:
            added[party_of[one.constituency, one.winner]]["won"] += 1
    return added


def _by_abbreviation(record: Record) -> dict[str, list[str]]:
    """Give the ids of the record's parties by abbreviation, official ones before others in use."""
    parties = record.frame(model.Party).select("abbreviation", "id")
    names = record.frame(model.Name, noun="party", kind="short").select("name", "of")
    held: dict[str, list[str]] = {}
    for short, party in parties.iter_rows():
        held.setdefault(spelling_key(short), []).append(party)
    official = frozenset(held)
    for short, party in names.filter(pl.col("of").is_in(parties["id"].to_list())).iter_rows():
        key = spelling_key(short)
        if key not in official and party not in held.setdefault(key, []):
            held[key].append(party)
    return held
