"""What went wrong, what is safe, what to do: access."""

SENTENCES: dict[str, str] = {}
