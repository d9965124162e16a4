import { createHash } from 'node:crypto'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { ListPreview, OfficeListInput } from '../../../shared/api/register.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { nationalCsv } from '../../../shared/domain/certificates/national-register.ts'
import { planList, type RowChange } from '../../../shared/domain/register/plan-list.ts'
import { registerFields, type RegisterField, type RegisterRow } from '../../../shared/domain/register/register-list.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { insertList, readListColumns, readRegister, readSenders, upsertListColumn } from '../../db/queries/register.ts'
import { mimeTypes } from '../../documents/mime-types.ts'
import { headKey } from '../../workbooks/lists/propose-fields.ts'
import { openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { listCertificateRegister, readProductTimeline } from './certificates.ts'
import { readNationalList } from './national-list.ts'
import { previewList } from './preview-list.ts'
import type { ListToRead } from './read-list.ts'

export function registerHandlers(app: AppContext) {
  return {
    listSenders: procedures.register.listSenders.handler(() => readSenders(openDb(app))),

    certificates: procedures.register.certificates.handler(({ input }) =>
      listCertificateRegister(app, openDb(app), input),
    ),

    timeline: procedures.register.timeline.handler(({ input }) =>
      readProductTimeline(app, openDb(app), input.productId),
    ),

    nationalList: procedures.register.nationalList.handler(({ input }) =>
      readNationalList(app, openDb(app), input.year),
    ),

    exportNationalList: procedures.register.exportNationalList.handler(async ({ input: { year, format }, signal }) => {
      const { rows, findings } = readNationalList(app, openDb(app), year)
      const faulty = new Set(findings.filter(({ level }) => level === 'fault').map(({ row }) => row))
      if (faulty.size > 0) throw new Refusal('national-does-not-fit', { rows: [...faulty].join(', ') })
      const name = `PTNT_OCOP ${year}.${format}`
      if (format === 'csv') return new File([nationalCsv(rows)], name, { type: 'text/csv' })
      const bytes = await app.work.run('write-national-list', { rows, year, now: app.clock.now() }, { signal })
      return new File([bytes], name, { type: mimeTypes.xlsx })
    }),

    previewList: procedures.register.previewList.handler(async ({ input, signal }) => {
      const { bytes } = await bytesOf(input.file)
      const asked = { ...listToRead(app, input, bytes), register: readRegister(openDb(app)), year: input.year }
      return app.work.run('preview-office-list', asked, { signal })
    }),

    ...commandsAt(app, 'register').around({
      takeList: async ({ input, commit }) => {
        const { bytes, sha256 } = await bytesOf(input.file)
        const list = await app.work.run('read-office-list', listToRead(app, input, bytes))
        return commit((db, takenAt) => {
          const plan = planList({ rows: list.rows, known: readRegister(db), year: input.year })
          const { rows, faults } = previewList(list, plan)
          requireSound(rows, input.acceptsDoubts)
          const counted = (change: RowChange) => rows.filter((row) => row.change === change).length
          const result = { added: counted('new'), changed: counted('changed'), same: counted('same') }
          if (result.added + result.changed === 0) return { result, audit: null }
          const cells = new Map(list.rows.map(({ row, raw }) => [row, raw]))
          const { sender, file, columns } = input
          insertList(
            db,
            { sha256, fileName: file.name, sheet: list.sheet, sender, takenAt },
            plan.rows.map((row) => ({ ...row, cells: cells.get(row.row) ?? {} })),
          )
          for (const { header, field } of columns) upsertListColumn(db, { sender, headKey: headKey(header), field })
          const detail = { file: file.name, sheet: list.sheet, sender, sha256, ...result, ...acceptedIn(faults) }
          return { result, audit: { subject: 'register', detail } }
        })
      },
    }),
  }
}

function requireSound(rows: ListPreview['rows'], acceptsDoubts: boolean): void {
  const countOf = (state: RegisterRow['state']) => rows.filter((row) => row.state === state).length
  const [faulty, doubtful] = [countOf('faulty'), countOf('doubtful')]
  if (faulty > 0) throw new Refusal('list-has-faults', { rows: faulty })
  if (doubtful > 0 && !acceptsDoubts) throw new Refusal('list-has-doubts', { rows: doubtful })
}

/** As many as one reads in the audit. */
const mostToldDoubts = 200

function acceptedIn(faults: ListPreview['faults']) {
  const doubts = faults.filter(({ level }) => level === 'doubt')
  if (doubts.length === 0) return {}
  const told = doubts.slice(0, mostToldDoubts).map(({ cell, reason }) => ({ cell, reason }))
  return { doubts: told, doubtCount: doubts.length }
}

type OfficeList = Pick<OfficeListInput, 'sender' | 'sheet' | 'columns'>

function listToRead(app: AppContext, { sender, sheet, columns }: OfficeList, bytes: Uint8Array): ListToRead {
  const chosen = columns.map(({ header, field }) => [headKey(header), field] as const)
  const remembered = new Map([...rememberedFrom(openDb(app), sender), ...chosen])
  return { bytes, remembered, sheet, today: vietnamDay(app.clock.now()) }
}

/** What was chosen for this sender's headings; `null` fields are columns that say nothing. */
function rememberedFrom(db: ReadDb, sender: string): ReadonlyMap<string, RegisterField | null> {
  const isField = (field: string): field is RegisterField => registerFields.some((known) => known === field)
  return new Map(
    [...readListColumns(db, sender)].map(([key, field]) => [key, field !== null && isField(field) ? field : null]),
  )
}

async function bytesOf(file: Blob): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
