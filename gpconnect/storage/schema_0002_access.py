"""Schema 0002, first part: the access log of colleagues. Published: never edited, only followed by another."""

ACCESS: tuple[str, ...] = ()
