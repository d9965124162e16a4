ALTER TABLE ballots ADD COLUMN opinion TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
PRAGMA user_version = 8;
