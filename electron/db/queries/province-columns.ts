import type { WorkspaceDb } from '../open.ts'
import { provinceColumns } from '../schema.ts'

/** What was chosen for headings of a province's list before: field by folded words, null for "leave it". */
export function readProvinceColumns(db: WorkspaceDb): ReadonlyMap<string, string | null> {
  const rows = db.select().from(provinceColumns).all()
  return new Map(rows.map(({ headKey, field }) => [headKey, field]))
}

export function upsertProvinceColumn(
  db: WorkspaceDb,
  column: { readonly headKey: string; readonly field: string | null },
): void {
  db.insert(provinceColumns)
    .values(column)
    .onConflictDoUpdate({ target: provinceColumns.headKey, set: { field: column.field } })
    .run()
}
