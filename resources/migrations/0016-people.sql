CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('secretary', 'checker', 'chair')),
  password_hash TEXT CHECK (password_hash LIKE '$argon2id$%'),
  recovery_hash TEXT CHECK (length(recovery_hash) = 64)
) STRICT;
--> statement-breakpoint
ALTER TABLE workspace ADD COLUMN idle_minutes INTEGER NOT NULL DEFAULT 0 CHECK (idle_minutes >= 0);
--> statement-breakpoint
ALTER TABLE councils ADD COLUMN chair_approves INTEGER NOT NULL DEFAULT 0 CHECK (chair_approves IN (0, 1));
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN chair_approves INTEGER NOT NULL DEFAULT 0 CHECK (chair_approves IN (0, 1));
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN approved_by TEXT CHECK (approved_by <> '');
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN approved_at TEXT CHECK ((approved_at IS NULL) = (approved_by IS NULL));
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN approved_digest TEXT CHECK ((approved_digest IS NULL) = (approved_by IS NULL));
--> statement-breakpoint
PRAGMA user_version = 16;
