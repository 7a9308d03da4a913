"""Schema 0006: the time that a family was told. Published: never edited, only followed by another."""

TOLD: tuple[str, ...] = ("ALTER TABLE appointment ADD COLUMN told_start TEXT",)
