"""What went wrong, what is safe, what to do: locking."""

SENTENCES: dict[str, str] = {}
