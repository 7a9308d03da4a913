"""What went wrong, what is safe, what to do: erasing."""

SENTENCES: dict[str, str] = {}
