"""
What the name or address of an official result page tells: which page, state, seat and election it is of.

Names are those of results.eci.gov.in and eciresults.nic.in. The state's code keeps its letter (S01 is not U01);
the seat's number follows it without zeros: `ConstituencywiseU081.htm` is seat 1 of U08,
`ConstituencywiseS0124.htm` seat 24 of S01.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

CONSTITUENCYWISE = "constituencywise"
CARDS = "candidateswise"
ROUNDWISE = "roundwise"
STATEWISE = "statewise"
PARTYWISE = "partywiseresult"
PARTY_WINS = "partywisewinresult"
LIVE_JSON = "election-json"

MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}

_CODE = r"(?P<state>[SU]\d{2})"
_OF_A_SEAT = rf"(?P<kind>constituencywise|candidateswise-|roundwise){_CODE}(?P<number>\d{{1,3}})\.html?"
_PAGES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # what a saved file's name keeps of `?ac=27`: wget writes `?ac=27` or `@ac=27`, with `.html` at the end
        rf"^{_OF_A_SEAT}(?:[?@]ac=(?P<ac>\d{{1,3}}))?(?:\.html?)?$",
        rf"^(?P<kind>statewise){_CODE}(?P<page>\d{{0,2}})\.html?$",
        rf"^(?P<kind>partywiseresult)-{_CODE}\.html?$",
        rf"^(?P<kind>partywise(?:win|lead)result)-(?P<party>\d{{1,6}}){_CODE}\.html?$",
        rf"^(?P<kind>election-json)-{_CODE}-live\.json$",
    )
)
_ELECTION = re.compile(
    r"(?:(?P<house>Ac|Pc)Result|Result(?P<house_after>Ac|Pc))(?P<kind>Gen|Bye?)(?P<month>[A-Za-z]{3,9}?)(?P<year>\d{4})",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?P<kind>General|By[e-]?)[- ]*Elections? to (?:the )?(?P<house>Assembly|Parliamentary) Constituenc(?:y|ies)"
    r"[^0-9]{0,40}?(?P<month>[A-Z][a-z]{2,8})[- ]+(?P<year>\d{4})",
    re.IGNORECASE,
)
_OLD_FOLDER = re.compile(r"(?:^|/)(?P<house>ac|pc)/en/", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionName:
    """
    An election as the site names it: one folder, which may hold several states counted on one day.

    `house` is `assembly` or `parliament`; `kind` is `general` or `by-election`, as the record has it.
    """

    house: str
    kind: str
    month: int
    year: int

    def __str__(self) -> str:
        """Say it as a person would."""
        return f"{self.kind} election to the {self.house}, {self.year}-{self.month:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageName:
    """
    What a page's name tells; None where it does not.

    - `kind`: one of this module's names of pages.
    - `state`: the Commission's code, letter kept.
    - `number`: the seat's number.
    - `election`: by the folder; `house` by it, or by the `/pc/en/` of 2019's addresses.
    - `contradiction`: what in the name does not fit the rest of it.
    """

    kind: str | None = None
    state: str | None = None
    number: int | None = None
    election: ElectionName | None = None
    house: str | None = None
    contradiction: str | None = None


def page_name(name: str) -> PageName:
    """Tell page, state, seat and election by a file's name with its folders, or by an address."""
    path = unquote(name).replace("\\", "/")
    folders, _, last = path.rpartition("/")
    election = election_of_folder(folders)
    old = _OLD_FOLDER.search(path)
    house = election.house if election else _HOUSES[old["house"].lower()] if old else None
    for pattern in _PAGES:
        if found := pattern.match(last):
            told = found.groupdict()
            number, again = told.get("number"), told.get("ac")
            clash = number and again and int(number) != int(again)
            return PageName(
                kind=_kind(found["kind"]),
                state=found["state"].upper(),
                number=int(number) if number else None,
                election=election,
                house=house,
                contradiction=f"the name says seat {number}, and then ac={again}" if clash else None,
            )
    return PageName(election=election, house=house)


def filled_in(name: PageName, other: PageName) -> PageName:
    """
    Let a second name, such as the address a browser notes in a saved page, tell what the first does not.

    Where both tell and differ, `contradiction` says so.
    """
    fields = ("kind", "state", "number", "election", "house")
    pairs = [(field, getattr(name, field), getattr(other, field)) for field in fields]
    differing = [
        f"{field} {one} by its name, and {two} by the address it was saved from"
        for field, one, two in pairs
        if None not in (one, two) and one != two
    ]
    told = {field: two if one is None else one for field, one, two in pairs}
    return PageName(**told, contradiction=name.contradiction or (differing[0] if differing else other.contradiction))


def election_of_folder(folders: str) -> ElectionName | None:
    """Tell the election by a path with a folder such as `AcResultGenOct2024`; the last such folder counts."""
    for folder in reversed(folders.split("/")):
        if found := _ELECTION.search(folder):
            month = MONTHS.get(found["month"][:3].lower())
            if month is not None:
                house = found["house"] or found["house_after"]
                return ElectionName(
                    house=_HOUSES[house.lower()],
                    kind="general" if found["kind"].lower() == "gen" else "by-election",
                    month=month,
                    year=int(found["year"]),
                )
    return None


def election_of_heading(text: str) -> ElectionName | None:
    """Tell the election by a heading: `General Election to Assembly Constituencies: Trends & Results Oct-2024`."""
    found = _HEADING.search(text)
    month = MONTHS.get(found["month"][:3].lower()) if found else None
    if found is None or month is None:
        return None
    return ElectionName(
        house="assembly" if found["house"].lower() == "assembly" else "parliament",
        kind="general" if found["kind"].lower() == "general" else "by-election",
        month=month,
        year=int(found["year"]),
    )


_HOUSES = {"ac": "assembly", "pc": "parliament"}


def _kind(printed: str) -> str:
    kind = printed.lower().rstrip("-")
    # who leads is listed as who has won is
    return PARTY_WINS if kind == "partywiseleadresult" else kind
