CREATE TABLE session_councils (
  session_id INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  province TEXT NOT NULL,
  district TEXT NOT NULL,
  founding_decision_number TEXT NOT NULL,
  founding_decision_date TEXT NOT NULL,
  regulation_number TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE session_members (
  session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES members (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  organisation TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'vice-chair', 'secretary', 'member')),
  sort_order INTEGER NOT NULL,
  PRIMARY KEY (session_id, member_id)
) STRICT;
--> statement-breakpoint
CREATE INDEX session_members_by_member ON session_members (member_id);
--> statement-breakpoint
CREATE TABLE session_products (
  agenda_item_id INTEGER PRIMARY KEY REFERENCES agenda_items (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  producer_name TEXT NOT NULL,
  producer_kind TEXT NOT NULL,
  commune TEXT NOT NULL,
  district TEXT NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO session_councils
SELECT s.id, c.name, c.province, c.district, c.founding_decision_number, c.founding_decision_date, c.regulation_number
FROM sessions s JOIN councils c ON c.id = s.council_id WHERE s.state <> 'planned';
--> statement-breakpoint
INSERT INTO session_members
SELECT s.id, m.id, m.code, m.name, m.position, m.organisation, m.role, m.sort_order
FROM sessions s JOIN members m ON m.council_id = s.council_id WHERE s.state <> 'planned';
--> statement-breakpoint
INSERT INTO session_products
SELECT a.id, p.code, p.name, r.name, r.kind, p.commune, p.district
FROM sessions s JOIN agenda_items a ON a.session_id = s.id JOIN products p ON p.id = a.product_id
  JOIN producers r ON r.id = p.producer_id
WHERE s.state <> 'planned';
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN record_digest TEXT CHECK (length(record_digest) = 64);
--> statement-breakpoint
PRAGMA user_version = 17;
