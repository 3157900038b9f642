"""The desk as static files, for any host or CDN: its pages are walked, rewritten, and written where they changed."""
