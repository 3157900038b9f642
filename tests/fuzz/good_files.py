"""A small good file of every format that is read, and a record that they fit."""

from __future__ import annotations

import datetime as dt
import io
import json
import tarfile
import tempfile
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import tomlkit

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.record.statements import Statements
from janadesh.sources import sniff
from janadesh.sources.archive import walk
from janadesh.sources.articles import each_article
from janadesh.sources.loading import read_statements
from janadesh.sources.map_draft import drafted_map
from janadesh.sources.mapped_table import read_mapped_table
from janadesh.sources.mapping import read_map
from janadesh.sources.nist_document import read_xml_report
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import statements
from tests.sources import test_booths as booths
from tests.sources import test_count_feed as feeds
from tests.sources import test_eci_assembly as assembly
from tests.sources import test_eci_parliament as parliament
from tests.sources import test_eci_statistical as report
from tests.sources import test_lokdhaba as lokdhaba
from tests.sources import test_lokdhaba_segments as segments
from tests.sources.conftest import TABLES
from tests.sources.conftest import write_table
from tests.sources.mapped_examples import UK
from tests.sources.mapped_examples import UK_FILLED
from tests.sources.mapped_examples import filled
from tests.sources.result_pages import budgam
from tests.sources.test_archive import zipped
from tests.sources.test_article_feeds_and_archives import ATOM
from tests.sources.test_article_feeds_and_archives import RSS
from tests.sources.test_article_feeds_and_archives import page
from tests.sources.test_article_feeds_and_archives import two_pages
from tests.sources.test_nist_reader import FOREIGN

Files = Mapping[str, bytes]
Read = Callable[[Path, Record], Statements | None]
KNOWN_AT = "2024-10-08"


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """Files that a reader takes as they are: one, given by its path, or several of a folder; each is made bad."""

    files: Files
    read: Read
    is_folder: bool = False
    changed: tuple[str, ...] = ()
    """The files of a folder that are made bad; none named means all."""


def make_record(file: Path) -> None:
    """Make a record that has of India what the files speak of, and no results."""
    with open_record(file) as record:
        record.load(statements(*_india()))


def _india() -> Iterator[model.Noun]:
    said: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
    yield ECI
    yield model.Territory(id="in", name="India", status="country", **said)
    places = (("in-jk", "Jammu and Kashmir", "U08"), ("in-ka", "Karnataka", "S10"), ("in-up", "Uttar Pradesh", "S24"))
    for place, name, code in (*places, ("in-ap", "Andhra Pradesh", "S01"), ("in-an", "Andamans", "U01")):
        yield model.Territory(id=place, name=name, status="state", within="in", code=code, **said)
        house = {"name": "Assembly", "territory": place, "kind": "assembly", "elected_seats": 90}
        yield model.House(id=f"{place}-assembly", **house, **said)  # type: ignore[arg-type]
    yield model.House(id="in-lok-sabha", name="Lok Sabha", territory="in", kind="parliament", elected_seats=543, **said)
    seats = (
        ("in-jk-assembly.2022.27", 27, "Budgam", "in-jk", "in-jk-assembly"),
        ("in-lok-sabha.2008.S10-20", 20, "Mandya", "in-ka", "in-lok-sabha"),
        ("in-lok-sabha.2008.S24-1", 1, "Saharanpur", "in-up", "in-lok-sabha"),
        ("in-lok-sabha.2008.S01-1", 1, "Araku", "in-ap", "in-lok-sabha"),
    )
    for seat, number, name, territory, house_of in seats:
        delimitation = seat.split(".")[1]
        yield model.Constituency(
            id=seat,
            house=house_of,
            delimitation=delimitation,
            number=number,
            name=name,
            official_name=name.upper(),
            territory=territory,
            **said,
        )
    yield model.Party(id="in-nc", name=budgam.NC, abbreviation="JKNC", **said)
    yield model.Party(id="in-pdp", name=budgam.PDP, abbreviation="JKPDP", **said)
    yield model.Party(id="in-ind", name="Independent", abbreviation="IND", kind="independent", **said)
    counted = (("in-jk-2024", "in-jk-assembly", 2024, 10), ("in-ls-2024", "in-lok-sabha", 2024, 6))
    for election, house_of, year, month in (*counted, ("in-ls-2019", "in-lok-sabha", 2019, 5)):
        yield model.Election(id=election, name=election, house=house_of, year=year, time_zone="Asia/Kolkata", **said)
        yield model.ScheduleEntry(election=election, event="count", on_date=dt.date(year, month, 8), **said)
    where: dict[str, Any] = {"election": "in-ls-2019", "constituency": booths.SEAT, **said}
    yield model.Contest(**where)
    yield model.Candidacy(serial=1, name="Lee Ann", party="in-ind", **where)
    yield model.Candidacy(serial=2, name="Bob Ray", party="in-ind", **where)
    yield model.Tally(serial=1, evm=20, postal=1, total=21, **where)


