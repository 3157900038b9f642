"""
The House of Commons Library's table of the general election of 2024 (CBP-10009), in its published columns.

`FOUR_SEATS` states the leading candidates of four seats and their votes, as declared. `whole_house` makes
up as many seats and candidates as the real table has; its names are made up, and so are its votes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

HEADINGS = (
    "ONS ID",
    "ONS region ID",
    "Constituency name",
    "County name",
    "Region name",
    "Country name",
    "Constituency type",
    "Party name",
    "Party abbreviation",
    "Electoral Commission party ID",
    "MNIS party ID",
    "Electoral Commission adjunct party ID",
    "Candidate first name",
    "Candidate surname",
    "Candidate gender",
    "Sitting MP",
    "Former MP",
    "Member MNIS ID",
    "Votes",
    "Share",
    "Change",
    "DC Person ID",
)

SEATS, CANDIDATES = 650, 4515

Row = dict[str, object]


def _row(seat: tuple[str, str, str], party: tuple[str, str], name: tuple[str, str], gender: str, votes: int) -> Row:
    code, constituency, region = seat
    return {
        "ONS ID": code,
        "Constituency name": constituency,
        "Region name": region,
        "Country name": "England",
        "Party name": party[0],
        "Party abbreviation": party[1],
        "Candidate first name": name[0],
        "Candidate surname": name[1],
        "Candidate gender": gender,
        "Votes": votes,
    }


LAB, CON, LD = ("Labour", "Lab"), ("Conservative", "Con"), ("Liberal Democrat", "LD")
CO_OP = ("Labour and Co-operative", "Lab")
RUK, GREEN, IND = ("Reform UK", "RUK"), ("Green", "Green"), ("Independent", "Ind")
_CLACTON = ("E14001174", "Clacton", "East of England")
_NORFOLK = ("E14001497", "South West Norfolk", "East of England")
_POOLE = ("E14001429", "Poole", "South West")
_EDGBASTON = ("E14001092", "Birmingham Edgbaston", "West Midlands")

FOUR_SEATS: tuple[Row, ...] = (
    _row(_CLACTON, GREEN, ("Natasha", "Osben"), "Female", 1935),
    _row(_CLACTON, LD, ("Matthew", "Bensilum"), "Male", 2016),
    _row(_CLACTON, LAB, ("Jovan", "Owusu-Nepaul"), "Male", 7448),
    _row(_CLACTON, CON, ("Giles", "Watling"), "Male", 12820),
    _row(_CLACTON, RUK, ("Nigel", "Farage"), "Male", 21225),
    _row(_NORFOLK, IND, ("James", "Bagge"), "Male", 6282),
    _row(_NORFOLK, CON, ("Liz", "Truss"), "Female", 11217),
    _row(_NORFOLK, LAB, ("Terry", "Jermy"), "Male", 11847),
    _row(_POOLE, CON, ("Robert", "Syms"), "Male", 14150),
    _row(_POOLE, LAB, ("Neil", "Duncan-Jordan"), "Male", 14168),
    _row(_EDGBASTON, CO_OP, ("Preet", "Gill"), "Female", 16599),
)


def whole_house() -> Iterable[Row]:
    """Make up a table of 650 seats and 4,515 candidates: seven in most seats, six in the last."""
    parties = (LAB, CON, LD, RUK, GREEN, IND, IND)
    for number in range(CANDIDATES):
        place, seat = divmod(number, SEATS)
        votes = 1000 + (number * 7919) % 20_000
        region = f"Made-up region {seat % 12 + 1}"
        where = (f"E1400{seat:04}", f"Made-up seat {seat + 1}", region)
        yield _row(where, parties[place], (f"First{number}", f"Sur{number}"), "Female" if number % 3 else "Male", votes)


def as_csv(rows: Iterable[Row]) -> str:
    """Write rows under the published headings; cells that are not stated are empty."""
    written = io.StringIO()
    table = csv.DictWriter(written, HEADINGS, restval="", lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    return written.getvalue()
