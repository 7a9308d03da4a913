"""Schema 0006: who led when, who decides from which birthday on, and how a citizen service number was checked.

Published: never edited, only followed by another.
"""

DOSSIER: tuple[str, ...] = (
    "ALTER TABLE patient ADD COLUMN bsn_status TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE patient ADD COLUMN bsn_checked_on TEXT",
    "ALTER TABLE patient ADD COLUMN bsn_checked_how TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE patient ADD COLUMN distinct_from TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE feedback ADD COLUMN closed_why TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE lead_change (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, before TEXT NOT NULL, before_name TEXT NOT NULL,
        after TEXT NOT NULL, after_name TEXT NOT NULL, reason TEXT NOT NULL, made_by TEXT NOT NULL,
        made_by_name TEXT NOT NULL, made_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE review (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, age INTEGER NOT NULL, words TEXT NOT NULL,
        made_by TEXT NOT NULL, made_by_name TEXT NOT NULL, made_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX lead_change_patient ON lead_change (patient_id)",
    "CREATE INDEX review_patient ON review (patient_id)",
)
