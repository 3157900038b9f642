"""Names in Devanagari are written as they sound."""

from __future__ import annotations

import pytest

from janadesh.names.devanagari import hindi_words
from janadesh.names.devanagari import in_latin
from janadesh.names.sound import sound_key


@pytest.mark.parametrize(
    ("hindi", "english"),
    [
        ("उमर", "Omar"),
        ("अब्दुल्ला", "Abdullah"),
        ("बडगाम", "Budgam"),
        ("हेमंत", "Hemant"),
        ("चंपाई", "Champai"),
        ("केजरीवाल", "Kejriwal"),
        ("हंदवाड़ा", "Handwara"),
        ("मुफ्ती", "Mufti"),
        ("श्रीनगर", "Srinagar"),
    ],
)
def test_a_name_sounds_alike_in_both_scripts(hindi: str, english: str) -> None:
    assert sound_key(in_latin(hindi)) == sound_key(english)


def test_the_last_consonant_of_a_word_has_no_vowel() -> None:
    assert in_latin("बडगाम") == "badagam"


def test_words_apart_by_a_stop_are_not_of_one_name() -> None:
    text = "उमर, अब्दुल्ला जीते"

    assert [(text[w.start : w.end], w.joined) for w in hindi_words(text, 0, len(text))] == [
        ("उमर", False),
        ("अब्दुल्ला", False),
        ("जीते", True),
    ]
