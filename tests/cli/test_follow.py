"""A count followed on a site of this machine: politely, without gaps, and never taking a fault for votes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

import pytest

from janadesh import model
from janadesh.count.standings import contest_standings
from janadesh.record.book import Record
from tests.cli.conftest import Answer
from tests.cli.conftest import Janadesh
from tests.count.result_site import BUDGAM
from tests.count.result_site import ELECTION
from tests.count.result_site import LIST
from tests.count.result_site import TABLE
from tests.count.result_site import Site
from tests.count.result_site import record_before_the_count
from tests.count.result_site import serving
from tests.count.result_site import table
from tests.count.result_site import the_list

AGENT = "The Daily News (desk@example.org)"
Follow = Callable[..., Answer]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        served.pages[TABLE] = table("10:00 am", 100, 90)
        served.pages[LIST] = the_list("10:00 am", 10)
        yield served


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with record_before_the_count(tmp_path) as made:
        yield made


@pytest.fixture
def follow(janadesh: Janadesh, site: Site, record: Record, tmp_path: Path) -> Follow:
    """Give what goes round the site once, from the page of Budgam or another."""
    place = str(tmp_path / "record.sqlite")

    def once(page: str = TABLE, *words: str) -> Answer:
        address = site.address + page
        answer = janadesh("follow", address, "--once", "--gap", "0", "--agent", AGENT, "--record", place, *words)
        assert answer.code == 0, answer.err
        return answer

    return once


def votes(record: Record) -> dict[int, int]:
    """Give the good votes of Budgam by serial."""
    return dict(record.frame(model.Tally, constituency=BUDGAM).sort("serial").select("serial", "total").iter_rows())


def standing_alarms(record: Record) -> set[str]:
    # an alarm is cleared a second after it was raised at the earliest, which is not yet over
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2)
    return set(record.frame(model.Alarm, soon, status="raised")["rule"])


def test_votes_of_a_page_are_taken_in_as_they_change(follow: Follow, site: Site, record: Record) -> None:
    follow()
    assert votes(record) == {0: 10, 1: 100, 2: 90}
    site.pages[TABLE] = table("10:05 am", 150, 170)
    follow()
    assert votes(record) == {0: 10, 1: 150, 2: 170}
    assert contest_standings(record, ELECTION)["leader"].to_list() == ["AGA SYED MUNTAZIR MEHDI"]
    assert standing_alarms(record) == set()


def test_pages_are_found_by_their_links(follow: Follow, site: Site, record: Record) -> None:
    answer = follow(LIST)
    assert votes(record) == {0: 10, 1: 100, 2: 90}
    assert "Set aside" not in answer.err


def test_page_that_is_unchanged_is_not_sent_again(follow: Follow, site: Site, record: Record) -> None:
    follow(LIST)
    entries = len(record.entries())
    follow(LIST)
    assert site.statuses(TABLE) == [200, 304]
    assert len(record.entries()) == entries


def test_site_learns_who_asks(follow: Follow, site: Site) -> None:
    follow()
    assert {headers["User-Agent"] for _, headers, _ in site.asked} == {AGENT}


def test_page_that_robots_may_not_have_is_not_asked_for(follow: Follow, site: Site, record: Record) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /AcResultGenOct2024/\n"
    answer = follow()
    assert "robots.txt" in answer.err
    assert site.statuses(TABLE) == []


def test_requests_keep_their_distance(janadesh: Janadesh, site: Site, record: Record, tmp_path: Path) -> None:
    place = str(tmp_path / "record.sqlite")
    janadesh("follow", site.address + LIST, "--once", "--gap", "0.2", "--record", place)
    assert len(site.at) == 3
    assert all(later - earlier >= 0.2 for earlier, later in zip(site.at, site.at[1:], strict=False))


def test_error_of_the_site_is_tried_again(follow: Follow, site: Site, record: Record) -> None:
    site.faults[TABLE] = ["500", "503"]
    answer = follow()
    assert site.statuses(TABLE) == [500, 503, 200]
    assert votes(record) == {0: 10, 1: 100, 2: 90}
    assert "Set aside" not in answer.err


def test_error_that_lasts_is_told_and_the_votes_stay(follow: Follow, site: Site, record: Record) -> None:
    follow()
    site.pages[TABLE] = table("10:05 am", 150, 95)
    site.faults[TABLE] = ["500"] * 4
    answer = follow(TABLE, "--on", "alarm")
    assert "500" in answer.err
    assert "A page was set aside" in answer.out
    assert votes(record) == {0: 10, 1: 100, 2: 90}
    follow()
    assert votes(record) == {0: 10, 1: 150, 2: 95}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (table("10:05 am", 150, 95)[:-400], "cut off"),
        (b"<html><body><h1>Access Denied</h1></body></html>", "Set aside"),
        (table("10:05 am", 150, 95).replace(b"EVM Votes", b"Figures").replace(b"Total", b"Sum"), "Set aside"),
        (table("10:05 am", 150, 95).replace(b"08/10/2024", b"08/10/2044"), "yet to come"),
    ],
    ids=["empty", "cut off", "error page", "other layout", "clock ahead"],
)
def test_page_that_is_not_right_is_set_aside(
    follow: Follow, site: Site, record: Record, content: bytes, problem: str
) -> None:
    follow()
    site.pages[TABLE] = content
    answer = follow()
    assert problem in answer.err
    assert votes(record) == {0: 10, 1: 100, 2: 90}
    assert standing_alarms(record) == {"page set aside"}
    site.pages[TABLE] = table("10:10 am", 200, 120)
    follow()
    assert votes(record) == {0: 10, 1: 200, 2: 120}
    assert standing_alarms(record) == set()


def test_alarm_of_a_page_set_aside_says_what_was_wrong_and_where(follow: Follow, site: Site, record: Record) -> None:
    follow()
    site.pages[TABLE] = table("10:05 am", 150, 95)[:-400]
    follow()
    (alarm,) = record.frame(model.Alarm).iter_rows(named=True)
    assert (alarm["election"], alarm["constituency"]) == (ELECTION, BUDGAM)
    assert "cut off" in alarm["says"]
    assert alarm["later_source"] == site.address + TABLE
    assert alarm["earlier_at"] == record.frame(model.Tally)["known_at"].max()


def test_page_that_stays_wrong_leaves_one_alarm(follow: Follow, site: Site, record: Record) -> None:
    follow()
    for content in (b"", b"<html>Access Denied</html>", b""):
        site.pages[TABLE] = content
        follow()
    assert record.history(model.Alarm).height == 1


def test_alarm_of_a_page_set_aside_holds_no_votes(follow: Follow, site: Site, record: Record) -> None:
    """The page that comes after it is judged by the figures before it, by a follower begun anew, too."""
    follow()
    site.faults[TABLE] = ["500"] * 4
    follow()
    assert standing_alarms(record) == {"page set aside"}
    site.pages[TABLE] = table("10:05 am", 150, 95)
    follow()
    assert record.frame(model.HeldTally).is_empty()
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2)
    assert set(record.history(model.Alarm, soon)["status"]) == {"raised", "cleared"}


def test_answer_that_breaks_off_is_asked_for_again(follow: Follow, site: Site, record: Record) -> None:
    site.faults[TABLE] = ["broken off", "slow"]
    follow()
    assert len(site.statuses(TABLE)) == 2
    assert votes(record) == {0: 10, 1: 100, 2: 90}


def test_stale_copy_is_known_and_set_aside(follow: Follow, site: Site, record: Record) -> None:
    follow()
    site.pages[TABLE] = table("10:05 am", 150, 95)
    follow()
    site.pages[TABLE] = table("10:00 am", 100, 90)
    answer = follow()
    assert "a stale copy" in answer.err
    assert standing_alarms(record) == {"page set aside"}
    assert votes(record) == {0: 10, 1: 150, 2: 95}


def test_page_that_goes_back_in_time_is_held(follow: Follow, site: Site, record: Record) -> None:
    """It was never seen before, so that it is no stale copy; its clock is older than what stands."""
    follow()
    site.pages[TABLE] = table("10:05 am", 150, 95)
    follow()
    site.pages[TABLE] = table("10:02 am", 120, 92)
    answer = follow(TABLE, "--on", "alarm")
    assert "clock" in answer.out or "before" in answer.out
    assert votes(record) == {0: 10, 1: 150, 2: 95}
    assert "clock went back" in standing_alarms(record)
    assert 120 in record.history(model.HeldTally, constituency=BUDGAM)["total"].to_list()


def test_totals_that_fall_are_held_until_the_page_rises_again(follow: Follow, site: Site, record: Record) -> None:
    """Each round is a run of its own: alarms are raised and cleared across runs."""
    follow()
    site.pages[TABLE] = table("10:05 am", 40, 95)
    follow()
    assert votes(record)[1] == 100
    assert "total fell" in standing_alarms(record)
    site.pages[TABLE] = table("10:10 am", 160, 99)
    follow()
    assert votes(record) == {0: 10, 1: 160, 2: 99}
    assert standing_alarms(record) == set()


def test_declared_seat_is_declared(follow: Follow, site: Site, record: Record) -> None:
    follow(LIST)
    site.pages[TABLE] = table("10:05 am", 500, 95, rounds="18/18")
    site.pages[LIST] = the_list("10:06 am", 405, status="Result Declared")
    answer = follow(LIST, "--on", "declared")
    assert "OMAR ABDULLAH" in answer.out or "Omar Abdullah" in answer.out
    assert record.frame(model.Declaration, constituency=BUDGAM).select("status", "winner").row(0) == ("declared", 1)


def test_folder_is_followed_as_files_change(janadesh: Janadesh, record: Record, tmp_path: Path) -> None:
    folder = tmp_path / "AcResultGenOct2024"
    folder.mkdir()
    file = folder / "ConstituencywiseU0827.htm"
    place = str(tmp_path / "record.sqlite")
    for clock, nc in (("10:00 am", 100), ("10:05 am", 150)):
        file.write_bytes(table(clock, nc, 90))
        assert janadesh("follow", str(folder), "--once", "--record", place).code == 0
        assert votes(record)[1] == nc
    entries = len(record.entries())
    janadesh("follow", str(folder), "--once", "--record", place)
    assert len(record.entries()) == entries


def test_word_that_is_neither_folder_nor_address_is_refused(janadesh: Janadesh) -> None:
    assert janadesh("follow", "nowhere", "--once").code == 2
