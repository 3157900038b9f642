"""`janadesh schedule`: when an election is polled and counted."""

from __future__ import annotations

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

EXAMPLES = ("janadesh schedule in-jk-2024", "janadesh schedule in-jk-2024 --as-of 2024-08-22")


def schedule(
    election: ElectionArgument,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show an election's days as they stood at a moment, and which of them had been moved by then."""
    from janadesh.analysis.found import the_election
    from janadesh.analysis.schedule import schedule as days
    from janadesh.cli.dated_tables import schedule_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled

    with opened(record) as book:
        held = the_election(book, election, as_of)
        frame = days(book, held.id, as_of)
    show(frame, schedule_table(titled(held.name, as_of=as_of), frame, held.time_zone), form)
