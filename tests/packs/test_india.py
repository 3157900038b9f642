"""The pack `india`: its tables agree with each other, with `jk-2024`, and with the official result tables."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import janadesh
from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.sources.loading import load
from janadesh.sources.packs import all_packs

PACKS = Path(model.__file__).parent / "packs"
INDIA = PACKS / "india"


def table(noun: type[model.Noun], pack: Path = INDIA) -> pl.DataFrame:
    """Read a table of a pack as text; a table that the pack has not is empty."""
    file = pack / f"{noun.TABLE}.csv"
    if not file.exists():
        return pl.DataFrame(schema=dict.fromkeys(model.columns(noun), pl.String))
    return pl.read_csv(file, infer_schema_length=0)


def ids(table_name: str) -> set[str]:
    """Give the ids that a table has in this pack or in the one bundled with it."""
    noun = model.NOUN_OF_TABLE[table_name]
    return {i for pack in (INDIA, PACKS / "jk-2024") for i in table(noun, pack)["id"].to_list()}


@pytest.mark.parametrize("noun", model.NOUNS, ids=lambda noun: noun.TABLE)
def test_a_table_has_the_columns_of_its_noun(noun: type[model.Noun]) -> None:
    """A person who knows the model knows the pack."""
    assert table(noun).columns == list(model.columns(noun))


@pytest.mark.parametrize("noun", model.NOUNS, ids=lambda noun: noun.TABLE)
def test_nothing_is_said_twice(noun: type[model.Noun]) -> None:
    """A second row about the same thing is a revision, and has a later known_at."""
    key = [*noun.KEY, *(["known_at"] if issubclass(noun, model.Statement) else [])]

    assert table(noun).filter(pl.struct(key).is_duplicated()).select(key).rows() == []


@pytest.mark.parametrize(("of", "column"), sorted(model.REFERENCES), ids=lambda part: part)
def test_every_reference_is_to_a_row_that_exists(of: str, column: str) -> None:
    """Parties, seats, elections and the rest are in this pack or in jk-2024."""
    named = set(table(model.NOUN_OF_TABLE[of])[column].drop_nulls().to_list())

    assert named - ids(model.REFERENCES[of, column]) == set()


def test_no_id_means_two_of_those_an_office_or_a_backer_may_be_of() -> None:
    """A party is no alliance, territory or house: `in-ld` is Lakshadweep, and Lok Dal has another id."""
    bodies = [set(table(noun)["id"]) for noun in (model.Party, model.Alliance, model.Territory, model.House)]

    assert sum(map(len, bodies)) == len(set().union(*bodies))


@pytest.mark.parametrize("noun", [n for n in model.NOUNS if n is not model.Source], ids=lambda noun: noun.TABLE)
def test_every_row_names_its_source(noun: type[model.Noun]) -> None:
    """No statement without somebody who said it."""
    named = table(noun)["source"]

    assert named.null_count() == 0
    assert set(named) - ids("sources") == set()


@pytest.mark.parametrize("packs", [("india", "jk-2024"), ("jk-2024", "india")], ids=" then ".join)
def test_the_pack_loads_alone_and_beside_the_other(tmp_path: Path, packs: tuple[str, str]) -> None:
    """Order does not matter, and loading a pack again adds nothing."""
    with janadesh.open(tmp_path / "record.sqlite") as record:
        first, second = (load(record, pack) for pack in packs)
        again = load(record, "india")

        assert first is not None
        assert second is not None
        assert again is None
        assert record.frame(model.Party, id="in-bjp").height == record.history(model.Party, id="in-bjp").height == 1


def test_a_party_has_one_id_in_all_packs() -> None:
    """A name that is a party's in one pack is not another party's in another; an example is of no real place."""
    named: dict[str, set[str]] = {}
    for pack in (pack for pack in all_packs() if not pack.is_example):
        for party, name in table(model.Party, pack.folder).select("id", "name").iter_rows():
            named.setdefault(spelling_key(name), set()).add(party)

    assert {name: parties for name, parties in named.items() if len(parties) > 1} == {}


@pytest.mark.parametrize("noun", model.NOUNS, ids=lambda noun: noun.TABLE)
def test_what_both_packs_say_they_say_alike(noun: type[model.Noun]) -> None:
    """A record that has loaded one recognises the other's rows; after a change of jk-2024 run tools/build_india.py."""
    rows = []
    for pack in (INDIA, PACKS / "jk-2024"):
        said = table(noun, pack)
        missing = [pl.lit(None, pl.String).alias(name) for name in model.columns(noun) if name not in said.columns]
        rows.append(said.with_columns(missing).select(list(model.columns(noun))))
    here, there = rows
    both = here.join(there, on=list(noun.KEY), how="semi", nulls_equal=True)

    assert both.join(there, on=there.columns, how="anti", nulls_equal=True).rows() == []


