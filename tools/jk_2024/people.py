"""Persons who stand more than once or whom reports name, and the offices they held."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]

Stood = tuple[tuple[str, str, str], ...]

# id, name, gender, party, known since, candidacies as (election, seat, name as listed there)
PERSONS: list[tuple[str, str, str, str | None, str, Stood]] = [
    ("omar-abdullah", "Omar Abdullah", "M", "in-nc", "2004-02-29", (
        ("in-ls-2004", "S09-2", "OMAR ABDULLAH"),
        ("in-jk-2008", "17", "OMAR ABDULLAH"),
        ("in-ls-2024", "U08-1", "OMAR ABDULLAH"),
        ("in-jk-2024", "18", "OMAR ABDULLAH"),
        ("in-jk-2024", "27", "OMAR ABDULLAH"),
    )),
    ("mohmad-haneefa", "Mohmad Haneefa", "M", None, "2024-05-06", (("in-ls-2024", "U09-1", "MOHMAD HANEEFA"),)),
    ("tsering-namgyal", "Tsering Namgyal", "M", "in-inc", "2024-05-06", (("in-ls-2024", "U09-1", "TSERING NAMGYAL"),)),
    ("tashi-gyalson", "Tashi Gyalson", "M", "in-bjp", "2020-10-30", (("in-ls-2024", "U09-1", "TASHI GYALSON"),)),
    ("hassan-khan", "Hassan Khan", "M", None, "2004-02-29", (
        ("in-ls-2004", "S09-4", "HASSAN KHAN"),
        ("in-ls-2009", "S09-4", "HASSAN KHAN"),
    )),
    ("phuntsog-namgyal", "Phuntsog Namgyal", "M", "in-inc", "2004-02-29", (("in-ls-2009", "S09-4", "PHUNTSOG NAMGYAL"),)),
    ("abdul-rashid-sheikh", "Abdul Rashid Sheikh", "M", None, "2008-10-19", (
        ("in-ls-2014", "S09-1", "ER. ABDUL RASHID SHEIKH"),
        ("in-ls-2024", "U08-1", "ABDUL RASHID SHEIKH"),
    )),
    ("farooq-abdullah", "Farooq Abdullah", "M", "in-nc", "1982-09-08", ()),
    ("rahul-gandhi", "Rahul Gandhi", "M", "in-inc", "2004-05-13", ()),
    ("mallikarjun-kharge", "Mallikarjun Kharge", "M", "in-inc", "1972-03-13", ()),
    ("mehbooba-mufti", "Mehbooba Mufti", "F", "in-pdp", "1999-07-28", ()),
]  # fmt: skip

_OFFICES: list[tuple[str, str, str, str | None, str | None]] = [
    ("party president", "in-nc", "farooq-abdullah", None, None),
    ("party vice president", "in-nc", "omar-abdullah", None, None),
    ("party president", "in-inc", "mallikarjun-kharge", "2022-10-26", None),
    ("leader of opposition", "in-lok-sabha", "rahul-gandhi", "2024-06-24", None),
    ("chief minister", "in-jk", "omar-abdullah", "2009-01-05", "2015-01-08"),
    ("chief minister", "in-jk", "omar-abdullah", "2024-10-16", None),
]


def persons() -> list[Row]:
    """Give the rows of `persons.csv`."""
    return [
        {"id": i, "name": name, "gender": gender, "party": party, "known_at": since, "source": "public-record"}
        for i, name, gender, party, since, _ in sorted(PERSONS)
    ]


def who_stood() -> dict[tuple[str, str, str], str]:
    """Map (election, seat, name as listed) to a person's id."""
    return {stood: person for person, *_, candidacies in PERSONS for stood in candidacies}


def offices() -> list[Row]:
    """Give the rows of `offices.csv`."""
    return [
        {
            "office": office,
            "of": of,
            "person": person,
            "valid_from": start,
            "valid_to": end,
            "known_at": start or "2009-01-25",
            "source": "public-record",
        }
        for office, of, person, start, end in _OFFICES
    ]
