"""
Fields of a page's form, and the shorter way in which its address says the same.

A form sends a list as one field repeated, and a value for each party as a field `name:party`. An address says them
as `name=a,b` and `name=a=1,b=2`. Both are read alike.
"""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import QueryParams

from janadesh.errors import Impossible


def listed(query: QueryParams, name: str) -> tuple[str, ...]:
    """Read a list, each of its members once."""
    said = (part.strip() for text in query.getlist(name) for part in text.split(","))
    return tuple(dict.fromkeys(filter(None, said)))


def pairs(query: QueryParams, name: str) -> list[tuple[str, str]]:
    """Read what each has, both as the address says it and as the form sends it; what is empty is left out."""
    parted = (part.rpartition("=") for part in listed(query, name))
    told = [(of.strip(), value.strip()) for of, _, value in parted]
    start = f"{name}:"
    sent = query.multi_items()
    told += [(field.removeprefix(start), value.strip()) for field, value in sent if field.startswith(start)]
    return [(of, value) for of, value in told if of and value]


def joined(said: Iterable[tuple[str, str]]) -> str:
    """Write what each has as an address says it."""
    return ",".join(f"{of}={value}" for of, value in said)


def read_number(text: str, what: str) -> float:
    """
    Read a number that is not below 0.

    Raises: Impossible, naming what the number is for.
    """
    try:
        number = float(text.strip().removesuffix("%").replace(",", "."))
    except ValueError:
        number = -1.0
    if not 0 <= number < 1e9:
        raise Impossible(f"{what} is a number from 0 on, and {text!r} is none.")
    return number


def read_count(text: str, what: str) -> int:
    """
    Read a whole number that is not below 0.

    Raises: Impossible, naming what the number is for.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Impossible(f"{what} is a whole number from 0 on, and {text!r} is none.")
    return int(text)
