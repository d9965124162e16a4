import { Refusal } from '../../../shared/api/refusal.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { AppContext } from '../../context.ts'
import type { WorkbookReading } from '../../workbooks/session/session-import.ts'
import { commit, requireFound, openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { unsealedRecord } from '../sessions/session-record.ts'
import { importSession } from './import-session.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const workbookFile = (bytes: Uint8Array, name: string): File =>
  new File([bytes as Uint8Array<ArrayBuffer>], name, { type: workbookType })

export function workbookHandlers(app: AppContext) {
  return {
    preview: procedures.workbook.preview.handler(
      async ({ input, signal }) => (await readWorkbook(app, input.file, signal)).preview,
    ),

    import: procedures.workbook.import.handler(async ({ input, signal }) => {
      const { preview, value } = await readWorkbook(app, input.file, signal)
      if (value === null) throw new Refusal('workbook-has-faults', { faults: preview.faults.length })
      return importWorkbook(app, value)
    }),

    export: procedures.workbook.export.handler(async ({ input, signal }) => {
      const record = unsealedRecord(openDb(app), input.sessionId)
      const bytes = await app.work.run('write-workbook', { record, filled: input.filled }, { signal })
      const kind = input.filled ? 'Phieu-diem' : 'Mau-phieu-diem'
      const name = `${kind}_${record.session.heldOn}.xlsx`
      return workbookFile(bytes, name)
    }),

    blank: procedures.workbook.blank.handler(async ({ input, signal }) => {
      const ruleSet = requireFound(app.rules.ruleSet(input.ruleSetId))
      if (!ruleSet.isForSessions) throw new Refusal('rule-set-not-for-sessions', { ruleSet: ruleSet.shortTitle })
      const asked = { ruleSet, date: vietnamDay(app.clock.now()) }
      const bytes = await app.work.run('write-blank-workbook', asked, { signal })
      return workbookFile(bytes, `So-lam-viec-trong_${ruleSet.id}.xlsx`)
    }),
  }
}

/** Writes a checked workbook as a new open session, in one transaction. */
export function importWorkbook(
  app: AppContext,
  value: NonNullable<WorkbookReading['value']>,
): { readonly sessionId: number } {
  return commit(app, 'workbook.import', (db, now) => {
    const sessionId = importSession({ db, now, value, rules: app.rules })
    const detail = { items: value.items.length, members: value.members.length, ruleSetId: value.ruleSetId }
    return { result: { sessionId }, audit: { subject: `session:${sessionId}`, detail }, sessionId }
  })
}

/** Reads and checks a session workbook against the shipped rules. Writes nothing. */
export async function readWorkbook(app: AppContext, file: Blob, signal?: AbortSignal): Promise<WorkbookReading> {
  return app.work.run('read-workbook', { bytes: new Uint8Array(await file.arrayBuffer()) }, { signal })
}
