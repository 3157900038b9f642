"""Everything that the page of governments says: who sits in the house, and what a coalition comes to in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Any

from janadesh.analysis.chosen_coalition import ChosenCoalition
from janadesh.analysis.chosen_coalition import chosen_coalition
from janadesh.analysis.found import the_party
from janadesh.analysis.government import Government
from janadesh.analysis.government import government
from janadesh.desk.as_of import AsOf
from janadesh.desk.asked_fields import read_count
from janadesh.desk.colours import colour_class
from janadesh.desk.desk import Desk
from janadesh.desk.government_asked import GovernmentAsked
from janadesh.errors import Impossible
from janadesh.export.drawings.half_circle import Place
from janadesh.export.drawings.half_circle import half_circle

Row = dict[str, Any]

MOST_COALITIONS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseParty:
    """
    A party in the house.

    `seats` are all of its members, `nominated` those of them who are, `inside` how many are in the coalition.
    `sits_alone` is for those without a party, of whom each decides alone. Power is from 0 to 1, of all its members.
    """

    id: str
    name: str
    short: str
    seats: int
    nominated: int
    sits_alone: bool
    banzhaf: float
    shapley: float
    needed: bool
    inside: int
    is_pivotal: bool

    @property
    def colour(self) -> str:
        """Its style class."""
        return colour_class(self.id)


@dataclass(frozen=True, slots=True)
class Member:
    """One dot of the half-circle; `place` in a box 2 wide and 1 high whose lower middle is the centre."""

    place: Place
    party: HouseParty
    is_inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseFacts:
    """The house, the coalition chosen in it, and the coalitions of which every member is needed."""

    government: Government
    parties: tuple[HouseParty, ...]
    coalition: ChosenCoalition
    coalitions: tuple[Row, ...]
    members: tuple[Member, ...]
    dot: float

    @property
    def inside(self) -> tuple[HouseParty, ...]:
        """Who is in the coalition."""
        return tuple(party for party in self.parties if party.inside)

    @property
    def outside(self) -> tuple[HouseParty, ...]:
        """Who is not, or not with all members."""
        return tuple(party for party in self.parties if party.inside < party.seats)


def resolved(desk: Desk, asked: GovernmentAsked, as_of: AsOf) -> GovernmentAsked:
    """
    Replace names by ids.

    Raises: NotInRecord, where one names nothing or several.
    """

    def party(name: str) -> str:
        return str(the_party(desk.record, name, as_of.moment)["id"])

    return replace(
        asked,
        inside=None if asked.inside is None else tuple(dict.fromkeys(map(party, asked.inside))),
        alone={party(name): count for name, count in asked.alone.items()},
        nominated={party(name): count for name, count in asked.nominated.items()},
        never=tuple((party(one), party(other)) for one, other in asked.never),
    )


def reckoned(desk: Desk, election: str, asked: GovernmentAsked, as_of: AsOf) -> Government:
    """
    Reckon the house with what is supposed of it, who sits together being parties.

    Raises: NotInRecord, where nobody has been elected; Impossible.
    """
    nominated = {party: read_count(count, "A number of nominated members") for party, count in asked.nominated.items()}
    if any(one == other for one, other in asked.never):
        raise Impossible("It takes two different parties that do not govern together.")
    return government(
        desk.record,
        election,
        as_of.moment,
        by="party",
        nominated={party: count for party, count in nominated.items() if count},
        never=asked.never,
        most=MOST_COALITIONS,
    )


def house_facts(told: Government, asked: GovernmentAsked, alone: frozenset[str]) -> HouseFacts:
    """
    Tell a house and a coalition as the page does.

    Args:
        told: the house.
        asked: the coalition, resolved.
        alone: ids under which those sit who have no party.

    Raises: Impossible, where a party has no seat, or more of those who sit alone are taken than there are.
    """
    rows: dict[str, Row] = {}
    for row in told.benches.iter_rows(named=True):
        kept = rows.setdefault(row["id"], row | {"seats": 0, "banzhaf": 0.0, "shapley": 0.0, "needed": False})
        for name in ("seats", "banzhaf", "shapley"):
            kept[name] += row[name]
        kept["needed"] = kept["needed"] or row["needed"]
    inside = _inside(rows, asked, alone)
    seats_of = {party: count for party, count in inside.items() if party not in alone}
    seats_of |= {f"{party} {one}": 1 for party, count in inside.items() if party in alone for one in range(count)}
    coalition = chosen_coalition(seats_of, told.mark)
    # of those who sit alone all are alike
    pivotal = {member if member in rows else member.rpartition(" ")[0] for member in coalition.pivotal}
    parties = tuple(
        HouseParty(
            id=party,
            name=row["name"],
            short=row["short"],
            seats=row["seats"],
            nominated=int(asked.nominated.get(party, 0)),
            sits_alone=party in alone,
            banzhaf=row["banzhaf"],
            shapley=row["shapley"],
            needed=row["needed"],
            inside=inside.get(party, 0),
            is_pivotal=party in pivotal,
        )
        for party, row in sorted(rows.items(), key=lambda item: (item[0] in alone, -item[1]["seats"], item[0]))
    )
    members, dot = _seated(parties)
    return HouseFacts(
        government=told,
        parties=parties,
        coalition=coalition,
        coalitions=tuple(_with_query(row, parties, asked) for row in told.coalitions.iter_rows(named=True)),
        members=members,
        dot=dot,
    )


def _inside(rows: Mapping[str, Row], asked: GovernmentAsked, alone: frozenset[str]) -> dict[str, int]:
    absent = [party for party in [*(asked.inside or ()), *asked.alone] if party not in rows]
    if absent:
        raise Impossible(f"{', '.join(absent)} has no seat in this house, and brings none to a coalition.")
    inside = {party: int(rows[party]["seats"]) for party in asked.inside or () if party not in alone}
    for party, text in asked.alone.items():
        count = read_count(text, "How many of those who sit alone take part")
        if count > rows[party]["seats"]:
            raise Impossible(f"Only {rows[party]['seats']} sit alone here, and {count} were taken into the coalition.")
        inside[party] = count
    return {party: count for party, count in inside.items() if count}


def _seated(parties: tuple[HouseParty, ...]) -> tuple[tuple[Member, ...], float]:
    """Seat the coalition from the left, the others from the right, the largest of each outermost."""
    ours = [(party, True) for party in sorted(parties, key=lambda p: -p.inside) for _ in range(party.inside)]
    rest = sorted(parties, key=lambda p: p.seats - p.inside)
    others = [(party, False) for party in rest for _ in range(party.seats - party.inside)]
    drawn = half_circle(len(ours) + len(others))
    seated = zip(drawn.places, [*ours, *others], strict=True)
    return tuple(Member(place, party, is_inside) for place, (party, is_inside) in seated), drawn.dot


def _with_query(row: Row, parties: tuple[HouseParty, ...], asked: GovernmentAsked) -> Row:
    """Add the address's query that chooses a coalition; none where a short name could mean two parties."""
    ids: dict[str, list[HouseParty]] = {}
    for party in parties:
        ids.setdefault(party.short, []).append(party)
    whole, alone = [], {}
    for part in row["coalition"].split(" + "):
        count, _, short = part.partition(" ")
        named, number = (ids[part], "1") if part in ids else (ids.get(short, []), count)
        if len(named) != 1:
            return row | {"query": None}
        if named[0].sits_alone:
            alone[named[0].id] = number
        else:
            whole.append(named[0].id)
    return row | {"query": replace(asked, inside=tuple(whole), alone=alone).query()}
