"""Addresses of the desk's pages, each with the moment that the reader chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Links:
    """Writes the addresses; `as_of` is the moment's text, None for now."""

    as_of: str | None = None

    def home(self) -> str:
        """The list of elections."""
        return self._with("/")

    def check(self) -> str:
        """The page that checks an article."""
        return "/check"

    def election(self, election: str, query: Mapping[str, str] | None = None, part: str = "") -> str:
        """An election's page, with its table sorted or filtered, at one of its parts."""
        return self._with(f"/elections/{quote(election, safe='')}", query) + (f"#{part}" if part else "")

    def constituency(self, election: str, constituency: str | int) -> str:
        """A constituency's page, by number or id."""
        where = f"/elections/{quote(election, safe='')}/constituencies/{quote(str(constituency), safe='')}"
        return self._with(where)

    def _with(self, path: str, query: Mapping[str, str] | None = None) -> str:
        wanted = {name: value for name, value in (query or {}).items() if value}
        if self.as_of:
            wanted["as_of"] = self.as_of
        return f"{path}?{urlencode(wanted)}" if wanted else path
