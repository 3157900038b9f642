"""The reporting units of a report as territories, houses and constituencies, and the contests that these hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field

from janadesh import model
from janadesh.sources.nist_election import Said
from janadesh.sources.nist_objects import Object
from janadesh.sources.nist_objects import Report
from janadesh.sources.nist_objects import slug
from janadesh.sources.nist_terms import DELIMITATION
from janadesh.sources.nist_terms import NATIONAL_CODE
from janadesh.sources.nist_terms import OTHER

_LEGISLATURES = {
    "congressional": "parliament",
    "state-house": "assembly",
    "state-senate": "assembly",
    "county-council": "council",
    "city-council": "council",
    "borough": "council",
    "ward": "council",
}
"""Types of districts of which one house has many, with the kind of this house."""


@dataclass(frozen=True, slots=True)
class Place:
    """A contest with the constituency and the house that it stands for."""

    contest: Object
    constituency: str
    house: str


@dataclass(slots=True)
class Places:
    """What the units of a report are in the record; `statements` are said of them."""

    scope: str
    territory: str
    statements: list[model.Noun] = field(default_factory=list)
    contests: list[Place] = field(default_factory=list)


def places(report: Report, election: Object, year: int, said: Said) -> Places:
    """
    Place the units and contests of an election.

    Raises: Refused where the election's scope is no unit of the report.
    """
    scope = report.object(report.text(election, "ElectionScopeId"))
    if scope is None:
        raise report.refused("no unit has this id", "ElectionScopeId", report.text(election, "ElectionScopeId"))
    parents = _parents(report)
    territories = _territories(report, scope, parents)
    found = Places(scope=slug(_name(report, scope)), territory=territories[scope["@id"]])
    found.statements += _said_of_territories(report, territories, parents, said)
    placed = _own_places(report, parents, territories, said)
    found.statements += placed.values()
    new = _NewPlaces(report, found, year, said)
    for contest in report.many(election, "Contest"):
        district = report.object(report.text(contest, "ElectionDistrictId"))
        if district is None:
            problem = "its district is no unit of the report, so the contest is not placed"
            report.aside(problem, "Contest", report.text(contest, "Name"))
            continue
        own = placed.get(district["@id"])
        if isinstance(own, model.Constituency):
            found.contests.append(Place(contest, own.id, own.house))
        else:
            found.contests.append(new.place(contest, district))
    found.statements += new.statements()
    return found


def unit_figures(report: Report, places_: list[Place], election: str, said: Said) -> Iterator[model.Figure]:
    """Give the registered voters, and those who came, of each contest's district."""
    for place in places_:
        district = report.object(report.text(place.contest, "ElectionDistrictId")) or {}
        for measure, name in (("electors", "VotersRegistered"), ("voters", "VotersParticipated")):
            value = report.whole(district, name)
            if value is not None:
                yield model.Figure(
                    election=election,
                    scope="constituency",
                    scope_id=place.constituency,
                    measure=measure,
                    value=float(value),
                    unit="votes",
                    **said.common,
                )


def _parents(report: Report) -> dict[str, list[Object]]:
    parents: dict[str, list[Object]] = {}
    for unit in report.units():
        for part in report.ids(unit, "ComposingGpUnitIds"):
            parents.setdefault(part, []).append(unit)
    return parents


def _name(report: Report, unit: Object) -> str:
    return report.words(unit, "Name") or report.text(unit, "Number") or str(unit.get("@id"))


def _territories(report: Report, scope: Object, parents: dict[str, list[Object]]) -> dict[str, str]:
    """Name the territories by the ids of their units: those that are some in the record, the scope, what it is in."""
    found = {unit["@id"]: own for unit in report.units() if (own := report.own_id(unit, model.Territory)) is not None}
    place: Object | None = scope
    while place is not None and place["@id"] not in found:
        found[place["@id"]] = slug(_name(report, place))
        place = next((unit for unit in parents.get(place["@id"], []) if unit.get("Type") in ("country", "state")), None)
    return found


def _said_of_territories(
    report: Report, territories: dict[str, str], parents: dict[str, list[Object]], said: Said
) -> Iterator[model.Territory]:
    for unit_id, territory in territories.items():
        unit = report.object(unit_id) or {}
        kind = report.text(unit, "Type") or OTHER
        yield model.Territory(
            id=territory,
            name=_name(report, unit),
            status=(report.text(unit, "OtherType") or kind) if kind == OTHER else kind,
            within=_first(parents.get(unit_id, []), territories),
            code=report.external(unit, NATIONAL_CODE),
            **said.common,
        )