def _as(name: str) -> Read:
    def read(path: Path, record: Record) -> Statements:
        with suppress(sniff.UnknownFormat):
            # what tells the formats apart must hold as well; which it finds is no matter here
            sniff.read(path, record, known_at=KNOWN_AT)
        return sniff.read(path, record, format=name, known_at=KNOWN_AT)

    return read


def _articles(path: Path, _: Record) -> None:
    for article in each_article(path, set_aside=lambda _: None):
        assert article.text


def _walked(path: Path, _: Record) -> None:
    for name, content in walk(path):
        assert name
        assert len(content) <= 20_000_000


def _mapped(path: Path, record: Record) -> Statements:
    drafted_map(path / "uk.csv")
    return read_mapped_table(path / "uk.csv", read_map(path / "uk.toml"), record)


def _made(write: Callable[[Path], object]) -> Files:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _pack(folder: Path) -> None:
    for name, rows in TABLES.items():
        write_table(folder / f"{name}.csv", rows)
    resources = [{"name": name, "path": f"{name}.csv"} for name in TABLES]
    described = {"name": "small", "time_zone": "Asia/Kolkata", "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")


def _parquet_pack(folder: Path) -> None:
    for name, rows in TABLES.items():
        pl.DataFrame(rows).write_parquet(folder / f"{name}.parquet")
    resources = [{"name": name, "path": f"{name}.parquet"} for name in TABLES]
    described = {"name": "small", "time_zone": "Asia/Kolkata", "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")


def _uk(folder: Path) -> None:
    table = folder / "uk.csv"
    table.write_text(UK, encoding="utf-8")
    file = filled(table, UK_FILLED)
    file.write_text(tomlkit.dumps(tomlkit.parse(file.read_text(encoding="utf-8"))), encoding="utf-8")


def _segments() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        member = tarfile.TarInfo("inner/3.csv")
        member.size = len(booths.SEGMENT.encode())
        archive.addfile(member, io.BytesIO(booths.SEGMENT.encode()))
    return out.getvalue()


def _by_candidate() -> bytes:
    at = {"state_name": "Jammu & Kashmir", "constituency_name": "BUDGAM", "constituency_code": "27"}
    rows = [
        at
        | {"sl_no": str(serial), "candidate_name": name, "party_name": party}
        | {"evm_votes": str(votes), "postal_votes": "1", "total_votes": str(votes + 1)}
        for serial, (name, party, votes) in enumerate(
            (("OMAR", budgam.NC, 9), ("AGA", budgam.PDP, 8), ("NOTA", "None of the Above", 1)), start=1
        )
    ]
    return json.dumps([rows]).encode()


def _by_seat() -> bytes:
    rows = [
        {"Candidate": "OMAR", "Party": budgam.NC, "EVM Votes": 9, "Postal Votes": 1, "Total Votes": 10},
        {"Candidate": "NOTA", "Party": "None of the Above", "EVM Votes": 1, "Postal Votes": 0, "Total Votes": 1},
    ]
    return json.dumps({"BUDGAM": rows}, indent=1).encode()


