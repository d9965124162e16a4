import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { topicsOf } from '../../../shared/api/command-topics.ts'
import type { LiveTopic } from '../../../shared/api/live.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { OfficeListInput } from '../../../shared/api/register.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { nationalCsv } from '../../../shared/domain/certificates/national-register.ts'
import { registerFields, type RegisterField } from '../../../shared/domain/register/register-list.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { lastSeq, listCommandsAfter } from '../../db/queries/audit.ts'
import {
  insertListHead,
  readListColumns,
  readSenders,
  updateListed,
  upsertListColumn,
} from '../../db/queries/register.ts'
import { listClosedYears } from '../../db/queries/years.ts'
import { copyStagedList, readListPlace } from '../../db/staged-list.ts'
import { withStaged } from '../../db/with-staged.ts'
import { listCommuneChanges } from '../../db/queries/communes.ts'
import { mimeTypes } from '../../documents/mime-types.ts'
import { headKey } from '../../../shared/domain/columns/propose-fields.ts'
import { openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { knownCommunes } from '../communes/known-communes.ts'
import { procedures } from '../procedures.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import type { StagedList } from '../../work/staged-list.ts'
import { listCertificateRegister } from './certificates.ts'
import { readHeldRegister } from './held-register.ts'
import { readProductTimeline } from './product-timeline.ts'
import { readNationalList } from './national-list.ts'
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
      const asked = {
        ...listToRead(app, input, bytes),
        ...knownTo(openDb(app)),
        year: input.year,
      }
      return app.work.run('preview-office-list', asked, { signal })
    }),

    ...commandsAt(app, 'register').around({
      takeList: async ({ input, commit }) => {
        const { bytes, sha256 } = await bytesOf(input.file)
        const { sender, file, columns } = input
        const list = { sha256, fileName: file.name, sender }
        const folder = makeTempFolder(app)
        try {
          for (let number = 1; ; number += 1) {
            const db = openDb(app)
            const [path, seq] = [join(folder, `${number}.sqlite`), lastSeq(db)]
            const place = readListPlace(db)
            const asked = {
              ...listToRead(app, input, bytes),
              ...knownTo(db),
              year: input.year,
              path,
              place,
              taken: list,
            }
            const staged = await app.work.run('stage-office-list', asked)
            // Megabytes came over: a key that waited meanwhile goes before what is done with them.
            await setImmediate()
            requireSound(staged, input.acceptsDoubts)
            const { sheet, counted: result, doubts, doubtCount, copied, changing } = staged
            const taken = withStaged(db, path, () =>
              commit<typeof result | null>((inside, takenAt) => {
                if (isRegisterChanged(inside, seq)) return { result: null, audit: null }
                if (result.added + result.changed === 0) return { result, audit: null }
                insertListHead(inside, { ...list, sheet, takenAt, id: place.importId })
                copyStagedList(inside, copied)
                updateListed(inside, place.importId, changing)
                for (const { header, field } of columns) {
                  upsertListColumn(inside, { sender, headKey: headKey(header), field })
                }
                const told = doubtCount === 0 ? {} : { doubts: [...doubts], doubtCount }
                const detail = { file: file.name, sheet, sender, sha256, ...result, ...told }
                return { result, audit: { subject: 'register', detail } }
              }),
            )
            if (taken !== null) return taken
          }
        } finally {
          removeTempFolder(app, folder)
        }
      },
    }),
  }
}

/** What of the file a list is held against. */
const knownTo = (db: ReadDb) => ({
  register: readHeldRegister(db),
  communes: knownCommunes(db),
  changes: listCommuneChanges(db),
  closedYears: listClosedYears(db),
})

function requireSound({ faulty, doubtful }: StagedList, acceptsDoubts: boolean): void {
  if (faulty > 0) throw new Refusal('list-has-faults', { rows: faulty })
  if (doubtful > 0 && !acceptsDoubts) throw new Refusal('list-has-doubts', { rows: doubtful })
}

/** What a list is held against, as the commands tell other windows of it. */
const heldAgainst: readonly LiveTopic[] = ['products', 'registrations', 'documents', 'opinions', 'aftercare']

/** Whether a command since that event may have changed what a list was held against: it is planned anew then. */
function isRegisterChanged(db: ReadDb, seq: number): boolean {
  return listCommandsAfter(db, seq).some((command) => topicsOf(command).some((topic) => heldAgainst.includes(topic)))
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
