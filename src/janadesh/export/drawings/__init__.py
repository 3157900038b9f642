"""Drawings of results: geometry that the desk's templates use too, and whole SVG pictures."""
