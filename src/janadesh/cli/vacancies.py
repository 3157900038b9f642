"""`janadesh vacancies`: seats that fell vacant after an election."""

from __future__ import annotations

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

EXAMPLES = ("janadesh vacancies in-jk-2024", "janadesh vacancies in-jk-2024 --as-of 2024-10-25 --format json")


def vacancies(
    election: ElectionArgument,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """
    Show which seats won in an election fell vacant since, and why.

    A seat is vacated by who was elected in several, by resignation, death, or a court.
    """
    from janadesh.analysis.found import the_election
    from janadesh.analysis.vacancies import vacancies as vacant
    from janadesh.cli.dated_tables import vacancies_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled

    with opened(record) as book:
        found = the_election(book, election, as_of)
        frame = vacant(book, found.id, as_of)
    show(frame, vacancies_table(titled(found.name, "vacant seats", as_of=as_of), frame), form)
