"""From the phrases found in a sentence to its mentions: names, with cues beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from janadesh.claims.election_names import Meaning
from janadesh.claims.mention import Mention
from janadesh.claims.sentences import Sentence
from janadesh.names.phrases import Found

_DATELINE = re.compile(
    r"(?:[A-Z][\w.]+ ?){1,3}(?:\s*\([\w. ]+\))?(?:,\s*(?:[A-Z][\w.]+ ?){1,2})?"
    r"(?:,?\s*[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?"
    r"\s*(?::\s|\s[-\u2013\u2014]{1,2}\s|\u2014)"
)
_DATELINE_AT_MOST = 90
_HANDED = re.compile(
    r"\b(?P<verb>hand(?:ed|s|ing)|gave|gives|giving|dealt|deals|dealing|inflict(?:ed|s|ing))\s(?=[a-z])[^.;:\d]{3,70}?\s"
    r"(?P<noun>an?\s+(?:[\w-]+\s+){0,3}?(?:defeat|drubbing|thrashing|beating|hiding|loss))\b"
)
_CHANGES = re.compile(r"(?:is|was) (?:up|down) to ")
_HEADINGS = 2
_PROSE = 70
"""Characters of prose behind a dateline at least; a short line is an item of a list."""


def without_dateline(mentions: list[Mention], text: str, sentence: Sentence) -> list[Mention]:
    """Drop the places of a dateline, where the report was written: "Srinagar: The first phase …"."""
    # a date and a heading may stand above it
    if not sentence.starts_line or sentence.paragraph > _HEADINGS:
        return mentions
    found = _DATELINE.match(text, sentence.start, min(sentence.end, sentence.start + _DATELINE_AT_MOST))
    line_end = text.find("\n", sentence.start)
    if found is None or (line_end if line_end >= 0 else len(text)) - found.end() < _PROSE:
        return mentions
    places = ("constituency", "district", "region", "territory")
    return [m for m in mentions if m.kind not in places or m.start >= found.end()]


def of_the_count(mentions: list[Mention], lowered: str, *, counting: bool) -> list[Mention]:
    """Tell "edged past" as a lead while votes are counted, else as a win; "is down to three" as neither."""
    mentions = [m for m in mentions if m.kind != "cue" or not _CHANGES.fullmatch(lowered[m.start : m.end + 4])]
    both = {m.start for m in mentions if m.kind == "cue" and m.id == "beat"}
    both &= {m.start for m in mentions if m.kind == "cue" and m.id == "lead"}
    wrong = "beat" if counting else "lead"
    return [m for m in mentions if m.start not in both or m.id != wrong] if both else mentions


def with_defeats_handed(mentions: list[Mention], lowered: str, sentence: Sentence) -> list[Mention]:
    """Take "handed Omar Abdullah a crushing defeat" for what it says: the verb beats, and its noun loses nothing."""
    for handed in _HANDED.finditer(lowered, sentence.start, sentence.end):
        noun = range(handed.start("noun"), handed.end("noun"))
        mentions = [m for m in mentions if m.kind != "cue" or m.start not in noun]
        mentions.append(Mention("cue", "beat", handed.start(), handed.end("verb")))
    return mentions


def with_short_forms(mentions: list[Mention], text: str) -> list[Mention]:
    """Let the short form in brackets tell which of two namesakes is meant: "Peoples Democratic Party (PDP)"."""
    short = {
        m.start: m.id
        for m in mentions
        if m.kind == "party" and text[m.start - 1 : m.start] == "(" and text[m.end : m.end + 1] == ")"
    }
    if not short:
        return mentions
    return [replace(m, id=short.get(m.end + 2, m.id)) if m.kind == "party" else m for m in mentions]


def merged(found: list[Found[Meaning]]) -> list[Found[Meaning]]:
    """Put the meanings of the same words together, in order of place."""
    by_span: dict[tuple[int, int], tuple[Meaning, ...]] = {}
    for hit in found:
        by_span[hit.start, hit.end] = tuple(dict.fromkeys(by_span.get((hit.start, hit.end), ()) + hit.meanings))
    return [Found(start, end, meanings) for (start, end), meanings in sorted(by_span.items())]


def longest(mentions: list[Mention]) -> list[Mention]:
    """Drop names that lie inside a longer name; cues stay, unless they are part of a name."""
    names = sorted((m for m in mentions if m.kind != "cue"), key=lambda m: (m.start - m.end, m.start))
    kept: list[Mention] = []
    for mention in names:
        if all(mention.end <= k.start or mention.start >= k.end for k in kept):
            kept.append(mention)
    cues = [m for m in mentions if m.kind == "cue" and all(m.end <= k.start or m.start >= k.end for k in kept)]
    # words that are a name and a cue at once (Independents) stay both
    both = [m for m in mentions if m.kind == "cue" and any((m.start, m.end) == (k.start, k.end) for k in kept)]
    return kept + cues + both


def is_name(text: str, at: int) -> bool:
    """Tell whether a word begins as names do: with a capital, a figure, or in a script without capitals."""
    character = text[at]
    return character.isupper() or character.isdigit() or "\u0900" <= character <= "\u097f" or not character.isalpha()


def is_nickname(text: str, hit: Found[Meaning]) -> bool:
    """Whether words without a capital still name a party: several words, as "the saffron party"."""
    return hit.meanings[0][0] == "party" and " " in text[hit.start : hit.end]
