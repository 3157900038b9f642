"""Adding routes: a table is offered under its path, and with an ending for each form; every route names its errors."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from janadesh.desk.api.asked import MEDIA_TYPES
from janadesh.desk.api.asked import Form
from janadesh.desk.api.problems import MEDIA_TYPE
from janadesh.desk.api.shapes.envelope import Answer
from janadesh.desk.api.shapes.envelope import Shape

Responses = dict[int | str, dict[str, Any]]

_PROBLEM = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
_TOLD = {
    401: "The token was not sent, or is not the one.",
    403: "This desk keeps nothing; the detail says how that is changed.",
    404: "Not on the record at that moment; the detail has the nearest names.",
    406: "None of the forms that the `Accept` header takes is offered.",
    413: "More than one megabyte was sent.",
    415: "What was sent is neither plain text nor HTML nor JSON.",
    422: "The moment or another parameter cannot be read.",
}


def problems(*statuses: int) -> Responses:
    """Describe errors by their statuses."""
    return {status: {"description": _TOLD[status], "content": _PROBLEM} for status in statuses}


def answered(with_what: str, *media_types: str) -> Responses:
    """Describe the answer itself, and the forms it has besides JSON."""
    return {200: {"description": with_what, "content": {media_type: {} for media_type in media_types}}}


def unchanged() -> Responses:
    """Describe the answer to a client that holds it already."""
    return {304: {"description": "The answer is the one whose `ETag` was sent in `If-None-Match`."}}


def add_table(
    router: APIRouter,
    path: str,
    ask: Callable[..., Response],
    row: type[Shape],
    summary: str,
    *,
    others: Sequence[str] = (),
    openapi_extra: dict[str, Any] | None = None,
) -> None:
    """
    Offer a table of rows of one shape; `.csv`, `.json` and `.parquet` after the path choose the form.

    `others` are media types that other routes of the same path answer with.
    """
    # before the bare path, whose last part would take in the ending
    for form in Form:
        router.add_api_route(f"{path}.{form}", ask, include_in_schema=False, response_model=None)
    forms = [MEDIA_TYPES[form] for form in Form if form is not Form.JSON]
    router.add_api_route(
        path,
        ask,
        summary=summary,
        response_model=Answer[list[row]],  # type: ignore[valid-type]
        responses=answered("The rows.", *forms, *others) | unchanged() | problems(404, 406, 422),
        openapi_extra=openapi_extra,
    )


def add_object(
    router: APIRouter,
    path: str,
    ask: Callable[..., Response],
    shape: type[Shape],
    summary: str,
    *,
    others: Sequence[str] = (),
) -> None:
    """Offer an object of one shape, in JSON; `others` are media types that other routes of the path answer with."""
    router.add_api_route(
        path,
        ask,
        summary=summary,
        response_model=Answer[shape],  # type: ignore[valid-type]
        responses=answered("The object.", *others) | unchanged() | problems(404, 406, 422),
    )
