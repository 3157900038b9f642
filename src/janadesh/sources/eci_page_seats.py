"""The hidden inputs of pages of 2018 to 2023 that list every seat of a state: `1,Valmiki Nagar;2,Ramnagar;...`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import html

from janadesh.sources.eci_page_tree import squashed

_CODE = re.compile(r"[SU]\d{2}")
_SEAT = re.compile(r"\s*(\d{1,3})\s*,\s*([^;]*\S)\s*")


def read_seats(tree: html.HtmlElement) -> dict[str, Mapping[int, str]]:
    """Read seats by number of each state by code; empty where the page has no such inputs."""
    found: dict[str, Mapping[int, str]] = {}
    for element in tree.xpath("//input[@type='hidden'][@id][@value]"):
        code = element.get("id").strip()
        seats = [match for part in element.get("value").split(";") if (match := _SEAT.fullmatch(part))]
        if _CODE.fullmatch(code) and seats:
            found[code] = {int(seat[1]): squashed(seat[2]) for seat in seats}
    return found
