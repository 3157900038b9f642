"""
Any CSV or XLSX table of results, read through a mapping file that says what its columns mean.

`mapping` is the file's form, `map_draft` writes a first one, `mapped_text` takes the table apart, `mapped_rows`
types its rows. Here they become statements.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.moments import read_moment
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.candidates_by_name import Printed
from janadesh.sources.candidates_by_name import serials_of
from janadesh.sources.mapped_parties import mapped_parties
from janadesh.sources.mapped_places import mapped_places
from janadesh.sources.mapped_rows import MappedRow
from janadesh.sources.mapped_rows import mapped_rows
from janadesh.sources.mapped_text import text_table
from janadesh.sources.mapping import TableMap


def read_mapped_table(path: Path, mapping: TableMap, record: Record) -> Statements:
    """
    Read a table into statements on places, parties, candidacies, votes, winners and electors.

    What the record has of territory, house, election, constituencies, contests and parties is kept. Where it
    has a contest's candidates from another source they keep their serials.

    Args:
        path: a CSV file or an XLSX workbook.
        mapping: what its columns mean.
        record: what ids and serials are taken from; it is not changed.

    Returns: statements; `set_aside` tells rows that could not be placed, and sums that do not fit.
    Raises: Refused, where mapping and table do not fit each other or there is no row; errors of the file.
    """
    file = path.name
    rows, told = mapped_rows(file, text_table(path, mapping.file), mapping)
    if not rows:
        cure = "Check the mapping: its heading row, its columns, its values."
        raise Refused(file, [Fault(file=file, problem="no row of it can be placed", cure=cure), *told])
    source = mapping.source
    said: dict[str, Any] = {
        "known_at": read_moment(mapping.election.known_at, mapping.election.time_zone),
        "source": source.id,
    }
    places = mapped_places(rows, mapping, record, said)
    parties = mapped_parties(rows, mapping, record, said)
    nouns: list[model.Noun] = [
        model.Source(id=source.id, title=source.title, publisher=source.publisher, kind=source.kind, url=source.url),
        *places.statements,
        *parties.new,
    ]
    standing = _standing(record, mapping.election.id, source.id)
    by_seat: dict[str, list[MappedRow]] = {}
    for row in rows:
        by_seat.setdefault(places.seats[row.seat], []).append(row)
    for seat, seat_rows in by_seat.items():
        where = {"election": mapping.election.id, "constituency": seat, **said}
        numbered, faults = _numbered(file, seat, seat_rows, standing.get(seat, {}))
        told += [*faults, *_faults_of_sums(file, seat, seat_rows)]
        nouns += _statements(numbered, seat_rows, parties.ids, where, is_held=seat in standing)
    by_noun: dict[type[model.Noun], list[model.Noun]] = {}
    for noun in nouns:
        by_noun.setdefault(type(noun), []).append(noun)
    return Statements(file, {noun: frame_of(noun, all_of) for noun, all_of in by_noun.items()}, set_aside=tuple(told))


def _standing(record: Record, election: str, source: str) -> dict[str, dict[int, Printed]]:
    votes = record.frame(model.Tally, election=election).select("constituency", "serial", "total")
    held = record.frame(model.Candidacy, election=election).join(votes, on=["constituency", "serial"], how="left")
    standing: dict[str, dict[int, Printed]] = {}
    for row in held.iter_rows(named=True):
        if row["source"] != source:
            standing.setdefault(row["constituency"], {})[row["serial"]] = Printed(row["name"], row["total"])
    return standing


def _numbered(
    file: str, seat: str, rows: list[MappedRow], standing: Mapping[int, Printed]
) -> tuple[dict[int, MappedRow], list[Fault]]:
    """Number a seat's candidates: as held, else as on the ballot, else by votes."""
    candidates = [row for row in rows if not row.is_nota]
    if standing:
        serials = serials_of([Printed(row.candidate, _counted(row)) for row in candidates], standing)
    elif all(row.serial is not None for row in candidates):
        serials = [row.serial for row in candidates]
    else:
        candidates.sort(key=lambda row: -(_counted(row) or 0))
        serials = [*range(1, len(candidates) + 1)]
    numbered: dict[int, MappedRow] = {}
    told: list[Fault] = []
    for serial, row in zip(serials, candidates, strict=True):
        if serial is not None and serial not in numbered and serial != model.NOTA:
            numbered[serial] = row
        else:
            problem = f"{seat} has another candidate under this number, or none of this name; the row is set aside"
            told.append(Fault(file=file, row=row.row, value=row.candidate, problem=problem))
    return numbered, told


