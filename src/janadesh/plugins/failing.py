"""What is told when a plug-in fails while it is used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from janadesh.errors import JanadeshError
from janadesh.plugins.finding import Kind
from janadesh.plugins.finding import PlugIn
from janadesh.plugins.finding import reason


class PlugInFailed(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """A plug-in raised what it should not, or gave what is not asked of it; nothing of it was used."""

    exit_code = 2


@contextmanager
def at_work(plug_in: PlugIn[Kind]) -> Iterator[None]:
    """
    Use a plug-in, and tell its failures in words.

    Raises: PlugInFailed for whatever it raises that is no error of Janadesh's own.
    """
    try:
        yield
    except JanadeshError:
        raise
    except Exception as error:
        raise PlugInFailed(_told(plug_in.label, reason(error))) from error


def failed(plug_in: PlugIn[Kind], why: str) -> PlugInFailed:
    """Make the error that a plug-in gave something else than what is asked of it."""
    return PlugInFailed(_told(plug_in.label, why))


def _told(label: str, why: str) -> str:
    return f"{label[0].upper()}{label[1:]} failed ({why}). Nothing of it was used; tell those who made it."
