"""Each rule of a count finds what it is for, and leaves alone what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from pathlib import Path

import polars as pl
import pytest

from janadesh import model
from janadesh.count.alarms.rules import RULES
from janadesh.count.counting import step
from janadesh.count.state import nothing_counted
from janadesh.sources.observations import Observations
from tests.count.counted import Row
from tests.count.counted import contests
from tests.count.counted import led
from tests.count.counted import moment
from tests.count.counted import observed
from tests.count.counted import shown
from tests.count.counted import small_record

AlarmsOf = Callable[[Observations], list[tuple[str, int | None]]]


@pytest.fixture
def alarms_of(tmp_path: Path) -> AlarmsOf:
    """Give what counts observations, and lists the rules that raise an alarm with the serial each is about."""
    known = contests(small_record(tmp_path))

    def count(observations: Observations) -> list[tuple[str, int | None]]:
        said = step(nothing_counted(), observations, known).frames.get(model.Alarm)
        return (
            []
            if said is None
            else said.filter(pl.col("status") == "raised").select("rule", "serial").sort("rule", "serial").rows()
        )

    return count


def votes(*pages: Iterable[Row]) -> Observations:
    return observed([row for page in pages for row in page])


def test_a_total_that_falls_is_alarmed_with_both_figures(tmp_path: Path) -> None:
    known = contests(small_record(tmp_path))

    said = step(nothing_counted(), votes(shown(0, "Araku", {1: 500}), shown(5, "Araku", {1: 480})), known).frames

    alarm = said[model.Alarm].row(0, named=True)
    assert (alarm["rule"], alarm["says"]) == ("total fell", "the total fell from 500 to 480")
    assert (alarm["earlier_value"], alarm["earlier_at"], alarm["earlier_source"]) == (500, moment(0), "Araku at 0")
    assert (alarm["later_value"], alarm["later_at"], alarm["later_source"]) == (480, moment(5), "Araku at 5")


@pytest.mark.parametrize(
    "later",
    [{1: 500}, {1: 501}, {2: 300}, {1: (480, 20, 500)}],
    ids=["the same", "more", "not listed", "the kinds apart"],
)
def test_a_total_that_does_not_fall_raises_nothing(
    alarms_of: AlarmsOf, later: dict[int, int | tuple[int, int, int]]
) -> None:
    assert alarms_of(votes(shown(0, "Araku", {1: 500, 2: 300}), shown(5, "Araku", later))) == []


def test_machine_votes_that_fall_are_alarmed_where_no_total_is_shown(alarms_of: AlarmsOf) -> None:
    pages = shown(0, "Araku", {1: (500, None, None)}), shown(5, "Araku", {1: (480, None, None)})

    assert alarms_of(votes(*pages)) == [("total fell", 1)]


def test_more_votes_than_electors_are_alarmed_once_while_they_last(alarms_of: AlarmsOf) -> None:
    pages = shown(0, "Araku", {1: 6000, 2: 4001}), shown(5, "Araku", {1: 6010})

    assert alarms_of(votes(*pages)) == [("votes above electors", None)]


def test_as_many_votes_as_the_turnout_allows_raise_nothing(alarms_of: AlarmsOf) -> None:
    assert alarms_of(votes(shown(0, "Araku", {1: 3500, 2: 2900}))) == []


def test_a_candidate_who_is_missing_from_a_whole_page_has_vanished(alarms_of: AlarmsOf) -> None:
    pages = shown(0, "Araku", {1: 5, 2: 6}, is_whole=True), shown(5, "Araku", {1: 7}, is_whole=True)

    assert alarms_of(votes(*pages)) == [("candidate vanished", 2)]


def test_a_candidate_whom_a_feed_of_changes_does_not_list_has_not_vanished(alarms_of: AlarmsOf) -> None:
    assert alarms_of(votes(shown(0, "Araku", {1: 5, 2: 6}), shown(5, "Araku", {1: 7}))) == []


def test_two_candidates_who_exchange_their_figures_are_swapped(alarms_of: AlarmsOf) -> None:
    pages = (
        shown(0, "Araku", {1: (500, 5, 505), 2: (300, 3, 303)}),
        shown(5, "Araku", {1: (300, 3, 303), 2: (500, 5, 505)}),
    )

    assert alarms_of(votes(*pages)) == [("rows swapped", 1), ("rows swapped", 2), ("total fell", 1)]


def test_two_candidates_one_vote_apart_may_pass_each_other(alarms_of: AlarmsOf) -> None:
    """In S22-9 on 4 June 2024 a correction took one vote from 1,161 and a round gave one to 1,160."""
    pages = shown(0, "Araku", {1: 1161, 2: 1160}), shown(5, "Araku", {1: 1160, 2: 1161})

    assert alarms_of(votes(*pages)) == [("total fell", 1)]


def test_kinds_of_votes_that_do_not_make_the_total_disagree(alarms_of: AlarmsOf) -> None:
    assert alarms_of(votes(shown(0, "Araku", {1: (500, 5, 515)}))) == [("sums disagree", 1)]


def test_unknown_postal_votes_are_no_disagreement(alarms_of: AlarmsOf) -> None:
    assert alarms_of(votes(shown(0, "Araku", {1: (500, None, 515)}))) == []


def test_rows_that_do_not_make_the_total_of_the_page_disagree(alarms_of: AlarmsOf) -> None:
    assert alarms_of(votes(shown(0, "Araku", {1: 500, 2: 300}, stated_total=900))) == [("sums disagree", None)]


def test_rows_that_make_the_total_of_the_page_agree(alarms_of: AlarmsOf) -> None:
    """Whoever is not on the page of changes counts as he stands."""
    pages = shown(0, "Araku", {1: 500, 2: 300}, stated_total=800), shown(5, "Araku", {1: 510}, stated_total=810)

    assert alarms_of(votes(*pages)) == []


def test_another_margin_after_the_declaration_disagrees(alarms_of: AlarmsOf) -> None:
    page, later = shown(0, "Araku", {1: 500, 2: 300}), shown(9, "Araku", {1: 510})

    assert alarms_of(observed([*page, *later], [led(5, "Araku", 1, 2, 200, "declared")])) == [
        ("margins disagree", None)
    ]


def test_a_page_older_than_the_declaration_may_have_another_margin(alarms_of: AlarmsOf) -> None:
    assert alarms_of(observed(shown(0, "Araku", {1: 500, 2: 300}), [led(5, "Araku", 1, 2, 999, "declared")])) == []


def test_a_declared_winner_who_is_behind_is_alarmed(alarms_of: AlarmsOf) -> None:
    pages = [*shown(0, "Araku", {1: 500, 2: 300}), *shown(9, "Araku", {2: 700})]

    assert ("declared winner not ahead", 1) in alarms_of(observed(pages, [led(5, "Araku", 1, 2, 200, "declared")]))


def test_nota_may_be_ahead_of_a_declared_winner(alarms_of: AlarmsOf) -> None:
    pages = [*shown(0, "Araku", {0: 900, 1: 500, 2: 300}), *shown(9, "Araku", {0: 950})]

    assert alarms_of(observed(pages, [led(5, "Araku", 1, 2, 200, "declared")])) == []


def test_a_lead_that_goes_over_by_the_same_margin_has_no_votes_behind_it(alarms_of: AlarmsOf) -> None:
    leads = [led(0, "Araku", 1, 2, 200), led(5, "Araku", 2, 1, 200)]

    assert alarms_of(observed(leads=leads)) == [("lead change without votes", 2)]


def test_a_lead_that_goes_over_while_both_stand_still_has_no_votes_behind_it(alarms_of: AlarmsOf) -> None:
    pages = [*shown(0, "Araku", {1: 500, 2: 300, 3: 9}), *shown(9, "Araku", {3: 10})]
    leads = [led(1, "Araku", 1, 2, 200), led(5, "Araku", 2, 1, 90)]

    assert alarms_of(observed(pages, leads)) == [("lead change without votes", 2)]


def test_a_lead_that_goes_over_with_votes_raises_nothing(alarms_of: AlarmsOf) -> None:
    pages = [*shown(0, "Araku", {1: 500, 2: 300}), *shown(9, "Araku", {2: 590})]
    leads = [led(1, "Araku", 1, 2, 200), led(5, "Araku", 2, 1, 90)]

    assert alarms_of(observed(pages, leads)) == []


def test_the_same_numbers_in_two_contests_are_alarmed_in_the_later_one(tmp_path: Path) -> None:
    known = contests(small_record(tmp_path))
    pages = shown(0, "Araku", {1: 500, 2: 300, 3: 20}), shown(5, "Jalaun", {1: 300, 2: 500, 3: 20})

    said = step(nothing_counted(), votes(*pages), known).frames[model.Alarm]

    assert said.select("rule", "constituency", "says").rows() == [
        ("same numbers in two contests", "in-ls-jalaun", "every number is that of in-ls-araku")
    ]


def test_numbers_that_another_contest_had_earlier_may_come_again(alarms_of: AlarmsOf) -> None:
    pages = (
        shown(0, "Araku", {1: 500, 2: 300, 3: 20}),
        shown(3, "Araku", {1: 600}),
        shown(5, "Jalaun", {1: 300, 2: 500, 3: 20}),
    )

    assert alarms_of(votes(*pages)) == []


def test_no_votes_yet_in_two_contests_are_no_same_numbers(alarms_of: AlarmsOf) -> None:
    assert alarms_of(votes(shown(0, "Araku", {1: 0, 2: 0, 3: 0}), shown(0, "Jalaun", {1: 0, 2: 0, 3: 0}))) == []


def test_votes_well_above_the_published_turnout_are_implausible(alarms_of: AlarmsOf) -> None:
    assert alarms_of(votes(shown(0, "Araku", {1: 4000, 2: 2600}))) == [("implausible turnout", None)]


def test_a_seat_declared_on_next_to_no_votes_is_implausible(alarms_of: AlarmsOf) -> None:
    pages = [*shown(0, "Araku", {1: 200, 2: 100}), *shown(9, "Araku", {3: 1})]

    assert alarms_of(observed(pages, [led(5, "Araku", 1, 2, 100, "declared")])) == [("implausible turnout", None)]


def test_a_state_that_does_not_fit_the_code_is_told_once_and_holds_nothing(tmp_path: Path) -> None:
    """The rows of Araku in Andhra Pradesh bore the name of the Andaman and Nicobar Islands."""
    known = contests(small_record(tmp_path))
    pages = shown(0, "Araku", {1: 5}, printed_territory="in-an"), shown(5, "Araku", {1: 7}, printed_territory="in-an")

    said = step(nothing_counted(), votes(*pages), known).frames

    assert said[model.Alarm].select("rule", "status").rows() == [("state name against code", "raised")]
    assert model.HeldTally not in said


def test_a_state_that_fits_raises_nothing(alarms_of: AlarmsOf) -> None:
    assert alarms_of(votes(shown(0, "Araku", {1: 5}, printed_territory="in"))) == []


def test_of_two_figures_in_one_second_the_higher_stands_and_the_other_is_kept(tmp_path: Path) -> None:
    """On 4 June 2024 two scrapers were served an old page and a new one of Jalaun in the same second."""
    known = contests(small_record(tmp_path))

    said = step(nothing_counted(), votes(shown(0, "Jalaun", {1: 5_067}), shown(0, "Jalaun", {1: 4_998})), known).frames

    assert said[model.Alarm]["rule"].to_list() == ["two figures at once"]
    assert said[model.Tally]["total"].to_list() == [5_067]
    assert said[model.HeldTally]["total"].to_list() == [4_998]


def test_the_same_figure_twice_in_one_second_raises_nothing(alarms_of: AlarmsOf) -> None:
    assert alarms_of(votes(shown(0, "Jalaun", {1: 50}), shown(0, "Jalaun", {1: 50}))) == []


def test_a_page_older_than_the_one_taken_in_is_held_and_told(tmp_path: Path) -> None:
    known = contests(small_record(tmp_path))
    now = step(nothing_counted(), votes(shown(5, "Araku", {1: 50})), known).state

    said = step(now, votes(shown(2, "Araku", {1: 30})), known).frames

    assert said[model.Alarm]["rule"].to_list() == ["clock went back"]
    assert said[model.HeldTally]["total"].to_list() == [30]
    assert model.Tally not in said


def test_the_page_taken_in_last_may_come_again(tmp_path: Path) -> None:
    known = contests(small_record(tmp_path))
    now = step(nothing_counted(), votes(shown(5, "Araku", {1: 50})), known).state

    assert step(now, votes(shown(5, "Araku", {1: 50})), known).frames == {}


def test_every_rule_has_a_name_of_its_own_and_says_what_it_finds() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.about.endswith(".") for rule in RULES)
