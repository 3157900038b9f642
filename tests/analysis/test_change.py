"""Change between two elections: swing, seats that changed hands, who stood again, rebels."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh import model
from janadesh.analysis.changed_hands import changed_hands
from janadesh.analysis.changed_hands import gains
from janadesh.analysis.changes import alliance_changes
from janadesh.analysis.changes import party_changes
from janadesh.analysis.matched_seats import compared_seats
from janadesh.analysis.matched_seats import matched_seats
from janadesh.analysis.rebels import rebels
from janadesh.analysis.standing_again import standing_again
from janadesh.analysis.swing import butler_swing
from janadesh.analysis.swing import steed_swing
from janadesh.analysis.swing import swings
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat
from tests.builders import statements

shares = st.floats(1, 60)


def swing_of(expr: Any, *four: float) -> float:
    frame = pl.DataFrame({name: [value] for name, value in zip("abcd", four, strict=True)})
    return float(frame.select(expr(*(pl.col(name) for name in "abcd"))).item())


def row(frame: pl.DataFrame, column: str, value: str) -> dict[str, Any]:
    return frame.row(by_predicate=pl.col(column) == value, named=True)


def test_butlers_swing_of_britain_1997() -> None:
    """The Conservatives fell from 41.9 to 30.7 and Labour rose from 34.4 to 43.2: 10 points (Butler and Kavanagh)."""
    assert swing_of(butler_swing, 43.2, 34.4, 30.7, 41.9) == pytest.approx(10.0)


def test_butlers_swing_of_britain_1979() -> None:
    """35.8 to 43.9 against 39.2 to 36.9: 5.2 points to the Conservatives."""
    assert swing_of(butler_swing, 43.9, 35.8, 36.9, 39.2) == pytest.approx(5.2)


def test_steeds_swing_looks_at_the_two_sides_only() -> None:
    """Both lose a third of their votes to others: no two-party swing, though Butler sees one."""
    assert swing_of(steed_swing, 40, 60, 20, 30) == pytest.approx(0)
    assert swing_of(butler_swing, 40, 60, 20, 30) == pytest.approx(-5)


@settings(deadline=None)
@given(shares, shares, shares, shares)
def test_swing_to_one_is_swing_from_the_other(a: float, b: float, c: float, d: float) -> None:
    for swing in (butler_swing, steed_swing):
        assert swing_of(swing, a, b, c, d) == pytest.approx(-swing_of(swing, c, d, a, b), abs=1e-9)


def test_seats_are_matched_by_lineage_and_never_by_number(bundled: Record) -> None:
    matched = matched_seats(bundled, "in-jk-2024", "in-jk-2014")

    assert matched["basis"].value_counts(sort=True).rows() == [("same name", 71), ("part", 3)]
    assert "in-jk-assembly.2022.2" not in matched["constituency"], "Trehgam is new"


def test_seats_of_one_delimitation_are_the_same(bundled: Record) -> None:
    matched = matched_seats(bundled, "in-jk-2014", "in-jk-2008")

    assert matched.height == 87
    assert set(matched["basis"]) == {"same"}
    assert matched["constituency"].to_list() == matched["before"].to_list()


def placed(name: str, *predecessors: tuple[str, str]) -> list[model.Noun]:
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    place: dict[str, Any] = {"house": "in-ls", "territory": "in", "number": 1, "official_name": name}
    return [
        model.Constituency(id=name, delimitation="2008", name=name, **place, **said),
        *(model.Lineage(constituency=name, predecessor=p, basis=basis, **said) for p, basis in predecessors),
    ]


def two_elections(folder: Path, *places: model.Noun, now: list[str], then: list[str]) -> Record:
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    earlier = model.Election(id="before", name="Before", house="in-ls", year=2019, **said)
    contests = [
        model.Contest(election=e, constituency=c, **said) for e, cs in ((ELECTION, now), ("before", then)) for c in cs
    ]
    return record_of(folder, *lok_sabha(), earlier, *places, *contests)


def test_one_unsure_step_makes_the_whole_way_unsure(tmp_path: Path) -> None:
    places = [*placed("a", ("b", "unchanged")), *placed("b", ("c", "part")), *placed("c")]
    with two_elections(tmp_path, *places, now=["a"], then=["c"]) as record:
        assert matched_seats(record, ELECTION, "before").rows() == [("a", "c", "part")]


def test_a_seat_made_of_two_is_compared_with_neither(tmp_path: Path) -> None:
    places = [*placed("a", ("b", "part"), ("c", "part")), *placed("b"), *placed("c")]
    with two_elections(tmp_path, *places, now=["a"], then=["b", "c"]) as record:
        assert matched_seats(record, ELECTION, "before").height == 2
        assert compared_seats(record, ELECTION, "before").is_empty()


def test_a_surer_predecessor_goes_before_an_unsure_one(tmp_path: Path) -> None:
    places = [*placed("a", ("b", "part"), ("c", "same name")), *placed("b"), *placed("c")]
    with two_elections(tmp_path, *places, now=["a"], then=["b", "c"]) as record:
        assert compared_seats(record, ELECTION, "before").rows() == [("a", "c", "same name")]


def test_parties_of_jammu_and_kashmir_2024_against_2014(bundled: Record) -> None:
    """By the official totals: the BJP went from 23.22% to 26.03%, the PDP from 28 seats to 3."""
    changes = party_changes(bundled, "in-jk-2024", "in-jk-2014")

    bjp, pdp, apni = (row(changes, "party", party) for party in ("in-bjp", "in-pdp", "in-jkap"))
    assert (bjp["won_change"], round(bjp["share_change"], 2)) == (4, 2.81)
    assert (pdp["won"], pdp["won_before"], pdp["won_change"]) == (3, 28, -25)
    assert (apni["votes_before"], apni["contested_before"]) == (0, 0)


def test_an_alliance_is_compared_with_what_its_members_had_apart(bundled: Record) -> None:
    india = row(alliance_changes(bundled, "in-jk-2024", "in-jk-2014"), "alliance", "in-india")

    assert (india["won"], india["won_before"]) == (49, 15 + 12 + 1)


def test_changes_of_an_election_from_itself_are_none(bundled: Record) -> None:
    changes = party_changes(bundled, "in-jk-2024", "in-jk-2024")

    assert changes.select(pl.col("^.*_change$").abs().sum()).row(0) == (0, 0, 0, 0)


def test_the_last_row_of_swings_is_that_of_all_votes(bundled: Record) -> None:
    overall = swings(bundled, "in-jk-2024", "in-jk-2014", ("in-nc", "in-bjp")).row(-1, named=True)

    assert overall["constituency"] is None
    assert overall["butler"] == pytest.approx((2.7997 - 2.8106) / 2, abs=1e-3)


def test_a_side_that_nobody_stood_for_is_said(bundled: Record) -> None:
    with pytest.raises(NotInRecord, match="JMM has no votes in Jammu and Kashmir Legislative Assembly election, 2024"):
        swings(bundled, "in-jk-2024", "in-jk-2014", ("in-jmm", "in-bjp"))


def test_two_that_somebody_asks_about_have_to_have_stood_both_times(bundled: Record) -> None:
    with pytest.raises(NotInRecord, match=r"DPAP has no votes in .* 2014, so there is no swing .* Name two that stood"):
        swings(bundled, "in-jk-2024", "in-jk-2014", ("in-nc", "in-dpap"))


def test_seats_gained_add_up_to_the_seats_compared(bundled: Record) -> None:
    hands = changed_hands(bundled, "in-jk-2024", "in-jk-2014")
    table = gains(hands)

    assert hands.height == 90
    assert hands.filter(pl.col("how") == "no earlier seat").height == 16
    assert table["seats"].sum() == 74
    assert table.filter(pl.col("from_short") == "PDP", pl.col("to_short") == "NC")["seats"].item() == 17


def test_an_independent_does_not_hold_what_another_independent_had(bundled: Record) -> None:
    """Langate elected Sheikh Abdul Rashid in 2014 and Khursheed Ahmad Shaikh in 2024, both Independents."""
    langate = row(changed_hands(bundled, "in-jk-2024", "in-jk-2014"), "constituency_name", "Langate")

    assert (langate["from_short"], langate["to_short"], langate["how"]) == ("IND", "IND", "gained")


def test_who_changed_the_party_is_a_turncoat(bundled: Record) -> None:
    again = standing_again(bundled, "in-jk-2024", "in-jk-2014")

    beig, lone = (
        row(again.filter(pl.col("constituency_name") == place), "person_name", person)
        for place, person in (("Baramulla", "Javid Hassan Baig"), ("Handwara", "Sajad Gani Lone"))
    )
    assert (beig["incumbent"], beig["won"], beig["same_seat"], beig["turncoat"]) == (True, True, True, True)
    assert (lone["incumbent"], lone["won"], lone["turncoat"]) == (True, True, False)


def test_the_rebel_in_ladakh_took_the_seat_from_his_own_side(bundled: Record) -> None:
    """Haneefa Jan of the National Conference won as an Independent; the alliance had named the Congress's candidate."""
    ladakh = rebels(bundled, "in-ls-2024").row(0, named=True)

    assert (ladakh["rebel_of"], ladakh["side_party"], ladakh["counted"], ladakh["side_votes"]) == (
        "in-nc",
        "in-inc",
        65259,
        37397,
    )
    assert ladakh["cost"] == "the seat, to the rebel"


@pytest.mark.parametrize(("rebel_votes", "cost"), [(11, "the seat"), (10, "the seat"), (9, "nothing")])
def test_a_rebel_costs_the_seat_with_as_many_votes_as_the_side_was_behind(
    tmp_path: Path, rebel_votes: int, cost: str
) -> None:
    stood = [Stood("Own", "Left", 90), Stood("Winner", "Right", 100), Stood("Rebel", "Independent", rebel_votes)]
    with record_of(tmp_path, *lok_sabha(), *parties(stood), *seat("Here", stood)) as record:
        rebel = record.frame(model.Candidacy).filter(pl.col("serial") == 3).row(0, named=True)
        said = rebel | {"rebel_of": "left", "known_at": dt.datetime(2024, 5, 1, tzinfo=dt.UTC)}
        record.load(statements(model.Candidacy(**said)))
        assert rebels(record, ELECTION)["cost"].to_list() == [cost]


def test_an_election_without_rebels_has_none(bundled: Record) -> None:
    assert rebels(bundled, "in-jk-2014").is_empty()
