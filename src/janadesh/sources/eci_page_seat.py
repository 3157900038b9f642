"""What a result page says of one seat: a line a candidate, whichever of the layouts it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from janadesh.names.spelling import spelling_key
from janadesh.sources.eci_page_tree import unreadable

DECLARED = "declared"
COUNTING = "counting"
UNCONTESTED = "uncontested"
WINNING = frozenset({"won", "leading"})
STANDINGS = frozenset({"won", "lost", "leading", "trailing"})

_NOTA = frozenset({"nota", "noneoftheabove"})
_SHARE_ROUNDING = 0.011
"""Percent points. Shares are printed to two places; one step of either sum is allowed for."""


@lru_cache(maxsize=1 << 16)
def is_nota(name: str, party: str) -> bool:
    """Tell whether a line is of none of the above."""
    return spelling_key(name) in _NOTA or spelling_key(party) == "noneoftheabove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    A candidate, or NOTA, with votes by kind; None is unknown.

    - `serial`: the ballot paper's number, where the layout has it.
    - `share`: percent of all votes, NOTA included, as printed.
    - `standing`: `won`, `lost`, `leading`, `trailing`, `uncontested`, or None where the layout does not say.
    - `margin`: votes ahead of the next, or behind the first, as printed with its sign.
    """

    name: str
    party: str
    serial: int | None = None
    evm: int | None = None
    postal: int | None = None
    migrant: int | None = None
    total: int | None = None
    share: float | None = None
    standing: str | None = None
    margin: int | None = None

    @property
    def is_nota(self) -> bool:
        """Whether the line is of none of the above, who is no candidate."""
        return is_nota(self.name, self.party)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatVotes:
    """
    The lines of one seat's page, in its order.

    - `status`: `declared`, `counting` or `uncontested`; None where the page does not say.
    - `state`, `seat`: as the page prints them, where it does.
    """

    lines: tuple[Line, ...]
    status: str | None = None
    state: str | None = None
    seat: str | None = None

    @property
    def candidates(self) -> tuple[Line, ...]:
        """The lines of candidates, NOTA left out."""
        return tuple(line for line in self.lines if not line.is_nota)


def status_of(text: str) -> str | None:
    """Read a status text: `Result Declared`, `Result in Progress`, `Uncontested`."""
    words = text.lower()
    if "uncontest" in words:
        return UNCONTESTED
    if "progress" in words or "not declared" in words or "awaited" in words:
        return COUNTING
    return DECLARED if "declared" in words else None


def check_lines(lines: tuple[Line, ...], file: str) -> None:
    """
    Make sure that the lines of a seat fit together.

    Raises: UnreadablePage, where there is no candidate, one stands twice, or sums and shares do not fit.
    """
    if not any(not line.is_nota for line in lines):
        raise unreadable(file, "it lists no candidate")
    if sum(line.is_nota for line in lines) > 1:
        raise unreadable(file, "NOTA stands in it twice")
    serials = [line.serial for line in lines if line.serial is not None]
    if len(serials) not in {0, len(lines)} or len(set(serials)) < len(serials):
        raise unreadable(file, "its serial numbers are not one for each line")
    for line in lines:
        parts = [line.evm, line.postal, *([line.migrant] if line.migrant is not None else [])]
        added = sum(part for part in parts if part is not None)
        if None not in (*parts, line.total) and added != line.total:
            problem = f"votes of {line.name} by kind are {added} together, and {line.total} is printed"
            raise unreadable(file, problem)
    for line, share in _shares_that_do_not_fit(lines):
        problem = (
            f"the votes of {line.name} are {share:.2f} percent of those on the page, and {line.share:.2f} is printed"
        )
        raise unreadable(file, f"{problem}; a line may be missing")


def _shares_that_do_not_fit(lines: tuple[Line, ...]) -> Iterator[tuple[Line, float]]:
    totals = [line.total for line in lines]
    counted = sum(total for total in totals if total is not None)
    if None in totals or not counted:
        return
    for line in lines:
        share = 100 * (line.total or 0) / counted
        if line.share is not None and abs(share - line.share) > _SHARE_ROUNDING:
            yield line, share
