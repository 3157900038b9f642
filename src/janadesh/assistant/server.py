"""The server of the Model Context Protocol, by its official Python SDK."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from janadesh import __version__
from janadesh.assistant.checking import CheckingTool
from janadesh.assistant.tools import Tools
from janadesh.desk.checks import HeldCheckers
from janadesh.errors import JanadeshError
from janadesh.record.book import Record
from janadesh.record.instants import KnownInstants

INSTRUCTIONS = """\
Elections on the record: results, standings, schedules, people, and articles checked against them. Every figure was
said by a source at a time. Name the sources that an answer gives, and the moment it was known at where that matters.
Ask with as_of for what was known earlier. Null is unknown, which is not zero. "Unverifiable" is not "false". NOTA is
no candidate. Where a name is not found, the error gives the nearest ones; `find` says what a name means.
"""


def create_server(record: Record) -> MCPServer:
    """Make the server of one record; its tools only read."""
    server: MCPServer = MCPServer("janadesh", instructions=INSTRUCTIONS, version=__version__, log_level="WARNING")
    tools, checking = Tools(record), CheckingTool(HeldCheckers(record, KnownInstants(record)))
    asks: tuple[Callable[..., Any], ...] = (
        tools.find,
        tools.results,
        tools.standings,
        tools.constituency,
        tools.person,
        tools.schedule,
        checking.check_article,
    )
    for ask in asks:
        reads_only = ToolAnnotations(read_only_hint=True, open_world_hint=False)
        server.add_tool(_told(ask), description=inspect.getdoc(ask), annotations=reads_only)
    return server


def _told(ask: Callable[..., Any]) -> Callable[..., Any]:
    """Let a tool say in plain words what was wrong with the question."""

    @functools.wraps(ask)
    def asked(*arguments: Any, **named: Any) -> Any:
        try:
            return ask(*arguments, **named)
        except JanadeshError as error:
            raise ToolError(str(error)) from error

    return asked
