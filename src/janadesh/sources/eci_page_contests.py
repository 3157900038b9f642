"""
One seat by all its result pages: who stands, votes, rounds, whether it is declared, and where the pages disagree.

The table of candidates is the fullest page and stands; what the cards, the list of seats, the wins by party
and the rounds say of the same votes is held against it. A page that disagrees is set aside and told, and
what it says of the status is then not used. Pages of different minutes of a running count may differ.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from itertools import groupby

from janadesh import model
from janadesh.errors import Fault
from janadesh.sources.eci_page import Page
from janadesh.sources.eci_page_agreement import Votes
from janadesh.sources.eci_page_agreement import difference
from janadesh.sources.eci_page_agreement import is_surer
from janadesh.sources.eci_page_agreement import joined
from janadesh.sources.eci_page_agreement import must_agree
from janadesh.sources.eci_page_candidates import Standing
from janadesh.sources.eci_page_candidates import numbered
from janadesh.sources.eci_page_names import CONSTITUENCYWISE
from janadesh.sources.eci_page_parties import WonSeat
from janadesh.sources.eci_page_rounds import Round
from janadesh.sources.eci_page_seat import DECLARED
from janadesh.sources.eci_page_seat import UNCONTESTED
from janadesh.sources.eci_page_seat import WINNING
from janadesh.sources.eci_page_seat import Line
from janadesh.sources.eci_page_seat import SeatVotes
from janadesh.sources.eci_page_statewise import ListedSeat

Said = SeatVotes | tuple[Round, ...] | ListedSeat | WonSeat

_COMPARE = "Look at both pages; what disagrees is left out."
_NAMES = "Load the page of the seat's candidates with it, or correct the name in the record."


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """What one page says of one seat, and when it was known."""

    page: Page
    at: dt.datetime
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRead:
    """Who stands in a seat, its votes at each moment, and what was set aside."""

    ballot: tuple[Standing, ...]
    votes: tuple[Votes, ...]
    set_aside: tuple[Fault, ...]


def read_seat(observed: Sequence[Observed], ballot: Sequence[Standing], parties: Mapping[str, str]) -> SeatRead:
    """
    Bring together the pages of one seat.

    Args:
        observed: the pages, in any order.
        ballot: who stands there by the record; empty where it does not know.
        parties: party ids by printed name.
    """
    faults: list[Fault] = []
    standing = tuple(ballot)
    by_rank: dict[int, list[Votes]] = {}
    for each in sorted(observed, key=lambda one: (_rank(one), one.at, one.page.file)):
        votes, standing, problem = _numbered(each, standing, parties)
        if problem is not None:
            faults.append(Fault(file=each.page.file, problem=problem, cure=_NAMES))
        elif votes is not None:
            by_rank.setdefault(_rank(each), []).append(votes)
    kept: list[Votes] = []
    for rank in sorted(by_rank):
        pages, clashing = _without_clashes(by_rank[rank])
        faults += clashing
        for page in pages:
            kept, told = _held_against(page, kept)
            faults += told
    return SeatRead(ballot=standing, votes=tuple(kept), set_aside=tuple(faults))


def _rank(observed: Observed) -> int:
    """Order pages by how much they say: table, cards, rounds, list of seats, wins of a party."""
    if isinstance(observed.said, SeatVotes):
        return 0 if observed.page.kind == CONSTITUENCYWISE else 1
    return 2 if isinstance(observed.said, tuple) else 3 if isinstance(observed.said, ListedSeat) else 4


def _numbered(
    observed: Observed, ballot: tuple[Standing, ...], parties: Mapping[str, str]
) -> tuple[Votes | None, tuple[Standing, ...], str | None]:
    said = observed.said
    if isinstance(said, ListedSeat):
        return _of_list(observed, said, ballot, parties)
    if isinstance(said, WonSeat):
        return _of_wins(observed, said, ballot)
    if isinstance(said, SeatVotes):
        lines, status = said.lines, said.status
    else:
        last = said[-1]
        lines, status = tuple(Line(name=one.name, party=one.party, evm=one.evm) for one in last.lines), None
    candidates = [line for line in lines if not line.is_nota]
    found = numbered(candidates, [parties[line.party] for line in candidates], ballot)
    if found.problem is not None:
        return None, ballot, found.problem
    by_serial = dict(zip(found.serials, candidates, strict=True))
    nota = [(model.NOTA, line) for line in lines if line.is_nota]
    ahead = [serial for serial, line in by_serial.items() if line.standing in {*WINNING, UNCONTESTED}]
    votes = Votes(
        file=observed.page.file,
        at=observed.at,
        lines=by_serial | dict(nota),
        status=status,
        said_at=observed.at if status else None,
        ahead=ahead[0] if ahead else None,
        round=observed.page.round if isinstance(said, SeatVotes) else said[-1].number,
        rounds=observed.page.rounds,
        only_evm=not isinstance(said, SeatVotes),
    )
    return votes, found.ballot, None


def _of_list(
    observed: Observed, said: ListedSeat, ballot: tuple[Standing, ...], parties: Mapping[str, str]
) -> tuple[Votes | None, tuple[Standing, ...], str | None]:
    ahead = None
    if said.leading is not None:
        line = Line(name=said.leading, party=said.leading_party or "")
        found = numbered([line], [parties.get(line.party, "")], ballot, whole=False) if ballot else None
        if found is None or found.problem is not None:
            if said.status in {DECLARED, UNCONTESTED} or ballot:
                return None, ballot, f"{said.leading} of seat {said.number} is no candidate that is known there"
            return None, ballot, None
        ahead = found.serials[0]
    votes = Votes(
        file=observed.page.file,
        at=observed.at,
        status=said.status,
        said_at=observed.at if said.status else None,
        ahead=ahead,
        margin=said.margin,
        round=said.round,
        rounds=said.rounds,
    )
    return votes, ballot, None


def _of_wins(
    observed: Observed, said: WonSeat, ballot: tuple[Standing, ...]
) -> tuple[Votes | None, tuple[Standing, ...], str | None]:
    """The page names its party in no one place, so that candidates are found by name alone."""
    if not ballot:
        return None, ballot, None
    line = Line(name=said.candidate, party="", total=said.votes)
    found = numbered([line], [""], ballot, whole=False)
    if found.problem is not None:
        return None, ballot, found.problem
    serial = found.serials[0]
    votes = Votes(
        file=observed.page.file,
        at=observed.at,
        lines={serial: line},
        status=said.status,
        said_at=observed.at if said.status else None,
        ahead=serial,
        margin=said.margin,
    )
    return votes, ballot, None


def _without_clashes(pages: Sequence[Votes]) -> tuple[list[Votes], list[Fault]]:
    """Leave one of equal pages of one moment, and none of those that say different things of it."""
    kept: list[Votes] = []
    faults: list[Fault] = []
    for _, group in groupby(sorted(pages, key=lambda votes: votes.at), key=lambda votes: votes.at):
        first, *others = list(group)
        clashes = [(other, found) for other in others if (found := difference(first, other))]
        faults += [Fault(file=other.file, problem=found, cure=_COMPARE) for other, found in clashes]
        if clashes:
            problem = f"{clashes[0][0].file} has other votes of this seat at the same moment"
            faults.append(Fault(file=first.file, problem=problem, cure=_COMPARE))
        else:
            kept.append(first)
    return kept, faults


def _held_against(page: Votes, kept: Sequence[Votes]) -> tuple[list[Votes], list[Fault]]:
    """Hold a page against the fuller ones: join it to those it agrees with, set it aside, or let it stand alone."""
    faults = [
        Fault(file=page.file, problem=found, cure=_COMPARE)
        for fuller in kept
        if must_agree(fuller, page) and (found := difference(fuller, page))
    ]
    if faults:
        return list(kept), faults[:1]
    agreeing = [fuller for fuller in kept if _are_of_the_same_votes(fuller, page)]
    if agreeing:
        return _with(page, kept, agreeing), []
    same_moment = any(fuller.at == page.at and fuller.lines for fuller in kept)
    if same_moment or not (len(page.lines) > 1 or page.status in {DECLARED, UNCONTESTED}):
        return list(kept), []
    # one candidate's votes without the others' would look like all of them
    return [*kept, page if len(page.lines) > 1 or page.status == UNCONTESTED else replace(page, lines={})], []


def _with(page: Votes, kept: Sequence[Votes], agreeing: Sequence[Votes]) -> list[Votes]:
    """Join a page to what it agrees with; a status that came later is said of the same votes once more, then."""
    earlier = [fuller for fuller in agreeing if fuller.at < page.at]
    latest = max(earlier, key=lambda fuller: fuller.at, default=None)
    merged = []
    for fuller in kept:
        if fuller not in agreeing or (fuller in earlier and fuller is not latest):
            merged.append(fuller)
        elif fuller.at >= page.at:
            merged.append(_joined(fuller, page))
        elif is_surer(page.status, fuller.status):
            merged += [fuller, replace(_joined(fuller, page), at=page.at)]
        else:
            merged.append(_joined(fuller, replace(page, status=None)))
    return merged


def _are_of_the_same_votes(fuller: Votes, page: Votes) -> bool:
    if difference(fuller, page) is not None:
        return False
    if page.only_evm and not any(line.evm is not None for line in fuller.lines.values()):
        # cards have no EVM votes to compare: the same moment and round tell
        return fuller.at == page.at and fuller.round == page.round
    return bool(fuller.lines) and (not page.lines or not fuller.only_evm)


def _joined(fuller: Votes, page: Votes) -> Votes:
    merged = joined(fuller, page)
    if page.only_evm and all(line.evm is None for line in fuller.lines.values()):
        lines = {
            serial: replace(line, evm=page.lines[serial].evm) if serial in page.lines else line
            for serial, line in fuller.lines.items()
        }
        return replace(merged, lines=lines)
    return merged
