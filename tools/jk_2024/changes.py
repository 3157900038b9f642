"""How parties came out of one another, and which seats of the assembly of 2024 fell vacant."""

from __future__ import annotations

from typing import Any

from jk_2024.places import assembly_seat

Row = dict[str, Any]

# party, predecessor, how, day
_DESCENTS: list[tuple[str, str, str, str]] = [
    ("in-pdp", "in-inc", "split", "1999-07-28"),
    ("in-jkap", "in-pdp", "split", "2020-03-08"),
    ("in-dpap", "in-inc", "split", "2022-09-26"),
    ("in-shsubt", "in-shs", "split", "2022-10-10"),
]

# seat number, day, reason, person
_VACANCIES: list[tuple[int, str, str, str]] = [
    (27, "2024-10-21", "other seat", "omar-abdullah"),
    (77, "2024-10-31", "died", "devender-singh-rana"),
]


def descents() -> list[Row]:
    """Give which party came out of which; known on the day itself."""
    return [
        {
            "party": party,
            "predecessor": predecessor,
            "how": how,
            "on_date": day,
            "known_at": day,
            "source": "public-record",
        }
        for party, predecessor, how, day in _DESCENTS
    ]


def vacancies() -> list[Row]:
    """Give the seats that fell vacant after the election of 2024."""
    return [
        {
            "constituency": assembly_seat(number),
            "on_date": day,
            "reason": reason,
            "election": "in-jk-2024",
            "person": person,
            "known_at": day,
            "source": "public-record",
        }
        for number, day, reason, person in _VACANCIES
    ]
