"""A checked claim as the writers see it: any object with these fields, so that writing knows nothing of checking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol


class Named(Protocol):
    """Whom or what a claim is about."""

    @property
    def name(self) -> str:
        """As the official result spells it."""


class EvidenceRow(Protocol):
    """One row of the record behind a verdict, with who said it."""

    @property
    def text(self) -> str:
        """What the record holds."""

    @property
    def source_title(self) -> str:
        """The source's title."""

    @property
    def publisher(self) -> str:
        """Who published the source."""

    @property
    def known_at(self) -> dt.datetime | None:
        """When it was known."""

    @property
    def url(self) -> str | None:
        """Where the source stands."""


class CheckedClaim(Protocol):
    """A claim with its verdict; offsets count characters of the article's text, half open."""

    @property
    def article(self) -> str:
        """The article's id."""

    @property
    def start(self) -> int:
        """Where its words begin."""

    @property
    def end(self) -> int:
        """Where its words end."""

    @property
    def quote(self) -> str:
        """Its words."""

    @property
    def kind(self) -> str:
        """What it speaks of: `votes`, `margin`, `lead` …"""

    @property
    def subject(self) -> Named | None:
        """Whom or what it is about."""

    @property
    def constituency(self) -> str | None:
        """The constituency's official name."""

    @property
    def election(self) -> str | None:
        """The election's id."""

    @property
    def unit(self) -> str | None:
        """The unit of its figure."""

    @property
    def verdict(self) -> str:
        """`confirmed`, `partial`, `superseded`, `contradicted` or `unverifiable`."""

    @property
    def official(self) -> float | int | str | None:
        """The official figure or fact, where the record has one."""

    @property
    def why(self) -> str:
        """The reason, in a sentence."""

    @property
    def evidence(self) -> Sequence[EvidenceRow]:
        """What of the record the verdict rests on."""
