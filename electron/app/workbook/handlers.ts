import { Refusal } from '../../../shared/api/refusal.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { AppContext } from '../../context.ts'
import type { WorkbookReading } from '../../workbooks/session/session-import.ts'
import { commit, requireFound, openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { importSession } from './import-session.ts'

/** The workbook library is loaded at first use: the first screen does not wait for it. */
const loadReader = () => import('../../workbooks/session/read-session-workbook.ts')
const loadBlankWriter = () => import('../../workbooks/session/write-blank-workbook.ts')
const loadWriter = () => import('../../workbooks/session/write-session-workbook.ts')

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const workbookFile = (bytes: Uint8Array, name: string): File =>
  new File([bytes as Uint8Array<ArrayBuffer>], name, { type: workbookType })

export function workbookHandlers(app: AppContext) {
  return {
    preview: procedures.workbook.preview.handler(async ({ input }) => (await readWorkbook(app, input.file)).preview),

    import: procedures.workbook.import.handler(async ({ input }) => {
      const { preview, value } = await readWorkbook(app, input.file)
      if (value === null) throw new Refusal('workbook-has-faults', { faults: preview.faults.length })
      return importWorkbook(app, value)
    }),

    export: procedures.workbook.export.handler(async ({ input }) => {
      const { writeSessionWorkbook } = await loadWriter()
      const record = buildSessionRecord(openDb(app), input.sessionId)
      const bytes = await writeSessionWorkbook({ record, filled: input.filled })
      const kind = input.filled ? 'Phieu-diem' : 'Mau-phieu-diem'
      const name = `${kind}_${record.session.heldOn}.xlsx`
      return workbookFile(bytes, name)
    }),

    blank: procedures.workbook.blank.handler(async ({ input }) => {
      const { writeBlankWorkbook } = await loadBlankWriter()
      const ruleSet = requireFound(app.rules.ruleSet(input.ruleSetId))
      if (!ruleSet.isForSessions) throw new Refusal('rule-set-not-for-sessions', { ruleSet: ruleSet.shortTitle })
      const bytes = await writeBlankWorkbook({ ruleSet, date: vietnamDay(app.clock.now()) })
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
export async function readWorkbook(app: AppContext, file: Blob): Promise<WorkbookReading> {
  const { readSessionWorkbook } = await loadReader()
  const bytes = new Uint8Array(await file.arrayBuffer())
  return readSessionWorkbook({
    bytes,
    resources: { ruleSets: app.rules.ruleSets, criteriaSets: app.rules.criteriaSet },
  })
}
