"""What holds for every route: one envelope, one shape of errors, tags that save the answer, moments, forms."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import polars as pl
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from starlette.testclient import TestClient

from janadesh.desk.api.app import create_api
from janadesh.desk.api.app_path import PATH
from janadesh.desk.api.described import Operation
from janadesh.desk.api.described import operations
from janadesh.desk.api.problems import KINDS
from janadesh.desk.api.shapes.envelope import Answer
from janadesh.desk.api.shapes.envelope import Problem
from tests.desk.conftest import HERE

BEFORE_THE_COUNT = "2024-09-30"


@cache
def description() -> dict[str, Any]:
    return create_api().openapi()


READ = [operation for operation in operations(description()) if operation.method == "GET"]
ANSWERED = [operation for operation in READ if operation.answers]
NOTHING_THERE = {
    "/elections/{election}/alarms",
    "/elections/{election}/constituencies/{constituency}/stations",
    "/elections/{election}/constituencies/{constituency}/stations/sums",
}
"""Tables of which the bundled packs hold no rows; `test_analysis.py` asks for stations of a record that does."""
TABLES = [operation for operation in ANSWERED if operation.is_table]


def named(operation: Operation) -> str:
    return operation.path


def address(operation: Operation, **query: object) -> str:
    """Give the operation's example, relative to the interface, with more in its query."""
    more = "&".join(f"{name}={value}" for name, value in query.items())
    example = operation.example.removeprefix(f"{PATH}/")
    return f"{example}{'&' if '?' in example else '?'}{more}" if more else example


def ending(operation: Operation, form: str) -> str:
    return f"{address(operation)}.{form}"


def test_description_is_valid_openapi() -> None:
    validate(description())


def test_every_route_is_described_with_words_and_an_example_for_each_parameter() -> None:
    for operation in operations(description()):
        assert operation.summary
        assert operation.description.endswith(".")
        assert all(parameter.description for parameter in operation.parameters), operation.path
        assert "{" not in operation.example


def test_examples_of_shapes_are_of_their_shape() -> None:
    schemas = description()["components"]["schemas"]
    given = [(name, example) for name, schema in schemas.items() for example in schema.get("examples", ())]
    assert given
    for name, example in given:
        assert list(Draft202012Validator(schemas[name]).iter_errors(example)) == []


