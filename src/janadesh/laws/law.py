"""
What the law of a country says about deposits, ties, NOTA, uncontested seats, polls put off and seats given up.

The rules are rows of `<country>.toml`, named after the country's territory id. A country without a file has
no rules here, and what depends on one is then unknown, not guessed.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

KINDS = (
    "lost deposit",
    "nota",
    "tie",
    "majority",
    "uncontested",
    "countermanded",
    "adjourned",
    "repoll",
    "several seats",
    "by-election",
    "nominated",
)
"""What rules are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One rule of a country's election law, in force from one day to another."""

    country: str
    kind: str
    """One of `KINDS`."""
    says: str
    law: str
    """The act and section, or the judgment, that makes the rule."""
    since: dt.date | None = None
    until: dt.date | None = None
    house: str | None = None
    """The house that it is for, where not for all."""
    share: Fraction | None = None
    """Of a lost deposit: the share of the votes for all candidates that has to be exceeded."""
    by: str | None = None
    """Of a tie: what decides, `lot` or `by-election`."""
    days: int | None = None
    """Of several seats: within how many days all but one are to be given up. Of a by-election: within how many."""

    def in_force(self, day: dt.date) -> bool:
        """Say whether the rule was in force on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@cache
def laws_of(country: str) -> tuple[Law, ...]:
    """Give every rule of a country, past ones included; none for a country that has no file."""
    if not country.isidentifier():
        return ()
    file = files(__package__) / f"{country}.toml"
    if not file.is_file():
        return ()
    return tuple(_law(country, row) for row in tomllib.loads(file.read_text(encoding="utf-8"))["law"])


def law_on(country: str | None, kind: str, day: dt.date) -> Law | None:
    """Give the rule of a kind that was in force in a country on a day, or None where there is none."""
    if country is None:
        return None
    return next((law for law in laws_of(country) if law.kind == kind and law.in_force(day)), None)


def countries() -> tuple[str, ...]:
    """Name the countries that have rules here."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in files(__package__).iterdir() if f.name.endswith(".toml")))


def _law(country: str, row: dict[str, Any]) -> Law:
    share = row.pop("share", None)
    return Law(country=country, share=Fraction(share) if share else None, **row)
