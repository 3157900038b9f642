"""Result pages in the record of India: elections, seats and candidates that it knows."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from janadesh import model
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.sources.eci_assembly import read_eci_assembly
from janadesh.sources.eci_pages import read_eci_pages
from janadesh.sources.eci_pages import read_pages
from janadesh.sources.known import known
from tests.sources.eci_page_builder import BUDGAM
from tests.sources.eci_page_builder import LADAKH
from tests.sources.eci_page_builder import Shown
from tests.sources.eci_page_builder import cards_2024
from tests.sources.eci_page_builder import table_2014
from tests.sources.eci_page_builder import table_2019
from tests.sources.eci_page_builder import table_2024
from tests.sources.result_pages.budgam import FOLDER
from tests.sources.result_pages.budgam import SEAT
from tests.sources.result_pages.budgam import TABLE
from tests.sources.result_pages.budgam import budgam
from tests.sources.result_pages.budgam import told
from tests.sources.result_pages.budgam import votes


def test_an_uncontested_seat_has_a_winner_and_no_votes(bundled: Record) -> None:
    alone = (Shown(name="MUKESHKUMAR CHANDRAKAANT DALAL", party="Bharatiya Janata Party"),)
    page = cards_2024(24, "SURAT", "Gujarat", alone, house="Parliamentary", when="June-2024", updated=None)
    files = [("PcResultGenJune2024/candidateswise-S0624.htm", page)]

    read = read_pages("pages", files, bundled, "2024-04-22T15:00").statements

    assert model.Tally not in read.frames
    seat = "in-lok-sabha.2008.S06-24"
    assert read.frames[model.Candidacy].select("constituency", "party", "status").rows() == [
        (seat, "in-bjp", "uncontested")
    ]
    assert read.frames[model.Declaration].select("constituency", "status", "winner").rows() == [
        (seat, "uncontested", 1)
    ]


def test_ladakh_2024_meets_the_candidates_that_the_record_has(bundled: Record) -> None:
    """The page lists by ballot number, the record by votes; Haneefa stays who he is."""
    page = table_2024(1, "LADAKH", "Ladakh", LADAKH, house="Parliamentary", when="June-2024", updated=None)

    read = read_pages("x", [("PcResultGenJune2024/ConstituencywiseU091.htm", page)], bundled, "2024-06-07").statements

    said = read.frames[model.Tally].select("constituency", "serial", "evm", "postal", "total", "status")
    packed = bundled.frame(model.Tally, constituency="in-lok-sabha.2019.U09-1", election="in-ls-2024")
    assert said.sort("serial").rows() == packed.select(said.columns).sort("serial").rows()
    assert (1, 64443, 816, 65259) in said.select("serial", "evm", "postal", "total").rows()
    assert model.Candidacy not in read.frames
    assert model.Declaration not in read.frames


def test_mumbai_north_west_is_won_by_48_postal_votes_against_the_evm_count(bundled: Record) -> None:
    lines = (
        Shown(name="AMOL GAJANAN KIRTIKAR", party="Shiv Sena (Uddhav Balasaheb Thackrey)", evm=451095, postal=1501),
        Shown(name="RAVINDRA DATTARAM WAIKAR", party="Shiv Sena", evm=451094, postal=1550),
    )
    place: dict[str, Any] = {"house": "Parliamentary", "when": "June-2024", "updated": "11:00 pm On 04/06/2024"}
    files = [
        ("ConstituencywiseS1327.htm", table_2024(27, "Mumbai North West", "Maharashtra", lines, **place)),
        ("candidateswise-S1327.htm", cards_2024(27, "Mumbai North West", "Maharashtra", lines, **place)),
    ]

    read = read_pages("pages", files, bundled).statements

    (declared,) = read.frames[model.Declaration].to_dicts()
    assert (declared["election"], declared["constituency"]) == ("in-ls-2024", "in-lok-sabha.2008.S13-27")
    winner = read.frames[model.Candidacy].filter(serial=declared["winner"])["name"].to_list()
    assert winner == ["RAVINDRA DATTARAM WAIKAR"]


def test_migrant_votes_of_2019_are_counted_apart(bundled: Record) -> None:
    held = bundled.frame(model.Candidacy, election="in-ls-2019", constituency="in-lok-sabha.1995.S09-6")
    names = dict(bundled.frame(model.Party).select("id", "name").iter_rows())
    lines = tuple(
        Shown(name=name, party=names[party], evm=1000 * serial, migrant=10, postal=serial)
        for serial, name, party in held.sort("serial").select("serial", "name", "party").iter_rows()
    )
    content = table_2019("Jammu & Kashmir", "Jammu", lines, seats={"S09": {6: "JAMMU"}})

    read = read_pages("x", [("pc/en/constituencywise/ConstituencywiseS096.htm", content)], bundled).statements

    first = read.frames[model.Tally].filter(pl.col("serial") == 1).row(0, named=True)
    assert (first["election"], first["constituency"]) == ("in-ls-2019", "in-lok-sabha.1995.S09-6")
    assert (first["evm"], first["migrant"], first["postal"], first["total"]) == (1000, 10, 1, 1011)


def test_pages_of_2014_have_totals_in_list_order(bundled: Record) -> None:
    lines = (
        Shown(name="PRABHUNATH PRASAD", party="Janata Dal  (United)", total=52276),
        Shown(name="SHIVESH KUMAR", party="Bharatiya Janata Party", total=37572),
    )
    files = [("AcResultGenNov2015/ConstituencywiseS04195.htm", table_2014("Bihar", "Agiaon", lines))]

    read = read_pages("pages", files, bundled, "2015-11-11").statements

    assert votes(read.frames) == [(1, None, None, 52276, "final"), (2, None, None, 37572, "final")]
    assert read.frames[model.Candidacy].select("serial_kind", "party").rows() == [
        ("list", "in-jdu"),
        ("list", "in-bjp"),
    ]
    assert read.frames[model.Constituency].select("id", "name").rows() == [("in-br-assembly.2008.195", "Agiaon")]


def test_a_by_election_is_not_the_general_election(bundled: Record) -> None:
    """Two seats of J&K polled again in November 2025; Budgam was one."""
    files = [(f"ResultAcByeNov2025/{TABLE}", budgam(when=None, updated="05:00 pm On 14/11/2025"))]

    read = read_pages("pages", files, bundled).statements

    assert read.frames[model.Tally]["election"].unique().to_list() == ["in-jk-2025-by"]


def test_a_page_is_placed_by_its_date_where_nothing_names_the_election(small: Record) -> None:
    page = table_2019("Jammu & Kashmir", "BUDGAM", BUDGAM, updated="05:00 pm On 08/10/2024")

    read = read_pages("pages", [(TABLE, page)], small).statements

    assert read.frames[model.Tally]["election"].unique().to_list() == ["in-jk-2024"]


def test_without_any_sign_of_the_election_a_page_is_refused(bundled: Record) -> None:
    page = table_2019("Jammu & Kashmir", "BUDGAM", BUDGAM, updated=None)

    with pytest.raises(Refused, match="neither its name nor the page tells the election") as refused:
        read_pages("pages", [(TABLE, page)], bundled, "2024-12-24")
    assert "Keep the page in a folder named as on the site" in str(refused.value)


def test_a_record_that_has_one_seat_takes_another_beside_it(bundled: Record) -> None:
    """Who stands in the one is not said again, and the other's candidates are new."""
    new = Shown(name="SOMEBODY NEW", party="Independent", evm=5, postal=0)
    held = bundled.frame(model.Candidacy, election="in-jk-2024", constituency=SEAT)
    names = dict(bundled.frame(model.Party).select("id", "name").iter_rows())
    lines = tuple(
        Shown(name=name, party=names[party], evm=10, postal=0)
        for name, party in held.select("name", "party").iter_rows()
    )
    read = read_pages("pages", [(FOLDER + TABLE, budgam((*lines, new)))], bundled).statements

    assert told(read) == []
    said = read.frames[model.Candidacy]
    assert said.filter(pl.col("source") == "eci-pages-in-jk-2024")["name"].to_list() == ["SOMEBODY NEW"]


