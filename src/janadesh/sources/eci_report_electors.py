"""Electors of a statistical report: those on the roll of each seat by gender, in service, and overseas."""

from __future__ import annotations

from janadesh import model
from janadesh.errors import Fault
from janadesh.sources.eci_report_figures import seat_figures
from janadesh.sources.eci_report_figures import total_figures
from janadesh.sources.eci_report_figures import wrong_sums
from janadesh.sources.eci_report_figures import wrong_totals
from janadesh.sources.eci_report_places import ReportPlace
from janadesh.sources.eci_report_sheets import Sheet

MEASURES = {
    "allelectorstotal": ("electors", "votes"),
    "allelectorsmale": ("electors_male", "votes"),
    "allelectorsfemale": ("electors_female", "votes"),
    "allelectorsthirdgender": ("electors_third_gender", "votes"),
    "servicetotal": ("electors_service", "votes"),
    "nristotal": ("electors_overseas", "votes"),
}


def electors(sheet: Sheet, place: ReportPlace) -> tuple[list[model.Figure], list[Fault]]:
    """State the electors of each seat and of all, and tell sums that do not add up."""
    told = list(sheet.missing("acno", *MEASURES))
    figures = [*seat_figures(sheet, MEASURES, place), *total_figures(sheet, MEASURES, place, "total")]
    parts = ("electors_male", "electors_female", "electors_third_gender")
    return figures, [*told, *wrong_sums(sheet, figures, "electors", parts), *wrong_totals(sheet, MEASURES, figures)]
