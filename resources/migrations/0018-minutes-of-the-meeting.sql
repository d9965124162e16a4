ALTER TABLE sessions ADD COLUMN began_at TEXT NOT NULL DEFAULT '' CHECK (began_at = '' OR began_at GLOB '[0-2][0-9]:[0-5][0-9]');
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN ended_at TEXT NOT NULL DEFAULT '' CHECK (ended_at = '' OR ended_at GLOB '[0-2][0-9]:[0-5][0-9]');
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN ended_on TEXT NOT NULL DEFAULT '' CHECK (ended_on = '' OR length(ended_on) = 10);
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN discussion TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
PRAGMA user_version = 18;
