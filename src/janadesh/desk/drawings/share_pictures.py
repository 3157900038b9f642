"""What the pictures that other sites show of a page are drawn from; templates turn it into SVG, resvg into PNG."""

from __future__ import annotations

import re
import textwrap
from functools import cache

from janadesh.errors import Impossible
from janadesh.export.drawings.saving import png_of

WIDTH, HEIGHT = 1200, 630
"""The size that sites ask for (the Open Graph protocol names none; 1.91 to 1 is what they cut to)."""

SANS = "'Noto Sans', 'Noto Sans Devanagari', 'DejaVu Sans', 'Liberation Sans', 'Segoe UI', 'Helvetica Neue', Arial"
SERIF = "'Noto Serif', 'Noto Serif Devanagari', 'DejaVu Serif', 'Liberation Serif', Georgia, 'Times New Roman'"
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{}</svg>'


def lines(text: str, wide: int, most: int = 3) -> list[str]:
    """Break a text into lines of so many letters; what is beyond the last line is left out, and that is shown."""
    return textwrap.wrap(text, wide, max_lines=most, placeholder=" …") or [""]


def as_png(picture: str) -> bytes:
    """Draw SVG of `WIDTH` by `HEIGHT` as PNG; characters that XML forbids are left out."""
    return png_of(_NOT_IN_XML.sub("", picture), zoom=1)


@cache
def can_draw() -> bool:
    """Whether pictures can be drawn here: by resvg, and with a font, without which there would be no words."""
    words = f'<text y="30" font-size="30" font-family="{SANS}">M</text>'
    try:
        return png_of(_PROBE.format(words), zoom=1) != png_of(_PROBE.format(""), zoom=1)
    except Impossible:
        return False
