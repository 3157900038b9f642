"""
Checked articles as one HTML file that stands alone: text marked, each mark leading to its evidence.

The page has no script and asks nobody for anything: its style is inside it, and its own policy forbids
the rest. Every text is escaped. A verdict is told by a shape and a word; its colour only helps.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment
from jinja2 import PackageLoader
from jinja2 import StrictUndefined
from jinja2 import Template
from markupsafe import Markup

from janadesh.export.checked_article import MEANINGS
from janadesh.export.checked_article import Checked
from janadesh.export.checked_article import anchor
from janadesh.export.figures import day_in_words
from janadesh.export.links import web_address

_TEMPLATES = Path(__file__).parent / "templates"


def checked_page(articles: Sequence[Checked], time_zone: str = "UTC") -> str:
    """
    Draw checked articles, one after the other, as a whole HTML document.

    Claims that overlap are drawn as the shortest that covers the words; the mark of each stands where it
    ends. A claim's anchor is that of `anchor`.

    Args:
        articles: the checked articles, in order.
        time_zone: IANA name; days when something was known are days of this zone.
    """
    zone = ZoneInfo(time_zone)

    def there(instant: dt.datetime) -> dt.date:
        return instant.astimezone(zone).date()

    style = Markup((_TEMPLATES / "checked.css").read_text(encoding="utf-8"))  # noqa: S704 - the package's own file
    return _page().render(articles=articles, anchor=anchor, meanings=MEANINGS, style=style, there=there)


@cache
def _page() -> Template:
    environment = Environment(
        loader=PackageLoader("janadesh.export", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"day": day_in_words, "web_address": web_address}
    return environment.get_template("checked.html")
