import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { insertByPlace } from '../columns.ts'
import type { WriteDb } from '../handles.ts'
import { producers, products } from '../schema/directory.ts'
import { listRows, recognitions } from '../schema/register.ts'
import { registrations } from '../schema/registrations.ts'
import { inserting } from '../statement.ts'

/** What a list writes thousands of, each statement made once. Each answers the new row's id. */
export function insertsOfList(db: WriteDb) {
  const into = <Field extends string>(table: SQLiteTable, fields: readonly Field[]) =>
    inserting(db, insertByPlace(table, fields), fields)
  return {
    producer: into(producers, ['name', 'kind', 'representative', 'phone', 'address', 'commune', 'district']),
    product: into(products, ['code', 'name', 'commune', 'district', 'searchKey', 'producerId', 'setNumber']),
    row: into(listRows, ['importId', 'row', 'productId', 'cells']),
    recognition: into(recognitions, [
      'productId',
      'productName',
      'producerName',
      'star',
      'score',
      'decisionNumber',
      'decisionDate',
      'decisionYear',
      'validUntil',
      'certificateNumber',
      'importId',
    ]),
    registration: into(registrations, ['productId', 'year', 'application', 'importId']),
  }
}
