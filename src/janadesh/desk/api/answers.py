"""Writing an answer: the envelope in JSON, or a table as CSV or Parquet, with its tag and its neighbours' addresses."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import polars as pl
from pydantic_core import to_json
from starlette.responses import Response

from janadesh.desk.api.app_path import PATH
from janadesh.desk.api.asked import MEDIA_TYPES
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import Form
from janadesh.desk.api.shapes.envelope import Shape
from janadesh.export.tables import as_csv
from janadesh.export.tables import instant
from janadesh.export.tables import rows_for_json

KEEPING = "no-cache"
"""An answer may be kept, and is asked for again with its tag before it is used."""

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


def rows(asked: Asked, frame: pl.DataFrame, row: type[Shape]) -> Response:
    """
    Answer with a table.

    Args:
        asked: the request; it says which rows and in which form.
        frame: has every column that `row` has a field for; others are left out.
        row: the shape of a row, whose fields are the columns in their order.
    """
    whole = frame.select(*row.model_fields)
    page = whole.slice(asked.offset, asked.limit)
    headers = _headers(asked) | _links(asked, whole.height)
    if asked.form is Form.JSON:
        about = {"total": whole.height, "limit": asked.limit, "offset": asked.offset}
        return _enveloped(asked, rows_for_json(page), about, headers)
    content = as_csv(page).encode() if asked.form is Form.CSV else _parquet(page)
    headers |= {"X-Total-Count": str(whole.height)} | attached(asked, f".{asked.form}")
    return Response(content, media_type=MEDIA_TYPES[asked.form], headers=headers)


def one(asked: Asked, data: Any) -> Response:
    """Answer with an object."""
    return _enveloped(asked, data, None, _headers(asked))


def file(asked: Asked, content: bytes, media_type: str, ending: str = "") -> Response:
    """Answer with a file, whose name has an ending that the address may lack."""
    return Response(content, media_type=media_type, headers=_headers(asked) | attached(asked, ending))


def told(frame: pl.DataFrame, row: type[Shape]) -> list[dict[str, Any]]:
    """Give a frame's rows in a shape, as part of an object."""
    return rows_for_json(frame.select(*row.model_fields))


def attached(asked: Asked, ending: str) -> dict[str, str]:
    """Name the file that an answer is saved as, by its address."""
    path = asked.request.url.path.partition(f"{PATH}/")[2].removesuffix(ending)
    name = _NOT_IN_NAMES.sub("-", path).strip("-.") + ending
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _enveloped(asked: Asked, data: Any, page: dict[str, int | None] | None, headers: dict[str, str]) -> Response:
    answer = {
        "as_of": None if asked.as_of.is_now else instant(asked.moment),
        "known_at": instant(asked.known_at) or None,
        "entry": asked.entry,
        "page": page,
        "data": data,
    }
    return Response(to_json(answer, inf_nan_mode="null"), media_type=MEDIA_TYPES[Form.JSON], headers=headers)


def _headers(asked: Asked) -> dict[str, str]:
    return {"ETag": asked.etag, "Cache-Control": KEEPING, "Vary": "Accept"}


def _links(asked: Asked, total: int) -> dict[str, str]:
    links = ", ".join(f'<{address}>; rel="{relation}"' for relation, address in _neighbours(asked, total))
    return {"Link": links} if links else {}


def _neighbours(asked: Asked, total: int) -> Iterator[tuple[str, str]]:
    limit, offset = asked.limit, asked.offset
    if limit is None:
        return
    if offset > 0:
        yield "first", _at(asked, 0)
        yield "prev", _at(asked, max(0, offset - limit))
    if offset + limit < total:
        yield "next", _at(asked, offset + limit)
        yield "last", _at(asked, (total - 1) // limit * limit)


def _at(asked: Asked, offset: int) -> str:
    address = asked.request.url.include_query_params(limit=asked.limit, offset=offset)
    # relative to the host, which a proxy may name otherwise
    return f"{quote(address.path, safe='/%')}?{address.query}"


def _parquet(frame: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()
