"""Schema 0002, second part: the rights of the family. Published: never edited, only followed by another."""

_ERASURE = (
    """CREATE TABLE erasure (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, article TEXT NOT NULL, requested_by TEXT NOT NULL,
        requested_at TEXT NOT NULL, recorded_by TEXT NOT NULL, records INTEGER NOT NULL, parts TEXT NOT NULL,
        status TEXT NOT NULL, status_at TEXT, decided_by TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX erasure_patient ON erasure (patient_id)",
    """CREATE TABLE erasure_receipt (
        id TEXT NOT NULL PRIMARY KEY, erasure_id TEXT NOT NULL, patient_id TEXT NOT NULL, device TEXT NOT NULL,
        destroyed_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX erasure_receipt_erasure ON erasure_receipt (erasure_id)",
    """CREATE TABLE kept_history (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, erasure_id TEXT NOT NULL, operations TEXT NOT NULL
    ) STRICT""",
    "ALTER TABLE tombstone RENAME TO tombstone_0001",
    """CREATE TABLE tombstone (
        patient_id TEXT NOT NULL, article TEXT NOT NULL, requested_by TEXT NOT NULL, destroyed_at TEXT NOT NULL,
        erasure TEXT NOT NULL, parts TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (patient_id, erasure)
    ) STRICT""",
    """INSERT INTO tombstone (patient_id, article, requested_by, destroyed_at, erasure, parts, seq)
        SELECT patient_id, article, requested_by, destroyed_at, '', '[]', 0 FROM tombstone_0001""",
    "DROP TABLE tombstone_0001",
    """CREATE TABLE refused_key (
        space TEXT NOT NULL, id BLOB NOT NULL, seq INTEGER NOT NULL, told INTEGER NOT NULL, whole INTEGER NOT NULL,
        PRIMARY KEY (space, id)
    ) STRICT""",
)


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

RIGHTS: tuple[str, ...] = (*_ERASURE, *_COPIES)
