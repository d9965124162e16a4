ALTER TABLE attendances ADD COLUMN absence_reason TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
PRAGMA user_version = 5;
