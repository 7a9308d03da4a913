"""Schema 0002, second part: the rights of the family. Published: never edited, only followed by another."""

_COPIES = (
    "ALTER TABLE addendum ADD COLUMN correction INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE addendum ADD COLUMN part TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE addendum ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE addendum ADD COLUMN asked_by TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE statement (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, text TEXT NOT NULL, said_by TEXT NOT NULL,
        said_by_name TEXT NOT NULL, said_on TEXT NOT NULL, recorded_by TEXT NOT NULL,
        recorded_by_name TEXT NOT NULL, recorded_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX statement_patient ON statement (patient_id)",
    """CREATE TABLE withholding (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL,
        ground TEXT NOT NULL, reason TEXT NOT NULL, decided_by TEXT NOT NULL, decided_by_name TEXT NOT NULL,
        decided_at TEXT NOT NULL, part TEXT NOT NULL, towards TEXT NOT NULL, until TEXT, lifted_at TEXT,
        lifted_by TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX withholding_patient ON withholding (patient_id)",
    """CREATE TABLE retention (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, until TEXT NOT NULL, reason TEXT NOT NULL,
        decided_by TEXT NOT NULL, decided_by_name TEXT NOT NULL, decided_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX retention_patient ON retention (patient_id)",
)
"""Corrections, statements, what is kept back from copies, and what is kept longer."""

RIGHTS: tuple[str, ...] = _COPIES
