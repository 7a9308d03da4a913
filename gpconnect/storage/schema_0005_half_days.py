"""Schema 0005: half-days that change one by one, and who is away. Published: never edited, only followed by another."""

HALF_DAYS: tuple[str, ...] = (
    "ALTER TABLE office_hours ADD COLUMN rule TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE office_hours ADD COLUMN follows TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE half_day_session ADD COLUMN meant_on TEXT",
    "ALTER TABLE half_day_session ADD COLUMN own INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE half_day_session ADD COLUMN open_anyway INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE half_day_session ADD COLUMN called_off_why TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE half_day_session ADD COLUMN deputy_for TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX half_day_session_series ON half_day_session (office_hours_id)",
    """CREATE TABLE site_closure (
        id TEXT NOT NULL PRIMARY KEY, site_id TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
        reason TEXT NOT NULL, source_uid TEXT NOT NULL, archived INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE absence (
        id TEXT NOT NULL PRIMARY KEY, site_id TEXT NOT NULL, worker_id TEXT NOT NULL, first_day TEXT NOT NULL,
        last_day TEXT NOT NULL, deputy_id TEXT NOT NULL, archived INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX site_closure_site ON site_closure (site_id, last_day)",
    "CREATE INDEX absence_site ON absence (site_id, last_day)",
)
