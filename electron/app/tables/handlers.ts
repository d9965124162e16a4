import type { AppContext } from '../../context.ts'
import { mimeTypes } from '../../documents/mime-types.ts'
import { procedures } from '../procedures.ts'

export function tablesHandlers(app: AppContext) {
  return {
    workbook: procedures.tables.workbook.handler(async ({ input, signal }) => {
      const bytes = await app.work.run('write-table', { table: input, createdAt: app.clock.now() }, { signal })
      const name = `${input.title
        .replace(/[\\/:*?"<>|]/g, ' ')
        .slice(0, 80)
        .trim()}.xlsx`
      return new File([new Uint8Array(bytes)], name, { type: mimeTypes.xlsx })
    }),
  }
}