def _lok_dhaba(folder: Path) -> None:
    names = list(lokdhaba.ROW)
    rows = [
        {},
        {"Position": 2, "Candidate": "None of the Above", "Party": "NOTA", "Votes": 300},
        {"Position": 3, "Candidate": "B", "Votes": 100, "Sex": "F", "Age": 40},
    ]
    lines = [",".join(names), *(",".join(str({**lokdhaba.ROW, **row}[name]) for name in names) for row in rows)]
    (folder / "Jammu_&_Kashmir_AE.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _lok_dhaba_segments(folder: Path) -> None:
    place = {"State_Name": "Uttar_Pradesh", "PC_Name": "SAHARANPUR", "Constituency_Name": "BEHAT"}
    rows = [{"CandID": 1, "Candidate": "ANN LEE", "Votes": 7}, {"CandID": 2, "Candidate": "BOB RAY", "Votes": 9}]
    lines = [",".join(segments.ROW), *(",".join(map(str, {**segments.ROW, **place, **row}.values())) for row in rows)]
    (folder / "Uttar_Pradesh_GA.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _workbooks(folder: Path) -> None:
    report.workbook(folder / "10.xlsx", report.DETAILED)
    report.workbook(folder / "3.xlsx", report.PARTIES)
    report.workbook(folder / "11.xlsx", report.ELECTORS)


def _xml_as_json() -> bytes:
    return json.dumps(read_xml_report(FOREIGN), indent=1).encode()


def _pages() -> Files:
    folder = budgam.FOLDER
    return {
        folder + budgam.TABLE: budgam.budgam(),
        folder + budgam.CARDS: budgam.cards(),
        folder + budgam.LIST: budgam.the_list(),
    }


_FORM_20 = (
    booths.FORM_20 + "1,SAHARANPUR,3,BEHAT,900,1,12A,20,11,31,0,5,36,2\n1,SAHARANPUR,3,BEHAT,9,2,12,2,1,3,0,0,3,0\n"
)
_LONG = booths.LONG + "1,Saharanpur,GEN,3,1,Ann Lee,Janata Dal,7\n1,Saharanpur,GEN,3,1,Bob Ray,Independent,9\n"
_ASSEMBLY = "\n".join([assembly.HEADING, *assembly.BUDGAM]) + "\n"
_PARLIAMENT = parliament.HEADING_2024 + (
    '"Karnataka";"Mandya ";"Janata Dal  (Secular)";"A";"9";"S10";"2"\n'
    '"Karnataka";"Mandya ";"Independent";"B";"7";"S10";"2"\n"Karnataka";"Mandya ";"NOTA";"NOTA";"1";"S10";"2"\n'
)
_VOTES = feeds.VOTES + feeds.vote("ANITA", "50") + feeds.vote("BHIM", "40") + feeds.vote("NOTA", "7", "17:00:00")
_LEAD = (
    "S,1,1,ANDHRA PRADESH,Araku,2024-06-04 16:31:48,10,Result Declared,ANITA,Independent,BHIM,Independent,"
    f"{feeds.SITE}/statewiseS011.htm\n"
)
_LINES = "\n".join(
    json.dumps(
        {"observed_at": "2024-06-04T16:31:48", "election": "in-ls-2019", "constituency": booths.SEAT}
        | {"serial": serial, "total": 10 * serial}
    )
    for serial in (1, 2)
)
_TEXT = "date 2024-10-09\nBUDGAM: Omar Abdullah won Budgam by 18,485 votes, officials said on Tuesday.\n"
_JSON = json.dumps([{"id": "a", "date": "2024-10-09", "title": "Won", "text": "Omar won Budgam."}])


@cache
def goods() -> Mapping[str, Good]:
    """Give the good files by the reader's name, with the variants of its format after a colon."""
    of_tables = {
        "eci-pages": Good(files=_pages(), read=_as("eci-pages"), is_folder=True),
        "eci-pages:zip": Good(files={"pages.zip": zipped(dict(_pages()))}, read=_as("eci-pages")),
        "eci-assembly": Good(files={"results.csv": _ASSEMBLY.encode()}, read=_as("eci-assembly")),
        "eci-assembly-json": Good(
            files={"jammu-and-kashmir-2024.json": _by_candidate()}, read=_as("eci-assembly-json")
        ),
        "eci-assembly-json:seats": Good(
            files={"jammu-and-kashmir-2024.json": _by_seat()}, read=_as("eci-assembly-json")
        ),
        "eci-parliament": Good(files={"2024.csv": _PARLIAMENT.encode()}, read=_as("eci-parliament")),
        "eci-report": Good(files=_made(_workbooks), read=_as("eci-report"), is_folder=True),
        "booths": Good(files={"form20-2019.csv": _FORM_20.encode()}, read=_as("booths")),
        "booths:long": Good(files={"booths-2019.csv": _LONG.encode()}, read=_as("booths")),
        "booths:tar": Good(files={"2019-uttar-pradesh.tar.gz": _segments()}, read=_as("booths")),
        "lokdhaba": Good(files=_made(_lok_dhaba), read=_as("lokdhaba")),
        "lokdhaba-segments": Good(files=_made(_lok_dhaba_segments), read=_as("lokdhaba-segments")),
        "nist-json": Good(files={"report.json": _xml_as_json()}, read=_as("nist-json")),
        "nist-xml": Good(files={"report.xml": FOREIGN.read_bytes()}, read=_as("nist-xml")),
        "count-feed": Good(files={"feed.csv": _VOTES.encode()}, read=_as("count-feed")),
        "count-feed:folder": Good(
            files={"votes.csv": _VOTES.encode(), "leads.csv": (feeds.LEADS + _LEAD).encode()},
            read=_as("count-feed"),
            is_folder=True,
        ),
        "count-feed:lines": Good(files={"feed.jsonl": _LINES.encode()}, read=_as("count-feed")),
        "pack": Good(files=_made(_pack), read=lambda path, record: read_statements(record, path), is_folder=True),
        "pack:parquet": Good(
            files=_made(_parquet_pack),
            read=lambda path, record: read_statements(record, path),
            is_folder=True,
            changed=("candidacies.parquet", "tallies.parquet"),
        ),
        "map": Good(files=_made(_uk), read=_mapped, is_folder=True),
    }
    of_articles = {
        "archive": {"pages.zip": zipped({"a.htm": b"1", "inner.zip": zipped({"b.htm": b"2"})})},
        "article-text": {"a.txt": _TEXT.encode()},
        "article-html": {"a.html": page("2024-10-08")},
        "article-json": {"a.json": _JSON.encode()},
        "article-feed": {"a.xml": RSS.encode()},
        "article-feed:atom": {"a.xml": ATOM.encode()},
        "article-warc": _made(lambda folder: two_pages(folder / "a.warc")),
        "article-warc:gz": _made(lambda folder: two_pages(folder / "a.warc.gz")),
    }
    return of_tables | {
        name: Good(files=files, read=_walked if name == "archive" else _articles) for name, files in of_articles.items()
    }
