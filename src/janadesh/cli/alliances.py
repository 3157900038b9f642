"""`janadesh alliances`: which parties stand together in an election."""

from __future__ import annotations

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

EXAMPLES = ("janadesh alliances in-jk-2024", "janadesh alliances in-jk-2024 --as-of 2024-08-22")


def alliances(
    election: ElectionArgument,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show each party's standing in an alliance for an election: in talks, a member, or left."""
    from janadesh.analysis.alliances import alliances as standing
    from janadesh.analysis.found import the_election
    from janadesh.cli.dated_tables import alliances_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled

    with opened(record) as book:
        held = the_election(book, election, as_of)
        frame = standing(book, held.id, as_of)
    show(frame, alliances_table(titled(held.name, as_of=as_of), frame), form)
