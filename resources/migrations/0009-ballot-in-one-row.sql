CREATE TABLE ballots_in_one_row (
  id INTEGER PRIMARY KEY,
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES members (id),
  scoring_round INTEGER NOT NULL CHECK (scoring_round > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  state TEXT NOT NULL CHECK (state IN ('draft', 'confirmed', 'verified', 'superseded')),
  choices TEXT NOT NULL CHECK (length(choices) BETWEEN 1 AND 99 AND choices NOT GLOB '*[^.0-9]*'),
  second_choices TEXT CHECK (length(second_choices) = length(choices) AND second_choices NOT GLOB '*[^.0-9]*'),
  opinion TEXT NOT NULL DEFAULT '',
  saved_at TEXT NOT NULL,
  confirmed_at TEXT,
  confirmed_by TEXT,
  verified_by TEXT,
  reopened_reason TEXT NOT NULL,
  CHECK (state NOT IN ('confirmed', 'verified') OR confirmed_at IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE VIEW form_criteria AS
SELECT f.id AS form_id,
  row_number() OVER (PARTITION BY f.id ORDER BY p.key, s.key, c.key) - 1 AS criterion,
  c.value ->> '$.code' AS code,
  c.value -> '$.options' AS options
FROM sealed_files f, json_each(f.body, '$.parts') p, json_each(p.value, '$.sections') s,
  json_each(s.value, '$.criteria') c
WHERE f.kind = 'criteria-set';
--> statement-breakpoint
CREATE TEMP TABLE criteria_of_form AS SELECT form_id, criterion FROM form_criteria;
--> statement-breakpoint
CREATE INDEX temp.criteria_by_form ON criteria_of_form (form_id, criterion);
--> statement-breakpoint
INSERT INTO ballots_in_one_row
SELECT b.id, b.agenda_item_id, b.member_id, b.scoring_round, b.version, b.revision, b.state,
  (SELECT group_concat(coalesce(x.option, '.'), '' ORDER BY c.criterion)
   FROM criteria_of_form c
   LEFT JOIN ballot_scores x ON x.ballot_id = b.id AND x.criterion = c.criterion
   WHERE c.form_id = a.criteria_file_id),
  CASE WHEN EXISTS (SELECT 1 FROM ballot_checks x WHERE x.ballot_id = b.id) THEN
    (SELECT group_concat(coalesce(x.option, '.'), '' ORDER BY c.criterion)
     FROM criteria_of_form c
     LEFT JOIN ballot_checks x ON x.ballot_id = b.id AND x.criterion = c.criterion
     WHERE c.form_id = a.criteria_file_id)
  END,
  b.opinion, b.saved_at, b.confirmed_at, b.confirmed_by, b.verified_by, b.reopened_reason
FROM ballots b JOIN agenda_items a ON a.id = b.agenda_item_id
ORDER BY b.id;
--> statement-breakpoint
DROP TABLE temp.criteria_of_form;
--> statement-breakpoint
DROP TABLE ballot_scores;
--> statement-breakpoint
DROP TABLE ballot_checks;
--> statement-breakpoint
DROP TABLE ballots;
--> statement-breakpoint
ALTER TABLE ballots_in_one_row RENAME TO ballots;
--> statement-breakpoint
CREATE UNIQUE INDEX ballots_one_live ON ballots (agenda_item_id, member_id, scoring_round) WHERE state <> 'superseded';
--> statement-breakpoint
CREATE UNIQUE INDEX ballots_earlier ON ballots (agenda_item_id, member_id, scoring_round, version)
  WHERE state = 'superseded';
--> statement-breakpoint
CREATE VIEW ballot_scores AS
SELECT ballot_id, criterion, code, option,
  CASE option WHEN 0 THEN 0 ELSE options ->> ('$[' || (option - 1) || '].points') END AS points
FROM (
  SELECT b.id AS ballot_id, c.criterion, c.code, c.options,
    CAST(substr(b.choices, c.criterion + 1, 1) AS INTEGER) AS option
  FROM ballots b
  JOIN agenda_items a ON a.id = b.agenda_item_id
  JOIN form_criteria c ON c.form_id = a.criteria_file_id
  WHERE substr(b.choices, c.criterion + 1, 1) <> '.'
);
--> statement-breakpoint
PRAGMA user_version = 9;
