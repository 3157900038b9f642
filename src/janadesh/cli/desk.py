"""`janadesh desk`: the record in a browser."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated

import typer

from janadesh.cli.options import RecordOption
from janadesh.cli.talk import say
from janadesh.errors import Impossible
from janadesh.errors import JanadeshError

EXAMPLES = (
    "janadesh desk",
    "janadesh desk --port 8080 --record election.sqlite",
    "janadesh desk --host 0.0.0.0 --name desk.example.org",
    "janadesh desk --name desk.example.org --behind-proxy 127.0.0.1",
    "janadesh desk --token-file token.txt",
    "janadesh desk --record council.sqlite --map council/map.json",
)

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
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="HOST",
            help="A name that browsers know it by: desk.example.org, or *.example.org; may be given again. "
            "Without it, one that lets other machines in answers to this machine's names and addresses.",
        ),
    ] = None,
    behind_proxy: Annotated[
        list[str] | None,
        typer.Option(
            "--behind-proxy",
            metavar="ADDRESS",
            help="The address or network of a web server before it, whose word is taken for who asks "
            "(X-Forwarded-For, X-Forwarded-Proto); may be given again.",
        ),
    ] = None,
    pages_per_minute: Annotated[
        int, typer.Option("--pages-per-minute", min=1, help="What one other machine may ask for in a minute.")
    ] = 3000,
    checks_per_minute: Annotated[
        int,
        typer.Option(
            "--checks-per-minute", min=1, help="Of these: checks, shared seats, pictures, exports, verifications."
        ),
    ] = 60,
    seconds: Annotated[
        float, typer.Option("--seconds", min=1, help="How long an answer may take; then 503 is answered.")
    ] = 60,
    token_file: Annotated[
        Path | None,
        typer.Option(
            "--token-file",
            metavar="FILE",
            help="Let those who send the token in this file keep articles on the timeline. Without it, the one in "
            "JANADESH_TOKEN; without either, nobody.",
        ),
    ] = None,
    map_files: Annotated[
        list[Path] | None,
        typer.Option(
            "--map",
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Outlines of constituencies for the map, like the `map.json` beside a pack of your own; may be given "
            "again. The bundled packs' are drawn anyway.",
        ),
    ] = None,
    record: RecordOption = None,
) -> None:
    """Open the desk: the election, its constituencies, and articles checked, in a browser."""
    import uvicorn

    from janadesh.cli.own_names import hosts_answered
    from janadesh.cli.records import opened
    from janadesh.desk.app import LOOPBACK
    from janadesh.desk.app import create_app
    from janadesh.desk.freed_memory import go_on_giving_back
    from janadesh.desk.freed_memory import keep_few_arenas
    from janadesh.desk.maps import maps_with
    from janadesh.desk.readiness import make_ready
    from janadesh.desk.request_limits import Limits
    from janadesh.desk.writing import writing_by

    keep_few_arenas()
    limits = Limits(pages_per_minute=pages_per_minute, checks_per_minute=checks_per_minute, seconds=seconds)
    hosts = hosts_answered(host, name or (), LOOPBACK)
    proxies = _proxies(behind_proxy or ())
    writing = writing_by(token_file)
    maps = maps_with(map_files or ())
    # bound before the record is opened, so that a taken port is told at once
    with _bound(host, port) as listening, opened(record) as book:
        app = create_app(book, maps=maps, hosts=hosts, limits=limits, writing=writing)
        # browsers that follow a count stay connected, and would keep the desk open
        config = uvicorn.Config(
            app,
            log_level="warning",
            timeout_graceful_shutdown=_SECONDS_TO_CLOSE,
            proxy_headers=bool(proxies),
            forwarded_allow_ips=proxies,
        )
        server = uvicorn.Server(config)
        say(f"The desk is open at http://{_written(host)}:{port}/ (Ctrl-C closes it)")
        if others := hosts[len(LOOPBACK) :]:
            say(f"It answers to {', '.join(others)}{'' if name else '; with --name HOST to others'}.")
        make_ready(app.state.desk)
        go_on_giving_back()
        server.run(sockets=[listening])


def _proxies(addresses: Sequence[str]) -> list[str]:
    for address in addresses:
        try:
            ip_network(address)
        except ValueError:
            raise Impossible(
                f"{address!r} is no address of a proxy. Write it like 127.0.0.1, or a network like 10.0.0.0/24."
            ) from None
    return list(addresses)


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