@pytest.mark.parametrize("operation", ANSWERED, ids=named)
def test_answer_has_the_envelope_and_the_shape_that_is_described(api: TestClient, operation: Operation) -> None:
    answer = api.get(address(operation))
    content = answer.json()
    schema = description()["paths"][operation.path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert set(content) == set(Answer.model_fields)
    assert bool(content["data"]) is (operation.path not in NOTHING_THERE)
    assert (content["page"] is not None) == operation.is_table
    resolved = Draft202012Validator(schema | {"components": description()["components"]})
    assert [error.message for error in resolved.iter_errors(content)][:3] == []


@pytest.mark.parametrize("operation", READ, ids=named)
def test_answer_is_sent_once_and_then_only_its_tag(api: TestClient, operation: Operation) -> None:
    first = api.get(address(operation))
    again = api.get(address(operation), headers={"If-None-Match": first.headers["etag"]})

    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("query", ["as_of=2026-06-01", "limit=3", "offset=3"])
def test_tag_of_one_answer_saves_no_other(api: TestClient, query: str) -> None:
    tag = api.get("elections").headers["etag"]

    assert api.get(f"elections?{query}", headers={"If-None-Match": tag}).status_code == 200
    assert api.get("elections", headers={"If-None-Match": tag, "Accept": "text/csv"}).status_code == 200


@pytest.mark.parametrize("operation", READ, ids=named)
def test_moment_that_cannot_be_read_is_refused(api: TestClient, operation: Operation) -> None:
    answer = api.get(address(operation, as_of="tomorrow"))
    problem = Problem.model_validate(answer.json())

    assert answer.status_code == 422
    assert problem.type.endswith("#unreadable-moment")
    assert "'tomorrow' is not a moment" in problem.detail


@pytest.mark.parametrize("operation", ANSWERED, ids=named)
def test_moment_asked_for_is_told(api: TestClient, operation: Operation) -> None:
    """Who has nothing to tell of that day says so with 404; nobody answers for another one."""
    answer = api.get(address(operation, as_of=BEFORE_THE_COUNT))
    if answer.status_code == 404:
        assert Problem.model_validate(answer.json()).type.endswith("#not-in-record")
    else:
        told = Answer[Any].model_validate(answer.json())
        assert told.as_of is not None
        assert told.known_at is not None
        assert told.known_at <= told.as_of
        assert answer.json()["as_of"] == "2024-09-30T18:29:59Z"


@pytest.mark.parametrize("operation", [each for each in READ if "{election}" in each.path], ids=named)
def test_mistyped_election_is_answered_with_the_nearest(api: TestClient, operation: Operation) -> None:
    asked_of = address(operation).split("/")[1]
    answer = api.get(address(operation).replace(asked_of, asked_of.replace("2024", "2042"), 1))

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert f"'{asked_of}'" in Problem.model_validate(answer.json()).detail


@pytest.mark.parametrize("operation", TABLES, ids=named)
def test_table_is_the_same_in_every_form(api: TestClient, operation: Operation) -> None:
    """An ending and the `Accept` header ask for the same."""
    rows = api.get(f"{ending(operation, 'json')}?limit=10000").json()["data"]
    csv = api.get(ending(operation, "csv"))
    parquet = api.get(address(operation), headers={"Accept": "application/vnd.apache.parquet"})
    read = pl.read_parquet(io.BytesIO(parquet.content))

    assert csv.content == api.get(address(operation), headers={"Accept": "text/csv"}).content
    assert parquet.content == api.get(ending(operation, "parquet")).content
    assert csv.headers["content-type"].startswith("text/csv")
    columns = csv.text.splitlines()[0].split(",")
    assert read.columns == columns
    assert all(list(row) == columns for row in rows)
    assert read.height == len(rows) == int(csv.headers["x-total-count"])
    as_text = pl.read_csv(io.BytesIO(csv.content), infer_schema=False)
    assert as_text.to_dicts() == [{name: written(value) for name, value in row.items()} for row in rows]


def written(value: object) -> str | None:
    """Give a value of JSON as CSV has it."""
    if value is None or isinstance(value, str):
        return value
    return pl.DataFrame({"": [value]}).write_csv(include_header=False).strip()


@pytest.mark.parametrize("operation", TABLES, ids=named)
def test_pages_of_rows_lead_through_the_whole_table(api: TestClient, operation: Operation) -> None:
    whole = api.get(address(operation, limit=10_000)).json()
    half = max(1, (whole["page"]["total"] + 1) // 2)
    answer = api.get(address(operation, limit=half))
    rows = answer.json()["data"]
    if "next" in answer.links:
        answer = api.get(f"{HERE}{answer.links['next']['url']}")
        rows += answer.json()["data"]
        assert api.get(f"{HERE}{answer.links['prev']['url']}").json()["data"] == rows[:half]

    assert "next" not in answer.links
    assert rows == whole["data"]


@pytest.mark.parametrize("operation", ANSWERED, ids=named)
def test_form_that_is_not_offered_is_refused_with_those_that_are(api: TestClient, operation: Operation) -> None:
    answer = api.get(address(operation), headers={"Accept": "image/png"})
    offered = description()["paths"][operation.path]["get"]["responses"]["200"]["content"]

    assert answer.status_code == 406
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Accept" in answer.headers["vary"].split(", ")
    assert [form for form in offered if form not in Problem.model_validate(answer.json()).detail] == []


@pytest.mark.parametrize("operation", READ, ids=named)
def test_whoever_keeps_an_answer_is_told_that_its_form_was_asked_for(api: TestClient, operation: Operation) -> None:
    assert "Accept" in api.get(address(operation)).headers["vary"].split(", ")


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "kind"),
    [
        ("GET", "nowhere", {}, 404, "no-such-path"),
        ("GET", "elections/%0A", {}, 404, "no-such-path"),
        ("GET", "elections.xls", {}, 404, "no-such-path"),
        ("DELETE", "elections", {}, 405, "wrong-method"),
        ("GET", "elections", {"Accept": "image/png"}, 406, "not-acceptable"),
        ("GET", "elections?limit=0", {}, 422, "unreadable-request"),
        ("GET", "elections?offset=-1", {}, 422, "unreadable-request"),
        ("GET", "elections?offset=99999999999999999999", {}, 422, "unreadable-request"),
        ("GET", "offices?on=never", {}, 422, "unreadable-request"),
        ("GET", "elections?as_of=0001-01-01T00:00", {}, 422, "unreadable-moment"),
        ("GET", "elections/in-jk-2024/exports/xls", {}, 422, "unreadable-request"),
        ("GET", "elections/in-jk-2024?as_of=1990-01-01", {}, 404, "not-in-record"),
        ("GET", "find", {}, 422, "unreadable-request"),
        ("GET", "find?name=Xyzzyx", {}, 404, "not-in-record"),
        ("GET", "persons/in-nc", {}, 404, "not-in-record"),
        ("GET", "alliances/in-nc", {}, 404, "not-in-record"),
        ("GET", "sources/%00", {}, 404, "no-such-path"),
    ],
)
def test_errors_have_one_shape(
    api: TestClient, method: str, path: str, headers: dict[str, str], status: int, kind: str
) -> None:
    answer = api.request(method, path, headers=headers)
    problem = Problem.model_validate(answer.json())

    assert answer.status_code == status == problem.status
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem.type == f"{PATH}/reference#{kind}"
    assert problem.instance.startswith(PATH)
    assert "Traceback" not in problem.detail


def test_every_kind_of_problem_is_told_in_the_reference(api: TestClient) -> None:
    page = api.get("reference").text
    assert [kind.name for kind in KINDS if f'id="{kind.name}"' not in page] == []


def test_reference_page_keeps_the_strict_policy_and_loads_nothing_from_elsewhere(api: TestClient) -> None:
    answer = api.get("reference")

    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text.replace('<script src="/static/', "")
    assert " style=" not in answer.text
    assert 'src="http' not in answer.text
    assert all(f'id="{operation.anchor}"' in answer.text for operation in READ)


def test_root_leads_to_the_reference(api: TestClient) -> None:
    assert api.get("").url.path == f"{PATH}/reference"
