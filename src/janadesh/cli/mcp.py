"""`janadesh mcp`: the record as tools for an AI assistant."""

from __future__ import annotations

from janadesh.cli.options import RecordOption
from janadesh.errors import JanadeshError

EXAMPLES = ("janadesh mcp", "janadesh mcp --record election.sqlite")


class NoServer(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """The part that speaks the Model Context Protocol is not installed."""

    exit_code = 2


def mcp(record: RecordOption = None) -> None:
    """
    Offer the record to an AI assistant, as tools of the Model Context Protocol over standard input and output.

    The assistant starts this command itself; what to put into its settings is said in the manual. The tools give
    results, standings, constituencies, people and schedules as of any moment, find what a name means, and check
    articles. Each answer names its sources. Nothing is written, and nothing is asked of the network.
    """
    from janadesh.cli.records import opened

    try:
        from janadesh.assistant.server import create_server
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"mcp", "mcp_types"}:
            raise
        raise NoServer(
            "The Model Context Protocol is spoken by a part that is not installed: run `pip install 'janadesh[mcp]'`."
        ) from None
    with opened(record) as book:
        create_server(book).run("stdio")
