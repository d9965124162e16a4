import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import type { AppContext } from '../../context.ts'
import { mimeTypes } from '../../documents/mime-types.ts'
import { procedures } from '../procedures.ts'
import { appendRows, beginTable, findTable } from './tables-in-making.ts'

export function tablesHandlers(app: AppContext) {
  return {
    begin: procedures.tables.begin.handler(async ({ input }) => ({ id: await beginTable(app, input) })),
    append: procedures.tables.append.handler(({ input: { id, rows } }) => appendRows(app, id, rows)),
    take: procedures.tables.take.handler(async ({ input: { id }, signal }) => {
      const { head, rowsAt, folder } = findTable(app, id)
      const path = join(folder, 'table.xlsx')
      await app.work.run('write-table', { head, rowsAt, path, createdAt: app.clock.now() }, { signal })
      const name = `${head.title
        .replace(/[\\/:*?"<>|]/g, ' ')
        .slice(0, 80)
        .trim()}.xlsx`
      // Read from the disk as it is sent, never whole; its folder goes with the tables that come after it.
      return new File([await openAsBlob(path, { type: mimeTypes.xlsx })], name, { type: mimeTypes.xlsx })
    }),
  }
}
