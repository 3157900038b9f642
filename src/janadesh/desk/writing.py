"""Who may write into the record through the desk: whoever knows its token, and nobody where it has none."""

from __future__ import annotations

import hmac
import os
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from janadesh.errors import JanadeshError

VARIABLE = "JANADESH_TOKEN"
"""The environment variable that the token is taken from."""

LEAST_CHARACTERS = 16

HOW = (
    f"Whoever runs the desk can allow it: set {VARIABLE} to a token of at least {LEAST_CHARACTERS} characters, or "
    "start it with `janadesh desk --token-file FILE`."
)


class TokenUnusable(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """The token is too short, or its file cannot be read."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Writing:
    """What a writer has to know; without a token nobody may write."""

    token: str | None = field(default=None, repr=False)

    @property
    def is_possible(self) -> bool:
        """Whether anybody may write."""
        return self.token is not None

    def is_by(self, given: str) -> bool:
        """Whether a given token is the one; takes as long whatever of it is right."""
        return self.token is not None and hmac.compare_digest(given.encode(), self.token.encode())


def writing_by(token_file: Path | None) -> Writing:
    """
    Take the token from a file, or else from the environment; none in either lets nobody write.

    Raises: TokenUnusable.
    """
    if token_file is None:
        token, where = os.environ.get(VARIABLE, "").strip(), VARIABLE
        if not token:
            return Writing()
    else:
        try:
            token, where = token_file.read_text(encoding="utf-8").strip(), str(token_file)
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is no text"
            raise TokenUnusable(f"No token can be read from {token_file}: {why}. Name a file that holds it.") from None
    if len(token) < LEAST_CHARACTERS:
        raise TokenUnusable(
            f"The token in {where} has {len(token)} characters, and whoever guesses it may write into the record. "
            f"Take at least {LEAST_CHARACTERS}: `openssl rand -hex 24` makes one."
        )
    return Writing(token)
