"""The time slider: it stops where something became known, and works without a script."""

from __future__ import annotations

import datetime as dt

import pytest
from lxml import html
from starlette.testclient import TestClient

from janadesh.desk.steps import step_at
from janadesh.desk.steps import steps_of
from janadesh.record.book import Record

ELECTION = "/elections/in-jk-2024"


def location(desk: TestClient, query: str) -> str:
    return desk.get(f"{ELECTION}/step?{query}", follow_redirects=False).headers["location"]


def test_each_step_is_an_instant_at_which_something_became_known(jk: Record) -> None:
    steps = steps_of(jk, "in-jk-2024")
    asked = [step.asked for step in steps]
    assert {"2024-08-22", "2024-08-31", "2024-09-18T09:30:00", "2024-10-08"} <= set(asked)
    assert [step.instant for step in steps] == sorted(step.instant for step in steps)


def test_moment_stands_at_the_last_step_before_it(jk: Record) -> None:
    steps = steps_of(jk, "in-jk-2024")
    assert steps[step_at(steps, dt.datetime(2024, 8, 24, tzinfo=dt.UTC))].asked == "2024-08-22"
    assert step_at(steps, dt.datetime(1990, 1, 1, tzinfo=dt.UTC)) == 0


@pytest.mark.parametrize("path", [ELECTION, f"{ELECTION}/constituencies/27", f"{ELECTION}/timeline"])
def test_slider_without_script_leads_to_the_same_page_at_that_step(desk: TestClient, path: str) -> None:
    root = html.fromstring(desk.get(path).text)
    (form,) = [form for form in root.forms if form.get("action", "").endswith("/step")]
    fields = dict(form.form_values()) | {"step": "0"}
    page = desk.get(form.get("action"), params=fields, follow_redirects=False)
    assert page.headers["location"] == f"{path}?as_of=2022-05-05"


def test_filters_are_kept(desk: TestClient) -> None:
    assert location(desk, "step=0&party=in-nc") == f"{ELECTION}?party=in-nc&as_of=2022-05-05"


def test_step_beyond_the_last_is_the_last(desk: TestClient) -> None:
    assert location(desk, "step=9999999999999") == f"{ELECTION}?as_of=2024-10-31"


@pytest.mark.parametrize("page", ["//evil.example", "../../check", "https://evil.example", "constituencies/1?x=1"])
def test_it_leads_nowhere_else(desk: TestClient, page: str) -> None:
    assert desk.get(f"{ELECTION}/step", params={"page": page}, follow_redirects=False).headers["location"] == ELECTION
