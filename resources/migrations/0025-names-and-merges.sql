-- What producers and products were called besides, by a list, a merger of two records or before they were renamed.
ALTER TABLE producers ADD COLUMN province TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
CREATE TABLE producer_names (
  id INTEGER PRIMARY KEY,
  producer_id INTEGER NOT NULL REFERENCES producers (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  UNIQUE (producer_id, name)
) STRICT;
--> statement-breakpoint
CREATE TABLE product_names (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  producer_name TEXT NOT NULL CHECK (producer_name <> ''),
  UNIQUE (product_id, name, producer_name)
) STRICT;
--> statement-breakpoint
PRAGMA user_version = 25;
