"""
Take the pictures of the desk that docs/gallery.md shows: python -m tools.desk_screenshots [FOLDER] [--count RECORD]

`--count` names a record into which the count of 4 June 2024 was replayed (docs/tutorial.md says how); without it the
pictures of a running count are left as they are. `--only WORD` takes those whose name has the word, `--all` every page
at every width in both schemes, for looking at.
"""

from __future__ import annotations

import argparse
import importlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser
from tests.desk.browsing import chromium
from tests.desk.browsing import served

import janadesh
from janadesh.desk.app import create_app
from janadesh.sources.article_keeping import keep_article
from janadesh.sources.article_text import text_article

ELECTION = "/elections/in-jk-2024"
COUNT = "/elections/in-ls-2024"
EVENING = "as_of=2024-06-04T16:40"
NIGHT = "as_of=2024-06-04T20:00"

PAGES = {
    "home": "/",
    "election": ELECTION,
    "before-the-count": f"{ELECTION}?as_of=2024-08-28",
    "constituencies": f"{ELECTION}#constituencies",
    "constituency": f"{ELECTION}/constituencies/27",
    "party": "/parties/in-nc",
    "alliance": "/alliances/in-india",
    "person": "/people/omar-abdullah",
    "timeline": f"{ELECTION}/timeline",
    "compare": f"{ELECTION}/compare",
    "compare-moments": f"{ELECTION}/compare?then=2024-08-28",
    "share-seats": f"{ELECTION}/share-seats",
    "government": f"{ELECTION}/government",
    "parties": "/parties",
    "search": "/people?q=abdulla",
    "hindi": f"{ELECTION}?lang=hi",
    "sources": f"{ELECTION}/sources",
    "ledger": "/ledger",
    "numbers": "/about-the-numbers",
    "card": f"/embed{ELECTION}",
    "card-constituency": f"/embed{ELECTION}/constituencies/27",
    "card-votes": f"/embed{ELECTION}/votes",
    "card-map": f"/embed{ELECTION}/map",
    "card-swing": f"/embed{ELECTION}/swing",
    "form": "/check",
    "checked": "/check?example=1",
    "not-found": f"{ELECTION}/constituencies/Budgm",
    "refused": f"{ELECTION}?as_of=yesterdayish",
}
COUNT_PAGES = {
    "count": f"{COUNT}?{EVENING}",
    "count-places": f"{COUNT}?{EVENING}#map",
    "count-map": f"/embed{COUNT}/map?{EVENING}",
    "count-projection": f"{COUNT}/projection?{EVENING}",
    "count-just-in": f"{COUNT}?{EVENING}#just-in",
    "count-constituency": f"{COUNT}/constituencies/in-lok-sabha.2008.S29-10?{NIGHT}",
    "count-course": f"{COUNT}/constituencies/in-lok-sabha.2008.S29-10?{NIGHT}#count",
    "count-hindi": f"{COUNT}?{EVENING}&lang=hi",
}
KEPT_TEXT = (
    "date 2024-08-22 The Assembly polls in Jammu and Kashmir will be held in three phases. The counting of votes will "
    "take place on October 4. The National Conference won both Anantnag-Rajouri and Srinagar in the Lok Sabha election."
)
PICTURE = "/og/elections/in-jk-2024.png"
WIDTHS = (360, 768, 1440, 2560)
SCHEMES = ("light", "dark")
HEIGHTS = {360: 1400, 768: 1000, 794: 1123, 1440: 1100, 2560: 1440}
"""By width: what a reader sees first, as tall as two phones, a sheet of A4, one desk, a wall."""

SHORT = ("card", "count-map", "not-found", "refused", "search")
"""Beginnings of the names of pages that are taken whole, since they end before the window does."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: a page at a width in `light`, `dark` or `print`."""

    page: str
    width: int
    scheme: str

    @property
    def name(self) -> str:
        """What its file is called."""
        return f"{self.page}-{self.width}-{self.scheme}.png"


def _shots(width: int, scheme: str, *pages: str) -> tuple[Shot, ...]:
    return tuple(Shot(page, width, scheme) for page in pages)


