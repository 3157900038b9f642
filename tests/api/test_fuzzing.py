"""The interface against its own description: whatever is asked, it answers as described and never fails."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck
from hypothesis import settings
from starlette.testclient import TestClient

from janadesh.desk.api.app import create_api
from janadesh.desk.api.app_path import PATH
from tests.desk.conftest import HERE

schema = schemathesis.openapi.from_dict(create_api().openapi())
# the examples and drawn values are enough; every edge of every parameter takes minutes
schema.config.phases.coverage.enabled = False
TAKEN = {"method", "url", "params", "headers", "data", "json"}
FEW = settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@schema.parametrize()
@FEW
def test_whatever_is_asked_is_answered_as_described(case: Any, api: TestClient) -> None:
    asked = case.as_transport_kwargs(base_url=f"{HERE}{PATH}")
    answer = api.request(**{name: value for name, value in asked.items() if name in TAKEN}, follow_redirects=False)
    told = case.operation.definition.raw["responses"].get(str(answer.status_code))

    assert answer.status_code < 500, answer.text
    # FastAPI's own answers to a method or path that is not offered stand in no route's description
    assert told or answer.status_code in {404, 405}, (answer.status_code, answer.text)
    if answer.is_error:
        assert answer.headers["content-type"] == "application/problem+json"
    elif answer.status_code == 200:
        assert answer.headers["content-type"].partition(";")[0] in told["content"]
