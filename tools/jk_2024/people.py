"""Persons and the offices they held."""

# ruff: noqa: E501 - a table reads best with one fact a line
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jk_2024.schedule import ANNOUNCED
from jk_2024.stood import Stood
from jk_2024.stood import stood

Row = dict[str, Any]

# people without a candidacy here: id, name, gender, party, known since
_OTHERS: list[tuple[str, str, str, str | None, str]] = [
    ("rahul-gandhi", "Rahul Gandhi", "M", "in-inc", "2004-05-13"),
    ("mallikarjun-kharge", "Mallikarjun Kharge", "M", "in-inc", "1972-03-13"),
    ("mohammad-jaffar-akhoon", "Mohammad Jaffar Akhoon", "M", "in-nc", "2023-10-11"),
    ("manoj-sinha", "Manoj Sinha", "M", None, "2020-08-07"),
    ("girish-chandra-murmu", "Girish Chandra Murmu", "M", None, "2019-10-31"),
    ("bd-mishra", "B. D. Mishra", "M", None, "2023-02-19"),
]

_EARLIER: dict[str, str] = {"farooq-abdullah": "1981-08-21", "mufti-mohammad-sayeed": "1999-07-28"} | {
    "mehbooba-mufti": "1999-07-28",
    "ghulam-nabi-azad": "1980-01-06",
    "tashi-gyalson": "2020-10-31",
    "omar-abdullah": "1998-03-10",
}
"""Since when people were known who were in public life before the first election here."""

_JOINED = {
    "ghulam-nabi-azad": "2022-09-26",
    "devender-singh-rana": "2021-10-11",
    "tariq-hameed-karra": "2017-02-18",
    "choudhary-lal-singh": "2024-03-20",
    "abdul-rashid-sheikh": "2014-03-05",
}
"""Days on which people joined the party they last stood for, where that was before they stood."""

_NOTES = {
    "iltija-mufti": "Daughter of Mehbooba Mufti",
    "mohmad-haneefa": "Of the National Conference in Kargil until he stood as an Independent in 2024",
    "hassan-khan": "Of the National Conference until he stood as an Independent in 2009",
    "abdul-rashid-sheikh": "Stood as an Independent; leads the Awami Ittehad Party",
    "khursheed-ahmad-sheikh": "Brother of Abdul Rashid Sheikh; stood as an Independent",
    "mufti-mohammad-sayeed": "Died on 7 January 2016",
    "devender-singh-rana": "Died on 31 October 2024",
    "mushtaq-ahmed-shah-bukhari": "Died on 2 October 2024, before the count",
    "mohammad-akbar-lone": "Father of Hilal Akbar Lone",
    "ali-mohammad-sagar": "Father of Salman Sagar",
    "mian-altaf-ahmad": "Father of Mian Mehar Ali",
    "jamyang-tsering-namgyal": "Member for Ladakh from 2019 to 2024; not put up again in 2024",
}

