"""
Colours of parties and alliances, moved until they can be told from the page they are drawn on.

A pack gives a party one colour. A page has two grounds, light and dark; on each, the colour is used to
fill (3:1 against the ground, WCAG 2.2 criterion 1.4.11) and as text (4.5:1, criterion 1.4.3). Only the
lightness is moved, in OKLab (B. Ottosson, 2020), so that a party keeps its hue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import dist

Rgb = tuple[float, float, float]
"""Red, green and blue from 0 to 1, in sRGB."""

LIGHT_GROUND = "#ffffff"
DARK_GROUND = "#14171c"
NO_COLOUR = "#7a7f87"
"""Parties and independents to whom a pack gives no colour."""

FILL_CONTRAST = 3.0
TEXT_CONTRAST = 4.5

_HEX = re.compile(r"^#[0-9a-fA-F]{6}$")
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Legible:
    """One colour as it is used on both grounds; `on_fill` is the text colour upon the fill."""

    fill: str
    text: str
    on_fill: str
    dark_fill: str
    dark_text: str
    dark_on_fill: str


def contrast(one: str, other: str) -> float:
    """Measure the contrast of two colours (`#rrggbb`), 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def legible(colour: str | None) -> Legible:
    """Derive from a pack's colour those that may be drawn; what is no `#rrggbb` counts as no colour."""
    own = colour if colour and is_colour(colour) else NO_COLOUR
    fill = _away_from(LIGHT_GROUND, own, FILL_CONTRAST)
    dark_fill = _away_from(DARK_GROUND, own, FILL_CONTRAST)
    return Legible(
        fill=fill,
        text=_away_from(LIGHT_GROUND, own, TEXT_CONTRAST),
        on_fill=_upon(fill),
        dark_fill=dark_fill,
        dark_text=_away_from(DARK_GROUND, own, TEXT_CONTRAST),
        dark_on_fill=_upon(dark_fill),
    )


def is_colour(colour: str | None) -> bool:
    """Tell whether a pack's colour is one that can be drawn, `#rrggbb`."""
    return bool(colour and _HEX.match(colour))


def distance(one: str, other: str) -> float:
    """Measure how far apart two colours (`#rrggbb`) look: the distance in OKLab, about 1 from black to white."""
    return dist(_oklab(_rgb(one)), _oklab(_rgb(other)))


def nearest(colour: str, among: Sequence[str]) -> str:
    """Find the colour that looks most like another."""
    return min(among, key=lambda one: distance(one, colour))


@lru_cache(maxsize=4096)
def colour_class(party_or_alliance: str | None) -> str:
    """Name the style class of a party's or alliance's colour."""
    return "c-" + re.sub(r"[^a-z0-9]+", "-", (party_or_alliance or "none").lower()).strip("-")


def colour_sheet(colours: Iterable[tuple[str, str | None]]) -> str:
    """Write the style sheet that gives each id's class (see `colour_class`) its colours on both grounds."""
    made = {colour_class(name): legible(colour) for name, colour in colours if colour}
    plain = legible(None)
    light = [_rule(":root", plain.fill, plain.text, plain.on_fill)]
    light += [_rule(f".{name}", c.fill, c.text, c.on_fill) for name, c in made.items()]
    dark = [_rule(":root", plain.dark_fill, plain.dark_text, plain.dark_on_fill)]
    dark += [_rule(f".{name}", c.dark_fill, c.dark_text, c.dark_on_fill) for name, c in made.items()]
    lines = [*light, "@media screen and (prefers-color-scheme: dark) {", *dark, "}"]
    return "\n".join(lines) + "\n"


def _rule(selector: str, fill: str, text: str, on_fill: str) -> str:
    return f"{selector}{{--party:{fill};--party-text:{text};--on-party:{on_fill}}}"


def _upon(fill: str) -> str:
    return max("#ffffff", "#101216", key=lambda text: contrast(text, fill))


def _away_from(ground: str, colour: str, wanted: float) -> str:
    """Move a colour's lightness away from the ground's until the contrast is as wanted."""
    lightness, a, b = _oklab(_rgb(colour))
    end = 0.0 if _luminance(_rgb(ground)) > 0.5 else 1.0
    for step in range(_STEPS + 1):
        moved = lightness + (end - lightness) * step / _STEPS
        # towards white there is room for less and less chroma
        keep = (1 - moved) / (1 - lightness) if end == 1.0 and lightness < 1 else 1.0
        candidate = _hex(_srgb((moved, a * keep, b * keep)))
        if contrast(candidate, ground) >= wanted:
            return candidate
    return "#000000" if end == 0.0 else "#ffffff"


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(min(1.0, max(0.0, channel)) * 255):02x}" for channel in rgb)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    channel = max(0.0, channel)
    return float(channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055)


def _luminance(rgb: Rgb) -> float:
    red, green, blue = (_linear(channel) for channel in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(rgb: Rgb) -> Rgb:
    r, g, b = (_linear(channel) for channel in rgb)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _srgb(lab: Rgb) -> Rgb:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )
