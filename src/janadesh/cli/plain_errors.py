"""
How the command line fails: a plain message on standard error and a documented exit code.

    0    done, or answered
    1    `verify` found the record altered
    2    input or options refused; nothing was loaded
    3    the record does not hold what was asked about
    4    the record cannot be opened, read or written
    70   a fault in Janadesh itself; JANADESH_DEBUG=1 shows where
    130  interrupted
"""

from __future__ import annotations

import os
import re
from typing import Any

import typer
from typer.core import TyperGroup

from janadesh.cli.talk import say
from janadesh.errors import JanadeshError

FAULT_IN_JANADESH = 70
"""EX_SOFTWARE of BSD's sysexits.h."""


_PLAINLY = (
    (re.compile(r"^Value error, "), ""),
    (re.compile(r"does not match the formats? '%Y-%m-%d'\.?"), "is no day. Write it as 2024-10-08."),
    (re.compile(r"Input should be a valid integer.*"), "it is no whole number"),
    (re.compile(r"Input should be a valid number.*"), "it is no number"),
    (re.compile(r"Input should be greater than or equal to (\S+)"), r"it is less than \1"),
    (re.compile(r"Input should be less than or equal to (\S+)"), r"it is more than \1"),
)
"""What the library that reads options says, and what a person understands."""


class PlainErrors(TyperGroup):
    """A group of commands whose errors are told to a person instead of shown as a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except JanadeshError as error:
            say(str(error))
            raise typer.Exit(error.exit_code) from None
        except Exception as error:
            if isinstance(error, BrokenPipeError):
                raise
            if _is_the_frameworks_own(error):
                _put_plainly(error)
                raise
            raise _told(error) from error


def _is_the_frameworks_own(error: Exception) -> bool:
    # typer carries its own copy of click in later versions
    return type(error).__module__.startswith(("typer", "click"))


def _put_plainly(error: Exception) -> None:
    """Take out of the framework's message what only a programmer understands."""
    message = getattr(error, "message", None)
    if isinstance(message, str):
        for written, plainly in _PLAINLY:
            message = written.sub(plainly, message)
        error.message = message  # type: ignore[attr-defined]


def _told(error: Exception) -> typer.Exit:
    if os.environ.get("JANADESH_DEBUG"):
        raise error
    say(f"Something went wrong inside Janadesh: {type(error).__name__}: {error}")
    say("This is a fault of the program. Run the command again with JANADESH_DEBUG=1 to see where it happened.")
    return typer.Exit(FAULT_IN_JANADESH)
