"""The parts that SVG pictures are put together from."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape
from xml.sax.saxutils import quoteattr

from janadesh.names.shown import steady

INK = "#1b1f24"
PALE = "#d5d8dc"
NO_COLOUR = "#7a7f87"
"""For whom the record names no colour."""

GROUND = "#ffffff"

_FONT = "font-family=\"'DejaVu Sans', 'Noto Sans', Arial, sans-serif\""
_STYLE = (
    "<style>@media (prefers-color-scheme: dark){.ground{fill:#15181c}.ink{fill:#e8eaed}.axis{stroke:#e8eaed}"
    ".pale{stroke:#454b53}}</style>"
)
"""Attributes say the colours by day, which is all that a PNG knows; a browser follows its reader's choice."""


def picture(width: float, height: float, title: str, parts: Iterable[str], told: str = "") -> str:
    """
    Put parts into a whole SVG document, on a ground that is dark where the reader prefers it.

    Args:
        width: of the picture.
        height: of the picture.
        title: what it is, read out first.
        parts: what is drawn, in order.
        told: what it shows, in words for whoever does not see it.

    Source of the format: W3C, Scalable Vector Graphics (SVG) 1.1.
    """
    box_of_all = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box_of_all} role="img" {_FONT}>',
        f"<title>{escape(title)}</title>",
        *([f"<desc>{escape(told)}</desc>"] if told else []),
        _STYLE,
        f'<rect class="ground" width="{width:g}" height="{height:g}" fill="{GROUND}"/>',
    ]
    return steady("\n".join([*head, *parts, "</svg>\n"]))


def label(
    x: float,
    y: float,
    words: str,
    *,
    size: float = 12,
    anchor: str = "start",
    bold: bool = False,
    colour: str | None = None,
) -> str:
    """Write words with their base line at a point; `anchor` is start, middle or end, `colour` else that of ink."""
    weight = ' font-weight="bold"' if bold else ""
    ink = f'fill="{colour}"' if colour else f'class="ink" fill="{INK}"'
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" {ink}{weight}>'
        f"{escape(words)}</text>"
    )


def heading(words: str, width: float) -> str:
    """Write the title of a picture, smaller where it would be wider than the picture."""
    return label(20, 28, words, size=fitting(words, width - 40, 15), bold=True)


def fitting(words: str, width: float, size: float) -> float:
    """Give the size at which words are no wider than `width`, `size` at most; a letter is about two thirds wide."""
    return round(min(size, width / (0.66 * max(1, len(words)))), 1)


def cut(words: str, letters: int) -> str:
    """Shorten words to so many letters, with a sign that they go on."""
    return words if len(words) <= letters else words[: letters - 1].rstrip() + "…"


def dot(x: float, y: float, radius: float, colour: str | None, told: str = "") -> str:
    """Draw a filled circle, with words that are shown where it is pointed at."""
    return _told(f'circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill={_colour(colour)}', told)


def box(x: float, y: float, width: float, height: float, colour: str | None, told: str = "") -> str:
    """Draw a filled rectangle, with words that are shown where it is pointed at."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return _told(f'rect {place} rx="2" fill={_colour(colour)}', told)


def hole(x: float, y: float, radius: float) -> str:
    """Draw a circle in the colour of the ground, which makes a dot hollow."""
    return f'<circle class="ground" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill="{GROUND}"/>'


def line(x1: float, y1: float, x2: float, y2: float, colour: str | None = PALE, width: float = 1) -> str:
    """Draw a straight line."""
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    kind = {INK: 'class="axis" ', PALE: 'class="pale" '}.get(colour or "", "")
    return f'<line {kind}{ends} stroke={_colour(colour)} stroke-width="{width:g}"/>'


def band(left: float, right: float, edges: tuple[float, float, float, float], colour: str | None, told: str) -> str:
    """Draw a curved band from a span (top, bottom) at the left to one at the right, so pale that others show."""
    middle, (top, bottom, end_top, end_bottom) = (left + right) / 2, edges
    there = f"M{left:.1f},{top:.1f}C{middle:.1f},{top:.1f} {middle:.1f},{end_top:.1f} {right:.1f},{end_top:.1f}"
    back = f"C{middle:.1f},{end_bottom:.1f} {middle:.1f},{bottom:.1f} {left:.1f},{bottom:.1f}z"
    path = f"{there}L{right:.1f},{end_bottom:.1f}{back}"
    return _told(f'path d="{path}" fill={_colour(colour)} fill-opacity="0.55"', told)


def arrow_head(x: float, y: float, way: int, colour: str | None) -> str:
    """Draw the head of an arrow whose tip is at a point; `way` is 1 to the right and -1 to the left."""
    back = x - 6 * way
    return f'<path d="M{x:.1f},{y:.1f}L{back:.1f},{y - 3.5:.1f}L{back:.1f},{y + 3.5:.1f}z" fill={_colour(colour)}/>'


def upon(colour: str | None) -> str:
    """Choose dark or light letters by the luminance of what they stand on (ITU-R BT.601)."""
    red, green, blue = (int((colour or NO_COLOUR)[at : at + 2], 16) for at in (1, 3, 5))
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 140 else "#ffffff"


def _colour(colour: str | None) -> str:
    return quoteattr(colour or NO_COLOUR)


def _told(element: str, told: str) -> str:
    return f"<{element}><title>{escape(told)}</title></{element.split()[0]}>" if told else f"<{element}/>"
