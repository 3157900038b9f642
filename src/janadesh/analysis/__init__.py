"""Questions about results: pure functions of the record as of a moment."""