@pytest.mark.parametrize(
    ("file", "covered"),
    [("2024Assembly-JH.csv", 0.999), ("2025Assembly-DL.csv", 0.999)],
)
def test_the_parties_of_a_result_table_are_known_by_the_name_it_prints(shared: Path, file: str, covered: float) -> None:
    """Official result tables give full names of parties only; nearly every vote finds its party by them."""
    known = {spelling_key(name) for name in table(model.Party)["name"]}
    known |= {spelling_key(n) for n in table(model.Name).filter(pl.col("noun") == "party")["name"]}
    votes = pl.read_csv(shared / "data" / "eci-assembly" / file).with_columns(
        votes=pl.col("evm_votes") + pl.col("postal_votes"),
        known=pl.col("party").map_elements(lambda name: spelling_key(name) in known, pl.Boolean),
    )
    candidates = votes.filter(pl.col("party") != "None of the Above")
    found = int(candidates.filter("known")["votes"].sum())

    assert found >= covered * int(candidates["votes"].sum())


@pytest.mark.parametrize(
    ("state", "file"), [("jh", "2024Assembly-JH.csv"), ("dl", "2025Assembly-DL.csv")], ids=["Jharkhand", "Delhi"]
)
def test_the_seats_are_those_of_the_result_table(shared: Path, state: str, file: str) -> None:
    """Number and official name agree with the table that is loaded against them."""
    results = pl.read_csv(shared / "data" / "eci-assembly" / file, infer_schema_length=0)
    printed = set(results.select("constituency_no", "constituency").iter_rows())
    seats = table(model.Constituency).filter(pl.col("id").str.starts_with(f"in-{state}-assembly.2008."))

    assert set(seats.select("number", "official_name").iter_rows()) == printed


def test_every_lok_sabha_seat_of_2024_is_in_one_of_the_packs(shared: Path) -> None:
    """The result table cuts seat numbers to one digit, so state and name must find the seat."""
    file = shared / "data" / "eci-parliament" / "2024-parliament.csv.gz"
    printed = pl.read_csv(file, separator=";", infer_schema_length=0).select(
        "State ID", pl.col("Constituency").str.strip_chars()
    )
    newest = ["2008", "2019", "2022", "2023"]
    seats = pl.concat(
        [
            table(model.Constituency, pack).select("id", "house", "delimitation", "official_name")
            for pack in (INDIA, PACKS / "jk-2024")
        ]
    ).filter(pl.col("house") == "in-lok-sabha", pl.col("delimitation").is_in(newest))
    known = {
        (seat.split(".")[-1].split("-")[0], spelling_key(name))
        for seat, name in seats.select("id", "official_name").iter_rows()
    }

    assert {(code, spelling_key(name)) for code, name in printed.unique().iter_rows()} == known


