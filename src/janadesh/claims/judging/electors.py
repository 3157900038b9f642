"""How many voters are on the rolls."""

from __future__ import annotations

import datetime as dt

from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.facts import Facts
from janadesh.claims.judging import wording
from janadesh.claims.judging.comparing import Fit
from janadesh.claims.judging.comparing import fit_of_count
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import figure_row
from janadesh.claims.judging.saying import partial
from janadesh.claims.judging.saying import unverifiable
from janadesh.claims.judging.turnout_figures import figures_of

_OF = {"men": "electors_male", "women": "electors_female", "third gender": "electors_third_gender"}
_APPROXIMATE = 0.005
"""How far a count may be from an approximate official figure and still be the same."""


def judge(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:  # noqa: ARG001 - rolls stand for the election
    """Judge a number of registered voters."""
    election = facts.of(reading.election)
    if election is None or not isinstance(reading.value, int | float):
        return unverifiable("The record does not hold this election.")
    figures = figures_of(election, reading, _OF.get(reading.role or "", "electors"))
    if not figures:
        return unverifiable("The record holds no number of voters for this.")
    told = float(reading.value)
    fits = [(fit_of_count(told, f.value, reading.comparator), f) for f in figures]
    for fit, figure in fits:
        if fit.confirms or (figure.basis == "approximate" and abs(told - figure.value) <= _APPROXIMATE * figure.value):
            said = wording.votes(election, figure.value)
            about = "About " if figure.basis == "approximate" else ""
            return confirmed(
                round(figure.value), f"{about}{said} voters were on the rolls.", figure_row(facts, election, figure)
            )
    fit, figure = fits[-1]
    said, row = wording.votes(election, figure.value), figure_row(facts, election, figure)
    if fit is Fit.FAR:
        return partial(round(figure.value), f"True as a bound but far off: {said} voters were on the rolls.", row)
    if fit.is_partly_true:
        how = "Rounded down" if fit is Fit.ROUNDED_DOWN else "Only roughly"
        return partial(round(figure.value), f"{how}; the roll had {said} voters.", row)
    if abs(told - figure.value) <= 0.05 * figure.value:
        return partial(round(figure.value), f"Another count of the roll; the one on record has {said} voters.", row)
    if reading.phase is None and any(f.value == told for f in election.figures_by_measure.get("electors", ())):
        return partial(round(figure.value), f"True of a part; the whole roll had {said} voters.", row)
    return contradicted(round(figure.value), f"The roll had {said} voters.", row)
