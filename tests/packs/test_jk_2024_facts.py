"""What the bundled pack `jk-2024` states agrees with the official results, read straight from its CSV files."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

import janadesh
from janadesh import model

PACK = Path(janadesh.__file__).parent / "packs" / "jk-2024"
OF_A_COUNT = {model.Lead, model.HeldTally, model.Alarm, model.PollingStation, model.StationTally}
HELD = [noun for noun in model.NOUNS if noun not in OF_A_COUNT | {model.Repoll, model.Article}]
"""The nouns that the pack states something of: no poll was ordered again, and the count is not in it step by step."""


def read(noun: type[model.Noun]) -> pl.DataFrame:
    """Read a table of the pack with every column of its noun, as text and whole numbers."""
    numbers = {name: pl.Int64 for name, kind in model.columns(noun).items() if kind is int}
    if noun not in HELD:
        return pl.DataFrame(schema=dict.fromkeys(model.columns(noun), pl.String))
    table = pl.read_csv(PACK / f"{noun.TABLE}.csv", infer_schema_length=0)
    missing = [pl.lit(None, dtype=pl.String).alias(name) for name in model.columns(noun) if name not in table.columns]
    return table.with_columns(missing).with_columns(pl.col(name).cast(kind) for name, kind in numbers.items())


def latest(noun: type[model.Noun]) -> pl.DataFrame:
    """Read a table as of today: of statements with one key, the latest known."""
    return read(noun).sort("known_at", maintain_order=True).unique(list(noun.KEY), keep="last", maintain_order=True)


def votes(election: str, constituency: str) -> pl.DataFrame:
    """Give the candidates of a seat by votes, most first, without NOTA."""
    places = ["election", "constituency", "serial"]
    counted = read(model.Tally).filter(pl.col("election") == election, pl.col("constituency") == constituency)
    return counted.join(read(model.Candidacy), on=places).sort("total", descending=True)


@pytest.mark.parametrize("noun", HELD, ids=lambda noun: noun.TABLE)
def test_every_table_is_there_with_columns_of_its_noun(noun: type[model.Noun]) -> None:
    columns = pl.read_csv(PACK / f"{noun.TABLE}.csv", infer_schema_length=0).columns

    assert set(columns) <= set(model.columns(noun))
    assert model.required(noun) - _defaults(noun) <= set(columns)


@pytest.mark.parametrize("noun", model.NOUNS, ids=lambda noun: noun.TABLE)
def test_nothing_is_said_twice_at_one_time(noun: type[model.Noun]) -> None:
    key = list(noun.KEY) + ([] if noun is model.Source else ["known_at"])

    assert not read(noun).select(key).is_duplicated().any()


@pytest.mark.parametrize(("table", "column"), model.REFERENCES)
def test_every_reference_leads_to_a_row(table: str, column: str) -> None:
    said = read(model.NOUN_OF_TABLE[table])[column].drop_nulls()
    there = read(model.NOUN_OF_TABLE[model.REFERENCES[table, column]])["id"]

    assert set(said) <= set(there)


@pytest.mark.parametrize("noun", [n for n in model.NOUNS if n is not model.Source], ids=lambda noun: noun.TABLE)
def test_every_row_names_a_source_of_the_pack(noun: type[model.Noun]) -> None:
    assert set(read(noun)["source"]) <= set(read(model.Source)["id"])


def test_every_source_is_used() -> None:
    used = {source for noun in model.NOUNS if noun is not model.Source for source in read(noun)["source"]}

    assert set(read(model.Source)["id"]) == used


def test_the_house_has_ninety_seats_seven_for_castes_and_nine_for_tribes() -> None:
    seats = read(model.Constituency).filter(pl.col("id").str.starts_with("in-jk-assembly.2022."))

    assert seats["number"].to_list() == list(range(1, 91))
    assert seats["reservation"].value_counts(sort=True).rows() == [("GEN", 74), ("ST", 9), ("SC", 7)]
    assert seats["region"].value_counts(sort=True).rows() == [("Kashmir", 47), ("Jammu", 43)]
    assert seats["within"].value_counts()["count"].to_list() == [18] * 5


def test_873_candidates_stood_in_three_phases() -> None:
    standing = read(model.Candidacy).filter(pl.col("election") == "in-jk-2024")
    by_phase = standing.join(read(model.Contest), on=["election", "constituency"])["phase"].value_counts().sort("phase")
    announced = read(model.Figure).filter(
        pl.col("measure") == "candidates", pl.col("scope") == "phase", pl.col("election") == "in-jk-2024"
    )

    assert by_phase.rows() == [(1, 219), (2, 239), (3, 415)]
    assert announced.sort("scope_id")["value"].cast(pl.Int64).to_list() == [219, 239, 415]


@pytest.mark.parametrize(
    ("election", "seats"),
    [
        (
            "in-jk-2024",
            {
                "in-nc": 42,
                "in-bjp": 29,
                "in-inc": 6,
                "in-pdp": 3,
                "in-jkpc": 1,
                "in-cpim": 1,
                "in-aap": 1,
                "in-ind": 7,
            },
        ),
        (
            "in-jk-2014",
            {
                "in-pdp": 28,
                "in-bjp": 25,
                "in-nc": 15,
                "in-inc": 12,
                "in-jkpc": 2,
                "in-cpim": 1,
                "in-jkpdf": 1,
                "in-ind": 3,
            },
        ),
        (
            "in-jk-2008",
            {
                "in-nc": 28,
                "in-pdp": 21,
                "in-inc": 17,
                "in-bjp": 11,
                "in-jknpp": 3,
                "in-cpim": 1,
                "in-pdf": 1,
                "in-jkdpn": 1,
                "in-ind": 4,
            },
        ),
        ("in-ls-2024", {"in-nc": 2, "in-bjp": 2, "in-ind": 2}),
        ("in-ls-2019", {"in-nc": 3, "in-bjp": 3}),
        ("in-ls-2014", {"in-pdp": 3, "in-bjp": 3}),
        ("in-ls-2009", {"in-nc": 3, "in-inc": 2, "in-ind": 1}),
        ("in-ls-2004", {"in-nc": 2, "in-inc": 2, "in-pdp": 1, "in-ind": 1}),
    ],
)
def test_seats_by_party_are_the_official_ones(election: str, seats: dict[str, int]) -> None:
    won = read(model.Declaration).filter(pl.col("election") == election).with_columns(serial="winner")
    winners = won.join(read(model.Candidacy), on=["election", "constituency", "serial"])

    assert dict(winners["party"].value_counts().iter_rows()) == seats


def test_the_winner_has_most_votes_everywhere() -> None:
    candidates = read(model.Tally).filter(pl.col("serial") != model.NOTA)
    most = candidates.sort("total", descending=True).unique(["election", "constituency"], keep="first")
    declared = read(model.Declaration).join(most, on=["election", "constituency"], how="full", coalesce=True)

    assert declared["winner"].to_list() == declared["serial"].to_list()


@pytest.mark.parametrize(("number", "total", "margin"), [(27, 36010, 18485), (18, 32727, 10574)])
def test_omar_abdullah_won_budgam_and_ganderbal(number: int, total: int, margin: int) -> None:
    first, second = votes("in-jk-2024", f"in-jk-assembly.2022.{number}").head(2).iter_rows(named=True)

    assert (first["person"], first["total"]) == ("omar-abdullah", total)
    assert first["total"] - second["total"] == margin


def test_ladakh_has_machine_and_postal_votes_apart() -> None:
    rows = votes("in-ls-2024", "in-lok-sabha.2019.U09-1").select("name", "evm", "postal", "total").rows()

    assert rows == [
        ("MOHMAD HANEEFA", 64443, 816, 65259),
        ("TSERING NAMGYAL", 35770, 1627, 37397),
        ("TASHI GYALSON", 31505, 451, 31956),
    ]


def test_evm_migrant_and_postal_votes_make_the_total() -> None:
    tallies = read(model.Tally).filter(pl.col("evm").is_not_null())
    added = tallies["evm"] + tallies["postal"] + tallies["migrant"].fill_null(0)

    assert set(tallies["election"]) == {"in-jk-2024", "in-ls-2024", "in-ls-2019"}
    assert added.to_list() == tallies["total"].to_list()


def test_votes_counted_are_5702324() -> None:
    tallies = read(model.Tally).filter(pl.col("election") == "in-jk-2024")

    assert tallies.select(pl.sum("evm", "postal", "total")).row(0) == (5630652, 71672, 5702324)


def test_nota_is_no_candidate_and_has_votes_in_every_seat_since_2014() -> None:
    nota = read(model.Tally).filter(pl.col("serial") == model.NOTA)

    assert model.NOTA not in read(model.Candidacy)["serial"]
    assert dict(nota["election"].value_counts().iter_rows()) == {
        "in-jk-2024": 90,
        "in-jk-2014": 87,
        "in-ls-2024": 6,
        "in-ls-2019": 6,
        "in-ls-2014": 6,
    }


def test_namesakes_in_one_seat_are_told_apart_by_serial() -> None:
    standing = read(model.Candidacy).filter(pl.col("election") == "in-jk-2024")
    twice = standing.filter(pl.struct("constituency", "name").is_duplicated())

    assert set(twice["name"]) == {"MUDASIR AHMAD BHAT", "NAZIR AHMAD KHAN", "VINOD KUMAR"}
    assert twice["person"].null_count() == twice.height


def test_seat_shares_agree_with_the_deal_as_announced() -> None:
    shares = read(model.SeatShare).filter(pl.col("known_at") < "2024-09-21")
    allotted = shares.filter(pl.col("arrangement") == "allotted")["party"].value_counts()
    deal = read(model.SeatShareTotal).filter(pl.col("arrangement") == "allotted").select("party", "seats")
    friendly = shares.filter(pl.col("arrangement") == "friendly")["constituency"].str.extract(r"(\d+)$").unique()

    assert dict(allotted.iter_rows()) == dict(deal.iter_rows())
    assert sorted(friendly.cast(pl.Int64)) == [7, 51, 52, 55, 77]
    assert read(model.SeatShareTotal)["seats"].sum() == 90


def test_partners_stand_where_the_seat_shares_say() -> None:
    shares = latest(model.SeatShare)
    standing = read(model.Candidacy).filter(
        pl.col("election") == "in-jk-2024", pl.col("party").is_in(shares["party"].unique().to_list())
    )

    assert sorted(shares.select("constituency", "party").rows()) == sorted(
        standing.select("constituency", "party").rows()
    )


def test_the_count_was_first_set_for_4_october() -> None:
    counts = read(model.ScheduleEntry).filter(pl.col("election") == "in-jk-2024", pl.col("event") == "count")

    assert counts.select("on_date", "known_at").rows() == [("2024-10-04", "2024-08-16"), ("2024-10-08", "2024-08-31")]


def test_ladakh_is_one_seat_from_2004_to_2024() -> None:
    lineage = read(model.Lineage).filter(pl.col("constituency") == "in-lok-sabha.2019.U09-1")

    assert lineage.select("predecessor", "basis").rows() == [("in-lok-sabha.1995.S09-4", "unchanged")]


def test_spellings_of_one_party_are_one_party_and_namesakes_are_not() -> None:
    standing = read(model.Candidacy).filter(pl.col("election") == "in-jk-2024")["party"].value_counts()
    by_party = dict(standing.iter_rows())

    assert (by_party["in-rpi-athawale"], by_party["in-shsubt"]) == (8, 10)
    assert (by_party["in-pdp"], by_party["in-pdp-namesake"]) == (80, 1)
    assert (by_party["in-jknpp-india"], by_party["in-jknpp-bhim"]) == (4, 21)


def test_the_map_has_the_ninety_seats_and_is_small() -> None:
    drawn = json.loads((PACK / "map.json").read_text(encoding="utf-8"))
    seats = read(model.Constituency)["id"].str.contains("assembly.2022").sum()

    assert len({feature["properties"]["constituency"] for feature in drawn["features"]}) == seats == 90
    assert (PACK / "map.json").stat().st_size < 60_000


def figures(election: str, scope: str, measure: str) -> dict[str, float]:
    """Give the latest final figures of a measure, by place."""
    said = latest(model.Figure).filter(
        pl.col("election") == election,
        pl.col("scope") == scope,
        pl.col("measure") == measure,
        pl.col("basis") == "final",
    )
    return {place: float(value) for place, value in said.select("scope_id", "value").iter_rows()}


def test_electors_by_gender_make_the_electors_of_each_phase_and_of_all() -> None:
    by_gender = [figures("in-jk-2024", "phase", f"electors_{who}") for who in ("male", "female", "third_gender")]
    electors = figures("in-jk-2024", "phase", "electors")

    assert {phase: sum(gender[phase] for gender in by_gender) for phase in "123"} == electors
    assert sum(electors.values()) == figures("in-jk-2024", "election", "electors")["in-jk-2024"] == 8823899


def test_turnout_agrees_with_machine_votes_where_both_are_known() -> None:
    """In seats 26 and 31 not every machine was counted, which the official figures show."""
    turnout, electors = (figures("in-jk-2024", "constituency", measure) for measure in ("turnout", "electors"))
    tallies = read(model.Tally).filter(pl.col("election") == "in-jk-2024")
    machine_votes = dict(tallies.group_by("constituency").agg(pl.sum("evm")).iter_rows())
    far = {
        seat
        for seat in turnout.keys() & electors.keys()
        if abs(100 * machine_votes[seat] / electors[seat] - turnout[seat]) > 0.02
    }

    assert far == {"in-jk-assembly.2022.26", "in-jk-assembly.2022.31"}


def test_the_last_interim_turnout_of_a_phase_is_near_the_final_one() -> None:
    told = read(model.Figure).filter(
        pl.col("election") == "in-jk-2024", pl.col("scope") == "phase", pl.col("measure") == "turnout"
    )
    interim = told.filter(pl.col("basis") == "interim").unique("scope_id", keep="last", maintain_order=True)
    final = figures("in-jk-2024", "phase", "turnout")

    assert final == {"1": 61.38, "2": 57.31, "3": 69.69}
    assert all(abs(float(value) - final[phase]) < 0.5 for phase, value in interim.select("scope_id", "value").rows())


def test_nobody_is_said_to_leave_an_office_before_it_is_known() -> None:
    ended = read(model.Office).filter(pl.col("valid_to").is_not_null())

    assert (ended["valid_to"] <= ended["known_at"]).all()


def test_the_files_say_what_the_official_tables_say(shared: Path) -> None:
    """Compare every EVM and postal vote of 2024 with the official table, by seat and serial."""
    official = pl.read_csv(shared / "data" / "eci-assembly" / "2024Assembly-JK.csv").select(
        pl.format("in-jk-assembly.2022.{}", "constituency_no").alias("constituency"),
        pl.when(pl.col("candidate") == "NOTA").then(0).otherwise(pl.col("serial_no")).alias("serial"),
        "evm_votes",
        "postal_votes",
    )
    ours = read(model.Tally).filter(pl.col("election") == "in-jk-2024")

    assert sorted(ours.select("constituency", "serial", "evm", "postal").rows()) == sorted(official.rows())


def test_the_lok_sabha_of_2024_agrees_with_a_second_table(shared: Path) -> None:
    """Totals come from the result pages' last state; the final table was scraped by somebody else."""
    table = pl.read_csv(
        shared / "data" / "eci-parliament" / "2024-parliament.csv.gz", separator=";", infer_schema_length=0
    )
    official = table.filter(pl.col("State ID").is_in(["U08", "U09"]))["Votes"].cast(pl.Int64)
    ours = read(model.Tally).filter(pl.col("election") == "in-ls-2024")["total"]

    assert sorted(ours) == sorted(official)


def _defaults(noun: type[model.Noun]) -> set[str]:
    """Name the columns that may be left out because the noun has a value for them."""
    fields = noun.__dataclass_fields__  # type: ignore[attr-defined]
    return {name for name in model.columns(noun) if isinstance(fields[name].default, str | int | bool)}
