"""The words of a person's name: titles dropped, initials apart, abbreviations written out, other names kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.names.person_names import folded
from janadesh.names.person_names import name_forms
from janadesh.names.person_names import sounds


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Haji Haneefa Jan", ("haneefa", "jan")),
        ("DR. JITENDRA SINGH", ("jitendra", "singh")),
        ("Smt. Sonia Gandhi", ("sonia", "gandhi")),
        ("ER. ABDUL RASHID SHEIKH", ("abdul", "rashid", "sheikh")),
    ],
)
def test_titles_are_no_part_of_a_name(written: str, words: tuple[str, ...]) -> None:
    assert name_forms(written)[0] == words


def test_a_title_stays_where_only_one_word_is_left_beside_it() -> None:
    """People know the man as Engineer Rashid; `Rashid` alone would be anybody."""
    assert name_forms("Er. Rashid") == name_forms("ENGINEER RASHID") == (("engineer", "rashid"),)


def test_initials_are_single_letters_however_they_are_run_together() -> None:
    assert name_forms("MURUGAN KP") == name_forms("Murugan. K.P.") == (("murugan", "k", "p"),)


def test_common_abbreviations_are_written_out() -> None:
    assert name_forms("GH. MOHD. MIR") == name_forms("Ghulam Mohammed Mir")


def test_the_father_or_husband_is_no_part_of_a_name() -> None:
    assert name_forms("DEVI LAL S/O SH. LEKH RAM") == (("devi", "lal"),)


@pytest.mark.parametrize("mark", ["@", "ALIAS", "URF"])
def test_an_alias_is_a_form_of_its_own(mark: str) -> None:
    forms = name_forms(f"HARDEEP SINGH {mark} DIMPY DHILLON")

    assert ("hardeep", "singh") in forms
    assert ("dimpy", "dhillon") in forms


def test_spellings_of_one_sound_are_heard_alike() -> None:
    assert sounds(name_forms("MOHMAD HANEEFA")[0]) == sounds(name_forms("Mohammad Hanifa")[0])


@pytest.mark.parametrize(("one", "other"), [("shobha", "sobha"), ("mudalappara", "muthalapara"), ("biswas", "viswas")])
def test_usual_variants_of_spelling_fold_into_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(st.text(max_size=60))
def test_any_text_is_read_without_fail(text: str) -> None:
    assert all(word for form in name_forms(text) for word in form)
