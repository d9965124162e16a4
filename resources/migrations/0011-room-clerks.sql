CREATE TABLE codes_of_holders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES rooms (session_id) ON DELETE CASCADE,
  member_id INTEGER REFERENCES members (id) ON DELETE CASCADE,
  clerk TEXT CHECK (clerk <> ''),
  salt TEXT NOT NULL CHECK (length(salt) = 32),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  wrong_tries INTEGER NOT NULL CHECK (wrong_tries BETWEEN 0 AND 5),
  CHECK ((member_id IS NULL) <> (clerk IS NULL))
) STRICT;
--> statement-breakpoint
INSERT INTO codes_of_holders (session_id, member_id, salt, hash, wrong_tries)
SELECT session_id, member_id, salt, hash, wrong_tries FROM room_codes ORDER BY session_id, member_id;
--> statement-breakpoint
CREATE TABLE devices_of_holders (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
  code_id INTEGER NOT NULL REFERENCES codes_of_holders (id) ON DELETE CASCADE,
  entered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO devices_of_holders
SELECT d.token_hash, c.id, d.entered_at FROM room_devices d JOIN codes_of_holders c USING (session_id, member_id);
--> statement-breakpoint
DROP TABLE room_devices;
--> statement-breakpoint
DROP TABLE room_codes;
--> statement-breakpoint
ALTER TABLE codes_of_holders RENAME TO room_codes;
--> statement-breakpoint
ALTER TABLE devices_of_holders RENAME TO room_devices;
--> statement-breakpoint
CREATE UNIQUE INDEX room_codes_of_member ON room_codes (member_id, session_id);
--> statement-breakpoint
CREATE UNIQUE INDEX room_codes_of_clerk ON room_codes (session_id, clerk);
--> statement-breakpoint
CREATE INDEX room_devices_by_code ON room_devices (code_id);
--> statement-breakpoint
PRAGMA user_version = 11;
