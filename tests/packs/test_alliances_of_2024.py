"""The alliances of the Lok Sabha election of 2024 in the pack `jk-2024` have the seats that were won on 4 June."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from janadesh import model
from janadesh.names.spelling import spelling_key

PACKS = Path(model.__file__).parent / "packs"


@pytest.fixture
def winners(shared: Path) -> pl.Series:
    """Give the party of each seat's winner, by the official table of all India."""
    file = shared / "data" / "eci-parliament" / "2024-parliament.csv.gz"
    stood = pl.read_csv(file, separator=";", infer_schema_length=0).with_columns(
        # Surat was uncontested and has no votes
        votes=pl.col("Votes").cast(pl.Int64, strict=False).fill_null(0)
    )
    first = stood.sort("votes", descending=True).unique(["State", "Constituency"], keep="first")
    ids = _party_ids()
    return pl.Series("party", [ids.get(spelling_key(name), name) for name in first["Party"]])


@pytest.mark.parametrize(("alliance", "seats"), [("in-nda", 293), ("in-india", 234)])
def test_an_alliance_won_the_seats_that_it_is_said_to_have_won(winners: pl.Series, alliance: str, seats: int) -> None:
    assert winners.is_in(_members(alliance)).sum() == seats


def test_no_party_is_in_both_alliances() -> None:
    assert set(_members("in-nda")).isdisjoint(_members("in-india"))


def test_each_partner_was_known_before_the_count() -> None:
    """So alliance totals are right at any time of day on 4 June."""
    assert (_rows("in-nda")["known_at"] < "2024-06-04").all()
    assert (_rows("in-india")["known_at"] < "2024-06-04").all()


def _rows(alliance: str) -> pl.DataFrame:
    every = pl.read_csv(PACKS / "jk-2024" / "alliance_members.csv", infer_schema_length=0)
    return every.filter(pl.col("alliance") == alliance, pl.col("election") == "in-ls-2024")


def _members(alliance: str) -> list[str]:
    return _rows(alliance).filter(pl.col("status") == "member")["party"].to_list()


def _party_ids() -> dict[str, str]:
    names = pl.read_csv(PACKS / "india" / "names.csv", infer_schema_length=0).filter(pl.col("noun") == "party")
    parties = pl.read_csv(PACKS / "india" / "parties.csv", infer_schema_length=0)
    other = {spelling_key(name): party for party, name in names.select("of", "name").iter_rows()}
    return other | {spelling_key(name): party for party, name in parties.select("id", "name").iter_rows()}
