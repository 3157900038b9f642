"""Published figures of turnout and electors: which are about the place a reading names, and which stands."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Reading
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.election_facts import FigureFact
from janadesh.claims.facts import Facts
from janadesh.claims.judging.comparing import decimals_of
from janadesh.claims.judging.comparing import rounds_to
from janadesh.names.spelling import spelling_key

SETTLED = ("final", "at polling stations")
"""Bases of figures that were not revised any more, the firmest first."""

_OF = {
    "men": "turnout_male",
    "male": "turnout_male",
    "women": "turnout_female",
    "female": "turnout_female",
    "third gender": "turnout_third_gender",
}
_ENDINGS = ("district", "division", "region")


def figures_of(election: ElectionFacts, reading: Reading, measure: str | None = None) -> list[FigureFact]:
    """
    List the figures of what a reading names, and of no other place or phase, oldest first.

    Without a `measure` it is turnout, of men or women where the reading says so.
    """
    measure = measure or _OF.get(reading.role or "", "turnout")
    scopes, name = _named(election, reading)
    key = _place(spelling_key(name)) if "district" in scopes else ""
    found: list[FigureFact] = []
    for scope in scopes:
        of_scope = election.figures_by_scope.get((measure, scope), ())
        if scope in ("district", "region"):
            found += [f for f in of_scope if _place(f.place) == key]
        else:
            found += [f for f in of_scope if f.scope_id == name]
    return found


def _named(election: ElectionFacts, reading: Reading) -> tuple[tuple[str, ...], str]:
    """Say of which scope a reading is, and which place or phase of it."""
    if reading.constituency is not None:
        return ("constituency",), reading.constituency
    if reading.scope_name is not None:
        return ("constituency",) if reading.scope == "constituency" else ("district", "region"), reading.scope_name
    if reading.subject is not None and reading.subject.type == "constituency":
        return ("constituency",), reading.subject.id or ""
    if reading.phase is not None:
        return ("phase",), str(reading.phase)
    return ("election",), election.id


def settled_figure(figures: list[FigureFact]) -> FigureFact | None:
    """Choose the figure that stands: the firmest basis, the last known of it; None where all are provisional."""
    for basis in SETTLED:
        of_it = [f for f in figures if f.basis == basis]
        if of_it:
            return of_it[-1]
    return None


def seat_of_same_name(election: ElectionFacts, reading: Reading, told: float) -> FigureFact | None:
    """Find the final turnout of the seat that has a district's name, where it is the told one."""
    if reading.scope_name is None or decimals_of(told) == 0:
        return None
    named = election.by_constituency_name.get(_place(spelling_key(reading.scope_name)))
    figures = (f for f in election.figures_by_measure.get("turnout", ()) if f.scope_id == named and f.basis in SETTLED)
    return next((f for f in figures if rounds_to(told, f.value)), None)


def final_of_another(election: ElectionFacts, told: float) -> FigureFact | None:
    """Find what else in the election a told number, to two decimals, is the final turnout of."""
    if decimals_of(told) < 2:
        return None
    for measure in ("turnout", "turnout_male", "turnout_female"):
        for figure in election.figures_by_measure.get(measure, ()):
            if figure.basis in SETTLED and rounds_to(told, figure.value):
                return figure
    return None


def turnout_elsewhere(
    facts: Facts, election: ElectionFacts, reading: Reading, told: float
) -> tuple[str, FigureFact] | None:
    """Find another election in the same territory, or to the same house before, that polled the told turnout."""
    if decimals_of(told) < 2 or reading.comparator != "=":
        return None
    noun = facts.elections[election.id]
    here = facts.territory_of(election.id)
    for other, figure in facts.turnouts:
        same_house = facts.elections[other].house == noun.house and other == noun.previous
        near = same_house or (facts.territory_of(other) == here and abs(facts.elections[other].year - noun.year) <= 1)
        if near and other != election.id and rounds_to(told, figure.value):
            return facts.elections[other].name, figure
    return None


def poll_days(election: ElectionFacts, reading: Reading) -> list[dt.date]:
    """List the days on which the place or phase of a reading voted; all where it is not known which."""
    phase = reading.phase
    if phase is None and reading.constituency in election.contests:
        phase = election.contests[reading.constituency].phase
    steps = [s for s in election.standing_steps.values() if s.event == "poll"]
    own = [s.on_date for s in steps if s.phase == phase]
    return own if phase is not None and own else [s.on_date for s in steps]


def _place(key: str) -> str:
    for ending in _ENDINGS:
        key = key.removesuffix(ending)
    return key
