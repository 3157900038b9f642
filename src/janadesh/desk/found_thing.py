"""What an address of the desk names by id or name, an alliance or a person, as the record knew it."""

from __future__ import annotations

from typing import Any

from janadesh import model
from janadesh.analysis.things import the_thing
from janadesh.desk.as_of import AsOf
from janadesh.desk.desk import Desk
from janadesh.errors import NotInRecord
from janadesh.names.spelling import spelling_key


def found_thing(desk: Desk, noun: type[model.Noun], called: str, asked: str, as_of: AsOf) -> dict[str, Any]:
    """
    Find a thing by id, an alliance also by its own names, else by any name that means it and nothing else.

    Args:
        desk: whose record is asked.
        noun: what it is, with a column `name`.
        called: the noun in a word, as `Thing.noun` has it: `alliance`, `person`.
        asked: the id or name.
        as_of: the moment.

    Returns: the thing's row.
    Raises: NotInRecord; where it became known only later or is something else, saying so.
    """
    rows = desk.record.frame(noun, as_of.moment, id=asked).to_dicts()
    if rows:
        return rows[0]
    if not as_of.is_now and desk.record.frame(noun, id=asked).height:
        raise NotInRecord(f"The record did not know {asked!r} on {as_of.words}. Ask for a later day.")
    if noun is model.Alliance and (own := _by_own_names(desk, asked, as_of)):
        return own
    thing = the_thing(desk.record, asked, as_of.moment)
    if thing.noun != called:
        raise NotInRecord(f"{asked!r} is no {called} in the record; it is the {thing.noun} {thing.name}.")
    return desk.record.frame(noun, as_of.moment, id=thing.id).to_dicts()[0]


def _by_own_names(desk: Desk, asked: str, as_of: AsOf) -> dict[str, Any] | None:
    # a short name such as INDIA is a country's name, too
    key = spelling_key(asked)
    named = [
        row
        for row in desk.record.frame(model.Alliance, as_of.moment).iter_rows(named=True)
        if key in (spelling_key(row["name"]), spelling_key(row["short_name"]))
    ]
    return named[0] if len(named) == 1 else None
