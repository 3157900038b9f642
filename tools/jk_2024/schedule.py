"""Elections and their dated steps."""

# ruff: noqa: E501 - a table reads best with one fact a line
from __future__ import annotations

from typing import Any

Row = dict[str, Any]

_ELECTIONS = [
    ("in-ls-2004", "Lok Sabha election, 2004", "in-lok-sabha", 2004, None, "2004-02-29"),
    ("in-jk-2008", "Jammu and Kashmir Legislative Assembly election, 2008", "in-jk-assembly", 2008, None, "2008-10-19"),
    ("in-ls-2009", "Lok Sabha election, 2009", "in-lok-sabha", 2009, "in-ls-2004", "2009-03-02"),
    ("in-ls-2014", "Lok Sabha election, 2014", "in-lok-sabha", 2014, "in-ls-2009", "2014-03-05"),
    ("in-jk-2014", "Jammu and Kashmir Legislative Assembly election, 2014", "in-jk-assembly", 2014, "in-jk-2008", "2014-10-25"),
    ("in-ls-2019", "Lok Sabha election, 2019", "in-lok-sabha", 2019, "in-ls-2014", "2019-03-10"),
    ("in-ls-2024", "Lok Sabha election, 2024", "in-lok-sabha", 2024, "in-ls-2019", "2024-03-16"),
    ("in-jk-2024", "Jammu and Kashmir Legislative Assembly election, 2024", "in-jk-assembly", 2024, "in-jk-2014", "2024-08-16"),
]  # fmt: skip

ANNOUNCED = {election: day for election, *_, day in _ELECTIONS}

COUNTED = {
    "in-ls-2004": "2004-05-13",
    "in-jk-2008": "2008-12-28",
    "in-ls-2009": "2009-05-16",
    "in-ls-2014": "2014-05-16",
    "in-jk-2014": "2014-12-23",
    "in-ls-2019": "2019-05-23",
    "in-ls-2024": "2024-06-04",
    "in-jk-2024": "2024-10-08",
}

_POLLS: dict[str, dict[int, str]] = {
    "in-jk-2008": dict(
        enumerate(
            ("2008-11-17", "2008-11-23", "2008-11-30", "2008-12-07", "2008-12-13", "2008-12-17", "2008-12-24"), start=1
        )
    ),
    "in-ls-2014": {3: "2014-04-10", 5: "2014-04-17", 6: "2014-04-24", 7: "2014-04-30", 8: "2014-05-07"},
    "in-jk-2014": dict(enumerate(("2014-11-25", "2014-12-02", "2014-12-09", "2014-12-14", "2014-12-20"), start=1)),
    "in-ls-2019": {1: "2019-04-11", 2: "2019-04-18", 3: "2019-04-23", 4: "2019-04-29", 5: "2019-05-06"},
    "in-ls-2024": {
        1: "2024-04-19",
        2: "2024-04-26",
        3: "2024-05-07",
        4: "2024-05-13",
        5: "2024-05-20",
        6: "2024-05-25",
    },
    "in-jk-2024": {1: "2024-09-18", 2: "2024-09-25", 3: "2024-10-01"},
}
"""Days of the poll by phase; of the Lok Sabha's phases those in Jammu and Kashmir and Ladakh."""

_STEPS_2024 = {
    "notification": ("2024-08-20", "2024-08-29", "2024-09-05"),
    "nominations": ("2024-08-27", "2024-09-05", "2024-09-12"),
    "scrutiny": ("2024-08-28", "2024-09-06", "2024-09-13"),
    "withdrawal": ("2024-08-30", "2024-09-09", "2024-09-17"),
}

WITHDRAWN_2024 = dict(enumerate(_STEPS_2024["withdrawal"], start=1))
"""Last day on which candidates of a phase of the assembly election could withdraw: the list stood from then on."""

WITHDRAWN_LOK_SABHA_2024 = {
    1: "2024-03-30",
    2: "2024-04-08",
    3: "2024-04-22",
    4: "2024-04-29",
    5: "2024-05-06",
}

LOK_SABHA_PHASES = {
    "in-ls-2014": {"S09-1": 8, "S09-2": 7, "S09-3": 6, "S09-4": 8, "S09-5": 5, "S09-6": 3},
    "in-ls-2019": {"S09-1": 1, "S09-2": 2, "S09-3": 3, "S09-4": 5, "S09-5": 2, "S09-6": 1},
    "in-ls-2024": {"U08-1": 5, "U08-2": 4, "U08-3": 3, "U08-4": 1, "U08-5": 2, "U09-1": 5},
}
"""Phase of each Lok Sabha seat as first announced; Anantnag polled in three parts in 2019, phases 3 to 5."""


def elections() -> list[Row]:
    """Give the rows of `elections.csv`."""
    return [
        {
            "id": election,
            "name": name,
            "house": house,
            "year": year,
            "kind": "general",
            "time_zone": "Asia/Kolkata",
            "previous": previous,
            "territory": "in-jk" if house == "in-lok-sabha" else None,
            "known_at": day,
            "source": f"eci-schedule-{day}",
            "note": _what_is_here(house, year),
        }
        for election, name, house, year, previous, day in _ELECTIONS
    ]


def _what_is_here(house: str, year: int) -> str | None:
    if house != "in-lok-sabha":
        return None
    return f"Only the {'five seats of Jammu and Kashmir and the one of Ladakh' if year > 2019 else 'six seats of the state'} are here"


def schedule() -> list[Row]:
    """Give the rows of `schedule.csv`; the count of 2024 stands there twice, as first set and as moved."""
    rows: list[Row] = []
    for election, announced in ANNOUNCED.items():
        said: Row = {"election": election, "known_at": announced, "source": f"eci-schedule-{announced}"}
        rows.append(said | {"event": "announcement", "on_date": announced})
        for phase, day in _POLLS.get(election, {}).items():
            rows.append(said | {"event": "poll", "phase": phase, "on_date": day})
        first_set = "2024-10-04" if election == "in-jk-2024" else COUNTED[election]
        rows.append(said | {"event": "count", "on_date": first_set})
    of_2024: Row = {"election": "in-jk-2024", "known_at": "2024-08-16", "source": "eci-schedule-2024-08-16"}
    for event, days in _STEPS_2024.items():
        for phase, day in enumerate(days, start=1):
            rows.append(of_2024 | {"event": event, "phase": phase, "on_date": day})
    rows.append(
        {
            "election": "in-jk-2024",
            "event": "count",
            "on_date": "2024-10-08",
            "known_at": "2024-08-31",
            "source": "eci-press-2024-08-31",
            "note": "Moved together with the Haryana poll because of the Bishnoi festival Asoj Amavasya",
        }
    )
    rows.append(
        {
            "election": "in-jk-2024",
            "event": "swearing-in",
            "on_date": "2024-10-16",
            "known_at": "2024-10-16",
            "source": "public-record",
            "note": "Omar Abdullah's government",
        }
    )
    return rows
