"""The pack `haryana-2024`: loaded by name, whole by itself, and at one with the pack `india`."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import janadesh
from janadesh import model
from janadesh.sources.loading import load
from janadesh.sources.packs import all_packs
from janadesh.sources.packs import bundled_packs

PACKS = Path(janadesh.__file__).parent / "packs"
HARYANA = PACKS / "haryana-2024"
HELD = [noun for noun in model.NOUNS if (HARYANA / f"{noun.TABLE}.csv").exists()]


def table(noun: type[model.Noun], pack: Path = HARYANA) -> pl.DataFrame:
    """Read a table of a pack as text, with every column of its noun."""
    said = pl.read_csv(pack / f"{noun.TABLE}.csv", infer_schema_length=0)
    missing = [pl.lit(None, pl.String).alias(name) for name in model.columns(noun) if name not in said.columns]
    return said.with_columns(missing).select(list(model.columns(noun)))


def test_a_new_record_is_made_without_it() -> None:
    """Who wants it loads it by name."""
    assert "haryana-2024" in [pack.name for pack in all_packs()]
    assert "haryana-2024" not in [pack.name for pack in bundled_packs()]


@pytest.mark.parametrize("packs", [("haryana-2024",), ("haryana-2024", "india"), ("india", "haryana-2024")], ids=str)
def test_it_loads_alone_and_beside_india_in_any_order(tmp_path: Path, packs: tuple[str, ...]) -> None:
    with janadesh.open(tmp_path / "record.sqlite") as record:
        loaded = [load(record, pack) for pack in packs]

        assert None not in loaded
        assert record.frame(model.Candidacy, election="in-hr-2024").height == 1031


@pytest.mark.parametrize("noun", HELD, ids=lambda noun: noun.TABLE)
def test_what_india_says_too_it_says_alike(noun: type[model.Noun]) -> None:
    """After a change of `india`, run tools/build_haryana_2024.py."""
    here, there = table(noun), table(noun, PACKS / "india")
    both = here.join(there, on=list(noun.KEY), how="semi", nulls_equal=True)

    assert both.join(there, on=there.columns, how="anti", nulls_equal=True).rows() == []


@pytest.mark.parametrize(
    ("election", "won"),
    [
        ("in-hr-2024", {"in-bjp": 48, "in-inc": 37, "in-ind": 3, "in-inld": 2}),
        (
            "in-hr-2019",
            {"in-bjp": 40, "in-inc": 31, "in-jjp": 10, "in-ind": 7, "in-inld": 1, "in-haryana-lokhit-party": 1},
        ),
    ],
)
def test_seats_won_are_the_official_ones(election: str, won: dict[str, int]) -> None:
    declared = table(model.Declaration).select("election", "constituency", serial="winner")
    winners = table(model.Candidacy).join(declared, on=["election", "constituency", "serial"])

    assert dict(winners.filter(election=election)["party"].value_counts().iter_rows()) == won


def test_its_candidates_and_votes_are_as_many_as_the_commission_counted() -> None:
    """1,031 candidates stood; the pages of 8 October 2024 show 13,891,280 votes, NOTA among them."""
    counted = table(model.Tally).filter(election="in-hr-2024").select(pl.col("evm", "postal", "total").cast(pl.Int64))

    assert table(model.Candidacy).filter(election="in-hr-2024").height == 1031
    assert counted.sum().row(0) == (13891280 - counted["postal"].sum(), counted["postal"].sum(), 13891280)


def test_every_rebel_left_a_party_that_stood_against_him() -> None:
    """Each of the seven came first or second where his party had given its ticket to another."""
    candidacies = table(model.Candidacy).filter(election="in-hr-2024")
    rebels = candidacies.filter(pl.col("rebel_of").is_not_null())
    rivals = rebels.join(candidacies, left_on=["constituency", "rebel_of"], right_on=["constituency", "party"])

    assert rebels.height == rivals.height == 7
    assert set(rebels["party"]) == {"in-ind"}


def test_seventeen_seats_are_reserved() -> None:
    """For Scheduled Castes, by the order of 2008."""
    seats = table(model.Constituency).filter(house="in-hr-assembly")

    assert dict(seats["reservation"].value_counts().iter_rows()) == {"GEN": 73, "SC": 17}
