"""The pages beside those of elections, constituencies and articles."""

from __future__ import annotations

from janadesh.desk import party_page

MORE_PAGES = (party_page,)
