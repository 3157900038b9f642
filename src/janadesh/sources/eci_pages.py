"""
Official result pages as the Election Commission publishes them: a saved page, a folder or a zip archive of pages.

Each page is read by its layout (`eci_page_*.py`), placed in the record by its name and by itself, and brought
together with the other pages of its seat. A page that cannot be read or placed, or that disagrees with a
fuller one, is set aside and told; where none can be used the whole is refused.

Rounds have no time of their own on the pages. So the votes of the latest round only become statements, and
only where no fuller page of the seat has them; `PagesRead.rounds` has every round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.moments import read_moment
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed
from janadesh.record.statements import frame_of
from janadesh.sources import eci_page_names as names
from janadesh.sources.archive import Limits
from janadesh.sources.archive import walk
from janadesh.sources.eci_elections import INDIA
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.eci_page_agreement import Votes
from janadesh.sources.eci_page_candidates import Standing
from janadesh.sources.eci_page_contests import Observed
from janadesh.sources.eci_page_contests import SeatRead
from janadesh.sources.eci_page_contests import read_seat
from janadesh.sources.eci_page_frames import leads_frame
from janadesh.sources.eci_page_frames import parties_frame
from janadesh.sources.eci_page_frames import rounds_frame
from janadesh.sources.eci_page_gathering import Gathered
from janadesh.sources.eci_page_gathering import OfSeat
from janadesh.sources.eci_page_gathering import gather
from janadesh.sources.eci_page_places import Places
from janadesh.sources.eci_page_rounds import Round
from janadesh.sources.eci_page_seat import SeatVotes
from janadesh.sources.eci_page_statements import Declared
from janadesh.sources.eci_page_statements import HeldSeat
from janadesh.sources.eci_page_statements import seat_statements
from janadesh.sources.known import Known
from janadesh.sources.known import known
from janadesh.sources.party_names import resolve_parties
from janadesh.sources.peek import Peek

WITHOUT_VOTES = "is told without votes, which the record does not keep"
"""What is said of lists of leads where they are loaded; who follows a count takes them from `PagesRead.shown`."""
LIMITS = Limits(files=50_000, file_bytes=5_000_000)
_PAGE = re.compile(r"\.(?:html?|json)(?:[?@][^/]*)?$", re.IGNORECASE)
_LOOKS_LIKE = re.compile(
    r"constituencywise|candidateswise|eciresults\.nic\.in|results\.eci\.gov\.in|Trends (?:&amp;|&|and) Results"
    r"|class=[\"'](?:cand-box|cand-info)",
    re.IGNORECASE,
)
_WEB_PAGE = re.compile(r"\s*(?><!--.*?-->\s*)*+<(?:!doctype html|html)", re.IGNORECASE | re.DOTALL)
_LIVE_JSON = re.compile(r"\s*\{\s*\"[SU]\d{2}\"\s*:\s*\{\s*\"chartData\"")


def matches(seen: Peek) -> bool:
    """Tell whether a page, or the files of a folder or archive, are result pages."""
    if seen.members:
        return any(names.page_name(member).kind for member in seen.members)
    if seen.path.is_dir():
        return False
    # other formats name the site as their source, so that the name alone does not tell
    is_page = _WEB_PAGE.match(seen.head) and _LOOKS_LIKE.search(seen.head)
    return names.page_name(seen.path.name).kind is not None or bool(is_page or _LIVE_JSON.match(seen.head))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatShown:
    """What pages show of a seat of an election, by ids, whether or not the record has it already."""

    election: str
    seat: str
    votes: tuple[Votes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesRead:
    """
    What result pages say: statements for the record, and what the record does not keep.

    - `statements`: with everything set aside.
    - `leads`: who is ahead by lists of seats and live maps, without votes (`eci_page_frames.LEADS`).
    - `rounds`: every counting round (`eci_page_frames.ROUNDS`).
    - `parties`: seats by party (`eci_page_frames.PARTIES`).
    - `shown`: what the pages show seat by seat, for those who follow a count.
    """

    statements: Statements
    leads: pl.DataFrame
    rounds: pl.DataFrame
    parties: pl.DataFrame
    shown: tuple[SeatShown, ...]


def read_eci_pages(path: Path, record: Record, known_at: Moment | None = None) -> Statements:
    """
    Read result pages into statements on parties, contests, candidacies, votes and declarations.

    Args:
        path: a page, a folder of pages (with its folders), or a zip archive of such.
        record: what places, parties and candidates are found in; it is not changed.
        known_at: when the pages were published, for those that do not say when they were last updated.

    Returns: statements; pages and rows that cannot be used are told in `set_aside`.
    Raises: Refused, where no page can be used; UnsafeArchive.
    """
    above = path.resolve() if path.is_dir() or path.suffix.lower() == ".zip" else path.resolve().parent
    files = walk(path, LIMITS, lambda file: bool(_PAGE.search(file)))
    return read_pages(path.name, files, record, known_at, within=above.as_posix()).statements


def read_pages(
    name: str,
    files: Iterable[tuple[str, bytes]],
    record: Record,
    known_at: Moment | None = None,
    *,
    within: str = "",
) -> PagesRead:
    """
    Read pages that were fetched or saved.

    Args:
        name: what the whole is called.
        files: names or addresses, and contents.
        record: what places, parties and candidates are found in; it is not changed.
        known_at: when pages were published that do not say when they were last updated.
        within: folders above the names, which may tell the election.

    Raises: Refused, where no page can be used.
    """
    ids = known(record)
    when = None if known_at is None else read_moment(known_at, INDIA)
    gathered = gather(files, Places(record, ids), when, within)
    if not gathered.pages:
        cure = "Give a saved page, or a folder or zip archive of pages, under the names they have on the site."
        nothing = Fault(file=name, problem="there is no result page in it", cure=cure)
        raise Refused(name, list(gathered.set_aside) or [nothing])
    statements, shown = _statements(name, gathered, record, ids)
    return PagesRead(
        statements=statements,
        leads=leads_frame(gathered.seats),
        rounds=rounds_frame(gathered.seats),
        parties=parties_frame(gathered.parties),
        shown=tuple(shown),
    )


def _statements(name: str, gathered: Gathered, record: Record, ids: Known) -> tuple[Statements, list[SeatShown]]:
    said: list[model.Noun] = [*gathered.new_seats]
    faults = list(gathered.set_aside)
    by_election: dict[str, list[OfSeat]] = {}
    for each in gathered.seats:
        by_election.setdefault(each.election.id, []).append(each)
    held: list[pl.DataFrame] = []
    shown: list[SeatShown] = []
    for election, pages in by_election.items():
        candidacies = record.frame(model.Candidacy, election=election)
        nouns, told, seats = _of_election(pages, candidacies, record, ids)
        shown += seats
        said += nouns
        faults += told
        held.append(candidacies)
    frames = _frames(said)
    if model.Candidacy in frames:
        # tallies and new candidacies are checked against one another, so those that stand are said with them
        frames[model.Candidacy] = _with_standing(frames[model.Candidacy], frames.get(model.Tally), held)
    return Statements(read_from=name, frames=frames, set_aside=tuple(dict.fromkeys(faults))), shown


def _of_election(
    pages: list[OfSeat], candidacies: pl.DataFrame, record: Record, ids: Known
) -> tuple[list[model.Noun], list[Fault], list[SeatShown]]:
    first = min(pages, key=lambda each: each.at)
    election = first.election
    observed = [each.observed for each in pages if each.observed is not None]
    printed = dict.fromkeys(party for each in observed for party in _parties(each))
    parties = resolve_parties(printed, ids, first.at, election.source)
    ballots = _ballots(candidacies)
    held = _held(election, record, ids)
    by_seat: dict[str, list[Observed]] = {}
    for each in pages:
        if each.observed is not None:
            by_seat.setdefault(each.seat, []).append(each.observed)
    unknown = HeldSeat(count_day=ids.count_days.get(election.id))
    said: list[model.Noun] = []
    faults: list[Fault] = []
    shown: list[SeatShown] = []
    for seat, of_seat in by_seat.items():
        read = read_seat(of_seat, ballots.get(seat, ()), parties.ids)
        shown.append(SeatShown(election=election.id, seat=seat, votes=read.votes))
        faults += [*read.set_aside, *_not_kept(of_seat, read)]
        said += seat_statements(read, seat, election, held.get(seat, unknown))
    if not said:
        return [], faults, shown
    used = {noun.party for noun in said if isinstance(noun, model.Candidacy)}
    new = [party for party in parties.parties if party.id in used]
    spellings = [spelling for spelling in parties.spellings if spelling.of in used]
    return [*election.statements, *new, *spellings, *said], faults, shown


def _parties(observed: Observed) -> Iterator[str]:
    if isinstance(observed.said, SeatVotes):
        yield from (line.party for line in observed.said.candidates)
    elif isinstance(observed.said, tuple) and isinstance(observed.said[0], Round):
        yield from (line.party for line in observed.said[-1].lines if not line.is_nota)


def _ballots(candidacies: pl.DataFrame) -> dict[str, tuple[Standing, ...]]:
    ballots: dict[str, list[Standing]] = {}
    stands = candidacies.filter(pl.col("status").is_in(["contesting", "uncontested"]))
    columns = ("constituency", "serial", "serial_kind", "name", "party")
    for seat, serial, kind, name, party in stands.select(columns).iter_rows():
        ballots.setdefault(seat, []).append(Standing(serial=serial, serial_kind=kind, name=name, party=party))
    return {seat: tuple(ballot) for seat, ballot in ballots.items()}


def _held(election: PlacedElection, record: Record, ids: Known) -> dict[str, HeldSeat]:
    tallies = record.history(model.Tally, election=election.id).partition_by("constituency", as_dict=True)
    declarations = record.history(model.Declaration, election=election.id)
    declared: dict[str, list[Declared]] = {}
    for seat, *said in declarations.select("constituency", "status", "winner", "known_at").iter_rows():
        declared.setdefault(seat, []).append((said[0], said[1], said[2]))
    contests = set(ids.contests.filter(pl.col("election") == election.id)["constituency"])
    by_seat = {seat: frame.to_dicts() for (seat,), frame in tallies.items()}
    return {
        seat: HeldSeat(
            has_contest=seat in contests,
            declarations=declared.get(seat, ()),
            tallies=by_seat.get(seat, ()),
            count_day=ids.count_days.get(election.id),
        )
        for seat in {*contests, *declared, *by_seat}
    }


def _not_kept(observed: list[Observed], read: SeatRead) -> Iterator[Fault]:
    """Say that a page which only names who leads gave the record nothing, where no other page of the seat did."""
    if not read.votes and not read.set_aside and observed:
        seat = observed[0].said
        number = getattr(seat, "number", None)
        problem = f"who leads in seat {number} {WITHOUT_VOTES}"
        cure = "Load the page of the seat's candidates with it."
        yield Fault(file=observed[0].page.file, problem=problem, cure=cure)


def _frames(said: list[model.Noun]) -> dict[type[model.Noun], pl.DataFrame]:
    by_noun: dict[type[model.Noun], list[model.Noun]] = {}
    for noun in dict.fromkeys(said):
        by_noun.setdefault(type(noun), []).append(noun)
    return {noun: frame_of(noun, nouns) for noun, nouns in by_noun.items()}


def _with_standing(new: pl.DataFrame, tallies: pl.DataFrame | None, held: list[pl.DataFrame]) -> pl.DataFrame:
    if tallies is None:
        return new
    place = ["election", "constituency", "serial"]
    standing = pl.concat(held).join(tallies.select(place).unique(), on=place, how="semi", maintain_order="left")
    return pl.concat([conformed(model.Candidacy, standing), new])
