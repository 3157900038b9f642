"""Printed party names: which are one party, which only look alike, and what a new party is called."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.record.opening import open_record
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.known import Known
from janadesh.sources.known import known
from janadesh.sources.party_names import PartiesFound
from janadesh.sources.party_names import abbreviation
from janadesh.sources.party_names import resolve_parties

COUNTED = dt.datetime(2024, 10, 8, 18, 29, 59, tzinfo=dt.UTC)
SAID = {"known_at": COUNTED, "source": "eci"}
PDP, NAMESAKE = "Jammu & Kashmir Peoples Democratic Party", "Peoples Democratic Party"


def knowing(folder: Path, parties: dict[str, str], names: list[tuple[str, str, str]] = []) -> Known:  # noqa: B006
    """Make what a record knows that has these parties by id, and names as (party, name, kind)."""
    source = model.Source(id="eci", title="Results", publisher="ECI", kind="official")
    said = [model.Party(id=party, name=name, abbreviation="X", **SAID) for party, name in parties.items()]  # type: ignore[arg-type]
    other = [model.Name(noun="party", of=party, name=name, kind=kind, **SAID) for party, name, kind in names]  # type: ignore[arg-type]
    frames = {model.Source: frame_of(model.Source, [source]), model.Party: frame_of(model.Party, said)}
    with open_record(folder / "record.sqlite") as record:
        record.load(Statements("small", frames | {model.Name: frame_of(model.Name, other)}))
        return known(record)


@pytest.fixture(scope="module")
def nothing_known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    with open_record(tmp_path_factory.mktemp("empty") / "record.sqlite") as record:
        return known(record)


def resolved(printed: list[str], held: Known) -> PartiesFound:
    return resolve_parties(printed, held, COUNTED, "eci")


def test_case_blanks_ampersand_and_a_trailing_comma_make_no_other_party(tmp_path: Path) -> None:
    held = knowing(tmp_path, {"in-ajp": "Aam Janmat Party", "in-nc": "Jammu & Kashmir National Conference"})
    printed = ["Aam Janmat Party,", "AAM  JANMAT PARTY", "Jammu and Kashmir National Conference"]

    found = resolved(printed, held)

    assert list(found.ids.values()) == ["in-ajp", "in-ajp", "in-nc"]
    assert found.parties == ()


def test_a_party_with_a_like_name_is_another_party(tmp_path: Path) -> None:
    """The press calls the big one by the small one's name; a result table does not."""
    held = knowing(tmp_path, {"in-pdp": PDP}, [("in-pdp", NAMESAKE, "also")])

    found = resolved([PDP, NAMESAKE], held)

    assert found.ids[PDP] == "in-pdp"
    assert found.ids[NAMESAKE] == "in-peoples-democratic-party"


def test_a_recorded_spelling_is_the_party_it_is_a_spelling_of(tmp_path: Path) -> None:
    held = knowing(tmp_path, {"in-sp": "Samajwadi Party"}, [("in-sp", "Samajvadi Party", "spelling")])

    assert resolved(["Samajvadi Party"], held).ids == {"Samajvadi Party": "in-sp"}


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Republican Party of India (Athawale)", "Republican Party of India (A)"),
        ("Janata Dal (Secular)", "Janata Dal (S)"),
        ("Shiv Sena (Uddhav Balasaheb Thackeray)", "Shiv Sena (UBT)"),
        ("Communist Party of India (Marxist-Leninist) (Liberation)", "Communist Party of India (ML) (L)"),
    ],
)
def test_initials_in_brackets_stand_for_what_they_shorten(nothing_known: Known, long: str, short: str) -> None:
    found = resolved([long, short], nothing_known)

    assert found.ids[long] == found.ids[short]
    assert [(name.name, name.of) for name in found.spellings] == [(short, found.ids[long])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jammu & Kashmir National Panthers Party (Bhim)", "Jammu & Kashmir National Panthers Party (India)"),
        ("Republican Party of India (Athawale)", "Republican Party of India (Ambedkar)"),
        ("Republican Party of India", "Republican Party of India (A)"),
    ],
)
def test_what_stands_in_brackets_tells_parties_apart(nothing_known: Known, one: str, other: str) -> None:
    found = resolved([one, other], nothing_known)

    assert found.ids[one] != found.ids[other]


def test_initials_that_may_mean_two_parties_mean_neither(nothing_known: Known) -> None:
    printed = [f"Republican Party of India ({who})" for who in ("Athawale", "Ambedkar", "A")]

    assert len(set(resolved(printed, nothing_known).ids.values())) == 3


def test_a_new_party_has_a_slug_and_its_initials(nothing_known: Known) -> None:
    (party,) = resolved(["Lokhit Adhikar Party"], nothing_known).parties

    assert (party.id, party.name, party.abbreviation) == ("in-lokhit-adhikar-party", "Lokhit Adhikar Party", "LAP")


def test_independents_stand_under_one_heading(nothing_known: Known) -> None:
    (party,) = resolved(["Independent", "INDEPENDENT"], nothing_known).parties

    assert (party.id, party.kind, party.abbreviation) == ("in-ind", "independent", "IND")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Bharatiya Janata Party", "BJP"),
        ("Communist Party of India (Marxist)", "CPIM"),
        ("Jammu & Kashmir National Conference", "JKNC"),
        ("आम आदमी पार्टी", "आआप"),
    ],
)
def test_an_abbreviation_is_of_the_words_that_count(name: str, short: str) -> None:
    assert abbreviation(name) == short


NAMES = st.lists(st.text("ABc -(),.&é", min_size=1, max_size=9).filter(spelling_key), min_size=1, max_size=8)


def test_a_new_party_does_not_take_the_id_of_an_alliance(tmp_path: Path) -> None:
    """An alliance of parties and a party of the same name are two, also where an id may mean either."""
    alliance = model.Alliance(id="in-people-first", name="People First", short_name="PF", **SAID)  # type: ignore[arg-type]
    source = model.Source(id="eci", title="Results", publisher="ECI", kind="official")
    frames = frame_of(model.Source, [source]), frame_of(model.Alliance, [alliance])
    with open_record(tmp_path / "record.sqlite") as record:
        record.load(Statements("small", dict(zip((model.Source, model.Alliance), frames, strict=True))))
        (party,) = resolved(["People First"], known(record)).parties

    assert party.id == "in-people-first-2"


@given(NAMES)
def test_every_printed_name_has_a_party_and_one_spelling_key_has_one_party(
    nothing_known: Known, names: list[str]
) -> None:
    found = resolved(names, nothing_known)

    assert set(found.ids) == set(names)
    assert len({party.id for party in found.parties}) == len(found.parties)
    for one in names:
        for other in names:
            if spelling_key(one) == spelling_key(other):
                assert found.ids[one] == found.ids[other]
