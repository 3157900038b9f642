"""Turnout of a place, a phase or an election."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.election_facts import FigureFact
from janadesh.claims.facts import Facts
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import Fit
from janadesh.claims.judging.comparing import decimals_of
from janadesh.claims.judging.comparing import fit_of_share
from janadesh.claims.judging.comparing import rounds_to
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import figure_row
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import superseded
from janadesh.claims.judging.saying import unverifiable
from janadesh.names.spelling import spelling_key

_SETTLED = ("final", "at polling stations")
"""Bases of figures that were not revised any more, the firmest first."""
_OF = {"men": "turnout_male", "male": "turnout_male", "women": "turnout_female", "female": "turnout_female"}
_PROVISIONAL = dt.timedelta(days=1)
"""How long after a poll its turnout is told before the revision of the next day."""


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge a turnout in per cent; figures of polling day are revised over the next days."""
    election = facts.of(reading.election)
    if election is None:
        return unverifiable("The record does not hold this election.")
    if not isinstance(reading.value, int | float) or reading.unit == "votes":
        return unverifiable("The record holds no figure that decides this.")
    measure = _OF.get(reading.role or "", "turnout")
    of_place = [f for f in election.figures_by_measure.get(measure, ()) if is_of(f, election, reading)]
    settled = settled_figure(of_place)
    told = float(reading.value)
    if settled is None:
        return _without_final(facts, election, reading, of_place, told, written_on)
    official = settled.value
    row = figure_row(facts, election, settled)
    if reading.clock is None and (fit := fit_of_share(told, official, reading.comparator)).confirms:
        return confirmed(official, f"{_name(election, reading)} {wording.percent(official)} per cent.", row)
    final_day = election.local_day(settled.known_at)
    earlier = _same_told_before(of_place, settled, told, reading)
    if earlier is not None:
        return _was(facts, election, earlier, settled, written_on, reading)
    if reading.clock is not None or reading.while_counting:
        return superseded(official, f"A figure of that hour; the final one is {wording.percent(official)}.", row)
    if written_on < final_day or (written_on == final_day and _is_provisional(election, reading, written_on)):
        why = f"A figure of that hour; it was revised later to {wording.percent(official)} per cent."
        return superseded(official, why, row)
    if _is_provisional(election, reading, written_on):
        return superseded(official, f"Provisional; the final figure is {wording.percent(official)} per cent.", row)
    other = _of_another(election, reading, told)
    if other is not None:
        other_row = figure_row(facts, election, other)
        why = f"{_name(election, reading)} {wording.percent(official)}; {wording.percent(told)} is the figure of {other_name(other)}."
        return contradicted(official, why, row, other_row)
    fit = fit_of_share(told, official, reading.comparator)
    if fit is Fit.FAR:
        return partial(official, f"True as a bound but far off: the final figure is {wording.percent(official)}.", row)
    if fit.is_partly_true or abs(told - official) <= 1:
        return partial(official, f"Not quite; the final figure is {wording.percent(official)} per cent.", row)
    return contradicted(official, f"The final figure is {wording.percent(official)} per cent.", row)


def is_of(figure: FigureFact, election: ElectionFacts, reading: Reading) -> bool:
    """Tell whether a figure is about the place or phase that a reading names, and no other."""
    if reading.constituency is not None:
        return figure.scope == "constituency" and figure.scope_id == reading.constituency
    if reading.scope_name is not None:
        if reading.scope == "constituency":
            return figure.scope == "constituency" and figure.scope_id == reading.scope_name
        if figure.scope not in ("district", "region"):
            return False
        return _place_key(figure.scope_id) == _place_key(reading.scope_name)
    if reading.subject is not None and reading.subject.type == "constituency":
        return figure.scope == "constituency" and figure.scope_id == reading.subject.id
    if reading.phase is not None:
        return figure.scope == "phase" and figure.scope_id == str(reading.phase)
    return figure.scope == "election"


def settled_figure(figures: list[FigureFact]) -> FigureFact | None:
    """Choose the figure that stands: the firmest basis, the last known of it; None where all are provisional."""
    for basis in _SETTLED:
        of_it = [f for f in figures if f.basis == basis]
        if of_it:
            return of_it[-1]
    return None


def other_name(figure: FigureFact) -> str:
    """Name what a figure is about."""
    who = {"turnout_male": " of men", "turnout_female": " of women"}.get(figure.measure, "")
    if figure.scope == "phase":
        return f"phase {figure.scope_id}{who}"
    if figure.scope == "election":
        return f"the whole election{who}"
    return f"{figure.scope_id}{who}"