@pytest.mark.parametrize("zip_them", [False, True])
def test_pages_made_of_the_official_table_give_what_the_table_gives(
    bundled: Record, shared: Path, tmp_path: Path, zip_them: bool
) -> None:
    """Thirty seats of J&K in 2024: every vote by kind, under the same candidates, by another way."""
    table = shared / "data" / "eci-assembly" / "2024Assembly-JK.csv"
    with table.open(newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if int(row["constituency_no"]) % 3 == 0]
    files = dict(_made_of(rows))
    if zip_them:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        path = tmp_path / "jk.zip"
        path.write_bytes(out.getvalue())
    else:
        path = tmp_path / "saved"
        (path / FOLDER).mkdir(parents=True)
        for name, content in files.items():
            (path / name).write_bytes(content)

    read = read_eci_pages(path, bundled)

    columns = ["election", "constituency", "serial", "evm", "postal", "total", "status"]
    by_table = read_eci_assembly(table, known(bundled)).frames[model.Tally].select(columns)
    given = read.frames[model.Tally].select(columns).sort(columns)
    assert read.set_aside == ()
    assert given["constituency"].n_unique() == 30
    assert given.equals(by_table.join(given, on=columns[:3], how="semi").sort(columns))
    assert model.Party not in read.frames
    assert model.Candidacy not in read.frames


def _made_of(rows: list[dict[str, str]]) -> Iterator[tuple[str, bytes]]:
    numbers = sorted({int(row["constituency_no"]) for row in rows})
    for number in numbers:
        of_seat = [row for row in rows if int(row["constituency_no"]) == number]
        lines = tuple(
            Shown(
                name=row["candidate"],
                party=row["party"],
                evm=int(row["evm_votes"]),
                postal=int(row["postal_votes"]),
            )
            for row in of_seat
        )
        seat = of_seat[0]["constituency"]
        yield f"{FOLDER}ConstituencywiseU08{number}.htm", table_2024(number, seat, "Jammu & Kashmir", lines)
        yield f"{FOLDER}candidateswise-U08{number}.htm", cards_2024(number, seat, "Jammu & Kashmir", lines)
