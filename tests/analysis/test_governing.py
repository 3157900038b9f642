"""Who governs in a house, as far as offices on the record say so."""

from __future__ import annotations

from pathlib import Path

from janadesh.analysis.governing import governing
from janadesh.record.book import Record
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import record_of_seat


def test_the_head_governs_with_those_the_party_stood_with(bundled: Record) -> None:
    told = governing(bundled, "in-jk-2024", "2024-12-01")
    assert told is not None
    assert (told.person, told.party, told.office) == ("omar-abdullah", "in-nc", "chief minister")
    assert {"in-nc", "in-inc", "in-cpim"} <= set(told.parties)


def test_nobody_governs_between_the_count_and_the_swearing_in(bundled: Record) -> None:
    assert governing(bundled, "in-jk-2024", "2024-10-10") is None


def test_nobody_governs_in_a_house_that_is_yet_to_be_elected(bundled: Record) -> None:
    assert governing(bundled, "in-jk-2024", "2024-09-01") is None


def test_an_earlier_house_is_not_governed_by_who_came_after_it(bundled: Record) -> None:
    told = governing(bundled, "in-jk-2008")
    assert told is not None
    assert told.person == "omar-abdullah"
    later = governing(bundled, "in-jk-2014")
    assert later is None or later.person != "omar-abdullah"


def test_nobody_governs_where_no_office_is_on_the_record(tmp_path: Path) -> None:
    with record_of_seat(tmp_path, "Leh", [Stood("A", "NC", 10)]) as record:
        assert governing(record, ELECTION) is None