# office, of, person, from, to, known, note
_OFFICES: list[tuple[str, str, str, str | None, str | None, str, str | None]] = [
    ("chief minister", "in-jk", "farooq-abdullah", "1982-09-08", "1984-07-02", "1982-09-08", None),
    ("chief minister", "in-jk", "farooq-abdullah", "1986-11-07", "1990-01-18", "1986-11-07", None),
    ("chief minister", "in-jk", "farooq-abdullah", "1996-10-09", "2002-10-18", "1996-10-09", None),
    ("chief minister", "in-jk", "mufti-mohammad-sayeed", "2002-11-02", "2005-11-02", "2002-11-02", None),
    ("chief minister", "in-jk", "ghulam-nabi-azad", "2005-11-02", "2008-07-11", "2005-11-02", None),
    ("chief minister", "in-jk", "omar-abdullah", "2009-01-05", "2015-01-08", "2009-01-05", "Of the state"),
    ("chief minister", "in-jk", "mufti-mohammad-sayeed", "2015-03-01", "2016-01-07", "2015-03-01", None),
    ("chief minister", "in-jk", "mehbooba-mufti", "2016-04-04", "2018-06-19", "2016-04-04", None),
    ("chief minister", "in-jk", "omar-abdullah", "2024-10-16", None, "2024-10-16", "Of the union territory"),
    ("deputy chief minister", "in-jk", "tara-chand", "2009-01-05", "2015-01-08", "2009-01-05", None),
    ("deputy chief minister", "in-jk", "nirmal-singh", "2015-03-01", "2016-01-07", "2015-03-01", None),
    ("deputy chief minister", "in-jk", "nirmal-singh", "2016-04-04", "2018-04-29", "2016-04-04", None),
    ("deputy chief minister", "in-jk", "kavinder-gupta", "2018-04-30", "2018-06-19", "2018-04-30", None),
    ("deputy chief minister", "in-jk", "surinder-kumar-choudhary", "2024-10-16", None, "2024-10-16", None),
    ("lieutenant governor", "in-jk", "girish-chandra-murmu", "2019-10-31", "2020-08-06", "2019-10-31", None),
    ("lieutenant governor", "in-jk", "manoj-sinha", "2020-08-07", None, "2020-08-07", None),
    ("lieutenant governor", "in-la", "bd-mishra", "2023-02-19", "2025-07-17", "2023-02-19", None),
    ("speaker", "in-jk-assembly", "abdul-rahim-rather", "2024-11-04", None, "2024-11-04", None),
    ("leader of opposition", "in-jk-assembly", "sunil-kumar-sharma", "2024-11-03", None, "2024-11-03", None),
    ("leader of opposition", "in-lok-sabha", "rahul-gandhi", "2024-06-09", None, "2024-06-26", "Recognised on 26 June with effect from 9 June"),
    ("party president", "in-nc", "farooq-abdullah", None, None, "2009-12-31", "Since 2009, and from 1981 to 2002"),
    ("party vice president", "in-nc", "omar-abdullah", None, None, "2009-12-31", "Since 2009; president from 2002"),
    ("party president", "in-pdp", "mehbooba-mufti", None, None, "2009-12-31", None),
    ("party president", "in-inc", "rahul-gandhi", "2017-12-16", "2019-07-03", "2017-12-16", None),
    ("party president", "in-inc", "mallikarjun-kharge", "2022-10-26", None, "2022-10-26", None),
    ("party state president", "in-inc", "vikar-rasool-wani", "2022-08-17", "2024-08-16", "2022-08-17", "Jammu and Kashmir"),
    ("party state president", "in-inc", "tariq-hameed-karra", "2024-08-16", None, "2024-08-16", "Jammu and Kashmir"),
    ("party state president", "in-bjp", "ravinder-raina", "2018-05-13", "2024-11-02", "2018-05-13", "Jammu and Kashmir"),
    ("party president", "in-jkap", "altaf-bukhari", "2020-03-08", None, "2020-03-08", None),
    ("party president", "in-dpap", "ghulam-nabi-azad", "2022-09-26", None, "2022-09-26", "Called chairman"),
    ("party president", "in-jkpc", "sajad-gani-lone", None, None, "2009-12-31", "Called chairman"),
    ("party president", "in-jkaip", "abdul-rashid-sheikh", None, None, "2014-12-31", None),
    ("party president", "in-jknpp-india", "harsh-dev-singh", None, None, "2024-08-16", None),
    ("chairman", "in-la-lahdc-leh", "tashi-gyalson", "2020-10-31", "2025-10-30", "2020-10-31", "And chief executive councillor"),
    ("chairman", "in-la-lahdc-kargil", "mohammad-jaffar-akhoon", "2023-10-11", None, "2023-10-11", "And chief executive councillor"),
]  # fmt: skip


def persons(candidacies: Iterable[Row]) -> list[Row]:
    """
    Give the rows of `persons.csv`, by id.

    Membership is that of the candidacies: a row for each time somebody stood for another party than before
    (an Independent for none).
    """
    rows: list[Row] = [
        {"id": i, "name": name, "gender": gender, "party": party, "known_at": since}
        for i, name, gender, party, since in _OTHERS
    ]
    by_person: dict[str, list[Row]] = {}
    for candidacy in sorted(candidacies, key=lambda row: str(row["known_at"])):
        by_person.setdefault(candidacy["person"], []).append(candidacy)
    for person in stood():
        memberships = _memberships(person, by_person[person.id])
        said: Row = {"id": person.id, "name": person.name, "gender": person.gender, "note": _NOTES.get(person.id)}
        rows.extend(said | {"party": party, "known_at": day} for day, party in memberships)
    return sorted(({"source": "public-record"} | row for row in rows), key=lambda row: (row["id"], row["known_at"]))


def _memberships(person: Stood, candidacies: list[Row]) -> list[tuple[str, str | None]]:
    first = candidacies[0]
    known_since = _EARLIER.get(person.id) or ANNOUNCED[first["election"]]
    found: list[tuple[str, str | None]] = []
    for candidacy in candidacies:
        party = None if candidacy["party"] == "in-ind" else candidacy["party"]
        if not found or found[-1][1] != party:
            found.append((candidacy["known_at"] if found else known_since, party))
    if person.party is not None and found[-1][1] != person.party:
        # an Independent who belongs to a party, or somebody who changed after standing
        last = _JOINED.get(person.id) or found[-1][0]
        found = [*(one for one in found if one[0] != last), (last, person.party)]
    elif person.id in _JOINED:
        found[-1] = (_JOINED[person.id], found[-1][1])
    return found


def who_stood() -> dict[tuple[str, str, str], str]:
    """Map (election, seat, name as listed) to a person's id."""
    return {candidacy: person.id for person in stood() for candidacy in person.candidacies}


def offices() -> list[Row]:
    """Give the rows of `offices.csv`: the end of a term is a statement of its own, known only then."""
    rows: list[Row] = []
    for office, of, person, start, end, known_at, note in _OFFICES:
        row = {"office": office, "of": of, "person": person, "valid_from": start, "source": "public-record"}
        rows.append(row | {"known_at": known_at, "note": note})
        if end is not None:
            rows.append(row | {"valid_to": end, "known_at": end, "note": note})
    return rows
