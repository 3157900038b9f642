"""The Python client against a desk that answers over the network."""

from __future__ import annotations

import datetime as dt
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import polars as pl
import pytest
import uvicorn
from fastapi import FastAPI

from janadesh.client import AnswerRefused
from janadesh.client import Client
from janadesh.client import DeskUnreachable
from janadesh.client import asking
from janadesh.desk.api.shapes.results import Candidate
from janadesh.desk.api.shapes.results import PartyResult
from janadesh.errors import NotInRecord
from janadesh.record.moments import UnreadableMoment

# two of its fixtures are this file's, too
from tests.api.conftest import api_app as api_app
from tests.api.conftest import api_file as api_file

ELECTION = "in-jk-2024"


@pytest.fixture(scope="module")
def address(api_app: FastAPI) -> Iterator[str]:
    """Give the address of a desk that listens at a free port."""
    server = uvicorn.Server(uvicorn.Config(api_app, log_level="critical"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def desk(address: str) -> Iterator[Client]:
    with Client(address) as client:
        yield client


def test_results_come_as_a_frame_with_the_columns_of_their_shape(desk: Client) -> None:
    frame = desk.results(ELECTION)

    assert frame.columns == list(PartyResult.model_fields)
    assert dict(frame.select("party_short", "won").head(2).iter_rows()) == {"NC": 42, "BJP": 29}


def test_moment_is_a_text_a_day_or_a_time(desk: Client) -> None:
    for moment in ("2024-08-22", dt.date(2024, 8, 22), dt.datetime(2024, 8, 22, 12, tzinfo=dt.UTC)):
        count = desk.schedule(ELECTION, as_of=moment).filter(pl.col("event") == "count")
        assert count["on_date"].to_list() == [dt.date(2024, 10, 4)]
    assert desk.schedule(ELECTION).filter(pl.col("event") == "count")["on_date"].to_list() == [dt.date(2024, 10, 8)]


def test_alliances_results_and_standings_agree(desk: Client) -> None:
    results = dict(desk.results(ELECTION, by="alliance").select("alliance", "won").iter_rows())
    standings = dict(desk.standings(ELECTION, by="alliance").select("alliance", "won").iter_rows())

    assert results == standings
    assert sum(results.values()) == desk.contests(ELECTION).height == desk.standings(ELECTION).height == 90


def test_table_is_whole_however_long_it_is(desk: Client) -> None:
    frame = desk.candidates(ELECTION)

    assert frame.height == 873
    assert frame.columns == list(Candidate.model_fields)


def test_candidates_are_chosen_by_name_party_and_place(desk: Client) -> None:
    assert desk.candidates(ELECTION, name="Omar Abdullah", party="NC").height == 2
    assert desk.candidates(ELECTION, name="Omar Abdullah", constituency=27)["won"].to_list() == [True]


def test_objects_have_types(desk: Client) -> None:
    assert desk.constituency(ELECTION, 27).contest.margin == 18485
    assert desk.election("in-jk-2024").counted_on == dt.date(2024, 10, 8)
    assert {row.won for row in desk.person("omar-abdullah").candidacies} == {True, False}
    assert desk.party("CPI(M)").abbreviation == "CPI(M)"
    assert desk.find("Budgam").noun == "constituency"


def test_other_tables_are_there(desk: Client) -> None:
    assert "omar-abdullah" in desk.offices(on=dt.date(2024, 10, 20))["person"]
    assert "omar-abdullah" in desk.offices(on="2024-10-20")["person"]
    assert desk.ledger()["entry"].to_list() == [1, 2, 3]
    assert all(not frame.is_empty() for frame in (desk.elections(), desk.sources(), desk.vacancies(ELECTION)))
    assert not desk.alliances(ELECTION).is_empty()
    assert not desk.changes(ELECTION).is_empty()
    assert desk.changes(ELECTION, since=2).is_empty()


def test_article_is_checked(desk: Client) -> None:
    (article,) = desk.check("Omar Abdullah won Budgam by 18,485 votes.", written_on="2024-10-14")
    assert {claim.verdict for claim in article.claims} == {"confirmed"}


def test_export_is_a_file(desk: Client) -> None:
    assert desk.export(ELECTION, "pack.zip").startswith(b"PK")


def test_what_is_not_on_the_record_is_told_with_the_nearest(desk: Client) -> None:
    with pytest.raises(NotInRecord, match="Did you mean 'in-jk-2024'"):
        desk.results("in-jk-2025")


def test_moment_that_cannot_be_read_is_told(desk: Client) -> None:
    with pytest.raises(UnreadableMoment, match="'soon' is not a moment"):
        desk.results(ELECTION, as_of="soon")


def test_refusal_has_the_desks_words(desk: Client) -> None:
    with pytest.raises(AnswerRefused, match="written") as refused:
        desk.check("Omar Abdullah won Budgam.")
    assert refused.value.problem.status == 422


def test_answer_is_not_sent_twice_while_it_stays_the_same(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    first = desk.results(ELECTION)
    seen = []
    send = httpx.Client.send

    def watched(self: httpx.Client, request: httpx.Request) -> httpx.Response:
        answer = send(self, request)
        seen.append((answer.status_code, len(answer.content)))
        return answer

    monkeypatch.setattr(httpx.Client, "send", watched)
    assert desk.results(ELECTION).equals(first)
    assert seen == [(304, 0)]


def test_desk_that_is_not_there_is_told_with_what_opens_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with (
        Client(f"http://127.0.0.1:{port}") as client,
        pytest.raises(DeskUnreachable, match="`janadesh desk` opens one"),
    ):
        client.elections()


def test_what_is_no_desk_is_told() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(500, text="<html>"))
    with (
        asking.Asking("http://other", transport=transport) as other,
        pytest.raises(DeskUnreachable, match="is no desk"),
    ):
        other.get("elections", {})


def test_answer_that_takes_too_long_is_told() -> None:
    def slow(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow")

    transport = httpx.MockTransport(slow)
    with asking.Asking("http://other", transport=transport) as other, pytest.raises(DeskUnreachable, match="in time"):
        other.get("elections", {})


def test_client_without_its_part_says_what_to_install() -> None:
    program = "import sys; sys.modules['httpx'] = None; import janadesh.client"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False).stderr
    assert "pip install 'janadesh[client]'" in told


def test_client_needs_nothing_of_the_server() -> None:
    program = "import janadesh.client, sys; print({'fastapi', 'sqlalchemy'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "set()"


def test_the_manuals_examples_run(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One block after the other, as a reader types them."""
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "use-from-python.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    names: dict[str, object] = {}
    for block in blocks:
        exec(block.replace("http://127.0.0.1:8731", address), names)
    printed = capsys.readouterr().out

    assert "OMAR ABDULLAH 18485" in printed
    assert "confirmed by 18,485 votes" in printed
    assert "Did you mean 'in-jk-2024'" in printed
