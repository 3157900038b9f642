"""
Voters of a statistical report: who voted by gender and by post, what was rejected, and what was only a test.

`test_votes` are those that were cast to try a machine and not taken out before the poll; they are among
`voters` and not among `valid_votes`. `valid_votes` are those for candidates, NOTA left out. `tendered_votes` are
given by electors in whose name somebody had voted, and are not counted. `turnout` is voters by electors, postal
votes with it, which is more than what is told of the polling stations on the evening of the poll.
"""

from __future__ import annotations

from collections.abc import Iterator

from janadesh import model
from janadesh.errors import Fault
from janadesh.sources.eci_report_figures import seat_figures
from janadesh.sources.eci_report_figures import total_figures
from janadesh.sources.eci_report_figures import wrong_sums
from janadesh.sources.eci_report_figures import wrong_totals
from janadesh.sources.eci_report_places import ReportPlace
from janadesh.sources.eci_report_sheets import Sheet

MEASURES = {
    "totalelectorsincludingserviceelectorstotal": ("electors", "votes"),
    "electorswhovotedtotal": ("voters", "votes"),
    "electorswhovotedmale": ("voters_male", "votes"),
    "electorswhovotedfemale": ("voters_female", "votes"),
    "electorswhovotedthirdgender": ("voters_third_gender", "votes"),
    "electorswhovotedpostal": ("voters_postal", "votes"),
    "electorswhovotedtestvotes": ("test_votes", "votes"),
    "overseaselectorswhovoted": ("voters_overseas", "votes"),
    "poll": ("turnout", "percent"),
    "rejectedvotespostal": ("rejected_postal", "votes"),
    "votesrejectedfromevmtestvotesrejectedvotesduetootherreasons": ("rejected_evm", "votes"),
    "notavotes": ("nota", "votes"),
    "validvotespolled": ("valid_votes", "votes"),
    "tenderedvotes": ("tendered_votes", "votes"),
}
_KINDS = ("voters_male", "voters_female", "voters_third_gender", "voters_postal", "test_votes")
_USES = ("valid_votes", "nota", "rejected_postal", "rejected_evm")
_ROUNDING = 0.0101


def voters(sheet: Sheet, place: ReportPlace) -> tuple[list[model.Figure], list[Fault]]:
    """State the voters of each seat and of all, and tell sums and shares that do not fit."""
    told = list(sheet.missing("acno", *MEASURES))
    figures = [*seat_figures(sheet, MEASURES, place), *total_figures(sheet, MEASURES, place, "total")]
    told += wrong_sums(sheet, figures, "voters", _KINDS)
    told += wrong_sums(sheet, figures, "voters", _USES)
    told += _wrong_turnout(sheet, figures)
    return figures, [*told, *wrong_totals(sheet, MEASURES, figures)]


def _wrong_turnout(sheet: Sheet, figures: list[model.Figure]) -> Iterator[Fault]:
    values = {(figure.scope_id, figure.measure): figure.value for figure in figures}
    for (place, measure), printed in values.items():
        polled, on_roll = values.get((place, "voters")), values.get((place, "electors"))
        if (
            measure == "turnout"
            and polled is not None
            and on_roll
            and abs(polled * 100 / on_roll - printed) > _ROUNDING
        ):
            problem = f"in {place} voters by electors is {polled * 100 / on_roll:.2f} per cent"
            yield Fault(file=sheet.file, column="POLL %", value=f"{printed}", problem=problem)
