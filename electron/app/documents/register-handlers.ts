import { Refusal } from '../../../shared/api/refusal.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { RegisteredKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import { nextNumber, numbersInSeries, unusedNumbers } from '../../../shared/domain/documents/number-series.ts'
import type { DocumentIssue } from '../../../shared/api/document-register.ts'
import { doubtsOfSending } from '../../../shared/domain/session/doubts.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findLastRegisterRow,
  findRegisterRow,
  insertRegisterRow,
  listLiveRegisterRows,
  listRegisterRows,
  listNumbersOfYear,
  noteSent,
  renewRegisterRow,
  voidRegisterRow,
  type RegisterRow,
} from '../../db/queries/documents.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { defaultIssue } from '../../documents/catalogue.ts'
import { digestOfFacts, documentFacts, type DocumentFacts } from '../../documents/document-facts.ts'
import { issueCode } from '../../documents/issue.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { askedOf, toOfficeEntry } from '../office-papers/entries.ts'
import { createGatherer } from '../office-papers/gather.ts'
import { undecideRound } from '../opinions/decide-round.ts'
import { procedures } from '../procedures.ts'
import { requireAccepted } from '../require-accepted.ts'
import { sessionChange } from '../sessions/guard.ts'
import { buildSessionRecord, unsealedRecord } from '../sessions/session-record.ts'
import { keepNumbered } from './keep-issued.ts'
import { doubtsOfPaper, refuseNumber, requireAvailable } from './numbering-rules.ts'
import { eventOf, factsOfRow, sessionNow, toRegisterEntry, type SessionNow } from './register-entries.ts'

