"""The objects of a report, found by id and read field by field, whatever stands in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.nist_terms import CLASS_PREFIX
from janadesh.sources.nist_terms import OWN_ID

Object = dict[str, Any]

_INT64 = range(-(2**63), 2**63)
_NOT_IN_SLUGS = re.compile(r"[^\w]+|_", re.UNICODE)


class Report:
    """A report's objects. What cannot be placed is noted in `set_aside` as it is met."""

    def __init__(self, content: Object, file: str) -> None:
        """
        Find every object with an id.

        Raises: Refused where two objects have one id, or a field is of another kind than it should be.
        """
        self.content = content
        self.file = file
        self.set_aside: list[Fault] = []
        self._objects: dict[str, Object] = {}
        for one in _identified(content):
            object_id = one["@id"]
            if not isinstance(object_id, str):
                raise self.refused("this is no id", "@id", str(object_id))
            if object_id in self._objects:
                raise self.refused("two objects have this id", "@id", object_id)
            self._objects[object_id] = one

    def many(self, one: Object, name: str) -> list[Object]:
        """Give the objects in a field; none where it is absent."""
        value = one.get(name, [])
        if not isinstance(value, list) or not all(isinstance(inner, dict) for inner in value):
            raise self.refused("this is no list of objects", name, str(value))
        return value

    def units(self) -> list[Object]:
        """Give the reporting units, each with an id."""
        units = self.many(self.content, "GpUnit")
        if any("@id" not in unit for unit in units):
            raise self.refused("a unit has no id", "GpUnit", None)
        return units

    def text(self, one: Object, name: str) -> str | None:
        """Give a plain text, None where it is absent or empty."""
        value = one.get(name)
        if value is not None and not isinstance(value, str):
            raise self.refused("this is no text", name, str(value))
        return value.strip() or None if value else None

    def whole(self, one: Object, name: str) -> int | None:
        """Give a whole number, None where it is absent."""
        value = one.get(name)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value not in _INT64):
            raise self.refused("this is no whole number", name, str(value))
        return value

    def words(self, one: Object, name: str) -> str | None:
        """Give a text in one language: English where there are several, else the first."""
        value = one.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.refused("this is no text in a language", name, str(value))
        texts = self.many(value, "Text")
        english = [text for text in texts if str(text.get("Language", "")).lower().startswith("en")]
        return next((self.text(text, "Content") for text in [*english, *texts]), None)

    def ids(self, one: Object, name: str) -> list[str]:
        """Give the ids of the objects that a field refers to."""
        value = one.get(name, [])
        if not isinstance(value, list) or not all(isinstance(inner, str) for inner in value):
            raise self.refused("this is no list of ids", name, str(value))
        return value

    def object(self, object_id: str | None) -> Object | None:
        """Find what an id refers to; None where there is nothing of this id."""
        return None if object_id is None else self._objects.get(object_id)

    def own_id(self, one: Object, noun: type[model.Noun]) -> str | None:
        """Give the id in the record that an object carries, where it does."""
        return self.external(one, OWN_ID + noun.TABLE)

    def external(self, one: Object, kind: str) -> str | None:
        """Give an object's identifier of a type, or of a type of its own name."""
        for identifier in self.many(one, "ExternalIdentifier"):
            if kind in (identifier.get("Type"), identifier.get("OtherType")):
                return self.text(identifier, "Value")
        return None

    def aside(self, problem: str, column: str, value: str | None) -> None:
        """Note that something cannot be placed."""
        self.set_aside.append(Fault(file=self.file, column=column, value=value, problem=problem))

    def refused(self, problem: str, column: str, value: str | None) -> Refused:
        """Make the error that refuses the report for one fault."""
        cure = "Validate the file against the schema of NIST SP 1500-100, version 2."
        fault = Fault(file=self.file, column=column, value=value, problem=problem, cure=cure)
        return Refused(self.file, [fault])


def kind_of(one: Object) -> str:
    """Name an object's class."""
    return str(one.get("@type", "")).removeprefix(CLASS_PREFIX)


def slug(name: str) -> str:
    """
    Make a name into a part of an id: small letters and figures, with hyphens between words.

    >>> slug("Orbit City, Ward 3"), slug("Élu · एक")
    ('orbit-city-ward-3', 'elu-एक')
    """
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not "\u0300" <= c <= "\u036f")
    return _NOT_IN_SLUGS.sub("-", unicodedata.normalize("NFC", letters).lower()).strip("-") or "unnamed"


def _identified(content: Object) -> Iterator[Object]:
    waiting: list[Any] = [content]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if "@id" in one:
                yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
