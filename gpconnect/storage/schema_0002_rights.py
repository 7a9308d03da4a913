"""Schema 0002, second part: the rights of the family. Published: never edited, only followed by another."""

RIGHTS: tuple[str, ...] = ()
