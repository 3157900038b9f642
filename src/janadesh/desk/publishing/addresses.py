"""
Which addresses of the desk are published, and the file that each becomes.

A page becomes `folder/index.html`, so that a host shows it at its folder and a browser opens it from a disk. What a
page's query chooses becomes part of the path; the language goes first (`hi/parties/in-nc/index.html`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import parse_qsl
from urllib.parse import quote
from urllib.parse import unquote
from urllib.parse import urlencode
from urllib.parse import urljoin
from urllib.parse import urlsplit

from janadesh.desk.api.app_path import PATH
from janadesh.desk.language import ENGLISH
from janadesh.desk.language import LANGUAGES

HOST = "desk.invalid"
"""What the desk is called while it is walked; no name in the world ends so (RFC 2606)."""
ORIGIN = f"http://{HOST}"
ON_DESK = re.compile(re.escape(ORIGIN) + r"(/[^\s\"<>]*)")
"""A full address of the desk within a text."""

_CHOOSES = frozenset({"lang", "election", "with", "page"})
"""What of a query chooses another page."""
_ARRANGES = frozenset({"q", "party", "region", "phase", "sort", "order"})
"""What of an election's query its script does where there is no server."""
_NOT_PUBLISHED = re.compile(r"/live/|/elections/[^/]+/step$")
_DATA = re.compile(rf"{PATH}/.+\.(json|csv|xml)$")
_OF_ELECTION = re.compile(rf"(?:/embed|/og|{PATH})?/elections/([^/?]+)")
_ENDING = re.compile(r"\.(?:[a-z]+\.)?(?:json|csv|xml|png)$")
_ELECTION_PAGE = re.compile(r"/elections/[^/]+")
_WITHOUT_LANGUAGE = ("/static/", "/colours.css", "/og/", f"{PATH}/")
_LISTS = frozenset({"/people", "/parties", "/alliances"})
_LONGEST = 120
_SAFE = re.compile(r"[\w.,=()@+-]+")


@dataclass(frozen=True, slots=True)
class Address:
    """
    Something that the desk answers with.

    `path` is as addresses have it (escaped), `chosen` what of the query chooses the page. `arranged` and `part` are
    kept in a link and make no other file.
    """

    path: str
    chosen: tuple[tuple[str, str], ...] = ()
    arranged: tuple[tuple[str, str], ...] = ()
    part: str = ""

    @property
    def whole(self) -> Address:
        """The same without what only a link keeps."""
        return replace(self, arranged=(), part="")

    def in_every_language(self) -> tuple[Address, ...]:
        """Give the same page in each language; what is no page has none."""
        if self.path.startswith(_WITHOUT_LANGUAGE):
            return (self,)
        others = tuple(pair for pair in self.chosen if pair[0] != "lang")
        languages = [others, *((*others, ("lang", language)) for language in LANGUAGES if language != ENGLISH)]
        return tuple(replace(self, chosen=tuple(sorted(chosen))) for chosen in languages)

    @property
    def is_data(self) -> bool:
        """Whether it is an answer of the interface for programs."""
        return self.path.startswith(f"{PATH}/")

    def asked(self, as_of: str | None) -> str:
        """Write the address as the desk is asked for it, at a moment."""
        query = dict(self.chosen)
        if as_of:
            query["as_of"] = as_of
        if self.is_data:
            # a file has all rows
            query["limit"] = "10000"
        return f"{self.path}?{urlencode(query)}" if query else self.path

    def file(self, media_type: str) -> str:
        """Name the file, by the path below the published folder."""
        query = dict(self.chosen)
        language = query.pop("lang", None)
        names = [_safe(unquote(name)) for name in self.path.split("/") if name]
        chosen = [_safe(f"{name}={value}") for name, value in sorted(query.items())]
        folders, name = (names, "index.html") if media_type == "text/html" else (names[:-1], names[-1])
        return "/".join([*([language] if language else []), *folders, *chosen, name])


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    What is published.

    `elections` by id, None is all; `as_of` is the moment as links carry it, None is now. `for_other_sites` is whether
    cards and pictures are, which other sites ask for by full addresses.
    """

    elections: frozenset[str] | None = None
    as_of: str | None = None
    for_other_sites: bool = True

    def address(self, link: str, on: str) -> Address | None:
        """Read a link on a page, given by the page's address; None where its target is not published."""
        told = urlsplit(urljoin(f"{ORIGIN}{on}", link))
        if told.netloc != HOST or _NOT_PUBLISHED.search(told.path):
            return None
        if told.path.startswith(("/embed/", "/og/")) and not self.for_other_sites:
            return None
        if told.path.startswith(PATH) and not _DATA.fullmatch(told.path):
            return None
        query = dict(parse_qsl(told.query))
        query.pop("v", None)
        if query.pop("as_of", None) != self.as_of and not _has_no_moment(told.path):
            return None
        if query.get("lang") == ENGLISH:
            del query["lang"]
        arranges = _ARRANGES if _ELECTION_PAGE.fullmatch(told.path) else frozenset[str]()
        if not query.keys() <= _CHOOSES | arranges or not self._covers(told.path, query):
            return None
        return Address(
            told.path or "/",
            tuple((name, value) for name, value in sorted(query.items()) if name in _CHOOSES),
            tuple((name, value) for name, value in query.items() if name in arranges),
            told.fragment,
        )

    def _covers(self, path: str, query: Mapping[str, str]) -> bool:
        if self.elections is None:
            return True
        if path in _LISTS:
            # they name all that is on the record
            return False
        named = [query[name] for name in ("election", "with") if name in query]
        of_path = _OF_ELECTION.match(path)
        if of_path:
            named.append(_ENDING.sub("", unquote(of_path[1])))
        return self.elections.issuperset(named)


def is_elsewhere(link: str) -> bool:
    """Whether a link leads to another site, or is no address of a page."""
    told = urlsplit(link)
    return bool(told.scheme or told.netloc) and told.netloc != HOST


def relative(target: str, file: str) -> str:
    """Write the way from one published file to another as a link, right under any base path."""
    here, there = PurePosixPath(file).parent.parts, PurePosixPath(target).parts
    same = 0
    while same < min(len(here), len(there) - 1) and here[same] == there[same]:
        same += 1
    return quote("/".join([".."] * (len(here) - same) + list(there[same:])), safe="/=,@+")


def _has_no_moment(path: str) -> bool:
    return path.startswith(("/static/", "/colours.css", "/check", "/ledger"))


def _safe(name: str) -> str:
    """Give a name that every file system takes, the same for the same name."""
    if _SAFE.fullmatch(name) and not name.startswith(".") and not name.endswith(".") and len(name) <= _LONGEST:
        return name
    return f"x-{hashlib.sha256(name.encode()).hexdigest()[:24]}"
