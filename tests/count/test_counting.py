"""Counting: what is held and cleared, and laws that hold of any count, however it is cut."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh import model
from janadesh.count.counting import step
from janadesh.count.observations import batches
from janadesh.count.scene import Contests
from janadesh.count.state import nothing_counted
from janadesh.sources.observations import Observations
from tests.count.counted import SEATS
from tests.count.counted import contests
from tests.count.counted import led
from tests.count.counted import moment
from tests.count.counted import observed
from tests.count.counted import shown
from tests.count.counted import small_record

Frames = dict[type[model.Noun], pl.DataFrame]
Pages = list[tuple[int, str, dict[int, int], bool]]
Leads = list[tuple[int, str, tuple[int, int], int, str]]


@pytest.fixture(scope="module")
def known() -> Contests:
    with tempfile.TemporaryDirectory() as folder, small_record(Path(folder)) as record:
        return contests(record)


def counted(observations: Observations, known: Contests, about: int = 10**6) -> Frames:
    """Count in batches of about so many rows, and give all that was stated, in one order."""
    state, parts = nothing_counted(), []
    for _, batch in batches(observations, about):
        done = step(state, batch, known)
        state = done.state
        parts.append(done.frames)
    nouns = {noun for part in parts for noun in part}
    return {
        noun: pl.concat([part[noun] for part in parts if noun in part]).sort(*noun.KEY, "known_at", nulls_last=True)
        for noun in sorted(nouns, key=lambda noun: noun.TABLE)
    }


def same(one: Frames, other: Frames) -> bool:
    return one.keys() == other.keys() and all(one[noun].equals(other[noun]) for noun in one)


def totals(frames: Frames, noun: type[model.Noun] = model.Tally) -> list[tuple[int, int]]:
    return frames[noun].sort("known_at", "serial").select("serial", "total").rows() if noun in frames else []


def test_a_figure_that_falls_is_held_beside_the_last_good_one(known: Contests) -> None:
    said = counted(observed([*shown(0, "Araku", {1: 500}), *shown(5, "Araku", {1: 480})]), known)

    assert totals(said) == [(1, 500)]
    assert totals(said, model.HeldTally) == [(1, 480)]


def test_a_page_that_goes_back_to_the_good_figure_clears_the_alarm(known: Contests) -> None:
    pages = [*shown(0, "Araku", {1: 500}), *shown(5, "Araku", {1: 480}), *shown(9, "Araku", {1: 505})]

    said = counted(observed(pages), known)

    assert totals(said) == [(1, 500), (1, 505)]
    assert said[model.Alarm].select("status", "cleared_by", "known_at").rows() == [
        ("raised", None, moment(5)),
        ("cleared", "later update", moment(9)),
    ]


def test_a_later_page_that_stands_by_the_lower_figure_makes_it_good(known: Contests) -> None:
    """A feed of changes does not list who stands still: the page that lists others is enough."""
    pages = [*shown(0, "Araku", {1: 500, 2: 9}), *shown(5, "Araku", {1: 480}), *shown(9, "Araku", {2: 10})]

    said = counted(observed(pages), known)

    assert (1, 480) in totals(said)
    assert said[model.Tally].filter(pl.col("total") == 480)["known_at"].to_list() == [moment(9)]


def test_a_declaration_by_the_same_margin_makes_the_held_figures_good(known: Contests) -> None:
    pages = [*shown(0, "Araku", {1: 500, 2: 300}), *shown(5, "Araku", {1: 480})]

    said = counted(observed(pages, [led(7, "Araku", 1, 2, 180, "declared")]), known)

    assert said[model.Tally].filter(pl.col("total") == 480)["known_at"].to_list() == [moment(7)]
    assert said[model.Alarm]["status"].to_list() == ["raised", "cleared"]


def test_a_declaration_by_another_margin_clears_nothing(known: Contests) -> None:
    pages = [*shown(0, "Araku", {1: 500, 2: 300}), *shown(5, "Araku", {1: 480})]

    said = counted(observed(pages, [led(7, "Araku", 1, 2, 200, "declared")]), known)

    assert said[model.Alarm]["status"].to_list() == ["raised"]


def test_what_an_alarm_does_not_concern_is_counted_on(known: Contests) -> None:
    said = counted(observed([*shown(0, "Araku", {1: 500, 2: 300}), *shown(5, "Araku", {1: 480, 2: 310})]), known)

    assert (2, 310) in totals(said)


def test_a_total_that_its_kinds_do_not_make_stays_held_as_long_as_it_stands(known: Contests) -> None:
    pages = [
        *shown(0, "Araku", {1: (500, 5, 515), 2: 1}),
        *shown(5, "Araku", {2: 2}),
        *shown(9, "Araku", {1: (500, 15, 515)}),
    ]

    said = counted(observed(pages), known)

    assert said[model.HeldTally]["known_at"].to_list() == [moment(0)]
    assert said[model.Tally].filter(pl.col("serial") == 1)["known_at"].to_list() == [moment(9)]
    assert said[model.Alarm].select("status", "known_at").rows() == [("raised", moment(0)), ("cleared", moment(9))]


def test_a_page_that_says_nothing_new_is_no_statement(known: Contests) -> None:
    said = counted(observed([*shown(0, "Araku", {1: 500}), *shown(5, "Araku", {1: 500})]), known)

    assert totals(said) == [(1, 500)]


def test_a_contest_that_is_declared_has_its_winner(known: Contests) -> None:
    said = counted(observed(leads=[led(0, "Araku", 1, 2, 10), led(5, "Araku", 1, 2, 20, "declared")]), known)

    assert said[model.Declaration].select("status", "winner", "known_at").rows() == [("declared", 1, moment(5))]
    assert said[model.Lead]["status"].to_list() == ["counting", "declared"]


figures = st.integers(0, 40)
pages = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.sampled_from(SEATS),
        st.dictionaries(st.integers(0, 3), figures, min_size=1),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
    # one page of a contest in a second; two are a test of their own
    unique_by=lambda page: page[:2],
)
leads = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.sampled_from(SEATS),
        st.sampled_from([(1, 2), (2, 1), (1, 3)]),
        st.integers(0, 40),
        st.sampled_from(["counting", "counting", "declared"]),
    ),
    max_size=8,
)


def observations(some_pages: Pages, some_leads: Leads) -> Observations:
    rows = [row for minute, name, votes, whole in some_pages for row in shown(minute, name, votes, is_whole=whole)]
    return observed(
        rows,
        [led(minute, name, ahead[0], ahead[1], margin, status) for minute, name, ahead, margin, status in some_leads],
    )


@settings(max_examples=10, deadline=None)
@given(pages, leads, st.integers(1, 9))
def test_a_count_is_the_same_wherever_it_is_cut(
    known: Contests, some_pages: Pages, some_leads: Leads, about: int
) -> None:
    seen = observations(some_pages, some_leads)

    assert same(counted(seen, known), counted(seen, known, about))


@settings(max_examples=8, deadline=None)
@given(pages, leads, st.randoms(use_true_random=False))
def test_a_count_is_the_same_shuffled_and_doubled(
    known: Contests, some_pages: Pages, some_leads: Leads, chance: Random
) -> None:
    seen = observations(some_pages, some_leads)
    seed = chance.randrange(1000)
    mixed = Observations(
        votes=pl.concat([seen.votes, seen.votes]).sample(fraction=1, shuffle=True, seed=seed),
        leads=pl.concat([seen.leads, seen.leads]).sample(fraction=1, shuffle=True, seed=seed),
    )

    assert same(counted(seen, known), counted(mixed, known, 5))


@settings(max_examples=8, deadline=None)
@given(pages, leads)
def test_nothing_shown_is_lost(known: Contests, some_pages: Pages, some_leads: Leads) -> None:
    """Each new figure is a tally, or held, at the moment at which it was shown."""
    seen = observations(some_pages, some_leads)
    key = ["constituency", "serial", "total"]

    said = counted(seen, known)
    kept = pl.concat([said[noun].select(key) for noun in (model.Tally, model.HeldTally) if noun in said])

    assert seen.votes.join(kept, on=key, how="anti").is_empty()


@settings(max_examples=8, deadline=None)
@given(pages, leads)
def test_good_totals_fall_only_where_an_alarm_was_raised_and_cleared(
    known: Contests, some_pages: Pages, some_leads: Leads
) -> None:
    said = counted(observations(some_pages, some_leads), known)
    good = said.get(
        model.Tally, pl.DataFrame(schema={"constituency": pl.String, "serial": pl.Int64, "total": pl.Int64})
    )
    fell = good.filter((pl.col("total") < pl.col("total").shift()).over("constituency", "serial"))
    cleared = said[model.Alarm].filter(pl.col("status") == "cleared") if model.Alarm in said else fell.clear()

    assert fell.join(cleared, on=["constituency", "serial"], how="anti").is_empty()


@settings(max_examples=8, deadline=None)
@given(pages, leads)
def test_the_votes_of_a_contest_are_those_of_its_candidates(
    known: Contests, some_pages: Pages, some_leads: Leads
) -> None:
    """Conservation: what stands at the end, contest by contest, is what its statements add up to."""
    seen = observations(some_pages, some_leads)
    state = step(nothing_counted(), seen, known).state
    said = counted(seen, known)
    stands = (
        said[model.Tally].unique(["constituency", "serial"], keep="last", maintain_order=True)
        if model.Tally in said
        else None
    )

    good = known.named(state.good).group_by("constituency").agg(pl.col("total").sum()).sort("constituency")
    by_statements = (
        [] if stands is None else stands.group_by("constituency").agg(pl.col("total").sum()).sort("constituency").rows()
    )

    assert good.rows() == by_statements
