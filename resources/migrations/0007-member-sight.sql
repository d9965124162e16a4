ALTER TABLE councils ADD COLUMN member_sight TEXT NOT NULL DEFAULT 'own-total' CHECK (member_sight IN ('own-ballot', 'own-total', 'revealed-result'));
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN member_sight TEXT NOT NULL DEFAULT 'own-total' CHECK (member_sight IN ('own-ballot', 'own-total', 'revealed-result'));
--> statement-breakpoint
PRAGMA user_version = 7;
