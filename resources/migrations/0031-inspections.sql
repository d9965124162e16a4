CREATE TABLE inspection_routes (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  name TEXT NOT NULL CHECK (name <> ''),
  starts_on TEXT,
  ends_on TEXT,
  participants TEXT NOT NULL DEFAULT '',
  basis TEXT NOT NULL DEFAULT '',
  CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on)
) STRICT;
--> statement-breakpoint
CREATE TABLE inspections (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  route_id INTEGER REFERENCES inspection_routes (id),
  certificate_id INTEGER REFERENCES certificates (id),
  recognition_id INTEGER REFERENCES recognitions (id),
  inspected_on TEXT,
  place TEXT NOT NULL DEFAULT '',
  participants TEXT NOT NULL DEFAULT '',
  producer_side TEXT NOT NULL DEFAULT '',
  violations TEXT NOT NULL DEFAULT '',
  producer_opinion TEXT NOT NULL DEFAULT '',
  CHECK ((certificate_id IS NULL) <> (recognition_id IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX inspections_by_year ON inspections (year);
--> statement-breakpoint
CREATE INDEX inspections_by_route ON inspections (route_id);
--> statement-breakpoint
CREATE INDEX inspections_by_certificate ON inspections (certificate_id);
--> statement-breakpoint
CREATE INDEX inspections_by_recognition ON inspections (recognition_id);
--> statement-breakpoint
CREATE TABLE inspection_findings (
  inspection_id INTEGER NOT NULL REFERENCES inspections (id) ON DELETE CASCADE,
  item TEXT NOT NULL CHECK (item <> ''),
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'not-applicable')),
  remark TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (inspection_id, item)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE inspection_commitments (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspections (id) ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what <> ''),
  due_on TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('kept', 'broken')),
  settled_on TEXT,
  remark TEXT NOT NULL DEFAULT '',
  CHECK ((outcome IS NULL) = (settled_on IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX inspection_commitments_by_inspection ON inspection_commitments (inspection_id);
--> statement-breakpoint
CREATE TABLE inspection_files (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspections (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  stored_name TEXT NOT NULL CHECK (stored_name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  added_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX inspection_files_by_inspection ON inspection_files (inspection_id);
--> statement-breakpoint
PRAGMA user_version = 31;
