"""Result pages as observations of a count: what each shows of votes and leads, and when."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from typing import Any

import polars as pl

from janadesh import model
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.eci_page_agreement import Votes
from janadesh.sources.eci_page_seat import DECLARED
from janadesh.sources.eci_page_seat import UNCONTESTED
from janadesh.sources.eci_pages import PagesRead
from janadesh.sources.eci_pages import SeatShown
from janadesh.sources.observations import LEADS
from janadesh.sources.observations import VOTES
from janadesh.sources.observations import Observations
from janadesh.sources.observations import leads_frame
from janadesh.sources.observations import votes_frame

_COUNTED = frozenset({model.Tally, model.Declaration})


def source_of(election: str) -> model.Source:
    """Give the source of an election's pages as they are followed; its id begins as those of running counts do."""
    title = f"Result pages of {election}, as they were shown during the count"
    return model.Source(
        id=f"count-feed-{election}-pages", title=title, publisher="Election Commission of India", kind="official"
    )


def foundation_of(read: PagesRead) -> Statements:
    """Give what observations of pages refer to: parties, seats, contests, candidacies and the source."""
    frames = {noun: frame for noun, frame in read.statements.frames.items() if noun not in _COUNTED}
    sources = [source_of(election) for election in sorted({seat.election for seat in read.shown})]
    if sources:
        ours = frame_of(model.Source, sources)
        frames[model.Source] = pl.concat([frames[model.Source], ours]) if model.Source in frames else ours
    return Statements(read_from=read.statements.read_from, frames=frames)


def observations_of(read: PagesRead) -> Observations:
    """
    Give what pages show of votes and leads.

    Pages of rounds are left out: they have votes without the postal ones, of which the other pages have all.
    """
    return Observations(
        votes=votes_frame(pl.DataFrame(list(_votes(read.shown)), schema=dict(VOTES))),
        leads=leads_frame(pl.DataFrame(list(_leads(read.shown)), schema=dict(LEADS))),
    )


def _votes(shown: Iterable[SeatShown]) -> Iterator[dict[str, Any]]:
    for seat, votes in _pages(shown):
        is_over = votes.status in {DECLARED, UNCONTESTED}
        for serial, line in votes.lines.items():
            if line.evm is None and line.postal is None and line.total is None:
                # not counted yet, which is not zero
                continue
            yield _place(seat, votes) | {
                "serial": serial,
                "evm": line.evm,
                "postal": line.postal,
                "migrant": line.migrant,
                "total": line.total,
                "status": "final" if is_over else "interim",
                "round": votes.round,
                "rounds": votes.rounds,
                "is_whole": True,
            }


def _leads(shown: Iterable[SeatShown]) -> Iterator[dict[str, Any]]:
    for seat, votes in _pages(shown):
        is_over = votes.status in {DECLARED, UNCONTESTED}
        if votes.lines and not is_over:
            # the votes themselves say who leads
            continue
        first = votes.first()
        leading = votes.ahead if votes.ahead is not None else first[0] if len(first) == 1 else None
        if leading is None:
            continue
        yield _place(seat, votes) | {
            "leading": leading,
            "trailing": _next(votes, leading),
            "margin": votes.margin if votes.margin is not None else votes.lead(),
            "status": votes.status if is_over else "counting",
            "round": votes.round,
            "rounds": votes.rounds,
        }


def _pages(shown: Iterable[SeatShown]) -> Iterator[tuple[SeatShown, Votes]]:
    for seat in shown:
        yield from ((seat, votes) for votes in seat.votes if not votes.only_evm)


def _next(votes: Votes, leading: int) -> int | None:
    """Give the serial that comes after the first, where votes tell."""
    others = {
        serial: line.total
        for serial, line in votes.lines.items()
        if serial not in {leading, model.NOTA} and line.total is not None
    }
    return max(others, key=lambda serial: others[serial] or 0) if others else None


def _place(seat: SeatShown, votes: Votes) -> dict[str, Any]:
    return {
        "observed_at": votes.at,
        "election": seat.election,
        "constituency": seat.seat,
        "page": votes.file,
        "source": source_of(seat.election).id,
    }
