-- What a dossier says of its product and producer from the closing of its year's books on: the lists go on, the dossier does not.
CREATE TABLE closed_registrations (
  registration_id INTEGER PRIMARY KEY REFERENCES registrations (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  commune TEXT NOT NULL,
  district TEXT NOT NULL,
  set_number INTEGER,
  producer_name TEXT NOT NULL,
  producer_kind TEXT NOT NULL,
  representative TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  producer_commune TEXT NOT NULL,
  producer_district TEXT NOT NULL,
  producer_province TEXT NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO closed_registrations
SELECT g.id, p.code, p.name, p.commune, p.district, p.set_number, r.name, r.kind, r.representative, r.phone, r.address,
  r.commune, r.district, r.province
FROM registrations g JOIN closed_years y ON y.year = g.year
JOIN products p ON p.id = g.product_id JOIN producers r ON r.id = p.producer_id;
--> statement-breakpoint
PRAGMA user_version = 35;
