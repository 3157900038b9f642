"""The desk as a web application: its pages, its style sheets, its guards, and what it says when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from fastapi import FastAPI
from fastapi import Request
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from janadesh import __version__
from janadesh.desk import check_page
from janadesh.desk import constituency_page
from janadesh.desk import election_page
from janadesh.desk import error_pages
from janadesh.desk import home_page
from janadesh.desk import live_events
from janadesh.desk import projection_page
from janadesh.desk.api.app import create_api
from janadesh.desk.api.app_path import PATH
from janadesh.desk.checks import HeldCheckers
from janadesh.desk.colour_file import colour_route
from janadesh.desk.desk import Check
from janadesh.desk.desk import Desk
from janadesh.desk.language import ChosenLanguage
from janadesh.desk.maps import bundled_maps
from janadesh.desk.more_pages import MORE_PAGES
from janadesh.desk.names_shown import names_in
from janadesh.desk.open_streams import OpenStreams
from janadesh.desk.own_hosts import OwnHosts
from janadesh.desk.pages import STATIC
from janadesh.desk.pages import Pages
from janadesh.desk.remembered import Remembered
from janadesh.desk.request_body import BoundedBody
from janadesh.desk.request_limits import Limits
from janadesh.desk.request_rates import RequestRates
from janadesh.desk.request_time import BoundedWork
from janadesh.desk.safety import SafeHeaders
from janadesh.desk.writing import Writing
from janadesh.errors import JanadeshError
from janadesh.export.drawings.constituency_map import read_shapes
from janadesh.record.book import Record
from janadesh.record.instants import last_entry

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def create_app(
    record: Record,
    *,
    check: Check | None = None,
    maps: Iterable[Path] | None = None,
    hosts: Sequence[str] = LOOPBACK,
    limits: Limits | None = None,
    writing: Writing | None = None,
) -> FastAPI:
    """
    Make the desk of one record.

    Args:
        record: what the pages are drawn from; the desk only reads it.
        check: checks an article; without it, the claims engine on this record.
        maps: files as `drawings.constituency_map` reads them; without them, those that Janadesh brings.
        hosts: the names under which it answers, as a request's Host header gives them (DNS rebinding).
        limits: what it bears of those who ask; without them, those of `request_limits.Limits`.
        writing: who may keep articles; without it, nobody.
    """
    remembered = Remembered(record)
    checkers = HeldCheckers(record, remembered.instants)
    files = bundled_maps() if maps is None else maps
    desk = Desk(
        record=record,
        remembered=remembered,
        pages=Pages(lambda: _colours_version(record), lambda language: names_in(record, language)),
        shapes=read_shapes(files),
        check=check or checkers.check,
        checkers=checkers,
        writing=writing or Writing(),
    )
    app = FastAPI(title="Janadesh", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = desk
    for page in (home_page, election_page, constituency_page, check_page, *MORE_PAGES):
        app.include_router(page.routes(desk))
    app.include_router(colour_route(desk))
    app.include_router(live_events.routes(desk))
    app.include_router(projection_page.routes(desk))
    app.mount(PATH, create_api(desk))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _tell_errors(app, desk)
    _guard(app, desk, hosts, limits or Limits())
    return app


def _guard(app: FastAPI, desk: Desk, hosts: Sequence[str], limits: Limits) -> None:
    def telling(request: Request, status: int, retry_after: int | None) -> Response:
        return error_pages.of_http(desk, request, status, retry_after)

    # the one added last is asked first
    # the highest level takes longer than drawing the page, for hardly a smaller one
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=6)
    for bound in (BoundedWork, BoundedBody, OpenStreams, RequestRates):
        app.add_middleware(bound, limits=limits, telling=telling)
    app.add_middleware(OwnHosts, hosts=hosts, telling=partial(error_pages.of_other_host, desk))
    app.add_middleware(ChosenLanguage)
    app.add_middleware(SafeHeaders)


def _colours_version(record: Record) -> str:
    try:
        return last_entry(record)[:12]
    except SQLAlchemyError:
        # the page that tells of an unreadable record is drawn all the same
        return "none"


def _tell_errors(app: FastAPI, desk: Desk) -> None:
    @app.exception_handler(JanadeshError)
    def on_janadesh_error(request: Request, error: JanadeshError) -> Response:
        return error_pages.of_janadesh(desk, request, error)

    @app.exception_handler(HTTPException)
    def on_http_error(request: Request, error: HTTPException) -> Response:
        return error_pages.of_http(desk, request, error.status_code)

    @app.exception_handler(Exception)
    def on_fault(request: Request, _: Exception) -> Response:
        return error_pages.of_http(desk, request, 500)
