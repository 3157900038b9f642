"""
Count feeds in our own form: one JSON object a line, by the record's ids.

A line is of a candidacy's votes (`serial`) or of a lead (`leading`, `margin`); both have `observed_at`, `election`
and `constituency`. It is what another program hands over that knows the record. See docs/reference/count_feed.md.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.moments import UnreadableMoment
from janadesh.record.moments import read_moment
from janadesh.record.statements import Statements
from janadesh.record.statements import frame_of
from janadesh.sources.observations import CONTEST
from janadesh.sources.observations import LEADS
from janadesh.sources.observations import VOTES
from janadesh.sources.observations import Feed
from janadesh.sources.observations import Observations
from janadesh.sources.observations import leads_frame
from janadesh.sources.observations import votes_frame
from janadesh.sources.peek import BrokenArchive
from janadesh.sources.text_table import UNPACKING_FAILS

_NEEDED = ("observed_at", *CONTEST)
_NUMBERS = (
    *(
        "serial",
        "evm",
        "postal",
        "migrant",
        "total",
        "round",
        "rounds",
        "stated_total",
        "leading",
        "trailing",
        "margin",
    ),
)


def matches(head: str) -> bool:
    """Tell from the first line whether this is a feed of JSON lines."""
    line = head.lstrip("\ufeff").partition("\n")[0].strip()
    if not line.startswith("{"):
        return False
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and all(name in told for name in _NEEDED)


def is_lines(file: Path) -> bool:
    """Tell whether a file is a feed of JSON lines."""
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as opened:
            return matches(opened.readline(100_000).decode("utf-8-sig", errors="ignore"))
    except UNPACKING_FAILS:
        # the reader of tables says what is wrong with the file
        return False


def observe(name: str, files: Iterable[Path], record: Record) -> Feed:
    """
    Read feeds of JSON lines.

    Raises: Refused, where none of the lines can be placed in the record.
    """
    votes: list[dict[str, Any]] = []
    leads: list[dict[str, Any]] = []
    faults: list[Fault] = []
    contests = frozenset(record.frame(model.Contest).select(*CONTEST).iter_rows())
    serials = frozenset(record.frame(model.Candidacy).select(*CONTEST, "serial").iter_rows())
    zones: dict[str, str] = dict(record.frame(model.Election).select("id", "time_zone").iter_rows())
    for file in files:
        for row, line in _lines(file):
            told = _read(file.name, row, line, zones)
            if not isinstance(told, Fault):
                told = _placed(file.name, row, told, contests, serials)
            if isinstance(told, Fault):
                faults.append(told)
            else:
                (votes if told.get("serial") is not None else leads).append(told)
    if not votes and not leads:
        raise Refused(
            name, faults or [Fault(file=name, problem="there is no line in it", cure="Give a feed with lines.")]
        )
    elections = {each["election"] for each in (*votes, *leads)}
    sources = [
        model.Source(
            id=f"count-feed-{election}",
            title=f"The count of {election} as it was observed",
            publisher=name,
            kind="archive",
        )
        for election in sorted(elections)
    ]
    observed = Observations(
        votes=votes_frame(pl.DataFrame(votes, schema_overrides=_given(votes, VOTES), infer_schema_length=None)).sort(
            "observed_at", *CONTEST, "serial"
        ),
        leads=leads_frame(pl.DataFrame(leads, schema_overrides=_given(leads, LEADS), infer_schema_length=None)).sort(
            "observed_at", *CONTEST
        ),
    )
    said = Statements(name, {model.Source: frame_of(model.Source, sources)})
    return Feed(read_from=name, foundation=said, observed=observed, set_aside=tuple(faults))


def _given(rows: list[dict[str, Any]], shape: Mapping[str, pl.DataType]) -> dict[str, pl.DataType]:
    names = {name for row in rows for name in row}
    return {name: dtype for name, dtype in shape.items() if name in names}


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as opened:
            for row, line in enumerate(opened, start=1):
                if line.strip():
                    yield row, line.decode("utf-8-sig", errors="replace")
    except UNPACKING_FAILS as error:
        raise BrokenArchive(file.name, f"it cannot be read to its end ({error})") from None


def _read(file: str, row: int, line: str, zones: Mapping[str, str]) -> dict[str, Any] | Fault:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return Fault(file=file, row=row, problem="this is no JSON object", cure="Write one object a line.")
    if not isinstance(told, dict) or any(not isinstance(told.get(name), str) for name in _NEEDED):
        cure = f"Give {', '.join(_NEEDED)} as text."
        return Fault(file=file, row=row, problem="the line does not say of which contest and moment it is", cure=cure)
    for name in _NUMBERS:
        value = told.get(name)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63):
            cure = "Write digits without quotes; leave it out where it is unknown."
            return Fault(
                file=file, row=row, column=name, value=str(value), problem="this is not a whole number", cure=cure
            )
    try:
        at = read_moment(told["observed_at"], zones.get(told["election"], "UTC"))
    except (UnreadableMoment, OverflowError):
        return Fault(
            file=file, row=row, column="observed_at", value=told["observed_at"], problem="this is not a moment"
        )
    kept = {name: told[name] for name in (*VOTES, *LEADS) if name in told}
    return kept | {"observed_at": at, "source": f"count-feed-{told['election']}"}


def _placed(
    file: str,
    row: int,
    told: dict[str, Any],
    contests: frozenset[tuple[Any, ...]],
    serials: frozenset[tuple[Any, ...]],
) -> dict[str, Any] | Fault:
    contest = (told["election"], told["constituency"])
    if contest not in contests:
        cure = "Load the election first; `janadesh elections` lists those known."
        value = f"{told['constituency']} in {told['election']}"
        return Fault(file=file, row=row, value=value, problem="the record has no such contest", cure=cure)
    for name in ("serial", "leading", "trailing"):
        serial = told.get(name)
        if serial not in {None, model.NOTA} and (*contest, serial) not in serials:
            problem = f"the record has no candidacy of this number in {told['constituency']}"
            return Fault(
                file=file, row=row, column=name, value=str(serial), problem=problem, cure="Load the candidates first."
            )
    return told
