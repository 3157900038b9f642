"""
Tables as Britain and Canada publish them, cut to two seats each, and what a person fills into their drafts.

Votes: House of Commons Library, CBP-10009, general election 2024, results by candidate (leading candidates only);
Elections Canada, official voting results, 42nd general election 2015, table 12.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit

from janadesh.sources.map_draft import drafted_map

UK = """\
ONS ID,ONS region ID,Constituency name,County name,Region name,Country name,Constituency type,Party name,\
Party abbreviation,Electoral Commission party ID,MNIS ID,Candidate first name,Candidate surname,Candidate gender,\
Sitting MP,Former MP,Votes,Share,Change
W07000081,W92000004,Aberafan Maesteg,Clwyd,Wales,Wales,County,Labour,Lab,PP53,4359,Stephen,Kinnock,Male,Yes,Yes,17838,,
W07000081,W92000004,Aberafan Maesteg,Clwyd,Wales,Wales,County,Reform UK,RUK,PP7931,,Mark,Griffiths,Male,No,No,7484,,
W07000081,W92000004,Aberafan Maesteg,Clwyd,Wales,Wales,County,Plaid Cymru,PC,PP77,,Colin,Deere,Male,No,No,4719,,
W07000081,W92000004,Aberafan Maesteg,Clwyd,Wales,Wales,County,Independent,Ind,,,Captain,Beany,Male,No,No,618,,
E14001063,E12000008,Aldershot,Hampshire,South East,England,Borough,Labour,Lab,PP53,5113,Alex,Baker,Female,No,No,19764,,
E14001063,E12000008,Aldershot,Hampshire,South East,England,Borough,Conservative,Con,PP51,4600,Leo,Docherty,Male,Yes,Yes\
,14081,,
"""

CANADA = """\
Province,Electoral District Name/Nom de circonscription,Electoral District Number/Numéro de circonscription,\
Candidate/Candidat,Candidate Residence/Résidence du candidat,Candidate Occupation/Profession du candidat,\
Votes Obtained/Votes obtenus,Percentage of Votes Obtained /Pourcentage des votes obtenus,Majority/Majorité,\
Majority Percentage/Pourcentage de majorité
"NL/T.-N.-L.","Coast of Bays--Central--Notre Dame","10003","Scott Simms ** Liberal/Libéral","","",26523,74.8,\
     20044,  56.5
"NL/T.-N.-L.","Coast of Bays--Central--Notre Dame","10003","Kevin George O'Brien Conservative/Conservateur","","",6479\
,18.3,,
"NL/T.-N.-L.","Coast of Bays--Central--Notre Dame","10003",\
"Claudette Menchenton NDP-New Democratic Party/NPD-Nouveau Parti démocratique","","",2175,6.1,,
"NL/T.-N.-L.","Coast of Bays--Central--Notre Dame","10003","Elizabeth Perry Green Party/Parti Vert","","",271,.8,,
"NL/T.-N.-L.","Labrador","10004","Yvonne Jones ** Liberal/Libéral","","",8878,71.8,      7099,  57.4
"NL/T.-N.-L.","Labrador","10004","Edward Rudkowski NDP-New Democratic Party/NPD-Nouveau Parti démocratique","","",1779\
,14.4,,
"NL/T.-N.-L.","Labrador","10004","Peter Penashue Conservative/Conservateur","","",1716,13.9,,
"""

UK_FILLED: dict[str, Any] = {
    "prefix": "uk",
    "delimitation": "2023",
    "source": {"id": "commons-library-2024", "title": "General election 2024: results", "publisher": "Commons Library"},
    "election": {
        "id": "uk-commons-2024",
        "name": "House of Commons election, 2024",
        "year": 2024,
        "known_at": "2024-07-05",
        "time_zone": "Europe/London",
    },
    "house": {"id": "uk-commons", "name": "House of Commons", "elected_seats": 650},
    "territory": {"id": "uk", "name": "United Kingdom"},
}

CANADA_FILLED: dict[str, Any] = {
    "prefix": "ca",
    "delimitation": "2013",
    "source": {"id": "elections-canada-2015", "title": "Official voting results", "publisher": "Elections Canada"},
    "election": {
        "id": "ca-commons-2015",
        "name": "House of Commons election, 2015",
        "year": 2015,
        "known_at": "2015-10-20",
        "time_zone": "America/Toronto",
    },
    "house": {"id": "ca-commons", "name": "House of Commons of Canada", "elected_seats": 338},
    "territory": {"id": "ca", "name": "Canada"},
    # the Greens stand in one of the two seats only, so the draft cannot tell where the name ends
    "parties": {"Green Party/Parti Vert": "Green Party"},
}


def written(folder: Path, name: str, table: str, encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_text(table, encoding=encoding)
    return file


def filled(table: Path, by_hand: Mapping[str, Any]) -> Path:
    """Draft the mapping of a table, and fill in what a person knows."""
    draft = tomlkit.parse(drafted_map(table))
    _fill(draft, by_hand)
    file = table.with_suffix(".toml")
    file.write_text(tomlkit.dumps(draft), encoding="utf-8")
    return file


def _fill(part: Any, by_hand: Mapping[str, Any]) -> None:
    for key, value in by_hand.items():
        if isinstance(value, Mapping):
            _fill(part[key], value)
        else:
            part[key] = value
