"""Keep an election on the record: dated, sourced statements, asked as of any moment."""

__version__ = "0.1.0"
