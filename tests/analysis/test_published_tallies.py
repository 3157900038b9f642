"""
Tallies of whole elections, as the Election Commission printed them after the count.

Source: results.eci.gov.in, AcResultGenOct2024 (Jammu and Kashmir), ResultAcGenNov2024 (Jharkhand), ResultAcGenFeb2025
(Delhi). Each figure was added up again from the copies of those pages, candidate by candidate, without Janadesh.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from janadesh.analysis.close_contests import by_margin
from janadesh.analysis.parties import party_results
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.loading import load


@pytest.fixture(scope="module")
def assemblies(shared: Path, bundled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Give the bundled record with Jharkhand 2024 and Delhi 2025."""
    with open_record(shutil.copy(bundled_file, tmp_path_factory.mktemp("assemblies"))) as record:
        for file, counted in (("2024Assembly-JH.csv", "2024-11-23"), ("2025Assembly-DL.csv", "2025-02-08")):
            load(record, shared / "data/eci-assembly" / file, known_at=counted)
        yield record


@pytest.mark.parametrize(
    ("election", "party", "won", "share"),
    [
        ("in-jk-2024", "NC", 42, 23.43),
        ("in-jk-2024", "BJP", 29, 25.64),
        ("in-jk-2024", "INC", 6, 11.97),
        ("in-jk-2024", "PDP", 3, 8.87),
        ("in-jh-2024", "JMM", 34, 23.44),
        ("in-jh-2024", "BJP", 21, 33.18),
        ("in-jh-2024", "INC", 16, 15.56),
        ("in-jh-2024", "RJD", 4, 3.44),
        ("in-dl-2025", "BJP", 48, 45.56),
        ("in-dl-2025", "AAP", 22, 43.57),
        ("in-dl-2025", "INC", 0, 6.34),
    ],
)
def test_seats_and_shares_are_those_on_the_commissions_page(
    assemblies: Record, election: str, party: str, won: int, share: float
) -> None:
    """Its share has NOTA in the base."""
    row = party_results(assemblies, election).row(by_predicate=pl.col("party_short") == party, named=True)

    assert (row["won"], round(row["share_with_nota"], 2)) == (won, share)


def test_the_congress_lost_67_of_70_deposits_in_delhi(assemblies: Record) -> None:
    """Of its 70 candidates those in Kasturba Nagar, Badli and Nangloi Jat kept theirs, as newspapers wrote."""
    row = party_results(assemblies, "in-dl-2025").row(by_predicate=pl.col("party_short") == "INC", named=True)

    assert (row["contested"], row["lost_deposits"]) == (70, 67)


@pytest.mark.parametrize(
    ("election", "closest", "largest"),
    [
        ("in-jk-2024", ("Tral", 460), ("Nagrota", 30472)),
        ("in-jh-2024", ("Mandu", 231), ("Pakaur", 86029)),
        ("in-dl-2025", ("Sangam Vihar", 344), ("Matia Mahal", 42724)),
    ],
)
def test_the_closest_and_the_largest_margin_are_those_printed(
    assemblies: Record, election: str, closest: tuple[str, int], largest: tuple[str, int]
) -> None:
    contests = by_margin(assemblies, election).select("constituency_name", "margin")

    assert (contests.row(0), contests.row(-1)) == (closest, largest)


def test_seats_and_shares_of_jammu_and_kashmir_are_those_of_the_list_of_facts(assemblies: Record, shared: Path) -> None:
    """Every seat count and share that the list took from the results and from newspapers of 8 October 2024."""
    facts = dict(pl.read_csv(shared / "data/jk-2024/facts.csv").select("fact", "value").iter_rows())
    table = party_results(assemblies, "in-jk-2024")
    shorts = {"JKPC": "PC", "CPIM": "CPI(M)", "independents": "IND"}
    seats = {shorts.get(f[10:], f[10:]): int(value) for f, value in facts.items() if f.startswith("seats_won_")}

    assert dict(table.filter(pl.col("won") > 0).select("party_short", "won").iter_rows()) == seats
    valid = int(table["votes"].sum())
    assert valid / (1 - float(facts["vote_share_NOTA_pct"]) / 100) == pytest.approx(
        int(facts["votes_counted"]), rel=1e-4
    )
