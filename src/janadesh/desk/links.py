"""Addresses of the desk's pages, each with the moment and the language that the reader chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote
from urllib.parse import urlencode

from janadesh.desk.api.app_path import PATH


@dataclass(frozen=True, slots=True)
class Links:
    """Writes the addresses; `as_of` is the moment's text, None for now; `lang` the language, None where not chosen."""

    as_of: str | None = None
    lang: str | None = None

    def home(self) -> str:
        """The list of elections."""
        return self._with("/")

    def check(self, query: Mapping[str, str] | None = None) -> str:
        """The page that checks an article."""
        return self._with("/check", query, is_of_moment=False)

    def election(self, election: str, query: Mapping[str, str] | None = None, part: str = "") -> str:
        """An election's page, with its table sorted or filtered, at one of its parts."""
        return self._with(f"/elections/{quote(election, safe='')}", query) + (f"#{part}" if part else "")

    def constituency(self, election: str, constituency: str | int) -> str:
        """A constituency's page, by number or id."""
        return _constituency(election, str(constituency)) + _tail(self.as_of, self.lang)

    def party(self, party: str | None, query: Mapping[str, str] | None = None, part: str = "") -> str:
        """A party's page, with its seats in the election that the query names; empty where no party is known."""
        if party is None:
            return ""
        return self._with(f"/parties/{_quoted(party)}", query) + (f"#{part}" if part else "")

    def alliance(self, alliance: str) -> str:
        """An alliance's page."""
        return self._with(f"/alliances/{quote(alliance, safe='')}")

    def person(self, person: str | None) -> str:
        """A person's page; empty where no person is known."""
        return "" if person is None else self._with(f"/people/{_quoted(person)}")

    def projection(self, election: str) -> str:
        """Where an election's count is going."""
        return self._with(f"/elections/{quote(election, safe='')}/projection")

    def timeline(self, election: str) -> str:
        """Everything dated of an election."""
        return self._with(f"/elections/{quote(election, safe='')}/timeline")

    def article(self, article: str, part: str = "") -> str:
        """The page of an article kept, at one of its parts."""
        return self._with(f"/articles/{quote(article, safe='')}") + (f"#{part}" if part else "")

    def compare(self, election: str, query: Mapping[str, str] | None = None) -> str:
        """An election beside another, or beside itself at another moment."""
        return self._with(f"/elections/{quote(election, safe='')}/compare", query)

    def share_seats(self, election: str, query: Mapping[str, str] | None = None, part: str = "") -> str:
        """How partners best share an election's seats, with what they wish."""
        return self._with(f"/elections/{quote(election, safe='')}/share-seats", query) + (f"#{part}" if part else "")

    def government(self, election: str, query: Mapping[str, str] | None = None) -> str:
        """Who can govern after an election, with the coalition that the query names."""
        return self._with(f"/elections/{quote(election, safe='')}/government", query)

    def list_of(self, what: str, query: Mapping[str, str] | None = None) -> str:
        """A list of all that is on the record: `parties`, `alliances` or `people`, searched or at a page."""
        return self._with(f"/{what}", query)

    def sources(self, election: str = "") -> str:
        """Who said what of an election, or of all that is on the record."""
        return self._with(f"/elections/{quote(election, safe='')}/sources" if election else "/sources")

    def ledger(self) -> str:
        """The loads into the record, chained by hashes."""
        return self._with("/ledger", is_of_moment=False)

    def numbers(self, part: str = "") -> str:
        """How each figure is made, at one of them."""
        return self._with("/about-the-numbers") + (f"#{part}" if part else "")

    def embed(self, election: str, constituency: str | int | None = None) -> str:
        """The card of a constituency, or of an election's seats, for another site's frame."""
        path = f"/embed/elections/{quote(election, safe='')}"
        return self._with(
            path if constituency is None else f"{path}/constituencies/{quote(str(constituency), safe='')}"
        )

    def embed_chart(self, election: str, chart: str) -> str:
        """The card of one of an election's charts."""
        return self._with(f"/embed/elections/{quote(election, safe='')}/{chart}")

    def data(self, path: str, form: str) -> str:
        """A table of the interface for programs, by its path there, in one of its forms."""
        return Links(self.as_of)._with(f"{PATH}{path}.{form}")

    def picture(self, path: str) -> str:
        """The picture that other sites show of a page, by the page's path."""
        return self._with(f"/og{path}.png")

    def _with(self, path: str, query: Mapping[str, str] | None = None, *, is_of_moment: bool = True) -> str:
        as_of = self.as_of if is_of_moment else None
        if not query:
            return path + _tail(as_of, self.lang)
        wanted = {name: value for name, value in query.items() if value}
        if as_of:
            wanted["as_of"] = as_of
        if self.lang:
            wanted["lang"] = self.lang
        return f"{path}?{urlencode(wanted)}" if wanted else path


@lru_cache(maxsize=64)
def _tail(as_of: str | None, lang: str | None) -> str:
    # the same at the end of a thousand addresses of a page
    wanted = {name: value for name, value in (("as_of", as_of), ("lang", lang)) if value}
    return f"?{urlencode(wanted)}" if wanted else ""


@lru_cache(maxsize=4096)
def _constituency(election: str, constituency: str) -> str:
    # a large election's page has each of a thousand twice
    return f"/elections/{quote(election, safe='')}/constituencies/{quote(constituency, safe='')}"


@lru_cache(maxsize=4096)
def _quoted(name: str) -> str:
    return quote(name, safe="")
