"""Schema 0001, second part: operations, parcels, keys, search, access log. Published: never edited, only followed."""

LOG = (
    """CREATE TABLE operation (
        row INTEGER PRIMARY KEY, op_id TEXT NOT NULL UNIQUE, space TEXT NOT NULL, dossier TEXT, kind TEXT NOT NULL,
        record TEXT NOT NULL, schema INTEGER NOT NULL, made_at TEXT NOT NULL, author TEXT NOT NULL,
        device TEXT NOT NULL, action TEXT NOT NULL, seen TEXT NOT NULL, body BLOB NOT NULL,
        seq INTEGER, place INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX operation_record ON operation (record, seq, place)",
    "CREATE INDEX operation_dossier ON operation (dossier) WHERE dossier IS NOT NULL",
    "CREATE INDEX operation_action ON operation (action) WHERE seq IS NULL",
    """CREATE TABLE outbox (
        row INTEGER PRIMARY KEY REFERENCES operation (row) ON DELETE CASCADE,
        space TEXT NOT NULL, incarnation BLOB, number INTEGER, place INTEGER NOT NULL DEFAULT 0, refused TEXT
    ) STRICT""",
    "CREATE INDEX outbox_space ON outbox (space, number)",
)

PARCELS = (
    """CREATE TABLE chain (
        space TEXT NOT NULL PRIMARY KEY, incarnation BLOB NOT NULL, number INTEGER NOT NULL, prev_hash BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE parcel_out (
        row INTEGER PRIMARY KEY, space TEXT NOT NULL, incarnation BLOB NOT NULL, number INTEGER NOT NULL,
        envelope BLOB NOT NULL, digest BLOB NOT NULL, keys BLOB NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'acknowledged', 'refused')),
        seq INTEGER, code TEXT NOT NULL DEFAULT '', UNIQUE (space, incarnation, number)
    ) STRICT""",
    "CREATE INDEX parcel_out_waiting ON parcel_out (space) WHERE state = 'waiting'",
    """CREATE TABLE parcel_in (
        space TEXT NOT NULL, seq INTEGER NOT NULL, digest BLOB NOT NULL, envelope BLOB NOT NULL,
        granted TEXT NOT NULL, code TEXT NOT NULL, received_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('applied', 'parked', 'refused', 'alarm')), reason TEXT NOT NULL,
        PRIMARY KEY (space, seq)
    ) STRICT""",
    "CREATE INDEX parcel_in_open ON parcel_in (space, state) WHERE state <> 'applied'",
    """CREATE TABLE cursor (
        space TEXT NOT NULL PRIMARY KEY, incarnation BLOB NOT NULL, seq INTEGER NOT NULL, head BLOB NOT NULL,
        key_cursor INTEGER NOT NULL
    ) STRICT""",
)

KEYS = (
    "CREATE TABLE secret_blob (name TEXT NOT NULL PRIMARY KEY, data BLOB NOT NULL) STRICT",
    """CREATE TABLE claim_token (
        space TEXT NOT NULL, claim BLOB NOT NULL, token BLOB NOT NULL, about TEXT NOT NULL, PRIMARY KEY (space, claim)
    ) STRICT""",
    "CREATE INDEX claim_token_about ON claim_token (about)",
    """CREATE TABLE claim_holder (
        space TEXT NOT NULL, claim BLOB NOT NULL, token_hash BLOB NOT NULL, PRIMARY KEY (space, claim)
    ) STRICT""",
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT",
)

DESK = (
    "CREATE TABLE held_card (id TEXT NOT NULL PRIMARY KEY, held_at TEXT NOT NULL, card TEXT NOT NULL) STRICT",
    """CREATE TABLE conflict (
        kind TEXT NOT NULL, record TEXT NOT NULL, field_group TEXT NOT NULL, heads TEXT NOT NULL,
        PRIMARY KEY (kind, record, field_group)
    ) STRICT""",
    """CREATE TABLE marked (
        op_id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, record TEXT NOT NULL, reason TEXT NOT NULL,
        author TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX marked_record ON marked (kind, record)",
    """CREATE TABLE tombstone (
        patient_id TEXT NOT NULL PRIMARY KEY, article TEXT NOT NULL, requested_by TEXT NOT NULL,
        destroyed_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE access_log (
        row INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE, action TEXT NOT NULL, type TEXT NOT NULL,
        at TEXT NOT NULL, client TEXT NOT NULL, user TEXT NOT NULL, on_behalf_of TEXT NOT NULL, role TEXT NOT NULL,
        device TEXT NOT NULL, outcome TEXT NOT NULL, purpose TEXT NOT NULL, detail TEXT NOT NULL, hash BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX access_log_client ON access_log (client, at)",
    "CREATE INDEX access_log_at ON access_log (at)",
    """CREATE TRIGGER access_log_fixed BEFORE UPDATE ON access_log
        BEGIN SELECT RAISE(ABORT, 'the access log is only added to'); END""",
    """CREATE TRIGGER access_log_kept BEFORE DELETE ON access_log
        BEGIN SELECT RAISE(ABORT, 'the access log is only added to'); END""",
)

SEARCH = (
    """CREATE TABLE search_entry (
        row INTEGER PRIMARY KEY, kind TEXT NOT NULL, record TEXT NOT NULL, patient_id TEXT NOT NULL,
        title TEXT NOT NULL, UNIQUE (kind, record)
    ) STRICT""",
    "CREATE INDEX search_entry_patient ON search_entry (patient_id)",
    """CREATE VIRTUAL TABLE search USING fts5 (
        title, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )""",
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
)
