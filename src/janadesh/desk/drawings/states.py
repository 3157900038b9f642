"""
Where the seats of India's states stand in a map of tiles, when nobody has drawn the seats themselves.

States become circles of as much room as they have seats, pushed apart until none covers another, as in D. Dorling's
area cartograms (Concepts and Techniques in Modern Geography 59, 1996); seats fill their state's circle.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from collections.abc import Sequence

CENTRES: Mapping[str, tuple[float, float]] = {
    "in-an": (92.7, 11.5),
    "in-ap": (79.8, 15.3),
    "in-ar": (95.0, 28.2),
    "in-as": (92.8, 26.3),
    "in-br": (85.6, 25.9),
    "in-cg": (81.9, 21.3),
    "in-ch": (76.8, 30.7),
    "in-dl": (77.1, 28.6),
    "in-dn": (72.9, 20.2),
    "in-ga": (74.0, 15.3),
    "in-gj": (71.6, 22.7),
    "in-hp": (77.3, 31.9),
    "in-hr": (76.2, 29.2),
    "in-jh": (85.5, 23.6),
    "in-jk": (75.0, 33.6),
    "in-ka": (76.0, 14.8),
    "in-kl": (76.4, 10.3),
    "in-la": (77.6, 34.3),
    "in-ld": (72.7, 10.6),
    "in-mh": (75.6, 19.4),
    "in-ml": (91.3, 25.5),
    "in-mn": (93.9, 24.7),
    "in-mp": (78.4, 23.5),
    "in-mz": (92.8, 23.3),
    "in-nl": (94.5, 26.1),
    "in-od": (84.4, 20.5),
    "in-pb": (75.4, 31.0),
    "in-py": (79.8, 11.9),
    "in-rj": (73.8, 26.6),
    "in-sk": (88.5, 27.6),
    "in-tg": (79.0, 17.9),
    "in-tn": (78.4, 11.0),
    "in-tr": (91.7, 23.7),
    "in-uk": (79.2, 30.2),
    "in-up": (80.6, 27.0),
    "in-wb": (88.0, 23.4),
}
"""About the middle of each state and union territory, in degrees east and north."""

FEWEST = 5
"""States that an election must reach to be drawn so."""
_PUSHES = 300
_HOME = 0.02
"""How much of the way back to its place a circle goes after each push."""
_GOLDEN = math.pi * (3 - math.sqrt(5))


def state_points(territories: Sequence[str | None]) -> list[tuple[float, float]] | None:
    """Give each seat a place, x to the right and y downward, by its state; None where a state's place is unknown."""
    seats = Counter(territories)
    if len(seats) < FEWEST or not all(state in CENTRES for state in seats):
        return None
    middles = _apart({state: count for state, count in seats.items() if state is not None})
    met: Counter[str | None] = Counter()
    points = []
    for state in territories:
        x, y = middles[state or ""]
        # a sunflower's seeds: as many as wished, evenly
        out, turn = math.sqrt((met[state] + 0.5) / math.pi), met[state] * _GOLDEN
        points.append((x + out * math.cos(turn), y + out * math.sin(turn)))
        met[state] += 1
    return points


def _apart(seats: Mapping[str, int]) -> dict[str, tuple[float, float]]:
    # a degree is about as wide as the country has seats for: 29 by 29 degrees, 543 seats
    scale = math.sqrt(sum(seats.values()) / 300)
    home = {state: (CENTRES[state][0] * scale * 0.93, -CENTRES[state][1] * scale) for state in seats}
    at = dict(home)
    names = sorted(seats)
    for _ in range(_PUSHES):
        for place, one in enumerate(names):
            for other in names[place + 1 :]:
                (ax, ay), (bx, by) = at[one], at[other]
                apart = math.hypot(bx - ax, by - ay) or 1e-6
                wanted = math.sqrt(seats[one] / math.pi) + math.sqrt(seats[other] / math.pi)
                if apart < wanted:
                    # the smaller one gives way
                    heavier = seats[one] / (seats[one] + seats[other])
                    push_x, push_y = (bx - ax) / apart * (wanted - apart), (by - ay) / apart * (wanted - apart)
                    at[one] = (ax - push_x * (1 - heavier), ay - push_y * (1 - heavier))
                    at[other] = (bx + push_x * heavier, by + push_y * heavier)
        at = {s: (x + (home[s][0] - x) * _HOME, y + (home[s][1] - y) * _HOME) for s, (x, y) in at.items()}
    return at
