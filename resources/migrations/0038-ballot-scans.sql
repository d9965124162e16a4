-- Signed ballots as they were scanned: the files, which lie in the folder beside the workspace, and which page of which file a
-- ballot was taken from.
CREATE TABLE ballot_scans (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  stored_name TEXT NOT NULL CHECK (stored_name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  added_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX ballot_scans_by_session ON ballot_scans (session_id, sha256);
--> statement-breakpoint
CREATE TABLE ballot_pages (
  id INTEGER PRIMARY KEY,
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES members (id),
  scoring_round INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  scan_id INTEGER NOT NULL REFERENCES ballot_scans (id) ON DELETE CASCADE,
  scan_page INTEGER NOT NULL CHECK (scan_page > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  reading TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  taken_by TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX ballot_pages_by_place ON ballot_pages (agenda_item_id, member_id, scoring_round, number, sha256);
--> statement-breakpoint
CREATE INDEX ballot_pages_by_scan ON ballot_pages (scan_id);
--> statement-breakpoint
-- Whether the regulations let ballots whose paper is clear be taken all at once, after a sample that the program draws.
ALTER TABLE councils ADD COLUMN takes_clear_paper INTEGER NOT NULL DEFAULT 0 CHECK (takes_clear_paper IN (0, 1));
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN takes_clear_paper INTEGER NOT NULL DEFAULT 0 CHECK (takes_clear_paper IN (0, 1));
--> statement-breakpoint
PRAGMA user_version = 38;
