"""One person across elections: what links two candidacies, what keeps them apart, and what the record keeps."""

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
from janadesh.analysis.careers import career
from janadesh.analysis.careers import link_statements
from janadesh.analysis.careers import links
from janadesh.analysis.same_person import same_person
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import record_of

CROWD = (
    "Altaf Bukhari,Javid Mustafa Mir,Tara Chand,Sunil Bharti,Nasir Aslam Wani,Raman Bhalla,Jugal Kishore,Asiya Naqash"
)
NO_NAMES = pl.DataFrame(schema={"person": pl.String, "name": pl.String})


def stood(name: str, when: float, seat: str = "Langate", **more: Any) -> dict[str, Any]:
    return {
        "territory": "in-jk",
        "house": "assembly",
        "election": f"in-jk-{int(when)}",
        "constituency": seat.lower(),
        "map": "1995",
        "number": 5,
        "place": seat,
        "name": name,
        "when": when,
        "party": "in-ind",
        "independent": True,
        "share": 0.3,
    } | more


def numbered(*rows: dict[str, Any], other_names: pl.DataFrame = NO_NAMES) -> list[int]:
    """Link rows among a crowd of others, so that names are as rare as in a state."""
    crowd = [
        stood(name, 1996.5, f"Elsewhere {place}", number=20 + place, share=0.1)
        for place, name in enumerate(CROWD.split(",") * 12)
    ]
    frame = pl.DataFrame([*rows, *crowd], infer_schema_length=None)
    return same_person(frame, other_names)["number_of_person"].to_list()[: len(rows)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ABDUL RASHID SHEIKH", "Sheikh Abdul Rashid"),
        ("ABDUL RASHID SHEIKH", "AB RASHID SHEIKH"),
        ("ABDUL RASHID SHEIKH", "Er. Abdul Rasheed Sheikh"),
        ("GHULAM MOHD SAROORI", "GH. MOHD. SAROORI"),
    ],
    ids=["order", "abbreviation", "title and spelling", "Mohd"],
)
def test_one_person_is_known_in_another_writing_of_the_name(one: str, other: str) -> None:
    first, second = numbered(stood(one, 2008.9), stood(other, 2014.9))

    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("THIRUVANCHOOR RADHAKRISHNAN", "THIRUVANCHOORRADHAKRISHNAN"),
        ("SHOBHA SURENDRAN", "SOBHA SURENDRAN"),
        ("ABBAS MUTHALAPARA", "ABBAS MUDALAPPARA"),
    ],
    ids=["run together", "sh and s", "th and d"],
)
def test_spellings_that_south_indian_names_meet_are_one_name(one: str, other: str) -> None:
    first, second = numbered(stood(one, 2011.3), stood(other, 2016.4))

    assert first == second


def test_a_major_candidate_of_one_party_is_one_person_in_another_seat_too() -> None:
    league = {"party": "in-muslim-league", "independent": False}
    first, second = numbered(
        stood("P.K.KUNHALIKUTTY", 2006.4, "Kuttippuram", number=41, **league, share=0.45),
        stood("P K Kunhalikutty", 2016.4, "Vengara", number=29, **league, share=0.63),
    )

    assert first == second


def test_a_common_name_in_another_seat_and_party_is_another_person() -> None:
    first, second = numbered(
        stood("TARA CHAND", 2008.9, "Chhamb", number=40, party="in-inc", independent=False),
        stood("TARA CHAND", 2014.9, "Bani", number=60, share=0.01),
    )

    assert first != second


def test_another_name_in_the_same_seat_is_another_person() -> None:
    """Namesakes in part: Abdul Rahim Rather and Abdul Hamid Rather are two politicians."""
    first, second = numbered(stood("ABDUL RAHIM RATHER", 2008.9), stood("ABDUL HAMID RATHER", 2014.9))

    assert first != second


def test_namesakes_in_one_contest_are_never_one_person() -> None:
    first, second = numbered(stood("NAZIR AHMAD KHAN", 2024.8), stood("NAZIR AHMAD KHAN", 2024.8))

    assert first != second


def test_namesakes_of_whom_one_would_be_forty_years_younger_are_two() -> None:
    here = {"seat": "Beerwah", "party": "in-ind"}
    first, second = numbered(
        stood("NAZIR KHAN", 2008.9, **here, age=70.0, share=0.01),
        stood("NAZIR KHAN", 2014.9, **here, age=30.0, share=0.01),
    )

    assert first != second


