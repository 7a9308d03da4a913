"""Schema 0002, third part: copies and checks. Published: never edited, only followed by another."""

KEEPING: tuple[str, ...] = ()
