"""What was drawn, written as the files of one site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import partial
from urllib.parse import quote
from urllib.parse import urlencode
from urllib.parse import urlsplit

from janadesh.desk.as_of import AsOf
from janadesh.desk.days import moment_text
from janadesh.desk.language import ENGLISH
from janadesh.desk.language import LANGUAGES
from janadesh.desk.language import texts_in
from janadesh.desk.publishing.addresses import Address
from janadesh.desk.publishing.addresses import Wanted
from janadesh.desk.publishing.addresses import relative
from janadesh.desk.publishing.drawn import Drawn
from janadesh.desk.publishing.folder import Folder
from janadesh.desk.publishing.rewriting import Rewriting
from janadesh.desk.publishing.site_files import robots
from janadesh.desk.publishing.site_files import sitemaps
from janadesh.desk.publishing.walk import Walked
from janadesh.errors import RecordUnusable

NOT_FOUND = "/no-such-page"
"""An address of the desk at which there is nothing: what it answers is what a host shows in such a place."""
NOT_FOUND_FILE = "404.html"
_INDEX = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """
    A walk's answers and what they are written with.

    `base` is the full address of the folder, ending in a slash; None where no host is known.
    """

    walked: Walked
    drawn: Drawn
    wanted: Wanted
    moment: AsOf
    base: str | None
    versions: dict[str, str] = field(default_factory=dict)
    """The beginning of the hash of each file that is no page, by which pages name it."""

    def names(self) -> list[str]:
        """Name every file that is going to be written."""
        names = [*self.walked.files.values(), NOT_FOUND_FILE, "robots.txt"]
        if self.base:
            names += [name for name, _ in sitemaps(self.base, [("", "")] * len(self._listed()))]
        return names

    def write(self, folder: Folder) -> None:
        """
        Write all files: first what pages refer to, then the pages.

        Raises: NotWritten.
        """
        for address in self.walked.others:
            file = self.walked.files[address]
            content = self._body(address)
            if address.is_data and file.endswith(".json"):
                content = _as_it_was(folder.content(file), content)
            self.versions[file] = folder.put(file, content).sha256[:12]
        rewritings = {language: self._rewriting(language) for language in LANGUAGES}
        changed: dict[Address, str] = {}
        for address in self.walked.pages:
            file = self.walked.files[address]
            rewriting = rewritings[dict(address.chosen).get("lang", ENGLISH)]
            on = address.asked(self.wanted.as_of)
            link_to = partial(self._link, on=on, file=file)
            page = rewriting.rewritten(self._body(address), link_to, self._full(file))
            changed[address] = folder.put(file, page).changed
        self._write_site_files(folder, rewritings[ENGLISH], changed)

    def _write_site_files(self, folder: Folder, rewriting: Rewriting, changed: Mapping[Address, str]) -> None:
        folder.put(NOT_FOUND_FILE, rewriting.rewritten(self._body(Address(NOT_FOUND)), self._from_anywhere, None))
        folder.put("robots.txt", robots(self.base))
        if self.base:
            pages = [(self._full(self.walked.files[address]) or "", changed[address]) for address in self._listed()]
            for name, content in sitemaps(self.base, pages):
                folder.put(name, content)

    def _listed(self) -> list[Address]:
        """Give the pages that a search engine shall find: cards are parts of other sites."""
        return [address for address in self.walked.pages if not address.path.startswith("/embed/")]

    def _body(self, address: Address) -> bytes:
        answer = self.drawn.find(address.asked(self.wanted.as_of))
        if answer is None:
            raise RecordUnusable(f"What was drawn of {address.path} is gone from the disk. Publish again.")
        return answer.body

    def _link(self, link: str, on: str, file: str) -> str | None:
        """Write one of the desk's links as it stands in a published file."""
        address = self.wanted.address(link, on)
        target = None if address is None else self.walked.file_of(address)
        if address is None or target is None:
            return None
        return relative(target, file) + self._after(address, target)

    def _from_anywhere(self, link: str) -> str | None:
        """Write a link that is right in whatever folder the page is shown: from the root of the host."""
        below = self._link(link, "/", NOT_FOUND_FILE)
        return below if below is None or self.base is None else urlsplit(self.base).path + below

    def _whole(self, link: str) -> str | None:
        """Write the full address of what one of the desk's links leads to."""
        address = self.wanted.address(link, "/")
        target = None if address is None else self.walked.file_of(address)
        if address is None or target is None or self.base is None:
            return None
        return f"{self._full(target)}{self._after(address, target)}"

    def _full(self, file: str) -> str | None:
        # a host shows a page at its folder
        shown = file.removesuffix(_INDEX) if file.endswith(_INDEX) else file
        return None if self.base is None else self.base + quote(shown, safe="/=,@+")

    def _after(self, address: Address, target: str) -> str:
        query = f"?v={self.versions[target]}" if target in self.versions and not address.is_data else ""
        if address.arranged:
            query = f"?{urlencode(address.arranged)}"
        return query + (f"#{address.part}" if address.part else "")

    def _rewriting(self, language: str) -> Rewriting:
        texts = texts_in(language)
        if self.moment.is_now:
            moment = texts.gettext("As known when this copy was published. The desk itself can go back to any moment.")
        else:
            known = texts.gettext("As known on %(moment)s. This is a published copy: the desk can go to other moments.")
            moment = known % {"moment": moment_text(texts, self.moment)}
        needs_desk = texts.gettext("This part works on the desk itself, not in a published copy.")
        return Rewriting(moment=moment, needs_desk=needs_desk, whole=self._whole)


def _as_it_was(old: bytes | None, new: bytes) -> bytes:
    """Give the old answer where its data are the same: that something else was loaded since makes it no other."""
    try:
        held, now = json.loads(old or b"null"), json.loads(new)
        is_same = all(held[name] == now[name] for name in ("as_of", "page", "data"))
    except (ValueError, TypeError, KeyError):
        return new
    return old if old is not None and is_same else new
