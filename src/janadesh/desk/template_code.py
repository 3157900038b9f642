"""The templates' code, compiled once for all languages: only what a template may call differs between them."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class SharedCode(BytecodeCache):
    """Keeps what a template was compiled to for as long as the desk runs, for every environment that is given it."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._compiled: dict[str, Bucket] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code where another language has compiled it."""
        if bucket.key in self._compiled:
            bucket.code = self._compiled[bucket.key].code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._compiled[bucket.key] = bucket
