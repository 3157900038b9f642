"""
The Commission's statistical report on an assembly election: a folder of XLSX workbooks, or any one of them.

Read together, the list of parties explains the abbreviations of the detailed results, and each workbook is
checked against the others; what does not agree is told and kept as printed. Layouts are in
`eci_report_sheets`; what each workbook says is in the file of its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.eci_report_detailed import detailed_rows
from janadesh.sources.eci_report_detailed import detailed_statements
from janadesh.sources.eci_report_detailed import electors_by_seat
from janadesh.sources.eci_report_electors import electors
from janadesh.sources.eci_report_nominations import nominations
from janadesh.sources.eci_report_parties import ReportParties
from janadesh.sources.eci_report_parties import abbreviated_parties
from janadesh.sources.eci_report_parties import listed_parties
from janadesh.sources.eci_report_parties import sole_abbreviations
from janadesh.sources.eci_report_parties import wrong_performance
from janadesh.sources.eci_report_parties import wrong_winners
from janadesh.sources.eci_report_places import ReportPlace
from janadesh.sources.eci_report_places import place_report
from janadesh.sources.eci_report_sheets import Kind
from janadesh.sources.eci_report_sheets import Sheet
from janadesh.sources.eci_report_sheets import kind_of_workbook
from janadesh.sources.eci_report_sheets import report_sheet
from janadesh.sources.eci_report_summary import summary
from janadesh.sources.eci_report_voters import voters
from janadesh.sources.known import known
from janadesh.sources.peek import Peek

MOST_WORKBOOKS = 40

_ORDER = (
    Kind.ELECTORS,
    Kind.VOTERS,
    Kind.NOMINATIONS,
    Kind.SUMMARY,
    Kind.DETAILED,
    Kind.WINNERS,
    Kind.PARTIES,
    Kind.PERFORMANCE,
)
"""Where two workbooks print the same figure the first of these is kept."""


def matches(seen: Peek) -> bool:
    """Tell whether a workbook, or any workbook right inside a folder, is one of the report."""
    if seen.is_workbook:
        return kind_of_workbook(seen.path) is not None
    inside = [seen.path / name for name in seen.members if name.lower().endswith(".xlsx") and "/" not in name]
    return seen.path.is_dir() and any(kind_of_workbook(file) for file in inside[:MOST_WORKBOOKS])


def read_eci_report(path: Path, record: Record, known_at: Moment | None = None) -> Statements:
    """
    Read a statistical report into statements on candidates, votes, winners, parties and figures.

    Args:
        path: a workbook, or a folder with several; other files in it are told and left out.
        record: what ids and serials are taken from; it is not changed.
        known_at: when the report was published; where None the end of the day of the count.

    Returns: statements; `set_aside` tells what could not be placed and where the workbooks disagree.
    Raises: Refused, where the election or a seat cannot be placed, or a workbook is given twice; NoSuchFile,
        BrokenWorkbook, BlownUpWorkbook of a file.
    """
    sheets, told = _sheets(path)
    by_kind = {sheet.kind: sheet for sheet in sheets}
    what_is_known = known(record)
    place = place_report(path, sheets, what_is_known, known_at)
    said: list[model.Noun] = list(place.statements)
    figures: list[tuple[str, model.Figure]] = []
    parties = ReportParties({}, ())
    if Kind.PARTIES in by_kind:
        parties = listed_parties(by_kind[Kind.PARTIES], record, what_is_known, place.election)
    results: list[model.Statement] = []
    if Kind.DETAILED in by_kind:
        sheet = by_kind[Kind.DETAILED]
        rows, faults = detailed_rows(sheet)
        unlisted = [row.party for row in rows if row.party not in parties.ids]
        short = abbreviated_parties(sheet.file, unlisted, record, what_is_known, place.election)
        parties = ReportParties({**parties.ids, **short.ids}, (*parties.statements, *short.statements), short.told)
        results, unplaced = detailed_statements(sheet.file, rows, parties.ids, place, record)
        told += [*faults, *parties.told, *unplaced]
    said += [*parties.statements, *results]
    for sheet in sheets:
        stated, faults = _figures(sheet, place)
        figures += [(sheet.file, figure) for figure in stated]
        told += faults
    told += _wrong_by_results(by_kind, parties, results or _results_held(record, place.election.id), place, record)
    once, differing = _said_once(figures)
    by_noun: dict[type[model.Noun], list[model.Noun]] = {}
    for noun in (*said, *once):
        by_noun.setdefault(type(noun), []).append(noun)
    frames = {noun: _frame(noun, rows) for noun, rows in by_noun.items()}
    return Statements(path.name, frames, set_aside=(*told, *differing))


def _frame(noun: type[model.Noun], nouns: Sequence[model.Noun]) -> pl.DataFrame:
    # dataclasses.asdict copies each cell deeply, which takes longer than all the reading
    names = list(model.columns(noun))
    return frame_of(noun, [{name: getattr(one, name) for name in names} for one in nouns])


def _sheets(path: Path) -> tuple[list[Sheet], list[Fault]]:
    files = sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]
    sheets: list[Sheet] = []
    told: list[Fault] = []
    for file in files[:MOST_WORKBOOKS]:
        sheet = report_sheet(file) if file.suffix.lower() == ".xlsx" or not path.is_dir() else None
        if sheet is None:
            told.append(Fault(file=file.name, problem="this is no workbook of a statistical report, and was left out"))
        elif sheet.kind in {other.kind for other in sheets}:
            cure = "Keep one of the two, and the workbooks of one election in one folder."
            fault = Fault(file=file.name, problem=f"there is another workbook of {sheet.kind}", cure=cure)
            raise Refused(path.name, [fault])
        else:
            sheets.append(sheet)
    if not sheets:
        cure = "Give a workbook of the statistical report on an assembly election, or their folder."
        raise Refused(path.name, [Fault(file=path.name, problem="there is no workbook of such a report", cure=cure)])
    return sorted(sheets, key=lambda sheet: _ORDER.index(sheet.kind)), told


def _figures(sheet: Sheet, place: ReportPlace) -> tuple[list[model.Figure], list[Fault]]:
    if sheet.kind is Kind.ELECTORS:
        return electors(sheet, place)
    if sheet.kind is Kind.VOTERS:
        return voters(sheet, place)
    if sheet.kind is Kind.NOMINATIONS:
        return nominations(sheet, place)
    if sheet.kind is Kind.SUMMARY:
        return list(summary(sheet, place)), []
    if sheet.kind is Kind.DETAILED:
        return list(_electors_of_detailed(sheet, place)), []
    return [], []


def _electors_of_detailed(sheet: Sheet, place: ReportPlace) -> Iterator[model.Figure]:
    rows, _ = detailed_rows(sheet)
    for number, value in electors_by_seat(rows).select("number", "electors").iter_rows():
        yield model.Figure(
            election=place.election.id,
            scope="constituency",
            scope_id=place.seats[number],
            measure="electors",
            value=float(value),
            unit="votes",
            known_at=place.election.known_at,
            source=place.election.source,
        )


def _wrong_by_results(
    by_kind: Mapping[Kind, Sheet],
    parties: ReportParties,
    results: Sequence[model.Statement],
    place: ReportPlace,
    record: Record,
) -> Iterator[Fault]:
    ids = parties.ids or sole_abbreviations(record)
    if Kind.PERFORMANCE in by_kind:
        yield from wrong_performance(by_kind[Kind.PERFORMANCE], ids, results)
    if Kind.WINNERS in by_kind:
        yield from wrong_winners(by_kind[Kind.WINNERS], place.seats, ids, _winners(results))


def _results_held(record: Record, election: str) -> list[model.Statement]:
    nouns: tuple[type[model.Statement], ...] = (model.Candidacy, model.Tally, model.Declaration)
    return [noun(**row) for noun in nouns for row in record.frame(noun, election=election).iter_rows(named=True)]


def _winners(results: Sequence[model.Statement]) -> dict[str, model.Candidacy]:
    standing = {(one.constituency, one.serial): one for one in results if isinstance(one, model.Candidacy)}
    return {
        one.constituency: standing[one.constituency, one.winner]
        for one in results
        if isinstance(one, model.Declaration) and (one.constituency, one.winner or 0) in standing and one.winner
    }


def _said_once(figures: Sequence[tuple[str, model.Figure]]) -> tuple[list[model.Figure], list[Fault]]:
    first: dict[tuple[str, str, str], tuple[str, model.Figure]] = {}
    told: list[Fault] = []
    for file, figure in figures:
        key = (figure.scope, figure.scope_id, figure.measure)
        kept_of, kept = first.setdefault(key, (file, figure))
        if kept.value != figure.value:
            problem = f"{figure.measure} of {figure.scope_id} is {kept.value:g} in {kept_of}, which is kept"
            told.append(Fault(file=file, column=figure.measure, value=f"{figure.value:g}", problem=problem))
    return [figure for _, figure in first.values()], told
