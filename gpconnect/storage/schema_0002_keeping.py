"""Schema 0002, third part: copies and checks. Published: never edited, only followed by another."""

KEEPING: tuple[str, ...] = (
    """CREATE TABLE copy_made (
        name TEXT NOT NULL, folder TEXT NOT NULL, made_at TEXT NOT NULL, bytes INTEGER NOT NULL,
        automatic INTEGER NOT NULL, good INTEGER NOT NULL, PRIMARY KEY (folder, name)
    ) STRICT""",
    "ALTER TABLE marked ADD COLUMN seen INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE file_check (
        row INTEGER PRIMARY KEY, at TEXT NOT NULL, automatic INTEGER NOT NULL, whole INTEGER NOT NULL,
        ok INTEGER NOT NULL, found TEXT NOT NULL
    ) STRICT""",
    # Whose a draft is, on another page than the draft: see `gpconnect.storage.damage`.
    "CREATE INDEX note_draft_patient ON note_draft (patient_id)",
)
