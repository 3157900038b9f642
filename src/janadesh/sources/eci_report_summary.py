"""The summary of a statistical report: electors, voters and polling stations of the whole election."""

from __future__ import annotations

from collections.abc import Iterator

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.sources.eci_report_places import ReportPlace
from janadesh.sources.eci_report_sheets import Sheet
from janadesh.sources.eci_report_sheets import whole_number

_NUMBERED = {
    ("2", "d."): "electors",
    ("2", "a."): "electors_male",
    ("2", "b."): "electors_female",
    ("2", "c."): "electors_third_gender",
    ("3", "f."): "voters",
    ("3", "d."): "voters_postal",
    ("3", "e."): "test_votes",
    ("6", "a."): "rejected_postal",
    ("6", "c."): "rejected_evm",
    ("7", ""): "nota",
    ("8", ""): "valid_votes",
    ("10", ""): "polling_stations",
}
_WORDS = {"electors": "electors", "voters": "electorswhovoted", "polling_stations": "noofpollingstations"}
"""What the line of a measure says, so that another year's numbering is not taken for this one."""


def summary(sheet: Sheet, place: ReportPlace) -> Iterator[model.Figure]:
    """State the figures of the whole election, in the last column; lines are told by number and letter."""
    last = str(len(sheet.headings))
    section, words = "", ""
    for mark, line, value in sheet.rows.select("1", "2", last).iter_rows():
        if mark is not None and whole_number(mark) is not None:
            section, words = mark, spelling_key(line or "")
        letter = "" if mark == section else mark or "-"
        measure = _NUMBERED.get((section, letter))
        number = whole_number(value)
        if measure and number is not None and words.startswith(_WORDS.get(measure, "")):
            yield model.Figure(
                election=place.election.id,
                scope="election",
                scope_id=place.election.id,
                measure=measure,
                value=float(number),
                unit="stations" if measure == "polling_stations" else "votes",
                known_at=place.election.known_at,
                source=place.election.source,
            )
