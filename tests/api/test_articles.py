"""Articles kept through the interface, which needs the desk's token, and asked for again with verdicts then and now."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from janadesh.desk.api.articles import EXAMPLE
from janadesh.desk.api.shapes.articles import Article
from janadesh.desk.api.shapes.articles import Kept
from janadesh.desk.api.shapes.envelope import Answer
from janadesh.desk.api.shapes.envelope import Problem
from janadesh.desk.app import create_app
from janadesh.desk.writing import VARIABLE
from janadesh.desk.writing import TokenUnusable
from janadesh.desk.writing import Writing
from janadesh.desk.writing import writing_by
from janadesh.record.opening import open_record
from tests.api.conftest import V1
from tests.desk.conftest import HERE

TOKEN = "correct horse battery staple"
AS_WRITER = {"Authorization": f"Bearer {TOKEN}"}
RESULT = "date 2024-10-14 Omar Abdullah won Budgam by 18,485 votes. The BJP won 31 seats in the 90-member assembly."


@pytest.fixture
def keeping(bundled_file: Path, tmp_path: Path) -> Iterator[TestClient]:
    """Give a client of a desk that keeps what is sent with the token."""
    file = shutil.copy(bundled_file, tmp_path / "record.sqlite")
    with open_record(file) as record:
        app = create_app(record, writing=Writing(TOKEN))
        with TestClient(app, base_url=f"{HERE}{V1}/") as client:
            yield client


def keep(client: TestClient, text: str = RESULT, **query: str) -> Kept:
    answer = client.post("articles", content=text.encode(), params=query, headers=AS_WRITER)
    assert answer.status_code == 200, answer.text
    (kept,) = Answer[list[Kept]].model_validate(answer.json()).data
    return kept


def listed(client: TestClient, **query: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = client.get("articles", params=query).json()["data"]
    return rows


def test_article_is_kept_and_told_with_its_claims(keeping: TestClient) -> None:
    kept = keep(keeping, outlet="The Daily")
    article = Answer[Article].model_validate(keeping.get(f"articles/{kept.id}").json()).data

    assert kept.is_new
    assert kept.address == f"/articles/{kept.id}"
    assert (article.outlet, article.elections, article.language) == ("The Daily", "in-jk-2024", "en")
    assert (article.now_contradicted, article.changed) == (1, 0)
    for claim in article.judged:
        assert claim.now is not None
        assert article.text[claim.now.start : claim.now.end] == claim.now.quote


def test_keeping_again_adds_nothing(keeping: TestClient) -> None:
    first, again = keep(keeping), keep(keeping)

    assert first.id == again.id
    assert not again.is_new
    assert len(listed(keeping)) == 1


def test_several_are_kept_at_once(keeping: TestClient) -> None:
    two = [{"id": name, "text": f"{name} {RESULT}", "date": "2024-10-09"} for name in ("a", "b")]
    headers = AS_WRITER | {"Content-Type": "application/json"}
    keeping.post("articles", content=json.dumps(two), headers=headers)

    assert len(listed(keeping)) == 2


def test_articles_are_listed_by_election_by_moment_and_in_pages(keeping: TestClient) -> None:
    keep(keeping)

    assert len(listed(keeping, election="in-jk-2024")) == 1
    assert listed(keeping, election="in-ls-2019") == []
    assert listed(keeping, as_of="2024-10-08") == []
    assert listed(keeping, offset="1") == []


def test_verdict_that_changed_is_told_at_both_moments(api: TestClient) -> None:
    """The count set for 4 October was moved nine days after the article."""
    article = Answer[Article].model_validate(api.get(f"articles/{EXAMPLE}").json()).data
    (moved,) = [claim for claim in article.judged if claim.differs]

    assert article.changed == 1
    assert moved.then is not None
    assert moved.now is not None
    assert (moved.then.verdict, moved.now.verdict) == ("confirmed", "superseded")
    assert moved.now.official == "2024-10-08"


def test_verdicts_are_those_of_the_moment_asked_for(api: TestClient) -> None:
    article = api.get(f"articles/{EXAMPLE}", params={"as_of": "2024-08-25"}).json()["data"]

    assert article["changed"] == 0


def test_article_not_known_yet_is_not_there(api: TestClient) -> None:
    answer = api.get(f"articles/{EXAMPLE}", params={"as_of": "2024-08-21"})

    assert answer.status_code == 404
    assert Problem.model_validate(answer.json()).type.endswith("#not-in-record")


def test_desk_without_a_token_keeps_nothing_and_says_how_it_would(api: TestClient) -> None:
    answer = api.post("articles", content=RESULT, headers=AS_WRITER)
    problem = Problem.model_validate(answer.json())

    assert answer.status_code == 403
    assert "JANADESH_TOKEN" in problem.detail
    assert "--token-file" in problem.detail


@pytest.mark.parametrize("header", [None, "Bearer wrong", "Bearer ", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer é"])
def test_another_token_or_none_is_refused_with_a_challenge(keeping: TestClient, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header.encode()}
    answer = keeping.post("articles", content=RESULT, headers=headers)  # type: ignore[arg-type]

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.headers["content-type"] == "application/problem+json"
    assert TOKEN not in answer.text
    assert listed(keeping) == []


@pytest.mark.parametrize(
    ("text", "status"), [("no day", 422), ("date 2999-01-01 a day to come", 422), ("x" * 1_100_000, 413)]
)
def test_what_cannot_be_kept_is_refused(keeping: TestClient, text: str, status: int) -> None:
    answer = keeping.post("articles", content=text, headers=AS_WRITER)

    assert answer.status_code == status
    assert listed(keeping) == []


def test_token_comes_from_a_file_or_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    monkeypatch.delenv(VARIABLE, raising=False)
    assert not writing_by(None).is_possible
    assert writing_by(tmp_path / "token").is_by(TOKEN)
    monkeypatch.setenv(VARIABLE, TOKEN)
    assert writing_by(None).is_by(TOKEN)


def test_token_that_is_short_or_missing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("secret")
    with pytest.raises(TokenUnusable, match="6 characters"):
        writing_by(tmp_path / "token")
    with pytest.raises(TokenUnusable, match="No such file"):
        writing_by(tmp_path / "nowhere")


def test_token_is_never_printed() -> None:
    assert TOKEN not in repr(Writing(TOKEN))
