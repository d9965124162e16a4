ALTER TABLE room_codes ADD COLUMN number INTEGER CHECK (number > 0);
--> statement-breakpoint
UPDATE room_codes SET number = numbered.number
FROM (
  SELECT id, row_number() OVER (PARTITION BY session_id ORDER BY id) AS number FROM room_codes WHERE clerk IS NOT NULL
) AS numbered
WHERE numbered.id = room_codes.id;
--> statement-breakpoint
CREATE UNIQUE INDEX room_codes_of_number ON room_codes (session_id, number);
--> statement-breakpoint
PRAGMA user_version = 12;
