"""`janadesh desk`: the record in a browser."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from janadesh.cli.options import RecordOption
from janadesh.cli.talk import say
from janadesh.errors import JanadeshError

EXAMPLES = ("janadesh desk", "janadesh desk --port 8080 --record election.sqlite")

PORT = 8731
_SECONDS_TO_CLOSE = 2


class AddressUnusable(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """The desk cannot be opened at this address."""

    exit_code = 2


def desk(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to answer at.")] = PORT,
    host: Annotated[
        str, typer.Option("--host", help="The address to answer at; 0.0.0.0 lets other machines in.")
    ] = "127.0.0.1",
    record: RecordOption = None,
) -> None:
    """Open the desk: the election, its constituencies, and articles checked, in a browser."""
    import uvicorn

    from janadesh.cli.records import opened
    from janadesh.desk.app import LOOPBACK
    from janadesh.desk.app import create_app

    # bound before the record is opened, so that a taken port is told at once
    with _bound(host, port) as listening, opened(record) as book:
        app = create_app(book, hosts=LOOPBACK if host in LOOPBACK else ["*"])
        # browsers that follow a count stay connected, and would keep the desk open
        config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=_SECONDS_TO_CLOSE)
        server = uvicorn.Server(config)
        say(f"The desk is open at http://{_written(host)}:{port}/ (Ctrl-C closes it)")
        server.run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise AddressUnusable(
            f"The desk cannot be opened at {host}, port {port}: {error.strerror}. Try another: --port {port + 1}."
        ) from None


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host
