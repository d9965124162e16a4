-- Lists of former years say the number of each certificate, and so do packages from the level above.
ALTER TABLE recognitions ADD COLUMN certificate_number TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
PRAGMA user_version = 36;
