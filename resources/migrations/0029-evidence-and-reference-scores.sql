CREATE TABLE dossier_evidence (
  file_id INTEGER NOT NULL REFERENCES dossier_files (id) ON DELETE CASCADE,
  criterion TEXT NOT NULL CHECK (criterion <> ''),
  proves INTEGER NOT NULL CHECK (proves IN (0, 1)),
  PRIMARY KEY (file_id, criterion)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE reference_scores (
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('producer', 'advisers')),
  choices TEXT NOT NULL CHECK (length(choices) BETWEEN 1 AND 99 AND choices NOT GLOB '*[^.0-9]*'),
  revision INTEGER NOT NULL CHECK (revision > 0),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (agenda_item_id, source)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE reference_sight (
  session_id INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  sight TEXT NOT NULL CHECK (sight IN ('hidden', 'panel'))
) STRICT;
--> statement-breakpoint
PRAGMA user_version = 29;
