"""Near names: what somebody who wrote an unknown name may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Suggest the known names nearest to a written one, or list them all where none is near."""
    known = sorted(known)
    near = get_close_matches(written.casefold(), known, n=3, cutoff=0.7)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return f"Known are {', '.join(known)}." if known else ""
