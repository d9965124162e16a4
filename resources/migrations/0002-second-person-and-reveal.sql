ALTER TABLE agenda_items ADD COLUMN samples_received INTEGER NOT NULL DEFAULT 0 CHECK (samples_received >= 0);
--> statement-breakpoint
ALTER TABLE agenda_items ADD COLUMN dossier_status TEXT NOT NULL DEFAULT 'unchecked' CHECK (dossier_status IN ('unchecked', 'complete', 'incomplete'));
--> statement-breakpoint
ALTER TABLE agenda_items ADD COLUMN dossier_note TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE agenda_items ADD COLUMN revealed_at TEXT;
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN current_item_id INTEGER REFERENCES agenda_items (id) ON DELETE SET NULL;
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN sole_operator_note TEXT CHECK (sole_operator_note <> '');
--> statement-breakpoint
ALTER TABLE ballots ADD COLUMN confirmed_by TEXT;
--> statement-breakpoint
ALTER TABLE ballots ADD COLUMN verified_by TEXT;
--> statement-breakpoint
CREATE TABLE ballot_checks (
  ballot_id INTEGER NOT NULL REFERENCES ballots (id) ON DELETE CASCADE,
  criterion INTEGER NOT NULL CHECK (criterion >= 0),
  option INTEGER NOT NULL CHECK (option >= 0),
  PRIMARY KEY (ballot_id, criterion)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE product_pictures (
  product_id INTEGER PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
  bytes BLOB NOT NULL
) STRICT;
--> statement-breakpoint
PRAGMA user_version = 2;
