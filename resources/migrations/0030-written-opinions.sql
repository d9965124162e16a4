-- Evaluation by written opinions (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 6). A round keeps its council, members and products as they were
-- when it was made. A recognition that a round's decision gives was told by no list.
CREATE TABLE new_recognitions (
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
  import_id INTEGER REFERENCES list_imports (id)
) STRICT;
--> statement-breakpoint
INSERT INTO new_recognitions (id, product_id, product_name, producer_name, star, score, decision_number, decision_date,
  decision_year, valid_until, import_id)
SELECT id, product_id, product_name, producer_name, star, score, decision_number, decision_date, decision_year, valid_until,
  import_id FROM recognitions;
--> statement-breakpoint
DROP TABLE recognitions;
--> statement-breakpoint
ALTER TABLE new_recognitions RENAME TO recognitions;
--> statement-breakpoint
CREATE INDEX recognitions_by_product ON recognitions (product_id);
--> statement-breakpoint
CREATE INDEX recognitions_by_end ON recognitions (valid_until);
--> statement-breakpoint
CREATE TABLE written_rounds (
  id INTEGER PRIMARY KEY,
  council_id INTEGER NOT NULL REFERENCES councils (id),
  name TEXT NOT NULL CHECK (name <> ''),
  province TEXT NOT NULL,
  district TEXT NOT NULL,
  founding_decision_number TEXT NOT NULL,
  founding_decision_date TEXT NOT NULL,
  regulation_number TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('district', 'commune', 'province', 'central')),
  rule_set_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  sent_on TEXT NOT NULL,
  reply_by TEXT NOT NULL CHECK (reply_by >= sent_on),
  answers_percent INTEGER NOT NULL DEFAULT 100 CHECK (answers_percent BETWEEN 1 AND 100),
  agree_percent INTEGER NOT NULL DEFAULT 100 CHECK (agree_percent BETWEEN 51 AND 100),
  basis TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  closed_on TEXT,
  decision_number TEXT NOT NULL DEFAULT '',
  decided_on TEXT,
  made_at TEXT NOT NULL,
  UNIQUE (year, number),
  CHECK (substr(sent_on, 1, 4) = CAST(year AS TEXT)),
  CHECK ((decided_on IS NULL) = (decision_number = '')),
  CHECK (decided_on IS NULL OR closed_on IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE TABLE written_members (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES written_rounds (id) ON DELETE CASCADE,
  member_id INTEGER REFERENCES members (id) ON DELETE SET NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  organisation TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'vice-chair', 'secretary', 'member')),
  sort_order INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX written_members_by_round ON written_members (round_id);
--> statement-breakpoint
CREATE TABLE written_products (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES written_rounds (id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL REFERENCES products (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  commune TEXT NOT NULL,
  district TEXT NOT NULL,
  producer_name TEXT NOT NULL CHECK (producer_name <> ''),
  registration_id INTEGER REFERENCES registrations (id) ON DELETE SET NULL,
  former_decision TEXT NOT NULL DEFAULT '',
  former_decided_on TEXT,
  former_lapses_on TEXT,
  former_star INTEGER CHECK (former_star BETWEEN 1 AND 5),
  score REAL CHECK (score BETWEEN 0 AND 100),
  proposed_star INTEGER CHECK (proposed_star BETWEEN 3 AND 5),
  advice TEXT NOT NULL DEFAULT '',
  complete_on TEXT,
  session_id INTEGER REFERENCES sessions (id) ON DELETE SET NULL,
  recognition_id INTEGER REFERENCES recognitions (id) ON DELETE SET NULL,
  UNIQUE (round_id, product_id)
) STRICT;
--> statement-breakpoint
CREATE INDEX written_products_by_product ON written_products (product_id);
--> statement-breakpoint
CREATE INDEX written_products_by_recognition ON written_products (recognition_id);
--> statement-breakpoint
CREATE TABLE written_answers (
  written_product_id INTEGER NOT NULL REFERENCES written_products (id) ON DELETE CASCADE,
  written_member_id INTEGER NOT NULL REFERENCES written_members (id) ON DELETE CASCADE,
  answer TEXT NOT NULL CHECK (answer IN ('agree', 'differ', 'meet', 'recused')),
  answered_on TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (written_product_id, written_member_id),
  CHECK (answer <> 'recused' OR words <> '')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
PRAGMA user_version = 30;
