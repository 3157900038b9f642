"""Drawing a page from its template: figures, days and names are written here, and every text is escaped."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from jinja2 import Environment
from jinja2 import PackageLoader
from jinja2 import StrictUndefined
from starlette.responses import HTMLResponse

from janadesh import __version__
from janadesh.desk.as_of import AsOf
from janadesh.desk.blocks import block_name
from janadesh.desk.blocks import block_short
from janadesh.desk.days import day_text
from janadesh.desk.days import moment_text
from janadesh.desk.days import month_text
from janadesh.desk.drawn_once import drawn_once
from janadesh.desk.headline import Headline
from janadesh.desk.headline import Headlines
from janadesh.desk.language import LANGUAGES
from janadesh.desk.language import texts_in
from janadesh.desk.links import Links
from janadesh.desk.names_shown import Names
from janadesh.desk.names_shown import Naming
from janadesh.desk.result_texts import ended_text
from janadesh.desk.result_texts import ordinal_text
from janadesh.desk.result_texts import result_line
from janadesh.desk.result_texts import result_text
from janadesh.desk.result_texts import seat_title
from janadesh.desk.statement_words import statements_of
from janadesh.desk.template_code import SharedCode
from janadesh.desk.words import word
from janadesh.desk.words import words_in
from janadesh.export.figures import grouped
from janadesh.export.figures import percent
from janadesh.names.casing import in_title_case
from janadesh.names.shown import steady
from janadesh.names.spelling import spelling_key

if TYPE_CHECKING:
    from janadesh.desk.election_facts import ElectionFacts

STATIC = Path(__file__).parent / "static"


class Pages:
    """The templates, made ready once for each language."""

    def __init__(self, colours_version: Callable[[], str], names: Callable[[str], Names] = lambda _: {}) -> None:
        """Make the templates ready; `colours_version` names the record's state, `names` gives those in a language."""
        self._colours_version = colours_version
        self._texts = {language: texts_in(language) for language in LANGUAGES}
        self._naming = {language: Naming(language, names) for language in LANGUAGES}
        code = SharedCode()
        self._templates = {
            language: _templates(texts, self._naming[language], code) for language, texts in self._texts.items()
        }

    def make_ready(self) -> None:
        """Compile every template, which else the first page of its kind waits for. May be called from any thread."""
        for templates in self._templates.values():
            for name in templates.list_templates():
                templates.get_template(name)

    def texts(self, as_of: AsOf) -> NullTranslations:
        """Give the catalogue of the language that a page is asked for in."""
        return self._texts[as_of.language]

    def naming(self, as_of: AsOf) -> Naming:
        """Give the names of that language."""
        naming = self._naming[as_of.language]
        naming.follow(self._colours_version())
        return naming

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
        state = self._colours_version()
        self._naming[as_of.language].follow(state)
        shell: dict[str, Any] = {
            "links": Links(as_of.asked, as_of.lang),
            "here": here,
            "picture": "",
            "colours_version": state,
            "languages": [
                (language, own, f"?{urlencode({**dict(as_of.query), 'lang': language})}")
                for language, own in LANGUAGES.items()
            ],
        }
        text = self._templates[as_of.language].get_template(name).render(as_of=as_of, **(shell | values))
        return HTMLResponse(steady(text), status_code=status)


def _templates(texts: NullTranslations, naming: Naming, code: SharedCode) -> Environment:
    templates = Environment(
        loader=PackageLoader("janadesh.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=code,
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
        "percent": percent,
        "spelled": spelling_key,
        "there": _day_there,
        "word": partial(word, words_in(texts)),
        "as_written": naming.as_written,
        # as filters too, which cost less where a page names hundreds
        "named": lambda name, noun, of: naming.named(noun, of, name),
        "short_named": lambda name, noun, of: naming.short_named(noun, of, name),
        "seat_title": partial(seat_title, texts, naming),
        "block_name": partial(block_name, texts, naming),
        "block_short": partial(block_short, texts, naming),
        "statements_of": partial(statements_of, texts),
        "ended": partial(ended_text, texts),
        "ordinal": partial(ordinal_text, texts),
        "cased": in_title_case,
    }
    templates.globals |= {
        "static_version": static_version(),
        "janadesh_version": __version__,
        "drawn_once": drawn_once(naming),
        "named": naming.named,
        "named_plainly": naming.named_plainly,
        "full_named": naming.full_named,
        "lang_mark": naming.lang_mark,
        "short_named": naming.short_named,
        "short_named_plainly": naming.short_named_plainly,
        "headline": partial(_headline_of, Headlines(texts, naming)),
        "result_line": partial(result_line, texts, naming),
        "result_text": partial(result_text, texts, naming),
    }
    return templates


def _day_there(instant: dt.datetime, as_of: AsOf) -> dt.date:
    """Give an instant's day where the election is held."""
    return instant.astimezone(ZoneInfo(as_of.time_zone)).date()


def _headline_of(headlines: Headlines, facts: ElectionFacts) -> Headline:
    return headlines.of(facts.seats, facts.blocks, facts.count_on, facts.today)


def static_version() -> str:
    """Name the state of the static files, so that a browser may keep them for as long as they stay the same."""
    digest = hashlib.sha256()
    for file in sorted(STATIC.iterdir()):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]
