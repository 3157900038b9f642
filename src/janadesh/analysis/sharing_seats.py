"""Seat by seat: who gets it, its chance beside the next best, what it rests on, and why."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from janadesh.analysis.allotment import FRIENDLY
from janadesh.analysis.allotment import Allotment
from janadesh.analysis.allotment import Demands
from janadesh.analysis.past_shares import PastShares
from janadesh.analysis.votes import places_of
from janadesh.analysis.win_chances import WinChances
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def seats_allotted(
    record: Record,
    past: PastShares,
    told: WinChances,
    best: Allotment,
    agreed: npt.NDArray[np.int64] | None,
    fixed: tuple[Demands, Mapping[int, int]],
    shorts: Mapping[str, str],
    as_of: Moment | None,
) -> pl.DataFrame:
    """
    Give a row a seat, as `SeatSharing.seats` describes.

    Args:
        record: names seats.
        past: the shares that chances rest on.
        told: the chances.
        best: the allotment.
        agreed: the one that the partners made, if known.
        fixed: the demands, and of its fixed seats those that a partner holds.
        shorts: abbreviations of parties.
        as_of: the moment; None is now.
    """
    partners = [past.parties.index(party) for party in told.partners]
    rivals = [place for place in range(len(past.parties)) if place not in partners]
    options = np.column_stack([told.chances, told.friendly])
    rows = []
    for seat, name in enumerate(past.seats):
        choice = int(best.choice[seat])
        order = [int(o) for o in np.argsort(-options[seat], kind="stable") if o != choice % options.shape[1]]
        rival = max(rivals, key=lambda place: past.shares[seat, place])
        strongest = max(range(len(partners)), key=lambda p: past.shares[seat, partners[p]])
        standing = partners[strongest if choice == FRIENDLY else choice]
        rows.append(
            (
                name,
                "friendly" if choice == FRIENDLY else told.partners[choice],
                _short(choice, told, shorts),
                float(options[seat, choice]),
                _short(order[0] if order[0] < len(partners) else FRIENDLY, told, shorts),
                float(options[seat, order[0]]),
                None if agreed is None else _short(int(agreed[seat]), told, shorts),
                float(past.shares[seat, standing]),
                float(past.shares[seat, partners].sum() - past.shares[seat, standing]),
                shorts.get(past.parties[rival], past.parties[rival]),
                float(past.shares[seat, rival]),
                past.told[seat],
                _why(seat, choice, options[seat], fixed, [shorts[p] for p in told.partners]),
            )
        )
    texts = ("constituency", "choice", "choice_short")
    schema: dict[str, type[pl.DataType]] = dict.fromkeys(texts, pl.String)
    schema |= {"chance": pl.Float64, "second_short": pl.String, "second_chance": pl.Float64}
    schema |= {"agreed_short": pl.String, "own": pl.Float64, "partners": pl.Float64, "rival_short": pl.String}
    schema |= {"rival": pl.Float64, "based_on": pl.String, "why": pl.String}
    shared = pl.DataFrame(rows, schema=schema, orient="row")
    places = places_of(record, shared["constituency"], as_of).select("number", "constituency", "constituency_name")
    return (
        shared.join(places, on="constituency", how="left")
        .select(
            "constituency", "number", "constituency_name", pl.exclude("constituency", "number", "constituency_name")
        )
        .sort("number", "constituency")
    )


def _short(choice: int, told: WinChances, shorts: Mapping[str, str]) -> str:
    return "friendly" if choice == FRIENDLY else shorts[told.partners[choice]]


def _why(
    seat: int,
    choice: int,
    options: npt.NDArray[np.float64],
    fixed: tuple[Demands, Mapping[int, int]],
    names: Sequence[str],
) -> str:
    demands, held = fixed
    best = int(options.argmax())
    lost = 100 * float(options[best] - options[choice])
    cost = f", at {_points(lost)} of chance" if lost >= 1 else ""
    if seat in demands.must:
        return (
            f"{names[choice]} holds it" if held.get(seat) == demands.must[seat] else f"{names[choice]} insists"
        ) + cost
    if choice == FRIENDLY:
        gain = 100 * float(options[-1] - options[:-1].max())
        return f"votes that do not follow cost more than they bring: {_points(gain)}"
    if lost < 1:
        second = 100 * float(np.partition(np.delete(options, choice), -1)[-1])
        before = 100 * float(options[choice]) - second
        return f"best chance, {_points(before)} before the next" if before >= 1 else "as good as the next"
    return f"for what {names[choice]} is to have{cost}"


def _points(number: float) -> str:
    whole = round(number)
    return f"{whole} point" if whole == 1 else f"{whole} points"
