"""The page of an election, by HTTP: what it says, and how its table sorts and filters without JavaScript."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.desk.pages import column
from tests.desk.pages import links_of
from tests.desk.pages import rows_of
from tests.desk.pages import text_of

PAGE = "/elections/in-jk-2024"


@pytest.fixture(scope="module")
def page(desk: TestClient) -> str:
    answer = desk.get(PAGE)
    assert answer.status_code == 200
    page: str = answer.text
    return page


def test_headline_says_who_has_won_and_what_a_majority_takes(page: str) -> None:
    assert text_of(page, "h1") == "The NC-led INDIA alliance wins 49 of 90 seats"
    assert "A majority takes 46. BJP 29, PDP 3" in text_of(page)


def test_seats_by_party_are_the_official_ones(page: str) -> None:
    rows = rows_of(page, "parties")
    won = {row[0].split()[0]: int(row[1]) for row in rows if row[1] != "0"}
    assert won == {"NC": 42, "BJP": 29, "IND": 7, "INC": 6, "PDP": 3, "PC": 1, "CPI(M)": 1, "AAP": 1}


def test_figures_are_grouped_as_india_reads_them(page: str) -> None:
    national_conference = rows_of(page, "parties")[0]
    assert "13,36,147" in national_conference


def test_shares_are_given_with_and_without_nota(page: str) -> None:
    """The Commission printed 23.43% for the National Conference; of the votes for candidates it is 23.8%."""
    national_conference = rows_of(page, "parties")[0]
    assert "23.8%" in national_conference
    assert "23.43%" in national_conference


def test_half_circle_has_a_seat_for_every_constituency(page: str) -> None:
    drawing = page[page.index('class="half-circle"') : page.index("</svg>", page.index('class="half-circle"'))]
    assert drawing.count("<circle") == 90
    assert "27 Budgam: Omar Abdullah (NC), won by 18,485" in drawing


def test_map_has_an_outline_for_every_constituency(page: str) -> None:
    drawing = page[page.index('class="seat-map') : page.index("</svg>", page.index('class="seat-map'))]
    assert drawing.count("<path") == 90


def test_drawings_are_left_to_the_tables_for_assistive_technology(page: str) -> None:
    for start in page.split("<svg")[1:]:
        assert 'aria-hidden="true"' in start[: start.index(">")]


def test_count_is_shown_as_moved_from_4_to_8_october(page: str) -> None:
    count = next(row for row in rows_of(page, "schedule") if row[1].startswith("Count"))
    assert count[0] == "8 October 2024"
    assert "first set for 4 October 2024; the new day was announced on 31 August 2024" in count[1]


def test_table_lists_all_constituencies_in_order_of_number(page: str) -> None:
    rows = rows_of(page, "contests")
    assert column(rows, 0) == [str(number) for number in range(1, 91)]


def test_table_sorts_by_margin_without_javascript(desk: TestClient) -> None:
    rows = rows_of(desk.get(f"{PAGE}?sort=margin").text, "contests")
    margins = [int(margin.replace(",", "")) for margin in column(rows, 4)]
    assert margins == sorted(margins)
    assert rows[0][1].startswith("Tral")


def test_sorted_column_says_so_and_turns_round(desk: TestClient) -> None:
    page = desk.get(f"{PAGE}?sort=margin").text
    heading = page[page.index('data-sort="margin"') - 200 : page.index('data-sort="margin"')]
    assert 'aria-sort="ascending"' in heading
    assert "sort=margin&amp;order=desc" in heading


@pytest.mark.parametrize(
    "sort", ["number", "name", "winner", "party", "margin", "share", "turnout", "phase", "no-such"]
)
@pytest.mark.parametrize("order", ["", "desc", "sideways"])
def test_every_order_keeps_every_constituency(desk: TestClient, sort: str, order: str) -> None:
    rows = rows_of(desk.get(PAGE, params={"sort": sort, "order": order}).text, "contests")
    assert sorted(int(row[0]) for row in rows) == list(range(1, 91))


def test_constituencies_without_turnout_come_last_both_ways(desk: TestClient) -> None:
    for order in ("", "desc"):
        turnouts = column(rows_of(desk.get(f"{PAGE}?sort=turnout&order={order}").text, "contests"), 7)
        known = [turnout != "–" for turnout in turnouts]
        assert known == sorted(known, reverse=True)
        assert any(known)


def test_table_filters_by_party(desk: TestClient) -> None:
    rows = rows_of(desk.get(f"{PAGE}?party=in-nc").text, "contests")
    assert len(rows) == 42
    assert set(column(rows, 3)) == {"NC"}


def test_table_filters_by_region_and_phase_together(desk: TestClient) -> None:
    rows = rows_of(desk.get(f"{PAGE}?region=Jammu&phase=1").text, "contests")
    assert len(rows) == 8
    assert {row[8] for row in rows} == {"1"}


def test_search_understands_names_in_devanagari(desk: TestClient) -> None:
    assert "Budgam" in "".join(rows_of(desk.get(f"{PAGE}?q=बडगाम").text, "contests")[0])
    assert "Omar Abdullah" in desk.get("/people?q=उमर अब्दुल्ला").text


def test_script_of_the_table_is_told_which_seats_a_name_in_devanagari_finds(desk: TestClient) -> None:
    answer = desk.get(f"{PAGE}/named?q=बडगाम")
    assert answer.json() == ["in-jk-assembly.2022.27"]
    assert answer.headers["cache-control"] == "no-store"
    assert desk.get(f"{PAGE}/named?q=अटलांटिस").json() == []


def test_search_finds_people_as_well_as_places(desk: TestClient) -> None:
    rows = rows_of(desk.get(f"{PAGE}?q=omar+abdullah").text, "contests")
    assert [row[0] for row in rows] == ["18", "27"]


def test_filter_that_fits_nothing_says_so(desk: TestClient) -> None:
    page = desk.get(f"{PAGE}?q=atlantis").text
    assert rows_of(page, "contests") == []
    assert "No constituency is left" in text_of(page)
    assert "0 of 90" in text_of(page)


def test_before_the_count_the_page_shows_the_schedule_and_says_that_there_are_no_results(desk: TestClient) -> None:
    page = desk.get(f"{PAGE}?as_of=2024-08-22").text
    assert text_of(page, "h1") == "90 seats to be filled; no results yet"
    assert "The count is set for 4 October 2024." in text_of(page)
    assert [row[0] for row in rows_of(page, "schedule") if row[1].startswith("Count")] == ["4 October 2024"]


def test_candidates_known_before_the_count_are_counted(desk: TestClient) -> None:
    rows = rows_of(desk.get(f"{PAGE}?as_of=2024-09-20").text, "contests")
    assert sum(int(row[2]) for row in rows) == 873


def test_results_appear_with_the_second_in_which_they_became_known(desk: TestClient) -> None:
    before = desk.get(f"{PAGE}?as_of=2024-10-07").text
    after = desk.get(f"{PAGE}?as_of=2024-10-08").text
    assert "no results yet" in text_of(before, "h1")
    assert "wins 49 of 90 seats" in text_of(after, "h1")


def test_moment_is_carried_through_links(desk: TestClient) -> None:
    page = desk.get(f"{PAGE}?as_of=2024-10-08T20:15").text
    to_pages = [link for link in links_of(page) if link.startswith("/elections/") and "/constituencies/" in link]
    assert to_pages
    assert all("as_of=2024-10-08T20%3A15" in link for link in to_pages)


def test_day_and_time_of_the_form_make_one_moment(desk: TestClient) -> None:
    page = desk.get(f"{PAGE}?as_of=2024-10-08&as_of_time=20:15").text
    assert "As known on 8 October 2024, 20:15" in text_of(page, "aside")


def test_days_on_which_the_record_changed_are_offered(page: str) -> None:
    offered = text_of(page, "aside")
    for day in ("16 August", "26 August", "31 August", "8 October"):
        assert day in offered


def test_election_is_found_by_name_and_sent_to_its_own_address(desk: TestClient) -> None:
    name = "Jammu and Kashmir Legislative Assembly election, 2024"
    answer = desk.get(f"/elections/{name}", params={"as_of": "2024-10-08"}, follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["location"] == f"{PAGE}?as_of=2024-10-08"


def test_seats_of_part_of_a_house_have_no_majority_line(desk: TestClient) -> None:
    """Of the Lok Sabha's 543 seats the pack has six: nobody wins or misses a majority in them."""
    page = desk.get("/elections/in-ls-2024").text
    assert text_of(page, "h1") == "6 seats: BJP 2, INDIA 2, Independents 2"
    assert "for a majority" not in page
    assert 'class="half-circle"' not in page


def test_election_without_a_majority_says_who_is_largest(desk: TestClient) -> None:
    page = desk.get("/elections/in-jk-2014").text
    assert text_of(page, "h1") == "No majority: Jammu & Kashmir Peoples Democratic Party is largest with 28 of 87 seats"


def test_sources_of_the_figures_are_named(page: str) -> None:
    assert "EVM and postal votes, Election Commission of India, 8 October 2024 (official" in text_of(page)


def test_change_against_the_election_before_is_told(desk: TestClient) -> None:
    rows = rows_of(desk.get("/elections/in-jk-2024").text, "changes")
    assert rows[0] == ["NC", "42", "15", "+27", "23.8%", "+2.8"]


def test_before_results_there_is_no_change(desk: TestClient) -> None:
    assert "Change against" not in text_of(desk.get("/elections/in-jk-2024", params={"as_of": "2024-10-04"}).text)


def test_turnout_of_each_phase_is_told_as_last_told_and_as_told_that_evening(desk: TestClient) -> None:
    rows = rows_of(desk.get("/elections/in-jk-2024").text, "turnouts")
    assert rows[0] == ["1 18 September", "24", "23,27,580", "61.38% 61.11% that evening"]
