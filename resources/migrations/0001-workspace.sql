CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE sealed_files (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('rule-set', 'criteria-set')),
  key TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  body TEXT NOT NULL,
  sealed_at TEXT NOT NULL,
  UNIQUE (kind, key, sha256)
) STRICT;
--> statement-breakpoint
CREATE TABLE councils (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  level TEXT NOT NULL CHECK (level IN ('district', 'commune', 'province', 'central')),
  province TEXT NOT NULL,
  district TEXT NOT NULL,
  founding_decision_number TEXT NOT NULL,
  founding_decision_date TEXT NOT NULL,
  regulation_number TEXT NOT NULL,
  quorum_numerator INTEGER NOT NULL CHECK (quorum_numerator > 0),
  quorum_denominator INTEGER NOT NULL CHECK (quorum_denominator > 0),
  quorum_needs_chair INTEGER NOT NULL CHECK (quorum_needs_chair IN (0, 1)),
  spread_limit INTEGER NOT NULL CHECK (spread_limit BETWEEN 0 AND 100),
  rounding TEXT NOT NULL CHECK (rounding IN ('none', 'two-decimals', 'one-decimal', 'integer')),
  gate_settlement TEXT NOT NULL CHECK (gate_settlement IN ('agreed', 'majority', 'all', 'mean')),
  verification TEXT NOT NULL CHECK (verification IN ('off', 'borderline', 'all'))
) STRICT;
--> statement-breakpoint
CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  council_id INTEGER NOT NULL REFERENCES councils (id),
  code TEXT NOT NULL CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  position TEXT NOT NULL,
  organisation TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'vice-chair', 'secretary', 'member')),
  sort_order INTEGER NOT NULL,
  UNIQUE (council_id, code)
) STRICT;
--> statement-breakpoint
CREATE TABLE producers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL,
  UNIQUE (name, kind)
) STRICT;
--> statement-breakpoint
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  producer_id INTEGER NOT NULL REFERENCES producers (id),
  commune TEXT NOT NULL,
  district TEXT NOT NULL,
  set_number INTEGER NOT NULL CHECK (set_number BETWEEN 1 AND 26),
  search_key TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX products_by_code ON products (code);
--> statement-breakpoint
CREATE INDEX products_by_producer ON products (producer_id);
--> statement-breakpoint
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  council_id INTEGER NOT NULL REFERENCES councils (id),
  rule_set_file_id INTEGER NOT NULL REFERENCES sealed_files (id),
  level TEXT NOT NULL CHECK (level IN ('district', 'commune', 'province', 'central')),
  year INTEGER NOT NULL,
  round INTEGER NOT NULL CHECK (round > 0),
  held_on TEXT NOT NULL,
  place TEXT NOT NULL,
  referral_threshold INTEGER CHECK (referral_threshold BETWEEN 0 AND 100),
  quorum_numerator INTEGER NOT NULL CHECK (quorum_numerator > 0),
  quorum_denominator INTEGER NOT NULL CHECK (quorum_denominator > 0),
  quorum_needs_chair INTEGER NOT NULL CHECK (quorum_needs_chair IN (0, 1)),
  spread_limit INTEGER NOT NULL CHECK (spread_limit BETWEEN 0 AND 100),
  rounding TEXT NOT NULL CHECK (rounding IN ('none', 'two-decimals', 'one-decimal', 'integer')),
  gate_settlement TEXT NOT NULL CHECK (gate_settlement IN ('agreed', 'majority', 'all', 'mean')),
  verification TEXT NOT NULL CHECK (verification IN ('off', 'borderline', 'all')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed')),
  opened_at TEXT,
  closed_at TEXT,
  tally_digest TEXT CHECK (length(tally_digest) = 64),
  CHECK ((state = 'closed') = (tally_digest IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX sessions_by_council ON sessions (council_id);
--> statement-breakpoint
CREATE TABLE attendances (
  session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES members (id),
  is_present INTEGER NOT NULL CHECK (is_present IN (0, 1)),
  arrived_at TEXT,
  left_at TEXT,
  PRIMARY KEY (session_id, member_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE agenda_items (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL REFERENCES products (id),
  criteria_file_id INTEGER NOT NULL REFERENCES sealed_files (id),
  position INTEGER NOT NULL,
  application TEXT NOT NULL CHECK (application IN ('new', 'reassessment', 'upgrade')),
  criteria_case TEXT CHECK (criteria_case IN ('a', 'b')),
  scoring_round INTEGER NOT NULL CHECK (scoring_round > 0),
  spread_waiver TEXT CHECK (spread_waiver <> ''),
  concluded_star INTEGER CHECK (concluded_star BETWEEN 0 AND 5),
  conclusion_note TEXT,
  concluded_at TEXT,
  UNIQUE (session_id, product_id),
  CHECK ((concluded_star IS NULL) = (concluded_at IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX agenda_items_by_product ON agenda_items (product_id);
--> statement-breakpoint
CREATE TABLE exclusions (
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES members (id),
  kind TEXT NOT NULL CHECK (kind IN ('recused', 'absent')),
  reason TEXT NOT NULL,
  PRIMARY KEY (agenda_item_id, member_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX exclusions_by_member ON exclusions (member_id);
--> statement-breakpoint
CREATE TABLE knockout_answers (
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id) ON DELETE CASCADE,
  question TEXT NOT NULL CHECK (question <> ''),
  is_rejected INTEGER NOT NULL CHECK (is_rejected IN (0, 1)),
  reason TEXT NOT NULL,
  PRIMARY KEY (agenda_item_id, question),
  CHECK (is_rejected = 0 OR reason <> '')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE scoring_rounds (
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  reason TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  PRIMARY KEY (agenda_item_id, number)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE ballots (
  id INTEGER PRIMARY KEY,
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES members (id),
  scoring_round INTEGER NOT NULL CHECK (scoring_round > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  state TEXT NOT NULL CHECK (state IN ('draft', 'confirmed', 'verified', 'superseded')),
  saved_at TEXT NOT NULL,
  confirmed_at TEXT,
  reopened_reason TEXT NOT NULL,
  UNIQUE (agenda_item_id, member_id, scoring_round, version),
  CHECK (state NOT IN ('confirmed', 'verified') OR confirmed_at IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX ballots_one_live ON ballots (agenda_item_id, member_id, scoring_round) WHERE state <> 'superseded';
--> statement-breakpoint
CREATE INDEX ballots_by_member ON ballots (member_id);
--> statement-breakpoint
CREATE TABLE ballot_scores (
  ballot_id INTEGER NOT NULL REFERENCES ballots (id) ON DELETE CASCADE,
  criterion INTEGER NOT NULL CHECK (criterion >= 0),
  option INTEGER NOT NULL CHECK (option >= 0),
  points INTEGER NOT NULL CHECK (points >= 0),
  PRIMARY KEY (ballot_id, criterion)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE agreed_levels (
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id) ON DELETE CASCADE,
  criterion INTEGER NOT NULL CHECK (criterion >= 0),
  option INTEGER NOT NULL CHECK (option >= 0),
  PRIMARY KEY (agenda_item_id, criterion)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE audit_events (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  command TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX audit_events_by_subject ON audit_events (subject);
--> statement-breakpoint
CREATE TRIGGER audit_events_never_change BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit events never change'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_never_go BEFORE DELETE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit events are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sealed_files_never_change BEFORE UPDATE ON sealed_files
BEGIN SELECT RAISE(ABORT, 'sealed files never change'); END;
--> statement-breakpoint
PRAGMA user_version = 1;