def test_candidacies_of_two_states_are_not_linked() -> None:
    first, second = numbered(stood("ENGINEER RASHID", 2014.9), stood("ENGINEER RASHID", 2019.4, territory="in-pb"))

    assert first != second


def test_two_persons_whom_the_record_knows_are_never_merged() -> None:
    first, second = numbered(stood("OMAR ABDULLAH", 2008.9, person="a"), stood("OMAR ABDULLAH", 2014.9, person="b"))

    assert first != second


def test_a_person_whom_the_record_knows_is_never_parted() -> None:
    first, second = numbered(
        stood("ENGINEER RASHID", 2014.9, "Langate", person="r"), stood("SHEIKH ABDUL", 2019.4, "Uri", person="r")
    )

    assert first == second


def test_a_nickname_without_common_words_links_where_the_record_knows_it() -> None:
    known = pl.DataFrame({"person": ["r"], "name": ["Engineer Rashid"]})
    rows = stood("ABDUL SHEIKH", 2014.9, person="r"), stood("ENGINEER RASHID", 2024.8)

    without, told = numbered(*rows), numbered(*rows, other_names=known)

    assert without[0] != without[1]
    assert told[0] == told[1]


def test_haji_haneefa_jan_is_mohmad_haneefa_where_the_record_names_him_so() -> None:
    known = pl.DataFrame({"person": ["h"], "name": ["Haneefa Jan"]})
    ladakh = {"seat": "Ladakh", "territory": "in-la", "house": "parliament"}
    crowd = [stood(name, 2004.3, **ladakh | {"seat": f"Other {n}"}) for n, name in enumerate(CROWD.split(",") * 12)]
    rows = [stood("MOHMAD HANEEFA", 2024.4, **ladakh, person="h"), stood("Haji Haneefa Jan", 2019.4, **ladakh)]

    found = same_person(pl.DataFrame([*rows, *crowd], infer_schema_length=None), known)["number_of_person"]

    assert found[0] == found[1]


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_rows_does_not_matter(order: list[int]) -> None:
    rows = [
        stood(name, when, seat)
        for name, when, seat in (
            ("ABDUL RASHID SHEIKH", 2008.9, "Langate"),
            ("SHEIKH AB RASHID", 2014.9, "Langate"),
            ("TARA CHAND", 2008.9, "Chhamb"),
            ("TARA CHAND", 2014.9, "Chhamb"),
            ("RAMAN BHALLA", 2014.9, "Gandhinagar"),
            ("ENGINEER RASHID", 2014.9, "Uri"),
        )
    ]
    straight, mixed = numbered(*rows), numbered(*(rows[place] for place in order))

    together = {(a, b) for a in range(6) for b in range(6) if straight[a] == straight[b]}
    assert together == {(order[a], order[b]) for a in range(6) for b in range(6) if mixed[a] == mixed[b]}


LATER = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


