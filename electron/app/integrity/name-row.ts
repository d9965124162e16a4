import type { AuditNames } from '../../../shared/api/audit.ts'
import type { FaultRow } from '../../../shared/api/integrity.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { RowFields } from '../../db/known-rows.ts'
import { createNames } from '../../db/queries/audit-names.ts'
import type { RowKey } from '../../db/row-changes.ts'

type Row = { readonly table: string; readonly key: RowKey; readonly fields: RowFields }

/** Says what rows are called: by ballot, member, product and paper, as the audit's screen calls them. */
export function createRowNames(db: ReadDb): (row: Row) => FaultRow {
  const namesOf = createNames(db)
  return ({ table, key, fields }) => {
    const subjects = subjectsOf(table, key, fields)
    return {
      table,
      key: typeof key === 'object' ? key.join('/') : String(key),
      names: Object.assign({}, ...subjects.map(namesOf)) as AuditNames,
      own: ownName(table, fields),
    }
  }
}

/** What a row belongs to, by its columns. */
const subjectColumns = {
  agenda_item_id: 'item',
  session_id: 'session',
  council_id: 'council',
  product_id: 'product',
  member_id: 'member',
} as const

/** Tables whose rows are such a thing themselves. */
const subjectTables: Readonly<Record<string, string>> = {
  agenda_items: 'item',
  sessions: 'session',
  councils: 'council',
  products: 'product',
  members: 'member',
}

function subjectsOf(table: string, key: RowKey, fields: RowFields): readonly string[] {
  const own = subjectTables[table]
  const others = Object.entries(subjectColumns).flatMap(([column, kind]) => {
    const id = fields[column]
    return typeof id === 'number' ? [`${kind}:${id}`] : []
  })
  return own === undefined ? others : [...others, `${own}:${String(key)}`]
}

/** Columns that say what a row is called, in this order; those of a scoring round, a question and a criterion too. */
const ownColumns: Readonly<Record<string, readonly string[]>> = {
  workspace: ['name'],
  councils: ['name'],
  members: ['code', 'name'],
  people: ['name'],
  producers: ['name'],
  producer_names: ['name'],
  product_names: ['name'],
  products: ['code', 'name'],
  sealed_files: ['key'],
  knockout_answers: ['question'],
  scoring_rounds: ['number'],
  document_register: ['number', 'symbol', 'issued_on'],
  certificates: ['number', 'symbol', 'issued_on'],
  issued_papers: ['file_name'],
  word_templates: ['file_name'],
  province_columns: ['head_key'],
}

function ownName(table: string, fields: RowFields): string {
  const values = (ownColumns[table] ?? []).map((column) => fields[column])
  return values.filter((value) => typeof value === 'string' || typeof value === 'number').join(' ')
}
