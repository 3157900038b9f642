"""The tutorial on the United Kingdom, command by command in an empty folder, on a table in the published columns."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from janadesh import model
from janadesh.analysis.parties import party_results
from janadesh.cli.main import app
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.mapped_table import read_mapped_table
from janadesh.sources.mapping import read_map
from tests.desk.conftest import client_of
from tests.uk_table import CANDIDATES
from tests.uk_table import FOUR_SEATS
from tests.uk_table import HEADINGS
from tests.uk_table import SEATS
from tests.uk_table import as_csv
from tests.uk_table import whole_house

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "tutorial-uk-2024.md").read_text(encoding="utf-8")
TABLE = "HoC-GE2024-results-by-candidate.csv"
ELECTION = "gb-commons-2024"
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Ran:
    code: int
    said: str


def steps() -> list[tuple[str, str]]:
    """Give each line that the reader types, with what the page shows below it."""
    return [step for block in BLOCK.findall(PAGE) for step in STEP.findall(block)]


def shown_file(name: str) -> str:
    return next(shown for line, shown in steps() if line == f"cat {name}")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, Ran]]]:
    """Walk through the tutorial: write the files it shows, and run its commands in their order."""
    folder = tmp_path_factory.mktemp("uk")
    (folder / TABLE).write_text(as_csv(FOUR_SEATS), encoding="utf-8")
    ran: dict[str, Ran] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("JANADESH_RECORD", "gb.sqlite")
        for line, shown in steps():
            words = shlex.split(line.split(" | ")[0])
            if words[0] == "cat":
                Path(words[1]).parent.mkdir(exist_ok=True)
                Path(words[1]).write_text(shown, encoding="utf-8")
                continue
            result = CliRunner().invoke(app, words[1:])
            ran[" ".join(words[1:])] = Ran(result.exit_code, result.stdout + result.stderr)
        yield folder, ran


def test_every_command_of_it_can_be_given(walked: tuple[Path, dict[str, Ran]]) -> None:
    assert {line: ran.said for line, ran in walked[1].items() if ran.code} == {}


def test_the_page_names_the_headings_that_the_table_has() -> None:
    block = PAGE.split("```text\n")[1].split("```")[0]

    assert tuple(" ".join(block.split()).split(", ")) == HEADINGS


def test_the_draft_guesses_what_the_page_says_it_guesses(walked: tuple[Path, dict[str, Ran]]) -> None:
    draft = (walked[0] / "draft.toml").read_text(encoding="utf-8")
    final = shown_file("gb-2024.toml").split("[columns]")[1].split("ignored")[0].strip().splitlines()

    assert [line for line in final if line not in draft] == []


def test_the_winner_and_the_lost_deposits_of_clacton_are_told(walked: tuple[Path, dict[str, Ran]]) -> None:
    """A twentieth of the votes is asked for: fourth and fifth had 4.4 and 4.3 per cent of those here."""
    table = walked[1][f"results {ELECTION} --constituency Clacton"].said

    assert re.search(r"Nigel Farage +RUK +21,225 .* 8,405 +won", table)
    assert len(re.findall("deposit lost", table)) == 2


def test_a_candidate_of_labour_and_co_operative_counts_for_labour(walked: tuple[Path, dict[str, Ran]]) -> None:
    with open_record(walked[0] / "gb.sqlite") as record:
        won = party_results(record, ELECTION).select("party", "won").rows()

    assert dict(won)["gb-labour"] == 3


def test_colours_and_names_are_added_by_the_second_pack(walked: tuple[Path, dict[str, Ran]]) -> None:
    with open_record(walked[0] / "gb.sqlite") as record:
        before = record.frame(model.Party, "2024-07-05T18:00", id="gb-labour")["colour"].to_list()
        after = record.frame(model.Party, id="gb-labour")["colour"].to_list()

    assert (before, after) == ([None], ["#e4003b"])


def test_the_articles_claims_on_these_seats_are_judged_as_shown(walked: tuple[Path, dict[str, Ran]]) -> None:
    """Seats of the whole house are not those of four, so only the others are compared."""
    said = walked[1]["check report.txt"].said
    shown = next(shown for line, shown in steps() if line == "janadesh check report.txt")
    judged = re.compile(r"^ +\d+  (?:confirmed|contradicted) .*(?:Clacton|Norfolk|326|4 July).*$", re.MULTILINE)

    assert judged.findall(said) == judged.findall(shown)
    assert len(judged.findall(said)) == 6


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Give a record of as many seats and candidates as the real table has, read through the page's mapping."""
    folder = tmp_path_factory.mktemp("house")
    (folder / TABLE).write_text(as_csv(whole_house()), encoding="utf-8")
    (folder / "gb.toml").write_text(shown_file("gb-2024.toml"), encoding="utf-8")
    with open_record(folder / "record.sqlite") as record:
        statements = read_mapped_table(folder / TABLE, read_map(folder / "gb.toml"), record)
        assert statements.set_aside == ()
        record.load(statements)
        yield record


def test_a_whole_house_of_650_is_read(house: Record) -> None:
    assert house.frame(model.Constituency).height == SEATS
    assert house.frame(model.Candidacy).height == house.frame(model.Tally).height == CANDIDATES
    assert house.frame(model.Declaration)["winner"].null_count() == 0


def test_its_desk_has_a_majority_line_and_no_word_of_another_country(house: Record) -> None:
    with client_of(house) as client:
        pages = [
            client.get(f"/elections/{ELECTION}{part}") for part in ("", "/constituencies/1", "/constituencies/650")
        ]

    assert [page.status_code for page in pages] == [200] * 3
    assert "326 for a majority" in pages[0].text
    assert "1/20 of the votes for candidates" in pages[1].text
    words = (
        "segment",
        "Lok Sabha",
        "Assembly",
        "With NOTA",
        "None of the above",
        "EVM",
        "Election Commission of India",
    )
    assert [word for word in words if any(word in page.text for page in pages)] == []