def a_state(folder: Path, *more: model.Noun) -> Record:
    """Make a record of two elections in which Rashid, known in the second, and Tara Chand stand twice."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    nouns: list[model.Noun] = [
        ECI,
        model.Territory(id="in-jk", name="Jammu and Kashmir", status="state", **said),
        model.House(id="as", name="Assembly", territory="in-jk", kind="assembly", elected_seats=87, **said),
        model.Party(id="ind", name="Independent", abbreviation="IND", kind="independent", **said),
        model.Party(id="inc", name="Congress", abbreviation="INC", **said),
        model.Person(id="rashid", name="Abdul Rashid Sheikh", gender="M", **said),
        model.Name(noun="person", of="rashid", name="Engineer Rashid", kind="nickname", **said),
    ]
    for number, seat in enumerate(["Langate", "Chhamb", *(f"Seat {n}" for n in range(20))], start=1):
        nouns.append(
            model.Constituency(
                id=seat.lower(),
                house="as",
                delimitation="1995",
                number=number,
                name=seat,
                official_name=seat,
                territory="in-jk",
                **said,
            )
        )
    for year in (2008, 2014):
        nouns.append(model.Election(id=f"jk-{year}", name=f"Election {year}", house="as", year=year, **said))
        names = [*(("ENGINEER RASHID", "TARA CHAND") if year == 2008 else ("ABDUL RASHID SHEIKH", "TARA CHAND"))]
        ballot = [("langate", names[0], "ind"), ("chhamb", names[1], "inc")]
        if year == 2008:
            ballot += [(f"seat {n}", f"{CROWD.split(',')[n % 8]} {'ABC'[n // 8]}", "ind") for n in range(20)]
        for serial, (seat, name, party) in enumerate(ballot, start=1):
            person = "rashid" if name == "ABDUL RASHID SHEIKH" else None
            where: dict[str, Any] = {"election": f"jk-{year}", "constituency": seat}
            nouns.append(model.Contest(**where, **said))
            nouns.append(model.Candidacy(**where, serial=serial, name=name, party=party, person=person, **said))
            nouns.append(model.Tally(**where, serial=serial, total=20000, **said))
    return record_of(folder, *nouns, *more)


def test_links_become_part_of_the_record_and_show_as_a_career(tmp_path: Path) -> None:
    with a_state(tmp_path) as record:
        entry = record.load(link_statements(record, links(record), LATER))

        assert entry is not None
        assert career(record, "Engineer Rashid")["election"].to_list() == ["jk-2014", "jk-2008"]
        assert career(record, "Tara Chand")["candidate"].to_list() == ["TARA CHAND"] * 2


def test_a_cluster_with_one_known_person_takes_that_id_and_others_a_new_one(tmp_path: Path) -> None:
    with a_state(tmp_path) as record:
        found = {row["name"]: (row["person"], row["is_new"]) for row in links(record).iter_rows(named=True)}

    assert found == {"ENGINEER RASHID": ("rashid", False), "TARA CHAND": ("tara-chand.in-jk", True)}


def test_before_the_links_were_made_the_record_is_without_them(tmp_path: Path) -> None:
    with a_state(tmp_path) as record:
        record.load(link_statements(record, links(record), LATER))

        assert career(record, "rashid", as_of="2024-12-01")["election"].to_list() == ["jk-2014"]


def test_linking_again_adds_nothing(tmp_path: Path) -> None:
    with a_state(tmp_path) as record:
        record.load(link_statements(record, links(record), LATER))

        assert links(record).is_empty()
        assert record.load(link_statements(record, links(record), LATER)) is None


def test_a_candidacy_keeps_all_else_that_was_said_of_it(tmp_path: Path) -> None:
    with a_state(tmp_path) as record:
        where = {"election": "jk-2008", "constituency": "chhamb"}
        before = record.frame(model.Candidacy, **where).drop("person", "known_at", "source")
        record.load(link_statements(record, links(record), LATER))

        assert record.frame(model.Candidacy, **where).drop("person", "known_at", "source").equals(before)


def ladakh() -> list[model.Noun]:
    """Give a seat that was of the state in 2014 and of a territory of its own in 2024, and who stood there."""
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    seat: dict[str, Any] = {"house": "ls", "name": "Ladakh", "official_name": "LADAKH", **said}
    stands: dict[str, Any] = {"serial": 1, "party": "ind", **said}
    return [
        model.Territory(id="in-la", name="Ladakh", status="union territory", **said),
        model.House(id="ls", name="Lok Sabha", territory="in-jk", kind="parliament", elected_seats=543, **said),
        model.Constituency(id="s09-4", number=4, delimitation="1995", territory="in-jk", **seat),
        model.Constituency(id="u09-1", number=1, delimitation="2019", territory="in-la", **seat),
        model.Lineage(constituency="u09-1", predecessor="s09-4", basis="unchanged", **said),
        model.Election(id="ls-2014", name="Lok Sabha 2014", house="ls", year=2014, **said),
        model.Election(id="ls-2024", name="Lok Sabha 2024", house="ls", year=2024, **said),
        model.Person(id="haneefa", name="Mohmad Haneefa", **said),
        model.Name(noun="person", of="haneefa", name="Haji Haneefa Jan", **said),
        model.Candidacy(election="ls-2014", constituency="s09-4", name="HAJI HANEEFA JAN", **stands),
        model.Candidacy(election="ls-2024", constituency="u09-1", name="MOHMAD HANEEFA", person="haneefa", **stands),
    ]


@pytest.mark.parametrize("territory", ["in-la", "in-jk", None])
def test_a_person_is_followed_from_a_state_into_the_territory_made_of_it(tmp_path: Path, territory: str | None) -> None:
    """Haji Haneefa Jan of Ladakh, in the state of Jammu and Kashmir until 2019, is Mohmad Haneefa of 2024."""
    with a_state(tmp_path, *ladakh()) as record:
        found = links(record, territory=territory)

        assert ("HAJI HANEEFA JAN", "haneefa") in list(found.select("name", "person").iter_rows())


def test_what_is_no_person_has_no_career(tmp_path: Path) -> None:
    with a_state(tmp_path) as record, pytest.raises(NotInRecord, match="is no person"):
        career(record, "Langate")
