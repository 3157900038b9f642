"""`janadesh new`: begin a pack of an election of one's own."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

import typer

from janadesh.cli.talk import say

EXAMPLES = (
    "janadesh new my-election",
    "janadesh new borough-2026 --country gb --house council --seats 12 --time-zone Europe/London",
)


class HouseKind(StrEnum):
    """Kinds of elected bodies."""

    ASSEMBLY = "assembly"
    PARLIAMENT = "parliament"
    COUNCIL = "council"


def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to make; its name becomes the pack's.")],
    country: Annotated[
        str,
        typer.Option(
            "--country", metavar="CODE", help="The country's id, two small letters; in, gb and ca bring laws."
        ),
    ] = "xx",
    house: Annotated[HouseKind, typer.Option("--house", help="The kind of elected body.")] = HouseKind.COUNCIL,
    seats: Annotated[int, typer.Option("--seats", min=1, max=2000, help="How many seats to lay out.")] = 2,
    time_zone: Annotated[
        str, typer.Option("--time-zone", metavar="ZONE", help="Where days are days: Europe/London.")
    ] = "UTC",
) -> None:
    """
    Lay out a pack of an election, to be filled in by hand.

    The folder gets every table with its columns and rows that are plainly examples, and a README that tells what
    each column means. `janadesh lint FOLDER` then says what is still to be filled in. Nothing is written over.
    """
    from janadesh.export.writing import write_folder
    from janadesh.laws.law import countries
    from janadesh.sources.skeleton import Wanted
    from janadesh.sources.skeleton import skeleton

    folder = folder.expanduser()
    if not (country.isascii() and country.isalpha() and country.islower()):
        raise typer.BadParameter(f"{country!r} is no such id; write small letters: gb", param_hint="--country")
    if time_zone not in available_timezones():
        raise typer.BadParameter(f"{time_zone!r} is no IANA name such as Europe/London", param_hint="--time-zone")
    if folder.exists():
        raise typer.BadParameter(f"{folder} is there already, and nothing is written over", param_hint="FOLDER")
    wanted = Wanted(name=folder.resolve().name, country=country, house=house.value, seats=seats, time_zone=time_zone)
    write_folder(folder, skeleton(wanted))
    say(f"Wrote {folder}. Its README.md tells what each column means.")
    if country not in countries():
        say(f"No rules of law are known for {country!r} (known: {', '.join(countries())}): deposits are then unknown.")
    say("Next: fill in the tables, and ask again and again what is missing:")
    say(f"    janadesh lint {folder}")
