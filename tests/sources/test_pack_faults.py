"""What is told of a pack that is not in order: file, row, column, value and cure, all at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.opening import open_record
from janadesh.sources.pack import read_pack
from tests.sources.conftest import TABLES
from tests.sources.conftest import MakePack
from tests.sources.conftest import changed


def faults_of(pack: Path) -> tuple[Fault, ...]:
    with pytest.raises(Refused) as refused:
        read_pack(pack)
    return refused.value.faults


def only_fault_of(pack: Path) -> Fault:
    faults = faults_of(pack)
    assert len(faults) == 1, faults
    return faults[0]


def told(fault: Fault) -> tuple[str, int | None, str | None, str | None]:
    return fault.file, fault.row, fault.column, fault.value


@pytest.mark.parametrize(
    ("table", "column", "value", "problem"),
    [
        ("tallies", "evm", "35,804", "not a whole number"),
        ("tallies", "evm", "1e3", "not a whole number"),
        ("tallies", "evm", "99999999999999999999", "not a whole number"),
        ("candidacies", "known_at", "8 October 2024", "not a moment"),
        ("candidacies", "known_at", "2024-02-30", "not a moment"),
        ("candidacies", "known_at", "0001-01-01T00:00", "not a moment"),
        ("territories", "valid_from", "31-10-2019", "not a day"),
    ],
)
def test_a_cell_of_the_wrong_type_is_told_with_its_place(
    make_pack: MakePack, table: str, column: str, value: str, problem: str
) -> None:
    fault = only_fault_of(make_pack(**{table: changed(table, 0, **{column: value})}))

    assert told(fault) == (f"{table}.csv", 2, column, value)
    assert problem in fault.problem
    assert fault.cure


@pytest.mark.parametrize("value", ["nan", "inf", "63,88"])
def test_a_figure_is_a_finite_number(make_pack: MakePack, value: str) -> None:
    figure = {"election": "in-jk-2024", "scope": "election", "scope_id": "in-jk-2024", "measure": "turnout"}
    figure |= {"value": value, "unit": "percent", "known_at": "2024-10-08", "source": "eci"}

    fault = only_fault_of(make_pack(figures=[figure]))

    assert told(fault) == ("figures.csv", 2, "value", value)


def test_every_fault_of_every_file_is_told_at_once(make_pack: MakePack) -> None:
    """Also what the record would refuse: negative votes, an unknown constituency, a party named two ways."""
    twice = [*TABLES["parties"], {**TABLES["parties"][0], "id": "in-jknc"}]
    elsewhere = changed("candidacies", 1, constituency="in-jk-assembly.2022.91")
    tallies = [{**row, "evm": evm, "total": ""} for row, evm in zip(TABLES["tallies"], ["x", -5, 7], strict=True)]
    pack = make_pack(parties=twice, candidacies=elsewhere, tallies=tallies)

    with pytest.raises(Refused) as refused:
        read_pack(pack, known=lambda _: frozenset())

    places = {(fault.file, fault.row, fault.column) for fault in refused.value.faults}
    assert {
        ("tallies.csv", 2, "evm"),
        ("tallies.csv", 3, "evm"),
        ("candidacies.csv", 3, "constituency"),
        ("parties.csv", 4, "name"),
    } <= places


def test_a_row_is_told_by_one_fault_for_a_cell_and_not_again_as_empty(make_pack: MakePack) -> None:
    fault = only_fault_of(make_pack(tallies=changed("tallies", 0, serial="none")))

    assert told(fault) == ("tallies.csv", 2, "serial", "none")


def test_an_unknown_column_is_told_with_the_nearest_names(make_pack: MakePack) -> None:
    misspelt = [{**row, "postel": 1} for row in TABLES["tallies"]]

    fault = only_fault_of(make_pack(tallies=misspelt))

    assert told(fault) == ("tallies.csv", 1, "postel", None)
    assert fault.cure == "Did you mean postal?"


def test_a_missing_column_is_told(make_pack: MakePack) -> None:
    without = [{name: cell for name, cell in row.items() if name != "party"} for row in TABLES["candidacies"]]

    assert told(only_fault_of(make_pack(candidacies=without))) == ("candidacies.csv", 1, "party", None)


def test_a_column_that_is_there_twice_is_told(make_pack: MakePack) -> None:
    pack = make_pack()
    (pack / "parties.csv").write_text("id,name,name,abbreviation,known_at,source\n")

    assert told(only_fault_of(pack)) == ("parties.csv", 1, "name", None)


@pytest.mark.parametrize(
    ("line", "row", "problem"),
    [
        ("\n", 2, "this row is empty"),
        ("in-x,X,X,2024-10-08,eci,more\n", 2, "more cells than the heading"),
        ("in-x,X\n", 2, "ends before this column"),
        ('in-x,"X" and Y,X,2024-10-08,eci\n', 2, "this is not CSV"),
        ('in-x,X,X,2024-10-08,"eci\n', 2, "this is not CSV"),
    ],
)
def test_a_row_of_the_wrong_shape_is_told(make_pack: MakePack, line: str, row: int, problem: str) -> None:
    pack = make_pack()
    (pack / "parties.csv").write_text("id,name,abbreviation,known_at,source\n" + line)

    fault = faults_of(pack)[0]

    assert (fault.file, fault.row) == ("parties.csv", row)
    assert problem in fault.problem


@pytest.mark.parametrize(
    ("content", "row", "problem"),
    [
        (b"%PDF-1.7\n", None, "a PDF document"),
        (b"PK\x03\x04....", None, "an office document"),
        (b"id,name\nin-x,\0", None, "a binary file"),
        (b"id,name\nin-x,Caf\xe9\n", 2, "the byte 0xe9"),
        ("id,name\n".encode("utf-16"), None, "UTF-16"),
        (b"", 1, "no heading"),
    ],
)
def test_a_file_that_is_no_utf8_text_is_told(
    make_pack: MakePack, content: bytes, row: int | None, problem: str
) -> None:
    pack = make_pack()
    (pack / "parties.csv").write_bytes(content)

    fault = only_fault_of(pack)

    assert (fault.file, fault.row) == ("parties.csv", row)
    assert problem in fault.problem


def test_a_file_too_large_is_told_before_it_is_read(make_pack: MakePack) -> None:
    pack = make_pack()
    with (pack / "parties.csv").open("wb") as file:
        file.truncate(201_000_000)

    assert only_fault_of(pack).problem == "it has 201 MB, and at most 200 MB are read"


def test_faults_without_end_are_cut_short_and_say_so(make_pack: MakePack) -> None:
    rows = [{**TABLES["tallies"][1], "evm": "many"} for _ in range(1500)]

    faults = faults_of(make_pack(tallies=rows))

    assert len(faults) == 1001
    assert "more faults" in faults[-1].problem


@pytest.mark.parametrize(
    ("described", "problem"),
    [
        ({"time_zone": None}, "in which time zone"),
        ({"time_zone": "Asia/Kolkatta"}, "no such time zone"),
        ({"name": "A Name With Blanks"}, "does not match"),
        ({"resources": []}, "lists no table"),
        ({"resources": "tallies.csv"}, "not of type 'array'"),
        ({"resources": [{"name": "parties", "path": "../parties.csv"}]}, "leads out of the pack's folder"),
        ({"resources": [{"name": "parties", "path": "/etc/passwd"}]}, "leads out of the pack's folder"),
        ({"resources": [{"name": "parties", "path": "https://example.org/parties.csv"}]}, "without the network"),
        ({"profile": "https://example.org/profile.json"}, "without the network"),
        ({"resources": [{"name": "votes", "path": "tallies.csv"}]}, "no table of this name"),
        ({"resources": [{"name": "parties", "path": "nowhere.csv"}]}, "not in the folder"),
        ({"resources": [{"name": "parties", "path": "parties.xlsx"}]}, "no CSV or Parquet file"),
        ({"resources": [{"name": "parties", "path": ["parties.csv", "more.csv"]}]}, "not one file"),
        (
            {"resources": [{"name": "parties", "path": "parties.csv", "dialect": {"delimiter": ";"}}]},
            "not plain CSV",
        ),
        ({"resources": [{"name": "parties", "path": "parties.csv"}]}, "the package does not list it"),
    ],
)
def test_a_description_that_is_not_in_order_is_told(
    make_pack: MakePack, described: dict[str, object], problem: str
) -> None:
    faults = faults_of(make_pack(described))

    assert {fault.file for fault in faults} == {"datapackage.json"}
    assert problem in "\n".join(map(str, faults))


def test_a_link_out_of_the_folder_is_not_followed(make_pack: MakePack, tmp_path: Path) -> None:
    pack = make_pack()
    (pack / "parties.csv").rename(tmp_path / "parties.csv")
    (pack / "parties.csv").symlink_to(tmp_path / "parties.csv")

    assert "leads out" in only_fault_of(pack).problem


@pytest.mark.parametrize(
    ("content", "problem"), [(b"{", "not valid JSON"), (b"[]", "not a JSON object"), (b"\x89PNG", "PNG")]
)
def test_a_description_that_cannot_be_read_is_told(make_pack: MakePack, content: bytes, problem: str) -> None:
    pack = make_pack()
    (pack / "datapackage.json").write_bytes(content)

    assert problem in only_fault_of(pack).problem


def test_a_folder_without_a_description_is_told(tmp_path: Path) -> None:
    assert only_fault_of(tmp_path).problem == "the folder has no datapackage.json"
    assert only_fault_of(tmp_path / "nowhere").problem == "there is no such folder"


def test_a_pack_with_a_fault_leaves_the_record_as_it_was(make_pack: MakePack, tmp_path: Path) -> None:
    with open_record(tmp_path / "record.sqlite") as record:
        pack = make_pack(tallies=changed("tallies", 0, evm=-5, total=3))
        with pytest.raises(Refused, match="votes cannot be negative"):
            record.load(read_pack(pack))

        assert record.entries() == []


def test_the_description_names_two_resources_for_one_table(make_pack: MakePack) -> None:
    pack = make_pack()
    described = json.loads((pack / "datapackage.json").read_text())
    described["resources"] += [
        {"name": "seat-shares", "path": "parties.csv"},
        {"name": "seat_shares", "path": "parties.csv"},
    ]
    (pack / "datapackage.json").write_text(json.dumps(described))

    assert only_fault_of(pack).problem == "two resources are this table"
