CREATE TABLE withdrawals (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER REFERENCES certificates (id),
  recognition_id INTEGER REFERENCES recognitions (id),
  rule_set_id TEXT NOT NULL,
  ground TEXT CHECK (ground <> ''),
  ground_text TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (facts <> ''),
  known_on TEXT NOT NULL,
  concluded_by TEXT NOT NULL,
  conclusion TEXT NOT NULL,
  concluded_on TEXT,
  decision_number TEXT NOT NULL DEFAULT '',
  decided_on TEXT,
  dropped_on TEXT,
  drop_reason TEXT NOT NULL DEFAULT '',
  opened_at TEXT NOT NULL,
  CHECK ((certificate_id IS NULL) <> (recognition_id IS NULL)),
  CHECK (ground IS NOT NULL OR ground_text <> ''),
  CHECK ((decided_on IS NULL) = (decision_number = '')),
  CHECK ((dropped_on IS NULL) = (drop_reason = '')),
  CHECK (decided_on IS NULL OR dropped_on IS NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX withdrawals_by_certificate ON withdrawals (certificate_id) WHERE certificate_id IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX withdrawals_by_recognition ON withdrawals (recognition_id) WHERE recognition_id IS NOT NULL;
--> statement-breakpoint
PRAGMA user_version = 27;
