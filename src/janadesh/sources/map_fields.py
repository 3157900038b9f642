"""Which column of a table says what, guessed from its heading: the field's words in the languages of its tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz import process
from rapidfuzz import utils

SYNONYMS: dict[str, str] = {
    "constituency": "constituency, constituency name, electoral district name, electoral district, riding, seat, "
    "seat name, division, electorate name, ward, ward name, contest, nom de circonscription",
    "constituency_code": "ons id, ons code, gss code, constituency code, constituency id, district code",
    "constituency_number": "constituency number, electoral district number, district number, seat number, "
    "constituency no, seat no, ac no, pc no, numero de circonscription",
    "region": "region, region name, province, state, state name, land",
    "district": "county, county name, district name",
    "candidate": "candidate, candidate name, name of candidate, candidat, candidates name, name",
    "first_name": "candidate first name, first name, forename, forenames, given name, prenom",
    "surname": "candidate surname, surname, last name, family name, nom de famille",
    "party": "party, party name, political party, political affiliation, party affiliation, affiliation",
    "party_abbreviation": "party abbreviation, party abbr, party code, abbreviation, party short name",
    "serial": "serial no, serial number, serial, ballot order, order on ballot, ballot position",
    "gender": "gender, candidate gender, sex",
    "age": "age, candidate age",
    "votes": "votes, votes obtained, total votes, candidate votes, number of votes, votes polled, votes received, "
    "vote count, votes obtenus",
    "evm": "evm votes, general votes, votes in person, election day votes, ordinary votes",
    "postal": "postal votes, postal, mail votes, absentee votes, votes by mail",
    "kind_of_vote": "kind of vote, vote type, mode, mode of vote, voting method",
    "winner": "winner, elected, won, elected indicator, is winner",
    "electors": "electorate, electors, total electors, registered voters, eligible voters",
    "valid_votes": "valid votes, total valid votes, votes valid",
    "majority": "majority, margin, majorite",
}
"""The words by field; names in two columns have fields of their own, which are joined in the mapping."""

_NEARLY = 92
"""In per cent. A slip of the pen is nearer; `constituency type` is not to be taken for `constituency`."""

_ACCENTS = str.maketrans("éèêàçôîû", "eeeacoiu")


def guessed_fields(headings: Sequence[str]) -> dict[str, str]:
    """
    Guess which heading stands for which field; each heading and each field are taken once, the surest first.

    A heading in two languages (`Candidate/Candidat`) is taken by either.

    Returns: heading by field; fields of no heading are left out.
    """
    words = {word: field for field, listed in SYNONYMS.items() for word in listed.split(", ")}
    sure: list[tuple[float, int, str, str]] = []
    for place, heading in enumerate(headings):
        for part in (heading, *re.split(r"\s*/\s*", heading)):
            near = process.extract(_plain(part), list(words), scorer=fuzz.token_sort_ratio, score_cutoff=_NEARLY)
            sure += [(-score, place, words[word], heading) for word, score, _ in near]
    found: dict[str, str] = {}
    for _, _, field, heading in sorted(sure):
        if field not in found and heading not in found.values():
            found[field] = heading
    return found


def heading_row(rows: Sequence[Sequence[str]]) -> int:
    """Guess which of a table's first rows is the heading, counted from 1: the one with most fields in it."""
    found = [(len(guessed_fields([cell for cell in cells if cell])), -place) for place, cells in enumerate(rows, 1)]
    return -max(found, default=(0, -1))[1]


def _plain(text: str) -> str:
    return utils.default_process(text.translate(_ACCENTS)).strip()
