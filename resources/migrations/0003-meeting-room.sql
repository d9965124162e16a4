CREATE TABLE rooms (
  session_id INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  started_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE room_codes (
  session_id INTEGER NOT NULL REFERENCES rooms (session_id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  salt TEXT NOT NULL CHECK (length(salt) = 32),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  wrong_tries INTEGER NOT NULL CHECK (wrong_tries BETWEEN 0 AND 5),
  PRIMARY KEY (session_id, member_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX room_codes_by_member ON room_codes (member_id);
--> statement-breakpoint
CREATE TABLE room_devices (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
  session_id INTEGER NOT NULL,
  member_id INTEGER NOT NULL,
  entered_at TEXT NOT NULL,
  FOREIGN KEY (session_id, member_id) REFERENCES room_codes (session_id, member_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX room_devices_by_code ON room_devices (session_id, member_id);
--> statement-breakpoint
CREATE TABLE room_acts (
  member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  choice_id TEXT NOT NULL CHECK (length(choice_id) = 32),
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id) ON DELETE CASCADE,
  PRIMARY KEY (member_id, choice_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX room_acts_by_item ON room_acts (agenda_item_id);
--> statement-breakpoint
PRAGMA user_version = 3;
