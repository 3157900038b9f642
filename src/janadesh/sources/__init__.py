"""Readers, one file a format: packs and official tables become statements, files become articles."""
