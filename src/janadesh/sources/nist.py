"""
Results reports in the NIST Common Data Format (SP 1500-100, version 2), JSON or XML, of any producer.

    https://doi.org/10.6028/NIST.SP.1500-100r2

Ids of the record that a report carries are kept to; other things get ids from their names, beginning with
the territory that the election is held in. Everything is known at the report's `GeneratedDate`. What the
record has already is not said again, votes and winners are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.nist_document import read_json_report
from janadesh.sources.nist_document import read_xml_report
from janadesh.sources.nist_election import Said
from janadesh.sources.nist_election import kind_of_election
from janadesh.sources.nist_election import poll_of
from janadesh.sources.nist_election import said_by
from janadesh.sources.nist_election import schedule
from janadesh.sources.nist_objects import Object
from janadesh.sources.nist_objects import Report
from janadesh.sources.nist_objects import kind_of
from janadesh.sources.nist_people import People
from janadesh.sources.nist_people import people
from janadesh.sources.nist_places import Place
from janadesh.sources.nist_places import Places
from janadesh.sources.nist_places import places
from janadesh.sources.nist_places import unit_figures
from janadesh.sources.nist_terms import CLASS_PREFIX
from janadesh.sources.nist_terms import NAMESPACE
from janadesh.sources.nist_votes import Contested
from janadesh.sources.nist_votes import contest_statements

_END_OF_TIME = dt.datetime(9999, 12, 31, tzinfo=dt.UTC)
_SAID_AGAIN = frozenset({model.Tally, model.Source})


def matches_json(head: str) -> bool:
    """Tell from a file's beginning whether it is such a report in JSON."""
    return head.lstrip("\ufeff \t\r\n").startswith("{") and f'"{CLASS_PREFIX}' in head


def matches_xml(head: str) -> bool:
    """Tell from a file's beginning whether it is such a report in XML."""
    return head.lstrip("\ufeff \t\r\n").startswith("<") and NAMESPACE in head and "ElectionReport" in head


def read_nist_json(path: Path, record: Record, known_at: Moment | None = None) -> Statements:
    """
    Read a report in JSON into statements.

    Args:
        path: the file.
        record: what it holds already is not said again.
        known_at: when the report was made, where it does not say.

    Raises: Refused.
    """
    return _not_held(statements_of_report(read_json_report(path), path.name, known_at), record)


def read_nist_xml(path: Path, record: Record, known_at: Moment | None = None) -> Statements:
    """Read a report in XML into statements; otherwise as `read_nist_json`."""
    return _not_held(statements_of_report(read_xml_report(path), path.name, known_at), record)


def statements_of_report(content: Object, name: str, known_at: Moment | None = None) -> Statements:
    """
    Make statements of a report's objects, and list what cannot be placed.

    Raises: Refused.
    """
    report = Report(content, name)
    said = said_by(report, known_at)
    nouns: list[model.Noun] = [said.source]
    elections = report.many(content, "Election")
    if not elections:
        raise report.refused("it holds no election", "Election", None)
    for election in elections:
        nouns += _of_election(report, election, said)
    grouped: dict[type[model.Noun], dict[tuple[object, ...], model.Noun]] = {}
    for noun in nouns:
        # what several elections of one report share is said once
        key = tuple(getattr(noun, column) for column in noun.KEY)
        grouped.setdefault(type(noun), {}).setdefault(key, noun)
    frames = {kind: _frame(kind, grouped[kind].values()) for kind in model.NOUNS if kind in grouped}
    return Statements(read_from=name, frames=frames, set_aside=tuple(report.set_aside))


def _frame(kind: type[model.Noun], nouns: Iterable[model.Noun]) -> pl.DataFrame:
    # `asdict` would copy each value, which takes longer than the reading
    names = list(model.columns(kind))
    return frame_of(kind, [{name: getattr(noun, name) for name in names} for noun in nouns])


def _of_election(report: Report, election: Object, said: Said) -> Iterator[model.Noun]:
    poll = poll_of(report, election)
    found = places(report, _with_contests_of_candidates(report, election), poll.first.year, said)
    who = people(report, found.scope, said)
    yield from found.statements
    yield from who.statements
    houses = {noun.id: noun for noun in found.statements if isinstance(noun, model.House)}
    own = report.own_id(election, model.Election)
    used = list(dict.fromkeys(place.house for place in found.contests)) or list(houses)[:1]
    name = report.words(election, "Name") or own or f"{found.scope} {poll.first.year}"
    for house in used:
        is_whole = own is not None and len(used) == 1
        election_id = own if own is not None and is_whole else f"{own or house}-{poll.first.isoformat()}"
        yield model.Election(
            id=election_id,
            name=name if is_whole else f"{name}: {houses[house].name}",
            house=house,
            year=poll.first.year,
            kind=kind_of_election(report, election),
            territory=None if houses[house].territory == found.territory else found.territory,
            **said.common,
        )
        yield from schedule(election_id, poll, said)
        contests = [place for place in found.contests if place.house == house]
        yield from unit_figures(report, contests, election_id, said)
        yield from _of_contests(report, contests, election_id, found, who, said)


def _of_contests(
    report: Report, contests: list[Place], election: str, found: Places, who: People, said: Said
) -> Iterator[model.Noun]:
    stands: dict[str, set[str]] = {}
    for place in contests:
        where = Contested(place.contest, election, place.constituency, found.scope)
        for noun in contest_statements(report, where, who, said):
            if isinstance(noun, model.Candidacy):
                stands.setdefault(place.constituency, set()).add(noun.party)
            yield noun
    for alliance, members in who.members.items():
        for party in members:
            yield model.AllianceMember(
                alliance=alliance, party=party, election=election, status="member", **said.common
            )
    places_of = {str(place.contest.get("@id")): place.constituency for place in contests}
    for one in report.many(report.content, "Party"):
        shared = who.alliances.get(str(one.get("@id")))
        for contest in report.ids(one, "ContestIds") if shared else []:
            seat = places_of.get(contest, "")
            partners = [party for party in who.members[shared or ""] if party in stands.get(seat, set())]
            for party in partners:
                yield model.SeatShare(
                    election=election,
                    alliance=shared or "",
                    constituency=seat,
                    party=party,
                    arrangement="allotted" if len(partners) == 1 else "friendly",
                    **said.common,
                )


def _with_contests_of_candidates(report: Report, election: Object) -> Object:
    contests = []
    for contest in report.many(election, "Contest"):
        if kind_of(contest) == "CandidateContest":
            contests.append(contest)
        else:
            report.aside(f"a {kind_of(contest)} has no place in the record", "Contest", report.text(contest, "Name"))
    return election | {"Contest": contests}


def _not_held(statements: Statements, record: Record) -> Statements:
    """Leave out what the record says already: it may say more, and a later statement would stand above it."""
    frames: dict[type[model.Noun], pl.DataFrame] = {}
    for noun, frame in statements.frames.items():
        if noun in _SAID_AGAIN:
            frames[noun] = frame
            continue
        key = ["id"] if noun.KEY[0] == "id" else list(noun.KEY)
        # another winner is something new
        key += ["winner"] if noun is model.Declaration else []
        held = record.frame(noun, _END_OF_TIME)
        new = frame.join(held, on=key, how="anti", nulls_equal=True, maintain_order="left")
        if new.height and noun is model.Candidacy:
            # a load with candidacies must have one for each tally, so those held are said as they are held
            new = pl.concat([held.join(frame, on=key, how="semi", maintain_order="left"), new])
        if new.height:
            frames[noun] = new
    return Statements(statements.read_from, frames, statements.files, statements.set_aside)
