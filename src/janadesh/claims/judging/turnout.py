"""Turnout of a place, a phase or an election."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Evidence
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
from janadesh.claims.judging.turnout_figures import SETTLED
from janadesh.claims.judging.turnout_figures import figures_of
from janadesh.claims.judging.turnout_figures import final_of_another
from janadesh.claims.judging.turnout_figures import poll_days
from janadesh.claims.judging.turnout_figures import seat_of_same_name
from janadesh.claims.judging.turnout_figures import settled_figure
from janadesh.claims.judging.turnout_figures import turnout_elsewhere

_PROVISIONAL = dt.timedelta(days=1)
"""How long after a poll its turnout is told before the revision of the next day."""
_CLEARLY_OTHER = 3.0
"""Percentage points from which a turnout told long after the poll is another than the official one."""
_OF_SOMETHING_ELSE = 15.0
"""Percentage points from which a share told is hardly one of turnout at all."""


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge a turnout in per cent; figures of polling day are revised over the next days."""
    election = facts.of(reading.election)
    if election is None:
        return unverifiable("The record does not hold this election.")
    if not isinstance(reading.value, int | float) or reading.unit == "votes":
        return unverifiable("The record holds no figure that decides this.")
    told = float(reading.value)
    of_place = figures_of(election, reading)
    settled = settled_figure(of_place)
    if settled is None:
        return _without_final(facts, election, reading, of_place, told, written_on)
    row = figure_row(facts, election, settled)
    fit = fit_of_share(told, settled.value, reading.comparator)
    if fit.confirms and (reading.clock is None or decimals_of(told) > 0):
        return confirmed(settled.value, f"{_name(election, reading)} {_said(settled.value)}.", row)
    of_phase = _of_a_phase(election, reading, told)
    if of_phase is not None:
        row = figure_row(facts, election, of_phase)
        return confirmed(of_phase.value, f"Phase {of_phase.scope_id} polled {_said(of_phase.value)}.", row)
    earlier = _told_before(of_place, settled, told, reading)
    if earlier is not None:
        return _was(facts, election, reading, (earlier, settled), written_on)
    if reading.clock is not None or reading.while_counting or _is_provisional(election, reading, settled, written_on):
        why = f"A figure of that hour; it was revised later to {_said(settled.value)}."
        return superseded(settled.value, why, row)
    return _other(facts, election, reading, settled, row)


def _other(facts: Facts, election: ElectionFacts, reading: Reading, settled: FigureFact, row: Evidence) -> Judgement:
    """Judge a figure told as final that is not the final one of the place."""
    told, official = float(reading.value or 0), settled.value
    same_name = seat_of_same_name(election, reading, told)
    if same_name is not None:
        why = f"{wording.percent(told)} is the figure of {_whose(election, same_name)}, not of the district."
        return partial(official, why, row, figure_row(facts, election, same_name))
    if reading.comparator == "=":
        other = _figure_of_another(facts, election, reading, settled, row)
        if other is not None:
            return other
    fit = fit_of_share(told, official, reading.comparator)
    if fit is Fit.FAR:
        return partial(official, f"True as a bound but far off: the final figure is {wording.percent(official)}.", row)
    if fit.is_partly_true or abs(told - official) <= 1:
        return partial(official, f"Not quite; the final figure is {_said(official)}.", row)
    one_poll = reading.phase is not None or settled.scope != "election" or len(election.phases) < 2
    if not one_poll or not _CLEARLY_OTHER <= abs(told - official) <= _OF_SOMETHING_ELSE:
        return unverifiable(f"What this measures is not plain; the final turnout is {_said(official)}.", row)
    return contradicted(official, f"The final figure is {_said(official)}.", row)


def _figure_of_another(
    facts: Facts, election: ElectionFacts, reading: Reading, settled: FigureFact, row: Evidence
) -> Judgement | None:
    """Judge a number that is the final turnout of something else."""
    told, official = float(reading.value or 0), settled.value
    other = final_of_another(election, told)
    if other is not None:
        said = f"{_name(election, reading)} {wording.percent(official)}"
        why = f"{said}; {wording.percent(told)} is the figure of {_whose(election, other)}."
        shown = figure_row(facts, election, other)
        if other.measure != settled.measure or other.scope not in ("phase", "election"):
            # which people or place is meant stands words away, and is easily paired wrongly
            return unverifiable(why, row, shown)
        return contradicted(official, why, row, shown)
    elsewhere = turnout_elsewhere(facts, election, reading, told)
    if elsewhere is None:
        return None
    name, figure = elsewhere
    why = f"{wording.percent(told)} is the figure of the {name}; the one here is {_said(official)}."
    return contradicted(official, why, row, figure_row(facts, election, figure))


