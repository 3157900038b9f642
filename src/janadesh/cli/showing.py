"""Showing an answer on standard output, as the `--format` option asks."""

from __future__ import annotations

import sys

import polars as pl
import typer
from rich import box
from rich.console import Console
from rich.table import Table

from janadesh.cli.options import Format
from janadesh.export.tables import PeoplesTable
from janadesh.export.tables import as_csv
from janadesh.export.tables import as_json
from janadesh.names.shown import steady

_WIDE = 400
"""Characters in a line where no terminal sets a width, so that nothing is cut or wrapped."""


def show(frame: pl.DataFrame, table: PeoplesTable, form: Format) -> None:
    """Print a frame as CSV or JSON, or the table that was made of it for people."""
    if form is Format.CSV:
        typer.echo(as_csv(frame), nl=False)
    elif form is Format.JSON:
        typer.echo(as_json(frame))
    else:
        draw(table)
        if not table.rows:
            # a title alone looks like an answer that broke off
            people_console().print("None.")


def titled(*about: str, as_of: str | None) -> str:
    """Head a table with what it is about and the moment that was asked for."""
    return ", ".join(about) + (f", as of {as_of}" if as_of else "")


def people_console() -> Console:
    """Give a console on standard output that neither colours nor cuts what is piped."""
    return Console(width=None if sys.stdout.isatty() else _WIDE, highlight=False, markup=False, emoji=False)


def draw(*tables: PeoplesTable) -> None:
    """Draw tables for people, plain where standard output is no terminal."""
    console = people_console()
    for place, table in enumerate(tables):
        if place:
            console.print()
        console.print(steady(table.title), style="bold", soft_wrap=True)
        if table.rows:
            console.print(_drawn(table))


def _drawn(table: PeoplesTable) -> Table:
    drawn = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    drawn.show_header = any(column.heading for column in table.columns)
    for column in table.columns:
        drawn.add_column(column.heading, justify="right" if column.is_number else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*map(steady, row))
    if table.foot:
        drawn.add_section()
    for row in table.foot:
        drawn.add_row(*map(steady, row))
    return drawn
