"""Names that a result prints in capitals, as prose writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.names.casing import in_title_case


@pytest.mark.parametrize(
    ("official", "shown"),
    [
        ("OMAR ABDULLAH", "Omar Abdullah"),
        ("G.N. SHAHEEN", "G.N. Shaheen"),
        ("M Y TARIGAMI", "M Y Tarigami"),
        ("DR. SHAFI AHMAD WANI", "Dr. Shafi Ahmad Wani"),
        ("MD. RAMZAN", "Md. Ramzan"),
        ("GN BHAT", "GN Bhat"),
        ("ABDUL KAREEM S/O MAHAMMOOD", "Abdul Kareem s/o Mahammood"),
        ("NISAR-UL-HAQ", "Nisar-ul-Haq"),
        ("CHRAR-I-SHARIEF", "Chrar-i-Sharief"),
        ("FRANCIS D'SOUZA", "Francis D'Souza"),
        ("SHABIR AHMAD ALIAS SHABA", "Shabir Ahmad alias Shaba"),
        ("GEORGE III", "George III"),
        ("RAJA (BALLI)", "Raja (Balli)"),
        ("R.S. PURA - JAMMU SOUTH", "R.S. Pura - Jammu South"),
    ],
)
def test_capitals_become_a_name(official: str, shown: str) -> None:
    assert in_title_case(official) == shown


@pytest.mark.parametrize("name", ["Mohammad Yousuf Tarigami", "van der Berg", "उमर अब्दुल्ला", "", "1234"])
def test_name_that_is_not_all_in_capitals_is_left_as_it_is(name: str) -> None:
    assert in_title_case(name) == name


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=40))
def test_letters_stay_the_same_letters(name: str) -> None:
    assert in_title_case(name).casefold() == name.casefold()


@given(st.text(max_size=40))
def test_writing_it_twice_changes_nothing(name: str) -> None:
    assert in_title_case(in_title_case(name)) == in_title_case(name)
