"""Publishing the desk: walk it, rewrite its pages, and write what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from urllib.parse import urlencode
from urllib.parse import urlsplit

from janadesh import __version__
from janadesh.analysis.elections import elections
from janadesh.analysis.found import the_election
from janadesh.desk.app import create_app
from janadesh.desk.as_of import read_as_of
from janadesh.desk.pages import static_version
from janadesh.desk.publishing.addresses import HOST
from janadesh.desk.publishing.addresses import Wanted
from janadesh.desk.publishing.drawn import Drawn
from janadesh.desk.publishing.folder import OWN
from janadesh.desk.publishing.folder import Counts
from janadesh.desk.publishing.folder import Folder
from janadesh.desk.publishing.read_once import ReadOnce
from janadesh.desk.publishing.site import NOT_FOUND
from janadesh.desk.publishing.site import Site
from janadesh.desk.publishing.walk import Tell
from janadesh.desk.publishing.walk import walk
from janadesh.desk.remembered import Remembered
from janadesh.errors import Impossible
from janadesh.record.book import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    What is asked for: which elections (none is all), the full address of the folder where it is served, the moment.

    Without an address there are no pictures for other sites, no codes of cards and no sitemap, which all need one.
    """

    elections: tuple[str, ...] = ()
    base_url: str | None = None
    as_of: str | None = None


class Publisher:
    """Publishes one record's desk into a folder, again and again."""

    def __init__(self, record: Record, folder: Path, asked: Asked) -> None:
        """
        Make the desk ready; nothing is written yet.

        Raises: NotInRecord, for an election; UnreadableMoment; Impossible, where the address is none.
        """
        self._record = ReadOnce(record)
        self._folder = folder
        self._base = None if asked.base_url is None else base_of(asked.base_url)
        self._moment = read_as_of(record, {"as_of": asked.as_of or ""})
        held = [the_election(record, name, self._moment.moment).id for name in asked.elections]
        self._wanted = Wanted(frozenset(held) or None, self._moment.asked, self._base is not None)
        self._remembered = Remembered(self._record)
        self._app = create_app(self._record, hosts=[HOST])

    def state(self) -> str:
        """Look at the record anew, and name the state of what would be published; the same makes the same files."""
        self._record.renew()
        now = read_as_of(self._record, {"as_of": self._moment.asked or ""})
        entry, passed = self._remembered.state(now.moment)
        # whether a count is to come depends on the day, too
        parts = (__version__, static_version(), entry, str(passed), self._moment.asked or "", now.date.isoformat())
        return "\n".join(parts)

    def publish(self, tell: Tell) -> Counts:
        """
        Draw everything, and write what differs from what the folder has.

        Raises: NotWritten; RecordUnusable.
        """
        folder = Folder(self._folder, dt.datetime.now(dt.UTC))
        drawn = Drawn(self._folder / OWN / "drawn", self.state())
        walked = walk(self._app, self._wanted, drawn, self._starts(), tell)
        site = Site(walked=walked, drawn=drawn, wanted=self._wanted, moment=self._moment, base=self._base)
        folder.begin(site.names())
        site.write(folder)
        folder.end()
        drawn.forget()
        return folder.counts

    def _starts(self) -> Sequence[str]:
        held = self._wanted.elections
        listed = elections(self._record, self._moment.moment)["id"].to_list()
        moment = {"as_of": self._moment.asked} if self._moment.asked else {}
        pages = [f"/elections/{quote(each, safe='')}" for each in listed if held is None or each in held]
        return [f"{page}?{urlencode(moment)}" for page in (*pages, "/", NOT_FOUND)]


def base_of(address: str) -> str:
    """
    Read the full address of a folder; it ends in a slash.

    Raises: Impossible, where it is no address of a web page.
    """
    told = urlsplit(address)
    if told.scheme not in {"http", "https"} or not told.hostname or told.query or told.fragment:
        raise Impossible(f"{address!r} is no address of a folder on the web, like https://results.example/2024/.")
    return address.rstrip("/") + "/"
