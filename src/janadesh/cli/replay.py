"""`janadesh replay`: play a recorded count into the record."""

from __future__ import annotations

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
    import datetime as dt

    from janadesh.cli.alert_sending import Sending
    from janadesh.record.book import Record
    from janadesh.sources.observations import Feed

EXAMPLES = (
    "janadesh replay feed/ --speed 60                     # an hour of the count a minute",
    "janadesh replay votes.csv.gz --no-wait               # as fast as it goes",
    "janadesh replay feed/ --from 2024-06-04T16:00 --on lead-change,declared",
    "janadesh replay feed/ --on alarm --alerts alarms.jsonl",
)
MOST_SHOWN = 10
_INTERRUPTED = 130


def replay(
    feed: Annotated[str, typer.Argument(metavar="FEED", help="A recorded count: a file, or a folder of files.")],
    speed: Annotated[float, typer.Option("--speed", min=0.01, help="How many times faster than it happened.")] = 60.0,
    no_wait: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--no-wait", help="Wait for nothing: take in the whole count at once.")
    ] = False,
    begin: Annotated[
        str | None,
        typer.Option("--from", metavar="MOMENT", help="Wait only from then on; what was before comes at once."),
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="MOMENT", help="Stop after what was observed then.")] = None,
    on: AlertKindsOption = None,
    alerts: AlertsOption = None,
    record: RecordOption = None,
) -> None:
    """
    Play a recorded count into the record, at any speed, alarms included.

    What the record has already is passed over: stop it with Ctrl-C at any time and run it again to go on. Played
    twice, shuffled, doubled or cut, the record ends the same.
    """
    from janadesh.cli.alert_sending import kinds_asked
    from janadesh.cli.alert_sending import sending_to
    from janadesh.cli.records import opened
    from janadesh.cli.talk import at_work
    from janadesh.sources.count_feed import observe

    kinds = kinds_asked(on)
    send = sending_to(alerts)
    with opened(record, create=True) as book:
        with at_work(f"Reading {feed}"):
            recorded = observe(Path(feed).expanduser(), book)
        for fault in recorded.set_aside[:MOST_SHOWN]:
            say(f"Set aside: {fault}")
        if len(recorded.set_aside) > MOST_SHOWN:
            say(f"Set aside: {len(recorded.set_aside) - MOST_SHOWN} rows more.")
        _play(book, recorded, (begin, to), None if no_wait else speed, kinds, send)


def _play(
    book: Record,
    feed: Feed,
    span: tuple[str | None, str | None],
    speed: float | None,
    kinds: frozenset[str],
    send: Sending,
) -> None:
    from janadesh.count import replaying
    from janadesh.count.alerts import alerts
    from janadesh.count.alerts import told_of
    from janadesh.count.pacing import paced

    contests = replaying.begin(book, feed)
    held = replaying.checkpoint(book, feed)
    first, last = (None if moment is None else book.moment(moment) for moment in span)
    observed = feed.observed if last is None else replaying.split_at(feed.observed, last)[0]
    done = max((moment for moment in (held, first) if moment is not None), default=None)
    if held is not None:
        say(f"The record has this count to {_clock(held)}; going on from there.")
    told = told_of(book, contests) if kinds else None
    seen = entries = 0
    batches = paced(observed, speed, done, time.monotonic, time.sleep)
    at: dt.datetime | None = held
    try:
        for update in replaying.replay(book, feed, contests, batches):
            seen += update.observations
            entries += update.entry is not None
            at = update.at
            if told is not None and (held is None or update.at > held):
                for alert in alerts(update, told, kinds):
                    send(alert)
    except KeyboardInterrupt:
        say(f"Stopped at {_clock(at)}. Run the same command again to go on.")
        raise typer.Exit(_INTERRUPTED) from None
    say(f"{feed.read_from}: {seen} observations to {_clock(at)}, {entries} entries added.")


def _clock(at: dt.datetime | None) -> str:
    return "the beginning" if at is None else f"{at:%Y-%m-%d %H:%M:%S} UTC"
