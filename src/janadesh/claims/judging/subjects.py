"""Whom a reading speaks of, in the record: candidacies, contests, members of an alliance, parts of an election."""

from __future__ import annotations

from collections.abc import Callable

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.contest_facts import ContestFacts
from janadesh.claims.contest_facts import Standing
from janadesh.claims.election_facts import ElectionFacts
from janadesh.claims.facts import Facts
from janadesh.names.spelling import spelling_key

_NOTA = frozenset({"noneoftheabove", "nota"})


def is_nota(subject: Subject | None) -> bool:
    """Tell whether the subject is "none of the above", which is no candidate."""
    return subject is not None and (subject.id == "nota" or spelling_key(subject.name) in _NOTA)


def is_others(subject: Subject | None) -> bool:
    """Tell whether the subject is only what is left of the parties named."""
    return subject is not None and spelling_key(subject.name) in {"others", "other", "therest"}


def candidacies(election: ElectionFacts, subject: Subject, seat: str | None) -> tuple[Standing, ...]:
    """
    Find the candidacies that a candidate, or a party in a seat, may mean.

    With a seat at most those in the seat; the ballot serial decides, then the person, then the name.
    """
    contest = election.contests.get(seat) if seat else None
    if seat and contest is None:
        return ()
    if subject.type == "party":
        return tuple(s for s in contest.standings if s.party == subject.id) if contest else ()
    if subject.type != "candidate":
        return ()
    if contest is not None and subject.serial is not None:
        found = contest.standing(subject.serial)
        return (found,) if found else ()
    all_of = election.by_person.get(subject.id, ()) if subject.id else ()
    if not all_of:
        all_of = election.by_name.get(spelling_key(subject.name), ())
    return tuple(s for s in all_of if s.constituency == seat) if seat else all_of


def the_candidacy(election: ElectionFacts, subject: Subject | None, seat: str | None) -> Standing | None:
    """Find the one candidacy that is meant, or None where none or several may be."""
    found = candidacies(election, subject, seat) if subject is not None else ()
    return found[0] if len(found) == 1 else None


def other_candidacies(election: ElectionFacts, standing: Standing) -> tuple[Standing, ...]:
    """Find the same person's other seats in an election."""
    if standing.person is None:
        return ()
    return tuple(s for s in election.by_person.get(standing.person, ()) if s.constituency != standing.constituency)


def members_of(election: ElectionFacts, subject: Subject) -> tuple[str, ...]:
    """List the parties that a party or an alliance stands for in an election."""
    if subject.type == "party":
        return (subject.id,) if subject.id else ()
    if subject.type != "alliance" or subject.id is None:
        return ()
    return election.members.get(subject.id, ())


def contests_in(facts: Facts, election: ElectionFacts, reading: Reading) -> list[ContestFacts] | None:
    """
    List the contests of the part of an election that a reading names: phase, region, district, territory.

    Returns: None where the record does not know the part.
    """
    found = list(election.contests.values())
    if reading.phase is not None:
        found = [c for c in found if c.phase == reading.phase]
        if not found:
            return None
    if reading.scope_name:
        return _of_places(facts, found, reading.scope_name) or None
    return found


def _of_places(facts: Facts, contests: list[ContestFacts], scope_name: str) -> list[ContestFacts]:
    """Keep the contests of a place, or of two places joined by `and` where no place has the whole name."""
    inside = _inside(facts, scope_name)
    found = [c for c in contests if inside(c)]
    at = scope_name.find(" and ")
    while not found and at > 0:
        first, second = _inside(facts, scope_name[:at]), _inside(facts, scope_name[at + 5 :])
        if any(first(c) for c in contests) and any(second(c) for c in contests):
            found = [c for c in contests if first(c) or second(c)]
        at = scope_name.find(" and ", at + 1)
    return found


def _inside(facts: Facts, scope_name: str) -> Callable[[ContestFacts], bool]:
    key = spelling_key(scope_name).removesuffix("district").removesuffix("division").removesuffix("region")

    def inside(contest: ContestFacts) -> bool:
        if scope_name in (contest.constituency, contest.within, contest.territory):
            return True
        return key in contest.places or key in facts.territory_keys.get(contest.territory, ())

    return inside
