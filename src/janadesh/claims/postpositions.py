"""Who acts and who suffers in a Hindi sentence, by the words behind the names."""

from __future__ import annotations

import re

from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene

_POSTPOSITION = re.compile(r"\s+(?:(ने|को|से|के|की|का)(?![\u0900-\u0963\u0970-\u097f])|(ne|ko|se|ke|ki|ka)\b)")
_IN_LATIN = {"ne": "ने", "ko": "को", "se": "से", "ke": "के", "ki": "की", "ka": "का"}
_UNHONE = re.compile("(?:उन्होंने|इन्होंने|उसने|इसने)")
"""He, she or they as who acts, in Hindi."""


def acts_unnamed(scene: Scene, start: int, end: int, named: list[Mention]) -> bool:
    """Whether he, she or they act between two offsets, and nobody of those named: "उन्होंने मीना देवी को मात दी"."""
    unnamed = _UNHONE.search(scene.lowered, start, end)
    return unnamed is not None and not any(_postposition(scene, m) == "ने" for m in named)


def hindi_subject(scene: Scene, mentions: list[Mention]) -> Mention | None:
    """Choose by the postposition: `ने` marks who acts, `को` and `से` who suffers or, alone, gets; `के` describes."""
    marked = {m: word for m in mentions if (word := _postposition(scene, m))}
    if not marked:
        return None
    acting = [m for m in mentions if marked.get(m) == "ने"]
    bare = [m for m in mentions if m not in marked]
    suffering = [m for m in mentions if marked.get(m) in ("को", "से")]
    for row in (acting, bare, suffering):
        if row:
            return row[-1]
    return None


def _postposition(scene: Scene, mention: Mention) -> str | None:
    """Give the Hindi word behind a name, written in either script, that says its part in the sentence."""
    found = _POSTPOSITION.match(scene.lowered, mention.end)
    return None if found is None else found.group(1) or _IN_LATIN[found.group(2)]
