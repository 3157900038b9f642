"""Standings as of any second, and the alerts of an update."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from janadesh.analysis.contests import contest_results
from janadesh.analysis.leads_shown import leads_shown
from janadesh.analysis.leads_shown import with_leads
from janadesh.analysis.parties import party_results
from janadesh.analysis.votes import candidate_votes
from janadesh.count.alerts import Alert
from janadesh.count.alerts import alerts
from janadesh.count.alerts import told_of
from janadesh.count.observations import batches
from janadesh.count.replaying import begin
from janadesh.count.replaying import replay
from janadesh.count.standings import contest_standings
from janadesh.count.standings import lead_changes
from janadesh.count.standings_by import standings_by_party
from janadesh.count.standings_by import standings_by_place
from janadesh.count.standings_by import trend
from janadesh.record.book import Record
from tests.builders import ELECTION
from tests.count.counted import feed
from tests.count.counted import led
from tests.count.counted import moment
from tests.count.counted import observed
from tests.count.counted import place
from tests.count.counted import shown
from tests.count.counted import small_record

COUNT = feed(
    observed(
        [
            *shown(0, "Araku", {0: 900, 1: (480, 20, 500), 2: (300, None, 300)}, round=2, rounds=9),
            *shown(10, "Araku", {2: 640}, round=3, rounds=9),
            *shown(4, "Jalaun", {1: 50, 2: 60}),
        ],
        [led(2, "Surat", 1, 2, 70), led(5, "Araku", 1, 2, 190), led(12, "Surat", 1, 2, 80, "declared")],
    )
)


@pytest.fixture
def counted(tmp_path: Path) -> Iterator[Record]:
    with small_record(tmp_path) as record:
        for _ in replay(record, COUNT, begin(record, COUNT), batches(COUNT.observed, 1)):
            pass
        yield record


def of_araku(record: Record, minute: float) -> dict[str, object]:
    return contest_standings(record, ELECTION, moment(minute)).row(0, named=True)


def test_nota_is_counted_and_is_never_ahead(counted: Record) -> None:
    row = of_araku(counted, 0)

    assert (row["leader"], row["second"], row["margin"], row["counted"]) == ("ANITA", "BABU", 200, 1700)


def test_votes_by_kind_and_rounds_are_those_known(counted: Record) -> None:
    row = of_araku(counted, 0)

    assert (row["evm"], row["postal"], row["round"], row["rounds"]) == (780, 20, 2, 9)


def test_the_source_seen_last_says_who_is_ahead(counted: Record) -> None:
    assert [(of_araku(counted, minute)["shown_by"], of_araku(counted, minute)["margin"]) for minute in (0, 5, 10)] == [
        ("votes", 200),
        ("leads", 190),
        ("votes", 140),
    ]


def test_a_seat_may_be_known_by_its_lead_alone(counted: Record) -> None:
    row = contest_standings(counted, ELECTION, moment(3)).row(2, named=True)

    assert (row["leader"], row["margin"], row["counted"], row["status"]) == ("ANITA", 70, None, "counting")


@pytest.mark.parametrize("minute", [0, 3, 5, 10, 13])
def test_results_have_ahead_whom_the_standings_have_ahead(counted: Record, minute: float) -> None:
    """Lists of leads come hours before votes do: who asks for results waits for neither."""
    standings = contest_standings(counted, ELECTION, moment(minute))
    results = contest_results(counted, ELECTION, moment(minute))

    columns = ("status", "leader", "second", "margin")
    assert results.select("status", "winner", "runner_up", "margin").rows() == standings.select(columns).rows()
    by_party = standings_by_party(counted, ELECTION, moment(minute))
    led_by = dict(party_results(counted, ELECTION, moment(minute)).select("party", "leading").iter_rows())
    assert {party: led_by[party] for party in by_party["party"]} == dict(
        by_party.select("party", "leading").iter_rows()
    )


def test_the_lead_of_a_seat_without_votes_is_no_vote(counted: Record) -> None:
    rows = candidate_votes(counted, ELECTION, moment(3)).filter(pl.col("constituency") == place("Surat"))

    assert rows.select("candidate", "position", "counted").rows() == [
        ("ANITA", 1, None),
        ("BABU", 2, None),
        ("CHITRA", None, None),
    ]


def test_a_list_of_leads_seen_last_puts_the_two_it_names_first(counted: Record) -> None:
    leads = leads_shown(counted, ELECTION, moment(5), place("Araku"))
    assert leads.select("leading", "trailing", "lead_margin").rows() == [(1, 2, 190)]

    by_votes = pl.DataFrame({"election": ELECTION, "constituency": place("Araku"), "serial": [3, 2, 1]}).with_columns(
        position=pl.Series([1, 2, 3])
    )
    assert with_leads(by_votes, leads)["position"].to_list() == [3, 2, 1]


def test_before_the_first_page_nobody_is_ahead(counted: Record) -> None:
    assert contest_standings(counted, ELECTION, moment(-1))["leader"].null_count() == 3


def test_leads_that_changed_name_both_candidates(counted: Record) -> None:
    moved = lead_changes(counted, ELECTION, moment(1), moment(11))

    assert moved.select("constituency_name", "from_candidate", "leader").rows() == [("Araku", "ANITA", "BABU")]


def test_seats_of_a_party_are_won_or_led(counted: Record) -> None:
    rows = standings_by_party(counted, ELECTION, moment(12), since=moment(2)).filter(seats=2)

    # Surat is Alpha's, declared; Araku went over, and Jalaun was not yet counted
    assert standings_by_party(counted, ELECTION, moment(12)).select("party", "won", "leading").rows()[:2] == [
        ("beta", 0, 2),
        ("alpha", 1, 0),
    ]
    assert rows.select("party", "gained", "lost").rows() == [("beta", 1, 0)]


def test_a_state_says_how_far_its_count_is(counted: Record) -> None:
    rows = standings_by_place(counted, ELECTION, "territory", moment(12))

    assert rows.select("place", "contests", "declared", "party", "won", "leading").rows() == [
        ("India", 3, 1, "beta", 0, 2),
        ("India", 3, 1, "alpha", 1, 0),
    ]


def test_a_trend_has_each_moment(counted: Record) -> None:
    rows = trend(counted, ELECTION, [moment(0), moment(12)]).filter(party="beta")

    assert rows.select("moment", "seats").rows() == [(moment(0), 0), (moment(12), 2)]


def test_each_alert_is_raised_in_the_update_that_it_is_of(tmp_path: Path) -> None:
    with small_record(tmp_path) as record:
        contests = begin(record, COUNT)
        told = told_of(record, contests)
        raised: list[Alert] = []
        for update in replay(record, COUNT, contests, batches(COUNT.observed, 1)):
            raised += alerts(update, told, {"lead-change", "declared"})

    assert [(alert.kind, alert.at, alert.says) for alert in raised] == [
        ("lead-change", moment(10), "Araku: BABU (Beta) leads, before ANITA (Alpha)"),
        ("declared", moment(12), "Surat: ANITA (Alpha) is elected"),
    ]


def test_an_alert_raised_again_has_the_same_id() -> None:
    words = {"kind": "alarm", "at": moment(0), "election": ELECTION, "constituency": None}

    assert Alert(**words, says="A").id == Alert(**words, says="A").id  # type: ignore[arg-type]
    assert Alert(**words, says="A").id != Alert(**words, says="B").id  # type: ignore[arg-type]
