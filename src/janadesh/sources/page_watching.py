"""Looking for what is new among result pages: on a site from page to page, or in a folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag
from urllib.parse import urljoin

from lxml import etree
from lxml import html

from janadesh.errors import Fault
from janadesh.sources import eci_page_names as names
from janadesh.sources.eci_page import Page
from janadesh.sources.eci_page import read_page
from janadesh.sources.eci_page_tree import UnreadablePage
from janadesh.sources.page_fetching import Fetching
from janadesh.sources.page_fetching import Tags
from janadesh.sources.page_memory import Seen

MOST_PAGES = 20_000
CLOCK_AHEAD = dt.timedelta(minutes=15)
"""A page's clock may be so far ahead of ours."""
_SUFFIXES = frozenset({".htm", ".html", ".json"})
_NEXT_TIME = "Nothing is taken from it; it is looked at again in the next round."


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """
    A page that is another than when it was last taken in, or that could not be had.

    - `content`: None where it could not be had; then `fault` says why.
    - `seen`: what is to be remembered once it is taken in.
    - `is_earlier`: whether it is what the page was before it changed.
    - `is_result`: whether it is a result page by its name, and not one that only links to such.
    """

    name: str
    content: bytes | None
    seen: Seen
    fault: Fault | None = None
    is_earlier: bool = False
    is_result: bool = True


def on_site(fetching: Fetching, begin: Iterable[str], memory: Mapping[str, Seen]) -> Iterator[Found]:
    """
    Go through a site's result pages, from some addresses along their links within the same folder.

    Args:
        fetching: fetches them.
        begin: result pages, or pages that link to such.
        memory: pages as they were last taken in.
    """
    waiting = list(dict.fromkeys(begin))
    known = set(waiting)
    for address in waiting:
        had = memory.get(address, Seen())
        fetched = fetching.page(address, had.tags)
        links = had.links
        if fetched.fault is not None:
            yield Found(name=address, content=None, seen=had, fault=fetched.fault)
        elif fetched.content is not None:
            links = _links(address, fetched.content)
            yield from _if_new(address, fetched.content, had, fetched.tags, links)
        for link in links:
            if link not in known and len(known) < MOST_PAGES:
                known.add(link)
                waiting.append(link)


def in_folder(folder: Path, memory: Mapping[str, Seen]) -> Iterator[Found]:
    """Go through the result pages that lie in a folder and its folders."""
    for file in sorted(file for file in folder.rglob("*") if file.suffix.lower() in _SUFFIXES and file.is_file()):
        name = file.relative_to(folder).as_posix()
        yield from _if_new(name, file.read_bytes(), memory.get(name, Seen()), Tags(), ())


def read_whole(found: Found, now: dt.datetime, within: str = "") -> Page | Fault:
    """
    Read a page that was found, if it is whole, is a result page, and is of its time.

    Args:
        found: the page, with its content.
        now: the time; a page's clock may not be far ahead of it.
        within: folders above its name, which may tell the election.

    Returns: the page, or what is wrong with it.
    """
    content = found.content or b""
    if not content.strip():
        return Fault(file=found.name, problem="the page is empty", cure=_NEXT_TIME)
    if not found.name.lower().endswith(".json") and b"</html>" not in content[-2000:].lower():
        return Fault(file=found.name, problem="the page is cut off before its end", cure=_NEXT_TIME)
    try:
        page = read_page(found.name, content, f"{within}/{found.name}" if within else found.name)
    except UnreadablePage as error:
        return error.fault
    if page.updated is not None and page.updated > now + CLOCK_AHEAD:
        problem = f"the page says that it was updated at {page.updated:%Y-%m-%d %H:%M}, which is yet to come"
        return Fault(file=found.name, problem=problem, cure=_NEXT_TIME)
    if page.updated is not None and found.is_earlier:
        problem = f"it is again what it was at {page.updated:%Y-%m-%d %H:%M}, before it was updated: a stale copy"
        return Fault(file=found.name, problem=problem, cure=_NEXT_TIME)
    return page


def _if_new(name: str, content: bytes, had: Seen, tags: Tags, links: tuple[str, ...]) -> Iterator[Found]:
    if not had.is_last(content):
        yield Found(
            name=name,
            content=content,
            seen=had.after(content, tags, links),
            is_earlier=had.is_earlier(content),
            is_result=names.page_name(name).kind is not None,
        )


def _links(address: str, content: bytes) -> tuple[str, ...]:
    """List the result pages of the same folder that a page links to."""
    try:
        tree = html.document_fromstring(content)
    except (etree.ParserError, ValueError):
        return ()
    folder = urljoin(address, ".")
    links = (urldefrag(urljoin(address, str(link))).url for link in tree.xpath("//a/@href"))
    return tuple(dict.fromkeys(link for link in links if link.startswith(folder) and names.page_name(link).kind))
