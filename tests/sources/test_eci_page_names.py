"""What names and addresses of official result pages tell."""

from __future__ import annotations

import pytest

from janadesh.sources.eci_page_names import ElectionName
from janadesh.sources.eci_page_names import election_of_folder
from janadesh.sources.eci_page_names import election_of_heading
from janadesh.sources.eci_page_names import page_name


@pytest.mark.parametrize(
    ("name", "kind", "state", "number"),
    [
        ("ConstituencywiseU081.htm", "constituencywise", "U08", 1),
        ("ConstituencywiseS0124.htm", "constituencywise", "S01", 24),
        ("ConstituencywiseU0124.htm", "constituencywise", "U01", 24),
        ("ConstituencywiseS24403.htm?ac=403", "constituencywise", "S24", 403),
        ("ConstituencywiseS04195.htm@ac=195.html", "constituencywise", "S04", 195),
        ("ConstituencywiseS04195.htm%3Fac=195", "constituencywise", "S04", 195),
        ("candidateswise-S0713.htm", "candidateswise", "S07", 13),
        ("RoundwiseS1012.htm?ac=12", "roundwise", "S10", 12),
        ("statewiseU083.htm", "statewise", "U08", None),
        ("partywiseresult-S22.htm", "partywiseresult", "S22", None),
        ("partywisewinresult-369S22.htm", "partywisewinresult", "S22", None),
        ("partywiseleadresult-1680U08.htm", "partywisewinresult", "U08", None),
        ("election-json-S03-live.json", "election-json", "S03", None),
    ],
)
def test_a_name_tells_page_state_and_seat(name: str, kind: str, state: str, number: int | None) -> None:
    """The state's letter is kept, and the number after it has no zeros."""
    told = page_name(f"https://results.eci.gov.in/AcResultGenOct2024/{name}")

    assert (told.kind, told.state, told.number, told.contradiction) == (kind, state, number, None)


@pytest.mark.parametrize("name", ["index.htm", "budgam.html", "ConstituencywiseU08.htm", "constituencies.csv"])
def test_other_names_tell_no_page(name: str) -> None:
    assert page_name(name).kind is None


@pytest.mark.parametrize(
    ("folder", "house", "kind", "month", "year"),
    [
        ("AcResultGenOct2024", "assembly", "general", 10, 2024),
        ("PcResultGenJune2024", "parliament", "general", 6, 2024),
        ("ResultAcGenMay2023", "assembly", "general", 5, 2023),
        ("ResultAcByeMay2026", "assembly", "by-election", 5, 2026),
        ("AcResultByeJan2024", "assembly", "by-election", 1, 2024),
        ("saved/ResultAcGenMar2022.zip/pages", "assembly", "general", 3, 2022),
    ],
)
def test_a_folder_tells_the_election(folder: str, house: str, kind: str, month: int, year: int) -> None:
    assert election_of_folder(folder) == ElectionName(house=house, kind=kind, month=month, year=year)


def test_a_folder_of_2019_tells_the_house_only() -> None:
    told = page_name("results.eci.gov.in/pc/en/constituencywise/ConstituencywiseS091.htm?ac=1")

    assert (told.house, told.election) == ("parliament", None)


def test_a_heading_tells_the_election() -> None:
    text = "General Election to Parliamentary Constituencies: Trends & Results June-2024"

    assert election_of_heading(text) == ElectionName(house="parliament", kind="general", month=6, year=2024)
    assert election_of_heading("Bye Election to Assembly Constituencies: Trends & Results Nov-2024") == ElectionName(
        house="assembly", kind="by-election", month=11, year=2024
    )
    assert election_of_heading("Trends and results") is None


def test_a_name_that_contradicts_itself_says_so() -> None:
    assert page_name("ConstituencywiseU081.htm?ac=2").contradiction == "the name says seat 1, and then ac=2"
