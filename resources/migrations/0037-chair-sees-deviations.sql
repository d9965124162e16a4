-- Whether the regulations let the chair see how far each member's totals stand from the means of the products.
ALTER TABLE councils ADD COLUMN chair_sees_deviations INTEGER NOT NULL DEFAULT 0 CHECK (chair_sees_deviations IN (0, 1));
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN chair_sees_deviations INTEGER NOT NULL DEFAULT 0 CHECK (chair_sees_deviations IN (0, 1));
--> statement-breakpoint
PRAGMA user_version = 37;
