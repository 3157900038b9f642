"""Alliances, who belonged to them at which election, and the seat-sharing of 2024."""

# ruff: noqa: E501 - a table reads best with one fact a line
from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from jk_2024.places import assembly_seat
from jk_2024.schedule import WITHDRAWN_2024

Row = dict[str, Any]

ALLIANCES: list[Row] = [
    {"id": "in-india", "name": "Indian National Developmental Inclusive Alliance", "short_name": "INDIA", "colour": "#3b8ed0", "known_at": "2023-07-18"},
    {"id": "in-nda", "name": "National Democratic Alliance", "short_name": "NDA", "colour": "#ff9a3c", "known_at": "1998-05-15"},
    {"id": "in-upa", "name": "United Progressive Alliance", "short_name": "UPA", "colour": "#5a9bd4", "known_at": "2004-05-22"},
]  # fmt: skip

# alliance, party, election, status, known, source, note
_MEMBERS: list[tuple[str, str, str, str, str, str, str | None]] = [
    ("in-nda", "in-bjp", "in-ls-2004", "member", "2004-02-29", "alliance-announcements", None),
    ("in-upa", "in-inc", "in-ls-2009", "member", "2009-03-02", "alliance-announcements", None),
    ("in-upa", "in-nc", "in-ls-2009", "member", "2009-03-31", "alliance-announcements", "Three seats each; Ladakh was the Congress's"),
    ("in-nda", "in-bjp", "in-ls-2009", "member", "2009-03-02", "alliance-announcements", None),
    ("in-upa", "in-inc", "in-ls-2014", "member", "2014-03-05", "alliance-announcements", None),
    ("in-upa", "in-nc", "in-ls-2014", "member", "2014-03-05", "alliance-announcements", "Three seats each"),
    ("in-nda", "in-bjp", "in-ls-2014", "member", "2014-03-05", "alliance-announcements", None),
    ("in-upa", "in-nc", "in-jk-2014", "left", "2014-07-20", "alliance-announcements", "Congress and National Conference parted before the assembly election"),
    ("in-upa", "in-inc", "in-jk-2014", "left", "2014-07-20", "alliance-announcements", "Congress and National Conference parted before the assembly election"),
    ("in-upa", "in-inc", "in-ls-2019", "member", "2019-03-20", "alliance-announcements", None),
    ("in-upa", "in-nc", "in-ls-2019", "member", "2019-03-20", "alliance-announcements", "Congress did not stand in Srinagar, National Conference not in Jammu and Udhampur; both stood in Baramulla and Anantnag"),
    ("in-nda", "in-bjp", "in-ls-2019", "member", "2019-03-10", "alliance-announcements", None),
    ("in-india", "in-inc", "in-ls-2024", "member", "2023-07-18", "alliance-announcements", None),
    ("in-india", "in-nc", "in-ls-2024", "member", "2023-07-18", "alliance-announcements", None),
    ("in-india", "in-pdp", "in-ls-2024", "member", "2023-07-18", "alliance-announcements", "Stood against the National Conference in the three seats of Kashmir"),
    ("in-india", "in-cpim", "in-ls-2024", "member", "2023-07-18", "alliance-announcements", "No candidate in Jammu and Kashmir or Ladakh"),
    ("in-india", "in-aap", "in-ls-2024", "member", "2023-07-18", "alliance-announcements", "No candidate in Jammu and Kashmir or Ladakh"),
    ("in-nda", "in-bjp", "in-ls-2024", "member", "2023-07-18", "alliance-announcements", None),
    ("in-nda", "in-bjp", "in-jk-2024", "member", "2024-08-16", "alliance-announcements", "Stood alone in Jammu and Kashmir"),
    ("in-india", "in-nc", "in-jk-2024", "talks", "2024-08-21", "press-2024-08-22", "Three rounds of talks before the leaders met"),
    ("in-india", "in-inc", "in-jk-2024", "talks", "2024-08-21", "press-2024-08-22", "Three rounds of talks before the leaders met"),
    ("in-india", "in-nc", "in-jk-2024", "member", "2024-08-22", "press-2024-08-22", "Farooq Abdullah after the meeting: it is final; seats were shared on 26 August"),
    ("in-india", "in-inc", "in-jk-2024", "member", "2024-08-22", "press-2024-08-22", "Farooq Abdullah after the meeting: it is final; seats were shared on 26 August"),
    ("in-india", "in-cpim", "in-jk-2024", "member", "2024-08-22", "press-2024-08-22", "Farooq Abdullah: Tarigami is also with us"),
    ("in-india", "in-jknpp-india", "in-jk-2024", "member", "2024-08-26", "statesman-2024-08-26", "Panthers Party; its candidates in seats 57, 60 and 62 stood outside the deal"),
]  # fmt: skip

