"""Geometry of the desk's drawings; the templates turn it into SVG."""
