"""Contests, candidates and votes of a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from janadesh import model
from janadesh.export.nist_parties import backer_id
from janadesh.export.nist_parties import candidacies
from janadesh.export.nist_parts import Part
from janadesh.export.nist_parts import identified
from janadesh.export.nist_parts import object_id
from janadesh.export.nist_parts import part
from janadesh.export.nist_parts import words
from janadesh.export.nist_scene import Scene
from janadesh.export.nist_units import unit_id
from janadesh.sources.nist_terms import EVM
from janadesh.sources.nist_terms import MIGRANT
from janadesh.sources.nist_terms import NOTA_SELECTION
from janadesh.sources.nist_terms import OTHER
from janadesh.sources.nist_terms import POSTAL
from janadesh.sources.nist_terms import TOTAL

_Rows = list[dict[str, Any]]


def candidates(scene: Scene) -> list[Part]:
    """Make the candidates, seat by seat in the order of the ballot paper."""
    winners = {row["constituency"]: row["winner"] for row in scene.of[model.Declaration] if row["winner"] is not None}
    return [
        identified(
            "Candidate",
            _candidate_id(row),
            BallotName=words(row["name"]),
            PartyId=object_id("party", row["party"]),
            PersonId=object_id("person", row["person"]) if row["person"] else None,
            PostElectionStatus=_after(row, winners),
            PreElectionStatus="withdrawn" if row["status"] == "withdrawn" else "qualified",
        )
        for row in candidacies(scene)
    ]


def contests(scene: Scene) -> list[Part]:
    """Make the contests in the order of their numbers, each with its selections and their votes."""
    seats = scene.by_id(model.Constituency)
    standing = _by_place(candidacies(scene))
    tallies = _by_place(scene.of[model.Tally])
    endorsements = _by_place(scene.of[model.Endorsement])
    places = sorted(
        {row["constituency"] for row in scene.of[model.Contest]} & set(seats),
        key=lambda place: (seats[place]["number"], place),
    )
    return [
        _contest(scene, seats[place], standing.get(place, []), tallies.get(place, []), endorsements.get(place, []))
        for place in places
    ]


def is_final(tallies: _Rows) -> bool:
    """Tell whether a contest's count is over."""
    return bool(tallies) and all(row["status"] == "final" for row in tallies)


def _contest(scene: Scene, seat: dict[str, Any], standing: _Rows, tallies: _Rows, endorsements: _Rows) -> Part:
    votes = {row["serial"]: row for row in tallies}
    nota = object_id("nota", seat["id"])
    selections = [_selection(scene, row, votes.get(row["serial"]), endorsements) for row in standing]
    if model.NOTA in votes:
        selections.append(identified("CandidateSelection", nota, VoteCounts=list(_counts(votes[model.NOTA]))))
    marks = [part("ExternalIdentifier", Type=OTHER, OtherType=NOTA_SELECTION, Value=nota)]
    status = "completed" if is_final(tallies) else "in-process" if tallies else "not-processed"
    return identified(
        "CandidateContest",
        object_id("contest", seat["id"]),
        ContestSelection=selections,
        CountStatus=[part("CountStatus", Status=status, Type=TOTAL)],
        ElectionDistrictId=unit_id(model.Constituency, seat["id"]),
        ExternalIdentifier=marks if model.NOTA in votes else None,
        Name=seat["official_name"],
        VoteVariation="plurality",
        NumberElected=1,
        VotesAllowed=1,
    )


def _selection(scene: Scene, row: dict[str, Any], tally: dict[str, Any] | None, endorsements: _Rows) -> Part:
    backers = sorted(e["backer"] for e in endorsements if e["serial"] == row["serial"])
    return identified(
        "CandidateSelection",
        object_id("selection", f"{row['constituency']}.{row['serial']}"),
        # an order that is not the ballot paper's is only that of the list
        SequenceOrder=row["serial"] if row["serial_kind"] == "ballot" else None,
        VoteCounts=list(_counts(tally)) if tally else None,
        CandidateIds=[_candidate_id(row)],
        EndorsementPartyIds=[backer_id(scene, backer) for backer in backers],
    )


def _counts(tally: dict[str, Any]) -> Iterator[Part]:
    unit = unit_id(model.Constituency, tally["constituency"])
    for column, kind, other in (
        ("evm", EVM, None),
        ("postal", POSTAL, None),
        ("migrant", OTHER, MIGRANT),
        ("total", TOTAL, None),
    ):
        # unknown is not zero, so what is unknown is not counted here
        if tally[column] is not None:
            yield part("VoteCounts", GpUnitId=unit, Type=kind, OtherType=other, Count=tally[column])


def _after(row: dict[str, Any], winners: dict[str, int]) -> str | None:
    if row["status"] == "withdrawn":
        return "withdrawn"
    if row["constituency"] not in winners:
        return None
    return "winner" if winners[row["constituency"]] == row["serial"] else "defeated"


def _candidate_id(row: dict[str, Any]) -> str:
    return object_id("candidate", f"{row['constituency']}.{row['serial']}")


def _by_place(rows: _Rows) -> dict[str, _Rows]:
    grouped: dict[str, _Rows] = {}
    for row in rows:
        grouped.setdefault(row["constituency"], []).append(row)
    return grouped
