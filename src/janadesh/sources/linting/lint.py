"""Look a pack over before it is loaded: what would be refused, and what a person may have forgotten."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.checks import Known
from janadesh.record.checks import check
from janadesh.sources.linting import dates
from janadesh.sources.linting import names
from janadesh.sources.linting import results
from janadesh.sources.linting import wholeness
from janadesh.sources.linting import words
from janadesh.sources.linting.fill_in import fill_ins
from janadesh.sources.linting.given import Given
from janadesh.sources.pack import read_pack

Rule = Callable[[Given], Iterator[Fault]]

ROW_RULES: tuple[Rule, ...] = (
    words.unknown_words,
    words.colours,
    dates.steps_out_of_order,
    dates.terms_that_end_before_they_begin,
    dates.results_known_before_the_poll,
    results.winners_who_do_not_stand,
    results.winners_without_most_votes,
    results.candidates_without_votes,
    results.turnout_that_does_not_fit,
    names.texts_spelled_two_ways,
    names.things_named_alike,
    names.ids_of_two_things,
)
"""Rules on what is there."""

WHOLE_RULES: tuple[Rule, ...] = (
    results.contests_without_result,
    wholeness.elections_without_days,
    wholeness.elections_without_electors,
    wholeness.elections_without_the_one_before,
    wholeness.houses_without_all_seats,
    wholeness.alliances_without_members,
    wholeness.seat_shares_that_do_not_add_up,
    wholeness.sources_that_say_nothing,
    wholeness.seats_without_outline,
)
"""Rules on what is missing; they wait until no example of a skeleton is left."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found: `faults`, for which a pack is refused, and `advice`, with which it loads all the same."""

    faults: tuple[Fault, ...]
    advice: tuple[Fault, ...]


def lint_pack(folder: Path, known: Known | None = None) -> Linted:
    """
    Look a pack over; nothing is loaded.

    Args:
        folder: the pack's folder.
        known: gives the ids that the record already holds in a table; without it the pack stands alone.

    Returns: faults and advice. Advice needs tables that can be read, so there is none beside faults of reading.
    """
    held = known or (lambda _: frozenset())
    try:
        statements = read_pack(folder, held)
    except Refused as refused:
        return Linted(refused.faults, ())
    given = Given(folder, statements)
    examples = list(fill_ins(given))
    rules = ROW_RULES if examples else ROW_RULES + WHOLE_RULES
    return Linted(tuple(check(statements, held)), (*examples, *(found for rule in rules for found in rule(given))))
