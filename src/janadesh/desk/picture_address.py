"""The address of the picture that other sites show of a page."""

from __future__ import annotations

from fastapi import Request

from janadesh.desk.as_of import AsOf
from janadesh.desk.drawings.share_pictures import can_draw
from janadesh.desk.links import Links


def picture_address(request: Request, as_of: AsOf, path: str) -> str:
    """Give the full address of the picture of a page, by the page's path; empty where none can be drawn."""
    return f"{str(request.base_url).rstrip('/')}{Links(as_of.asked).picture(path)}" if can_draw() else ""
