"""What is done to a good file to make a bad one: bytes, lines, cells and numbers changed, cut, doubled, blown up."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Callable
from collections.abc import Mapping

from hypothesis import strategies as st

ZIP_START = b"PK\x03\x04"
MOST_BYTES = 300_000
"""What a few changes may blow a small file up to."""

NUMBERS = (
    "NaN inf -inf -1 -0 1e400 1e18 9223372036854775807 9223372036854775808 99999999999999999999 0x10 1_000 1,25,000 "
    "१२३ ½ 1.5 .5 1. +7 00012 - 0 true null"
)
ODD = (
    "",
    " ",
    "\0",
    "\x07",
    "\ufeff",
    "\u200d",
    "\u202e",
    "\u2028",
    "\ud7ff",
    "\N{COMBINING ACUTE ACCENT}" * 50,
    "\r",
    "\n",
    "\r\n\r\n",
    "\t",
    '"',
    "'",
    ",",
    ";",
    "|",
    "/",
    "..",
    "../../x",
    "<",
    ">",
    "&",
    "&amp;",
    "&x;",
    "]]>",
    "<![CDATA[",
    "-->",
    "<!--",
    "{",
    "}",
    "[",
    "]",
    "[[[[" * 500,
    '{"a":' * 500,
    "<a>" * 500,
    "\\",
    "\\u0000",
    "\\ud800",
    "=1+1",
    "NOTA",
    "None of the Above",
    "2024-02-30",
    "9999-12-31T23:59:59+14:00",
    "0000-00-00",
    "0001-01-01T00:00:00+14:00",
    "x" * 20_000,
    "अब्दुल्ला",
    "😀",
)
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
"""The billion laughs: nine entities, each ten times the one before."""
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp1252", "cp037", "utf-7")

_NUMBER = re.compile(rb"\d+(?:\.\d+)?")
_PART = re.compile(rb"[^,;\n<>\"{}\[\]]+")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*\?>")

Change = Callable[[bytes], bytes]


def _replaced(found: re.Pattern[bytes], by: bytes, place: int) -> Change:
    def change(content: bytes) -> bytes:
        spans = [match.span() for match in found.finditer(content)]
        if not spans:
            return content
        start, end = spans[place % len(spans)]
        return content[:start] + by + content[end:]

    return change


def _bytes_changed(place: int, by: bytes, length: int) -> Change:
    def change(content: bytes) -> bytes:
        at = place % (len(content) + 1)
        return content[:at] + by + content[at + length :]

    return change


def _lines(place: int, other: int, how: str) -> Change:
    def change(content: bytes) -> bytes:
        lines = content.splitlines(keepends=True)
        if not lines:
            return content
        here, there = place % len(lines), other % len(lines)
        if how == "remove":
            del lines[here]
        elif how == "double":
            lines.insert(there, lines[here])
        elif how == "swap":
            lines[here], lines[there] = lines[there], lines[here]
        elif how == "repeat":
            lines[here:here] = [lines[here]] * 200
        return b"".join(lines)

    return change


def _cells_doubled(place: int, length: int) -> Change:
    def change(content: bytes) -> bytes:
        at = place % (len(content) + 1)
        return content[: at + length] + content[at:]

    return change


def _cut(place: int) -> Change:
    return lambda content: content[: place % (len(content) + 1)]


def _in_encoding(encoding: str) -> Change:
    return lambda content: content.decode("utf-8", errors="replace").encode(encoding, errors="replace")


def _under(declaration: str, entity: bytes, place: int) -> Change:
    put = _replaced(_PART, entity, place)
    return lambda content: declaration.encode() + put(_DECLARED.sub(b"", content))


PLACES = st.integers(min_value=0, max_value=1 << 20)
WORDS = st.one_of(st.sampled_from(NUMBERS.split()), st.sampled_from(ODD), st.text(max_size=8)).map(
    lambda text: text.encode("utf-8", errors="surrogatepass")
)
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(_replaced, st.just(_NUMBER), WORDS, PLACES),
    st.builds(_replaced, st.just(_PART), WORDS, PLACES),
    st.builds(_bytes_changed, PLACES, st.binary(max_size=4), st.integers(min_value=0, max_value=4)),
    st.builds(_bytes_changed, PLACES, WORDS, st.integers(min_value=0, max_value=40)),
    st.builds(_lines, PLACES, PLACES, st.sampled_from(("remove", "double", "swap", "repeat"))),
    st.builds(_cells_doubled, PLACES, st.integers(min_value=1, max_value=200)),
    st.builds(_cut, PLACES),
    st.builds(_in_encoding, st.sampled_from(ENCODINGS)),
    st.builds(_under, st.just(ENTITIES), st.just(b"&i;"), PLACES),
    st.builds(_under, st.just(OUTSIDE), st.just(b"&x;"), PLACES),
    st.sampled_from([lambda _: b"", gzip.compress, lambda content: _zipped({"inner.zip": _zipped({"a": content})})]),
)


def mutated(content: bytes) -> st.SearchStrategy[bytes]:
    """Make bad files of a good one, with one to four changes; an archive's are of a member, or of its own bytes."""
    plain = st.lists(CHANGES, min_size=1, max_size=4).map(lambda changes: _changed(content, changes))
    if not content.startswith(ZIP_START):
        return plain
    members = _members(content)
    inside = st.tuples(st.sampled_from(sorted(members)), st.lists(CHANGES, min_size=1, max_size=4)).map(
        lambda drawn: _zipped(members | {drawn[0]: _changed(members[drawn[0]], drawn[1])})
    )
    missing = st.sampled_from(sorted(members)).map(
        lambda name: _zipped({other: members[other] for other in members if other != name})
    )
    return st.one_of(inside, inside, inside, missing, plain)


def _changed(content: bytes, changes: list[Change]) -> bytes:
    for change in changes:
        content = change(content)[:MOST_BYTES]
    return content


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return out.getvalue()
