"""
Small parts of pages, drawn once.

A large election's page has a row, a dot and a tile for each of hundreds of seats. While votes are counted a few of them
change from one page to the next; only those are drawn anew.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Hashable
from functools import lru_cache

from jinja2.runtime import Macro
from markupsafe import Markup

from janadesh.desk.names_shown import Naming

MOST = 4096
"""Parts kept in each language, of about a thousand characters: those of some large elections."""


def drawn_once(naming: Naming, most: int = MOST) -> Callable[..., Markup]:
    """
    Give a function that calls a template's macro with what it is given, or gives what that call gave before.

    The macro must come from a template imported without its context, so that it knows only what it is given, the
    language and the names in it; what it is given must not change.
    """

    @lru_cache(most)
    def kept(_edition: int, macro: Macro, *of: Hashable) -> Markup:
        return Markup(macro(*of))  # noqa: S704 - a macro has escaped what it wrote

    def once(macro: Macro, *of: Hashable) -> Markup:
        return kept(naming.edition, macro, *of)

    return once