@pytest.mark.parametrize(
    ("house", "reserved"),
    [
        ("in-jh-assembly", {"GEN": 44, "SC": 9, "ST": 28}),
        ("in-dl-assembly", {"GEN": 58, "SC": 12}),
    ],
)
def test_reserved_seats_are_as_many_as_the_law_gives(house: str, reserved: dict[str, int]) -> None:
    """Jharkhand has 28 seats for Scheduled Tribes and 9 for Scheduled Castes, Delhi 12 for Scheduled Castes."""
    seats = table(model.Constituency).filter(pl.col("house") == house, pl.col("delimitation") == "2008")

    assert dict(seats["reservation"].value_counts().iter_rows()) == reserved


@pytest.mark.parametrize(("phase", "seats", "candidates"), [(1, 43, 683), (2, 38, 528)])
def test_a_phase_has_the_candidates_that_were_announced(shared: Path, phase: int, seats: int, candidates: int) -> None:
    """The seats of a phase are right if their ballot papers have as many names as the Commission counted."""
    contests = table(model.Contest).filter(pl.col("election") == "in-jh-2024", pl.col("phase") == str(phase))
    numbers = contests["constituency"].str.split(".").list.last().cast(pl.Int64).to_list()
    ballots = pl.read_csv(shared / "data" / "eci-assembly" / "2024Assembly-JH.csv")
    standing = ballots.filter(pl.col("constituency_no").is_in(numbers), pl.col("party") != "None of the Above")

    assert (len(numbers), standing.height) == (seats, candidates)


@pytest.mark.parametrize(
    ("election", "won"),
    [
        ("in-jh-2019", {"in-jmm": 30, "in-bjp": 25, "in-inc": 16, "in-jvm": 3, "in-ajsup": 2, "in-ind": 2}),
        ("in-jh-2014", {"in-bjp": 37, "in-jmm": 19, "in-jvm": 8, "in-inc": 6, "in-ajsup": 5}),
        ("in-dl-2020", {"in-aap": 62, "in-bjp": 8}),
        ("in-dl-2015", {"in-aap": 67, "in-bjp": 3}),
        ("in-dl-2013", {"in-bjp": 31, "in-aap": 28, "in-inc": 8}),
        ("in-dl-1998", {"in-inc": 52, "in-bjp": 15, "in-ind": 2}),
    ],
)
def test_seats_won_in_earlier_elections_are_the_official_ones(election: str, won: dict[str, int]) -> None:
    """What reports say of the last time is decided by these."""
    winners = table(model.Candidacy).filter(pl.col("election") == election, pl.col("serial") == "1")
    seats = dict(winners["party"].value_counts().iter_rows())

    assert {party: seats[party] for party in won} == won


@pytest.mark.parametrize(
    ("election", "days"),
    [
        ("in-hr-2024", ["2024-10-04", "2024-10-08"]),
        ("in-jh-2024", ["2024-11-23"]),
        ("in-mh-2024", ["2024-11-23"]),
        ("in-dl-2025", ["2025-02-08"]),
        ("in-mz-2023", ["2023-12-03", "2023-12-04"]),
        ("in-br-2025", ["2025-11-14"]),
    ],
)
def test_the_day_of_the_count_is_there_with_its_revisions(election: str, days: list[str]) -> None:
    """A day that was moved stays in the record as it was first announced."""
    schedule = table(model.ScheduleEntry).filter(pl.col("election") == election, pl.col("event") == "count")

    assert schedule.sort("known_at")["on_date"].to_list() == days


def test_no_step_of_an_election_comes_before_its_announcement() -> None:
    """Polls and counts follow the day on which they were announced, and counts follow polls."""
    steps = table(model.ScheduleEntry).sort("known_at").unique(["election", "event", "phase"], keep="last")
    days = steps.group_by("election", "event").agg(pl.col("on_date").max()).pivot("event", index="election")

    assert days.filter(pl.col("poll") <= pl.col("announcement")).rows() == []
    assert days.filter(pl.col("count") <= pl.col("poll")).rows() == []
