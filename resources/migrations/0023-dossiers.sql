CREATE TABLE new_registrations (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  year INTEGER NOT NULL CHECK (year BETWEEN 2013 AND 2100),
  application TEXT NOT NULL CHECK (application IN ('new', 'reassessment', 'upgrade')),
  import_id INTEGER REFERENCES list_imports (id),
  round INTEGER CHECK (round BETWEEN 1 AND 99),
  filed_on TEXT,
  commune TEXT NOT NULL DEFAULT '',
  renews_certificate_id INTEGER REFERENCES certificates (id),
  renews_recognition_id INTEGER REFERENCES recognitions (id) ON DELETE SET NULL,
  samples_received INTEGER NOT NULL DEFAULT 0 CHECK (samples_received BETWEEN 0 AND 999),
  samples_on TEXT,
  samples_after TEXT NOT NULL DEFAULT '' CHECK (samples_after IN ('', 'tasted', 'returned')),
  note TEXT NOT NULL DEFAULT '',
  screening TEXT NOT NULL DEFAULT '' CHECK (screening IN ('', 'passed', 'not-passed', 'to-complete')),
  screened_on TEXT,
  screening_grounds TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(screening_grounds)),
  screening_note TEXT NOT NULL DEFAULT '',
  withdrawn_on TEXT,
  withdrawal_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (product_id, year),
  CHECK (renews_certificate_id IS NULL OR renews_recognition_id IS NULL),
  CHECK ((withdrawn_on IS NULL) = (withdrawal_reason = ''))
) STRICT;
--> statement-breakpoint
INSERT INTO new_registrations (id, product_id, year, application, import_id)
SELECT id, product_id, year, application, import_id FROM registrations;
--> statement-breakpoint
DROP TABLE registrations;
--> statement-breakpoint
ALTER TABLE new_registrations RENAME TO registrations;
--> statement-breakpoint
CREATE INDEX registrations_by_year ON registrations (year);
--> statement-breakpoint
CREATE TABLE dossier_items (
  registration_id INTEGER NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
  item TEXT NOT NULL CHECK (item <> ''),
  state TEXT CHECK (state IN ('received', 'lacking', 'not-needed')),
  received_on TEXT,
  expires_on TEXT,
  reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (registration_id, item)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE dossier_files (
  id INTEGER PRIMARY KEY,
  registration_id INTEGER NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
  item TEXT NOT NULL CHECK (item <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  stored_name TEXT NOT NULL CHECK (stored_name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  added_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX dossier_files_by_registration ON dossier_files (registration_id);
--> statement-breakpoint
PRAGMA user_version = 23;
