CREATE TABLE deadline_letters (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2013 AND 2100),
  number TEXT NOT NULL CHECK (number <> ''),
  issued_on TEXT NOT NULL,
  issuer TEXT NOT NULL,
  signer TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE letter_deadlines (
  letter_id INTEGER NOT NULL REFERENCES deadline_letters (id) ON DELETE CASCADE,
  level TEXT NOT NULL CHECK (level IN ('district', 'commune', 'province', 'central')),
  kind TEXT NOT NULL CHECK (kind IN ('proposals', 'evaluated')),
  round INTEGER NOT NULL CHECK (round BETWEEN 0 AND 99),
  before TEXT NOT NULL,
  PRIMARY KEY (letter_id, level, kind, round)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
PRAGMA user_version = 26;
