"""What the interface answers, on facts that are known."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from janadesh.analysis.contests import contest_results
from janadesh.desk.api.exports import Export
from janadesh.record.opening import open_record
from janadesh.sources.pack import read_pack


def data(api: TestClient, path: str) -> Any:
    answer = api.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()["data"]


def test_results_are_those_of_the_record(api: TestClient) -> None:
    seats = {row["party_short"]: row["won"] for row in data(api, "elections/in-jk-2024/results")}
    assert {name: seats[name] for name in ("NC", "BJP", "INC", "PDP")} == {"NC": 42, "BJP": 29, "INC": 6, "PDP": 3}


def test_before_the_count_nobody_has_won(api: TestClient) -> None:
    rows = data(api, "elections/in-jk-2024/results?as_of=2024-10-07")
    assert {row["won"] + row["leading"] for row in rows} == {0}


def test_counting_was_on_the_fourth_and_moved_to_the_eighth(api: TestClient) -> None:
    def counted_on(as_of: str) -> str:
        return str(data(api, f"elections/in-jk-2024?as_of={as_of}")["counted_on"])

    assert counted_on("2024-08-22") == "2024-10-04"
    assert counted_on("2024-09-01") == "2024-10-08"


def test_constituency_has_nota_last_and_says_who_counted(api: TestClient) -> None:
    seat = data(api, "elections/in-jk-2024/constituencies/Budgam")

    assert seat["contest"]["margin"] == 18485
    assert [row["candidate"] for row in seat["ballot"]][0::8] == ["OMAR ABDULLAH", "NOTA"]
    assert seat["ballot"][-1]["position"] is None
    assert seat["sources"][0]["publisher"] == "Election Commission of India"


def test_candidates_are_found_by_name_party_and_place(api: TestClient) -> None:
    both = data(api, "elections/in-jk-2024/candidates?name=Omar Abdullah&party=NC")
    one = data(api, "elections/in-jk-2024/candidates?name=Omar Abdullah&constituency=27")

    assert [row["constituency_name"] for row in both] == ["Ganderbal", "Budgam"]
    assert [row["number"] for row in one] == [27]


def test_person_has_every_candidacy_and_office(api: TestClient) -> None:
    person = data(api, "persons/omar-abdullah")

    assert "chief minister" in {row["office"] for row in person["offices"]}
    assert {row["election"] for row in person["candidacies"]} >= {"in-jk-2024", "in-jk-2014", "in-ls-2024"}


def test_alliance_and_party_are_found_by_name(api: TestClient) -> None:
    assert data(api, "parties/CPI(M)")["id"] == data(api, "find?name=CPI(M)")["id"]
    assert "in-inc" in {row["party"] for row in data(api, "alliances/in-india")["members"]}


def test_standings_count_what_was_gained_since_a_moment(api: TestClient) -> None:
    path = "elections/in-jk-2024/standings/parties"

    assert {row["gained"] for row in data(api, path)} == {None}
    assert {row["gained"] for row in data(api, f"{path}?since=2024-10-08T10:00")} == {0}


def test_ledger_holds_what_was_loaded_by_then(api: TestClient) -> None:
    assert [entry["entry"] for entry in data(api, "ledger")] == [1, 2, 3]
    assert data(api, "ledger?as_of=2020-01-01") == []


@pytest.mark.parametrize("export", [Export.POPOLO, Export.NIST_JSON])
def test_exports_in_json_are_json(api: TestClient, export: Export) -> None:
    answer = api.get(f"elections/in-jk-2024/exports/{export}")

    assert json.loads(answer.content)
    assert answer.headers["content-disposition"] == f'attachment; filename="elections-in-jk-2024-exports-{export}"'


def test_export_in_xml_is_a_nist_report(api: TestClient) -> None:
    answer = api.get("elections/in-jk-2024/exports/nist.xml")

    assert answer.headers["content-type"] == "application/xml"
    assert b"ElectionReport" in answer.content[:500]


@pytest.mark.parametrize(
    ("export", "file"),
    [
        (Export.PACK, "datapackage.json"),
        (Export.CSV, "results/in-jk-2024.csv"),
        (Export.PARQUET, "candidacies.parquet"),
    ],
)
def test_exports_of_many_files_are_one_zip(api: TestClient, export: Export, file: str) -> None:
    answer = api.get(f"elections/in-jk-2024/exports/{export}")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert file in archive.namelist()
        assert archive.testzip() is None


@pytest.mark.parametrize("export", [Export.PACK, Export.CSV, Export.PARQUET])
def test_exports_as_tables_load_again(api: TestClient, tmp_path: Path, export: Export) -> None:
    answer = api.get(f"elections/in-jk-2024/exports/{export}")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        archive.extractall(tmp_path / "pack")
    with open_record(tmp_path / "own.sqlite") as record:
        record.load(read_pack(tmp_path / "pack"))
        results = contest_results(record, "in-jk-2024")
    assert results.filter(constituency="in-jk-assembly.2022.27")["winner"].to_list() == ["OMAR ABDULLAH"]


def test_file_of_a_table_is_named_by_its_address(api: TestClient) -> None:
    answer = api.get("elections/in-jk-2024/results.csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="elections-in-jk-2024-results.csv"'
