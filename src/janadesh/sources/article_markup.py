"""
Markup inside a text: taken away without moving a character, so that offsets stay true.

The standard library's parser is not used here: it takes time by the square of the length over
comments that never end, and it does not tell where an end tag ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_START = re.compile(r"<!--|<[!?]?([a-z][a-z0-9]*)|</([a-z][a-z0-9]*)", re.IGNORECASE)
# a quoted > does not end a tag; no < inside, so that a search never goes beyond the next one
_REST_OF_TAG = re.compile(r"""[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>|[^<>]*>""")
_UNSHOWN_END = {
    "script": re.compile(r"</script[^<>]*>", re.IGNORECASE),
    "style": re.compile(r"</style[^<>]*>", re.IGNORECASE),
    "!--": re.compile(r"-->"),
}
# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead",
    "title", "tr", "ul",
})
# fmt: on


def blanked(text: str) -> str:
    """
    Replace markup by blanks; the result has the same length, character for character.

    A block's tag becomes a line end and blanks, any other tag blanks, an entity its character and
    blanks. Scripts, styles and comments become blanks, and so does the headline of another story that stood
    as a link between two paragraphs (`</p>.Headline.<p>`). A text without markup is given back as it is.
    """
    return "".join(_pieces(text)) if "<" in text or "&" in text else text


def _pieces(text: str) -> Iterator[str]:
    done = 0
    endless: set[str] = set()
    is_after_paragraph = False
    while start := _START.search(text, done):
        name = (start[1] or start[2] or "!--").lower()
        end = _end_of_markup(text, start, name, endless)
        between = text[done : start.start()]
        # a full stop that no sentence can begin with is what is left of the link to another story
        is_link = is_after_paragraph and (start[1] or "").lower() == "p" and between.startswith(".")
        yield " " * len(between) if is_link else _ENTITY.sub(_character, between)
        is_after_paragraph = (start[2] or "").lower() == "p"
        if end is None:
            # no markup after all, as in "<b" at the end or a comment that never ends
            yield text[start.start() : start.end()]
            done = start.end()
            continue
        yield ("\n" if name in _BLOCKS else " ").ljust(end - start.start())
        done = end
    yield _ENTITY.sub(_character, text[done:])


def _end_of_markup(text: str, start: re.Match[str], name: str, endless: set[str]) -> int | None:
    if name in _UNSHOWN_END and not start[2] and name not in endless:
        end = _UNSHOWN_END[name].search(text, start.end())
        if end:
            return end.end()
        # looked for once only: what is not behind here is not behind a later place either
        endless.add(name)
    tag = None if name == "!--" else _REST_OF_TAG.match(text, start.end())
    return tag.end() if tag else None


def _character(entity: re.Match[str]) -> str:
    character = unescape(entity[0])
    # what is no entity after all, &foo; say, stays
    return character.ljust(len(entity[0])) if len(character) <= len(entity[0]) else entity[0]
