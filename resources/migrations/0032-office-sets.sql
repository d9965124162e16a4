CREATE TABLE office_sets (
  id INTEGER PRIMARY KEY,
  set_key TEXT NOT NULL CHECK (set_key <> ''),
  criteria_file_id INTEGER NOT NULL REFERENCES sealed_files (id),
  adopted_at TEXT NOT NULL,
  ended_at TEXT,
  end_reason TEXT NOT NULL DEFAULT '',
  CHECK (ended_at IS NOT NULL OR end_reason = '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX office_sets_standing ON office_sets (set_key) WHERE ended_at IS NULL;
--> statement-breakpoint
PRAGMA user_version = 32;
