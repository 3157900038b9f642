"""Drawing a page from its template: figures, days and names are written here, and every text is escaped."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment
from jinja2 import PackageLoader
from jinja2 import StrictUndefined
from starlette.responses import HTMLResponse

from janadesh import __version__
from janadesh.desk.as_of import AsOf
from janadesh.desk.links import Links
from janadesh.export.figures import day_in_words
from janadesh.export.figures import grouped
from janadesh.export.figures import ordinal
from janadesh.export.figures import percent
from janadesh.names.spelling import spelling_key

STATIC = Path(__file__).parent / "static"


class Pages:
    """The templates, made ready once."""

    def __init__(self, colours_version: Callable[[], str]) -> None:
        """Make the templates ready; `colours_version` names the state of the party colours."""
        self._colours_version = colours_version
        self._templates = Environment(
            loader=PackageLoader("janadesh.desk", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates.filters |= {
            "day": day_in_words,
            "grouped": grouped,
            "ordinal": ordinal,
            "percent": percent,
            "spelled": spelling_key,
            "there": _day_there,
        }
        self._templates.globals |= {"static_version": static_version(), "janadesh_version": __version__}

    def draw(self, name: str, as_of: AsOf, *, status: int = 200, here: str = "", **values: Any) -> HTMLResponse:
        """
        Draw a page.

        Args:
            name: the template's file name.
            as_of: the moment; it is carried through the page's links.
            status: the HTTP status.
            here: which of the pages in the masthead this is.
            values: what the template writes.
        """
        shell = {"links": Links(as_of.asked), "here": here, "colours_version": self._colours_version()}
        text = self._templates.get_template(name).render(as_of=as_of, **shell, **values)
        return HTMLResponse(text, status_code=status)


def _day_there(instant: dt.datetime, as_of: AsOf) -> dt.date:
    """Give an instant's day where the election is held."""
    return instant.astimezone(ZoneInfo(as_of.time_zone)).date()


def static_version() -> str:
    """Name the state of the static files, so that a browser may keep them for as long as they stay the same."""
    digest = hashlib.sha256()
    for file in sorted(STATIC.iterdir()):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]
