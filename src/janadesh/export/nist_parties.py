"""Parties, alliances (as coalitions) and persons of a report."""

from __future__ import annotations

from typing import Any

from janadesh import model
from janadesh.export.nist_parts import Part
from janadesh.export.nist_parts import colour
from janadesh.export.nist_parts import identified
from janadesh.export.nist_parts import object_id
from janadesh.export.nist_parts import own_id
from janadesh.export.nist_parts import words
from janadesh.export.nist_scene import Scene
from janadesh.export.nist_units import unit_id

_RECOGNISED = frozenset({"national", "state"})


def parties(scene: Scene, countries: list[str]) -> list[Part]:
    """
    Make the parties that stand, back somebody or belong to an alliance, then the alliances.

    Args:
        scene: the election.
        countries: ids of the territories that are countries, for parties recognised in all of it.
    """
    rows = scene.by_id(model.Party)
    alliances = scene.by_id(model.Alliance)
    members = members_of(scene)
    backers = {row["backer"] for row in scene.of[model.Endorsement]}
    wanted = {row["party"] for row in candidacies(scene)} | {party for each in members.values() for party in each}
    wanted |= {row["party"] for row in persons_standing(scene) if row["party"]} | backers
    bound = sorted((set(members) | backers) & set(alliances))
    return [
        *(_party(rows[party], countries) for party in sorted(wanted & set(rows))),
        *(_coalition(alliances[alliance], members.get(alliance, []), scene) for alliance in bound),
    ]


def persons(scene: Scene) -> list[Part]:
    """Make the persons who stand, as far as the record knows them as such."""
    return [
        identified(
            "Person",
            object_id("person", row["id"]),
            ExternalIdentifier=[own_id(model.Person, row["id"])],
            FullName=words(row["name"]),
            Gender=row["gender"],
            PartyId=object_id("party", row["party"]) if row["party"] else None,
        )
        for row in persons_standing(scene)
    ]


def candidacies(scene: Scene) -> list[dict[str, Any]]:
    """Give those whom a report can name: on a ballot paper, or withdrawn from it; a rejected nomination is neither."""
    seats = scene.by_id(model.Constituency)
    places = {row["constituency"] for row in scene.of[model.Contest]} & set(seats)
    rows = [r for r in scene.of[model.Candidacy] if r["status"] != "rejected" and r["constituency"] in places]
    return sorted(rows, key=lambda row: (seats[row["constituency"]]["number"], row["constituency"], row["serial"]))


def persons_standing(scene: Scene) -> list[dict[str, Any]]:
    """Give the persons among the candidates, by id."""
    rows = scene.by_id(model.Person)
    return [rows[person] for person in sorted({row["person"] for row in candidacies(scene) if row["person"]})]


def members_of(scene: Scene) -> dict[str, list[str]]:
    """Name the parties that belong to each alliance in this election."""
    members: dict[str, list[str]] = {}
    for row in scene.of[model.AllianceMember]:
        if row["election"] == scene.election["id"] and row["status"] == "member":
            members.setdefault(row["alliance"], []).append(row["party"])
    return {alliance: sorted(parties) for alliance, parties in members.items()}


def backer_id(scene: Scene, backer: str) -> str:
    """Name within the report a party or an alliance that backs somebody."""
    return object_id("alliance" if backer in scene.by_id(model.Alliance) else "party", backer)


def _party(row: dict[str, Any], countries: list[str]) -> Part:
    return identified(
        "Party",
        object_id("party", row["id"]),
        Abbreviation=words(row["abbreviation"]),
        Color=colour(row["colour"]),
        ExternalIdentifier=[own_id(model.Party, row["id"])],
        IsRecognizedParty=row["kind"] in _RECOGNISED,
        Name=words(row["name"]),
        PartyScopeGpUnitIds=[unit_id(model.Territory, c) for c in countries] if row["kind"] == "national" else None,
    )


def _coalition(row: dict[str, Any], members: list[str], scene: Scene) -> Part:
    standing = {(c["constituency"], c["party"]) for c in candidacies(scene)}
    shared = {
        share["constituency"]
        for share in scene.of[model.SeatShare]
        if share["alliance"] == row["id"]
        and share["election"] == scene.election["id"]
        and share["party"] in members
        and (share["constituency"], share["party"]) in standing
    }
    return identified(
        "Coalition",
        object_id("alliance", row["id"]),
        Abbreviation=words(row["short_name"]),
        Color=colour(row["colour"]),
        ExternalIdentifier=[own_id(model.Alliance, row["id"])],
        Name=words(row["name"]),
        ContestIds=[object_id("contest", place) for place in sorted(shared)],
        PartyIds=[object_id("party", party) for party in members],
    )