def _statements(
    numbered: Mapping[int, MappedRow],
    rows: list[MappedRow],
    parties: Mapping[str, str],
    where: Mapping[str, Any],
    *,
    is_held: bool,
) -> Iterator[model.Statement]:
    is_ballot = all(row.serial is not None for row in numbered.values())
    unopposed = len(rows) == 1 and not _counted(rows[0])
    for serial, row in numbered.items():
        if not is_held:
            yield model.Candidacy(
                serial=serial,
                serial_kind="ballot" if is_ballot else "list",
                name=row.candidate,
                party=parties[row.party],
                gender=row.gender,
                age=row.age,
                status="uncontested" if unopposed else "contesting",
                **where,
            )
    nota = [(model.NOTA, row) for row in rows if row.is_nota]
    for serial, row in (*nota[:1], *numbered.items()):
        if _counted(row) is not None and not unopposed:
            yield _tally(serial, row, where)
    declaration = _declaration(numbered, where, unopposed=unopposed)
    if declaration is not None:
        yield declaration
    electors = next((row.electors for row in rows if row.electors), None)
    if electors is not None:
        yield model.Figure(
            election=where["election"],
            scope="constituency",
            scope_id=where["constituency"],
            measure="electors",
            value=float(electors),
            unit="votes",
            known_at=where["known_at"],
            source=where["source"],
        )


def _counted(row: MappedRow) -> int | None:
    if row.votes is not None:
        return row.votes
    return None if row.evm is None and row.postal is None else (row.evm or 0) + (row.postal or 0)


def _tally(serial: int, row: MappedRow, where: Mapping[str, Any]) -> model.Tally:
    both = row.evm is not None and row.postal is not None
    if both and row.votes not in {None, (row.evm or 0) + (row.postal or 0)}:
        # told by _faults_of_sums; the total is what the contest is decided by
        return model.Tally(serial=serial, total=row.votes, **where)
    return model.Tally(serial=serial, evm=row.evm, postal=row.postal, total=_counted(row), **where)


def _declaration(
    numbered: Mapping[int, MappedRow], where: Mapping[str, Any], *, unopposed: bool
) -> model.Declaration | None:
    if unopposed and numbered:
        return model.Declaration(status="uncontested", winner=min(numbered), **where)
    elected = [serial for serial, row in numbered.items() if row.elected]
    if len(elected) == 1:
        return model.Declaration(status="declared", winner=elected[0], **where)
    if elected or any(row.elected is not None for row in numbered.values()):
        return None
    counts = {serial: _counted(row) or 0 for serial, row in numbered.items()}
    first = [serial for serial, votes in counts.items() if votes and votes == max(counts.values())]
    return model.Declaration(status="declared", winner=first[0], **where) if len(first) == 1 else None


def _faults_of_sums(file: str, seat: str, rows: list[MappedRow]) -> Iterator[Fault]:
    for row in rows:
        if row.votes is not None and row.evm is not None and row.postal is not None:
            added = row.evm + row.postal
            if added != row.votes:
                problem = f"the kinds of vote add up to {added}; the total is kept"
                yield Fault(file=file, row=row.row, value=str(row.votes), problem=problem)
    elected = [row for row in rows if row.elected]
    if len(elected) > 1:
        problem = f"{seat} has {len(elected)} elected, and the record keeps one winner of a contest; it keeps none"
        yield Fault(file=file, row=elected[1].row, value=elected[1].candidate, problem=problem)
    votes = sorted((_counted(row) or 0 for row in rows if not row.is_nota), reverse=True)
    valid = next((row.valid_votes for row in rows if row.valid_votes is not None), None)
    if valid is not None and valid != sum(votes):
        problem = f"the candidates of {seat} have {sum(votes)} votes together, and the table's valid votes are others"
        yield Fault(file=file, row=rows[0].row, value=str(valid), problem=problem)
    majority = next((row.majority for row in rows if row.majority is not None), None)
    if majority is not None and len(votes) > 1 and majority != votes[0] - votes[1]:
        problem = f"the first two of {seat} are {votes[0] - votes[1]} votes apart, and the table's majority is another"
        yield Fault(file=file, row=rows[0].row, value=str(majority), problem=problem)
