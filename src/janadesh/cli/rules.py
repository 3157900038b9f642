"""`janadesh rules`: the law that an election was held under."""

from __future__ import annotations

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import ElectionArgument
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import RecordOption

EXAMPLES = ("janadesh rules in-jk-2024", "janadesh rules in-ls-2009 --format json")


def rules(
    election: ElectionArgument,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """
    Show the rules in force at an election, each with the law that makes it.

    Lost deposits, NOTA, ties, majority, uncontested seats, polls put off or held again, several seats,
    by-elections: what Janadesh computes rests on these.
    """
    from janadesh.analysis.found import the_election
    from janadesh.analysis.rules import rules_of
    from janadesh.analysis.rules import rules_table
    from janadesh.cli.dated_tables import laws_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled

    with opened(record) as book:
        found = the_election(book, election, as_of)
        frame = rules_table(rules_of(book, found.id, as_of))
    show(frame, laws_table(titled(found.name, "rules", as_of=as_of), frame), form)
