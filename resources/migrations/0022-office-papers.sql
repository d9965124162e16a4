-- Papers of the office that belong to no session, and the office that issues them.
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  level TEXT NOT NULL CHECK (level IN ('district', 'province', 'central')),
  province TEXT NOT NULL,
  district TEXT NOT NULL,
  unit TEXT NOT NULL,
  abbreviation TEXT NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE document_register ADD COLUMN paper TEXT;
--> statement-breakpoint
PRAGMA user_version = 22;
