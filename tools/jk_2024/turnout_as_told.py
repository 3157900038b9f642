# ruff: noqa: E501 - a table reads best with one fact a line
"""Turnout of 2024 as the Commission gave it out during and after each polling day, by phase and district."""

from __future__ import annotations

from typing import Any

from jk_2024.places import assembly_seat

Row = dict[str, Any]

_JK = "in-jk-2024"

# phase, basis, known, whole phase, districts
_TOLD: list[tuple[int, str, str, float | None, str]] = [
    (
        1,
        "at 9 am",
        "2024-09-18T09:30+05:30",
        11.11,
        "Anantnag 10.26, Doda 12.90, Kishtwar 14.83, Kulgam 10.77, Pulwama 9.18, Ramban 11.91, Shopian 11.44",
    ),
    (
        1,
        "at 11 am",
        "2024-09-18T11:30+05:30",
        26.72,
        "Anantnag 25.55, Doda 32.30, Kishtwar 32.69, Kulgam 25.95, Pulwama 20.37, Ramban 31.25, Shopian 25.96",
    ),
    (
        1,
        "at 3 pm",
        "2024-09-18T15:30+05:30",
        50.65,
        "Anantnag 46.67, Doda 61.90, Kishtwar 70.03, Kulgam 50.57, Pulwama 36.90, Ramban 60.04, Shopian 46.84",
    ),
    (
        1,
        "at 5 pm",
        "2024-09-18T17:30+05:30",
        58.19,
        "Anantnag 54.17, Doda 69.33, Kishtwar 77.23, Kulgam 59.62, Pulwama 43.87, Ramban 67.71, Shopian 53.64",
    ),
    (1, "interim", "2024-09-18T18:30+05:30", 59.0, ""),
    (1, "interim", "2024-09-18T23:45+05:30", 61.11, ""),
    (
        1,
        "interim",
        "2024-09-19",
        61.13,
        "Anantnag 57.84, Doda 71.34, Kishtwar 80.14, Kulgam 62.46, Pulwama 46.65, Ramban 70.55, Shopian 55.96",
    ),
    (2, "at 11 am", "2024-09-25T11:30+05:30", 24.10, ""),
    (2, "at 1 pm", "2024-09-25T13:30+05:30", 36.93, ""),
    (
        2,
        "at 3 pm",
        "2024-09-25T15:30+05:30",
        46.12,
        "Budgam 49.44, Ganderbal 49.01, Poonch 61.45, Rajouri 58.92, Reasi 63.91, Srinagar 22.62",
    ),
    (
        2,
        "interim",
        "2024-09-25T19:30+05:30",
        54.11,
        "Budgam 58.97, Ganderbal 58.81, Poonch 71.59, Rajouri 67.77, Reasi 71.81, Srinagar 27.31",
    ),
    (2, "interim", "2024-09-25", 56.79, ""),
    (
        2,
        "interim",
        "2024-09-26",
        57.03,
        "Budgam 62.98, Ganderbal 62.51, Poonch 73.80, Rajouri 70.95, Reasi 74.70, Srinagar 29.81",
    ),
    (
        3,
        "at 9 am",
        "2024-10-01T09:30+05:30",
        11.60,
        "Bandipora 11.64, Baramulla 8.89, Jammu 11.46, Kathua 13.09, Kupwara 11.27, Samba 13.31, Udhampur 14.23",
    ),
    (
        3,
        "at 11 am",
        "2024-10-01T11:30+05:30",
        28.12,
        "Bandipora 28.04, Baramulla 23.20, Jammu 27.15, Kathua 31.78, Kupwara 27.34, Samba 31.50, Udhampur 33.84",
    ),
    (
        3,
        "at 1 pm",
        "2024-10-01T13:30+05:30",
        44.08,
        "Bandipora 42.67, Baramulla 36.60, Jammu 43.36, Kathua 50.09, Kupwara 42.08, Samba 49.73, Udhampur 51.66",
    ),
    (
        3,
        "at 3 pm",
        "2024-10-01T15:30+05:30",
        56.01,
        "Bandipora 53.09, Baramulla 46.09, Jammu 56.74, Kathua 62.43, Kupwara 52.98, Samba 63.24, Udhampur 64.43",
    ),
    (
        3,
        "at 5 pm",
        "2024-10-01T17:30+05:30",
        65.48,
        "Bandipora 63.33, Baramulla 55.73, Jammu 66.79, Kathua 70.53, Kupwara 62.76, Samba 72.41, Udhampur 72.91",
    ),
    (3, "interim", "2024-10-01T19:30+05:30", 65.58, ""),
    (3, "interim", "2024-10-01", 68.72, ""),
    (
        3,
        "interim",
        "2024-10-02",
        69.65,
        "Bandipora 67.68, Baramulla 61.03, Jammu 71.40, Kathua 73.34, Kupwara 66.79, Udhampur 76.09",
    ),
]

# phase, known, source, all, male, female, third gender
_FINAL: list[tuple[int, str, str, float, float, float, float]] = [
    (1, "2024-09-20", "eci-press-2024-09-20", 61.38, 63.75, 58.96, 40.0),
    (2, "2024-09-27", "eci-press-2024-09-27", 57.31, 58.35, 56.22, 30.19),
    (3, "2024-10-03", "eci-press-2024-10-03", 69.69, 69.37, 70.02, 43.86),
]

# seat, all, male, female: of phase 1, beyond what constituencies.csv of the source folder has
_SEATS: list[tuple[int, float | None, float | None, float | None]] = [
    (33, 43.56, None, None),
    (45, 60.43, None, None),
    (42, None, 62.08, 62.42),
    (48, None, 81.47, 82.90),
    (49, None, 76.62, 79.93),
    (51, None, 66.23, 68.07),
    (52, None, 69.34, 75.82),
    (53, None, 73.91, 78.24),
]


def turnout_as_told() -> list[Row]:
    """Give turnout by phase and district as it was told, hour by hour and as revised, and the final figures of phases."""
    rows: list[Row] = []
    for phase, basis, known_at, whole, districts in _TOLD:
        said: Row = {"election": _JK, "measure": "turnout", "unit": "percent", "basis": basis, "known_at": known_at}
        said |= {"source": "press-turnout-2024"}
        if whole is not None:
            rows.append(said | {"scope": "phase", "scope_id": str(phase), "value": whole})
        for told in filter(None, districts.split(", ")):
            district, share = told.rsplit(" ", 1)
            rows.append(said | {"scope": "district", "scope_id": district, "value": float(share)})
    for phase, day, source, *shares in _FINAL:
        measures = ("turnout", "turnout_male", "turnout_female", "turnout_third_gender")
        for measure, of_all in zip(measures, shares, strict=True):
            place = {"election": _JK, "scope": "phase", "scope_id": str(phase), "measure": measure, "value": of_all}
            note = "At polling stations, without postal votes" if measure == "turnout" else None
            rows.append(place | {"unit": "percent", "basis": "final", "known_at": day, "source": source, "note": note})
    for seat, *parts in _SEATS:
        for measure, part in zip(("turnout", "turnout_male", "turnout_female"), parts, strict=True):
            if part is not None:
                row: Row = {"election": _JK, "scope": "constituency", "scope_id": assembly_seat(seat)}
                row |= {"measure": measure, "value": part, "unit": "percent", "basis": "final"}
                rows.append(row | {"known_at": "2024-09-20", "source": "eci-press-2024-09-20"})
    return rows
