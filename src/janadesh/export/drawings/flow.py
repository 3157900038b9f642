"""Seats flowing from party to party between two elections, as bands from left to right (an alluvial diagram)."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from janadesh.errors import Impossible
from janadesh.export.drawings import svg

OTHERS = "others"

_WIDTH, _LEFT, _RIGHT, _BAR = 760, 190, 570, 14
_HEIGHT, _GAP, _TOP = 520, 7, 76


@dataclass(frozen=True, slots=True)
class Flow:
    """Seats that one side held before and another (or the same) holds now, with the colours of both."""

    before: str
    now: str
    seats: int
    colour_before: str | None = None
    colour_now: str | None = None


@dataclass(frozen=True, slots=True)
class _Bar:
    top: float
    seats: int


def flow_picture(title: str, flows: Sequence[Flow], sides: tuple[str, str], most: int = 9) -> str:
    """
    Draw a bar for what each side held before, one for what it holds now, and a band for each flow between them.

    A band has the colour of who holds the seats now. Most seats stand at the top.

    Args:
        title: what it is.
        flows: each pair of sides once.
        sides: what is written above the bars at the left and at the right.
        most: sides drawn by name; those with fewer seats together are `OTHERS`.

    Raises: Impossible, where no seat is known at both elections.
    """
    flows = _merged([flow for flow in flows if flow.seats > 0], most)
    if not flows:
        raise Impossible("No seat is known at both elections, so nothing flows from one to the other.")
    of_before, of_now = _sums(flows, "before"), _sums(flows, "now")
    total = sum(of_before.values())
    unit = (_HEIGHT - _GAP * (max(len(of_before), len(of_now)) - 1)) / total
    bars_before, bars_now = _bars(of_before, unit), _bars(of_now, unit)
    colours = _colours(flows)
    parts = [
        svg.heading(title, _WIDTH),
        svg.label(_LEFT + _BAR, _TOP - 14, sides[0], anchor="end", size=svg.fitting(sides[0], _LEFT, 13), bold=True),
        svg.label(_RIGHT - _BAR, _TOP - 14, sides[1], size=svg.fitting(sides[1], _WIDTH - _RIGHT, 13), bold=True),
    ]
    for flow, edges in _bands(flows, bars_before, bars_now, unit):
        told = f"{_seats(flow.seats)} from {flow.before} to {flow.now}"
        told = f"{_seats(flow.seats)} stayed with {flow.now}" if flow.before == flow.now != OTHERS else told
        parts.append(svg.band(_LEFT + _BAR, _RIGHT - _BAR, edges, colours[flow.now], told))
    for bars, x, anchor, words_at in (
        (bars_before, _LEFT, "end", _LEFT - 10),
        (bars_now, _RIGHT - _BAR, "start", _RIGHT + 10),
    ):
        for side, bar in bars.items():
            parts.append(svg.box(x, bar.top, _BAR, bar.seats * unit, colours[side], f"{side}: {_seats(bar.seats)}"))
            # the names of the smallest bars need more room than the bars
            short = svg.cut(side, 20)
            name = f"{bar.seats} {short}" if anchor == "start" else f"{short} {bar.seats}"
            parts.append(svg.label(words_at, bar.top + bar.seats * unit / 2 + 4, name, anchor=anchor))
    bottom = max(bar.top + bar.seats * unit for bars in (bars_before, bars_now) for bar in bars.values())
    stayed = sum(flow.seats for flow in flows if flow.before == flow.now != OTHERS)
    told = "; ".join(f"{f.seats} from {f.before} to {f.now}" for f in sorted(flows, key=lambda f: -f.seats))
    return svg.picture(_WIDTH, bottom + 24, title, parts, f"Of {_seats(total)} {stayed} stayed with one side. {told}.")


def _merged(flows: Sequence[Flow], most: int) -> list[Flow]:
    sums: dict[str, int] = {}
    for flow in flows:
        for side in (flow.before, flow.now):
            sums[side] = sums.get(side, 0) + flow.seats
    named = set(sorted(sums, key=lambda side: -sums[side])[:most])
    together: dict[tuple[str, str], Flow] = {}
    for flow in flows:
        before, colour_before = (flow.before, flow.colour_before) if flow.before in named else (OTHERS, None)
        now, colour_now = (flow.now, flow.colour_now) if flow.now in named else (OTHERS, None)
        seats = flow.seats + (together[before, now].seats if (before, now) in together else 0)
        together[before, now] = Flow(before, now, seats, colour_before, colour_now)
    return list(together.values())


def _bands(
    flows: Sequence[Flow], before: Mapping[str, _Bar], now: Mapping[str, _Bar], unit: float
) -> Iterator[tuple[Flow, tuple[float, float, float, float]]]:
    """Give each flow its span at both ends, in the order of the other end, so that those of one bar do not cross."""
    at_left, at_right = ({side: place for place, side in enumerate(bars)} for bars in (before, now))
    left = {side: bar.top for side, bar in before.items()}
    right = {side: bar.top for side, bar in now.items()}
    starts = {}
    for flow in sorted(flows, key=lambda f: (at_left[f.before], at_right[f.now])):
        starts[flow.before, flow.now] = left[flow.before]
        left[flow.before] += flow.seats * unit
    for flow in sorted(flows, key=lambda f: (at_right[f.now], at_left[f.before])):
        top, end = starts[flow.before, flow.now], right[flow.now]
        right[flow.now] += flow.seats * unit
        yield flow, (top, top + flow.seats * unit, end, end + flow.seats * unit)


def _sums(flows: Sequence[Flow], end: str) -> dict[str, int]:
    sums: dict[str, int] = {}
    for flow in flows:
        side = getattr(flow, end)
        sums[side] = sums.get(side, 0) + flow.seats
    return dict(sorted(sums.items(), key=lambda item: (item[0] == OTHERS, -item[1], item[0])))


def _bars(sums: dict[str, int], unit: float) -> dict[str, _Bar]:
    bars, top = {}, float(_TOP)
    for side, seats in sums.items():
        bars[side] = _Bar(top, seats)
        top += max(seats * unit, 8) + _GAP
    return bars


def _colours(flows: Sequence[Flow]) -> dict[str, str | None]:
    colours: dict[str, str | None] = {flow.before: flow.colour_before for flow in flows}
    return colours | {flow.now: flow.colour_now for flow in flows}


def _seats(count: int) -> str:
    return f"{count} seat{'' if count == 1 else 's'}"
