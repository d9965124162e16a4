import type { ReadDb } from '../handles.ts'
import { read } from '../statement.ts'

export type RowCounts = Readonly<
  Record<'councils' | 'members' | 'products' | 'sessions' | 'ballots' | 'papers' | 'certificates' | 'events', number>
>

/** How many rows the main tables of the file have. */
export function countRows(db: ReadDb): RowCounts {
  const counts = read<[], RowCounts>(db, selectCounts).get()
  if (counts === undefined) throw new Error('a count has no row')
  return counts
}

const selectCounts = `SELECT
  (SELECT count(*) FROM councils) AS councils,
  (SELECT count(*) FROM members) AS members,
  (SELECT count(*) FROM products) AS products,
  (SELECT count(*) FROM sessions) AS sessions,
  (SELECT count(*) FROM ballots) AS ballots,
  (SELECT count(*) FROM document_register) AS papers,
  (SELECT count(*) FROM certificates) AS certificates,
  (SELECT count(*) FROM audit_events) AS events`
