"""Schema 0003: why a request to erase was refused. Published: never edited, only followed by another."""

REFUSALS: tuple[str, ...] = (
    """CREATE TABLE erasure_refusal (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, erasure_id TEXT NOT NULL, ground TEXT NOT NULL,
        reason TEXT NOT NULL, decided_by TEXT NOT NULL, decided_by_name TEXT NOT NULL, decided_at TEXT NOT NULL,
        told_at TEXT, told_by TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX erasure_refusal_patient ON erasure_refusal (patient_id)",
)
