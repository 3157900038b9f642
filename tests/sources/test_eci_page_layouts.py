"""The layouts of official result pages: what is read of each, and what is refused rather than guessed."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from lxml import html

from janadesh.sources.eci_page import read_page
from janadesh.sources.eci_page_cards import read_cards
from janadesh.sources.eci_page_live import LiveLead
from janadesh.sources.eci_page_parties import PartySeats
from janadesh.sources.eci_page_parties import WonSeat
from janadesh.sources.eci_page_rounds import Round
from janadesh.sources.eci_page_seat import SeatVotes
from janadesh.sources.eci_page_statewise import ListedSeat
from janadesh.sources.eci_page_tree import UnreadablePage
from tests.sources.eci_page_builder import BUDGAM
from tests.sources.eci_page_builder import LADAKH
from tests.sources.eci_page_builder import Row
from tests.sources.eci_page_builder import Shown
from tests.sources.eci_page_builder import cards_2024
from tests.sources.eci_page_builder import live_json
from tests.sources.eci_page_builder import nota
from tests.sources.eci_page_builder import page
from tests.sources.eci_page_builder import party_wins
from tests.sources.eci_page_builder import partywise
from tests.sources.eci_page_builder import roundwise
from tests.sources.eci_page_builder import statewise_2024
from tests.sources.eci_page_builder import table_2014
from tests.sources.eci_page_builder import table_2019
from tests.sources.eci_page_builder import table_2024
from tests.sources.eci_page_builder import with_totals

TABLE, CARDS, LIST = "ConstituencywiseU0827.htm", "candidateswise-U0827.htm", "statewiseU081.htm"
ROUNDS, PARTIES, WINS = "RoundwiseU0827.htm", "partywiseresult-U08.htm", "partywisewinresult-5U08.htm"
AGIAON = (
    Shown(name="PRABHUNATH PRASAD", party="Janata Dal  (United)", total=52276),
    Shown(name="SHIVESH KUMAR", party="Bharatiya Janata Party", total=37572),
    nota(total=4244),
)
JAMMU_2019 = (
    Shown(name="JUGAL KISHORE", party="Bharatiya Janata Party", evm=850000, migrant=1500, postal=7000),
    Shown(name="RAMAN BHALLA", party="Indian National Congress", evm=550000, migrant=900, postal=4000),
    nota(1200, 20),
)
WHO = [("OMAR ABDULLAH", "Jammu & Kashmir National Conference"), ("AGA SYED MUNTAZIR MEHDI", "PDP"), ("NOTA", "NOTA")]


def seat(name: str, content: bytes) -> SeatVotes:
    said = read_page(name, content).content
    assert isinstance(said, SeatVotes)
    return said


def figures(said: SeatVotes) -> list[tuple[str, int | None, int | None, int | None, int | None]]:
    return [(line.name, line.evm, line.migrant, line.postal, line.total) for line in said.lines]


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(UnreadablePage) as refused:
        read_page(name, content)
    assert refused.value.fault.file == name
    return refused.value.fault.problem


def budgam(**changes: object) -> bytes:
    return table_2024(27, "BUDGAM", "Jammu & Kashmir", BUDGAM, **changes)  # type: ignore[arg-type]


def test_a_table_of_2024_gives_votes_by_kind_serials_and_where_it_belongs() -> None:
    read = read_page(TABLE, budgam(rounds="18/18"))

    assert isinstance(read.content, SeatVotes)
    assert figures(read.content) == [
        ("OMAR ABDULLAH", 35804, None, 206, 36010),
        ("AGA SYED MUNTAZIR MEHDI", 17445, None, 80, 17525),
        ("NOTA", 1728, None, 29, 1757),
    ]
    assert [line.serial for line in read.content.lines] == [1, 2, 3]
    assert (read.state_code, read.state, read.number, read.seat) == ("U08", "Jammu & Kashmir", 27, "BUDGAM")
    assert (read.house, str(read.election)) == ("assembly", "general election to the assembly, 2024-10")
    assert (read.round, read.rounds) == (18, 18)


def test_the_page_says_when_it_was_last_updated_in_indian_time() -> None:
    def updated(text: str | None) -> dt.datetime | None:
        return read_page(TABLE, budgam(updated=text)).updated

    india = dt.timezone(dt.timedelta(hours=5, minutes=30))
    assert updated("08:10 pm On 08/10/2024") == dt.datetime(2024, 10, 8, 20, 10, tzinfo=india)
    assert updated("12:05 am On 09/10/2024") == dt.datetime(2024, 10, 9, 0, 5, tzinfo=india)
    assert updated("12:05 pm On 08/10/2024") == dt.datetime(2024, 10, 8, 12, 5, tzinfo=india)
    assert updated(None) is None


def test_a_dash_is_unknown_and_never_zero() -> None:
    """During the count postal votes are shown as `-`."""
    early = (replace(BUDGAM[0], postal=None), replace(BUDGAM[1], postal=None, evm=0), replace(BUDGAM[2], postal=None))

    lines = seat(TABLE, table_2024(27, "BUDGAM", "Jammu & Kashmir", early)).lines

    assert [line.postal for line in lines] == [None, None, None]
    assert lines[1].evm == 0


def test_a_table_of_2014_has_totals_only_and_names_its_place() -> None:
    said = seat("ConstituencywiseS04195.htm", table_2014("Bihar", "Agiaon", AGIAON))

    assert [line.total for line in said.lines] == [52276, 37572, 4244]
    assert said.lines[0].party == "Janata Dal (United)"
    assert (said.lines[0].serial, said.lines[0].evm, said.lines[2].is_nota) == (None, None, True)
    assert (said.state, said.seat, said.status) == ("Bihar", "Agiaon", None)


def test_a_table_of_2019_is_read_by_its_headings_with_migrant_votes_between() -> None:
    content = table_2019("Jammu & Kashmir", "Jammu", JAMMU_2019, seats={"S09": {6: "Jammu"}})
    said = seat("ConstituencywiseS096.htm", content)

    assert figures(said)[0] == ("JUGAL KISHORE", 850000, 1500, 7000, 858500)
    assert (said.lines[2].migrant, said.status) == (None, "declared")


def test_the_status_of_a_running_count_is_read() -> None:
    assert seat(TABLE, table_2019("X", "Y", BUDGAM, status="Result Status - In Progress")).status == "counting"


def test_the_number_is_found_in_the_hidden_list_where_the_name_tells_nothing() -> None:
    content = table_2019("Jammu & Kashmir", "Jammu", JAMMU_2019, seats={"S09": {5: "Udhampur", 6: "Jammu"}})

    assert read_page("saved.html", content).number == 6


def test_cards_give_totals_margins_and_who_won() -> None:
    said = seat(CARDS, cards_2024(27, "BUDGAM", "Jammu & Kashmir", BUDGAM))

    assert [(line.name, line.total, line.margin, line.standing) for line in said.lines] == [
        ("OMAR ABDULLAH", 36010, 18485, "won"),
        ("AGA SYED MUNTAZIR MEHDI", 17525, -18485, "lost"),
        ("NOTA", 1757, -34253, None),
    ]
    assert said.status == "declared"
    assert seat(CARDS, cards_2024(27, "BUDGAM", "J & K", BUDGAM, done=False)).status == "counting"


def test_an_uncontested_seat_has_no_votes() -> None:
    """Surat, 2024: zero would be the wrong value."""
    alone = (Shown(name="MUKESHKUMAR CHANDRAKAANT DALAL", party="Bharatiya Janata Party"),)

    said = seat("candidateswise-S0624.htm", cards_2024(24, "SURAT", "Gujarat", alone, house="Parliamentary"))

    assert (said.status, said.lines[0].total, said.lines[0].standing) == ("uncontested", None, "uncontested")


def test_the_list_of_seats_is_read_without_the_tooltips_in_it() -> None:
    rows = [
        Row(
            seat="BUDGAM",
            number=27,
            leading="OMAR ABDULLAH",
            leading_party="Jammu & Kashmir National Conference",
            trailing="AGA SYED MUNTAZIR MEHDI",
            trailing_party="Jammu & Kashmir Peoples Democratic Party",
            margin="18485",
            rounds="18/18",
        ),
        Row(seat="AKHNOOR", number=81, status="Result in Progress"),
    ]

    said = read_page(LIST, statewise_2024("Jammu & Kashmir", rows)).content

    assert isinstance(said, tuple)
    akhnoor, listed = said
    assert isinstance(listed, ListedSeat)
    assert (listed.number, listed.leading_party, listed.margin) == (27, "Jammu & Kashmir National Conference", 18485)
    assert (listed.round, listed.rounds, listed.status) == (18, 18, "declared")
    assert isinstance(akhnoor, ListedSeat)
    assert (akhnoor.leading, akhnoor.margin, akhnoor.status) == (None, None, "counting")


def test_rounds_are_read_in_order_with_what_each_brought() -> None:
    content = roundwise(27, "BUDGAM", "J & K", [dict(zip(WHO, votes, strict=True)) for votes in ((5, 3, 1), (7, 4, 0))])

    said = read_page(ROUNDS, content).content
    assert isinstance(said, tuple)
    first, second = said

    assert isinstance(first, Round)
    assert isinstance(second, Round)
    assert (first.number, second.number) == (1, 2)
    assert [(line.before, line.of_round, line.evm) for line in second.lines] == [(5, 7, 12), (3, 4, 7), (1, 0, 1)]


def test_parties_and_wins_are_read() -> None:
    tally = read_page(PARTIES, partywise("J & K", {"Jammu & Kashmir National Conference - JKN": (42, 0)})).content
    wins = read_page(WINS, party_wins([("BUDGAM", 27, "OMAR ABDULLAH", 36010, 18485)])).content

    assert tally == (
        PartySeats(party="Jammu & Kashmir National Conference", abbreviation="JKN", won=42, leading=0, total=42),
    )
    assert wins == (
        WonSeat(number=27, seat="BUDGAM", candidate="OMAR ABDULLAH", votes=36010, margin=18485, status="declared"),
    )


def test_the_live_map_holds_several_states_whatever_its_name_says() -> None:
    content = live_json({"S03": [("BJP", 1, "A")], "S11": [("INC", 7, "-")]})

    assert read_page("election-json-S03-live.json", content).content == (
        LiveLead(state="S03", number=1, candidate="A", party="BJP"),
        LiveLead(state="S11", number=7, candidate=None, party="INC"),
    )


WHOLE: dict[str, bytes] = {
    TABLE: table_2024(27, "BUDGAM", "Jammu & Kashmir", BUDGAM),
    "ConstituencywiseS096.htm": table_2019("Jammu & Kashmir", "Jammu", JAMMU_2019),
    "ConstituencywiseS04195.htm": table_2014("Bihar", "Agiaon", AGIAON),
    CARDS: cards_2024(27, "BUDGAM", "Jammu & Kashmir", BUDGAM),
    LIST: statewise_2024("Jammu & Kashmir", [Row(seat="BUDGAM", number=27, leading="OMAR ABDULLAH", margin="18485")]),
    ROUNDS: roundwise(27, "BUDGAM", "Jammu & Kashmir", [dict(zip(WHO, (5, 3, 1), strict=True))]),
    PARTIES: partywise("J & K", {"A": (2, 1), "B": (3, 0)}),
    WINS: party_wins([("BUDGAM", 27, "OMAR ABDULLAH", 36010, 18485)]),
    "election-json-S03-live.json": live_json({"S03": [("BJP", 1, "A"), ("INC", 2, "B")]}),
}


@given(name=st.sampled_from(sorted(WHOLE)), share=st.floats(0, 1))
@settings(max_examples=300, deadline=None)
def test_a_page_cut_anywhere_gives_the_same_numbers_or_none(name: str, share: float) -> None:
    whole = WHOLE[name]

    try:
        read = read_page(name, whole[: round(share * len(whole))])
    except UnreadablePage:
        return
    assert read == read_page(name, whole)


@given(name=st.sampled_from([TABLE, "ConstituencywiseS096.htm", ROUNDS]), data=st.data())
@settings(max_examples=100, deadline=None)
def test_a_page_that_lost_a_row_is_refused_by_its_sums(name: str, data: st.DataObject) -> None:
    """A cache or a proxy may lose a part in the middle, too."""
    rows = WHOLE[name].decode().split("<tr>")
    of_candidates = [place for place, row in enumerate(rows) if row.count("<td>") >= 5 and "Total" not in row]
    lost = data.draw(st.sampled_from(of_candidates))

    with pytest.raises(UnreadablePage, match=r"printed"):
        read_page(name, "<tr>".join(row for place, row in enumerate(rows) if place != lost).encode())


@given(
    name=st.sampled_from(sorted(WHOLE)), start=st.floats(0, 1), length=st.integers(0, 60), junk=st.binary(max_size=12)
)
@settings(max_examples=300, deadline=None)
def test_a_page_with_anything_amiss_is_read_or_refused_and_nothing_else(
    name: str, start: float, length: int, junk: bytes
) -> None:
    whole = WHOLE[name]
    place = round(start * len(whole))

    # any other error would be a traceback to whoever loads a folder of pages
    with suppress(UnreadablePage):
        read_page(name, whole[:place] + junk + whole[place + length :])


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_an_empty_page_and_another_page_under_the_name_are_refused(name: str) -> None:
    assert refusal(name, b"") in {"it is empty", "it is cut off, or no JSON at all"}
    other = page("<h1>Welcome</h1><table><tr><td>Hello</td></tr></table>")
    assert "was looked for" in refusal(name, other) or name.endswith(".json")


def test_an_error_page_is_called_one() -> None:
    content = b"<html><head><title>Error</title></head><body><h1>Access Denied</h1></body></html>"

    assert refusal(TABLE, content) == "it is an error page, not a result"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (b">35804<", b">35805<", "by kind are 36011 together, and 36010 is printed"),
        (b">35804<", b">many<", "the votes are no whole number"),
        (b">35804<", b">-35804<", "the votes are no whole number"),
        (b"<td>55292</td>", b"<td>55290</td>", "and 55290 is printed as their total"),
        (b"<td>2</td>", b"<td>1</td>", "serial numbers are not one for each line"),
        (b">65.13<", b">60.00<", "a line may be missing"),
        (b">Postal Votes<", b">Tendered Votes<", "its table has a column that is not known"),
        (b">Postal Votes<", b"><", "only one of the columns EVM Votes and Postal Votes"),
        (b"<td>17445</td>", b"", "a row has 6 cells under 7 headings"),
    ],
)
def test_a_table_that_does_not_fit_together_is_refused(old: bytes, new: bytes, problem: str) -> None:
    content = budgam()
    assert old in content

    assert problem in refusal(TABLE, content.replace(old, new, 1))


def test_rounds_that_do_not_add_up_or_lack_one_are_refused() -> None:
    rounds = [dict(zip(WHO, votes, strict=True)) for votes in ((5, 3, 1), (7, 4, 0), (9, 9, 9))]
    content = roundwise(27, "BUDGAM", "J & K", rounds)

    assert "are not 22" in refusal(ROUNDS, content.replace(b"<td>21</td>", b"<td>22</td>"))
    assert "rounds are not 1 to 3" in refusal(ROUNDS, content.replace(b"id='tab2'", b"id='tab7'"))


def test_cards_whose_winner_is_behind_are_refused() -> None:
    content = cards_2024(27, "BUDGAM", "J & K", BUDGAM).replace(b"36010 <span>", b"17000 <span>")

    assert "is said to be ahead, and is 525 votes behind" in refusal(CARDS, content)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("ConstituencywiseU0826.htm", "the name says seat 26, and the page is of seat 27"),
        ("PcResultGenJune2024/ConstituencywiseU0827.htm", "under an election to the parliament, and the page is of"),
        ("AcResultGenNov2024/ConstituencywiseU0827.htm", "2024-11, and the page is of the general election"),
        ("ConstituencywiseU0827.htm?ac=28", "the name says seat 27, and then ac=28"),
    ],
)
def test_a_page_that_contradicts_its_name_is_refused(name: str, problem: str) -> None:
    assert problem in refusal(name, budgam())


def test_the_address_that_a_browser_notes_tells_where_a_page_belongs() -> None:
    note = b"<!-- saved from url=(0070)https://results.eci.gov.in/AcResultGenOct2024/ConstituencywiseU0827.htm -->"
    content = budgam(when=None).replace(b"<html", note + b"<html")

    read = read_page("budgam.html", content)

    assert (read.state_code, read.number, str(read.election)) == (
        "U08",
        27,
        "general election to the assembly, 2024-10",
    )
    assert "number 26 by its name, and 27 by the address" in refusal("ConstituencywiseU0826.htm", content)


def test_a_page_under_another_seats_number_is_known_by_its_own_list() -> None:
    content = table_2019("Jammu & Kashmir", "Jammu", JAMMU_2019, seats={"S09": {5: "Udhampur", 6: "Jammu"}})

    assert "Udhampur by the page's list" in refusal("ConstituencywiseS095.htm", content)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("2024-pc-candidateswise-U01-fragment.html", "BISHNU PADA RAY"),
        ("2024-pc-candidateswise-S06-uncontested-fragment.html", "MUKESHKUMAR CHANDRAKAANT DALAL"),
    ],
)
def test_genuine_cards_are_read(shared: Path, file: str, name: str) -> None:
    """These are parts of pages, which as pages would be refused as cut."""
    content = (shared / "data" / "eci-html" / file).read_text()

    (line,) = read_cards(html.fromstring(f"<div>{content}</div>"), file).lines

    assert (line.name, line.total) == (name, 102436 if "U01" in file else None)


def test_a_genuine_table_of_2015_is_read(shared: Path) -> None:
    content = (shared / "data" / "eci-html" / "2015-ac-constituencywise-S04195-trimmed.html").read_bytes()

    said = seat("ConstituencywiseS04195.htm", content)

    assert [line.total for line in said.lines] == [52276, 37572, 1493, 4244]
    assert (said.state, said.seat) == ("Bihar", "Agiaon")


def test_ladakhs_page_has_its_total_and_its_parts() -> None:
    said = seat("ConstituencywiseU091.htm", table_2024(1, "LADAKH", "Ladakh", LADAKH, house="Parliamentary", when=None))

    assert figures(said)[2] == ("MOHMAD HANEEFA", 64443, None, 816, 65259)


def test_totals_without_kinds_are_kept_as_totals() -> None:
    lines = seat(TABLE, table_2024(27, "BUDGAM", "J & K", with_totals(BUDGAM))).lines

    assert (lines[0].evm, lines[0].postal, lines[0].total) == (None, None, 36010)
