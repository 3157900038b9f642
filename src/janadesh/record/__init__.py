"""The record: a ledger of dated, sourced statements in a database, asked as of any moment."""
