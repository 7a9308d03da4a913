"""Schema 0004: what a booking desk asks more. Published: never edited, only followed by another."""

DESK: tuple[str, ...] = (
    "ALTER TABLE appointment ADD COLUMN practitioner_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE appointment ADD COLUMN family_agreed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE appointment ADD COLUMN request_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE appointment ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE waiting_entry ADD COLUMN priority INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE waiting_entry ADD COLUMN priority_why TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE waiting_entry ADD COLUMN wish_days TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE waiting_entry ADD COLUMN wish_part TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE waiting_entry ADD COLUMN wish_worker TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE safety_task ADD COLUMN words TEXT NOT NULL DEFAULT ''",
)
