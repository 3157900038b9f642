"""
Names of places, parties and people as a reader's language writes them, where the record knows such a name.

Where it knows none, the name stays in Latin letters and is marked as English, so that a screen reader says it right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import NullTranslations

import polars as pl
from markupsafe import Markup
from markupsafe import escape

from janadesh import model
from janadesh.desk.language import ENGLISH
from janadesh.desk.language import texts_in
from janadesh.record.book import Record


@dataclass(frozen=True, slots=True)
class Shown:
    """A thing's name in full and in short."""

    full: str
    short: str


Names = Mapping[tuple[str, str], Shown]
"""Names by the noun (as `model.Name` has it) and the id of what they name."""

_LATIN = re.compile(r"[A-Za-z]{2}")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def names_in(record: Record, language: str) -> Names:
    """Gather the names that the record knows in a language: of several, the longest in full, the shortest in short."""
    rows = record.frame(model.Name, record.moment(), language=language).select("noun", "of", "name")
    length = pl.col("name").str.len_chars()
    grouped = rows.sort(length, maintain_order=True).group_by("noun", "of", maintain_order=True)
    named = grouped.agg(short=pl.col("name").first(), full=pl.col("name").last())
    known = {(noun, of): Shown(full, short) for noun, of, short, full in named.iter_rows()}
    return _alike(record, known) | _elections(record, texts_in(language), known) | known


def _alike(record: Record, known: Names) -> dict[tuple[str, str], Shown]:
    """Name places that have no name of their own as those of the same English name are, as Budgam's district."""
    places = record.frame(model.Constituency, record.moment()).select("id", "name", "district")
    named = {name: known[key] for of, name, _ in places.iter_rows() if (key := ("constituency", of)) in known}
    alike = {("constituency", of): named[name] for of, name, _ in places.iter_rows() if name in named}
    return alike | {
        ("district", district): named[district] for _, _, district in places.iter_rows() if district in named
    }


def _elections(record: Record, texts: NullTranslations, known: Names) -> dict[tuple[str, str], Shown]:
    """Name elections that have no name of their own after their house and year, where the house has one."""
    kinds = {
        # Translators: an election of a house and a year
        "general": texts.gettext("%(house)s election, %(year)s"),
        "by-election": texts.gettext("%(house)s by-election, %(year)s"),
    }
    whole = record.frame(model.Election, record.moment()).filter(pl.col("territory").is_null())
    named: dict[tuple[str, str], Shown] = {}
    for election, house, year, kind in whole.select("id", "house", "year", "kind").iter_rows():
        shown = known.get(("house", house))
        if shown is not None and kind in kinds:
            text = kinds[kind] % {"house": shown.full, "year": year}
            named["election", election] = Shown(text, text)
    return named


class Naming:
    """Names things in one language. Follows the record: names are gathered anew when its state has changed."""

    def __init__(self, language: str, names: Callable[[str], Names]) -> None:
        """Name in a language, `names` giving what the record knows in it."""
        self._language = language
        self._ask = names
        self._known: tuple[str, Names] = ("", {})
        self.edition = 0
        """Counts up as names change; a load that names nothing anew leaves it."""

    def follow(self, state: str) -> None:
        """Gather the names anew where the record has another state than when they were gathered."""
        if self._language != ENGLISH and self._known[0] != state:
            before, names = self._known[1], self._ask(self._language)
            self._known = (state, names)
            if names != before:
                self.edition += 1

    def named(self, noun: str, of: str | None, name: str) -> str:
        """Give a thing's name for a text of a page, marked as English where it is not known in the language."""
        return name if self._language == ENGLISH else self.as_written(self.named_plainly(noun, of, name))

    def named_plainly(self, noun: str, of: str | None, name: str) -> str:
        """Give it without a mark, for an attribute."""
        known = self._known[1].get((noun, of or ""))
        return known.full if known else name

    def short_named(self, noun: str, of: str | None, name: str) -> str:
        """Give a thing's short name, as `named` does."""
        return name if self._language == ENGLISH else self.as_written(self.short_named_plainly(noun, of, name))

    def short_named_plainly(self, noun: str, of: str | None, name: str) -> str:
        """Give it without a mark, for an attribute."""
        known = self._known[1].get((noun, of or ""))
        return known.short if known else name

    def full_named(self, noun: str, of: str | None, name: str) -> str:
        """Give a thing's name for a place beside its short one; empty where both are the same in the language."""
        known = self._known[1].get((noun, of or ""))
        return "" if known and known.full == known.short else self.named(noun, of, name)

    def lang_mark(self, text: str) -> str:
        """Give the attribute that marks an element as English where its text is in Latin letters."""
        return "" if self.as_written(text) == text else Markup(' lang="en"')

    def as_written(self, text: str | None) -> str:
        """Mark a text of the record that is in Latin letters as English, for a page in another language."""
        if not text or self._language == ENGLISH or not _LATIN.search(text) or _DEVANAGARI.search(text):
            return text or ""
        return Markup(f'<span lang="en">{escape(text)}</span>')  # noqa: S704 - escaped here; to format takes far longer