def _place_key(name: str) -> str:
    return spelling_key(name).removesuffix("district").removesuffix("region").removesuffix("division")


def _name(election: ElectionFacts, reading: Reading) -> str:
    if reading.constituency is not None and reading.constituency in election.contests:
        return f"{wording.seat(election.contests[reading.constituency])} polled"
    if reading.scope_name is not None:
        return f"{wording.in_title(reading.scope_name)} polled"
    return f"Phase {reading.phase} polled" if reading.phase is not None else "The turnout was"


def _without_final(
    facts: Facts,
    election: ElectionFacts,
    reading: Reading,
    of_place: list[FigureFact],
    told: float,
    written_on: dt.date,
) -> Judgement:
    """Judge where only provisional figures, or none, are on record for the place."""
    same = [f for f in of_place if rounds_to(told, f.value)]
    last = of_place[-1] if of_place else None
    hour = reading.clock is not None or reading.while_counting
    if same and (same[-1] is last or last is None):
        row = figure_row(facts, election, same[-1])
        if not _is_polling_day(election, reading, written_on) and not hour:
            return confirmed(same[-1].value, f"The last figure published, {same[-1].basis}.", row)
    if hour or _is_provisional(election, reading, written_on):
        rows = [figure_row(facts, election, f) for f in (same[-1:] or [last] if last else [])]
        official = last.value if last is not None and not rounds_to(told, last.value) else None
        why = "A figure of that hour; it was revised later"
        return superseded(official, f"{why}{f' to {wording.percent(official)} per cent' if official else ''}.", *rows)
    if same:
        row = figure_row(facts, election, same[-1])
        return partial(last.value if last else None, f"This is the figure told as {same[-1].basis}.", row)
    return unverifiable("The record holds no final turnout of this.")


def _same_told_before(
    figures: list[FigureFact], settled: FigureFact, told: float, reading: Reading
) -> FigureFact | None:
    if reading.comparator not in ("=", "~"):
        return None
    # a bare whole number fits too many of the day's figures to be told apart
    if decimals_of(told) == 0 and reading.clock is None:
        return None
    return next((f for f in reversed(figures) if f is not settled and rounds_to(told, f.value)), None)


def _was(
    facts: Facts,
    election: ElectionFacts,
    earlier: FigureFact,
    settled: FigureFact,
    written_on: dt.date,
    reading: Reading,
) -> Judgement:
    """Judge a figure that was published and later replaced."""
    rows = (figure_row(facts, election, earlier), figure_row(facts, election, settled))
    official, said = settled.value, wording.percent(settled.value)
    moved = election.local_day(settled.known_at)
    hour = earlier.basis.startswith("at ") and earlier.basis not in _SETTLED
    if written_on <= moved or reading.clock is not None:
        of_then = f"Turnout {earlier.basis}" if hour else "A provisional figure"
        return superseded(official, f"{of_then}; the final figure is {said}.", *rows)
    if hour:
        return partial(official, f"This is the figure {earlier.basis}; the final one is {said} per cent.", *rows)
    day = wording.day(election.local_day(earlier.known_at), written_on)
    why = f"The {earlier.basis} figure of {day}; on {wording.day(moved, written_on)} it became {said}."
    return partial(official, why, *rows)


def _is_polling_day(election: ElectionFacts, reading: Reading, written_on: dt.date) -> bool:
    return written_on in poll_days(election, reading)


def _is_provisional(election: ElectionFacts, reading: Reading, written_on: dt.date) -> bool:
    """Whether figures were still moving: on the day of the poll and the day after."""
    return any(dt.timedelta(0) <= written_on - day <= _PROVISIONAL for day in poll_days(election, reading))


def poll_days(election: ElectionFacts, reading: Reading) -> list[dt.date]:
    """List the days on which the place or phase of a reading voted; all where it is not known which."""
    phase = reading.phase
    if phase is None and reading.constituency in election.contests:
        phase = election.contests[reading.constituency].phase
    steps = [s for s in election.standing_steps.values() if s.event == "poll"]
    own = [s.on_date for s in steps if s.phase == phase]
    return own if phase is not None and own else [s.on_date for s in steps]


def _of_another(election: ElectionFacts, reading: Reading, told: float) -> FigureFact | None:
    """Find another quantity that the told number is final for: another phase, men or women, an earlier election."""
    if decimals_of(told) == 0 or reading.comparator != "=":
        return None
    for measure in ("turnout", "turnout_male", "turnout_female"):
        for figure in election.figures_by_measure.get(measure, ()):
            near = figure.scope in ("phase", "election") or is_of(figure, election, reading)
            if near and figure.basis in _SETTLED and rounds_to(told, figure.value):
                return figure
    return None
