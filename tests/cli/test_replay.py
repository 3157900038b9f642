"""`janadesh replay`, `standings` and `alarms` as a person uses them, and alerts on their way."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
from pathlib import Path
from types import ModuleType

import pytest
import typer
from typer.testing import CliRunner

from janadesh.cli import alarms
from janadesh.cli import replay
from janadesh.cli import standings
from janadesh.cli.alert_sending import SECRET
from janadesh.cli.alert_sending import post
from janadesh.cli.plain_errors import PlainErrors
from janadesh.count.alerts import Alert
from tests.builders import ELECTION
from tests.count.counted import moment
from tests.count.counted import place
from tests.count.counted import small_record

LINES = [
    {"observed_at": "2024-06-04T10:00:00Z", "constituency": "Araku", "serial": 1, "total": 500},
    {"observed_at": "2024-06-04T10:00:00Z", "constituency": "Araku", "serial": 2, "total": 300},
    {"observed_at": "2024-06-04T10:01:00Z", "constituency": "Araku", "leading": 1, "trailing": 2, "margin": 200},
    {"observed_at": "2024-06-04T10:05:00Z", "constituency": "Araku", "serial": 2, "total": 600},
    {"observed_at": "2024-06-04T10:05:00Z", "constituency": "Araku", "serial": 1, "total": 480},
    {"observed_at": "2024-06-04T10:06:00Z", "constituency": "Araku", "leading": 2, "trailing": 1, "margin": 100},
    {
        "observed_at": "2024-06-04T10:07:00Z",
        "constituency": "Jalaun",
        "leading": 2,
        "trailing": 1,
        "margin": 9,
        "status": "declared",
    },
]


def _application(*modules: ModuleType) -> typer.Typer:
    app = typer.Typer(cls=PlainErrors, pretty_exceptions_enable=False)
    for module in modules:
        name = module.__name__.rpartition(".")[2]
        app.command(name)(getattr(module, name))
    return app


APP = _application(replay, standings, alarms)


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(APP, list(words))
    return done.exit_code, done.stdout


@pytest.fixture
def feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a recorded count of some minutes, and make a record with its election the one in use."""
    small_record(tmp_path).close()
    monkeypatch.setenv("JANADESH_RECORD", str(tmp_path / "record.sqlite"))
    file = tmp_path / "feed.jsonl"
    lines = [line | {"election": ELECTION, "constituency": place(str(line["constituency"]))} for line in LINES]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return str(file)


def test_a_count_is_replayed_and_its_alerts_are_printed(feed: str) -> None:
    code, said = run("replay", feed, "--no-wait", "--on", "lead-change,declared,majority,alarm")

    assert code == 0
    assert [line.split("  ")[1] for line in said.splitlines()] == ["declared", "alarm"]
    assert "Jalaun: BABU (Beta) is elected" in said
    assert "Araku, ANITA (Alpha): total fell: the total fell from 500 to 480" in said


def test_a_replay_that_was_ended_goes_on_and_tells_nothing_twice(feed: str, tmp_path: Path) -> None:
    told = tmp_path / "alerts.jsonl"
    options = ("--no-wait", "--on", "lead-change,declared,alarm", "--alerts", str(told))

    run("replay", feed, "--to", "2024-06-04T10:01:00Z", *options)
    run("replay", feed, *options)
    run("replay", feed, *options)

    kinds = [json.loads(line)["kind"] for line in told.read_text().splitlines()]
    assert kinds == ["lead-change", "declared", "alarm"]


def test_an_alert_of_no_known_kind_is_refused(feed: str) -> None:
    assert run("replay", feed, "--on", "earthquake")[0] == 2


def test_standings_are_shown_as_of_any_second(feed: str) -> None:
    run("replay", feed, "--no-wait")

    before = json.loads(
        run("standings", ELECTION, "--by", "constituency", "--as-of", "2024-06-04T10:04:59Z", "--format", "json")[1]
    )
    after = json.loads(
        run("standings", ELECTION, "--by", "constituency", "--as-of", "2024-06-04T10:06:00Z", "--format", "json")[1]
    )

    assert [before[0][name] for name in ("leader", "margin", "counted", "held")] == ["ANITA", 200, 800, 0]
    assert [after[0][name] for name in ("leader", "margin", "counted", "held")] == ["BABU", 100, 1100, 1]


