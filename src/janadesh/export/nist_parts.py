"""The small parts that a report in the NIST Common Data Format is put together from, in their JSON form."""

from __future__ import annotations

import re
from typing import Any

from janadesh import model
from janadesh.sources.nist_terms import CLASS_PREFIX
from janadesh.sources.nist_terms import OTHER
from janadesh.sources.nist_terms import OWN_ID

Part = dict[str, Any]

_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9._-]")
_HTML_COLOUR = re.compile(r"#([0-9a-f]{6})")


def part(kind: str, **fields: Any) -> Part:
    """Make an object of a class; fields that are None or empty lists are left out."""
    return {"@type": CLASS_PREFIX + kind} | {
        name: value for name, value in fields.items() if value is not None and value != []
    }


def identified(kind: str, object_id: str, **fields: Any) -> Part:
    """Make an object that others refer to."""
    made = part(kind, **fields)
    return {"@type": made.pop("@type"), "@id": object_id} | made


def words(text: str | None, language: str = "en") -> Part | None:
    """Make a text in a language."""
    if text is None:
        return None
    return part("InternationalizedText", Text=[part("LanguageString", Content=text, Language=language)])


def own_id(noun: type[model.Noun], value: str) -> Part:
    """Make the identifier that carries an id of the record."""
    return part("ExternalIdentifier", Type=OTHER, OtherType=OWN_ID + noun.TABLE, Value=value)


def object_id(kind: str, value: object) -> str:
    """Make an id within the report, which must be an XML name: `party-in-nc`."""
    return f"{kind}-" + _NOT_IN_IDS.sub(lambda found: f"_{ord(found[0]):x}_", str(value))


def colour(value: str | None) -> str | None:
    """Write a colour without its #, where it is one that the format knows (small letters)."""
    found = _HTML_COLOUR.fullmatch(value or "")
    return found[1] if found else None
