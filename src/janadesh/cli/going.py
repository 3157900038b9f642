"""A command that says on standard error when it is going, or an option that was given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand

from janadesh.cli.talk import say
from janadesh.deprecation import deprecation_of


class TellingCommand(TyperCommand):
    """A command that is done as ever, and tells first what of it a coming release takes away."""

    def invoke(self, ctx: Any) -> Any:
        """Tell, a line each, and run the command."""
        for used in _used(ctx):
            going = deprecation_of(used)
            if going is not None:
                say(str(going))
        return super().invoke(ctx)


def _used(ctx: Any) -> Iterator[str]:
    # the first word is the program's, whatever it was called by
    path = " ".join(["janadesh", *ctx.command_path.split()[1:]])
    yield path
    for parameter in ctx.command.params:
        source = ctx.get_parameter_source(parameter.name)
        if source is not None and source.name == "COMMANDLINE":
            yield from (f"{path} {option}" for option in parameter.opts)
