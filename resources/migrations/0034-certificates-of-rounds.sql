-- A certificate rests on a product of a session's agenda or of a round of written opinions (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 6). What
-- was sent to the members of a round is noted, form or reminder.
CREATE TABLE new_certificates (
  id INTEGER PRIMARY KEY,
  agenda_item_id INTEGER REFERENCES agenda_items (id),
  written_product_id INTEGER REFERENCES written_products (id),
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
  CHECK ((agenda_item_id IS NULL) <> (written_product_id IS NULL)),
  CHECK (substr(issued_on, 1, 4) = CAST(year AS TEXT)),
  CHECK ((prints = 0) = (last_printed_at IS NULL)),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;
--> statement-breakpoint
INSERT INTO new_certificates (id, agenda_item_id, year, symbol, number, star, decision_code, issued_on, expires_on, data_digest,
  data_facts, numbered_at, prints, last_printed_at, voided_at, void_reason)
SELECT id, agenda_item_id, year, symbol, number, star, decision_code, issued_on, expires_on, data_digest, data_facts, numbered_at,
  prints, last_printed_at, voided_at, void_reason FROM certificates;
--> statement-breakpoint
DROP TABLE certificates;
--> statement-breakpoint
ALTER TABLE new_certificates RENAME TO certificates;
--> statement-breakpoint
CREATE UNIQUE INDEX certificates_live ON certificates (agenda_item_id) WHERE voided_at IS NULL AND agenda_item_id IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX certificates_of_rounds ON certificates (written_product_id)
  WHERE voided_at IS NULL AND written_product_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE written_sendings (
  id INTEGER PRIMARY KEY,
  written_member_id INTEGER NOT NULL REFERENCES written_members (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('form', 'reminder')),
  sent_on TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('hand', 'post', 'system', 'email', 'phone')),
  letter TEXT NOT NULL DEFAULT ''
) STRICT;
--> statement-breakpoint
CREATE INDEX written_sendings_by_member ON written_sendings (written_member_id);
--> statement-breakpoint
PRAGMA user_version = 34;
