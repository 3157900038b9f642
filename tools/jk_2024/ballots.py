"""Contests, candidacies, tallies and declarations of an election, from the frame that a reader of results gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import polars as pl

from janadesh import model
from jk_2024 import parties
from jk_2024 import people
from jk_2024 import places
from jk_2024 import schedule

Row = dict[str, Any]

RESULT_SOURCES = {
    "in-jk-2024": "eci-results-2024-jk",
    "in-ls-2024": "eci-results-2024-ls",
    "in-ls-2019": "eci-results-2019-ls",
}

REBELS = {
    ("in-ls-2024", "mohmad-haneefa"): "in-nc",
    ("in-ls-2009", "hassan-khan"): "in-nc",
}
"""Candidacies of somebody who stood against the party's own choice."""

ENDORSED = {
    ("in-ls-2024", "tsering-namgyal"): ("in-india", "in-nc"),
    ("in-ls-2024", "abdul-rashid-sheikh"): ("in-jkaip",),
    ("in-ls-2024", "choudhary-lal-singh"): ("in-india", "in-nc", "in-pdp"),
    ("in-ls-2024", "raman-bhalla"): ("in-india", "in-nc", "in-pdp"),
    ("in-jk-2024", "khursheed-ahmad-sheikh"): ("in-jkaip",),
}
"""Alliances and parties that backed a candidacy, by election and person."""


def constituency(election: str, seat: str) -> str:
    """Name the constituency that an election's seat is: `27`, `U08-1` or `S09-4` as the readers give it."""
    if "-" not in seat:
        return places.assembly_seat(int(seat), "2022" if election == "in-jk-2024" else "1995")
    code, number = seat.split("-")
    if code == "U09":
        return places.LADAKH
    return places.lok_sabha_seat(int(number), "2022" if code == "U08" else "1995")


def said_of_result(election: str) -> Row:
    """Give what every row about an election's result shares."""
    return {
        "election": election,
        "known_at": schedule.COUNTED[election],
        "source": RESULT_SOURCES.get(election, "eci-statistical-reports"),
    }


def candidates(election: str, frame: pl.DataFrame, phases: dict[int, int]) -> Iterable[Row]:
    """Give the candidates of an election; they are known from the day on which nobody could withdraw any more."""
    party_ids, persons = parties.ids(), people.who_stood()
    on_ballot = election in ("in-jk-2024", "in-ls-2019")
    for row in frame.filter(pl.col("serial") != model.NOTA).iter_rows(named=True):
        known_at = schedule.COUNTED[election]
        if election == "in-jk-2024":
            known_at = schedule.WITHDRAWN_2024[phases[int(row["seat"])]]
        elif election == "in-ls-2024":
            known_at = schedule.WITHDRAWN_LOK_SABHA_2024[schedule.LOK_SABHA_PHASES[election][row["seat"]]]
        person = persons.get((election, row["seat"], row["candidate"]))
        yield said_of_result(election) | {
            "constituency": constituency(election, row["seat"]),
            "serial": row["serial"],
            "serial_kind": "ballot" if on_ballot else "list",
            "name": row["candidate"],
            "party": party_ids[row["party"]],
            "person": person,
            "status": "contesting",
            "rebel_of": REBELS.get((election, person or "")),
            "known_at": known_at,
        }


def check_that_everybody_was_found(candidacies: list[Row]) -> None:
    """Stop where a line of `stood.py` names no candidacy, or two namesakes of one seat."""
    found = [(c["election"], c["constituency"], c["name"]) for c in candidacies if c["person"] is not None]
    for election, seat, name in people.who_stood():
        times = found.count((election, constituency(election, seat), name))
        if times != 1:
            raise ValueError(f"{name} in {seat}, {election}, is listed {times} times; correct stood.py")


def contests(election: str, frame: pl.DataFrame, phases: dict[int, int]) -> Iterable[Row]:
    """Give the seats that vote in an election, with their phase where it is known."""
    announced = schedule.ANNOUNCED[election]
    for seat in frame["seat"].unique(maintain_order=True):
        of_lok_sabha = schedule.LOK_SABHA_PHASES.get(election, {})
        yield {
            "election": election,
            "constituency": constituency(election, seat),
            "phase": phases[int(seat)] if election == "in-jk-2024" else of_lok_sabha.get(seat),
            "known_at": announced,
            "source": f"eci-schedule-{announced}",
        }
    if election == "in-ls-2024":
        yield {
            "election": election,
            "constituency": places.lok_sabha_seat(3),
            "phase": 6,
            "known_at": "2024-04-30",
            "source": "eci-press-2024-04-30",
            "note": "Moved from 7 to 25 May",
        }


def tallies(election: str, frame: pl.DataFrame) -> Iterable[Row]:
    """Give the final votes of an election."""
    for row in frame.iter_rows(named=True):
        yield said_of_result(election) | {
            "constituency": constituency(election, row["seat"]),
            "serial": row["serial"],
            "evm": row["evm"],
            "postal": row["postal"],
            "migrant": row["migrant"],
            "total": row["total"],
            "status": "final",
        }


def declarations(election: str, frame: pl.DataFrame) -> Iterable[Row]:
    """Give the winner of each seat of an election."""
    first = frame.filter(pl.col("serial") != model.NOTA).sort("total", descending=True, maintain_order=True)
    winners = dict(first.unique("seat", keep="first").select("seat", "serial").iter_rows())
    for seat in frame["seat"].unique(maintain_order=True):
        yield said_of_result(election) | {
            "constituency": constituency(election, seat),
            "status": "declared",
            "winner": winners[seat],
        }


def endorsements(candidacies: list[Row]) -> list[Row]:
    """Say who backed whose candidacy beside the party on the ballot paper."""
    rows: list[Row] = []
    for (election, person), backers in ENDORSED.items():
        for candidacy in (c for c in candidacies if (c["election"], c["person"]) == (election, person)):
            place = {key: candidacy[key] for key in ("election", "constituency", "serial", "known_at")}
            rows.extend(place | {"backer": backer, "source": "alliance-announcements"} for backer in backers)
    return rows
