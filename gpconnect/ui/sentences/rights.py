"""What went wrong, what is safe, what to do: rights."""

SENTENCES: dict[str, str] = {}
