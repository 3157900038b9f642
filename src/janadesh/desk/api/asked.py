"""What every request of the interface comes with: the moment, the page of rows, and the form that is wanted."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated

import mimeparse
from fastapi import Depends
from fastapi import Path
from fastapi import Query
from fastapi import Request

from janadesh import __version__
from janadesh.desk.api.problems import NotAcceptable
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk
from janadesh.record.book import Record

ROWS = 500
"""How many rows an answer in JSON has where no limit is asked for; the other forms then have all."""

MOST_ROWS = 10_000

MOST_PASSED_OVER = 100_000_000
"""More than any table has; a number that fits in what counts rows."""


class Form(StrEnum):
    """How a table is written."""

    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"


MEDIA_TYPES = {
    Form.JSON: "application/json",
    Form.CSV: "text/csv",
    Form.PARQUET: "application/vnd.apache.parquet",
}

AsOfQuery = Annotated[
    str | None,
    Query(
        description="Answer with what was known then: a day (`2024-08-22`, meaning its last second) or a time "
        "(`2024-10-08T14:05`, where the election is held if it has no offset). Without it, now.",
        examples=["2024-08-22"],
    ),
]

ElectionPath = Annotated[
    str, Path(description="The election's id; its name is understood, too.", examples=["in-jk-2024"])
]

ConstituencyPath = Annotated[
    str,
    Path(description="The constituency's id, number or name in this election.", examples=["27"]),
]


class Unchanged(Exception):  # noqa: N818 - no error, but the end of the request
    """The client holds this answer already."""

    def __init__(self, etag: str) -> None:
        """Keep the tag that still holds."""
        super().__init__(etag)
        self.etag = etag


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    A request as a route sees it.

    `known_at` is when anything last became known by the moment, `entry` the hash of the ledger's last entry, and
    `etag` names the answer that these two and the address make.
    """

    request: Request
    as_of: AsOf
    known_at: dt.datetime | None
    entry: str
    etag: str
    form: Form = Form.JSON
    limit: int | None = None
    offset: int = 0

    @property
    def desk(self) -> Desk:
        """The desk whose record is asked."""
        return desk_of(self.request)

    @property
    def record(self) -> Record:
        """The record that is asked."""
        return self.desk.record

    @property
    def moment(self) -> dt.datetime:
        """The moment as an instant in UTC."""
        return self.as_of.moment


def desk_of(request: Request) -> Desk:
    """Give the desk that a request is answered by."""
    desk: Desk = request.app.state.desk
    return desk


def asked(request: Request, as_of: AsOfQuery = None) -> Asked:
    """
    Read a request for an object.

    Raises: UnreadableMoment; NotAcceptable; Unchanged, where the client holds the answer.
    """
    _best_of([Form.JSON], request)
    return _asked(request, as_of, Form.JSON)


def asked_for_file(request: Request, as_of: AsOfQuery = None) -> Asked:
    """
    Read a request for a file, whose form its address says.

    Raises: UnreadableMoment; Unchanged, where the client holds the answer.
    """
    return _asked(request, as_of, Form.JSON)


def asked_for_rows(
    request: Request,
    as_of: AsOfQuery = None,
    limit: Annotated[
        int | None,
        Query(
            ge=1, le=MOST_ROWS, description=f"At most so many rows. JSON has {ROWS} without it, CSV and Parquet all."
        ),
    ] = None,
    offset: Annotated[int, Query(ge=0, le=MOST_PASSED_OVER, description="Pass over so many rows.")] = 0,
) -> Asked:
    """
    Read a request for a table.

    Raises: UnreadableMoment; NotAcceptable; Unchanged, where the client holds the answer.
    """
    form = wanted_form(request)
    most = ROWS if limit is None and form is Form.JSON else limit
    return _asked(request, as_of, form, limit=most, offset=offset)


ObjectAsked = Annotated[Asked, Depends(asked)]
FileAsked = Annotated[Asked, Depends(asked_for_file)]
RowsAsked = Annotated[Asked, Depends(asked_for_rows)]


def wanted_form(request: Request) -> Form:
    """Read the form from the address's ending, which goes before the `Accept` header."""
    ending = PurePosixPath(request.scope["route"].path).suffix.lstrip(".")
    if ending:
        return Form(ending)
    # at a tie the last one is taken
    return _best_of([Form.PARQUET, Form.CSV, Form.JSON], request)


def _best_of(forms: Sequence[Form], request: Request) -> Form:
    offered = [MEDIA_TYPES[form] for form in forms]
    try:
        best = mimeparse.best_match(offered, request.headers.get("accept") or "*/*")
    except mimeparse.MimeTypeParseException:
        return Form.JSON
    if not best:
        raise NotAcceptable(_offered(request))
    return forms[offered.index(best)]


def _offered(request: Request) -> list[str]:
    # what the route's description names, as other routes of the same address answer with some of it
    described = request.scope["route"].responses.get(200, {})
    return [MEDIA_TYPES[Form.JSON], *described.get("content", ())]


def _asked(request: Request, as_of: str | None, form: Form, *, limit: int | None = None, offset: int = 0) -> Asked:
    desk = desk_of(request)
    moment = read_as_of(desk.record, {"as_of": as_of or ""})
    entry, passed = desk.remembered.state(moment.moment)
    etag = _tag(request, moment, (entry, str(passed), form.value))
    if etag in _held(request):
        raise Unchanged(etag)
    return Asked(
        request=request,
        as_of=moment,
        known_at=desk.remembered.last_known(moment.moment),
        entry=entry,
        etag=etag,
        form=form,
        limit=limit,
        offset=offset,
    )


def _tag(request: Request, as_of: AsOf, state: tuple[str, ...]) -> str:
    # the day counts, too: who is in office depends on it
    # one address may have routes of several forms, and one of them several, too
    route = (request.scope["route"].name, request.scope.get("accepted", ""))
    parts = (__version__, *state, *route, as_of.date.isoformat(), request.url.path, request.url.query)
    # weak, since an answer may be sent compressed or not
    return f'W/"{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:32]}"'


def _held(request: Request) -> set[str]:
    return {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}
