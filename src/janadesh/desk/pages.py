"""Drawing a page from its template: figures, days and names are written here, and every text is escaped."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from jinja2 import Environment
from jinja2 import PackageLoader
from jinja2 import StrictUndefined
from starlette.responses import HTMLResponse

from janadesh import __version__
from janadesh.desk.as_of import AsOf
from janadesh.desk.days import day_text
from janadesh.desk.days import moment_text
from janadesh.desk.days import month_text
from janadesh.desk.language import LANGUAGES
from janadesh.desk.language import texts_in
from janadesh.desk.links import Links
from janadesh.export.figures import grouped
from janadesh.export.figures import ordinal
from janadesh.export.figures import percent
from janadesh.names.spelling import spelling_key

STATIC = Path(__file__).parent / "static"


class Pages:
    """The templates, made ready once for each language."""

    def __init__(self, colours_version: Callable[[], str]) -> None:
        """Make the templates ready; `colours_version` names the state of the party colours."""
        self._colours_version = colours_version
        self._texts = {language: texts_in(language) for language in LANGUAGES}
        self._templates = {language: _templates(texts) for language, texts in self._texts.items()}

    def texts(self, as_of: AsOf) -> NullTranslations:
        """Give the catalogue of the language that a page is asked for in."""
        return self._texts[as_of.language]

    def draw(self, name: str, as_of: AsOf, *, status: int = 200, here: str = "", **values: Any) -> HTMLResponse:
        """
        Draw a page.

        Args:
            name: the template's file name.
            as_of: the moment and the language; both are carried through the page's links.
            status: the HTTP status.
            here: which of the pages in the masthead this is.
            values: what the template writes.
        """
        shell: dict[str, Any] = {
            "links": Links(as_of.asked, as_of.lang),
            "here": here,
            "colours_version": self._colours_version(),
            "languages": [
                (language, own, f"?{urlencode({**dict(as_of.query), 'lang': language})}")
                for language, own in LANGUAGES.items()
            ],
        }
        text = self._templates[as_of.language].get_template(name).render(as_of=as_of, **shell, **values)
        return HTMLResponse(text, status_code=status)


def _templates(texts: NullTranslations) -> Environment:
    templates = Environment(
        loader=PackageLoader("janadesh.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    templates.policies["ext.i18n.trimmed"] = True
    # newstyle: values put into a text are escaped as those outside of it are
    templates.install_gettext_translations(texts, newstyle=True)  # type: ignore[attr-defined]
    templates.filters |= {
        "day": partial(day_text, texts),
        "month": partial(month_text, texts),
        "moment": partial(moment_text, texts),
        "grouped": grouped,
        "ordinal": ordinal,
        "percent": percent,
        "spelled": spelling_key,
        "there": _day_there,
    }
    templates.globals |= {"static_version": static_version(), "janadesh_version": __version__}
    return templates


def _day_there(instant: dt.datetime, as_of: AsOf) -> dt.date:
    """Give an instant's day where the election is held."""
    return instant.astimezone(ZoneInfo(as_of.time_zone)).date()


def static_version() -> str:
    """Name the state of the static files, so that a browser may keep them for as long as they stay the same."""
    digest = hashlib.sha256()
    for file in sorted(STATIC.iterdir()):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]