KEPT = (
    *_shots(1440, "light", "home", "election", "constituencies", "constituency", "party", "alliance", "compare"),
    *_shots(
        1440,
        "light",
        "share-seats",
        "government",
        "form",
        "checked",
        "article",
        "sources",
        "ledger",
        "numbers",
        "hindi",
    ),
    *_shots(
        1440, "light", "count", "count-projection", "count-just-in", "count-course", "count-places", "compare-moments"
    ),
    *_shots(1440, "dark", "election", "count", "checked", "count-course"),
    *_shots(2560, "light", "election"),
    *_shots(2560, "dark", "count"),
    *_shots(768, "light", "before-the-count", "search", "not-found", "refused", "card", "card-constituency"),
    *_shots(768, "light", "card-votes", "card-map", "card-swing", "count-map"),
    *_shots(768, "dark", "timeline"),
    *_shots(360, "light", "election", "checked", "count", "hindi", "count-projection"),
    *_shots(360, "dark", "constituency", "person", "share-seats", "government", "count-course"),
    *_shots(794, "print", "election", "constituency"),
)


def main() -> None:
    """Take the pictures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=Path("docs/screenshots"))
    asked.add_argument("--count", type=Path)
    asked.add_argument("--only", default="")
    asked.add_argument("--all", action="store_true")
    given = asked.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    pages = [*PAGES, "article", *COUNT_PAGES]
    every = [Shot(page, width, scheme) for page in pages for width in WIDTHS for scheme in SCHEMES]
    wanted = [shot for shot in (every if given.all else KEPT) if given.only in shot.name]
    with chromium() as browser:
        with _bundled() as addresses:
            for shot in wanted:
                if shot.page in addresses:
                    take(browser, addresses[shot.page], shot, given.folder)
            if given.only in PICTURE:
                tab = browser.new_page()
                at = addresses["home"].rstrip("/") + PICTURE
                (given.folder / "picture-of-a-page.png").write_bytes(tab.request.get(at).body())
                reduce(given.folder / "picture-of-a-page.png")
                tab.close()
        if given.count:
            with _copied(given.count) as addresses:
                for shot in wanted:
                    if shot.page in addresses:
                        take(browser, addresses[shot.page], shot, given.folder)


@contextmanager
def _bundled() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as place, janadesh.open(Path(place) / "record.sqlite") as record:
        janadesh.load(record, "jk-2024")
        janadesh.load(record, "india")
        kept = keep_article(record, text_article(KEPT_TEXT, "an example", title="Count set for October"), "The Daily")
        with served(create_app(record)) as address:
            yield {page: address + path for page, path in PAGES.items()} | {"article": f"{address}/articles/{kept.id}"}


@contextmanager
def _copied(held: Path) -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as place:
        copy = shutil.copy(held, Path(place) / "record.sqlite")
        with janadesh.open(copy) as record, served(create_app(record)) as address:
            yield {page: address + path for page, path in COUNT_PAGES.items()}


def take(browser: Browser, address: str, shot: Shot, folder: Path) -> None:
    """Take one picture of what a reader sees first, or of the part that the address names."""
    scheme = "light" if shot.scheme == "print" else shot.scheme
    is_short = shot.page.startswith(SHORT)
    size = {"width": shot.width, "height": 240 if is_short else HEIGHTS[shot.width]}
    tab = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    tab.set_default_timeout(120_000)
    tab.goto(address)
    if shot.page == "checked":
        tab.get_by_role("button", name="Check it").click()
        tab.wait_for_load_state()
    if shot.scheme == "print":
        tab.emulate_media(media="print")
    tab.screenshot(path=folder / shot.name, full_page=is_short)
    tab.close()
    reduce(folder / shot.name)
    print(shot.name, flush=True)


def reduce(file: Path) -> None:
    """Write a picture with 256 colours, which halves it, where Pillow is installed."""
    try:
        image = importlib.import_module("PIL.Image")
    except ImportError:
        return
    image.open(file).convert("RGB").quantize(256, dither=0).save(file, optimize=True)


if __name__ == "__main__":
    main()
