CREATE TABLE document_register (
  id INTEGER PRIMARY KEY,
  session_id INTEGER REFERENCES sessions (id) ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  year INTEGER NOT NULL,
  symbol TEXT NOT NULL CHECK (symbol <> ''),
  number INTEGER NOT NULL CHECK (number > 0),
  issued_on TEXT NOT NULL,
  posts TEXT NOT NULL CHECK (json_valid(posts)),
  signer TEXT NOT NULL,
  recipients TEXT NOT NULL CHECK (json_valid(recipients)),
  reason TEXT NOT NULL,
  data_digest TEXT NOT NULL CHECK (length(data_digest) = 64),
  data_facts TEXT NOT NULL CHECK (json_valid(data_facts)),
  registered_at TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT CHECK (void_reason <> ''),
  CHECK (substr(issued_on, 1, 4) = CAST(year AS TEXT)),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX document_register_number ON document_register (year, symbol, number) WHERE reason = '';
--> statement-breakpoint
CREATE UNIQUE INDEX document_register_live ON document_register (session_id, kind) WHERE voided_at IS NULL;
--> statement-breakpoint
CREATE INDEX document_register_by_kind ON document_register (kind);
--> statement-breakpoint
CREATE TABLE certificates (
  id INTEGER PRIMARY KEY,
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id),
  year INTEGER NOT NULL,
  symbol TEXT NOT NULL CHECK (symbol <> ''),
  number INTEGER NOT NULL CHECK (number > 0),
  star INTEGER NOT NULL CHECK (star BETWEEN 3 AND 5),
  decision_code TEXT NOT NULL CHECK (decision_code <> ''),
  issued_on TEXT NOT NULL,
  expires_on TEXT NOT NULL CHECK (expires_on > issued_on),
  data_digest TEXT NOT NULL CHECK (length(data_digest) = 64),
  data_facts TEXT NOT NULL CHECK (json_valid(data_facts)),
  numbered_at TEXT NOT NULL,
  prints INTEGER NOT NULL DEFAULT 0 CHECK (prints >= 0),
  last_printed_at TEXT,
  voided_at TEXT,
  void_reason TEXT CHECK (void_reason <> ''),
  UNIQUE (year, symbol, number),
  CHECK (substr(issued_on, 1, 4) = CAST(year AS TEXT)),
  CHECK ((prints = 0) = (last_printed_at IS NULL)),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX certificates_live ON certificates (agenda_item_id) WHERE voided_at IS NULL;
--> statement-breakpoint
CREATE TABLE overprint_layouts (
  council_id INTEGER PRIMARY KEY REFERENCES councils (id) ON DELETE CASCADE,
  layout TEXT NOT NULL CHECK (json_valid(layout)),
  saved_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE word_templates (
  kind TEXT PRIMARY KEY CHECK (kind <> ''),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  saved_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
PRAGMA user_version = 4;
