"""What was right when it was written: schedules, turnout, deals, alliances; and what is told of earlier elections."""

from __future__ import annotations

import datetime as dt

import pytest

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.facts import Facts
from janadesh.claims.judging.judge import judge
from tests.claims.judging.readings import LOK_SABHA
from tests.claims.judging.readings import of
from tests.claims.judging.readings import party
from tests.claims.judging.readings import said
from tests.claims.judging.readings import the_election

LATER = dt.date(2024, 10, 20)


def _count_on(day: str) -> Reading:
    return said("schedule", day, unit="date", event="count", subject=the_election())


def test_a_day_moved_later_was_right_when_written(facts: Facts) -> None:
    found = judge(facts, _count_on("2024-10-04"), dt.date(2024, 8, 22))
    assert (found.verdict, found.official) == ("superseded", "2024-10-08")
    assert found.why == "Right when written; on 31 August the Commission moved the count to 8 October."


def test_the_old_day_is_wrong_once_it_was_moved(facts: Facts) -> None:
    found = judge(facts, _count_on("2024-10-04"), dt.date(2024, 9, 10))
    assert found.verdict == "contradicted"
    assert "31 August" in found.why


def test_a_report_of_the_day_of_the_move_may_not_know_it(facts: Facts) -> None:
    assert judge(facts, _count_on("2024-10-04"), dt.date(2024, 8, 31)).verdict == "superseded"


def test_polling_on_the_day_of_counting_is_wrong(facts: Facts) -> None:
    reading = said("schedule", "2024-10-04", unit="date", event="poll", subject=the_election())
    found = judge(facts, reading, dt.date(2024, 8, 26))
    assert found.verdict == "contradicted"
    assert found.why == "Phase 3 polled on 1 October; 4 October was then the day of counting."


def test_a_seat_votes_on_the_day_of_its_phase(facts: Facts) -> None:
    reading = said(
        "schedule", "2024-05-20", unit="date", event="poll", **of(facts, "OMAR ABDULLAH", "Baramulla", LOK_SABHA)
    )
    assert judge(facts, reading, dt.date(2024, 6, 4)).verdict == "confirmed"


@pytest.mark.parametrize(("told", "verdict"), [(3, "confirmed"), (4, "contradicted")])
def test_phases_are_counted(facts: Facts, told: int, verdict: str) -> None:
    assert judge(facts, said("schedule", told, unit="phases", subject=the_election()), LATER).verdict == verdict


def test_a_tentative_turnout_still_told_later_is_true_of_another_count(facts: Facts) -> None:
    reading = said("turnout", 63.45, unit="percent", subject=the_election())
    assert judge(facts, reading, dt.date(2024, 10, 1)).verdict == "superseded"
    found = judge(facts, reading, dt.date(2024, 10, 8))
    assert (found.verdict, found.official) == ("partial", 63.88)
    assert found.why == "The tentative figure of 1 October; on 3 October it became 63.88 per cent."


def test_the_turnouts_of_two_phases_are_not_swapped(facts: Facts) -> None:
    found = judge(facts, said("turnout", 57.31, unit="percent", phase=1, subject=the_election()), dt.date(2024, 10, 1))
    assert found.verdict == "contradicted"
    assert found.why == "Phase 1 polled 61.38; 57.31 is the figure of phase 2."


def test_the_lok_sabhas_turnout_is_not_the_assemblys(facts: Facts) -> None:
    found = judge(facts, said("turnout", 58.58, unit="percent", subject=the_election()), LATER)
    assert found.verdict == "contradicted"
    assert "Lok Sabha election, 2024" in found.why


def test_a_rounded_turnout_is_confirmed(facts: Facts) -> None:
    assert (
        judge(facts, said("turnout", 61.0, unit="percent", phase=1, subject=the_election()), LATER).verdict
        == "confirmed"
    )


def test_a_turnout_of_polling_day_was_revised(facts: Facts) -> None:
    found = judge(facts, said("turnout", 60.1, unit="percent", phase=1, subject=the_election()), dt.date(2024, 9, 18))
    assert (found.verdict, found.official) == ("superseded", 61.38)


