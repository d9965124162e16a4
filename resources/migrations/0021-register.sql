CREATE TABLE new_producers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL,
  representative TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  commune TEXT NOT NULL DEFAULT '',
  district TEXT NOT NULL DEFAULT ''
) STRICT;
--> statement-breakpoint
INSERT INTO new_producers (id, name, kind, commune, district)
SELECT r.id, r.name, r.kind,
  CASE WHEN count(DISTINCT p.commune || '|' || p.district) = 1 THEN min(p.commune) ELSE '' END,
  CASE WHEN count(DISTINCT p.commune || '|' || p.district) = 1 THEN min(p.district) ELSE '' END
FROM producers r LEFT JOIN products p ON p.producer_id = r.id GROUP BY r.id;
--> statement-breakpoint
DROP TABLE producers;
--> statement-breakpoint
ALTER TABLE new_producers RENAME TO producers;
--> statement-breakpoint
CREATE INDEX producers_by_name ON producers (name);
--> statement-breakpoint
CREATE TABLE new_products (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  producer_id INTEGER NOT NULL REFERENCES producers (id),
  commune TEXT NOT NULL,
  district TEXT NOT NULL,
  set_number INTEGER CHECK (set_number BETWEEN 1 AND 26),
  search_key TEXT NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO new_products (id, code, name, producer_id, commune, district, set_number, search_key)
SELECT id, code, name, producer_id, commune, district, set_number, search_key FROM products;
--> statement-breakpoint
DROP TABLE products;
--> statement-breakpoint
ALTER TABLE new_products RENAME TO products;
--> statement-breakpoint
CREATE INDEX products_by_code ON products (code);
--> statement-breakpoint
CREATE INDEX products_by_producer ON products (producer_id);
--> statement-breakpoint
CREATE TABLE list_imports (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  sheet TEXT NOT NULL,
  sender TEXT NOT NULL,
  taken_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE list_rows (
  import_id INTEGER NOT NULL REFERENCES list_imports (id),
  row INTEGER NOT NULL CHECK (row >= 1),
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  PRIMARY KEY (import_id, row)
) STRICT;
--> statement-breakpoint
CREATE INDEX list_rows_by_product ON list_rows (product_id);
--> statement-breakpoint
CREATE TABLE recognitions (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  product_name TEXT NOT NULL CHECK (product_name <> ''),
  producer_name TEXT NOT NULL CHECK (producer_name <> ''),
  star INTEGER CHECK (star BETWEEN 1 AND 5),
  score REAL CHECK (score BETWEEN 0 AND 100),
  decision_number TEXT NOT NULL,
  decision_date TEXT,
  decision_year INTEGER,
  valid_until TEXT,
  import_id INTEGER NOT NULL REFERENCES list_imports (id)
) STRICT;
--> statement-breakpoint
CREATE INDEX recognitions_by_product ON recognitions (product_id);
--> statement-breakpoint
CREATE INDEX recognitions_by_end ON recognitions (valid_until);
--> statement-breakpoint
CREATE TABLE registrations (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  year INTEGER NOT NULL CHECK (year BETWEEN 2013 AND 2100),
  application TEXT NOT NULL CHECK (application IN ('new', 'reassessment', 'upgrade')),
  import_id INTEGER NOT NULL REFERENCES list_imports (id),
  UNIQUE (product_id, year)
) STRICT;
--> statement-breakpoint
CREATE TABLE list_columns (
  sender TEXT NOT NULL,
  head_key TEXT NOT NULL CHECK (head_key <> ''),
  field TEXT CHECK (field <> ''),
  PRIMARY KEY (sender, head_key)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
PRAGMA user_version = 21;
