"""
Take the pictures of the desk that are kept in docs/screenshots: python -m tools.desk_screenshots [FOLDER]

Every page at the widths of a phone, a tablet and a desk, in light and dark; with `--all` all of them,
for looking at, else the few that are kept.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser
from tests.desk.browsing import chromium
from tests.desk.browsing import served

import janadesh
from janadesh.desk.app import create_app

ELECTION = "/elections/in-jk-2024"
PAGES = {
    "home": "/",
    "election": ELECTION,
    "before-the-count": f"{ELECTION}?as_of=2024-08-28",
    "part-of-a-house": "/elections/in-ls-2024",
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
    "people": "/people",
    "hindi": f"{ELECTION}?lang=hi",
    "sources": f"{ELECTION}/sources",
    "ledger": "/ledger",
    "numbers": "/about-the-numbers",
    "card": "/embed/elections/in-jk-2024",
    "form": "/check",
    "checked": "/check?example=1",
    "not-found": f"{ELECTION}/constituencies/Budgm",
}
WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
KEPT = (
    ("election", 1440, "light"),
    ("election", 1440, "dark"),
    ("election", 360, "light"),
    ("constituency", 1440, "light"),
    ("constituency", 360, "dark"),
    ("checked", 1440, "light"),
    ("checked", 360, "light"),
    ("before-the-count", 768, "light"),
    ("party", 1440, "light"),
    ("person", 360, "dark"),
    ("timeline", 768, "dark"),
    ("compare", 1440, "light"),
    ("share-seats", 1440, "light"),
    ("share-seats", 360, "dark"),
    ("government", 1440, "light"),
    ("government", 360, "dark"),
    ("hindi", 1440, "light"),
)


def main() -> None:
    """Take the pictures."""
    everything = "--all" in sys.argv
    named = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(named[0]) if named else Path("docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [(page, width, scheme) for page in PAGES for width in WIDTHS for scheme in SCHEMES]
    with tempfile.TemporaryDirectory() as place, janadesh.open(Path(place) / "record.sqlite") as record:
        janadesh.load(record, "jk-2024")
        with served(create_app(record)) as address, chromium() as browser:
            for page, width, scheme in wanted if everything else KEPT:
                take(browser, address, page, width, scheme, folder)


def take(browser: Browser, address: str, page: str, width: int, scheme: str, folder: Path) -> None:
    """Take one picture of what a reader sees first, as tall as two phones or one desk."""
    height = 1400 if width < 700 else 1100
    tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    tab.goto(address + PAGES[page])
    if page == "checked":
        tab.get_by_role("button", name="Check it").click()
        tab.wait_for_load_state()
    tab.screenshot(path=folder / f"{page}-{width}-{scheme}.png")
    tab.close()


if __name__ == "__main__":
    main()
