"""Which reader reads a file, a folder or an archive: told by how it begins and what is in it, never by its name."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import JanadeshError
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.sources import booth
from janadesh.sources import booth_files
from janadesh.sources import count_feed
from janadesh.sources import eci_assembly
from janadesh.sources import eci_assembly_json
from janadesh.sources import eci_pages
from janadesh.sources import eci_parliament
from janadesh.sources import eci_report
from janadesh.sources import lokdhaba
from janadesh.sources import lokdhaba_segment_table
from janadesh.sources import lokdhaba_segments
from janadesh.sources import nist
from janadesh.sources.known import known
from janadesh.sources.linting.given import listed
from janadesh.sources.near import did_you_mean
from janadesh.sources.peek import Peek
from janadesh.sources.peek import by_head
from janadesh.sources.peek import peek
from janadesh.sources.plug_ins import plugged_in_readers
from janadesh.sources.reader import Reader
from janadesh.sources.text_file import UnreadableFile

MOST_LOOKED_AT = 200
"""Files of a folder that are looked at to say which of them could be loaded."""


class UnknownFormat(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """No reader knows the file, or none has the name asked for."""

    exit_code = 2


def _read_eci_assembly(path: Path, record: Record, known_at: Moment | None) -> Statements:
    return eci_assembly.read_eci_assembly(path, known(record), known_at)


READERS: tuple[Reader, ...] = (
    Reader(
        name="eci-pages",
        describes="official result pages as saved from results.eci.gov.in: a page, a folder or a zip archive",
        matches=eci_pages.matches,
        read=eci_pages.read_eci_pages,
        is_of_india=True,
    ),
    Reader(
        name="eci-assembly",
        describes="assembly results by candidate, EVM and postal votes apart, as CSV",
        matches=by_head(eci_assembly.matches),
        read=_read_eci_assembly,
        is_of_india=True,
    ),
    Reader(
        name="eci-assembly-json",
        describes="assembly results by candidate, EVM and postal votes apart, as JSON",
        matches=by_head(eci_assembly_json.matches),
        read=eci_assembly_json.read_eci_assembly_json,
        is_of_india=True,
    ),
    Reader(
        name="eci-parliament",
        describes="Lok Sabha results by candidate of 2014, 2019 or 2024, as CSV or JSON",
        matches=by_head(eci_parliament.matches),
        read=eci_parliament.read_eci_parliament,
        is_of_india=True,
    ),
    Reader(
        name="eci-report",
        describes="the statistical report on an assembly election, a folder of XLSX workbooks or one of them",
        matches=eci_report.matches,
        read=eci_report.read_eci_report,
        is_of_india=True,
    ),
    Reader(
        name="booths",
        describes="polling-station results of the Lok Sabha (Form 20, long tables, folders, tar), or by segment (JSON)",
        matches=booth_files.matches,
        read=booth.read_booths,
        is_of_india=True,
    ),
    Reader(
        name="lokdhaba",
        describes="Lok Dhaba's assembly (AE) or Lok Sabha (GE) results of a state, as CSV",
        matches=by_head(lokdhaba.matches),
        read=lokdhaba.read_lokdhaba,
        is_of_india=True,
    ),
    Reader(
        name="lokdhaba-segments",
        describes="Lok Dhaba's Lok Sabha votes of a state by assembly segment (GA), as CSV",
        matches=by_head(lokdhaba_segment_table.matches),
        read=lokdhaba_segments.read_lokdhaba_segments,
        is_of_india=True,
    ),
    Reader(
        name="nist-json",
        describes="an election results report of NIST SP 1500-100, version 2, as JSON",
        matches=by_head(nist.matches_json),
        read=nist.read_nist_json,
    ),
    Reader(
        name="nist-xml",
        describes="an election results report of NIST SP 1500-100, version 2, as XML",
        matches=by_head(nist.matches_xml),
        read=nist.read_nist_xml,
    ),
    Reader(
        name="count-feed",
        describes="votes or leads of a running count over time, as CSV or JSON lines",
        matches=count_feed.matches,
        read=count_feed.read_count_feed,
        is_of_india=True,
    ),
)
"""Every format that is built in, the most particular first: the first that matches reads."""


def read(
    path: str | Path,
    record: Record,
    *,
    format: str | None = None,  # noqa: A002 - the word a user expects
    known_at: Moment | None = None,
) -> Statements:
    """
    Read a file of official figures into statements, with the reader whose format it is.

    Args:
        path: the file.
        record: what names and numbers are resolved against; it is not changed.
        format: the format's name, where it is not to be told from the file.
        known_at: when the figures were published, where the file does not say.

    Raises: UnknownFormat, Refused with every fault, or of the file itself NoSuchFile, BinaryFile, WrongEncoding,
        BrokenArchive.
    """
    path = Path(path).expanduser()
    reader = _named(format) if format else _matching(peek(path))
    if reader.is_of_india and not _knows_india(record):
        problem = f"its places are India's (it is read as {reader.name}), and the record knows none of these yet"
        cure = "Load what is known of India first: `janadesh load india jk-2024`."
        raise Refused(path.name, [Fault(file=path.name, problem=problem, cure=cure)])
    return reader.read(path, record, known_at)


def _knows_india(record: Record) -> bool:
    return bool(record.frame(model.Territory)["id"].str.contains(r"^in(-|$)").any())


def readers() -> tuple[Reader, ...]:
    """Give every reader in the order in which they are asked: those built in, and then those of plug-ins."""
    return (*READERS, *_of_plug_ins())


def _named(name: str) -> Reader:
    every = readers()
    for reader in every:
        if reader.name == name:
            return reader
    raise UnknownFormat(f"There is no format {name!r}. {did_you_mean(name, [reader.name for reader in every])}")


def _matching(seen: Peek) -> Reader:
    # what is installed is looked through only for what no built-in reader knows
    found = _first(READERS, seen) or _first(_of_plug_ins(), seen)
    if found is not None:
        return found
    if seen.path.is_dir() and (within := _known_within(seen.path)):
        raise UnknownFormat(
            f"{seen.path.name} is a folder of files that are loaded one by one: {listed(within, most=4)}. "
            f"Name them: `janadesh load {seen.path}/*`."
        )
    formats = "\n".join(f"  {reader.name}: {reader.describes}" for reader in readers())
    raise UnknownFormat(
        f"{seen.path.name} begins like no table that is known here. Name its format, give a pack's folder, or draft a "
        "mapping of its columns with `janadesh map`. "
        f"Known are:\n{formats}"
    )


def _known_within(folder: Path) -> list[str]:
    """Name the files of a folder that a reader knows, each with its format."""
    known_files = []
    for file in islice(sorted(folder.iterdir()), MOST_LOOKED_AT):
        with suppress(UnreadableFile):
            reader = _first(READERS, peek(file)) if file.is_file() else None
            if reader is not None:
                known_files.append(f"{file.name} ({reader.name})")
    return known_files


def _first(of_readers: Iterable[Reader], seen: Peek) -> Reader | None:
    return next((reader for reader in of_readers if reader.matches(seen)), None)


def _of_plug_ins() -> tuple[Reader, ...]:
    return plugged_in_readers({reader.name for reader in READERS})
