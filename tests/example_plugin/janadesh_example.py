"""
A plug-in for Janadesh, short enough to begin one of your own with.

- The reader `tally-sheet` reads the votes of one seat from a text file: `tally sheet of ELECTION, CONSTITUENCY`,
  and under it a line for each candidate, `SERIAL: VOTES`.
- The kind of claim `tie` is that two candidates got the same number of votes.
- The exporter `winners` writes one line of text for each seat that is decided.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path

from janadesh import model
from janadesh.analysis.contests import contest_results
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.facts import Facts
from janadesh.claims.judging.saying import confirmed
from janadesh.claims.judging.saying import contradicted
from janadesh.claims.judging.saying import result_rows
from janadesh.claims.judging.saying import unverifiable
from janadesh.claims.plug_ins import ClaimKind
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.errors import Fault
from janadesh.errors import Impossible
from janadesh.errors import Refused
from janadesh.export.losses import Loss
from janadesh.export.plug_ins import Exported
from janadesh.export.plug_ins import Exporter
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.peek import by_head
from janadesh.sources.reader import Reader
from janadesh.sources.text_file import read_text

HEADING = re.compile(r"tally sheet of (?P<election>\S+), (?P<constituency>\S+)")
LINE = re.compile(r"(?P<serial>\d{1,4}): (?P<votes>\d{1,9})")
MOST_BYTES = 1_000_000


def read_tally_sheet(path: Path, record: Record, known_at: Moment | None) -> Statements:
    """Read the votes of one seat; without `known_at` they are known as of now."""
    heading, *lines = read_text(path, MOST_BYTES).splitlines() or [""]
    place = HEADING.fullmatch(heading)
    if place is None:
        raise Refused(path.name, [Fault(file=path.name, row=1, problem="this is no heading of a tally sheet")])
    source = model.Source(id="tally-sheets", title="Tally sheets", publisher="The tellers", kind="agency")
    tallies, faults = [], []
    for row, line in enumerate(lines, start=2):
        told = LINE.fullmatch(line)
        if told is None:
            cure = "Write SERIAL: VOTES."
            faults.append(Fault(file=path.name, row=row, value=line, problem="this line cannot be read", cure=cure))
            continue
        tallies.append(
            model.Tally(
                election=place["election"],
                constituency=place["constituency"],
                serial=int(told["serial"]),
                total=int(told["votes"]),
                status="interim",
                known_at=record.moment(known_at),
                source=source.id,
            )
        )
    if faults:
        raise Refused(path.name, faults)
    return Statements(
        path.name,
        {model.Source: frame_of(model.Source, [source]), model.Tally: frame_of(model.Tally, tallies)},
    )


TALLY_SHEET = Reader(
    name="tally-sheet",
    describes="votes of one seat as tellers write them down",
    matches=by_head(lambda head: HEADING.match(head) is not None),
    read=read_tally_sheet,
)

TIED = re.compile(r"\b(?:ended in a tie|was a tie|dead heat)\b")


def read_ties(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read that a seat ended in a tie."""
    named = [mention.id for mention in scene.of_kind("constituency")]
    for told in TIED.finditer(scene.lowered, scene.sentence.start, scene.sentence.end):
        yield Reading(
            kind="tie",
            start=told.start(),
            end=told.end(),
            election=scene.focus.election,
            constituency=named[0] if named else scene.seat,
        )


def judge_tie(facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
    """Judge whether the first two of a seat have the same votes."""
    election = facts.of(reading.election)
    contest = election.contests.get(reading.constituency or "") if election else None
    if election is None or contest is None or contest.margin is None:
        return unverifiable("The record holds no result of this seat.")
    rows = result_rows(facts, election, contest)
    if contest.margin == 0:
        return confirmed(0, "The first two have the same votes.", *rows)
    return contradicted(contest.margin, f"The first two are {contest.margin} votes apart.", *rows)


TIE = ClaimKind(name="tie", describes="a seat ended in a tie", read=read_ties, judge=judge_tie)


def winners(record: Record, elections: Sequence[str], as_of: Moment | None) -> Exported:
    """Write who won each seat of an election, a line a seat."""
    if len(elections) != 1:
        raise Impossible("A list of winners is of one election; name one with --election.")
    results = contest_results(record, elections[0], as_of)
    won = results.filter(results["status"].is_in(["declared", "uncontested"]))
    lines = [f"{seat}: {name}" for seat, name in won.select("constituency_name", "winner").iter_rows()]
    lost = Loss(table="tallies", what="votes of candidates", count=int(results["candidates"].sum()))
    return Exported("".join(f"{line}\n" for line in lines).encode(), (lost,))


WINNERS = Exporter(name="winners", describes="one line of text for each seat that is decided", make=winners)
