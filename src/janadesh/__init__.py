"""
Keep an election on the record: dated, sourced statements, asked as of any moment.

    import janadesh

    record = janadesh.open("election.sqlite")
    janadesh.load(record, "jk-2024")
"""

from typing import TYPE_CHECKING

from janadesh.lazily import __getattr__ as __getattr__

if TYPE_CHECKING:
    from janadesh.record.book import Record
    from janadesh.record.opening import open_record as open  # noqa: A004 - the word a user expects
    from janadesh.sources.loading import load

__all__ = ["Record", "load", "open"]
__version__ = "0.1.0"
