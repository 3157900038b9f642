"""
What the interface says when it cannot answer: problem details (RFC 9457), one shape for every error.

The statuses: 400 asked under a name that the desk does not have; 401 and 403 not allowed to write; 404 not in the
record; 406, 408, 413, 415 of what was sent or wanted; 422 a moment, article or parameter that cannot be read, or wishes
that nothing can meet; 429 asked too often; 500 a fault of Janadesh; 503 a record that cannot be used, or an answer that
took too long. 429 and such a 503 say in `Retry-After` when to ask again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.responses import Response

from janadesh.desk.api.app_path import PATH
from janadesh.errors import Impossible
from janadesh.errors import JanadeshError
from janadesh.errors import NotInRecord
from janadesh.errors import RecordUnusable
from janadesh.errors import Refused
from janadesh.record.moments import UnreadableMoment
from janadesh.sources.article import UnreadableArticle

MEDIA_TYPE = "application/problem+json"
REFERENCE = f"{PATH}/reference"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem; `name` is its place in the reference."""

    name: str
    status: int
    title: str
    tells: str


WRONG_HOST = Kind(
    "wrong-host", 400, "This desk has another name", "Who runs it gives it one more with `janadesh desk --name NAME`."
)
NO_TOKEN = Kind("no-token", 401, "That needs the desk's token", "Send it: `Authorization: Bearer TOKEN`.")
KEEPS_NOTHING = Kind("keeps-nothing", 403, "This desk keeps nothing", "It was started without a token.")
NOT_IN_RECORD = Kind("not-in-record", 404, "Not on the record", "The record holds nothing of that name at the moment.")
NO_SUCH_PATH = Kind("no-such-path", 404, "There is no such path", f"The paths are listed at {REFERENCE}.")
WRONG_METHOD = Kind(
    "wrong-method",
    405,
    "That method is not offered here",
    "Everything is read with GET; `check` and `articles` take POST.",
)
NOT_ACCEPTABLE = Kind("not-acceptable", 406, "No such form", "The `Accept` header asks for a form that is not offered.")
TOO_SLOW = Kind("sent-too-slowly", 408, "That came too slowly", "A request has thirty seconds to send its article.")
TOO_MUCH = Kind("too-much", 413, "That is too much to send", "An article may have one megabyte of text.")
WRONG_TYPE = Kind("wrong-type", 415, "That type is not read", "Send an article as plain text, HTML or JSON.")
MOMENT = Kind("unreadable-moment", 422, "That is not a moment", "`as_of` is a day or a time.")
ARTICLE = Kind(
    "unreadable-article", 422, "That is no article that can be checked", "It has no text or no day, or is broken."
)
PARAMETER = Kind(
    "unreadable-request", 422, "A parameter cannot be read", "The detail names each parameter that is wrong."
)
IMPOSSIBLE = Kind(
    "impossible", 422, "Nothing can meet that", "What is asked contradicts itself or the house; the detail says how."
)
TOO_OFTEN = Kind(
    "too-often", 429, "Asked too often", "One address may ask so often in a minute; `Retry-After` says when to go on."
)
UNUSABLE = Kind("record-unusable", 503, "The record cannot be used", "It cannot be read at the moment.")
BUSY = Kind("busy", 503, "Too busy", "The answer took too long, or too many wait; `Retry-After` says when to ask.")
FAULT = Kind("fault", 500, "Something went wrong inside Janadesh", "A fault of the program, not of what was asked.")

KINDS = (
    WRONG_HOST,
    NO_TOKEN,
    KEEPS_NOTHING,
    NOT_IN_RECORD,
    NO_SUCH_PATH,
    WRONG_METHOD,
    NOT_ACCEPTABLE,
    TOO_SLOW,
    TOO_MUCH,
    WRONG_TYPE,
    MOMENT,
    ARTICLE,
    PARAMETER,
    IMPOSSIBLE,
    TOO_OFTEN,
    UNUSABLE,
    BUSY,
    FAULT,
)

_OF_ERROR: tuple[tuple[type[JanadeshError], Kind], ...] = (
    (NotInRecord, NOT_IN_RECORD),
    (UnreadableMoment, MOMENT),
    (UnreadableArticle, ARTICLE),
    (Refused, ARTICLE),
    (Impossible, IMPOSSIBLE),
    (RecordUnusable, UNUSABLE),
)
_OF_STATUS = {
    kind.status: kind
    for kind in (
        NO_TOKEN,
        KEEPS_NOTHING,
        NO_SUCH_PATH,
        WRONG_METHOD,
        NOT_ACCEPTABLE,
        TOO_SLOW,
        TOO_MUCH,
        WRONG_TYPE,
        PARAMETER,
        TOO_OFTEN,
        FAULT,
        BUSY,
    )
}


class NotAcceptable(HTTPException):
    """None of the forms that the client takes is offered."""

    def __init__(self, offered: Sequence[str]) -> None:
        """Say which forms there are."""
        super().__init__(
            406, f"This is offered as {', '.join(offered)}; the Accept header takes none of them.", {"Vary": "Accept"}
        )


def problem(kind: Kind, detail: str, request: Request) -> Response:
    """Write a problem."""
    content = {
        "type": f"{REFERENCE}#{kind.name}",
        "title": kind.title,
        "status": kind.status,
        "detail": detail,
        "instance": request.url.path,
    }
    return JSONResponse(content, kind.status, media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})


def problem_of(status: int, request: Request) -> Response:
    """Write the problem of an HTTP status."""
    kind = _OF_STATUS.get(status, FAULT if status >= 500 else NO_SUCH_PATH)
    return problem(kind, kind.tells, request)


def tell_problems(api: FastAPI) -> None:
    """Let an application answer every error with a problem."""
    api.add_exception_handler(JanadeshError, _of_janadesh)
    api.add_exception_handler(RequestValidationError, _of_validation)
    api.add_exception_handler(HTTPException, _of_http)
    api.add_exception_handler(Exception, _of_fault)


def _of_janadesh(request: Request, error: Exception) -> Response:
    kind = next((kind for family, kind in _OF_ERROR if isinstance(error, family)), FAULT)
    return problem(kind, str(error), request)


def _of_validation(request: Request, error: Exception) -> Response:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    told = [f"{'.'.join(map(str, fault['loc'][1:])) or fault['loc'][0]}: {fault['msg']}" for fault in faults]
    return problem(PARAMETER, ". ".join(told) + ".", request)


def _of_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    kind = _OF_STATUS.get(status, FAULT)
    # what the framework says of itself is no help: "Not Found"
    detail = error.detail if isinstance(error, HTTPException) else ""
    answer = problem(kind, kind.tells if detail in {"", HTTPStatus(status).phrase} else detail, request)
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


def _of_fault(request: Request, _: Exception) -> Response:
    return problem(FAULT, FAULT.tells, request)
