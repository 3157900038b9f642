"""Figures of a statistical report by seat: electors, voters, rejected votes, nominations, deposits."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping

from janadesh import model
from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.sources.eci_report_places import ReportPlace
from janadesh.sources.eci_report_sheets import Sheet
from janadesh.sources.eci_report_sheets import whole_number

Measures = Mapping[str, tuple[str, str]]
"""Measure and unit by a column's heading, as a spelling key."""


def seat_figures(
    sheet: Sheet, measures: Measures, place: ReportPlace, *, only: Mapping[int, int] | None = None
) -> Iterator[model.Figure]:
    """
    State each seat's figures, a row a seat.

    Args:
        sheet: the sheet; a column `acno` numbers the seats.
        measures: which columns are stated.
        place: where the report belongs.
        only: the number of the seat by the number of the row, where the sheet's own rows do not say it.
    """
    number = sheet.column("acno")
    for cells in sheet.rows.iter_rows(named=True):
        seat = only.get(cells["row"]) if only is not None else whole_number(cells[number or "1"])
        if seat is not None and seat in place.seats:
            yield from _figures(sheet, cells, measures, place, "constituency", place.seats[seat])


def total_figures(sheet: Sheet, measures: Measures, place: ReportPlace, called: str) -> Iterator[model.Figure]:
    """State the figures of the whole election, in the row whose first cell is `called`."""
    for cells in sheet.rows.iter_rows(named=True):
        if spelling_key(cells["1"] or "") == called:
            yield from _figures(sheet, cells, measures, place, "election", place.election.id)


def wrong_totals(sheet: Sheet, measures: Measures, figures: list[model.Figure]) -> Iterator[Fault]:
    """Tell where a figure of the whole election is not what the seats' figures add up to."""
    added: dict[str, float] = {}
    for figure in figures:
        if figure.scope == "constituency":
            added[figure.measure] = added.get(figure.measure, 0) + figure.value
    counted = {measure for measure, unit in measures.values() if unit != "percent"}
    for figure in figures:
        measure = figure.measure
        if figure.scope == "election" and measure in counted & set(added) and figure.value != added[measure]:
            problem = f"the seats add up to {added[measure]:.0f}"
            yield Fault(file=sheet.file, column=measure, value=f"{figure.value:.0f}", problem=problem)


def wrong_sums(sheet: Sheet, figures: list[model.Figure], whole: str, parts: tuple[str, ...]) -> Iterator[Fault]:
    """Tell where a seat's figure is not the sum of its parts."""
    by_place: dict[str, dict[str, float]] = {}
    for figure in figures:
        by_place.setdefault(figure.scope_id, {})[figure.measure] = figure.value
    for place, values in by_place.items():
        if whole in values and set(parts) <= set(values) and values[whole] != sum(values[part] for part in parts):
            added = sum(values[part] for part in parts)
            problem = f"in {place} {', '.join(parts)} add up to {added:.0f}"
            yield Fault(file=sheet.file, column=whole, value=f"{values[whole]:.0f}", problem=problem)


def _figures(
    sheet: Sheet, cells: Mapping[str, str | None], measures: Measures, place: ReportPlace, scope: str, scope_id: str
) -> Iterator[model.Figure]:
    for heading, (measure, unit) in measures.items():
        column = sheet.column(heading)
        value = _number(cells[column]) if column else None
        if value is not None:
            yield model.Figure(
                election=place.election.id,
                scope=scope,
                scope_id=scope_id,
                measure=measure,
                value=value,
                unit=unit,
                known_at=place.election.known_at,
                source=place.election.source,
            )


def _number(text: str | None) -> float | None:
    whole = whole_number(text)
    if whole is not None:
        return float(whole)
    parts = (text or "").removesuffix("%").strip().split(".")
    return float(".".join(parts)) if len(parts) == 2 and all(part.isdigit() for part in parts) else None
