"""Loading a pack or a table: what may be named, and what is told of anything else."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

import janadesh
from janadesh import model
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.sources.packs import NoSuchPack
from janadesh.sources.sniff import READERS
from janadesh.sources.sniff import UnknownFormat
from janadesh.sources.sniff import read
from janadesh.sources.text_file import BinaryFile
from tests.sources.conftest import TABLES
from tests.sources.conftest import MakePack
from tests.sources.conftest import changed

AN_ASSEMBLY_TABLE = (
    "election_year,election_type,election_state,constituency,constituency_no,serial_no,candidate,party,evm_votes,"
    "postal_votes\n2024,Assembly,JK,BUDGAM,27,1,OMAR ABDULLAH,X,1,1\n"
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with janadesh.open(tmp_path / "record.sqlite") as record:
        yield record


def test_a_pack_is_loaded_by_folder_or_by_its_description(record: Record, make_pack: MakePack) -> None:
    pack = make_pack()

    entry = janadesh.load(record, pack)

    assert entry is not None
    assert entry.read_from == "small"
    assert janadesh.load(record, pack / "datapackage.json") is None


def test_a_bundled_pack_is_loaded_by_name(record: Record) -> None:
    entry = janadesh.load(record, "jk-2024")

    assert entry is not None
    assert record.frame(model.Election, id="in-jk-2024").height == 1


def test_a_bundled_name_means_the_bundled_pack_also_beside_a_folder_of_that_name(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "jk-2024").mkdir()
    monkeypatch.chdir(tmp_path)

    assert janadesh.load(record, "jk-2024") is not None
    with pytest.raises(Refused, match=r"no datapackage\.json"):
        janadesh.load(record, "./jk-2024")


def test_what_the_record_would_refuse_is_told_with_what_the_files_have_wrong(
    record: Record, make_pack: MakePack
) -> None:
    elsewhere = changed("candidacies", 1, constituency="in-jk-assembly.2022.91")
    pack = make_pack(candidacies=elsewhere, tallies=changed("tallies", 0, evm="many"))

    with pytest.raises(Refused) as refused:
        janadesh.load(record, pack)

    assert [(fault.file, fault.row, fault.column) for fault in refused.value.faults[:2]] == [
        ("tallies.csv", 2, "evm"),
        ("candidacies.csv", 3, "constituency"),
    ]
    assert record.entries() == []


def test_ids_that_the_record_has_need_not_be_in_the_pack(record: Record, make_pack: MakePack, tmp_path: Path) -> None:
    janadesh.load(record, make_pack())
    pack = make_pack({"name": "later", "resources": [{"name": "tallies", "path": "tallies.csv"}]})
    for name in set(TABLES) - {"tallies"}:
        (pack / f"{name}.csv").unlink()
    corrected = (pack / "tallies.csv").read_text().replace("35804,206,36010,2024-10-08", "35805,206,36011,2024-10-09")
    (pack / "tallies.csv").write_text(corrected)

    janadesh.load(record, pack)

    assert record.frame(model.Tally, serial=1)["total"].to_list() == [36011]
    assert record.frame(model.Tally, as_of="2024-10-08", serial=1)["total"].to_list() == [36010]


def test_nothing_of_that_name_is_told_with_the_bundled_packs(record: Record) -> None:
    with pytest.raises(NoSuchPack, match="Did you mean jk-2024"):
        janadesh.load(record, "jk2024")


def test_a_table_is_told_by_how_it_begins_and_not_by_its_name(
    record: Record, make_pack: MakePack, tmp_path: Path
) -> None:
    janadesh.load(record, make_pack())
    file = tmp_path / "whatever.txt"
    file.write_text(AN_ASSEMBLY_TABLE)

    statements = read(file, record, known_at="2024-10-08")

    assert statements.frames[model.Tally]["total"].to_list() == [2]


def test_a_table_of_no_known_format_is_told_with_the_formats(record: Record, tmp_path: Path) -> None:
    file = tmp_path / "2024Assembly-JK.csv"
    file.write_text("name,votes\nOMAR ABDULLAH,36010\n")

    with pytest.raises(UnknownFormat) as unknown:
        janadesh.load(record, file)

    assert all(reader.name in str(unknown.value) and reader.describes in str(unknown.value) for reader in READERS)
    with pytest.raises(UnknownFormat, match="There is no format"):
        janadesh.load(record, file, format="eci-assemblies")
    janadesh.load(record, "jk-2024")
    with pytest.raises(Refused, match="this column is missing"):
        janadesh.load(record, file, format="eci-assembly")


def test_a_table_of_india_is_told_once_what_the_record_must_know_before(record: Record, tmp_path: Path) -> None:
    """Not seat by seat that nothing of it can be placed, nor that the record holds it already."""
    file = tmp_path / "table.csv"
    file.write_text(AN_ASSEMBLY_TABLE)

    with pytest.raises(Refused, match="Load what is known of India first: `janadesh load india jk-2024`") as refused:
        janadesh.load(record, file)

    assert len(refused.value.faults) == 1


def test_a_folder_of_tables_names_those_that_can_be_loaded(record: Record, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "results.csv").write_text(AN_ASSEMBLY_TABLE)
    (folder / "README.md").write_text("Results as published.\n")

    with pytest.raises(UnknownFormat, match=r"loaded one by one: results\.csv \(eci-assembly\)\. Name them"):
        janadesh.load(record, folder)


def test_a_document_under_gzip_is_told(record: Record, tmp_path: Path) -> None:
    file = tmp_path / "form20.pdf.gz"
    file.write_bytes(gzip.compress(b"%PDF-1.7\n"))

    with pytest.raises(BinaryFile, match="a PDF document"):
        janadesh.load(record, file)


def test_a_binary_file_is_told(record: Record, tmp_path: Path) -> None:
    file = tmp_path / "results.csv"
    file.write_bytes(b"PK\x03\x04\0\0")

    with pytest.raises(BinaryFile, match="office document"):
        janadesh.load(record, file)
