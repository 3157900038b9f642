"""One contest of a report: who stands, who backs them, their votes, and who won."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.sources.nist_election import Said
from janadesh.sources.nist_objects import Object
from janadesh.sources.nist_objects import Report
from janadesh.sources.nist_objects import kind_of
from janadesh.sources.nist_people import People
from janadesh.sources.nist_people import no_party
from janadesh.sources.nist_terms import EVM
from janadesh.sources.nist_terms import MIGRANT
from janadesh.sources.nist_terms import NOTA_SELECTION
from janadesh.sources.nist_terms import POSTAL
from janadesh.sources.nist_terms import TOTAL

_NOTA_NAMES = frozenset({"nota", "noneoftheabove", "noneofthesecandidates"})
_FINAL = frozenset({"unofficial-complete", "certified", "correction", "recount"})
_COLUMNS = {EVM: "evm", POSTAL: "postal", MIGRANT: "migrant", TOTAL: "total"}
_KINDS_OF_TOTAL = ("evm", "postal", "migrant")


@dataclass(frozen=True, slots=True)
class Contested:
    """Where a contest is: its election and constituency in the record, and the prefix of new ids."""

    contest: Object
    election: str
    constituency: str
    scope: str

    @property
    def key(self) -> dict[str, Any]:
        """Give the columns that name the contest."""
        return {"election": self.election, "constituency": self.constituency}


@dataclass(frozen=True, slots=True)
class _Choice:
    """Something that could be voted for: a candidate, or none of the above."""

    selection: Object
    candidate: Object | None
    serial: int
    serial_kind: str


def contest_statements(report: Report, where: Contested, people: People, said: Said) -> Iterator[model.Noun]:
    """Say what the report says of a contest."""
    choices = _choices(report, where)
    votes = [_tally(report, where, choice, said) for choice in choices]
    standing = [choice for choice in choices if choice.candidate is not None]
    has_votes = any(tally is not None for tally in votes)
    winners = [c.serial for c in standing if c.candidate and c.candidate.get("PostElectionStatus") == "winner"]
    is_uncontested = len(winners) == 1 and not has_votes and len(standing) == 1
    yield model.Contest(**where.key, **said.common)
    for choice in standing:
        yield from _candidacy(report, where, choice, people, said, is_uncontested=is_uncontested)
    yield from (tally for tally in votes if tally is not None)
    if len(winners) == 1:
        status = "uncontested" if is_uncontested else "declared"
        yield model.Declaration(**where.key, status=status, winner=winners[0], **said.common)
    elif winners:
        report.aside(f"{len(winners)} are elected, and the record has one winner", "Contest", _title(report, where))


def _choices(report: Report, where: Contested) -> list[_Choice]:
    nota_id = report.external(where.contest, NOTA_SELECTION)
    nota: list[_Choice] = []
    standing: list[tuple[Object, Object]] = []
    for selection in report.many(where.contest, "ContestSelection"):
        candidates = [report.object(candidate) for candidate in report.ids(selection, "CandidateIds")]
        named = [candidate for candidate in candidates if candidate is not None]
        if selection.get("@id") == nota_id or (named and _is_nota(report, named[0])):
            nota.append(_Choice(selection, None, model.NOTA, "ballot"))
        elif kind_of(selection) != "CandidateSelection" or not named:
            what = "write-in votes" if selection.get("IsWriteIn") else f"a {kind_of(selection)} without candidate"
            report.aside(f"{what} cannot be placed", "ContestSelection", _title(report, where))
        else:
            standing.append((selection, named[0]))
            for other in named[1:]:
                problem = "only the first of a ticket is a candidate in the record"
                report.aside(problem, "CandidateIds", report.words(other, "BallotName"))
    orders = [report.whole(selection, "SequenceOrder") for selection, _ in standing]
    numbers = [order for order in orders if order is not None and order > 0]
    is_ballot = len(set(numbers)) == len(standing)
    serials, kind = (numbers, "ballot") if is_ballot else (list(range(1, len(standing) + 1)), "list")
    return [*(_Choice(s, c, n, kind) for (s, c), n in zip(standing, serials, strict=True)), *nota[:1]]


def _is_nota(report: Report, candidate: Object) -> bool:
    return spelling_key(report.words(candidate, "BallotName") or "") in _NOTA_NAMES


def _candidacy(
    report: Report, where: Contested, choice: _Choice, people: People, said: Said, *, is_uncontested: bool
) -> Iterator[model.Noun]:
    candidate = choice.candidate or {}
    party = people.parties.get(report.text(candidate, "PartyId") or "")
    if party is None:
        heading = no_party(where.scope, said)
        party = heading.id
        if party not in people.parties.values():
            people.parties[party] = party
            yield heading
    is_withdrawn = "withdrawn" in (candidate.get("PreElectionStatus"), candidate.get("PostElectionStatus"))
    yield model.Candidacy(
        **where.key,
        serial=choice.serial,
        serial_kind=choice.serial_kind,
        name=report.words(candidate, "BallotName") or str(candidate.get("@id")),
        party=party,
        person=people.persons.get(report.text(candidate, "PersonId") or ""),
        status="withdrawn" if is_withdrawn else "uncontested" if is_uncontested else "contesting",
        **said.common,
    )
    for backer in report.ids(choice.selection, "EndorsementPartyIds"):
        known = people.alliances.get(backer) or people.parties.get(backer)
        if known is not None:
            yield model.Endorsement(**where.key, serial=choice.serial, backer=known, **said.common)


def _tally(report: Report, where: Contested, choice: _Choice, said: Said) -> model.Tally | None:
    counts = _counts_of_district(report, where, choice.selection)
    votes: dict[str, Any] = {}
    others: dict[str, int] = {}
    for kind, count in counts.items():
        (votes if kind in _COLUMNS else others)[_COLUMNS.get(kind, kind)] = count
    if not counts:
        return None
    kinds = {name: votes[name] for name in _KINDS_OF_TOTAL if name in votes}
    if "total" not in votes and others:
        votes["total"] = sum(kinds.values()) + sum(others.values())
    if others or ("total" in votes and {"evm", "postal"} <= set(kinds) and sum(kinds.values()) != votes["total"]):
        told = ", ".join(f"{kind} {count}" for kind, count in {**kinds, **others}.items())
        problem = "votes of these kinds are not told apart in the record, and only their total is kept"
        report.aside(problem, "VoteCounts", f"{_title(report, where)}: {told}")
        votes = {"total": votes["total"]}
    return model.Tally(**where.key, serial=choice.serial, status=_status(report, where), **votes, **said.common)


def _counts_of_district(report: Report, where: Contested, selection: Object) -> dict[str, int]:
    """Give the votes by kind in all of the district: as told, else those of its parts together."""
    district = report.text(where.contest, "ElectionDistrictId")
    of_unit: dict[str, dict[str, int]] = {}
    for count in report.many(selection, "VoteCounts"):
        kind = report.text(count, "Type") or ""
        kind = report.text(count, "OtherType") or kind if kind == "other" else kind
        unit = of_unit.setdefault(report.text(count, "GpUnitId") or "", {})
        # of several devices or groups of voters each counts a part
        unit[kind] = unit.get(kind, 0) + (report.whole(count, "Count") or 0)
    if district in of_unit:
        smaller = len(of_unit) - 1
    else:
        within = {part for unit in of_unit for part in _all_parts(report, unit)}
        of_unit = {unit: kinds for unit, kinds in of_unit.items() if unit not in within}
        smaller = len(of_unit)
    if smaller:
        how = "only the whole district's are kept" if district in of_unit else "they are added up"
        report.aside(f"votes of {smaller} smaller units have no place, and {how}", "VoteCounts", _title(report, where))
    if district in of_unit:
        return of_unit[district]
    summed: dict[str, int] = {}
    for kinds in of_unit.values():
        for kind, votes in kinds.items():
            summed[kind] = summed.get(kind, 0) + votes
    return summed


def _all_parts(report: Report, unit: str) -> set[str]:
    found: set[str] = set()
    waiting = [unit]
    while waiting:
        one: Any = report.object(waiting.pop())
        for part in report.ids(one or {}, "ComposingGpUnitIds"):
            if part not in found:
                found.add(part)
                waiting.append(part)
    return found - {unit}


def _status(report: Report, where: Contested) -> str:
    for status in report.many(where.contest, "CountStatus"):
        if status.get("Type") == TOTAL:
            return "final" if status.get("Status") == "completed" else "interim"
    return "final" if report.text(report.content, "Status") in _FINAL else "interim"


def _title(report: Report, where: Contested) -> str:
    return report.text(where.contest, "Name") or where.constituency
