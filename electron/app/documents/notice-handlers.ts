import type { NoticeList } from '../../../shared/api/notices.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { nextNumber, numbersInSeries } from '../../../shared/domain/documents/number-series.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findLastRegisterRow,
  insertRegisterRow,
  listLiveRegisterRows,
  listNumbersOfYear,
} from '../../db/queries/documents.ts'
import { catalogue } from '../../documents/catalogue.ts'
import { composeText } from '../../documents/compose-text.ts'
import { digestOfFacts, noticeFacts } from '../../documents/document-facts.ts'
import { issueCode, issueDefaults } from '../../documents/issue.ts'
import { resultNoticesModel } from '../../documents/result-notice/model.ts'
import { commandsAt } from '../commands.ts'
import { openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { requireAccepted } from '../require-accepted.ts'
import { unsealedRecord } from '../sessions/session-record.ts'
import { issuedBatches } from './issued-papers.ts'
import { keepNumbered } from './keep-issued.ts'
import { doubtsOfPaper, requireAvailable } from './numbering-rules.ts'
import { eventOf, issuesOfSession, sessionNow, toRegisterEntry } from './register-entries.ts'

export function noticeHandlers(app: AppContext) {
  return {
    list: procedures.documents.notices.list.handler(({ input }) => {
      const { sessionId, issuedOn = vietnamDay(app.clock.now()) } = input
      return listNotices(openDb(app), sessionId, issuedOn)
    }),

    ...commandsAt(app, 'documents.notices').around({
      enter: async ({ input, commit }) => {
        const { sessionId, issue } = input
        const result = commit((db, now) => {
          const { record, cited } = sessionNow(db, unsealedRecord(db, sessionId))
          refuseEarly(db, { record, issuedOn: issue.issuedOn })
          requireAvailable(record, 'result-notices')
          const doubts = doubtsOfPaper(app, db, { record, kind: 'result-notices', issue })
          const accepted = requireAccepted(doubts, input.accepted)
          const numbered = new Set(listNoticeRows(db, sessionId).map(({ agendaItemId }) => agendaItemId))
          const { year } = parseIsoDate(issue.issuedOn)
          const taken = new Set(numbersInSeries(listNumbersOfYear(db, year), issue.symbol))
          const recipients = recipientsOf(record)
          const waiting = record.items.filter(({ id }) => !numbered.has(id))
          waiting.forEach((item, place) => {
            const number = issue.number + place
            if (taken.has(number)) throw new Refusal('number-taken', { code: issueCode({ ...issue, number }) })
            const dataFacts = noticeFacts({ record, item, cited })
            insertRegisterRow(db, {
              ...issue,
              number,
              signerPost: null,
              recipients: recipients.get(item.id) ?? [],
              sessionId,
              kind: 'result-notices',
              year,
              reason: '',
              dataDigest: digestOfFacts(dataFacts),
              dataFacts,
              registeredAt: now,
              agendaItemId: item.id,
            })
          })
          const { symbol, number: firstNumber, issuedOn } = issue
          const detail = { symbol, firstNumber, count: waiting.length, issuedOn, ...accepted }
          const audit = waiting.length === 0 ? null : { subject: `session:${sessionId}`, detail }
          return { result: { count: waiting.length }, audit, sessionId }
        })
        if (result.count > 0) await keepNumbered(app, batchesOf(openDb(app), sessionId).at(-1)?.seq)
        return result
      },
    }),
  }
}

/** @param issuedOn the date that numbers are proposed for */
function listNotices(db: ReadDb, sessionId: number, issuedOn: string): NoticeList {
  const now = sessionNow(db, unsealedRecord(db, sessionId))
  const { record } = now
  const rows = new Map(listNoticeRows(db, sessionId).map((row) => [row.agendaItemId, row]))
  const [first] = resultNoticesModel(composeText(record)).notices
  const byDecree = first === undefined ? null : issueDefaults(first)
  const last = findLastRegisterRow(db, 'result-notices')
  const symbol = last?.symbol ?? byDecree?.symbol ?? 'TB'
  return {
    blocked: whyBlocked(db, record),
    proposal: {
      number: nextNumber(numbersInSeries(listNumbersOfYear(db, parseIsoDate(issuedOn).year), symbol)),
      symbol,
      issuedOn,
      posts: [...(last?.posts ?? byDecree?.posts ?? [])],
      signer: last?.signer ?? '',
    },
    entries: record.items.map((item) => {
      const row = rows.get(item.id)
      return {
        agendaItemId: item.id,
        productCode: item.code,
        productName: item.productName,
        producerName: item.producerName,
        entry: row === undefined ? null : toRegisterEntry(db, row, now),
      }
    }),
    batches: batchesOf(db, sessionId),
  }
}

const listNoticeRows = (db: ReadDb, sessionId: number) =>
  listLiveRegisterRows(db, sessionId).filter(({ kind }) => kind === 'result-notices')

const batchesOf = (db: ReadDb, sessionId: number) =>
  issuedBatches(
    db,
    sessionId,
    listNoticeRows(db, sessionId).map((row) => ({ ...row, seq: eventOf(db, row)?.seq ?? null })),
  )

/** A notice tells what was decided: it comes after the decision (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm g). */
function whyBlocked(db: ReadDb, record: SessionRecord): NoticeList['blocked'] {
  if (record.session.state !== 'closed') return 'session-not-locked'
  const isDecided = issuesOfSession(db, record.session.id).decision !== undefined
  return isDecided || !hasDecision(record) ? null : 'decision-not-numbered'
}

const hasDecision = (record: SessionRecord): boolean => catalogue.decision.unavailable(record) === null

/** @throws Refusal `session-not-locked`, `decision-not-numbered`, `notice-before-decision` */
function refuseEarly(db: ReadDb, { record, issuedOn }: { record: SessionRecord; issuedOn: string }): void {
  const blocked = whyBlocked(db, record)
  if (blocked !== null) throw new Refusal(blocked)
  const { decision } = issuesOfSession(db, record.session.id)
  if (decision !== undefined && issuedOn < decision.issuedOn) {
    throw new Refusal('notice-before-decision', { code: issueCode(decision) })
  }
}

function recipientsOf(record: SessionRecord): ReadonlyMap<number, readonly string[]> {
  const { notices } = resultNoticesModel(composeText(record))
  return new Map(record.items.map(({ id }, place) => [id, notices[place]?.recipients ?? []]))
}