export function registerHandlers(app: AppContext) {
  return {
    list: procedures.documents.register.list.handler(({ input }) => {
      const db = openDb(app)
      const sessions = new Map<number, SessionNow>()
      const gather = createGatherer(app, db)
      return listRegisterRows(db, input).map((row) => {
        const { sessionId } = row
        if (row.paper !== null) return toOfficeEntry(db, row, gather)
        if (sessionId === null || row.voidedAt !== null) return toRegisterEntry(db, row, null)
        const now = sessions.get(sessionId) ?? sessionNow(db, unsealedRecord(db, sessionId))
        sessions.set(sessionId, now)
        return toRegisterEntry(db, row, now)
      })
    }),

    propose: procedures.documents.register.propose.handler(({ input }) => {
      const db = openDb(app)
      const record = buildSessionRecord(db, input.sessionId)
      const byDecree = requireFound(defaultIssue({ record, kind: input.kind }))
      const last = findLastRegisterRow(db, input.kind)
      const issuedOn = input.issuedOn ?? vietnamDay(app.clock.now())
      const symbol = input.symbol ?? last?.symbol ?? byDecree.symbol
      const taken = numbersInSeries(listNumbersOfYear(db, parseIsoDate(issuedOn).year), symbol)
      return {
        number: nextNumber(taken),
        symbol,
        issuedOn,
        posts: [...(last?.posts ?? byDecree.posts)],
        ...signerPostOf(byDecree, last),
        signer: last?.signer ?? byDecree.signer,
        recipients: [...(last?.recipients ?? byDecree.recipients)],
        unused: unusedNumbers(taken, 10),
      }
    }),

    ...commandsAt(app, 'documents.register').around({
      enter: async ({ input, commit }) => {
        const { sessionId, kind, issue, reason } = input
        const { id } = commit((db, now) => {
          const session = requireFound(findSession(db, sessionId))
          if (session.state !== 'closed') throw new Refusal('session-not-locked')
          const live = listLiveRegisterRows(db, sessionId).find((row) => row.kind === kind)
          if (live !== undefined) throw new Refusal('document-numbered', { code: issueCode(live) })
          const { year } = parseIsoDate(issue.issuedOn)
          const fault = refuseNumber(db, { ...issue, year, reason })
          const { record, cited } = sessionNow(db, unsealedRecord(db, sessionId))
          requireAvailable(record, kind)
          const doubts = doubtsOfPaper(app, db, { record, kind, issue })
          const accepted = requireAccepted(doubts, input.accepted)
          const data = dataOf(documentFacts({ record, kind, cited }))
          const signerPost = issue.signerPost ?? null
          const row = { ...issue, signerPost, sessionId, kind, year, reason: fault === null ? '' : reason }
          const entered = insertRegisterRow(db, { ...row, ...data, registeredAt: now })
          const detail = { id: entered, kind, to: issue, reason: row.reason, dataDigest: data.dataDigest, ...accepted }
          return { result: { id: entered }, audit: { subject: `session:${sessionId}`, detail }, sessionId }
        })
        await keepEntry(app, id)
        return { id }
      },

      renew: async ({ input, commit }) => {
        commit((db, at) => {
          const row = liveRow(db, input.id)
          const sessionId = requireFound(row.sessionId)
          if (requireFound(findSession(db, sessionId)).state !== 'closed') throw new Refusal('session-not-locked')
          const now = sessionNow(db, unsealedRecord(db, sessionId))
          requireAvailable(now.record, row.kind as RegisteredKind)
          const data = dataOf(requireFound(factsOfRow(row, now)))
          renewRegisterRow(db, row.id, { ...data, registeredAt: at })
          const detail = { id: row.id, from: row.dataDigest, to: data.dataDigest, reason: input.reason }
          return sessionChange(sessionId, detail)
        })
        await keepEntry(app, input.id)
      },
    }),

    ...commandsAt(app, 'documents.register').inside({
      send: (db, { input }) => {
        const { ids, on, to } = input
        const rows = ids.map((id) => liveRow(db, id))
        const wasSent = rows.some(({ sentOn }) => sentOn !== null)
        const doubts = doubtsOfSending(on, { today: vietnamDay(app.clock.now()), wasSent })
        const accepted = requireAccepted(doubts, input.accepted)
        for (const row of rows) {
          if (on < row.issuedOn) throw new Refusal('sent-before-issue', { code: issueCode(row) })
          noteSent(db, row.id, { on, to: to === '' ? row.recipients.filter(isElsewhere).join('; ') : to })
        }
        const [sessionId] = new Set(rows.map((row) => row.sessionId))
        const subject = typeof sessionId === 'number' ? `session:${sessionId}` : 'workspace'
        return { result: undefined, audit: { subject, detail: { ids, on, to, ...accepted } } }
      },

      void: (db, { input, now }) => {
        const row = liveRow(db, input.id)
        voidRegisterRow(db, row.id, { at: now, reason: input.reason })
        const paper = row.paper === null ? null : askedOf(row)
        if (paper?.kind === 'recognition-decision') undecideRound(app, db, paper.roundId)
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

/** Where the paper has room for it: as it was last, else as the model has it. */
function signerPostOf(
  byDecree: Pick<DocumentIssue, 'signerPost' | 'signer'>,
  last: RegisterRow | null,
): Pick<DocumentIssue, 'signerPost'> {
  if (byDecree.signerPost === undefined) return {}
  const isSame = last === null || last.signer === byDecree.signer
  return { signerPost: last?.signerPost ?? (isSame ? byDecree.signerPost : '') }
}

function liveRow(db: ReadDb, id: number) {
  const row = requireFound(findRegisterRow(db, id))
  if (row.voidedAt !== null) throw new Refusal('not-found')
  return row
}

/** Keeps what is printed of an entry from now on. */
function keepEntry(app: AppContext, id: number): Promise<void> {
  const db = openDb(app)
  const row = findRegisterRow(db, id)
  return keepNumbered(app, row === null ? undefined : eventOf(db, row)?.seq)
}

/** The copy that is kept in the office is sent to nobody. */
const isElsewhere = (recipient: string) => !/^lưu\b/iu.test(recipient)

function dataOf(facts: DocumentFacts) {
  return { dataDigest: digestOfFacts(facts), dataFacts: facts }
}
