"""
What Lok Dhaba's names of states and numbers of maps mean: territory, house and delimitation.

`DelimID` tells four orders of delimitation apart (in force for polls since 1961, 1964, 1974 and 2008).
A number keeps its seat only as long as the state is the same, so a state that was divided, enlarged or
given more seats in between has a map of its own, listed in `_OWN_MAPS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

LOK_SABHA = "in-lok-sabha"


@dataclass(frozen=True, slots=True)
class Place:
    """
    A state as Lok Dhaba names it.

    `territory` is the record's id, `code` the part of a Lok Sabha seat's id that stands before the
    number: the election authority's code where the record has it.
    """

    territory: str
    code: str


PLACES: Mapping[str, Place] = {
    "Andaman_&_Nicobar_Islands": Place("in-an", "U01"),
    "Andhra_Pradesh": Place("in-ap", "S01"),
    "Arunachal_Pradesh": Place("in-ar", "S02"),
    "Assam": Place("in-as", "S03"),
    "Bihar": Place("in-br", "S04"),
    "Chandigarh": Place("in-ch", "U02"),
    "Chhattisgarh": Place("in-cg", "S26"),
    # until 2020 two territories; the joint one bears the code of the first
    "Dadra_&_Nagar_Haveli": Place("in-dnh", "DNH"),
    "Dadra & Nagar Haveli And Daman & Diu": Place("in-dn", "U03"),
    "Daman_&_Diu": Place("in-dd", "U04"),
    "Delhi": Place("in-dl", "U05"),
    "Goa": Place("in-ga", "S05"),
    "Goa_Daman_&_Diu": Place("in-gdd", "GDD"),
    "Goa,_Daman_&_Diu": Place("in-gdd", "GDD"),
    "Gujarat": Place("in-gj", "S06"),
    "Haryana": Place("in-hr", "S07"),
    "Himachal_Pradesh": Place("in-hp", "S08"),
    "Jammu_&_Kashmir": Place("in-jk", "S09"),
    "Jharkhand": Place("in-jh", "S27"),
    "Karnataka": Place("in-ka", "S10"),
    "Kerala": Place("in-kl", "S11"),
    "Lakshadweep": Place("in-ld", "U06"),
    "Madhya_Pradesh": Place("in-mp", "S12"),
    "Madras": Place("in-tn", "S22"),
    "Maharashtra": Place("in-mh", "S13"),
    "Manipur": Place("in-mn", "S14"),
    "Meghalaya": Place("in-ml", "S15"),
    "Mizoram": Place("in-mz", "S16"),
    "Mysore": Place("in-ka", "S10"),
    "Nagaland": Place("in-nl", "S17"),
    "Odisha": Place("in-od", "S18"),
    "Puducherry": Place("in-py", "U07"),
    "Punjab": Place("in-pb", "S19"),
    "Rajasthan": Place("in-rj", "S20"),
    "Sikkim": Place("in-sk", "S21"),
    "Tamil_Nadu": Place("in-tn", "S22"),
    "Telangana": Place("in-tg", "S29"),
    "Tripura": Place("in-tr", "S23"),
    "Uttar_Pradesh": Place("in-up", "S24"),
    "Uttarakhand": Place("in-uk", "S28"),
    "West_Bengal": Place("in-wb", "S25"),
}
"""By Lok Dhaba's `State_Name`."""

_ORDERS = {1: "1961", 2: "1966", 3: "1976", 4: "2008"}

# kind, territory, DelimID, first year, delimitation; the last that fits counts
_OWN_MAPS: tuple[tuple[str, str, int, int, str], ...] = (
    # the seats of 1967 were numbered anew in 1972, without new boundaries
    ("AE", "in-ap", 2, 1972, "1971"),
    ("AE", "in-ap", 4, 2009, "2008-undivided"),
    ("AE", "in-ap", 4, 2014, "2008"),
    ("AE", "in-ar", 3, 1990, "1987"),
    ("AE", "in-br", 3, 2001, "2000"),
    ("AE", "in-cg", 3, 2000, "2000"),
    ("AE", "in-dl", 3, 1993, "1993"),
    ("AE", "in-ga", 3, 1987, "1987"),
    ("AE", "in-hp", 2, 1971, "1971"),
    ("AE", "in-jh", 3, 2000, "2008"),
    ("AE", "in-jk", 3, 1996, "1995"),
    ("AE", "in-jk", 4, 2008, "1995"),
    ("AE", "in-kl", 2, 1970, "1970"),
    ("AE", "in-ml", 2, 1972, "1971"),
    ("AE", "in-mn", 2, 1972, "1971"),
    ("AE", "in-mp", 3, 2003, "2000"),
    ("AE", "in-mz", 2, 1972, "1971"),
    ("AE", "in-mz", 3, 1987, "1987"),
    ("AE", "in-tr", 2, 1972, "1971"),
    ("AE", "in-uk", 3, 2000, "2000"),
    ("AE", "in-up", 3, 2002, "2000"),
    ("GE", "in-ap", 4, 2009, "2008-undivided"),
    ("GE", "in-ap", 4, 2019, "2008"),
    ("GE", "in-br", 3, 2004, "2000"),
    ("GE", "in-cg", 3, 2000, "2000"),
    ("GE", "in-hp", 2, 1971, "1971"),
    ("GE", "in-jh", 3, 2000, "2008"),
    ("GE", "in-jk", 3, 1996, "1995"),
    ("GE", "in-jk", 4, 2008, "1995"),
    ("GE", "in-mp", 3, 2004, "2000"),
    ("GE", "in-uk", 3, 2000, "2000"),
    ("GE", "in-up", 3, 2004, "2000"),
)


def delimitation() -> pl.Expr:
    """Name the map of each row from `kind` (AE or GE), `territory`, `delim` and `year`."""
    name = pl.col("delim").replace_strict(_ORDERS, default=None, return_dtype=pl.String)
    for kind, territory, delim, first, own in _OWN_MAPS:
        fits = (
            (pl.col("kind") == kind)
            & (pl.col("territory") == territory)
            & (pl.col("delim") == delim)
            & (pl.col("year") >= first)
        )
        name = pl.when(fits).then(pl.lit(own)).otherwise(name)
    return name


def territory_of_state() -> pl.Expr:
    """Give the territory's id of each row from `State_Name`; null where the state is unknown."""
    ids = {name: place.territory for name, place in PLACES.items()}
    return pl.col("State_Name").replace_strict(ids, default=None, return_dtype=pl.String)


def code_of_state() -> pl.Expr:
    """Give the code that a Lok Sabha seat's id has before the number, from `State_Name`."""
    codes = {name: place.code for name, place in PLACES.items()}
    return pl.col("State_Name").replace_strict(codes, default=None, return_dtype=pl.String)


def house() -> pl.Expr:
    """Give the id of the house each row's election fills, from `kind`, `territory` and `year`."""
    # until 1990 Delhi elected a Metropolitan Council, which was no legislature
    council = (pl.col("territory") == "in-dl") & (pl.col("year") < 1990)
    return (
        pl.when(pl.col("kind") == "GE")
        .then(pl.lit(LOK_SABHA))
        .when(council)
        .then(pl.lit("in-dl-council"))
        .otherwise(pl.col("territory") + "-assembly")
    )
