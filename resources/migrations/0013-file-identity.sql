ALTER TABLE workspace ADD COLUMN uuid TEXT NOT NULL DEFAULT '' CHECK (uuid NOT GLOB '*[^0-9a-f]*');
--> statement-breakpoint
ALTER TABLE workspace ADD COLUMN commits INTEGER NOT NULL DEFAULT 0 CHECK (commits >= 0);
--> statement-breakpoint
ALTER TABLE workspace ADD COLUMN in_use INTEGER NOT NULL DEFAULT 0 CHECK (in_use IN (0, 1));
--> statement-breakpoint
-- Copies of one file have one identity also where each is carried over by itself: by the first event of its audit.
UPDATE workspace SET
  uuid = coalesce((SELECT substr(hash, 1, 32) FROM audit_events WHERE seq = 1), lower(hex(randomblob(16)))),
  commits = (SELECT count(*) FROM audit_events);
--> statement-breakpoint
PRAGMA user_version = 13;
