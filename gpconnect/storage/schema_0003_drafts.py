"""Schema 0003: drafts on their author's other devices. Published: never edited, only followed by another."""

DRAFTS: tuple[str, ...] = (
    """CREATE TABLE sealed_draft (
        id TEXT NOT NULL PRIMARY KEY, draft_id TEXT NOT NULL, patient_id TEXT NOT NULL, author TEXT NOT NULL,
        device TEXT NOT NULL, saved_at TEXT NOT NULL, revision INTEGER NOT NULL, over TEXT NOT NULL,
        wraps TEXT NOT NULL, sealed TEXT NOT NULL, gone INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX sealed_draft_draft ON sealed_draft (draft_id)",
    "CREATE INDEX sealed_draft_patient ON sealed_draft (patient_id)",
)
