"""What the pages of a seat say, as statements: its contest, candidates, votes by moment, and the declaration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from typing import Any

from janadesh import model
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.eci_page_agreement import Votes
from janadesh.sources.eci_page_candidates import Standing
from janadesh.sources.eci_page_contests import SeatRead
from janadesh.sources.eci_page_seat import DECLARED
from janadesh.sources.eci_page_seat import UNCONTESTED
from janadesh.sources.eci_page_tree import INDIA

_FINAL_AFTER = dt.timedelta(days=2)
"""From the start of the day of the count. Later, what a page shows is no longer a count in progress."""

Declared = tuple[str, int | None, dt.datetime]
"""Status, the winner's serial, and when it was known."""

_SAID = ("evm", "postal", "migrant", "total", "status", "round", "rounds")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSeat:
    """
    What the record has of a seat in the election.

    - `has_contest`: whether it is known to be held.
    - `declarations`: status, winner and when it was known, the oldest first.
    - `tallies`: every tally of it, the oldest first.
    - `count_day`: when the votes are counted, where the record knows.
    """

    has_contest: bool = False
    declarations: Sequence[Declared] = ()
    tallies: Sequence[Mapping[str, Any]] = ()
    count_day: dt.date | None = None

    def declared(self, moment: dt.datetime) -> Declared | None:
        """Give the declaration that was last known at a moment."""
        return next((each for each in reversed(self.declarations) if each[2] <= moment), None)

    def standing(self, moment: dt.datetime) -> dict[int, Mapping[str, Any]]:
        """Give the tally of each serial that was last known at a moment."""
        return {tally["serial"]: tally for tally in self.tallies if tally["known_at"] <= moment}


def seat_statements(read: SeatRead, seat: str, election: PlacedElection, held: HeldSeat) -> Iterator[model.Statement]:
    """
    Say what the pages of a seat say, leaving out what the record has already, except full votes.

    Args:
        read: the pages, brought together.
        seat: the constituency's id.
        election: where it belongs.
        held: what the record has.
    """
    if not read.votes:
        return
    place: dict[str, Any] = {"election": election.id, "constituency": seat, "source": election.source}
    begin = min(votes.at for votes in read.votes)
    if not held.has_contest:
        yield model.Contest(**place, known_at=begin)
    uncontested = any(votes.status == UNCONTESTED for votes in read.votes)
    for standing in read.ballot:
        if standing.is_new:
            yield _candidacy(standing, place, begin, uncontested=uncontested)
    said: Declared | None = None
    for votes in sorted(read.votes, key=lambda each: each.at):
        declared = said or held.declared(votes.at)
        final = _is_final(votes, declared, held.count_day)
        if votes.status != UNCONTESTED:
            yield from _tallies(votes, place, held.standing(votes.at), final=final)
        declaration = _declaration(votes, place, final=final)
        if declaration is not None and not _is_known(declaration, declared):
            said = (declaration.status, declaration.winner, declaration.known_at)
            yield declaration


def _candidacy(
    standing: Standing, place: Mapping[str, Any], known_at: dt.datetime, *, uncontested: bool
) -> model.Candidacy:
    return model.Candidacy(
        **place,
        serial=standing.serial,
        serial_kind=standing.serial_kind,
        name=standing.name,
        party=standing.party,
        status="uncontested" if uncontested else "contesting",
        known_at=known_at,
    )


def _is_final(votes: Votes, declared: Declared | None, count_day: dt.date | None) -> bool:
    """Tell whether no more votes are counted: the pages or the record say so, or the count is long over."""
    if votes.only_evm:
        return False
    if votes.status is not None:
        return votes.status in {DECLARED, UNCONTESTED}
    if declared is not None:
        return True
    if count_day is None:
        return False
    return votes.at >= dt.datetime.combine(count_day, dt.time(), INDIA) + _FINAL_AFTER


def _tallies(
    votes: Votes, place: Mapping[str, Any], held: Mapping[int, Mapping[str, Any]], *, final: bool
) -> Iterator[model.Tally]:
    for serial, line in sorted(votes.lines.items()):
        if line.evm is None and line.postal is None and line.total is None:
            # not counted yet, or not shown
            continue
        known = held.get(serial, {})
        tally = model.Tally(
            **place,
            serial=serial,
            evm=line.evm,
            postal=line.postal,
            migrant=line.migrant,
            total=line.total,
            status="final" if final else "interim",
            round=votes.round,
            rounds=votes.rounds,
            known_at=votes.at,
        )
        if line.evm is None and line.total is not None and known.get("total") == line.total:
            # a page of totals only does not take back what is known of their kinds
            tally = replace(tally, evm=known["evm"], postal=known["postal"], migrant=known["migrant"])
        if not _adds_nothing(tally, known):
            yield tally


def _adds_nothing(tally: model.Tally, known: Mapping[str, Any]) -> bool:
    said = [name for name in _SAID if name not in {"round", "rounds"} or getattr(tally, name) is not None]
    same = bool(known) and all(getattr(tally, name) == known[name] for name in said)
    # full votes are said by each source that has them, those without postal votes only where they are new
    return same and (tally.source == known["source"] or tally.postal is None)


def _declaration(votes: Votes, place: Mapping[str, Any], *, final: bool) -> model.Declaration | None:
    known_at = votes.at
    if votes.status == UNCONTESTED:
        return model.Declaration(**place, status="uncontested", winner=votes.ahead, known_at=known_at)
    if not final:
        return None
    first = votes.first()
    if votes.ahead is None and not first:
        return None
    winner = votes.ahead or (first[0] if len(first) == 1 else None)
    if len(first) < 2:
        return model.Declaration(**place, status="declared", winner=winner, known_at=known_at)
    tied = " and ".join(map(str, first))
    note = f"Serials {tied} are equal first"
    if winner is None:
        note += "; the page does not say whom the lot fell on"
    return model.Declaration(
        **place, status="declared", winner=winner, by_lot=winner is not None, note=note, known_at=known_at
    )


def _is_known(declaration: model.Declaration, held: Declared | None) -> bool:
    return held is not None and held[0] == declaration.status and declaration.winner in {None, held[1]}
