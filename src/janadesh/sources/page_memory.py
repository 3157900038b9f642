"""What is remembered of pages that are followed, so that a follower who is stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from pathlib import Path

from janadesh.sources.page_fetching import Tags

MOST_DIGESTS = 50
"""So many contents of a page are told from new ones; a cache that serves older ones has been updated since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A page as it was seen: the site's tags, its contents' SHA-256, the last one last, and the pages it links to."""

    tags: Tags = field(default_factory=Tags)
    digests: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    def is_last(self, content: bytes) -> bool:
        """Tell whether the page had this content when it was last taken in."""
        return self.digests[-1:] == (digest(content),)

    def is_earlier(self, content: bytes) -> bool:
        """Tell whether the page had this content before the last one."""
        return digest(content) in self.digests[:-1]

    def after(self, content: bytes, tags: Tags, links: tuple[str, ...] = ()) -> Seen:
        """Give what is remembered once this content is taken in."""
        kept = [each for each in self.digests if each != digest(content)]
        return replace(self, tags=tags, digests=(*kept, digest(content))[-MOST_DIGESTS:], links=links)


def digest(content: bytes) -> str:
    """Give the SHA-256 of a page's content."""
    return hashlib.sha256(content).hexdigest()


def remembered(file: Path) -> dict[str, Seen]:
    """Read what was written down; a file that is missing or unreadable is nothing remembered, which costs requests."""
    try:
        pages = json.loads(file.read_text(encoding="utf-8"))
        return {
            name: Seen(tags=Tags(**page["tags"]), digests=tuple(page["digests"]), links=tuple(page["links"]))
            for name, page in pages.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def write_down(file: Path, pages: Mapping[str, Seen]) -> None:
    """Write what is remembered, whole or not at all."""
    new = file.with_name(file.name + ".new")
    new.write_text(json.dumps({name: asdict(page) for name, page in pages.items()}), encoding="utf-8")
    new.replace(file)
