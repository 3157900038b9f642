"""Saving a picture as SVG, or as PNG through resvg."""

from __future__ import annotations

from pathlib import Path

from janadesh.errors import Impossible

_ZOOM = 2.0
"""Pixels of a PNG for one unit of the drawing."""


def save_picture(picture: str, file: Path) -> None:
    """
    Write a picture to a file that ends in .svg or .png.

    Raises: Impossible, where the ending is another, what draws PNG is not installed, or the file cannot be written.
    """
    ending = file.suffix.lower()
    if ending not in {".svg", ".png"}:
        raise Impossible(f"A picture is saved as .svg or .png, and {file.name!r} ends in neither.")
    content = picture.encode() if ending == ".svg" else png_of(picture)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Impossible(f"{file} cannot be written: {error.strerror}.") from None


def png_of(picture: str, zoom: float = _ZOOM) -> bytes:
    """
    Draw a picture as PNG, with so many pixels for one unit.

    Raises: Impossible, where what draws PNG is not installed.
    """
    try:
        import resvg_py
    except ImportError:
        raise Impossible(
            "PNG needs a part that is not installed: `pip install 'janadesh[plots]'`. SVG needs nothing."
        ) from None
    return bytes(resvg_py.svg_to_bytes(svg_string=picture, zoom=zoom))
