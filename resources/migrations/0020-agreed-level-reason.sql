ALTER TABLE agreed_levels ADD COLUMN reason TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
PRAGMA user_version = 20;
