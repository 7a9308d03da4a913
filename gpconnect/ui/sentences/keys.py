"""What went wrong, what is safe, what to do: keys."""

SENTENCES: dict[str, str] = {}
