"""
One election as of a moment as a report in the NIST Common Data Format (SP 1500-100, version 2).

    https://doi.org/10.6028/NIST.SP.1500-100r2

The format has one time, `GeneratedDate`, where the record has two, and no place for a schedule, for the
source of a fact, for rounds of counting and more: see `nist_losses`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import dataclass

from janadesh import model
from janadesh.export.losses import Loss
from janadesh.export.nist_contests import candidates
from janadesh.export.nist_contests import contests
from janadesh.export.nist_losses import losses
from janadesh.export.nist_parties import parties
from janadesh.export.nist_parties import persons
from janadesh.export.nist_parts import Part
from janadesh.export.nist_parts import own_id
from janadesh.export.nist_parts import part
from janadesh.export.nist_parts import words
from janadesh.export.nist_scene import Scene
from janadesh.export.nist_scene import scene_of
from janadesh.export.nist_units import scope_of
from janadesh.export.nist_units import unit_id
from janadesh.export.nist_units import units
from janadesh.export.nist_xml import as_xml
from janadesh.export.said import everything_said
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.sources.nist_terms import ELECTION_TYPES


@dataclass(frozen=True, slots=True)
class NistReport:
    """A report in its JSON form, as Python objects, and what it could not carry."""

    content: Part
    losses: tuple[Loss, ...]

    def as_json(self) -> bytes:
        """Write it as JSON, valid against NIST_V2_election_results_reporting.json."""
        return (json.dumps(self.content, ensure_ascii=False, indent=1) + "\n").encode()

    def as_xml(self) -> bytes:
        """Write it as XML, valid against NIST_V2_election_results_reporting.xsd."""
        return as_xml(self.content)


def nist_report(record: Record, election: str, as_of: Moment | None = None) -> NistReport:
    """
    Report an election as it was known at a moment; None is now.

    Raises: NotInRecord.
    """
    moment = record.moment(as_of)
    scene = scene_of(everything_said(record, moment), election, moment)
    content = _report(scene)
    return NistReport(content, losses(scene, content))


def _report(scene: Scene) -> Part:
    places = units(scene)
    countries = sorted(row["id"] for row in scene.of[model.Territory] if row["status"] == "country")
    listed = {place["@id"] for place in places}
    countries = [country for country in countries if unit_id(model.Territory, country) in listed]
    issuer = _issuer(scene)
    return part(
        "ElectionReport",
        Election=[_election(scene)],
        Format="summary-contest",
        GeneratedDate=scene.moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        GpUnit=places,
        Issuer=issuer,
        IssuerAbbreviation="".join(word[0] for word in issuer.split() if word[0].isupper()) or issuer[:1],
        Party=parties(scene, countries),
        Person=persons(scene),
        SequenceStart=1,
        SequenceEnd=1,
        Status=_status(scene),
        VendorApplicationId="Janadesh",
    )


def _election(scene: Scene) -> Part:
    kind = scene.election["kind"]
    return part(
        "Election",
        Candidate=candidates(scene),
        Contest=contests(scene),
        ElectionScopeId=unit_id(model.Territory, scope_of(scene)),
        ExternalIdentifier=[own_id(model.Election, scene.election["id"])],
        Name=words(scene.election["name"]),
        StartDate=scene.first_day.isoformat(),
        EndDate=scene.last_day.isoformat(),
        Type=ELECTION_TYPES.get(kind, "other"),
        OtherType=None if kind in ELECTION_TYPES else kind,
    )


def _issuer(scene: Scene) -> str:
    """Name the publisher of most of the votes; before any count, that of the election itself."""
    sources = scene.by_id(model.Source)
    rows = scene.of[model.Tally] or [dict(scene.election)]
    publishers = Counter(str(sources[row["source"]]["publisher"]) for row in rows)
    return sorted(publishers, key=lambda publisher: (-publishers[publisher], publisher))[0]


def _status(scene: Scene) -> str:
    tallies = scene.of[model.Tally]
    places = {row["constituency"] for row in scene.of[model.Contest]}
    ended = {row["constituency"] for row in scene.of[model.Declaration] if row["winner"] is not None}
    if not tallies and not ended:
        return "pre-election"
    is_counted = all(row["status"] == "final" for row in tallies)
    if is_counted and places <= ended:
        return "certified"
    counted = {row["constituency"] for row in tallies}
    return "unofficial-complete" if is_counted and places <= ended | counted else "unofficial-partial"
