import { Refusal } from '../../../shared/api/refusal.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { checkNumber, nextNumber, unusedNumbers } from '../../../shared/domain/documents/number-series.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findLastRegisterRow,
  findRegisterRow,
  insertRegisterRow,
  listLiveRegisterRows,
  listRegisterRows,
  listTakenNumbers,
  renewRegisterRow,
  voidRegisterRow,
} from '../../db/queries/documents.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { defaultIssue } from '../../documents/catalogue.ts'
import { digestOfFacts, documentFacts } from '../../documents/document-facts.ts'
import { issueCode } from '../../documents/issue.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { sessionChange } from '../sessions/guard.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { toRegisterEntry } from './register-entries.ts'

export function registerHandlers(app: AppContext) {
  return {
    list: procedures.documents.register.list.handler(({ input }) => {
      const db = openDb(app)
      const records = new Map<number, SessionRecord>()
      return listRegisterRows(db, input).map((row) => {
        const { sessionId } = row
        if (sessionId === null || row.voidedAt !== null) return toRegisterEntry(db, row, null)
        const record = records.get(sessionId) ?? buildSessionRecord(db, sessionId)
        records.set(sessionId, record)
        return toRegisterEntry(db, row, record)
      })
    }),

    propose: procedures.documents.register.propose.handler(({ input }) => {
      const db = openDb(app)
      const record = buildSessionRecord(db, input.sessionId)
      const byDecree = requireFound(defaultIssue({ record, kind: input.kind }))
      const last = findLastRegisterRow(db, input.kind)
      const issuedOn = input.issuedOn ?? vietnamDay(app.clock.now())
      const symbol = input.symbol ?? last?.symbol ?? byDecree.symbol
      const taken = listTakenNumbers(db, { year: parseIsoDate(issuedOn).year, symbol })
      return {
        number: nextNumber(taken),
        symbol,
        issuedOn,
        posts: [...(last?.posts ?? byDecree.posts)],
        signer: last?.signer ?? byDecree.signer,
        recipients: [...(last?.recipients ?? byDecree.recipients)],
        unused: unusedNumbers(taken, 10),
      }
    }),

    ...commandsAt(app, 'documents.register').inside({
      enter: (db, { input, now }) => {
        const { sessionId, kind, issue, reason } = input
        const session = requireFound(findSession(db, sessionId))
        if (session.state !== 'closed') throw new Refusal('session-not-locked')
        const live = listLiveRegisterRows(db, sessionId).find((row) => row.kind === kind)
        if (live !== undefined) throw new Refusal('document-numbered', { code: issueCode(live) })
        const fault = refuseNumber(db, { ...issue, year: parseIsoDate(issue.issuedOn).year, reason })
        const data = dataOf(buildSessionRecord(db, sessionId), kind)
        const row = {
          ...issue,
          sessionId,
          kind,
          year: parseIsoDate(issue.issuedOn).year,
          reason: fault === null ? '' : reason,
        }
        const id = insertRegisterRow(db, { ...row, ...data, registeredAt: now })
        const detail = { id, kind, to: issue, reason: row.reason, dataDigest: data.dataDigest }
        return { result: { id }, audit: { subject: `session:${sessionId}`, detail }, sessionId }
      },

      renew: (db, { input, now }) => {
        const row = liveRow(db, input.id)
        const sessionId = requireFound(row.sessionId)
        if (requireFound(findSession(db, sessionId)).state !== 'closed') throw new Refusal('session-not-locked')
        const data = dataOf(buildSessionRecord(db, sessionId), row.kind)
        renewRegisterRow(db, row.id, { ...data, registeredAt: now })
        const detail = { id: row.id, from: row.dataDigest, to: data.dataDigest, reason: input.reason }
        return sessionChange(sessionId, detail)
      },

      void: (db, { input, now }) => {
        const row = liveRow(db, input.id)
        voidRegisterRow(db, row.id, { at: now, reason: input.reason })
        const detail = { id: row.id, code: issueCode(row), reason: input.reason }
        const subject = row.sessionId === null ? 'workspace' : `session:${row.sessionId}`
        return {
          result: undefined,
          audit: { subject, detail },
          ...(row.sessionId !== null && { sessionId: row.sessionId }),
        }
      },
    }),
  }
}

function liveRow(db: ReadDb, id: number) {
  const row = requireFound(findRegisterRow(db, id))
  if (row.voidedAt !== null) throw new Refusal('not-found')
  return row
}

/** The fault of a number that its reason excuses; null for a right one. @throws Refusal where there is no reason. */
function refuseNumber(
  db: ReadDb,
  issue: { readonly number: number; readonly symbol: string; readonly year: number; readonly reason: string },
) {
  const fault = checkNumber(issue.number, listTakenNumbers(db, issue))
  if (fault === null || issue.reason !== '') return fault
  if (fault.kind === 'taken') throw new Refusal('number-taken', { code: issueCode(issue) })
  throw new Refusal('number-leaves-gap', { from: fault.from, to: fault.to })
}

function dataOf(record: SessionRecord, kind: string) {
  const facts = documentFacts({ record, kind: kind as Parameters<typeof documentFacts>[0]['kind'] })
  return { dataDigest: digestOfFacts(facts), dataFacts: facts }
}
