"""The shapes of the interface's answers, as pydantic models; the Python client reads with the same ones."""
