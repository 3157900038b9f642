"""The shapes of people, parties, alliances and offices."""

from __future__ import annotations

import datetime as dt

from janadesh.desk.api.shapes.envelope import Shape
from janadesh.desk.api.shapes.results import CareerRow


class OtherName(Shape):
    """Another name of somebody or something."""

    name: str
    kind: str
    """`also`, `short`, `spelling`, `former`, `nickname`, `adjective` or `handle`."""
    language: str


class PersonRow(Shape):
    """Somebody, across elections."""

    id: str
    name: str
    gender: str | None
    """`M`, `F` or `T` where a source says so."""
    party: str | None
    """The party the person belongs to, where a source says so."""
    known_at: dt.datetime
    source: str


class OfficeRow(Shape):
    """That somebody held an office from one day to another."""

    office: str
    of: str
    """The id of the territory, party or house whose office it is."""
    of_name: str | None
    person: str
    person_name: str | None
    valid_from: dt.date | None
    valid_to: dt.date | None
    known_at: dt.datetime
    source: str


class Person(PersonRow):
    """A person with other names, offices held at any time, and every candidacy, latest first."""

    names: list[OtherName]
    offices: list[OfficeRow]
    candidacies: list[CareerRow]


class PartyRow(Shape):
    """A party under its official name."""

    id: str
    name: str
    abbreviation: str
    kind: str
    """`national`, `state`, `registered` or `independent`."""
    colour: str | None
    known_at: dt.datetime
    source: str


class PartyAlliance(Shape):
    """A party's standing in an alliance for one election."""

    election: str
    alliance: str
    alliance_name: str
    status: str
    known_at: dt.datetime
    source: str


class Party(PartyRow):
    """A party with its other names and its alliances, election by election."""

    names: list[OtherName]
    alliances: list[PartyAlliance]


class AllianceRow(Shape):
    """Parties that stand or sit together."""

    id: str
    name: str
    short_name: str
    colour: str | None
    known_at: dt.datetime
    source: str


class AllianceMember(Shape):
    """A party's standing in the alliance for one election."""

    election: str
    party: str
    status: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    known_at: dt.datetime
    source: str


class Alliance(AllianceRow):
    """An alliance with its members, election by election."""

    members: list[AllianceMember]
