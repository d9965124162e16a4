CREATE TABLE province_columns (
  head_key TEXT PRIMARY KEY CHECK (head_key <> ''),
  field TEXT CHECK (field <> '')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
PRAGMA user_version = 6;
