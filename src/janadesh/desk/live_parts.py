"""The parts of a page that change as votes are counted: where the page listens, and how a part is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from janadesh.desk.as_of import AsOf
from janadesh.desk.desk import Desk
from janadesh.record.changes import last_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """
    What a page's script needs.

    - `events`: the address of the election's events, from the ledger entry on that the page shows.
    - `parts`: the blocks of the page's template that are asked for again.
    - `constituency`: whose changes alone matter; None on the page of an election.
    """

    events: str
    parts: tuple[str, ...]
    constituency: str | None = None


def begin(desk: Desk, as_of: AsOf) -> int | None:
    """Give the ledger entry from which a page listens; called before its facts are asked. None of a past moment."""
    return last_number(desk.record) if as_of.is_now else None


def live_values(
    since: int | None,
    election: str,
    parts: Sequence[str],
    query: Mapping[str, str],
    *,
    is_over: bool,
    constituency: str | None = None,
) -> dict[str, Any]:
    """
    Give the values with which a page is drawn that may be live: `layout`, `fragments`, `live`.

    Args:
        since: what `begin` gave.
        election: the election's id.
        parts: the blocks that change.
        query: the request's; `fragment` asks for some of the blocks alone, separated by blanks.
        is_over: whether nothing is left to be counted, so that there is nothing to listen to.
        constituency: whose page it is.
    """
    asked = query.get("fragment", "").split()
    listens = since is not None and not is_over
    events = f"/live/{quote(election, safe='')}/events?since={since}"
    return {
        "layout": "fragment.html" if "fragment" in query else "base.html",
        "fragments": [part for part in parts if part in asked],
        "live": Live(events=events, parts=tuple(parts), constituency=constituency) if listens else None,
    }
