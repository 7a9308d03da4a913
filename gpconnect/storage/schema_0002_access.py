"""Schema 0002, first part: the access log of colleagues. Published: never edited, only followed by another."""

ACCESS: tuple[str, ...] = (
    "ALTER TABLE patient ADD COLUMN restricted_to TEXT NOT NULL DEFAULT '[]'",
    """CREATE TABLE access_lines (
        id TEXT NOT NULL PRIMARY KEY, device TEXT NOT NULL, first_row INTEGER NOT NULL, last_row INTEGER NOT NULL,
        "before" TEXT NOT NULL, "after" TEXT NOT NULL, first_at TEXT NOT NULL, last_at TEXT NOT NULL,
        lines TEXT NOT NULL, site_id TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX access_lines_device ON access_lines (device, site_id, first_row)",
    """CREATE TRIGGER access_lines_kept BEFORE DELETE ON access_lines
        BEGIN SELECT RAISE(ABORT, 'the access log is only added to'); END""",
)
