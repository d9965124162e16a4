CREATE TABLE commune_changes (
  id INTEGER PRIMARY KEY,
  old_commune TEXT NOT NULL CHECK (old_commune <> ''),
  old_district TEXT NOT NULL,
  old_province TEXT NOT NULL,
  new_commune TEXT NOT NULL CHECK (new_commune <> ''),
  new_province TEXT NOT NULL,
  code TEXT NOT NULL,
  from_day TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE former_places (
  id INTEGER PRIMARY KEY,
  product_id INTEGER REFERENCES products (id) ON DELETE CASCADE,
  producer_id INTEGER REFERENCES producers (id) ON DELETE CASCADE,
  commune TEXT NOT NULL CHECK (commune <> ''),
  district TEXT NOT NULL,
  province TEXT NOT NULL,
  new_commune TEXT NOT NULL,
  new_province TEXT NOT NULL,
  until_day TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((product_id IS NULL) <> (producer_id IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX former_places_by_product ON former_places (product_id);
--> statement-breakpoint
CREATE INDEX former_places_by_producer ON former_places (producer_id);
--> statement-breakpoint
CREATE TABLE product_identities (
  product_id INTEGER PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
  story TEXT NOT NULL,
  material TEXT NOT NULL,
  tradition TEXT NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE registrations ADD COLUMN complete_on TEXT;
--> statement-breakpoint
PRAGMA user_version = 33;
