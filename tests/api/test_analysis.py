"""Every analysis of the command line, as other programs ask for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from janadesh import model
from janadesh.desk.app import create_app
from tests.builders import BEFORE_ALL
from tests.builders import ECI
from tests.builders import ELECTION as COUNTED
from tests.builders import Stood
from tests.builders import record_of_seat
from tests.builders import statements
from tests.desk.conftest import HERE

ONE = "elections/in-jk-2024"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("what-if?together=NC", "It takes two parties to be together."),
        ("what-if?swing=BJP", "`swing` takes PARTY=VALUE, and not 'BJP'."),
        ("what-if?swing=BJP=900", "A swing has at most 100 points"),
        ("what-if?withdraw=27:²>NC", "no candidate here '²'"),
        ("three-way?sides=NC,BJP", "`sides` takes three parties or alliances"),
        ("swing?between=NC", "`between` takes two parties or alliances"),
        ("swing?from=in-jk-2024", "cannot be compared with itself. Name an earlier election (from)."),
    ],
)
def test_what_cannot_be_answered_says_why(api: TestClient, asked: str, says: str) -> None:
    answer = api.get(f"{ONE}/{asked}")
    assert answer.status_code in {404, 422}
    assert says in answer.json()["detail"]


def test_close_contests_are_narrowed_by_votes_share_and_nota(api: TestClient) -> None:
    def margins(asked: str) -> list[int]:
        return [row["margin"] for row in api.get(f"{ONE}/margins?{asked}").json()["data"]]

    assert max(margins("under=1000")) < 1000
    assert margins("order=largest")[0] == max(margins(""))
    assert 0 < len(margins("nota=true")) < len(margins("under_share=50"))


def test_seats_split_by_place_make_the_whole_house(api: TestClient) -> None:
    for by in ("region", "phase", "reservation", "gender"):
        rows = api.get(f"{ONE}/tallies/parties?by={by}").json()["data"]
        assert sum(row["won"] for row in rows) == 90


def test_stations_and_what_they_add_up_to_are_told(tmp_path: Path) -> None:
    stood = [Stood("ANN", "A", 500, evm=490, postal=10), Stood("BOB", "B", 400, evm=395, postal=5)]
    with record_of_seat(tmp_path, "Araku", stood) as record:
        place = record.frame(model.Contest)["constituency"].item()
        said: dict[str, Any] = {"election": COUNTED, "constituency": place, "segment": 1, "station": "1"}
        known: dict[str, Any] = {"known_at": BEFORE_ALL, "source": ECI.id}
        tallies = [
            model.StationTally(serial=serial, votes=votes, **said, **known) for serial, votes in ((1, 490), (2, 390))
        ]
        record.load(statements(model.PollingStation(name="SCHOOL", electors=1000, **said, **known), *tallies))
        client = TestClient(create_app(record), base_url=f"{HERE}/api/v1/")
        path = f"elections/{COUNTED}/constituencies/{place}/stations"
        assert [(row["first"], row["lead"]) for row in client.get(path).json()["data"]] == [("ANN", 100)]
        assert [row["difference"] for row in client.get(f"{path}/sums").json()["data"]] == [0, -5]
        assert client.get(f"{path}?segment=2").json()["data"] == []
