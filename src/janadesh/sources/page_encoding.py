"""The encoding of a page or feed: UTF-8 where it is that, else the one that it declares."""

from __future__ import annotations

import re

from janadesh.sources.text_file import WrongEncoding
from janadesh.sources.text_file import decoded

_HEAD_BYTES = 4096
_DECLARED = (
    re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE),
    re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w-]{1,40})", re.IGNORECASE),
)


def decoded_page(content: bytes, charset: str | None, name: str) -> str:
    """
    Decode a text that may say its own encoding.

    Args:
        content: its bytes.
        charset: the encoding that whoever delivered it named, if any.
        name: what errors call it.

    Raises: WrongEncoding, where it is neither in UTF-8 nor in an encoding that it declares.
    """
    try:
        return decoded(content, name)
    except WrongEncoding:
        found = (pattern.search(content[:_HEAD_BYTES]) for pattern in _DECLARED)
        declared = [match[1].decode("ascii") for match in found if match]
        for encoding in [charset, *declared] if charset else declared:
            try:
                return content.decode(encoding)
            except (LookupError, UnicodeDecodeError):
                continue
        raise