def _first(units: list[Object], ids: dict[str, str]) -> str | None:
    return next((ids[unit["@id"]] for unit in units if unit.get("@id") in ids), None)


def _own_places(
    report: Report, parents: dict[str, list[Object]], territories: dict[str, str], said: Said
) -> dict[str, model.House | model.Constituency]:
    """Give the houses and constituencies that carry their ids in the record, by the ids of their units."""
    units = report.units()
    houses = {unit["@id"]: own for unit in units if (own := report.own_id(unit, model.House))}
    seats = {unit["@id"]: own for unit in units if (own := report.own_id(unit, model.Constituency))}
    official = {
        report.text(contest, "ElectionDistrictId"): report.text(contest, "Name")
        for election in report.many(report.content, "Election")
        for contest in report.many(election, "Contest")
    }
    placed: dict[str, model.House | model.Constituency] = {}
    for unit in units:
        above = parents.get(unit["@id"], [])
        territory, house = _first(above, territories), _first(above, houses)
        if unit["@id"] in houses and territory is not None:
            placed[unit["@id"]] = model.House(
                id=houses[unit["@id"]],
                name=_name(report, unit),
                territory=territory,
                kind=report.text(unit, "OtherType") or "council",
                elected_seats=report.whole(unit, "TotalSubUnits") or 0,
                **said.common,
            )
        elif unit["@id"] in seats and territory is not None and house is not None:
            number = report.text(unit, "Number") or ""
            placed[unit["@id"]] = model.Constituency(
                id=seats[unit["@id"]],
                house=house,
                delimitation=report.external(unit, DELIMITATION) or "unknown",
                number=int(number) if number.isdecimal() else 0,
                name=_name(report, unit),
                official_name=official.get(unit["@id"]) or _name(report, unit),
                territory=territory,
                district=_area(report, above, "district"),
                region=_area(report, above, "region"),
                within=_first(above, seats),
                **said.common,
            )
    return placed


def _area(report: Report, units: list[Object], kind: str) -> str | None:
    return next((_name(report, unit) for unit in units if unit.get("OtherType") == kind), None)


class _NewPlaces:
    """Houses and constituencies for contests of other producers, whose units carry no ids of the record."""

    def __init__(self, report: Report, found: Places, year: int, said: Said) -> None:
        self._report, self._found, self._year, self._said = report, found, year, said
        self._houses: dict[str, tuple[str, str, int]] = {}
        self._seats: dict[str, model.Constituency] = {}

    def place(self, contest: Object, district: Object) -> Place:
        """Name the house and the constituency of a contest."""
        report = self._report
        title = report.text(contest, "Name") or str(contest.get("@id"))
        house, name, kind = self._house(district, title)
        seats = self._houses.get(house, (name, kind, 0))[2] + 1
        self._houses[house] = (name, kind, seats)
        seat = f"{house}.{slug(_name(report, district))}"
        if seat in self._seats:
            # several contests in one district: members elected one by one
            seat = f"{seat}.{slug(title)}"
        if seat in self._seats:
            seat = f"{seat}.{slug(str(contest.get('@id')))}"
        self._seats[seat] = model.Constituency(
            id=seat,
            house=house,
            delimitation=str(self._year),
            number=seats,
            name=_name(report, district),
            official_name=title,
            territory=self._found.territory,
            **self._said.common,
        )
        return Place(contest, seat, house)

    def statements(self) -> list[model.Noun]:
        """Say what the houses and constituencies are that were named."""
        houses = [
            model.House(
                id=house,
                name=name,
                territory=self._found.territory,
                kind=kind,
                elected_seats=seats,
                **self._said.common,
            )
            for house, (name, kind, seats) in self._houses.items()
        ]
        return [*houses, *self._seats.values()]

    def _house(self, district: Object, title: str) -> tuple[str, str, str]:
        kind = self._report.text(district, "Type") or OTHER
        scope = self._found.scope
        if kind in _LEGISLATURES:
            return f"{scope}-{kind}", f"{scope}: {kind} districts", _LEGISLATURES[kind]
        return f"{scope}-{slug(title)}", title, "office"
