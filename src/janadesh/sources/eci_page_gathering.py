"""Official result pages sorted into the elections and seats of the record, with what cannot be placed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from typing import cast

from janadesh import model
from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.sources import eci_page_names as names
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.eci_page import OF_A_SEAT
from janadesh.sources.eci_page import Page
from janadesh.sources.eci_page import read_page
from janadesh.sources.eci_page_contests import Observed
from janadesh.sources.eci_page_contests import Said
from janadesh.sources.eci_page_live import LiveLead
from janadesh.sources.eci_page_parties import PartySeats
from janadesh.sources.eci_page_parties import WonSeat
from janadesh.sources.eci_page_places import Places
from janadesh.sources.eci_page_seat import DECLARED
from janadesh.sources.eci_page_statewise import ListedSeat
from janadesh.sources.eci_page_tree import UnreadablePage

_KNOWN_AT = "Say when it was published, `--known-at 2024-10-08T18:30`, in Python `known_at`."


@dataclass(frozen=True, slots=True, kw_only=True)
class OfSeat:
    """What one page says of one seat, in its place. `said` is also of the live map, which only names who leads."""

    election: PlacedElection
    seat: str
    observed: Observed | None = None
    lead: LiveLead | None = None
    page: Page
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfParties:
    """The tally of seats by party of one page."""

    election: PlacedElection
    page: Page
    at: dt.datetime
    parties: tuple[PartySeats, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Everything read and placed; `pages` counts those that could be used."""

    seats: tuple[OfSeat, ...]
    parties: tuple[OfParties, ...]
    new_seats: tuple[model.Constituency, ...]
    set_aside: tuple[Fault, ...]
    pages: int


def gather(files: Iterable[tuple[str, bytes]], places: Places, known_at: dt.datetime | None, within: str) -> Gathered:
    """
    Read pages and place them.

    Args:
        files: names and contents.
        places: places them in a record.
        known_at: when pages were published that do not say when they were last updated.
        within: folders above the names, which may tell the election.
    """
    seats: list[OfSeat] = []
    parties: list[OfParties] = []
    new: dict[str, model.Constituency] = {}
    faults: list[Fault] = []
    usable = 0
    pages: list[tuple[dt.datetime, Page]] = []
    for file, content in files:
        try:
            page = read_page(file, content, f"{within}/{file}" if within else file)
        except UnreadablePage as error:
            faults.append(error.fault)
            continue
        at = page.updated.astimezone(dt.UTC) if page.updated else known_at
        if at is None:
            problem = "the page does not say when it was last updated"
            faults.append(Fault(file=file, problem=problem, cure=_KNOWN_AT))
            continue
        pages.append((at, page))
    # the earliest first, so that what is made new is known from then on
    for at, page in sorted(pages, key=lambda each: (each[0], each[1].file)):
        placed, told = _placed(page, at, places, new)
        faults += told
        seats += [each for each in placed if isinstance(each, OfSeat)]
        parties += [each for each in placed if isinstance(each, OfParties)]
        usable += bool(placed)
    return Gathered(
        seats=tuple(seats),
        parties=tuple(parties),
        new_seats=tuple(new.values()),
        set_aside=(*faults, *_tallies_that_disagree(parties, seats)),
        pages=usable,
    )


def _placed(
    page: Page, at: dt.datetime, places: Places, new: dict[str, model.Constituency]
) -> tuple[list[OfSeat | OfParties], list[Fault]]:
    placed: list[OfSeat | OfParties] = []
    faults: list[Fault] = []
    for part, number, printed, said in _parts(page):
        election = places.election(part, at)
        if isinstance(election, Fault):
            # the other seats of the page would be told the same
            return placed, [*faults, election]
        if said is None:
            tally = page.content if isinstance(page.content, tuple) else ()
            rows = tuple(row for row in tally if isinstance(row, PartySeats))
            placed.append(OfParties(election=election, page=page, at=at, parties=rows))
            continue
        seat = places.seat(page.file, number, printed, election)
        if isinstance(seat, Fault):
            faults.append(seat)
            continue
        if seat.new is not None:
            new.setdefault(seat.id, seat.new)
        lead = said if isinstance(said, LiveLead) else None
        observed = None if isinstance(said, LiveLead) else Observed(page=page, at=at, said=said)
        placed.append(OfSeat(election=election, seat=seat.id, observed=observed, lead=lead, page=page, at=at))
    return placed, faults


def _parts(page: Page) -> Iterator[tuple[Page, int | None, str | None, Said | LiveLead | None]]:
    """Give what the page says seat by seat: where that belongs, number and name, and what is said."""
    if page.kind in OF_A_SEAT:
        yield page, page.number, page.seat, cast("Said", page.content)
    elif page.kind == names.PARTYWISE:
        yield page, None, None, None
    elif isinstance(page.content, tuple):
        for row in page.content:
            if isinstance(row, LiveLead):
                yield replace(page, state_code=row.state, state=None), row.number, None, row
            elif isinstance(row, ListedSeat | WonSeat):
                yield page, row.number, row.seat, row


def _tallies_that_disagree(parties: Iterable[OfParties], seats: Iterable[OfSeat]) -> Iterator[Fault]:
    """Hold the tally of seats by party against the list of seats, where that is whole and all is declared."""
    listed: dict[str, dict[str, ListedSeat]] = {}
    for each in seats:
        if each.observed is not None and isinstance(each.observed.said, ListedSeat):
            listed.setdefault(each.election.id, {})[each.seat] = each.observed.said
    for tally in parties:
        rows = listed.get(tally.election.id, {}).values()
        if len(rows) != sum(party.total for party in tally.parties) or any(row.status != DECLARED for row in rows):
            continue
        won = Counter(spelling_key(row.leading_party or "") for row in rows)
        for party in tally.parties:
            by_lists = won[spelling_key(party.party)]
            if party.leading == 0 and by_lists != party.won:
                problem = f"{party.party} has {party.won} seats by it, and {by_lists} by the lists of seats"
                cure = "Look at both pages; the tally by party is left out."
                yield Fault(file=tally.page.file, problem=problem, cure=cure)
