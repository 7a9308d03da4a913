"""What went wrong, what is safe, what to do: trouble."""

SENTENCES: dict[str, str] = {}
