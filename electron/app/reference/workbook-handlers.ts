import { Refusal } from '../../../shared/api/refusal.ts'
import { takeChoicesBack } from '../../../shared/domain/ballot/lay-choices.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findLastReferenceImport,
  listReferenceOfSession,
  writeReference,
  type ReferenceRow,
} from '../../db/queries/reference.ts'
import { mimeTypes } from '../../documents/mime-types.ts'
import type { ReferenceReading } from '../../workbooks/session/read-reference-workbook.ts'
import { commandsAt } from '../commands.ts'
import { openDb, requireFound } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { sessionChange, unlockedSession } from '../sessions/guard.ts'
import { laidOver, previewOf, seenOf } from './lay-workbook.ts'
import { readSessionReference } from './read-reference.ts'
import { readReferenceFrame } from './reference-frame.ts'

/** Reference scores out of a workbook, and into one. */
export function referenceWorkbookHandlers(app: AppContext) {
  return {
    workbook: procedures.reference.workbook.handler(async ({ input: { sessionId, agendaItemId, filled }, signal }) => {
      const db = openDb(app)
      const { session, items } = readReferenceFrame(db, sessionId)
      const own = items.filter(({ id }) => agendaItemId === undefined || id === agendaItemId)
      if (agendaItemId !== undefined) requireFound(own[0])
      const sheets = filled ? readSessionReference(db, sessionId).sheets : []
      const scored = sheets.map(({ agendaItemId: itemId, source, choices }) => ({ itemId, source, choices }))
      const bytes = await app.work.run('write-reference-workbook', { session, items: own, scored }, { signal })
      const name = `${filled ? 'Diem-tham-khao' : 'Mau-diem-tham-khao'}_${session.heldOn}.xlsx`
      return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: mimeTypes.xlsx })
    }),

    preview: procedures.reference.preview.handler(async ({ input: { sessionId, file }, signal }) =>
      previewOf(openDb(app), sessionId, await readFile(app, { sessionId, file, signal })),
    ),

    lastImport: procedures.reference.lastImport.handler(({ input: { sessionId } }) => {
      const { last, rows } = takenBack(openDb(app), sessionId)
      if (last === null || rows.length === 0) return null
      return { file: last.detail.file, at: last.at, by: last.by, sheets: rows.length }
    }),

    ...commandsAt(app, 'reference').around({
      import: async ({ input: { sessionId, file, seen }, commit }) => {
        unlockedSession(openDb(app), sessionId)
        const reading = await readFile(app, { sessionId, file })
        if (reading.faults.length > 0) throw new Refusal('workbook-has-faults', { faults: reading.faults.length })
        return commit((db, savedAt) => {
          unlockedSession(db, sessionId)
          const laid = laidOver(db, sessionId, reading.scored)
          if (seenOf(laid) !== seen) throw new Refusal('reference-changed')
          const changed = laid.filter(({ added, replaced }) => added.length + replaced.length > 0)
          if (changed.length === 0) return { result: undefined, audit: null }
          for (const { before, choices } of changed) writeReference(db, nextRow(before, choices, savedAt))
          const scores = changed.reduce((sum, { added, replaced }) => sum + added.length + replaced.length, 0)
          const sheets = changed.map(({ before, choices }) => movedSheet(before, choices))
          return sessionChange(sessionId, { file: file.name, scores, sheets })
        })
      },
    }),

    ...commandsAt(app, 'reference').inside({
      undoImport: (db, { input: { sessionId }, now }) => {
        unlockedSession(db, sessionId)
        const { last, rows } = takenBack(db, sessionId)
        const { file } = requireFound(last).detail
        if (rows.length === 0) throw new Refusal('not-found')
        for (const { before, choices } of rows) writeReference(db, nextRow(before, choices, now))
        const scores = rows.reduce((sum, { before, choices }) => sum + differences(before.choices, choices), 0)
        return sessionChange(sessionId, {
          file,
          scores,
          sheets: rows.map((row) => movedSheet(row.before, row.choices)),
        })
      },
    }),
  }
}

type Workbook = { readonly sessionId: number; readonly file: Blob; readonly signal?: AbortSignal | undefined }

async function readFile(app: AppContext, { sessionId, file, signal }: Workbook): Promise<ReferenceReading> {
  const frame = readReferenceFrame(openDb(app), sessionId)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return app.work.run('read-reference-workbook', { bytes, frame }, { signal })
}

/** The last workbook of a session, and the sheets that would be otherwise without it. */
function takenBack(db: ReadDb, sessionId: number) {
  const last = findLastReferenceImport(db, sessionId)
  const known = listReferenceOfSession(db, sessionId)
  const rows = (last?.detail.sheets ?? []).flatMap(({ item, source, from, to }) => {
    const before = known.find((row) => row.agendaItemId === item && row.source === source)
    if (before === undefined) return []
    const choices = takeChoicesBack(before.choices, { from, to })
    return choices === before.choices ? [] : [{ before, choices }]
  })
  return { last, rows }
}

type Before = Omit<ReferenceRow, 'savedAt'>

const nextRow = ({ agendaItemId, source, revision }: Before, choices: string, savedAt: string): ReferenceRow => ({
  agendaItemId,
  source,
  choices,
  revision: revision + 1,
  savedAt,
})

const movedSheet = ({ agendaItemId: item, source, choices: from }: Before, to: string) => ({ item, source, from, to })

const differences = (from: string, to: string): number => [...from].filter((choice, at) => choice !== to[at]).length
