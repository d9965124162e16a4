CREATE TABLE office_keys (
  public_key TEXT PRIMARY KEY CHECK (length(public_key) = 64),
  office TEXT NOT NULL CHECK (office <> ''),
  confirmed_at TEXT NOT NULL,
  confirmed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE packages (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL CHECK (length(uid) = 32),
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  kind TEXT NOT NULL CHECK (kind IN ('up', 'down')),
  office TEXT NOT NULL CHECK (office <> ''),
  public_key TEXT NOT NULL CHECK (length(public_key) = 64),
  answers TEXT CHECK ((answers IS NULL) = (kind = 'up')),
  session TEXT NOT NULL CHECK (json_valid(session)),
  session_id INTEGER REFERENCES sessions (id) ON DELETE SET NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  made_at TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  UNIQUE (uid, direction)
) STRICT;
--> statement-breakpoint
CREATE TABLE package_rows (
  package_id INTEGER NOT NULL REFERENCES packages (id),
  row INTEGER NOT NULL CHECK (row >= 1),
  product_id INTEGER REFERENCES products (id) ON DELETE SET NULL,
  state TEXT NOT NULL CHECK (state IN ('sent', 'taken', 'refused')),
  reason TEXT NOT NULL CHECK ((reason <> '') = (state = 'refused')),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  PRIMARY KEY (package_id, row)
) STRICT;
--> statement-breakpoint
CREATE INDEX package_rows_by_product ON package_rows (product_id);
--> statement-breakpoint
CREATE TABLE package_papers (
  package_id INTEGER NOT NULL REFERENCES packages (id),
  part TEXT NOT NULL CHECK (part <> ''),
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  issued_on TEXT,
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (package_id, part)
) STRICT;
--> statement-breakpoint
PRAGMA user_version = 24;
