"""Parties, coalitions and persons of a report as parties, alliances and persons of the record."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.sources.nist_election import Said
from janadesh.sources.nist_objects import Object
from janadesh.sources.nist_objects import Report
from janadesh.sources.nist_objects import kind_of
from janadesh.sources.nist_objects import slug

_INDEPENDENT = "independent"
_GENDERS = {"m": "M", "male": "M", "f": "F", "female": "F", "t": "T", "transgender": "T", "third gender": "T"}


@dataclass(slots=True)
class People:
    """Ids of the record by ids of the report; `statements` are said of them, `members` of coalitions."""

    parties: dict[str, str] = field(default_factory=dict)
    alliances: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    statements: list[model.Noun] = field(default_factory=list)


def people(report: Report, scope: str, said: Said) -> People:
    """Place the parties, coalitions and persons; ids that the report does not carry begin with `scope`."""
    found = People()
    listed = report.many(report.content, "Party")
    _parties(report, [one for one in listed if kind_of(one) != "Coalition"], scope, said, found)
    _alliances(report, [one for one in listed if kind_of(one) == "Coalition"], scope, said, found)
    _persons(report, scope, said, found)
    return found


def no_party(scope: str, said: Said) -> model.Party:
    """Make the heading under which those stand whose party the report does not say."""
    return model.Party(
        id=f"{scope}-{_INDEPENDENT}", name="Independent", abbreviation="IND", kind=_INDEPENDENT, **said.common
    )


def _parties(report: Report, listed: list[Object], scope: str, said: Said, found: People) -> None:
    of_name: dict[str, str] = {}
    for one in listed:
        name = report.words(one, "Name")
        if name is None:
            report.aside("this party has no name", "Party", str(one.get("@id")))
            continue
        # one party under two ids would be refused
        party = of_name.setdefault(spelling_key(name), report.own_id(one, model.Party) or f"{scope}-{slug(name)}")
        if party not in found.parties.values():
            found.statements.append(
                model.Party(
                    id=party,
                    name=name,
                    abbreviation=report.words(one, "Abbreviation") or name,
                    kind=_kind(report, one, name),
                    colour=_colour(report, one),
                    **said.common,
                )
            )
        found.parties[str(one.get("@id"))] = party


def _kind(report: Report, one: Object, name: str) -> str:
    if spelling_key(name) in (_INDEPENDENT, "independents"):
        return _INDEPENDENT
    if one.get("IsRecognizedParty") is not True:
        return "registered"
    units = [report.object(unit) or {} for unit in report.ids(one, "PartyScopeGpUnitIds")]
    return "national" if any(unit.get("Type") == "country" for unit in units) else "state"


def _alliances(report: Report, listed: list[Object], scope: str, said: Said, found: People) -> None:
    for one in listed:
        name = report.words(one, "Name")
        if name is None:
            report.aside("this coalition has no name", "Coalition", str(one.get("@id")))
            continue
        alliance = report.own_id(one, model.Alliance) or f"{scope}-{slug(name)}"
        found.alliances[str(one.get("@id"))] = alliance
        found.members[alliance] = [p for i in report.ids(one, "PartyIds") if (p := found.parties.get(i)) is not None]
        found.statements.append(
            model.Alliance(
                id=alliance,
                name=name,
                short_name=report.words(one, "Abbreviation") or name,
                colour=_colour(report, one),
                **said.common,
            )
        )


def _persons(report: Report, scope: str, said: Said, found: People) -> None:
    for one in report.many(report.content, "Person"):
        name = report.words(one, "FullName") or _joined_name(one)
        if not name:
            report.aside("this person has no name", "Person", str(one.get("@id")))
            continue
        person = report.own_id(one, model.Person)
        if person is None:
            # two persons of one name are two
            plain = f"{scope}-{slug(name)}"
            person = plain if plain not in found.persons.values() else f"{plain}-{slug(str(one.get('@id')))}"
        found.persons[str(one.get("@id"))] = person
        found.statements.append(
            model.Person(
                id=person,
                name=name,
                gender=_GENDERS.get((report.text(one, "Gender") or "").lower()),
                party=found.parties.get(report.text(one, "PartyId") or ""),
                **said.common,
            )
        )


def _joined_name(one: Object) -> str:
    middle = one.get("MiddleName", [])
    parts = [one.get("FirstName"), *(middle if isinstance(middle, list) else [middle]), one.get("LastName")]
    return " ".join(str(part) for part in parts if part)


def _colour(report: Report, one: Object) -> str | None:
    colour = report.text(one, "Color")
    return f"#{colour}" if colour else None
