ALTER TABLE audit_events ADD COLUMN changes TEXT NOT NULL DEFAULT '' CHECK (changes = '' OR changes GLOB '{*}');
--> statement-breakpoint
PRAGMA user_version = 14;
