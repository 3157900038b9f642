"""Feeds of other countries, years and shapes: which are read, and what is said of those that are not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from janadesh import model
from janadesh.count.observations import batches
from janadesh.count.replaying import begin
from janadesh.count.replaying import replay
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.sources.count_feed import observe
from tests.builders import ELECTION
from tests.count.counted import place
from tests.count.counted import small_record

DECLARATIONS = (
    "election,declared_at,constituency,result,winner,winning_party,runner_up,runner_up_party,margin\n",
    f"{ELECTION},2024-06-04 23:15:00,Araku,declared,ANITA,Alpha,BABU,Beta,1200\n",
    f"{ELECTION},2024-06-04 23:40:00,Surat,declared,BABU,Beta,ANITA,Alpha,30\n",
    f"{ELECTION},2024-06-05 01:05:00,Jalaun,declared,CHITRA,Independent,ANITA,Alpha,7\n",
)
POLLS = (
    "election,timestamp,riding_name,candidate,party,votes,polls_reported,total_polls\n",
    *(
        f"{ELECTION},2024-06-04 21:{minute}:00,{riding},{name},{votes * minute + more},{minute},200\n"
        for minute in (31, 36, 41)
        for riding, more in (("Araku", 0), ("Surat", 1))
        for name, votes in (("ANITA,Alpha", 12), ("BABU,Beta", 10), ("CHITRA,Independent", 3))
    ),
)
WIDE = "timestamp,pc_no,st_code,ANITA,BABU,NOTA\n2024-06-04 16:31:48,1,S01,1200,1000,10\n"
ROUNDS = '{"S01-1": {"rounds": [{"round": 1, "time": "2019-05-23T09:05:00+05:30", "votes": {"ANITA": 1200}}]}}'
SNAPSHOT = '{"@type": "ElectionResults.ElectionReport", "GeneratedDate": "2024-11-05T20:00:00Z", "Election": []}'
NOUNS = (model.Tally, model.HeldTally, model.Lead, model.Alarm, model.Declaration)


def played(folder: Path, lines: list[str], about: int = 10**6, times: int = 1) -> list[list[tuple[object, ...]]]:
    """Replay a feed and give what the record has of the count."""
    folder.mkdir()
    file = folder / "feed.csv"
    file.write_text("".join(lines), encoding="utf-8")
    with small_record(folder) as record:
        for _ in range(times):
            feed = observe(file, record)
            assert feed.set_aside == ()
            for _ in replay(record, feed, begin(record, feed), batches(feed.observed, about)):
                pass
        return [record.history(noun).sort(*noun.KEY, "known_at", nulls_last=True).rows() for noun in NOUNS]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return small_record(tmp_path)


def test_declarations_without_partial_counts_are_read(record: Record, tmp_path: Path) -> None:
    """As in Britain, where a result is read out once."""
    file = tmp_path / "declared.csv"
    file.write_text("".join(DECLARATIONS), encoding="utf-8")
    leads = observe(file, record).observed.leads
    assert leads.select("constituency", "leading", "margin", "status").rows() == [
        (place("Araku"), 1, 1200, "declared"),
        (place("Surat"), 2, 30, "declared"),
        (place("Jalaun"), 3, 7, "declared"),
    ]


def test_polls_reported_of_so_many_are_rounds(record: Record, tmp_path: Path) -> None:
    """As in Canada, where each riding says how many of its polls have reported."""
    file = tmp_path / "polls.csv"
    file.write_text("".join(POLLS), encoding="utf-8")
    votes = observe(file, record).observed.votes
    assert votes.select("round", "rounds").unique(maintain_order=True).rows() == [(31, 200), (36, 200), (41, 200)]
    assert votes.filter(serial=1, constituency=place("Araku"))["total"].to_list() == [372, 432, 492]


@pytest.mark.parametrize("lines", [DECLARATIONS, POLLS], ids=["declarations", "polls"])
def test_order_repetition_and_cuts_change_nothing(tmp_path: Path, lines: tuple[str, ...]) -> None:
    heading, *rows = lines
    plain = played(tmp_path / "plain", [heading, *rows])
    assert any(plain)
    shuffled = random.Random(1).sample(rows, len(rows))
    assert played(tmp_path / "shuffled", [heading, *shuffled]) == plain
    assert played(tmp_path / "doubled", [heading, *rows, *rows]) == plain
    assert played(tmp_path / "cut", [heading, *rows], about=2) == plain
    assert played(tmp_path / "twice", [heading, *rows], times=2) == plain


@pytest.mark.parametrize(
    ("name", "text", "cure"),
    [
        ("wide.csv", WIDE, "one row a candidate and time"),
        ("rounds.json", ROUNDS, "Write each figure as a line of JSON"),
        ("nist.json", SNAPSHOT, "Write each figure as a line of JSON"),
    ],
)
def test_other_shapes_are_refused_with_what_to_do(
    record: Record, tmp_path: Path, name: str, text: str, cure: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=cure):
        observe(tmp_path / name, record)