def test_a_turnout_of_nowhere_on_record_decides_nothing(facts: Facts) -> None:
    reading = said("turnout", 71.0, unit="percent", scope="district", scope_name="Nowhere", subject=None)
    assert judge(facts, reading, LATER).verdict == "unverifiable"


@pytest.mark.parametrize(("told", "verdict"), [(51, "confirmed"), (52, "contradicted")])
def test_a_deal_gives_each_partner_its_seats(facts: Facts, told: int, verdict: str) -> None:
    reading = said("contest", told, unit="seats", side="allotted", subject=party(facts, "NC"))
    assert judge(facts, reading, dt.date(2024, 8, 27)).verdict == verdict


def test_lists_that_were_still_open_are_past(facts: Facts) -> None:
    """On 29 August the BJP had named 45; it stood in 62 seats in the end."""
    reading = said("contest", 45, unit="candidates", side="contested", subject=party(facts, "BJP"))
    found = judge(facts, reading, dt.date(2024, 8, 29))
    assert (found.verdict, found.official) == ("superseded", 62)


def test_somebody_standing_for_another_party_is_corrected(facts: Facts) -> None:
    bjp = party(facts, "BJP")
    found = judge(facts, said("contest", party=bjp.id, **of(facts, "OMAR ABDULLAH", "Budgam")), LATER)
    assert found.verdict == "contradicted"
    assert found.why == "Omar Abdullah stood in Budgam for NC, not for BJP."


def test_a_deal_agreed_later_replaces_what_was_said_of_all_seats(facts: Facts) -> None:
    partners = (party(facts, "INC"),)
    reading = said("alliance", 90, unit="seats", subject=party(facts, "NC"), with_subjects=partners)
    found = judge(facts, reading, dt.date(2024, 8, 22))
    assert found.verdict == "superseded"
    assert "four days later left five seats to friendly contests" in found.why
    assert judge(facts, reading, dt.date(2024, 8, 27)).verdict == "confirmed"


def test_parties_that_stood_apart_are_not_called_allies_nor_the_report_wrong(facts: Facts) -> None:
    reading = said("alliance", subject=party(facts, "NC"), with_subjects=(party(facts, "BJP"),))
    assert judge(facts, reading, LATER).verdict == "unverifiable"


def test_ten_years_passed_since_the_last_assembly_election(facts: Facts) -> None:
    reading = said("history", 10, unit="years", role="years since", subject=the_election())
    assert judge(facts, reading, LATER).why == "The last assembly election was held in 2014."


def test_the_bjp_had_held_ladakh_twice(facts: Facts) -> None:
    place = of(facts, "TASHI GYALSON", "Ladakh", LOK_SABHA)["constituency"]
    reading = said(
        "history", 2, unit="elections", role="held", election=LOK_SABHA, constituency=place, subject=party(facts, "BJP")
    )
    assert judge(facts, reading, LATER).official == "BJP won Ladakh in 2014 and 2019"


@pytest.mark.parametrize(("told", "verdict"), [(15, "confirmed"), (13, "contradicted")])
def test_an_earlier_houses_seats_are_counted(facts: Facts, told: int, verdict: str) -> None:
    reading = said("history", told, unit="seats", role="seats", election="in-jk-2014", subject=party(facts, "NC"))
    assert judge(facts, reading, LATER).verdict == verdict


def test_terms_in_office_are_elections_won_in_a_row(facts: Facts) -> None:
    """The Congress won Delhi in 1998, 2003 and 2008 and lost it in 2013."""
    reading = said("history", 15, unit="years", role="in office", election="in-dl-2025", subject=party(facts, "INC"))
    assert "1998, 2003 and 2008" in str(judge(facts, reading, dt.date(2025, 2, 8)).official)


def test_an_election_not_on_record_decides_nothing(facts: Facts) -> None:
    """No kind of claim is ever called wrong about an election that the record does not hold."""
    for kind in ("votes", "margin", "lead", "outcome", "rank", "seats", "house", "vote_share", "turnout", "electors"):
        reading = said(kind, 7, election="xx-yy-1900", subject=Subject("candidate", "SOMEBODY"))
        assert judge(facts, reading, LATER).verdict == "unverifiable"
