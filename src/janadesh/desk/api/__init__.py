"""The desk's interface for other programs: REST under `/api/v1`, one file a family of routes."""