_ALLIANCE_2024 = {"election": "in-jk-2024", "alliance": "in-india"}

_ARRANGEMENTS = {
    "NC": (("in-nc", "allotted"),),
    "INC": (("in-inc", "allotted"),),
    "left-to-CPI(M)": (("in-cpim", "allotted"),),
    "left-to-JKNPP": (("in-jknpp-india", "allotted"),),
    "friendly-agreed": (("in-nc", "friendly"), ("in-inc", "friendly")),
    "friendly-later": (("in-nc", "allotted"), ("in-inc", "outside")),
    "both-in-fray-not-announced": (("in-nc", "allotted"), ("in-inc", "outside")),
    "INC+JKNPP-outside-deal": (("in-inc", "allotted"), ("in-jknpp-india", "outside")),
    "NC+JKNPP-outside-deal": (("in-nc", "allotted"), ("in-jknpp-india", "outside")),
}
"""What each kind of contest in `alliance.csv` says of each party. With them 51 and 32 seats come out as announced."""


def alliances() -> list[Row]:
    """Give the rows of `alliances.csv`."""
    return [row | {"source": "alliance-announcements"} for row in ALLIANCES]


def members() -> list[Row]:
    """Give the rows of `alliance_members.csv`."""
    keys = ("alliance", "party", "election", "status", "known_at", "source", "note")
    return [dict(zip(keys, row, strict=True)) for row in _MEMBERS]


def seat_shares(data: Path, phases: dict[int, int]) -> list[Row]:
    """Give which partner stood where under which part of the deal, known once the list of candidates was closed."""
    rows = []
    for number, kind in pl.read_csv(data / "jk-2024" / "alliance.csv").select("ac_no", "contest_type").iter_rows():
        for party, arrangement in _ARRANGEMENTS[kind]:
            seat = _ALLIANCE_2024 | {"constituency": assembly_seat(number), "party": party}
            said = {"known_at": WITHDRAWN_2024[phases[number]], "source": "ballot-papers-2024-jk"}
            if arrangement == "friendly":
                said = {"known_at": "2024-08-28", "source": "indiatoday-2024-08-28"}
            rows.append(seat | {"arrangement": arrangement} | said)
            if kind == "friendly-later":
                said = {"known_at": "2024-09-21", "source": "ht-2024-09-21", "note": "Named a friendly contest later"}
                rows.append(seat | {"arrangement": "friendly"} | said)
    return rows


def seat_share_totals() -> list[Row]:
    """Give the rows of `seat_share_totals.csv`: the deal as announced on 26 August 2024."""
    deal = (
        ("in-nc", "allotted", 51),
        ("in-inc", "allotted", 32),
        ("in-cpim", "allotted", 1),
        ("in-jknpp-india", "allotted", 1),
        (None, "friendly", 5),
    )
    said = {"known_at": "2024-08-26", "source": "statesman-2024-08-26"}
    return [
        _ALLIANCE_2024 | {"party": party, "arrangement": arrangement, "seats": seats} | said
        for party, arrangement, seats in deal
    ]
