"""The rules of law as data: each names its law, holds on its days, and is proved on a real seat."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from janadesh import model
from janadesh.analysis.contests import contest_results
from janadesh.analysis.house import house_size
from janadesh.analysis.rules import rule_of
from janadesh.analysis.rules import rules_of
from janadesh.analysis.vacancies import elected_more_than_once
from janadesh.analysis.vacancies import filled_since
from janadesh.analysis.vacancies import vacancies
from janadesh.analysis.votes import candidate_votes
from janadesh.errors import Refused
from janadesh.laws.law import KINDS
from janadesh.laws.law import countries
from janadesh.laws.law import law_on
from janadesh.laws.law import laws_of
from janadesh.record.book import Record
from tests import famous_seats as famous
from tests.builders import ELECTION
from tests.builders import RESULT_KNOWN
from tests.builders import Stood
from tests.builders import record_of
from tests.builders import record_of_seat
from tests.builders import statements


@pytest.mark.parametrize("country", countries())
def test_every_rule_says_what_it_is_and_names_its_law(country: str) -> None:
    for law in laws_of(country):
        assert law.kind in KINDS
        assert law.says.endswith(".")
        assert law.law
        assert law.kind != "lost deposit" or law.share is not None


@pytest.mark.parametrize("country", countries())
def test_no_two_rules_of_a_kind_hold_on_one_day(country: str) -> None:
    days = [day for law in laws_of(country) for day in (law.since, law.until) if day]

    for day in days:
        kinds = [law.kind for law in laws_of(country) if law.in_force(day)]
        assert len(kinds) == len(set(kinds))


def test_a_country_without_a_file_has_no_rules() -> None:
    assert laws_of("nowhere") == ()
    assert laws_of("../in") == ()
    assert law_on(None, "tie", dt.date(2024, 1, 1)) is None


def test_nota_is_a_rule_since_the_judgment(bundled: Record) -> None:
    """The Lok Sabha election of 2009 knew none; that of 2014 did."""
    assert rule_of(bundled, "in-ls-2009", "nota") is None

    now = rule_of(bundled, "in-ls-2014", "nota")

    assert now is not None
    assert "People's Union for Civil Liberties" in now.law


def test_nominated_members_are_a_rule_of_one_house_only(bundled: Record) -> None:
    """The assembly of Jammu and Kashmir has them by its own act; the Lok Sabha does not."""
    assert "nominated" in {law.kind for law in rules_of(bundled, "in-jk-2024")}
    assert "nominated" not in {law.kind for law in rules_of(bundled, "in-ls-2024")}


def test_a_rule_that_there_is_not_is_told(bundled: Record) -> None:
    with pytest.raises(ValueError, match="the kinds are lost deposit"):
        rule_of(bundled, "in-jk-2024", "deposits")


def british_seat() -> list[model.Noun]:
    """Give a made-up seat of 1,000 votes, with a candidate at each side of a twentieth and of a sixth."""
    said: dict[str, Any] = {"known_at": RESULT_KNOWN, "source": "told"}
    votes = {1: 660, 2: 166, 3: 124, 4: 50}
    return [
        model.Source(id="told", title="Declaration", publisher="Returning officer", kind="official"),
        model.Territory(id="gb", name="United Kingdom", status="country", **said),
        model.House(
            id="gb-commons", name="House of Commons", territory="gb", kind="parliament", elected_seats=650, **said
        ),
        model.Constituency(
            id="s",
            house="gb-commons",
            delimitation="2023",
            number=1,
            name="S",
            official_name="S",
            territory="gb",
            **said,
        ),
        model.Election(id="gb-2024", name="General election", house="gb-commons", year=2024, **said),
        model.Party(id="p", name="P", abbreviation="P", **said),
        model.Contest(election="gb-2024", constituency="s", **said),
        *(
            model.Candidacy(election="gb-2024", constituency="s", serial=serial, name=f"C{serial}", party="p", **said)
            for serial in votes
        ),
        *(
            model.Tally(election="gb-2024", constituency="s", serial=serial, total=total, **said)
            for serial, total in votes.items()
        ),
        model.Declaration(election="gb-2024", constituency="s", status="declared", winner=1, **said),
    ]


def test_a_british_deposit_is_lost_at_a_twentieth_not_a_sixth(tmp_path: Path) -> None:
    with record_of(tmp_path, *british_seat()) as record:
        lost = candidate_votes(record, "gb-2024").select("serial", "lost_deposit").rows()

    assert sorted(lost) == [(1, False), (2, False), (3, False), (4, True)]


def test_the_british_share_was_an_eighth_before_1985() -> None:
    before, after = (law_on("gb", "lost deposit", dt.date(year, 6, 1)) for year in (1983, 1987))

    assert before is not None
    assert after is not None
    assert (before.share, after.share) == (Fraction(1, 8), Fraction(1, 20))


def test_where_no_law_is_known_no_deposit_is_called_lost(tmp_path: Path) -> None:
    nowhere = [
        noun
        if not isinstance(noun, model.Territory)
        else model.Territory(id="gb", name="Nowhere", status="province", known_at=RESULT_KNOWN, source="told")
        for noun in british_seat()
    ]
    with record_of(tmp_path, *nowhere) as record:
        assert candidate_votes(record, "gb-2024")["lost_deposit"].to_list() == [None] * 4


def test_a_canadian_tie_is_no_lot(bundled: Record) -> None:
    indian = rule_of(bundled, "in-jk-2024", "tie")
    canadian = law_on("ca", "tie", dt.date(2025, 4, 28))

    assert indian is not None
    assert canadian is not None
    assert (indian.by, canadian.by) == ("lot", "by-election")


def test_a_tie_is_won_by_whom_the_lot_falls_on(tmp_path: Path) -> None:
    """The record keeps the equal votes and the declaration; the margin is nothing."""
    tied = [Stood("FIRST", "inc", 500), Stood("SECOND", "bjp", 500), Stood("THIRD", "bsp", 20)]
    record = record_of_seat(tmp_path, "Tied", tied, winner=2)

    contest = contest_results(record, ELECTION).row(0, named=True)

    assert (contest["winner"], contest["runner_up"], contest["margin"]) == ("SECOND", "FIRST", 0)


def test_postal_votes_decide_where_the_machines_did_not(tmp_path: Path) -> None:
    """Mumbai North West, 2024: the leader on the machines lost by 48."""
    record = record_of_seat(tmp_path, "Mumbai North West", famous.MUMBAI_NORTH_WEST)

    assert contest_results(record, ELECTION).row(0, named=True)["margin"] == 48


def test_who_was_elected_twice_has_fourteen_days(bundled: Record) -> None:
    """Omar Abdullah won Budgam and Ganderbal on 8 October 2024, and gave up Budgam on the 21st."""
    rows = elected_more_than_once(bundled, "in-jk-2024").to_dicts()

    assert [row["constituency_name"] for row in rows] == ["Ganderbal", "Budgam"]
    assert {row["person"] for row in rows} == {"omar-abdullah"}
    assert {row["give_up_by"] for row in rows} == {dt.date(2024, 10, 22)}
    assert [row["given_up"] for row in rows] == [None, dt.date(2024, 10, 21)]


def test_a_vacated_seat_leaves_one_member_fewer(bundled: Record) -> None:
    before, after = (house_size(bundled, "in-jk-2024", day) for day in ("2024-10-20", "2024-10-22"))

    assert (before.vacant, before.majority_now) == (0, 46)
    assert (after.vacant, after.majority_now) == (1, 45)
    assert (after.elected, after.majority, after.full_majority) == (90, 46, 48)


def test_a_vacancy_tells_why(bundled: Record) -> None:
    rows = vacancies(bundled, "in-jk-2024").select("constituency_name", "reason", "person_name").rows()

    assert rows == [("Budgam", "other seat", "Omar Abdullah"), ("Nagrota", "died", "Devender Singh Rana")]


def test_a_by_election_fills_the_seat_again(tmp_path: Path) -> None:
    """A house of one seat: its member dies, and another is elected."""
    record = record_of_seat(tmp_path, "Seat", [Stood("FIRST", "inc", 20), Stood("SECOND", "bjp", 10)])
    seat = record.frame(model.Constituency)["id"][0]
    later = RESULT_KNOWN + dt.timedelta(days=100)
    said: dict[str, Any] = {"source": "eci", "known_at": later}
    died = model.Vacancy(constituency=seat, on_date=later.date(), reason="died", election=ELECTION, **said)
    record.load(statements(died))
    vacant = house_size(record, ELECTION)
    of = {"election": "by", "constituency": seat} | said | {"known_at": later + dt.timedelta(days=90)}
    record.load(
        statements(
            model.Election(id="by", name="By-election", house="in-ls", year=2024, kind="by-election", **said),
            model.Contest(**of),
            model.Candidacy(serial=1, name="THIRD", party="bjp", **of),
            model.Declaration(status="declared", winner=1, **of),
        )
    )

    assert vacant.vacant == 1
    assert house_size(record, ELECTION).vacant == 0
    assert filled_since(record, ELECTION)["party"].to_list() == ["bjp"]
    assert house_size(record, ELECTION, later + dt.timedelta(days=1)).vacant == 1


def test_a_countermanded_contest_has_no_winner_and_no_votes(tmp_path: Path) -> None:
    """The poll in Vellore was countermanded on 16 April 2019, two days before it."""
    record = record_of_seat(tmp_path, "Vellore", [Stood("ONE", "dmk"), Stood("TWO", "aiadmk")], status="countermanded")

    contest = contest_results(record, ELECTION).row(0, named=True)

    assert contest["status"] == "countermanded"
    assert contest["winner"] is None
    assert candidate_votes(record, ELECTION)["lost_deposit"].to_list() == [None, None]


def test_a_countermanded_poll_with_a_winner_is_refused(tmp_path: Path) -> None:
    record = record_of_seat(tmp_path, "Vellore", [Stood("ONE", "dmk"), Stood("TWO", "aiadmk")], status=None)
    seat = record.frame(model.Constituency)["id"][0]
    said: dict[str, Any] = {"election": ELECTION, "constituency": seat, "known_at": RESULT_KNOWN, "source": "eci"}

    with pytest.raises(Refused, match="elects nobody"):
        record.load(statements(model.Declaration(status="countermanded", winner=1, **said)))


def test_a_repoll_is_kept_with_its_day_and_stations(tmp_path: Path) -> None:
    """In Inner Manipur eleven stations voted again on 22 April 2024."""
    record = record_of_seat(tmp_path, "Inner Manipur", [Stood("ONE", "inc", 10), Stood("TWO", "bjp", 5)])
    seat = record.frame(model.Constituency)["id"][0]
    again = model.Repoll(
        election=ELECTION,
        constituency=seat,
        on_date=dt.date(2024, 4, 22),
        stations=11,
        reason="violence",
        known_at=dt.datetime(2024, 4, 20, tzinfo=dt.UTC),
        source="eci",
    )
    record.load(statements(again))

    assert record.frame(model.Repoll, as_of="2024-04-19").is_empty()
    assert record.frame(model.Repoll, as_of="2024-04-21")["stations"].to_list() == [11]