def _without_final(
    facts: Facts,
    election: ElectionFacts,
    reading: Reading,
    of_place: list[FigureFact],
    told: float,
    written_on: dt.date,
) -> Judgement:
    """Judge where only provisional figures, or none, are on record for the place."""
    of_phase = _of_a_phase(election, reading, told)
    if of_phase is not None:
        row = figure_row(facts, election, of_phase)
        return confirmed(of_phase.value, f"Phase {of_phase.scope_id} polled {_said(of_phase.value)}.", row)
    if reading.comparator in ("<", ">") and not of_place:
        return unverifiable("The record holds no turnout of this.")
    same = [f for f in of_place if rounds_to(told, f.value)]
    last = of_place[-1] if of_place else None
    hour = reading.clock is not None or reading.while_counting
    if last is not None and same and same[-1] is last and not hour and not _just_polled(election, reading, written_on):
        row = figure_row(facts, election, last)
        return confirmed(last.value, f"The last figure published ({last.basis}).", row)
    same_name = seat_of_same_name(election, reading, told)
    if same_name is not None and not hour:
        why = f"{wording.percent(told)} is the figure of {_whose(election, same_name)}, not of the district."
        return partial(last.value if last else None, why, figure_row(facts, election, same_name))
    if hour or _just_polled(election, reading, written_on):
        shown = same[-1:] or ([last] if last is not None else [])
        rows = [figure_row(facts, election, f) for f in shown]
        official = last.value if last is not None and not rounds_to(told, last.value) else None
        revised = f" to {_said(official)}" if official is not None else ""
        return superseded(official, f"A figure of that hour; it was revised later{revised}.", *rows)
    if same and last is not None:
        row = figure_row(facts, election, same[-1])
        return partial(last.value, f"This is the figure told as {same[-1].basis}.", row)
    return unverifiable("The record holds no final turnout of this.")


def _of_a_phase(election: ElectionFacts, reading: Reading, told: float) -> FigureFact | None:
    """Find the phase that a final turnout is of, where the words name none."""
    if reading.phase is not None or reading.constituency is not None or reading.scope_name is not None:
        return None
    if decimals_of(told) == 0 or reading.clock is not None or reading.role is not None:
        return None
    if reading.subject is not None and reading.subject.type == "constituency":
        return None
    finals = (f for f in election.figures_by_scope.get(("turnout", "phase"), ()) if f.basis in SETTLED)
    return next((f for f in finals if rounds_to(told, f.value)), None)


def _told_before(figures: list[FigureFact], settled: FigureFact, told: float, reading: Reading) -> FigureFact | None:
    """Find the figure published before the final one that was told."""
    if reading.comparator not in ("=", "~"):
        return None
    # a bare whole number fits too many of the day's figures to be told apart
    if decimals_of(told) == 0 and reading.clock is None:
        return None
    return next((f for f in reversed(figures) if f is not settled and rounds_to(told, f.value)), None)


def _was(
    facts: Facts, election: ElectionFacts, reading: Reading, both: tuple[FigureFact, FigureFact], written_on: dt.date
) -> Judgement:
    """Judge a figure that was published and later replaced."""
    earlier, settled = both
    rows = (figure_row(facts, election, earlier), figure_row(facts, election, settled))
    official, said = settled.value, _said(settled.value)
    moved = election.local_day(settled.known_at)
    of_hour = earlier.basis.startswith("at ")
    if written_on <= moved or reading.clock is not None:
        of_then = f"Turnout {earlier.basis}" if of_hour else "A provisional figure"
        return superseded(official, f"{of_then}; the final figure is {said}.", *rows)
    if of_hour:
        return partial(official, f"This is the figure {earlier.basis}; the final one is {said}.", *rows)
    day = wording.day(election.local_day(earlier.known_at), written_on)
    why = f"The {earlier.basis} figure of {day}; on {wording.day(moved, written_on)} it became {said}."
    return partial(official, why, *rows)


def _is_provisional(election: ElectionFacts, reading: Reading, settled: FigureFact, written_on: dt.date) -> bool:
    """Whether figures were still moving when an article was written."""
    return written_on < election.local_day(settled.known_at) or _just_polled(election, reading, written_on)


def _just_polled(election: ElectionFacts, reading: Reading, written_on: dt.date) -> bool:
    return any(dt.timedelta(0) <= written_on - day <= _PROVISIONAL for day in poll_days(election, reading))


def _name(election: ElectionFacts, reading: Reading) -> str:
    if reading.constituency is not None and reading.constituency in election.contests:
        return f"{wording.seat(election.contests[reading.constituency])} polled"
    if reading.scope_name is not None:
        return f"{wording.in_title(reading.scope_name)} polled"
    return f"Phase {reading.phase} polled" if reading.phase is not None else "The turnout was"


def _whose(election: ElectionFacts, figure: FigureFact) -> str:
    """Name what a figure is about."""
    who = {"turnout_male": " of men", "turnout_female": " of women"}.get(figure.measure, "")
    if figure.scope == "phase":
        return f"phase {figure.scope_id}{who}"
    if figure.scope == "election":
        return f"the whole election{who}"
    if figure.scope == "constituency" and figure.scope_id in election.contests:
        return f"{wording.seat(election.contests[figure.scope_id])} constituency{who}"
    return f"{figure.scope_id}{who}"


def _said(share: float) -> str:
    return f"{wording.percent(share)} per cent"
