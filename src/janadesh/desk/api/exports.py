"""Routes of exports: one election, with all that it refers to, in the formats that others read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated
from typing import Any

from fastapi import APIRouter
from fastapi import Path
from starlette.responses import Response

from janadesh.analysis.margins import with_margins
from janadesh.analysis.votes import candidate_votes
from janadesh.desk.api import answers
from janadesh.desk.api.accepted import NIST_JSON
from janadesh.desk.api.accepted import NistRoute
from janadesh.desk.api.asked import Asked
from janadesh.desk.api.asked import ElectionPath
from janadesh.desk.api.asked import FileAsked
from janadesh.desk.api.elections import found
from janadesh.desk.api.tables import answered
from janadesh.desk.api.tables import problems
from janadesh.desk.api.tables import unchanged
from janadesh.export.nist_report import nist_report
from janadesh.export.one_election import of_elections
from janadesh.export.packs import PackToWrite
from janadesh.export.packs import description_of_one
from janadesh.export.packs import packs_of
from janadesh.export.popolo import popolo
from janadesh.export.said import Said
from janadesh.export.said import everything_said
from janadesh.export.table_files import csv_files
from janadesh.export.table_files import pack_files
from janadesh.export.table_files import parquet_files


class Export(StrEnum):
    """What an election is written as."""

    NIST_JSON = "nist.json"
    NIST_XML = "nist.xml"
    POPOLO = "popolo.json"
    PACK = "pack.zip"
    CSV = "csv.zip"
    PARQUET = "parquet.zip"


_MEDIA_TYPES = {".json": "application/json", ".xml": "application/xml", ".zip": "application/zip"}

_FIRST_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can say; its own time would make each copy another one."""

FormatPath = Annotated[
    Export,
    Path(
        description="`nist.json`, `nist.xml`: the Common Data Format of NIST (SP 1500-100). `popolo.json`: persons, "
        "parties, offices. `pack.zip`: what loads into the same record again. `csv.zip`, `parquet.zip`: tables, which "
        "load again too where nothing was said twice at one time.",
        examples=["nist.json"],
    ),
]


def routes() -> APIRouter:
    """Give the routes of exports."""
    router = APIRouter(tags=["Exports"])
    router.add_api_route(
        "/elections/{election}/exports/{format}",
        export,
        summary="One election in a format that others read",
        response_class=Response,
        response_model=None,
        responses=answered("The file.", *_MEDIA_TYPES.values()) | unchanged() | problems(404, 422),
    )
    return router


def at_the_election() -> APIRouter:
    """Give the routes of NIST at the election's own address; they stand before it, since an id takes in an ending."""
    router = APIRouter()
    for ending, ask in (("nist.json", nist_json), ("nist.xml", nist_xml)):
        router.add_api_route(f"/elections/{{election}}.{ending}", ask, include_in_schema=False, response_model=None)
    by_header = APIRouter(route_class=NistRoute)
    by_header.add_api_route("/elections/{election}", nist, include_in_schema=False, response_model=None)
    router.include_router(by_header)
    return router


def nist(election: ElectionPath, ask: FileAsked) -> Response:
    """Write one election in the Common Data Format of NIST, in the form that the `Accept` header wants."""
    media_type = ask.request.scope["accepted"]
    form = Export.NIST_JSON if media_type == NIST_JSON else Export.NIST_XML
    return answers.file(ask, _written(ask, election, form), media_type, f".{form}")


def nist_json(election: ElectionPath, ask: FileAsked) -> Response:
    """Write one election in the Common Data Format of NIST, as JSON."""
    return export(election, Export.NIST_JSON, ask)


def nist_xml(election: ElectionPath, ask: FileAsked) -> Response:
    """Write one election in the Common Data Format of NIST, as XML."""
    return export(election, Export.NIST_XML, ask)


def export(election: ElectionPath, format: FormatPath, ask: FileAsked) -> Response:  # noqa: A002 - the path's word
    """Write one election, as known at the moment, with all that it refers to."""
    return answers.file(ask, _written(ask, election, format), _MEDIA_TYPES[format[format.rindex(".") :]])


def _written(ask: Asked, election: str, form: Export) -> bytes:
    return _WRITING[form](ask, found(ask, election).id)


def _nist_json(ask: Asked, election: str) -> bytes:
    return nist_report(ask.record, election, ask.moment).as_json()


def _nist_xml(ask: Asked, election: str) -> bytes:
    return nist_report(ask.record, election, ask.moment).as_xml()


def _popolo(ask: Asked, election: str) -> bytes:
    return popolo(_said(ask, election)).as_json()


def _pack(ask: Asked, election: str) -> bytes:
    return _zipped(pack_files(_packs(ask, election, _said(ask, election))))


def _csv(ask: Asked, election: str) -> bytes:
    results = with_margins(candidate_votes(ask.record, election, ask.moment))
    said = _said(ask, election)
    return _zipped(csv_files(said, [(election, results)], _described(ask, election, said)))


def _parquet(ask: Asked, election: str) -> bytes:
    said = _said(ask, election)
    return _zipped(parquet_files(said, _described(ask, election, said)))


_WRITING: dict[Export, Callable[[Asked, str], bytes]] = {
    Export.NIST_JSON: _nist_json,
    Export.NIST_XML: _nist_xml,
    Export.POPOLO: _popolo,
    Export.PACK: _pack,
    Export.CSV: _csv,
    Export.PARQUET: _parquet,
}


def _packs(ask: Asked, election: str, said: Said) -> list[PackToWrite]:
    return packs_of(said, name=election, title=election, time_zone=ask.record.time_zone)


def _described(ask: Asked, election: str, said: Said) -> Mapping[str, Any] | None:
    return description_of_one(_packs(ask, election, said))


def _said(ask: Asked, election: str) -> Said:
    return of_elections(everything_said(ask.record, ask.moment), [election])


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, _FIRST_TIME), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
