"""Where the interface stands under a desk's address; a client knows this without knowing the desk."""

from __future__ import annotations

PATH = "/api/v1"
