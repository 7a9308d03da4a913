"""Schema 0007: who is known apart from what is written, and the steps of the reporting code.

Published: never edited, only followed by another.

The index is made anew, so what is in the file is listed again and found a little later, people before notes.
"""

_NAME = "trim(given_name || iif(prefix = '', '', ' ' || prefix) || iif(family_name = '', '', ' ' || family_name))"

SEARCH: tuple[str, ...] = (
    """CREATE TABLE meldcode_step (
        id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, step INTEGER NOT NULL, day TEXT NOT NULL,
        words TEXT NOT NULL, made_by TEXT NOT NULL, made_by_name TEXT NOT NULL, made_at TEXT NOT NULL,
        consulted TEXT NOT NULL, weighing TEXT NOT NULL, decision TEXT NOT NULL, reported_on TEXT,
        corrects TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX meldcode_step_patient ON meldcode_step (patient_id)",
    "CREATE INDEX patient_restricted ON patient (id) WHERE restricted_to <> '[]'",
    "DROP TABLE search",
    "DROP TABLE search_entry",
    """CREATE TABLE search_entry (
        row INTEGER PRIMARY KEY, kind TEXT NOT NULL, record TEXT NOT NULL, patient_id TEXT NOT NULL,
        title TEXT NOT NULL, at TEXT NOT NULL, waits INTEGER NOT NULL, UNIQUE (kind, record)
    ) STRICT""",
    "CREATE INDEX search_entry_patient ON search_entry (patient_id)",
    "CREATE INDEX search_entry_waits ON search_entry (row) WHERE waits",
    """CREATE VIRTUAL TABLE search USING fts5 (
        child, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )""",
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
    """CREATE VIRTUAL TABLE search_names USING fts5 (
        kind, title, child, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )""",
    "INSERT INTO search_names (search_names, rank) VALUES ('secure-delete', 1)",
    *(
        f"""INSERT INTO search_entry (kind, record, patient_id, title, at, waits)
        SELECT '{kind}', id, {patient}, {title}, {at}, 1 FROM "{kind}" ORDER BY {order}"""  # noqa: S608 - our own names
        for kind, patient, title, at, order in (
            ("person_card", "id", _NAME, "''", "id"),
            ("patient", "id", _NAME, "''", "opened_at, id"),
            ("provider", "''", "name", "''", "id"),
            ("handover", "patient_id", "provider_name", "created_at", "created_at, id"),
            ("addendum", "patient_id", "''", "made_at", "made_at, id"),
            ("note", "patient_id", "''", "signed_at", "signed_at, id"),
        )
    ),
)
