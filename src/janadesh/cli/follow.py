"""`janadesh follow`: follow a count on official result pages as they change."""

from __future__ import annotations

import datetime as dt
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.options import AlertKindsOption
from janadesh.cli.options import AlertsOption
from janadesh.cli.options import RecordOption
from janadesh.cli.talk import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator

    from janadesh.cli.alert_sending import Sending
    from janadesh.count.following import Followed
    from janadesh.count.replaying import Update
    from janadesh.errors import Fault
    from janadesh.record.book import Record
    from janadesh.sources.page_memory import Seen
    from janadesh.sources.page_watching import Found

EXAMPLES = (
    "janadesh follow https://results.eci.gov.in/AcResultGenOct2024/statewiseU081.htm",
    "janadesh follow saved-pages/ --every 5             # a folder that another program saves pages in",
    "janadesh follow URL --agent 'The Daily News (desk@example.org)' --on lead-change,declared,alarm",
)
_INTERRUPTED = 130
_SECONDS_TO_ANSWER = 30
_JITTER = 0.1


def follow(
    where: Annotated[
        list[str], typer.Argument(metavar="URL-or-FOLDER", help="Result pages, pages that link to such, or a folder.")
    ],
    every: Annotated[float, typer.Option("--every", min=0, help="Seconds between two rounds, at least.")] = 30.0,
    gap: Annotated[float, typer.Option("--gap", min=0, help="Seconds between two requests, at least.")] = 1.0,
    agent: Annotated[
        str | None, typer.Option("--agent", metavar="WHO", help="The user agent: say who you are, with an address.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Go round once, and end.")] = False,  # noqa: FBT002 - a flag
    on: AlertKindsOption = None,
    alerts: AlertsOption = None,
    memory: Annotated[
        Path | None,
        typer.Option("--memory", metavar="FILE", help="Where what the site said of its pages is kept between runs."),
    ] = None,
    record: RecordOption = None,
) -> None:
    """
    Follow a count on official result pages, politely, from page to page and round after round.

    A page is asked for only if it has changed. One that is an error, empty, cut off, of another layout or an old copy
    is set aside and told, and is never taken for zeros. Stop with Ctrl-C at any time and run it again to go on.
    """
    from janadesh.cli.alert_sending import kinds_asked
    from janadesh.cli.alert_sending import sending_to
    from janadesh.cli.records import opened

    kinds = kinds_asked(on)
    send = sending_to(alerts)
    with opened(record, create=True) as book:
        look, within = _looking(where, gap, agent)
        kept_in = memory or _beside(book)
        following = _Following(book, kept_in, within, kinds, send)
        try:
            while True:
                following.go_round(look)
                if once:
                    return
                time.sleep(every * (1 + random.uniform(0, _JITTER)))  # noqa: S311 - spreads requests
        except KeyboardInterrupt:
            say("Stopped. Run the same command again to go on.")
            raise typer.Exit(_INTERRUPTED) from None


def _looking(
    where: list[str], gap: float, agent: str | None
) -> tuple[Callable[[dict[str, Seen]], Iterator[Found]], str]:
    """Give what looks for new pages, and the folders above their names."""
    import httpx

    from janadesh import __version__
    from janadesh.sources.page_fetching import Fetching
    from janadesh.sources.page_watching import in_folder
    from janadesh.sources.page_watching import on_site

    addresses = [place for place in where if place.startswith(("http://", "https://"))]
    folders = [Path(place).expanduser() for place in where if place not in addresses]
    missing = next((folder for folder in folders if not folder.is_dir()), None)
    if missing is not None or (folders and (addresses or len(folders) > 1)):
        problem = f"{missing} is no folder and no address" if missing else "give addresses, or one folder"
        raise typer.BadParameter(problem, param_hint="URL-or-FOLDER")
    if folders:
        return lambda seen: in_folder(folders[0], seen), folders[0].resolve().as_posix()
    client = httpx.Client(timeout=_SECONDS_TO_ANSWER)
    fetching = Fetching(client, agent or f"Janadesh/{__version__} (follows a count)", gap=gap)
    return lambda seen: on_site(fetching, addresses, seen), ""


def _beside(book: Record) -> Path:
    """Name the file of what is remembered: beside a record in a file, else in this user's folder of state."""
    import platformdirs

    from janadesh.record.connecting import file_of

    file = file_of(book.engine.url)
    if file is not None:
        return file.with_name(file.name + ".followed.json")
    return platformdirs.user_state_path("janadesh", ensure_exists=True) / "followed.json"


class _Following:
    """A count that is being followed: what was taken in, and what was said of the pages set aside."""

    def __init__(self, book: Record, kept_in: Path, within: str, kinds: frozenset[str], send: Sending) -> None:
        from janadesh.count.following import nothing_followed
        from janadesh.sources.page_memory import remembered

        self._book, self._kept_in, self._within = book, kept_in, within
        self._kinds, self._send = kinds, send
        self._seen = remembered(kept_in)
        self._followed: Followed = nothing_followed(book)
        self._wrong: dict[str, str] = {}

    def go_round(self, look: Callable[[dict[str, Seen]], Iterator[Found]]) -> None:
        """Look for what is new, take it in, and say what came of it."""
        from janadesh.count.following import take_in_pages
        from janadesh.count.page_alarms import clear_taken_in
        from janadesh.count.page_alarms import raise_set_aside
        from janadesh.sources.page_memory import write_down

        now = dt.datetime.now(dt.UTC)
        found = list(look(self._seen))
        faults = [each.fault for each in found if each.fault is not None]
        pages = [each for each in found if each.content is not None]
        taken = take_in_pages(self._book, self._followed, [p for p in pages if p.is_result], now, self._within)
        self._followed = taken.followed
        links = [each for each in pages if not each.is_result]
        for each in (*taken.taken, *links):
            self._seen[each.name] = each.seen
            if self._wrong.pop(each.name, None):
                say(f"In order again: {each.name}")
        wrong = [*faults, *taken.set_aside]
        clear_taken_in(
            self._book, {each.name for each in taken.taken} - {each.file for each in wrong}, now, self._within
        )
        raise_set_aside(self._book, wrong, now, self._within)
        # the record is kept by now: a page remembered but not taken in would be lost
        write_down(self._kept_in, self._seen)
        self._tell(wrong, now)
        if taken.update is not None:
            self._alert(taken.update)
            entry = f"entry {taken.update.entry.entry}" if taken.update.entry else "nothing new"
            say(f"{now:%H:%M:%S} UTC: {len(taken.taken)} pages, {taken.update.observations} observations, {entry}.")

    def _tell(self, faults: list[Fault], now: dt.datetime) -> None:
        from janadesh.count.alerts import Alert

        for fault in faults:
            if self._wrong.get(fault.file) == fault.problem:
                continue
            self._wrong[fault.file] = fault.problem
            say(f"Set aside: {fault}")
            if "alarm" in self._kinds:
                says = f"A page was set aside: {fault.file}: {fault.problem}"
                self._send(Alert(kind="alarm", at=now, election="", constituency=None, says=says))

    def _alert(self, update: Update) -> None:
        from janadesh.count.alerts import alerts
        from janadesh.count.alerts import told_of

        if self._kinds and update.entry is not None:
            for alert in alerts(update, told_of(self._book, self._followed.contests), self._kinds):
                self._send(alert)
