"""What went wrong, what is safe, what to do: copies."""

SENTENCES: dict[str, str] = {}
