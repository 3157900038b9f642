"""Walking the desk from link to link, within this process: what is drawn is what a browser would be sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field

import httpx
from lxml import html
from starlette.types import ASGIApp

from janadesh.desk.publishing.addresses import ON_DESK
from janadesh.desk.publishing.addresses import ORIGIN
from janadesh.desk.publishing.addresses import Address
from janadesh.desk.publishing.addresses import Wanted
from janadesh.desk.publishing.drawn import Answer
from janadesh.desk.publishing.drawn import Drawn
from janadesh.errors import RecordUnusable

AT_ONCE = 4
"""How many pages are drawn at the same time; two threads keep two cores busy while the disk is waited for."""
MOST_TURNS = 5

Tell = Callable[[int, int], None]
"""Is told how many addresses were drawn, and of how many that are known by then."""


@dataclass(slots=True)
class Walked:
    """
    What a walk found: the file of each address that was answered, and where redirections lead.

    `pages` are the addresses of pages, `others` those of everything else, in the order in which they were met.
    """

    files: dict[Address, str] = field(default_factory=dict)
    leads: dict[Address, Address | None] = field(default_factory=dict)
    pages: list[Address] = field(default_factory=list)
    others: list[Address] = field(default_factory=list)

    def file_of(self, address: Address) -> str | None:
        """Give the file that an address leads to, None where it leads to nothing that is published."""
        met: Address | None = address.whole
        for _ in range(MOST_TURNS):
            if met is None or met in self.files:
                break
            met = self.leads.get(met)
        return None if met is None else self.files.get(met)


def walk(app: ASGIApp, wanted: Wanted, drawn: Drawn, starts: Iterable[str], tell: Tell) -> Walked:
    """
    Draw everything that is wanted and can be reached from some addresses.

    Raises: RecordUnusable, where a page cannot be drawn.
    """
    return asyncio.run(_walk(app, wanted, drawn, starts, tell))


async def _walk(app: ASGIApp, wanted: Wanted, drawn: Drawn, starts: Iterable[str], tell: Tell) -> Walked:
    walked = Walked()
    begun = [address.whole for start in starts if (address := wanted.address(start, "/"))]
    waiting = [each for address in begun for each in address.in_every_language()]
    met = set(waiting)
    done = 0
    transport = httpx.ASGITransport(app)
    headers = {"Accept-Encoding": "identity"}
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers) as client:
        while done < len(waiting):
            batch = waiting[done : done + AT_ONCE]
            answers = await asyncio.gather(*(_ask(client, drawn, wanted, address) for address in batch))
            for address, answer in zip(batch, answers, strict=True):
                for found in _take(walked, wanted, address, answer):
                    # what a page says is still at hand when its other languages are drawn
                    new = [each for each in found.in_every_language() if each not in met]
                    met.update(new)
                    waiting += new
            done += len(batch)
            tell(done, len(waiting))
    return walked


async def _ask(client: httpx.AsyncClient, drawn: Drawn, wanted: Wanted, address: Address) -> Answer:
    asked = address.asked(wanted.as_of)
    kept = drawn.find(asked)
    if kept is not None:
        return kept
    told = await client.get(asked)
    media_type = told.headers.get("content-type", "").partition(";")[0]
    answer = Answer(told.status_code, media_type, told.headers.get("location", ""), told.content)
    if answer.status >= 500:
        raise RecordUnusable(f"{asked} cannot be drawn: the desk answers with status {answer.status}.")
    drawn.keep(asked, answer)
    return answer


def _take(walked: Walked, wanted: Wanted, address: Address, answer: Answer) -> Iterator[Address]:
    on = address.asked(wanted.as_of)
    if 300 <= answer.status < 400:
        target = wanted.address(answer.location, on)
        walked.leads[address] = target and target.whole
        if target:
            yield target.whole
        return
    if answer.status != 200:
        walked.leads[address] = None
        return
    walked.files[address] = address.file(answer.media_type)
    if answer.media_type != "text/html":
        walked.others.append(address)
        return
    walked.pages.append(address)
    for link in links_on(html.document_fromstring(answer.body)):
        found = wanted.address(link, on)
        if found is not None:
            yield found.whole


def links_on(page: html.HtmlElement) -> Iterator[str]:
    """Give every address on a page that a reader or a browser follows, pictures for other sites among them."""
    for element, attribute, link, _ in page.iterlinks():
        if attribute != "action" and element.tag != "form":
            yield link
    yield from page.xpath('//meta[@property="og:image"]/@content')
    for code in page.iter("textarea"):
        # a card's code, as text that another site pastes
        yield from ON_DESK.findall(code.text or "")
