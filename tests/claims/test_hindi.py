"""Results told in Hindi, with names in Devanagari that the record spells in Latin letters."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Check

AFTER = "2024-10-12"
DURING = "2024-10-08"


def told(check: Check, text: str, written_on: str) -> set[tuple[object, ...]]:
    """List what a text claims: kind, subject, constituency, value."""
    return {
        (c.kind, c.subject.name if c.subject else None, c.constituency, c.value)
        for c in check(text, written_on)
        if c.kind not in ("history", "alliance")
    }


def test_a_seat_and_a_margin_in_devanagari_are_understood(check: Check) -> None:
    assert told(check, "उमर अब्दुल्ला ने बडगाम सीट 18,485 मतों से जीती।", AFTER) == {
        ("outcome", "OMAR ABDULLAH", "BUDGAM", None),
        ("margin", "OMAR ABDULLAH", "BUDGAM", 18485),
    }


def test_who_has_ne_beat_who_has_ko(check: Check) -> None:
    """The verb stands last in Hindi, so that the name nearest to it is the loser's."""
    text = "उमर अब्दुल्ला ने बडगाम में आगा सैयद मुंतजिर मेहदी को १८,४८५ वोटों से हराया।"

    assert told(check, text, AFTER) == {
        ("outcome", "OMAR ABDULLAH", "BUDGAM", None),
        ("margin", "OMAR ABDULLAH", "BUDGAM", 18485),
    }


def test_seats_of_parties_in_hindi_are_theirs(check: Check) -> None:
    text = "जम्मू-कश्मीर में भाजपा को 29 सीटें मिलीं, जबकि नेशनल कॉन्फ्रेंस ने 42 सीटें जीतीं।"

    assert told(check, text, AFTER) == {
        ("seats", "Bharatiya Janata Party", None, 29),
        ("seats", "Jammu & Kashmir National Conference", None, 42),
    }


def test_votes_belong_to_the_candidate_and_not_to_the_party_that_describes_him(check: Check) -> None:
    text = "डोडा में आम आदमी पार्टी के मेहराज मलिक को 23,228 वोट मिले।"

    assert told(check, text, AFTER) == {("votes", "MEHRAJ MALIK", "DODA", 23228)}


def test_a_lead_in_hindi_is_no_margin(check: Check) -> None:
    text = "उमर अब्दुल्ला गांदरबल से 8,600 वोटों से आगे चल रहे हैं।"

    assert told(check, text, DURING) == {("lead", "OMAR ABDULLAH", "GANDERBAL", 8600)}


@pytest.mark.parametrize("text", ["वोटों से", "ने को से", "बडगाम सीट", "18,485 मतों से"])
def test_hindi_words_without_a_result_claim_nothing(text: str, check: Check) -> None:
    assert told(check, text, AFTER) == set()