def test_leads_gained_and_lost_are_shown_since_a_moment(feed: str) -> None:
    run("replay", feed, "--no-wait")

    rows = json.loads(run("standings", ELECTION, "--since", "2024-06-04T10:02:00Z", "--format", "json")[1])

    assert {row["party"]: (row["gained"], row["lost"]) for row in rows} == {
        "beta": (1, 0),
        "alpha": (0, 1),
        "independent": (0, 0),
    }


@pytest.mark.parametrize("by", ["party", "alliance", "state", "region", "constituency"])
def test_standings_are_listed_by(feed: str, by: str) -> None:
    run("replay", feed, "--no-wait")

    code, said = run("standings", ELECTION, "--by", by)

    assert code == 0
    assert "Lok Sabha election, 2024" in said


def test_what_changed_lately_is_shown(feed: str) -> None:
    run("replay", feed, "--no-wait")

    rows = json.loads(
        run("standings", ELECTION, "--changed", "2", "--as-of", "2024-06-04T10:06:30Z", "--format", "json")[1]
    )

    assert [(row["constituency_name"], row["leader_before"], row["votes_added"]) for row in rows] == [
        ("Araku", "ANITA", 300)
    ]


def test_a_person_clears_an_alarm_and_the_held_figure_stands(feed: str) -> None:
    run("replay", feed, "--no-wait")
    assert "total fell" in run("alarms", ELECTION)[1]

    assert run("alarms", ELECTION, "--clear", "Araku", "--because", "Recount, says the returning officer")[0] == 0

    assert json.loads(run("alarms", ELECTION, "--format", "json")[1]) == []
    kept = json.loads(run("alarms", ELECTION, "--all", "--format", "json")[1])
    assert [(alarm["status"], alarm["cleared_by"]) for alarm in kept] == [
        ("cleared", "Recount, says the returning officer")
    ]
    row = json.loads(run("standings", ELECTION, "--by", "constituency", "--format", "json")[1])[0]
    assert (row["counted"], row["held"], row["alarms"]) == (1080, 0, 0)


def test_an_alarm_is_cleared_with_words_only(feed: str) -> None:
    assert run("alarms", ELECTION, "--clear", "Araku")[0] == 2


ALERT = Alert(
    kind="declared", at=moment(0), election=ELECTION, constituency="in-ls-araku", says="Araku: ANITA is elected"
)


class Receiver(HTTPServer):
    """A webhook that fails as often as it is told to, and keeps what it was sent."""

    def __init__(self, answers: list[int]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.got: list[tuple[dict[str, str], bytes]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver([]) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


def test_a_webhook_is_signed_over_time_and_body(receiver: Receiver) -> None:
    assert post(receiver.address, ALERT, b"secret", sleep=lambda _: None)

    headers, body = receiver.got[0]
    signed = headers["X-Janadesh-Timestamp"].encode() + b"." + body
    assert headers["X-Janadesh-Signature"] == "sha256=" + hmac.new(b"secret", signed, hashlib.sha256).hexdigest()
    assert json.loads(body)["says"] == "Araku: ANITA is elected"


def test_a_webhook_that_fails_is_tried_again_with_the_same_id(receiver: Receiver) -> None:
    receiver.answers = [500, 503]

    assert post(receiver.address, ALERT, b"secret", sleep=lambda _: None)

    assert [headers["X-Janadesh-Id"] for headers, _ in receiver.got] == [ALERT.id] * 3


def test_a_webhook_that_refuses_is_not_asked_again(receiver: Receiver) -> None:
    receiver.answers = [403]

    assert not post(receiver.address, ALERT, b"secret", sleep=lambda _: None)
    assert len(receiver.got) == 1


def test_a_webhook_without_a_secret_is_refused(feed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SECRET, raising=False)

    assert run("replay", feed, "--no-wait", "--on", "alarm", "--alerts", "https://example.org/hook")[0] == 2
