"""The seats that voted in the by-elections of November 2024 and November 2025, with phase and day of announcement."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polars as pl

SEATS = {
    "in-as-2024-by": ("Assam", "DHOLAI; SIDLI; BONGAIGAON; BEHALI; SAMAGURI"),
    "in-br-2024-by": ("Bihar", "TARARI; RAMGARH; IMAMGANJ; BELAGANJ"),
    "in-cg-2024-by": ("Chhattisgarh", "RAIPUR CITY SOUTH"),
    "in-gj-2024-by": ("Gujarat", "VAV"),
    "in-ka-2024-by": ("Karnataka", "SANDUR; SHIGGAON; CHANNAPATNA"),
    "in-kl-2024-by": ("Kerala", "PALAKKAD; CHELAKKARA"),
    "in-ml-2024-by": ("Meghalaya", "GAMBEGRE"),
    "in-mp-2024-by": ("Madhya_Pradesh", "BUDHNI; VIJAYPUR"),
    "in-pb-2024-by": ("Punjab", "DERA BABA NANAK; CHABBEWAL; GIDDERBAHA; BARNALA"),
    "in-rj-2024-by": ("Rajasthan", "JHUNJHUNU; RAMGARH; DAUSA; DEOLI UNIARA; KHINWSAR; SALUMBER; CHORASI"),
    "in-sk-2024-by": ("Sikkim", "SOREONG-CHAKUNG; NAMCHI-SINGHITHANG"),
    "in-uk-2024-by": ("Uttarakhand", "KEDARNATH"),
    "in-up-2024-by": (
        "Uttar_Pradesh",
        "KATEHARI; KARHAL; MEERAPUR; GHAZIABAD; MAJHAWAN; SISAMAU; KHAIR; PHULPUR; KUNDARKI",
    ),
    "in-wb-2024-by": ("West_Bengal", "TALDANGRA; SITAI; NAIHATI; HAROA; MEDINIPUR; MADARIHAT"),
    "in-mz-2025-by": ("Mizoram", "DAMPA"),
    "in-od-2025-by": ("Odisha", "NUAPADA"),
    "in-pb-2025-by": ("Punjab", "TARN TARAN"),
    "in-rj-2025-by": ("Rajasthan", "ANTA"),
    "in-tg-2025-by": ("Telangana", "JUBILEE HILLS"),
}
"""Election to the state's file and the official names of its seats."""

OWN_SEATS = {
    "in-jh-2025-by": ("in-jh-assembly.2008.45",),
    "in-jk-2025-by": ("in-jk-assembly.2022.27", "in-jk-assembly.2022.77"),
}
"""By-elections to seats that this pack or jk-2024 has anyway."""

SECOND_DAY = {"PALAKKAD": "2024-11-04"}
"""Seats moved to a second day of their election, and when that was announced."""

_ANNOUNCED = {"2024": ("2024-10-15", "eci-schedule-2024-10-15b"), "2025": ("2025-10-06", "eci-schedule-2025-10-06b")}


def constituencies(folder: Path) -> Iterable[dict[str, Any]]:
    """
    Give the seats with the number and reservation that the newest official result has of them.

    Raises: ValueError where the result has no seat of that name.
    """
    for election, (file, names) in SEATS.items():
        territory = election[:5]
        newest = _newest(folder / f"{file}_AE.csv.gz")
        for name in names.split("; "):
            if name not in newest:
                raise ValueError(f"{file}_AE.csv.gz has no seat {name!r}: write it as the official result does")
            number, reservation = newest[name]
            yield {
                "id": f"{territory}-assembly.2008.{number}",
                "house": f"{territory}-assembly",
                "delimitation": "2008",
                "number": number,
                "name": name.title(),
                "official_name": name,
                "territory": territory,
                "reservation": reservation,
                "known_at": "2008-02-19",
                "source": "delimitation-2008",
            }


def contests(seats: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Give the contests, later statements included where a seat's day was moved."""
    by_name = {(seat["territory"], seat["official_name"]): seat["id"] for seat in seats}
    for election, (_, names) in SEATS.items():
        for name in names.split("; "):
            # only Kerala's seats came to vote on two days
            phase = 1 if election == "in-kl-2024-by" else None
            place = {"election": election, "constituency": by_name[election[:5], name]}
            known_at, source = _ANNOUNCED[election[6:10]]
            yield place | {"phase": phase, "known_at": known_at, "source": source}
            if name in SECOND_DAY:
                moved = SECOND_DAY[name]
                yield place | {"phase": 2, "known_at": moved, "source": f"eci-revision-{moved}"}
    for election, own in OWN_SEATS.items():
        known_at, source = _ANNOUNCED[election[6:10]]
        for constituency in own:
            yield {"election": election, "constituency": constituency, "known_at": known_at, "source": source}


def _newest(file: Path) -> dict[str, tuple[int, str]]:
    table = pl.read_csv(file, infer_schema_length=0).filter(pl.col("Poll_No") == "0")
    rows = table.select("Year", "Constituency_Name", "Constituency_No", "Constituency_Type").unique().sort("Year")
    return {name.strip().upper(): (int(number), kind) for _, name, number, kind in rows.iter_rows()}
