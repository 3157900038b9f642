"""
How far two names speak for one person: the words they share, weighed by how rare these are.

Two people called `K Surendran` are many in Kerala, two called `Raajendran V G` few. The evidence of a shared
word is the logarithm of its frequency among all names compared, as in the term-frequency adjustment to the
record linkage of Fellegi and Sunter (A theory for record linkage, JASA 64, 1969; Winkler, 2000).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from janadesh.names.person_names import Words
from janadesh.names.person_names import folded
from janadesh.names.person_names import sounds
from janadesh.names.sound import sound_key

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_MOST_WORDS = 7
_CHUNK = 100_000
_NEARLY = 0.84
"""From this Jaro-Winkler likeness on, two words may be one word misspelt."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """
    Distinct forms of names as arrays, a row a form.

    Fields:
        words, sound: numbers of each word and of its sound, -1 where a form has no more words.
        rarity: bits of surprise of each word, 0 where there is none.
        initial: whether the word is a single letter.
        first: the number of the word's first letter, -1 where there is none.
        joined, spaced: the form without blanks, and with its words sorted.
        folded: each word of the vocabulary with the usual variants of spelling made one.
        together: the number of the sound of all words in one, initials left out.
    """

    forms: tuple[Words, ...]
    vocabulary: npt.NDArray[np.object_]
    words: Ints
    sound: Ints
    rarity: Floats
    initial: npt.NDArray[np.bool_]
    first: Ints
    joined: npt.NDArray[np.object_]
    spaced: npt.NDArray[np.object_]
    folded: npt.NDArray[np.object_]
    together: Ints


def name_table(forms: Sequence[Words], counts: Ints) -> NameTable:
    """
    Set distinct forms out as arrays.

    Args:
        forms: distinct forms, of words as `person_names.name_forms` gives them.
        counts: how many candidacies have each form; rarity is reckoned from these.
    """
    cut = [form[:_MOST_WORDS] for form in forms]
    spelled = np.full((len(cut), _MOST_WORDS), "", dtype=object)
    sounded = np.full((len(cut), _MOST_WORDS), "", dtype=object)
    for row, form in enumerate(cut):
        spelled[row, : len(form)] = form
        sounded[row, : len(form)] = sounds(form)
    vocabulary, words = _numbered(spelled)
    sound_names, sound = _numbered(sounded)
    used = np.zeros(len(sound_names))
    for place in range(_MOST_WORDS):
        known = sound[:, place] >= 0
        np.add.at(used, sound[known, place], counts[known])
    surprise = np.log2(max(counts.sum(), 1) / np.maximum(used, 1))
    letters = np.array([ord(word[0]) if word else -1 for word in sound_names.tolist()], dtype=np.int64)
    lengths = np.array([len(word) for word in vocabulary.tolist()], dtype=np.int64)
    whole = ["".join(word for word in form if len(word) > 1) for form in cut]
    return NameTable(
        forms=tuple(cut),
        vocabulary=vocabulary,
        words=words,
        sound=sound,
        rarity=np.where(sound >= 0, surprise[sound], 0.0),
        initial=(words >= 0) & (lengths[words] == 1),
        first=np.where(sound >= 0, letters[sound], -1),
        joined=np.array(["".join(form) for form in cut], dtype=object),
        spaced=np.array([" ".join(sorted(form)) for form in cut], dtype=object),
        folded=np.array([folded(word) for word in vocabulary.tolist()], dtype=object),
        together=np.unique([sound_key(name) for name in whole], return_inverse=True)[1].astype(np.int64),
    )


def _numbered(table: npt.NDArray[np.object_]) -> tuple[npt.NDArray[np.object_], Ints]:
    distinct, numbers = np.unique(table.astype(str), return_inverse=True)
    numbers = numbers.reshape(table.shape).astype(np.int64)
    # the empty word sorts first and is no word
    if distinct.size and distinct[0] == "":
        return distinct[1:].astype(object), numbers - 1
    return distinct.astype(object), numbers


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """
    What the comparison of two forms found, an element a pair.

    Fields:
        shared: bits of the words both have, less for those that are only nearly alike.
        initials: bits of the initials both have.
        spelled_out: how many initials stand for a word of the other form.
        apart: bits of words that one form has and the other lacks, of the form that has fewer of them.
        extra: the same of the form that has more.
        initials_apart, initials_extra: the same as counts of initials.
        misspelt: how many words are only nearly alike, by how much they differ.
        run_together: whether the words are the same but for blanks between them.
        whole: likeness of the two forms, 0 to 1, in the order in which they are written, without blanks.
        sorted: likeness of the two forms, 0 to 1, words sorted.
    """

    shared: Floats
    initials: Floats
    spelled_out: Floats
    apart: Floats
    extra: Floats
    initials_apart: Floats
    initials_extra: Floats
    misspelt: Floats
    run_together: Floats
    whole: Floats
    sorted: Floats


def name_evidence(table: NameTable, left: Ints, right: Ints) -> NameEvidence:
    """Compare pairs of forms, given by their rows of the table."""
    parts = [
        _compared(table, left[start : start + _CHUNK], right[start : start + _CHUNK])
        for start in range(0, max(left.size, 1), _CHUNK)
    ]
    return NameEvidence(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _compared(table: NameTable, left: Ints, right: Ints) -> tuple[Floats, ...]:
    near = _likeness_of_words(table, left, right)
    rarity_a, rarity_b = table.rarity[left], table.rarity[right]
    full_a = (table.words[left] >= 0) & ~table.initial[left]
    full_b = (table.words[right] >= 0) & ~table.initial[right]
    best_a, best_b = near.max(axis=2), near.max(axis=1)
    partner = near.argmax(axis=2)
    weight = np.minimum(rarity_a, np.take_along_axis(rarity_b, partner, axis=1))
    shared = (weight * best_a).sum(axis=1)
    misspelt = np.where(best_a > 0, 1 - best_a, 0).sum(axis=1)
    open_a, open_b = full_a & (best_a == 0), full_b & (best_b == 0)

    letter_a, letter_b = table.initial[left], table.initial[right]
    same_letter = table.first[left][:, :, None] == table.first[right][:, None, :]
    both = same_letter & letter_a[:, :, None] & letter_b[:, None, :]
    initials = (rarity_a * both.any(axis=2)).sum(axis=1)
    lone_a, lone_b = letter_a & ~both.any(axis=2), letter_b & ~both.any(axis=1)
    out_a = same_letter & lone_a[:, :, None] & open_b[:, None, :]
    out_b = same_letter & open_a[:, :, None] & lone_b[:, None, :]
    spelled_out = out_a.any(axis=2).sum(axis=1) + out_b.any(axis=1).sum(axis=1)
    open_b &= ~out_a.any(axis=1)
    open_a &= ~out_b.any(axis=2)
    lone_a &= ~out_a.any(axis=2)
    lone_b &= ~out_b.any(axis=1)

    rest_a, rest_b = (rarity_a * open_a).sum(axis=1), (rarity_b * open_b).sum(axis=1)
    # `Raja Gopal` and `Rajagopal` are one name, as rare as the more common of the two writings
    run_together = (table.together[left] == table.together[right]) & (rest_a + rest_b > 0)
    bits = np.minimum((rarity_a * full_a).sum(axis=1), (rarity_b * full_b).sum(axis=1))
    shared = np.where(run_together, np.maximum(shared, bits), shared)
    rest_a, rest_b = np.where(run_together, 0, rest_a), np.where(run_together, 0, rest_b)
    few_a, few_b = lone_a.sum(axis=1), lone_b.sum(axis=1)
    whole = process.cpdist(table.joined[left], table.joined[right], scorer=fuzz.ratio, dtype=np.float64)
    ordered = process.cpdist(table.spaced[left], table.spaced[right], scorer=fuzz.ratio, dtype=np.float64)
    return (
        shared,
        initials,
        spelled_out.astype(np.float64),
        np.minimum(rest_a, rest_b),
        np.maximum(rest_a, rest_b),
        np.minimum(few_a, few_b).astype(np.float64),
        np.maximum(few_a, few_b).astype(np.float64),
        misspelt,
        run_together.astype(np.float64),
        whole / 100,
        ordered / 100,
    )


def _likeness_of_words(table: NameTable, left: Ints, right: Ints) -> Floats:
    """Set each full word of one form against each of the other: 1 for the same sound, else nearly or 0."""
    a, b = table.words[left][:, :, None], table.words[right][:, None, :]
    full = (a >= 0) & (b >= 0) & ~table.initial[left][:, :, None] & ~table.initial[right][:, None, :]
    same = full & ((a == b) | (table.sound[left][:, :, None] == table.sound[right][:, None, :]))
    near: Floats = same.astype(np.float64)
    taken = same.any(axis=2, keepdims=True) | same.any(axis=1, keepdims=True)
    asked = np.nonzero(full & ~taken)
    size = table.vocabulary.size
    keys, back = np.unique(
        table.words[left[asked[0]], asked[1]] * size + table.words[right[asked[0]], asked[2]], return_inverse=True
    )
    likeness = process.cpdist(
        table.folded[keys // size],
        table.folded[keys % size],
        scorer=JaroWinkler.normalized_similarity,
        score_cutoff=_NEARLY,
        dtype=np.float64,
    )
    near[asked] = likeness[back]
    return near
