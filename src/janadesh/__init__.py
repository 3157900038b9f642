"""
Keep an election on the record: dated, sourced statements, asked as of any moment.

    import janadesh

    record = janadesh.open("election.sqlite")
    janadesh.load(record, "jk-2024")
"""

from janadesh.record.book import Record
from janadesh.record.opening import open_record as open  # noqa: A004 - the word a user expects

__all__ = ["Record", "open"]
__version__ = "0.1.0"
