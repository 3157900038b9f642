"""The client has a method for every route that is read, and one that is added without is told of."""

from __future__ import annotations

import inspect
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from typing import Literal
from typing import get_args
from typing import get_origin
from typing import get_type_hints

import httpx
import polars as pl
import pytest
from fastapi import FastAPI

from janadesh.client import Client
from janadesh.client import DeskUnreachable
from janadesh.desk.api.app import create_api
from janadesh.desk.api.app_path import PATH
from janadesh.desk.app import create_app
from tests.api.conftest import api_app as api_app
from tests.api.conftest import api_file as api_file
from tests.builders import ELECTION as COUNTED
from tests.count import counted
from tests.desk.live_desk import count
from tests.desk.live_desk import serving

ELECTION = "in-jk-2024"
FORMS = re.compile(r"\.(?:parquet|csv|json)$")


def routes() -> dict[str, re.Pattern[str]]:
    """Give what is read of the interface: each path, and what addresses of it look like."""
    paths = create_api().openapi()["paths"]
    return {path: re.compile(re.sub(r"\{\w+\}", "[^/]+", path)) for path, methods in paths.items() if "get" in methods}


def calls(method: Any) -> Iterator[dict[str, Any]]:
    """Give the ways to call a method: every choice that it offers, once with and once without a first name."""
    hints = get_type_hints(method)
    ways: dict[str, list[Any]] = {}
    for name, parameter in inspect.signature(method).parameters.items():
        choices = [part for part in (hints[name], *get_args(hints[name])) if get_origin(part) is Literal]
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            continue
        if choices:
            ways[name] = [*get_args(choices[0])]
        elif parameter.default is inspect.Parameter.empty:
            ways[name] = ["x"]
        elif name == "election":
            ways[name] = ["x", None]
        if choices and parameter.default is None:
            ways[name].append(None)
    for values in itertools.product(*ways.values()):
        yield dict(zip(ways, values, strict=True))


def test_every_route_that_is_read_has_a_method(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()

    def watched(_: httpx.Client, request: httpx.Request, **__: Any) -> httpx.Response:
        asked.add(FORMS.sub("", request.url.path.removeprefix(PATH)) if request.method == "GET" else "")
        raise httpx.ConnectError("none")

    monkeypatch.setattr(httpx.Client, "send", watched)
    with Client() as client:
        for name, method in inspect.getmembers(client, inspect.ismethod):
            for way in [] if name.startswith("_") or name == "close" else calls(method):
                with pytest.raises(DeskUnreachable):
                    list(method(**way))

    unasked = [path for path, pattern in routes().items() if not any(map(pattern.fullmatch, asked))]
    assert unasked == []


@pytest.fixture(scope="module")
def desk(api_app: FastAPI) -> Iterator[Client]:
    with serving(api_app) as address, Client(address) as client:
        yield client


def test_analysis_comes_as_frames(desk: Client) -> None:
    assert desk.tallies(ELECTION, by="phase")["seats"].sum() == 90
    assert desk.tallies(ELECTION, by="region", across="party")["won"].sum() == 90
    assert all(margin < 1000 for margin in desk.margins(ELECTION, under_votes=1000)["margin"].to_list())
    assert desk.margins(ELECTION, by="party")["seats"].sum() == 90
    assert desk.three_way(ELECTION, ["NC", "BJP", "PDP"]).height == 90
    assert desk.swing(ELECTION).columns[:3] == ["party", "party_name", "party_short"]
    assert desk.swing(ELECTION, by="constituency", between="NC,BJP")["first"].unique().to_list() == ["in-nc"]
    assert not desk.indices(ELECTION, earlier="in-jk-2008").is_empty()
    assert desk.projection(ELECTION, by="party").filter(pl.col("party") == "in-nc")["low"].to_list() == [42]


def test_what_could_be_comes_as_objects(desk: Client) -> None:
    assert desk.what_if(ELECTION, together=["NC,INC,PDP"], transfer=["0.8±0.1"], draws=50).majority_mark == 46
    assert desk.government(ELECTION, by="party", as_of="2024-10-08").mark == 46
    assert len(desk.shares(ELECTION, ["NC", "INC"], "in-jk-2014", minimum="INC=38").seats) == 90


def test_kept_articles_come_with_their_verdicts(desk: Client) -> None:
    (row,) = desk.articles(ELECTION).to_dicts()
    article = desk.article(row["id"])
    assert article.text.startswith("The Assembly polls")
    assert [claim.now.verdict for claim in article.judged if claim.differs and claim.now] == ["superseded"]


def test_changes_are_followed_as_they_are_loaded(tmp_path: Path) -> None:
    with counted.small_record(tmp_path) as record:
        count(record, 1, "Araku")
        with serving(create_app(record)) as address, Client(address) as client:
            begin = client.changes(COUNTED)["entry"].to_list()[-1]
            count(record, 2, "Jalaun")
            following = client.follow(COUNTED, since=begin)
            assert next(following).constituencies == (counted.place("Jalaun"),)
            count(record, 3, "Surat")
            assert next(following).constituencies == (counted.place("Surat"),)
            following.close()
