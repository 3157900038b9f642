"""Offers the record to AI assistants, as tools of the Model Context Protocol."""
