"""Nominations of a statistical report: filed, rejected, withdrawn, who stood at last, and whose deposit was lost."""

from __future__ import annotations

from janadesh import model
from janadesh.errors import Fault
from janadesh.sources.eci_report_figures import seat_figures
from janadesh.sources.eci_report_figures import total_figures
from janadesh.sources.eci_report_figures import wrong_totals
from janadesh.sources.eci_report_places import ReportPlace
from janadesh.sources.eci_report_sheets import Sheet
from janadesh.sources.eci_report_sheets import whole_number

MEASURES = {
    "nominationsfiledtotal": ("nominations_filed", "candidates"),
    "nominationsrejectedtotal": ("nominations_rejected", "candidates"),
    "nominationswithdrawntotal": ("nominations_withdrawn", "candidates"),
    "contestingcandidatestotal": ("candidates", "candidates"),
    "contestingcandidatesmale": ("candidates_male", "candidates"),
    "contestingcandidatesfemale": ("candidates_female", "candidates"),
    "contestingcandidatesthirdgender": ("candidates_third_gender", "candidates"),
    # spelled so by the Commission
    "depositforfietedtotal": ("deposits_lost", "candidates"),
}


def nominations(sheet: Sheet, place: ReportPlace) -> tuple[list[model.Figure], list[Fault]]:
    """State each seat's nominations, which stand in a row of totals below those of its categories."""
    told = list(sheet.missing("acno", *MEASURES))
    seat: int | None = None
    totals: dict[int, int] = {}
    for row, cell in sheet.rows.select("row", sheet.column("acno") or "1").iter_rows():
        number = whole_number(cell)
        if number is not None:
            seat = number
        elif seat is not None and cell == "Total":
            totals[row] = seat
    figures = [
        *seat_figures(sheet, MEASURES, place, only=totals),
        *total_figures(sheet, MEASURES, place, "alltotal"),
    ]
    return figures, [*told, *wrong_totals(sheet, MEASURES, figures)]
