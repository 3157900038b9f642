"""What a pack gives when it is in order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh import model
from janadesh.record.opening import open_record
from janadesh.sources.pack import read_pack
from janadesh.sources.packs import BundledPack
from janadesh.sources.packs import NoSuchPack
from janadesh.sources.packs import bundled_packs
from janadesh.sources.packs import pack_folder
from tests.sources.conftest import TABLES
from tests.sources.conftest import MakePack
from tests.sources.conftest import changed


def test_a_pack_gives_each_table_with_the_nouns_columns(make_pack: MakePack) -> None:
    statements = read_pack(make_pack())

    assert {noun.TABLE for noun in statements.frames} == set(TABLES)
    assert statements.frames[model.Tally].columns == list(model.columns(model.Tally))
    assert statements.read_from == "small"
    assert statements.file_of(model.Tally) == "tallies.csv"


def test_a_day_counts_from_its_last_second_in_the_packs_time_zone(make_pack: MakePack) -> None:
    known_at = read_pack(make_pack()).frames[model.Tally]["known_at"]

    assert known_at.to_list() == [dt.datetime(2024, 10, 8, 18, 29, 59, tzinfo=dt.UTC)] * 3


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2024-10-08T14:05", dt.datetime(2024, 10, 8, 8, 35, tzinfo=dt.UTC)),
        ("2024-10-08T14:05:09+00:00", dt.datetime(2024, 10, 8, 14, 5, 9, tzinfo=dt.UTC)),
    ],
)
def test_a_time_without_an_offset_is_a_time_of_the_pack(
    make_pack: MakePack, written: str, instant: dt.datetime
) -> None:
    pack = make_pack(candidacies=changed("candidacies", 0, known_at=written))

    assert read_pack(pack).frames[model.Candidacy]["known_at"][0] == instant


def test_an_empty_cell_is_unknown_and_not_zero(make_pack: MakePack) -> None:
    pack = make_pack(tallies=changed("tallies", 1, postal="", evm=""))

    assert read_pack(pack).frames[model.Tally]["postal"].to_list() == [8, None, 80]


def test_a_column_left_out_has_its_default(make_pack: MakePack) -> None:
    statements = read_pack(make_pack())

    assert statements.frames[model.Candidacy]["serial_kind"].to_list() == ["ballot", "ballot"]
    assert statements.frames[model.House]["nominated_seats"].to_list() == [0]


def test_columns_may_stand_in_any_order(make_pack: MakePack) -> None:
    backwards = [dict(reversed(list(row.items()))) for row in TABLES["tallies"]]

    assert (
        read_pack(make_pack(tallies=backwards)).frames[model.Tally].equals(read_pack(make_pack()).frames[model.Tally])
    )


def test_a_byte_order_mark_as_spreadsheets_write_it_is_no_part_of_the_heading(make_pack: MakePack) -> None:
    pack = make_pack()
    parties = pack / "parties.csv"
    parties.write_bytes(b"\xef\xbb\xbf" + parties.read_bytes())

    assert read_pack(pack).frames[model.Party]["id"].to_list() == ["in-nc", "in-pdp"]


def test_a_map_is_not_read(make_pack: MakePack) -> None:
    tables = [{"name": name, "path": f"{name}.csv"} for name in TABLES]
    pack = make_pack({"resources": [*tables, {"name": "map", "path": "map.json", "format": "json"}]})

    assert {noun.TABLE for noun in read_pack(pack).frames} == set(TABLES)


def test_a_resource_may_bear_hyphens_for_the_tables_underscores(make_pack: MakePack) -> None:
    pack = make_pack()
    for file, old, new in [("datapackage.json", '"name": "tallies"', '"name": "seat-shares"')]:
        (pack / file).write_text((pack / file).read_text().replace(old, new).replace("tallies.csv", "seat_shares.csv"))
    (pack / "tallies.csv").unlink()
    (pack / "seat_shares.csv").write_text("election,alliance,constituency,party,arrangement,known_at,source\n")

    assert model.SeatShare in read_pack(pack).frames


def test_a_pack_loads_into_an_empty_record(make_pack: MakePack, tmp_path: Path) -> None:
    with open_record(tmp_path / "record.sqlite") as record:
        entry = record.load(read_pack(make_pack()))

        assert entry is not None
        assert entry.read_from == "small"
        assert record.frame(model.Tally, serial=1)["total"].to_list() == [36010]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(12)), st.lists(st.text("aअ,\"'\n ;", max_size=5), min_size=12, max_size=12))
def test_row_i_of_a_frame_is_row_i_plus_2_of_its_file(
    make_pack: MakePack, serials: list[int], notes: list[str]
) -> None:
    """Rows keep file order and no row is lost, whatever commas, quotes and line ends their cells hold."""
    template = TABLES["candidacies"][0]
    rows = [{**template, "serial": serial + 1, "note": note} for serial, note in zip(serials, notes, strict=True)]
    tallies = [{**TABLES["tallies"][1], "serial": 1}]

    frame = read_pack(make_pack(candidacies=rows, tallies=tallies)).frames[model.Candidacy]

    assert frame["serial"].to_list() == [row["serial"] for row in rows]
    assert frame["note"].to_list() == [note or None for note in notes]


@pytest.mark.parametrize("pack", bundled_packs(), ids=lambda pack: str(pack.name))
def test_every_bundled_pack_loads_on_its_own(pack: BundledPack, tmp_path: Path) -> None:
    with open_record(tmp_path / "record.sqlite") as record:
        entry = record.load(read_pack(pack.folder))

        assert entry is not None
        assert entry.read_from == pack.name


def test_a_bundled_pack_is_found_by_name_and_any_pack_by_folder(make_pack: MakePack) -> None:
    pack = make_pack()
    bundled = bundled_packs()[0]

    assert pack_folder(bundled.name) == bundled.folder
    assert pack_folder(pack) == pack
    assert pack_folder(pack / "datapackage.json") == pack


def test_an_unknown_pack_is_told_with_the_nearest_name() -> None:
    with pytest.raises(NoSuchPack, match="Did you mean india"):
        pack_folder("indai")
