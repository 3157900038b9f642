"""
The languages that the desk speaks, and the one that a page is asked for in.

A page's address says its language (`?lang=hi`), as it says its moment. Where it does not, the browser's
Accept-Language decides (RFC 9110, section 12.5.4), and what it decides is written into the address at the door, so
that everything behind it has one place to look: links, answers kept, and parts of a page asked for again.
"""

from __future__ import annotations

from collections.abc import Mapping
from gettext import NullTranslations
from gettext import translation
from pathlib import Path
from urllib.parse import parse_qsl

from markupsafe import Markup
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from janadesh.desk.api.app_path import PATH

LANGUAGES: Mapping[str, str] = {"en": "English", "hi": "हिन्दी"}
"""Each language's tag (BCP 47), and its name in itself. The first is that of the templates."""

ENGLISH = "en"
CATALOGUES = Path(__file__).parent / "locale"

_WITHOUT_LANGUAGE = (f"{PATH}/", "/static/", "/live/", "/og/", "/colours.css")
"""Where nothing is told in a reader's language; the reference of the interface for programs is in English."""


def texts_in(language: str) -> NullTranslations:
    """Give the catalogue of a language; that of English gives every text back."""
    if language == ENGLISH:
        return NullTranslations()
    return translation("desk", CATALOGUES, [language])


def filled(text: str, **values: object) -> Markup:
    """Put values into a text of the catalogue; those that are not marked up already are escaped."""
    # a text of the catalogue is ours, whatever it holds
    return Markup(text) % values if values else Markup(text)  # noqa: S704


def read_lang(query: Mapping[str, str]) -> str | None:
    """Read `lang`, None where it is missing or is no language of the desk."""
    asked = query.get("lang", "").strip().lower()
    return asked if asked in LANGUAGES else None


def best_language(accepted: str) -> str:
    """Choose a language by an Accept-Language header; English where it wants none of them."""
    # the most wanted come first; `en-GB` is content with `en`
    wanted = (
        tag.partition("-")[0].lower() for tag, quality in parse_accept_header(accepted, LanguageAccept) if quality
    )
    return next((tag for tag in wanted if tag in LANGUAGES), ENGLISH)


class ChosenLanguage:
    """ASGI middleware that sees to it that a page's address says its language, where that is not English."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and tell caches what its answer depends on."""
        if scope["type"] != "http" or scope["path"].startswith(_WITHOUT_LANGUAGE):
            await self._app(scope, receive, send)
            return
        query = scope["query_string"]
        asked = read_lang(dict(parse_qsl(query.decode("latin-1"))))
        language = asked or best_language(MutableHeaders(scope=scope).get("accept-language", ""))
        if asked is None and language != ENGLISH:
            scope["query_string"] = query + (b"&" if query else b"") + f"lang={language}".encode()

        async def send_with_language(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Accept-Language")
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("Content-Language", language)
            await send(message)

        await self._app(scope, receive, send_with_language)
