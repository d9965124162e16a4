ALTER TABLE members ADD COLUMN retired_on TEXT;
--> statement-breakpoint
ALTER TABLE members ADD COLUMN retire_reason TEXT NOT NULL DEFAULT '' CHECK ((retired_on IS NULL) = (retire_reason = ''));
--> statement-breakpoint
CREATE TABLE council_years (
  council_id INTEGER PRIMARY KEY REFERENCES councils (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 2013 AND 2100),
  from_council_id INTEGER NOT NULL UNIQUE REFERENCES councils (id) CHECK (from_council_id <> council_id)
) STRICT;
--> statement-breakpoint
CREATE TABLE closed_years (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 2013 AND 2100),
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL
) STRICT;
--> statement-breakpoint
PRAGMA user_version = 28;
