"""`janadesh check`: dated articles, their claims, and what the record says of each."""

EXAMPLES = ()


def check() -> None:
    """Check."""
