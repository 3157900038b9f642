"""Checking a dated article against the record: what it claims, and what the record says of it."""
