"""
A report in the NIST Common Data Format as Python objects, the same from JSON as from XML.

Each object is a mapping with `@type` (`ElectionResults.Party`), `@id` where others refer to it, and its
fields under the names that both forms use. What is no field of a class that is read is left out of XML,
and left where it is in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.sources.nist_classes import PLAIN
from janadesh.sources.nist_classes import ClassField
from janadesh.sources.nist_classes import fields_of
from janadesh.sources.nist_classes import is_known
from janadesh.sources.nist_terms import CLASS_PREFIX
from janadesh.sources.nist_terms import NAMESPACE
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import UnreadableFile
from janadesh.sources.text_file import read_bytes
from janadesh.sources.text_file import read_text

MOST_BYTES = 200 * MEGABYTE
_MOST_DEPTH = 60
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_REPORT = f"{CLASS_PREFIX}ElectionReport"

Object = dict[str, Any]


def read_json_report(path: Path) -> Object:
    """
    Read a report from JSON, at most 200 MB and 60 objects deep.

    Raises: Refused.
    """
    name = path.name
    try:
        content = json.loads(read_text(path, MOST_BYTES))
    except UnreadableFile as error:
        raise Refused(name, [error.fault]) from error
    except json.JSONDecodeError as error:
        raise _refused(name, f"it is not valid JSON: {error.msg}", row=error.lineno) from error
    except RecursionError as error:
        raise _refused(name, "it is nested too deeply") from error
    if not isinstance(content, dict) or content.get("@type") != _REPORT:
        raise _refused(name, f"its outermost object is no {_REPORT}")
    if any(depth > _MOST_DEPTH for depth in _depths(content)):
        raise _refused(name, f"its objects are nested more than {_MOST_DEPTH} deep")
    return content


def read_xml_report(path: Path) -> Object:
    """
    Read a report from XML, at most 200 MB; entities are not resolved, and nothing is fetched.

    Raises: Refused.
    """
    name = path.name
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(read_bytes(path, MOST_BYTES), parser)
    except UnreadableFile as error:
        raise Refused(name, [error.fault]) from error
    except etree.XMLSyntaxError as error:
        raise _refused(name, f"it is not well-formed XML: {error.msg}", row=error.lineno) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refused(name, "it declares a document type, which such reports never do")
    if root.tag != f"{{{NAMESPACE}}}ElectionReport":
        raise _refused(name, f"its outermost element is no ElectionReport of {NAMESPACE}")
    return _object(root, "ElectionReport", name)


def _object(element: Any, kind: str, file: str) -> Object:
    kind = element.get(_TYPE, kind).rpartition(":")[2]
    made: Object = {"@type": CLASS_PREFIX + kind}
    if element.get("ObjectId"):
        made["@id"] = element.get("ObjectId")
    if kind == "LanguageString":
        return made | {"Content": element.text or "", "Language": element.get("Language", "")}
    fields = {field.name: field for field in fields_of(kind)}
    for child in element:
        field = fields.get(etree.QName(child).localname)
        if field is None:
            continue
        value = _value(child, field, file)
        if field.is_many:
            made.setdefault(field.name, []).append(value)
        else:
            made[field.name] = value
    return made


def _value(element: Any, field: ClassField, file: str) -> Any:
    if field.kind not in PLAIN and is_known(field.kind):
        return _object(element, field.kind, file)
    text = (element.text or "").strip()
    try:
        return _plain(text, field.kind)
    except ValueError:
        column, row = field.name, element.sourceline
        problem, cure = f"this is no {field.kind}", "Correct it."
        raise Refused(
            file, [Fault(file=file, row=row, column=column, value=text, problem=problem, cure=cure)]
        ) from None


def _plain(text: str, kind: str) -> Any:
    if kind == "integer":
        return int(text)
    if kind == "number":
        number = float(text)
        return int(number) if number.is_integer() else number
    if kind == "boolean":
        return text in ("true", "1")
    return text.split() if kind == "ids" else text


def _depths(content: Any) -> Iterator[int]:
    # level by level, since a file may be nested more deeply than Python calls
    level, depth = [content], 0
    while level:
        depth += 1
        yield depth
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]


def _refused(name: str, problem: str, row: int | None = None) -> Refused:
    cure = "Give a results report of NIST SP 1500-100, version 2."
    return Refused(name, [Fault(file=name, row=row, problem=problem, cure=cure)])
