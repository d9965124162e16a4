CREATE TABLE ballot_acts (
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  act_id TEXT NOT NULL CHECK (length(act_id) = 32),
  PRIMARY KEY (agenda_item_id, member_id, act_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO ballot_acts SELECT agenda_item_id, member_id, choice_id FROM room_acts;
--> statement-breakpoint
DROP TABLE room_acts;
--> statement-breakpoint
PRAGMA user_version = 10;
