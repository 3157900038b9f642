"""The parts that SVG pictures are put together from."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape
from xml.sax.saxutils import quoteattr

INK = "#1b1f24"
PALE = "#d5d8dc"
NO_COLOUR = "#7a7f87"
"""For whom the record names no colour."""

_FONT = "font-family=\"'DejaVu Sans', 'Noto Sans', Arial, sans-serif\""


def picture(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    """
    Put parts into a whole SVG document on a white ground, with a title that is read out.

    Source of the format: W3C, Scalable Vector Graphics (SVG) 1.1.
    """
    box_of_all = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box_of_all} role="img" {_FONT}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>',
    ]
    return "\n".join([*head, *parts, "</svg>\n"])


def label(x: float, y: float, words: str, *, size: float = 12, anchor: str = "start", bold: bool = False) -> str:
    """Write words with their base line at a point; `anchor` is start, middle or end."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" fill="{INK}"{weight}>'
        f"{escape(words)}</text>"
    )


def heading(words: str, width: float) -> str:
    """Write the title of a picture, smaller where it would be wider than the picture."""
    return label(20, 28, words, size=fitting(words, width - 40, 15), bold=True)


def fitting(words: str, width: float, size: float) -> float:
    """Give the size at which words are no wider than `width`, `size` at most; a letter is about two thirds wide."""
    return round(min(size, width / (0.66 * max(1, len(words)))), 1)


def dot(x: float, y: float, radius: float, colour: str | None, told: str = "") -> str:
    """Draw a filled circle, with words that are shown where it is pointed at."""
    return _told(f'circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill={_colour(colour)}', told)


def box(x: float, y: float, width: float, height: float, colour: str | None, told: str = "") -> str:
    """Draw a filled rectangle, with words that are shown where it is pointed at."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return _told(f'rect {place} rx="2" fill={_colour(colour)}', told)


def line(x1: float, y1: float, x2: float, y2: float, colour: str | None = PALE, width: float = 1) -> str:
    """Draw a straight line."""
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke={_colour(colour)} stroke-width="{width:g}"/>'


def arrow_head(x: float, y: float, way: int, colour: str | None) -> str:
    """Draw the head of an arrow whose tip is at a point; `way` is 1 to the right and -1 to the left."""
    back = x - 6 * way
    return f'<path d="M{x:.1f},{y:.1f}L{back:.1f},{y - 3.5:.1f}L{back:.1f},{y + 3.5:.1f}z" fill={_colour(colour)}/>'


def _colour(colour: str | None) -> str:
    return quoteattr(colour or NO_COLOUR)


def _told(element: str, told: str) -> str:
    return f"<{element}><title>{escape(told)}</title></{element.split()[0]}>" if told else f"<{element}/>"
