"""Everything that the page of shared seats says: the best allotment, beside others and as moved by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Any

from janadesh import model
from janadesh.analysis.found import the_constituency
from janadesh.analysis.found import the_election
from janadesh.analysis.found import the_party
from janadesh.analysis.moved_seats import FRIENDLY_WORD
from janadesh.analysis.moved_seats import MovedSeats
from janadesh.analysis.moved_seats import chances_of_seats
from janadesh.analysis.moved_seats import moved_seats
from janadesh.analysis.seat_sharing import SeatSharing
from janadesh.analysis.seat_sharing import Wishes
from janadesh.desk.as_of import AsOf
from janadesh.desk.asked_fields import read_count
from janadesh.desk.asked_fields import read_number
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.election_facts import ElectionFacts
from janadesh.desk.share_asked import AIMS
from janadesh.desk.share_asked import FAIR
from janadesh.desk.share_asked import SharingAsked
from janadesh.desk.share_asked import read_rate
from janadesh.desk.share_options import PartyOption
from janadesh.errors import Impossible

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SeatOption:
    """Where a seat may go: a partner's id or `friendly`, how it is called, and the chance with it, 0 to 1."""

    to: str
    short: str
    chance: float

    @property
    def colour(self) -> str:
        """Its style class."""
        return colour_class(None if self.to == FRIENDLY_WORD else self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSeat:
    """One seat: where it may go, is best given and goes, and `row`, what `SeatSharing.seats` says of it."""

    reference: str
    options: tuple[SeatOption, ...]
    best: str
    to: str
    row: Row

    @property
    def is_moved(self) -> bool:
        """Whether it goes elsewhere than proposed."""
        return self.to != self.best

    @property
    def chance(self) -> float:
        """The chance that the partners win it, 0 to 1."""
        return next(option.chance for option in self.options if option.to == self.to)

    @property
    def colour(self) -> str:
        """The style class of who gets it."""
        return colour_class(None if self.to == FRIENDLY_WORD else self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSeats:
    """What the page says; `agreed` are the moves that make of the proposal what was agreed, None where unknown."""

    partners: tuple[PartyOption, ...]
    plans: tuple[Row, ...]
    seats: tuple[SharedSeat, ...]
    hand: MovedSeats
    proved: bool
    gap: float
    mark: int | None
    total: int
    parts: Mapping[str, float]
    agreed: Mapping[str, str] | None

    @property
    def best(self) -> Row:
        """The proposal's row of `plans`."""
        return self.plans[0]

    @property
    def friendly(self) -> tuple[SharedSeat, ...]:
        """The seats for which a friendly contest is proposed."""
        return tuple(seat for seat in self.seats if seat.best == FRIENDLY_WORD)

    @property
    def is_moved(self) -> bool:
        """Whether any seat was moved by hand."""
        return any(seat.is_moved for seat in self.seats)

    @property
    def by_place(self) -> Mapping[str, SharedSeat]:
        """The seats by the id of their constituency."""
        return {seat.row["constituency"]: seat for seat in self.seats}


def resolved(desk: Desk, election: str, asked: SharingAsked, as_of: AsOf) -> SharingAsked:
    """
    Replace names by ids, and seats by their numbers.

    Raises: NotInRecord, where one names nothing or several.
    """
    record, moment = desk.record, as_of.moment

    def party(name: str) -> str:
        return str(the_party(record, name, moment)["id"])

    named = [*asked.parties, *([asked.also] if asked.also else [])]
    parties = tuple(dict.fromkeys(map(party, named)))
    return replace(
        asked,
        parties=parties,
        also="",
        earlier=tuple(the_election(record, name, moment).id for name in asked.earlier),
        rates={(party(a), party(b)): text for (a, b), text in asked.rates.items()},
        # what was typed for a party that is no partner any more is dropped with it
        minimum=_of(parties, {party(name): text for name, text in asked.minimum.items()}),
        must=_of(
            parties,
            {
                party(name): ", ".join(
                    _number(desk, election, seat, as_of) for seat in seats.split(",") if seat.strip()
                )
                for name, seats in asked.must.items()
            },
        ),
    )


def wishes_of(desk: Desk, election: str, asked: SharingAsked, as_of: AsOf) -> Wishes:
    """
    Read resolved wishes.

    Raises: Impossible, where they are no numbers or contradict each other; NotInRecord.
    """
    if asked.fair and asked.fair not in FAIR:
        raise Impossible(f"Fair parts go by {' or '.join(FAIR)}, and not by {asked.fair!r}.")
    if asked.aim not in AIMS:
        raise Impossible(f"The aim is {' or '.join(AIMS)}, and not {asked.aim!r}.")
    must: dict[str, str] = {}
    for party, seats in asked.must.items():
        for seat in filter(None, map(str.strip, seats.split(","))):
            place = the_constituency(desk.record, election, seat, as_of.moment)
            if must.setdefault(place["id"], party) != party:
                raise Impossible(f"{place['name']} cannot go to two partners.")
    partners = set(asked.parties)
    return Wishes(
        transfer=read_rate(asked.rate, asked.unsure),
        transfers={pair: read_rate(text, asked.unsure) for pair, text in asked.rates.items() if set(pair) <= partners},
        minimum={party: read_count(text, "A least number of seats") for party, text in asked.minimum.items()},
        must=must,
        keep_incumbents=asked.keep,
        fair=asked.fair or None,
        tolerance=read_number(asked.within, "By how many seats a fair part may be missed"),
        aim=asked.aim,
        friendly=read_count(asked.friendly, "The most friendly contests") if asked.friendly else None,
    )


def shared_seats(
    facts: ElectionFacts, sharing: SeatSharing, moved: Mapping[str, str], partners: tuple[PartyOption, ...]
) -> SharedSeats:
    """
    Tell an answer as the page does.

    Args:
        facts: of the election.
        sharing: the answer.
        moved: by the constituency's number, where its seat was moved by hand.
        partners: between whom seats are shared.

    Raises: Impossible, where there is no such seat or partner.
    """
    references = {row.constituency: row.reference for row in facts.contests}
    of_reference = {reference: place for place, reference in references.items()}
    hand = moved_seats(sharing, {of_reference.get(seat, seat): to for seat, to in moved.items()})
    chances = chances_of_seats(sharing)
    shorts = {partner.id: partner.short for partner in partners}
    rows = sharing.seats.to_dicts()
    seats = tuple(
        SharedSeat(
            reference=references.get(row["constituency"], row["constituency"]),
            options=tuple(SeatOption(to, shorts.get(to, to), won) for to, won in chances[row["constituency"]].items()),
            best=row["choice"],
            to=hand.to[row["constituency"]],
            row=row,
        )
        for row in rows
    )
    return SharedSeats(
        partners=partners,
        plans=tuple(row | {"seats": [row[shorts[p.id]] for p in partners]} for row in sharing.plans.to_dicts()),
        seats=seats,
        hand=hand,
        proved=sharing.proved,
        gap=sharing.gap,
        mark=facts.seats.majority,
        total=len(seats),
        parts=sharing.parts,
        agreed=_agreed(seats, shorts),
    )


def earlier_names(elections: tuple[model.Election, ...], house: str) -> dict[str, str]:
    """Give elections short names for a table: the year, and for another house which."""
    return {e.id: str(e.year) if e.house == house else e.name for e in elections}


def _agreed(seats: tuple[SharedSeat, ...], shorts: Mapping[str, str]) -> dict[str, str] | None:
    if any(seat.row["agreed_short"] is None for seat in seats):
        return None
    ids = {short: party for party, short in shorts.items()}
    to = {seat.reference: ids.get(seat.row["agreed_short"], FRIENDLY_WORD) for seat in seats}
    return {seat.reference: to[seat.reference] for seat in seats if to[seat.reference] != seat.best}


def _of(parties: tuple[str, ...], values: Mapping[str, str]) -> dict[str, str]:
    return {party: text for party, text in values.items() if party in parties}


def _number(desk: Desk, election: str, seat: str, as_of: AsOf) -> str:
    place = the_constituency(desk.record, election, seat.strip(), as_of.moment)
    # numbers are shorter than ids; where two seats have one number, the id it is
    alike = desk.contests(election, as_of)["number"].to_list().count(place["number"])
    return str(place["number"]) if alike == 1 else str(place["id"])
