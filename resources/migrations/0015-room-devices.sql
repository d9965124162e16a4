ALTER TABLE room_codes DROP COLUMN wrong_tries;
--> statement-breakpoint
DROP TABLE room_devices;
--> statement-breakpoint
CREATE TABLE room_devices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL CHECK (length(token_hash) = 64),
  code_id INTEGER NOT NULL REFERENCES room_codes (id) ON DELETE CASCADE,
  entered_at TEXT NOT NULL,
  proof_key TEXT NOT NULL CHECK (length(proof_key) = 64),
  address TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX room_devices_by_token ON room_devices (token_hash);
--> statement-breakpoint
CREATE INDEX room_devices_by_code ON room_devices (code_id);
--> statement-breakpoint
PRAGMA user_version = 15;
