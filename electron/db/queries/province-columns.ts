import type { ReadDb, WriteDb } from '../handles.ts'
import { read, write } from '../statement.ts'

type ProvinceColumn = { readonly headKey: string; readonly field: string | null }

/** What was chosen for headings of a province's list before: field by folded words, null for "leave it". */
export function readProvinceColumns(db: ReadDb): ReadonlyMap<string, string | null> {
  const rows = read<[], ProvinceColumn>(db, 'SELECT head_key AS headKey, field FROM province_columns').all()
  return new Map(rows.map(({ headKey, field }) => [headKey, field]))
}

export function upsertProvinceColumn(db: WriteDb, column: ProvinceColumn): void {
  write<ProvinceColumn>(
    db,
    `INSERT INTO province_columns (head_key, field) VALUES (@headKey, @field)
     ON CONFLICT DO UPDATE SET field = excluded.field`,
  ).run(column)
}
