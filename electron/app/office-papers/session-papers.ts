import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { placesOf } from '../../../shared/domain/certificates/register.ts'
import { numberedKinds } from '../../../shared/domain/documents/numbered-kinds.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listRegisterRows, readRegisterRows, type RegisterRow } from '../../db/queries/documents.ts'
import { findIssuedBytes } from '../../db/queries/issued-papers.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { authorityOf } from '../../documents/authority.ts'
import { catalogue, symbolsOf } from '../../documents/catalogue.ts'
import { kindOfSymbol } from '../../documents/kind-of-symbol.ts'
import { fillReferences, issueCode } from '../../documents/issue.ts'
import { communeResults, type CommuneNoticeFacts } from '../../documents/office-papers/commune-notice.ts'
import type { CoveringLetterFacts } from '../../documents/office-papers/covering-letter.ts'
import type { NumberedRow } from '../../documents/office-papers/registers.ts'
import { countPages } from '../../documents/pdf-a/count-pages.ts'
import { scopeText } from '../../documents/scope-text.ts'
import { requireFound } from '../commit.ts'
import { eventOf, issuesOfSession, sessionNow } from '../documents/register-entries.ts'
import { unsealedRecord } from '../sessions/session-record.ts'

type Asked<Kind extends OfficePaper['kind']> = Omit<Extract<OfficePaper, { readonly kind: Kind }>, 'kind' | 'on'>

/** The results of a commune's products in a session, however the commune is spelt. @throws Refusal `not-found` */
export function readCommuneResults(
  db: ReadDb,
  { sessionId, commune, district }: Asked<'commune-notice'>,
): Pick<CommuneNoticeFacts, 'commune' | 'scope' | 'grounds' | 'months' | 'rows'> {
  const record = recordOf(db, sessionId)
  const asked = { commune, district }
  const { keysOf } = placesOf([asked, ...record.items])
  const items = record.items.filter((item) => keysOf(item)[1] === keysOf(asked)[1])
  const results = communeResults(record, items)
  const issues = issuesOfSession(db, sessionId)
  const grounds = fillReferences(results.grounds, { issues, symbols: symbolsOf(record, issues) })
  return { ...results, grounds, commune }
}

/** A notice to each commune with products in a locked session, in the order of the agenda; of the first spelling. */
export function offerCommuneNotices(
  db: ReadDb,
  { sessionId, on }: { readonly sessionId: number; readonly on: string },
): readonly OfficePaper[] {
  const { session, items } = recordOf(db, sessionId)
  if (session.state !== 'closed') return []
  const { keysOf } = placesOf(items)
  const communes = new Map(items.toReversed().map((item) => [keysOf(item)[1], item]))
  return [...communes.values()]
    .filter(({ commune }) => commune !== '')
    .toReversed()
    .map(({ commune, district }) => ({ kind: 'commune-notice', sessionId, commune, district, on }))
}

/** What a letter encloses: the session's papers that have a number in force, in their order, and what else is named. */
export function readEnclosed(
  db: ReadDb,
  { sessionId, to, entries, others, copies }: Asked<'covering-letter'>,
): Pick<CoveringLetterFacts, 'to' | 'copies' | 'scope' | 'council' | 'rows'> {
  const record = recordOf(db, sessionId)
  const titleOf = createTitles(db)
  const rows = readRegisterRows(db, entries)
    .filter((row) => row.sessionId === sessionId && row.voidedAt === null)
    .toSorted(byDay)
  return {
    to,
    copies,
    scope: scopeText(authorityOf(record), record.session),
    council: record.council.name,
    rows: [
      ...rows.map((row) => ({
        title: titleOf(row),
        code: issueCode(row),
        issuedOn: row.issuedOn,
        pages: pagesAsIssued(db, row),
      })),
      ...others.map((title) => ({ title, code: '', issuedOn: null, pages: null })),
    ],
  }
}

/** Of the PDF that is kept of the paper; null where none is, and of one of many that were numbered and laid out together. */
function pagesAsIssued(db: ReadDb, row: RegisterRow): number | null {
  if (row.agendaItemId !== null) return null
  const event = eventOf(db, row)
  const kept = event && findIssuedBytes(db, { seq: event.seq, format: 'pdf' })
  return kept === null ? null : countPages(kept.bytes)
}

/** The numbers of a year that were given until a day, the earliest first; those that are void keep their place. */
export function readNumbered(
  db: ReadDb,
  { year, until }: { readonly year: number; readonly until: string },
): readonly NumberedRow[] {
  const titleOf = createTitles(db)
  return listRegisterRows(db, { year })
    .filter(({ issuedOn }) => issuedOn <= until)
    .toSorted(byDay)
    .map((row) => {
      const kept = row.recipients.find((recipient) => /^lưu\b/iu.test(recipient)) ?? ''
      return {
        code: issueCode(row),
        issuedOn: row.issuedOn,
        title: titleOf(row),
        signer: row.signer,
        recipients: row.recipients.filter((recipient) => recipient !== kept),
        keptBy: kept.replace(/^lưu:?\s*/iu, ''),
        sentOn: row.sentOn,
        voidReason: row.voidedAt === null ? null : (row.voidReason ?? ''),
      }
    })
}

const byDay = (one: RegisterRow, other: RegisterRow): number =>
  one.issuedOn.localeCompare(other.issuedOn) ||
  one.symbol.localeCompare(other.symbol, 'vi') ||
  one.number - other.number

/** Answers kind and subject of numbered papers; each session is read once. */
function createTitles(db: ReadDb): (row: RegisterRow) => string {
  const records = new Map<number, SessionRecord>()
  return (row) => {
    const { kind, sessionId, dataFacts } = row
    const name = kindOfSymbol(row.symbol)
    if (sessionId === null) return joined(name, dataFacts['subject'] ?? '')
    const record = records.get(sessionId) ?? recordOf(db, sessionId)
    records.set(sessionId, record)
    const item = record.items.find(({ id }) => id === row.agendaItemId)
    if (item !== undefined) return `${name} kết quả đánh giá, phân hạng sản phẩm “${item.productName}”`
    const numbered = numberedKinds.find((one) => one === kind)
    return numbered === undefined ? name : joined(name, catalogue[numbered].numbered(record).subject)
  }
}

/** `Thông báo danh mục …`: the subject goes on where the kind ends. */
const joined = (kind: string, subject: string): string =>
  `${kind} ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`.trim()

/** @throws Refusal `not-found` */
function recordOf(db: ReadDb, sessionId: number): SessionRecord {
  requireFound(findSession(db, sessionId))
  return sessionNow(db, unsealedRecord(db, sessionId)).record
}
