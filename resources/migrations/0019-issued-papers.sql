ALTER TABLE document_register ADD COLUMN signer_post TEXT;
--> statement-breakpoint
ALTER TABLE document_register ADD COLUMN agenda_item_id INTEGER REFERENCES agenda_items (id) ON DELETE SET NULL;
--> statement-breakpoint
ALTER TABLE document_register ADD COLUMN sent_on TEXT;
--> statement-breakpoint
ALTER TABLE document_register ADD COLUMN sent_to TEXT CHECK ((sent_to IS NULL) = (sent_on IS NULL));
--> statement-breakpoint
DROP INDEX document_register_live;
--> statement-breakpoint
CREATE UNIQUE INDEX document_register_live ON document_register (session_id, kind)
  WHERE voided_at IS NULL AND kind <> 'result-notices';
--> statement-breakpoint
CREATE UNIQUE INDEX document_register_live_notice ON document_register (agenda_item_id) WHERE voided_at IS NULL;
--> statement-breakpoint
CREATE TABLE issued_papers (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  session_id INTEGER REFERENCES sessions (id) ON DELETE SET NULL,
  format TEXT NOT NULL CHECK (format IN ('pdf', 'docx', 'xlsx')),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  kept_at TEXT NOT NULL,
  UNIQUE (seq, format)
) STRICT;
--> statement-breakpoint
CREATE INDEX issued_papers_by_session ON issued_papers (session_id);
--> statement-breakpoint
PRAGMA user_version = 19;
