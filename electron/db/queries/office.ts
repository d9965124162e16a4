import type { OfficeFacts } from '../../../shared/api/office-papers.ts'
import { insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { office } from '../schema/papers.ts'
import { read, write } from '../statement.ts'

/** The office as somebody said it; null where nobody did. */
export function findOffice(db: ReadDb): OfficeFacts | null {
  return (
    read<[], OfficeFacts>(db, 'SELECT level, province, district, unit, abbreviation FROM office WHERE id = 1').get() ??
    null
  )
}

export function saveOffice(db: WriteDb, facts: OfficeFacts): void {
  const row = { id: 1, ...facts }
  const sql = findOffice(db) === null ? insertInto(office, row) : updateById(office, row)
  write<typeof row>(db, sql).run(row)
}
