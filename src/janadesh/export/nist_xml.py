"""A report's JSON form as XML: the same objects, in the order and with the types that the XML schema asks for."""

from __future__ import annotations

from typing import Any

from lxml import etree

from janadesh.export.nist_parts import Part
from janadesh.sources.nist_classes import fields_of
from janadesh.sources.nist_terms import CLASS_PREFIX
from janadesh.sources.nist_terms import NAMESPACE

_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def as_xml(report: Part) -> bytes:
    """Write a report as XML."""
    root = etree.Element(f"{{{NAMESPACE}}}ElectionReport", nsmap={None: NAMESPACE, "xsi": _XSI})
    _fill(root, report)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _fill(element: Any, content: Part) -> None:
    kind = content["@type"].removeprefix(CLASS_PREFIX)
    if "@id" in content:
        element.set("ObjectId", content["@id"])
    if kind == "LanguageString":
        element.set("Language", content["Language"])
        element.text = content["Content"]
        return
    for field in fields_of(kind):
        value = content.get(field.name)
        for one in value if field.is_many and value is not None else [] if value is None else [value]:
            child = etree.SubElement(element, f"{{{NAMESPACE}}}{field.name}")
            if not isinstance(one, dict):
                child.text = _written(one)
                continue
            particular = one["@type"].removeprefix(CLASS_PREFIX)
            if particular != field.kind:
                child.set(f"{{{_XSI}}}type", particular)
            _fill(child, one)


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(value) if isinstance(value, list) else str(value)
