"""The names that the desk answers to: those given, or this machine's own."""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence

from janadesh.errors import Impossible

_NAME = re.compile(r"\*|(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
_ANY_ADDRESS = ("0.0.0.0", "::", "")  # noqa: S104 - told apart, not bound


def hosts_answered(host: str, names: Sequence[str], loopback: Sequence[str]) -> list[str]:
    """
    List the names that a Host header may give: loopback's always, and what else the desk was opened for.

    Without names, one that is open to other machines answers to this machine's names and addresses.

    Raises: Impossible, where a name is no host's.
    """
    written = [read_host(name) for name in names]
    if not written and host not in loopback and _bracketed(host) not in loopback:
        written = own_names() if host in _ANY_ADDRESS else [*own_names(addresses=False), _bracketed(host)]
    return list(dict.fromkeys((*loopback, *written)))


def read_host(name: str) -> str:
    """Read a host's name or address as a Host header has it, without a port; `*.example.org` is any name under one."""
    lowered = _bracketed(name.strip().lower().rstrip("."))
    if not _NAME.fullmatch(lowered):
        raise Impossible(f"{name!r} is no name of a host. Write it without scheme, port or path: desk.example.org.")
    return lowered


def own_names(*, addresses: bool = True) -> list[str]:
    """List what this machine is called, and the addresses of its network cards."""
    name = socket.gethostname().lower()
    names = [name, socket.getfqdn().lower(), *([] if "." in name else [f"{name}.local"])]
    found = _addresses() if addresses else []
    return list(dict.fromkeys(read_host(each) for each in (*names, *found) if _NAME.fullmatch(_bracketed(each))))


def _addresses() -> list[str]:
    import psutil

    kinds = (socket.AF_INET, socket.AF_INET6)
    cards = psutil.net_if_addrs().values()
    return [address.address.partition("%")[0] for card in cards for address in card if address.family in kinds]


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
